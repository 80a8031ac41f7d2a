using NeedsSurvey.Domain.Results;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Results;

/// <summary>Counts that may be shown, as pages print them.</summary>
public static class ShownWords
{
    /// <summary>1,204, "fewer than 10", "all but fewer than 10"</summary>
    public static string Words(this ShownCount count) => count.Shown is { } number ? Figures.Count(number) : count.ToString();

    /// <summary>The words that all counts are told in; null where any is a number, or they differ.</summary>
    public static ShownCount? Alike(IEnumerable<ShownCount> counts) =>
        counts.Distinct().ToList() is [{ Shown: null } one] ? one : default(ShownCount?);

    /// <summary>"62 people", "fewer than 10 people", "all but fewer than 10 people"</summary>
    public static string People(this ShownCount count) => count.Shown is { } number ? Figures.People(number) : count + " people";

    /// <summary>The most often chosen first; where not everybody was offered every choice, by shares, and words behind them.</summary>
    public static IEnumerable<ChoiceCount> ByShare(this IReadOnlyList<ChoiceCount> choices) =>
        Sorted(choices, choice => choice.Count, choice => choice.Share, choice => choice.OfferedTo);

    /// <summary>
    /// The choice that most people made, or all that as many made. Empty where that is nobody's, or not certain: with bases that differ,
    /// words in the place of a number, or of most people another than of the greatest share.
    /// </summary>
    public static IReadOnlyList<ChoiceCount> Top(this IReadOnlyList<ChoiceCount> choices)
    {
        List<ChoiceCount> most = [.. Most(choices, choice => choice.Count.Order())];
        if (choices.All(choice => choice.OfferedTo is null))
            return most;
        return
            most.All(choice => choice.Count.Kind == ShownCountKind.Number)
            && most.ToHashSet().SetEquals(Most(choices, choice => choice.Share ?? 0))
            ? most
            : [];
    }

    /// <summary>Those with the greatest value, if it is above 0: one, or several that are alike.</summary>
    public static IEnumerable<T> Most<T>(IReadOnlyList<T> of, Func<T, double> value)
    {
        const double alike = 1 - 1e-9;
        var greatest = of.Select(value).DefaultIfEmpty(0).Max();
        return greatest > 0 ? of.Where(one => value(one) >= greatest * alike) : [];
    }

    /// <summary>Whatever was chosen, as <see cref="ByShare"/> has it.</summary>
    public static IEnumerable<T> Sorted<T>(
        IReadOnlyList<T> choices,
        Func<T, ShownCount> count,
        Func<T, double?> share,
        Func<T, ShownCount?> offeredTo
    ) =>
        choices.All(choice => offeredTo(choice) is null)
            ? choices.OrderByDescending(choice => count(choice).Order())
            : choices.OrderByDescending(choice => share(choice) ?? -1).ThenByDescending(choice => count(choice).Order());

    /// <summary>Larger counts are larger, and words where they belong.</summary>
    public static int Order(this ShownCount count) =>
        count.Kind switch
        {
            ShownCountKind.NearlyAll => int.MaxValue,
            ShownCountKind.Few => 0,
            _ => count.Shown ?? 0,
        };
}
