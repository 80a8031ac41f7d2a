using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Web.Questions;

namespace NeedsSurvey.Web.Responses;

/// <summary>One row of the check-answers page.</summary>
/// <param name="Label">The question, or the need of a grid.</param>
/// <param name="Words">What was answered, line by line; empty when nothing was.</param>
/// <param name="Question">The question's name.</param>
/// <param name="Page">The page on which it can be changed.</param>
/// <param name="Field">Where on that page, when others are asked there too; else null.</param>
public sealed record CheckedLine(string Label, IReadOnlyList<string> Words, string Question, string Page, string? Field = null);

/// <summary>Everything that is asked, in the survey's order, for the check-answers page: a row for each page's question, need or set.</summary>
public static class AnswerLines
{
    public static IEnumerable<CheckedLine> Of(QuestionContext asking, ResponseState state)
    {
        foreach (var page in state.Pages())
        {
            var shared = page.Items.Count(item => item.IsQuestion) > 1;
            foreach (var item in page.Items.Where(item => item.IsQuestion))
            {
                var field = shared ? QuestionContext.FirstFieldOf(item, -1) : null;
                if (item.Repeat is { } repeat)
                {
                    for (var instance = 0; instance < state.Instances(repeat); instance++)
                        if (state.IsAsked(item, instance))
                            yield return new($"{asking.Say(item.Item.Label)} ({instance + 1})", Lines(asking, item, state.AnswerTo(item, instance)), item.Name, page.Key, QuestionContext.FirstFieldOf(item, instance));
                }
                else if (!state.IsAsked(item)) continue;
                else if (page.Kind == PageKind.NeedGridRow) yield return Need(asking, item, state.AnswerTo(item), page.Part, page.Key, null);
                else if (page.Kind == PageKind.BestWorstSet)
                {
                    var answer = state.AnswerTo(item);
                    var pick = (answer as Answer.BestWorst)?.Sets.ElementAtOrDefault(page.Part);
                    // Declining on one page declines them all.
                    var part = answer is Answer.Declined ? answer : pick is null ? null : new Answer.BestWorst([pick]);
                    yield return new($"{asking.Say(item.Item.Label)} ({page.Part + 1})", Lines(asking, item, part), item.Name, page.Key);
                }
                else if (item.Item is NeedGridQuestion)
                    for (var row = 0; row < item.Rows.Count; row++) yield return Need(asking, item, state.AnswerTo(item), row, page.Key, field is null ? null : QuestionContext.FirstFieldOf(item, -1, row));
                else yield return new(asking.Say(item.Item.Label), Lines(asking, item, state.AnswerTo(item)), item.Name, page.Key, field);
            }
        }
    }

    /// <summary>What somebody has answered when it can no longer be sent: what is in order, then what was typed and is not.</summary>
    public static IReadOnlyList<CheckedLine> Kept(PublishedSurvey survey,AnsweringView shown)
    {
        var (draft, faults, fields) = shown switch
        {
            AnsweringView.Question question => (question.Draft, question.Faults, question.Fields),
            AnsweringView.Check check => (check.Draft, [], NoFields),
            _ => (null, [], NoFields),
        };
        if (draft is null) return [];
        var asking = new QuestionContext
        {
            Survey = survey.Survey, Draft = draft, Language = shown.State.Language,
            Words = KnownLanguages.For(shown.State.Language).Answering, Fields = fields,
        };
        return [.. Of(asking, draft).Where(line => line.Words.Count > 0), .. faults.Where(fault => asking.Value(fault.Path).Length > 0).Select(fault =>
            new CheckedLine(asking.Say(survey.Survey.Find(fault.Path.Split(':')[0])?.Item.Label), [.. fields[fault.Path]], fault.Path, ""))];
    }

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoFields = new Dictionary<string, IReadOnlyList<string>>();

    private static CheckedLine Need(QuestionContext asking, CompiledItem item, Answer? answer, int row, string page, string? field)
    {
        var words = answer switch
        {
            Answer.Declined => AnswerWords.Declined(asking.Language),
            Answer.NeedRatings grid when grid.Rows.FirstOrDefault(given => given.Row == item.Rows[row].Name) is { } rating =>
                AnswerWords.Lines(item, new Answer.NeedRatings([rating]), asking.Language)[0].Words,
            _ => null,
        };
        return new(asking.Say(item.Rows[row].Label), words is null ? [] : [words], item.Name, page, field);
    }

    private static List<string> Lines(QuestionContext asking, CompiledItem item, Answer? answer) =>
        [.. AnswerWords.Lines(item, answer, asking.Language).Select(line => line.Heading.Length == 0 ? line.Words : $"{line.Heading}{(answer is Answer.Ranking ? "." : ":")} {line.Words}")];
}
