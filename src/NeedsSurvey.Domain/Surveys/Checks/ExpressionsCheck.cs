using System.Text.Json;
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Surveys;

// Every expression of a survey, judged by the Logic room against the survey's names; and what only the whole survey can tell: circles,
// and conditions that look ahead to pages the person has not come to.

/// <summary>Checks the expressions of a survey.</summary>
internal sealed class ExpressionsCheck
{
    private readonly DefinitionFaults faults;
    private readonly CompiledSurvey survey;
    private readonly Dictionary<SurveyItem, string> paths;
    private readonly Dictionary<string, NameInfo> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> calculatedFrom = new(StringComparer.Ordinal);
    private readonly int[] firstPage;

    private ExpressionsCheck(SurveyDefinition definition, Dictionary<SurveyItem, string> paths, DefinitionFaults faults)
    {
        this.faults = faults;
        this.paths = paths;
        survey = CompiledSurvey.Compile(definition);
        firstPage = new int[survey.Items.Count];
        Array.Fill(firstPage, -1);
        foreach (var page in survey.Pages)
        foreach (var item in page.Items)
            if (firstPage[item.Slot] < 0)
                firstPage[item.Slot] = page.Index;
        foreach (var item in survey.Items)
        {
            names.TryAdd(item.Name, AnswerKinds.Of(item));
            if (item.Calculation is { } calculation)
                calculatedFrom.TryAdd(item.Name, calculation.Expression.Names);
        }
    }

    internal static void Check(
        SurveyDefinition definition,
        Dictionary<SurveyItem, string> paths,
        IReadOnlyList<(string Path, LocalText Text)> naming,
        DefinitionFaults faults
    )
    {
        var check = new ExpressionsCheck(definition, paths, faults);
        foreach (var item in check.survey.Items)
            if (paths.TryGetValue(item.Item, out var at))
            {
                check.CheckItem(item, at);
                EmptyChoicesCheck.Check(check.survey, item, $"{at}.choice_filter", faults);
            }
        PipingCheck.Check(check.survey, paths, naming, check.PageOf, faults);
        check.CheckCircles();
    }

    private void CheckItem(CompiledItem item, string at)
    {
        if (CheckExpression(item.Item.Relevant, item.Relevant, item, $"{at}.relevant", ExpressionPurpose.Condition) is { } relevant)
            CheckLooksAhead(relevant, item, $"{at}.relevant");
        CheckExpression((item.Item as Calculate)?.Calculation, item.Calculation, item, $"{at}.calculation", ExpressionPurpose.Calculation);
        if (
            CheckExpression(
                (item.Item as Repeat)?.RepeatCount,
                item.RepeatCount,
                item,
                $"{at}.repeat_count",
                ExpressionPurpose.Calculation
            ) is
            { } count
        )
            CheckLooksAhead(count, item, $"{at}.repeat_count");
        if (item.Item is not Question question)
            return;
        CheckExpression(question.Constraint, item.Constraint, item, $"{at}.constraint", ExpressionPurpose.Constraint);
        CheckDefault(question.Default, item, $"{at}.default");
        if (
            question is ChoiceQuestion { ChoiceFilter: { } filter }
            && CheckExpression(filter, item.ChoiceFilter, item, $"{at}.choice_filter", ExpressionPurpose.ChoiceFilter) is { } filtered
        )
        {
            CheckLooksAhead(filtered, item, $"{at}.choice_filter");
            if (!ChoiceFilters.CanBeToldAgain(filtered))
                faults.Warning(
                    $"{at}.choice_filter",
                    "filter_forgets",
                    "This depends on the day, on chance or on a language, so nobody can tell afterwards which choices were offered: "
                        + "the export counts all of them as offered. Look at answers, or keep the value in a calculation."
                );
        }
    }

    /// <summary>The expression when it can be read.</summary>
    private Expression? CheckExpression(
        string? source,
        CompiledExpression? compiled,
        CompiledItem item,
        string path,
        ExpressionPurpose purpose
    )
    {
        if (source is null)
            return null;
        if (string.IsNullOrWhiteSpace(source))
        {
            faults.Error(path, "empty_expression", "This is empty. Write an expression or leave the key out.");
            return null;
        }
        // What was compiled could be read; what was not is read again, for its faults.
        if (compiled?.Expression is not { } expression)
        {
            foreach (var fault in ExpressionParser.Parse(source).Faults)
                Report(fault, source, path);
            return null;
        }
        var scope = new CheckScope
        {
            Names = names,
            Purpose = purpose,
            Self = names[item.Name],
            IsMany = name => survey.Find(name)?.Repeat is { } repeat && repeat != item.Repeat && repeat != item,
            Columns = purpose == ExpressionPurpose.ChoiceFilter ? CompiledSurvey.ColumnsOf(item.Choices) : [],
        };
        foreach (var fault in ExpressionCheck.Check(expression, scope))
            Report(fault, source, path);
        return expression;
    }

    /// <summary>A default is an expression or, when it is none, plain text; only what looks like an expression is judged as one.</summary>
    private void CheckDefault(string? source, CompiledItem item, string path)
    {
        if (source is null)
            return;
        if (source.Length > Limits.ExpressionCharacters)
            faults.Error(path, "too_long", $"A default has at most {Limits.ExpressionCharacters} characters.");
        else if (source.Contains("${", StringComparison.Ordinal))
            CheckExpression(source, item.Default, item, path, ExpressionPurpose.Calculation);
    }

    private void Report(ExpressionFault fault, string source, string path) =>
        faults.Add(
            new(path, "expression_" + JsonNamingPolicy.SnakeCaseLower.ConvertName(fault.Code.ToString()), fault.Message, fault.Severity)
            {
                Caret = fault.WithCaret(source),
            }
        );

    /// <summary>Pages are asked in order, so a condition may look back and at its own page, never ahead.</summary>
    private void CheckLooksAhead(Expression expression, CompiledItem item, string path)
    {
        var own = PageOf(item);
        if (own < 0)
            return;
        foreach (var name in AskedNames(expression.Names))
            if (survey.Find(name) is { } other && firstPage[other.Slot] > own && other != item)
                faults.Error(
                    path,
                    "looks_ahead",
                    $"This depends on '{name}', which is asked on a later page. Move '{name}' before '{item.Name}'."
                );
    }

    /// <summary>The page on which an item or the first thing in it is asked.</summary>
    private int PageOf(CompiledItem item)
    {
        if (firstPage[item.Slot] >= 0)
            return firstPage[item.Slot];
        for (var slot = item.Slot + 1; slot < survey.Items.Count && Inside(survey.Items[slot], item); slot++)
            if (firstPage[slot] >= 0)
                return firstPage[slot];
        return -1;
    }

    private static bool Inside(CompiledItem item, CompiledItem container)
    {
        for (var at = item.Parent; at is not null; at = at.Parent)
            if (at == container)
                return true;
        return false;
    }

    /// <summary>Names with calculations replaced by what they are worked out from.</summary>
    private HashSet<string> AskedNames(IReadOnlyList<string> from)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(from);
        while (waiting.TryPop(out var name))
        {
            if (!seen.Add(name))
                continue;
            if (!calculatedFrom.TryGetValue(name, out var sources))
                asked.Add(name);
            else
                foreach (var source in sources)
                    waiting.Push(source);
        }
        return asked;
    }

    private void CheckCircles()
    {
        var order = DependencyOrder.Of([.. survey.Items.Select(item => (item.Name, item.LooksAt))]);
        if (!order.HasCycle || survey.Find(order.Cycle[0]) is not { } first)
            return;
        faults.Error(
            paths.GetValueOrDefault(first.Item, "questions"),
            "circle",
            $"{order.CycleMessage} Nothing in the circle can be decided first; change one of the expressions."
        );
    }
}
