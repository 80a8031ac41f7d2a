using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Pages.Questions;

namespace NeedsSurvey.Web.Responses;

/// <summary>One row of the check-answers page.</summary>
/// <param name="Label">The question, or the need of a grid.</param>
/// <param name="Words">What was answered, line by line; empty when nothing was.</param>
/// <param name="Question">The question's name.</param>
/// <param name="Page">The page on which it can be changed.</param>
public sealed record CheckedLine(string Label, IReadOnlyList<string> Words, string Question, string Page);

/// <summary>Everything that is asked, in the survey's order, for the check-answers page: a row for each page's question, need or set.</summary>
public static class AnswerLines
{
    public static IEnumerable<CheckedLine> Of(Asking asking, ResponseState state)
    {
        foreach (var page in state.Pages())
            foreach (var item in page.Items.Where(item => item.IsQuestion))
            {
                if (item.Repeat is { } repeat)
                {
                    for (var instance = 0; instance < state.Instances(repeat); instance++)
                        if (state.IsAsked(item, instance))
                            yield return new($"{asking.Say(item.Item.Label)} ({instance + 1})", Lines(asking, item, state.AnswerTo(item, instance)), item.Name, page.Key);
                }
                else if (!state.IsAsked(item)) continue;
                else if (page.Kind == PageKind.NeedGridRow) yield return Need(asking, item, state.AnswerTo(item), page.Part, page.Key);
                else if (page.Kind == PageKind.BestWorstSet)
                {
                    var pick = (state.AnswerTo(item) as Answer.BestWorst)?.Sets.ElementAtOrDefault(page.Part);
                    yield return new($"{asking.Say(item.Item.Label)} ({page.Part + 1})", Lines(asking, item, pick is null ? null : new Answer.BestWorst([pick])), item.Name, page.Key);
                }
                else if (item.Item is NeedGridQuestion)
                    for (var row = 0; row < item.Rows.Count; row++) yield return Need(asking, item, state.AnswerTo(item), row, page.Key);
                else yield return new(asking.Say(item.Item.Label), Lines(asking, item, state.AnswerTo(item)), item.Name, page.Key);
            }
    }

    private static CheckedLine Need(Asking asking, CompiledItem item, Answer? answer, int row, string page)
    {
        var words = answer switch
        {
            Answer.Declined => AnswerWords.Declined(asking.Language),
            Answer.NeedRatings grid when grid.Rows.FirstOrDefault(given => given.Row == item.Rows[row].Name) is { } rating =>
                AnswerWords.Lines(item, new Answer.NeedRatings([rating]), asking.Language)[0].Words,
            _ => null,
        };
        return new(asking.Say(item.Rows[row].Label), words is null ? [] : [words], item.Name, page);
    }

    private static List<string> Lines(Asking asking, CompiledItem item, Answer? answer) =>
        [.. AnswerWords.Lines(item, answer, asking.Language).Select(line => line.Heading.Length == 0 ? line.Words : $"{line.Heading}{(answer is Answer.Ranking ? "." : ":")} {line.Words}")];
}
