using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>What choice filters look at.</summary>
internal static class ChoiceFilters
{
    /// <summary>
    /// Whether stored answers alone say what the filter let through: not when it looks at the clock, at chance, at a zone, at words in
    /// somebody's language, or at what it said before.
    /// </summary>
    internal static bool CanBeToldAgain(Expression filter) =>
        !filter.ChangesByItself
        && !filter.Columns.Contains("label")
        && !Calls(filter)
            .Any(call =>
                call.Function is "jr:choice-name" or "once"
                || FunctionCatalogue.TryFind(call.Function, out var function) && function.IsLocal
            );

    /// <summary>Whether it matters which instance of a repeat asks.</summary>
    internal static bool LooksAtPlace(Expression filter) => Calls(filter).Any(call => call.Function is "position" or "indexed-repeat");

    private static IEnumerable<CallNode> Calls(Expression filter) => Expression.NodesOf(filter.Root).OfType<CallNode>();
}
