using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Questions;

namespace NeedsSurvey.Web.Responses;

/// <summary>One row of the check-answers page.</summary>
/// <param name="Label">The question, or the need of a grid.</param>
/// <param name="Words">What was answered, line by line; empty when nothing was.</param>
/// <param name="Question">The question's name.</param>
/// <param name="Page">The page on which it can be changed.</param>
/// <param name="Field">Where on that page, when others are asked there too; else null.</param>
public sealed record CheckedLine(string Label, IReadOnlyList<string> Words, string Question, string Page, string? Field = null);

/// <summary>Everything that is asked, in the survey's order, for the check-answers page: a line for each question, need or set.</summary>
public static class AnswerLines
{
    public static IEnumerable<CheckedLine> Of(QuestionContext asking, ResponseState state) =>
        state
            .Pages()
            .SelectMany(page =>
            {
                var shared = page.Items.Count(item => item.IsQuestion) > 1;
                return page.Items.Where(item => item.IsQuestion).SelectMany(item => Of(asking, state, page, item, shared));
            });

    private static IEnumerable<CheckedLine> Of(QuestionContext asking, ResponseState state, SurveyPage page, CompiledItem item, bool shared)
    {
        if (item.Repeat is { } repeat)
            return Enumerable
                .Range(0, state.Instances(repeat))
                .Where(instance => state.IsAsked(item, instance))
                .Select(instance => new CheckedLine(
                    $"{asking.Say(item.Item.Label)} ({instance + 1})",
                    Lines(asking, item, state.AnswerTo(item, instance)),
                    item.Name,
                    page.Key,
                    QuestionContext.FirstFieldOf(item, instance)
                ));
        if (!state.IsAsked(item))
            return [];
        var answer = state.AnswerTo(item);
        if (page.Part >= 0)
            return [Part(asking, item, answer, page.Part, page.Key, null)];
        if (item.AsksRowByRow)
            return Enumerable
                .Range(0, item.Rows.Count)
                .Select(row => Part(asking, item, answer, row, page.Key, shared ? QuestionContext.FirstFieldOf(item, -1, row) : null));
        return
        [
            new(
                asking.Say(item.Item.Label),
                Lines(asking, item, answer),
                item.Name,
                page.Key,
                shared ? QuestionContext.FirstFieldOf(item, -1) : null
            ),
        ];
    }

    /// <summary>What somebody has answered when it can no longer be sent: what is in order, then what was typed and is not.</summary>
    public static IReadOnlyList<CheckedLine> Kept(PublishedSurvey survey, AnsweringView shown)
    {
        var (draft, faults, fields) = shown switch
        {
            AnsweringView.Question question => (question.Draft, question.Faults, question.Fields),
            AnsweringView.Check check => (check.Draft, [], NoFields),
            _ => (null, [], NoFields),
        };
        if (draft is null)
            return [];
        var asking = new QuestionContext
        {
            Survey = survey.Survey,
            Draft = draft,
            Language = shown.State.Language,
            Words = KnownLanguages.For(shown.State.Language).Answering,
            Fields = fields,
        };
        var typed = faults
            .Where(fault => asking.Value(fault.Path).Length > 0)
            .Select(fault => new CheckedLine(
                asking.Say(survey.Survey.Find(fault.Path.Split(':')[0])?.Item.Label),
                [.. fields[fault.Path]],
                fault.Path,
                ""
            ));
        return [.. Of(asking, draft).Where(line => line.Words.Count > 0), .. typed];
    }

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoFields = new Dictionary<string, IReadOnlyList<string>>();

    // A row is headed by its own words, so that its line needs no heading; another part by the question's and its number.
    private static CheckedLine Part(QuestionContext asking, CompiledItem item, Answer? answer, int part, string page, string? field)
    {
        var lines = AnswerWords.PartLines(item, answer, part, asking.Language);
        return item.AsksRowByRow
            ? new(asking.Say(item.Rows[part].Label), [.. lines.Select(line => line.Words)], item.Name, page, field)
            : new($"{asking.Say(item.Item.Label)} ({part + 1})", Joined(lines, ":"), item.Name, page, field);
    }

    private static List<string> Lines(QuestionContext asking, CompiledItem item, Answer? answer) =>
        Joined(AnswerWords.Lines(item, answer, asking.Language), answer is RankAnswer ? "." : ":");

    private static List<string> Joined(IEnumerable<AnswerLine> lines, string mark) =>
        [.. lines.Select(line => line.Heading.Length == 0 ? line.Words : $"{line.Heading}{mark} {line.Words}")];
}
