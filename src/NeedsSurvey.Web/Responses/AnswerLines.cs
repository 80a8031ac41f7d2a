using System.Globalization;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Responses;

/// <summary>One row of the check-answers page.</summary>
/// <param name="Label">The question, or the need of a grid.</param>
/// <param name="Words">What was answered, line by line; empty when nothing was.</param>
/// <param name="Question">The question's name.</param>
/// <param name="Page">The page on which it can be changed.</param>
public sealed record CheckedLine(string Label, IReadOnlyList<string> Words, string Question, string Page);

/// <summary>Answers in the words that the person saw, for the check-answers page.</summary>
public static class AnswerLines
{
    /// <summary>Everything that is asked, in the survey's order; a grid has a line for each need.</summary>
    public static IEnumerable<CheckedLine> Of(Asking asking, ResponseState state)
    {
        foreach (var page in state.Pages())
            foreach (var item in page.Items.Where(item => item.IsQuestion))
            {
                if (item.Repeat is { } repeat)
                {
                    for (var instance = 0; instance < state.Instances(repeat); instance++)
                        if (state.IsAsked(item, instance))
                            yield return new($"{asking.Say(item.Item.Label)} ({instance + 1})", Words(asking, item, state.AnswerTo(item, instance)), item.Name, page.Key);
                }
                else if (!state.IsAsked(item)) continue;
                else if (page.Kind == PageKind.NeedGridRow) yield return GridLine(asking, item, state.AnswerTo(item), page.Part, page.Key);
                else if (page.Kind == PageKind.BestWorstSet)
                    yield return new($"{asking.Say(item.Item.Label)} ({page.Part + 1})", SetWords(asking, item, (state.AnswerTo(item) as Answer.BestWorst)?.Sets.ElementAtOrDefault(page.Part)), item.Name, page.Key);
                else if (item.Item is NeedGridQuestion)
                    for (var row = 0; row < item.Rows.Count; row++) yield return GridLine(asking, item, state.AnswerTo(item), row, page.Key);
                else yield return new(asking.Say(item.Item.Label), Words(asking, item, state.AnswerTo(item)), item.Name, page.Key);
            }
    }

    private static CheckedLine GridLine(Asking asking, CompiledItem item, Answer? answer, int row, string page)
    {
        var grid = (NeedGridQuestion)item.Item;
        var rating = (answer as Answer.NeedRatings)?.Rows.FirstOrDefault(given => given.Row == item.Rows[row].Name);
        var words = answer is Answer.Declined ? [asking.Words.RatherNotShort]
            : new[] { Rated(grid.Importance, rating?.Importance), Rated(grid.Satisfaction, rating?.Satisfaction) }.OfType<string>().ToArray();
        return new(asking.Say(item.Rows[row].Label), words is [var one, var same] && one == same ? [one] : words, item.Name, page);

        string? Rated(GridAspect aspect, Rating? given) => given is not { } value ? null
            : value.Declined ? asking.Words.RatherNotShort
            : asking.Say(aspect.Scale.FirstOrDefault(point => point.Value == value.Value)?.Label);
    }

    private static IReadOnlyList<string> Words(Asking asking, CompiledItem item, Answer? answer)
    {
        return answer switch
        {
            null => [],
            Answer.Declined => [asking.Words.RatherNotShort],
            Answer.Text text => [text.Words],
            Answer.Whole whole => [whole.Value.ToString(CultureInfo.InvariantCulture)],
            Answer.Number number => [number.Value.ToString(CultureInfo.InvariantCulture)],
            Answer.Day day => [day.Value.ToString("d MMMM yyyy", asking.Culture)],
            Answer.Clock clock => [clock.Value.ToString("HH:mm", CultureInfo.InvariantCulture)],
            Answer.One one => [Label(one.Choice) + Own(one.Other)],
            Answer.Many many => [.. many.Choices.Select(name => Label(name) + (name == CompiledItem.OtherChoice ? Own(many.Other) : ""))],
            Answer.Ranking ranking => [.. ranking.Choices.Select((name, at) => $"{at + 1}. {Label(name)}")],
            Answer.MatrixRows matrix => [.. matrix.Rows.Select(row =>
                $"{asking.Say(item.Rows[item.RowOrder(row.Row)].Label)}: {(row.Choice is null ? asking.Words.RatherNotShort : Label(row.Choice))}")],
            Answer.BestWorst sets => [.. sets.Sets.SelectMany(set => SetWords(asking, item, set))],
            Answer.Point point => [FormattableString.Invariant($"{point.Latitude}, {point.Longitude}")],
            Answer.NeedRatings => [],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        string Label(string name) => asking.Say(item.Choice(name)?.Label);
        string Own(string? words) => words is null ? "" : ": " + words;
    }

    private static IReadOnlyList<string> SetWords(Asking asking, CompiledItem item, BestWorstPick? pick)
    {
        var sets = (BestWorstQuestion)item.Item;
        return [.. new[] { (sets.BestLabel, asking.Words.Best, pick?.Best), (sets.WorstLabel, asking.Words.Worst, pick?.Worst) }
            .Where(end => end.Item3 is not null)
            .Select(end => $"{(asking.Say(end.Item1) is { Length: > 0 } own ? own : end.Item2)}: {asking.Say(item.Choice(end.Item3!)?.Label)}")];
    }
}
