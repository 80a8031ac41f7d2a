using NeedsSurvey.App;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Questions;

namespace NeedsSurvey.Web.Responses;

/// <summary>One row of the check-answers page.</summary>
/// <param name="Label">The question, or the need of a grid.</param>
/// <param name="Words">What was answered, line by line; empty when nothing was.</param>
/// <param name="Path">Where the answer stands in the answers' JSON: the question's name, <c>household[1].age</c> inside a repeat.</param>
/// <param name="Page">The page on which it can be changed.</param>
/// <param name="Field">Where on that page, when others are asked there too; else null.</param>
public sealed record CheckedLine(string Label, IReadOnlyList<string> Words, string Path, string Page, string? Field = null)
{
    /// <summary>Inside a repeat, which of several things the line is about; else empty.</summary>
    public string Member { get; init; } = "";

    /// <summary>The label for whoever reads one line alone.</summary>
    public string FullLabel => Member.Length == 0 ? Label : $"{Member} – {Label}";
}

/// <summary>Everything that is asked, in the survey's order, for the check-answers page: a line for each question, need or set.</summary>
public static class AnswerLines
{
    public static IEnumerable<CheckedLine> Of(QuestionContext context, ResponseState state) => Of(context, state, state.Pages());

    /// <summary>The lines of some pages.</summary>
    public static IEnumerable<CheckedLine> Of(QuestionContext context, ResponseState state, IEnumerable<SurveyPage> pages) =>
        pages.SelectMany(page =>
        {
            var shared = page.Items.Count(item => item.IsQuestion) > 1;
            return page.Items.SelectMany(item =>
                item switch
                {
                    { Item: Repeat, Repeat: null } => Members(context, state, page, item),
                    { IsQuestion: true, Repeat: null } => Of(context, state, page, item, shared),
                    _ => [],
                }
            );
        });

    private static IEnumerable<CheckedLine> Members(QuestionContext context, ResponseState state, SurveyPage page, CompiledItem repeat)
    {
        var inside = page.Items.Where(item => item.IsQuestion && item.Repeat == repeat).ToList();
        var count = state.Instances(repeat);
        // Whoever told of none finds here where to add one.
        if (count == 0 && repeat.Item is Repeat { RepeatCount: null } && state.IsAsked(repeat) && inside is [var first, ..])
            return [new(HeadOf(context, repeat, first), [], repeat.Name, page.Key, context.In(repeat, 0).FirstFieldOf(first, 0))];
        return Enumerable
            .Range(0, count)
            .SelectMany(instance =>
            {
                var about = context.In(repeat, instance);
                var member = context.Member(repeat, instance);
                return inside
                    .Where(item => state.IsAsked(item, instance))
                    .Select(item => new CheckedLine(
                        about.Say(item.Item.Label),
                        Lines(about, item, state.AnswerTo(item, instance)),
                        PathOf(item, instance),
                        page.Key,
                        about.FirstFieldOf(item, instance)
                    )
                    {
                        Member = member,
                    });
            });
    }

    private static string HeadOf(QuestionContext context, CompiledItem repeat, CompiledItem first) =>
        context.Say(repeat.Item.Label) is { Length: > 0 } label ? label : context.Say(first.Item.Label);

    /// <summary>Where a question's answer stands in the answers' JSON.</summary>
    public static string PathOf(CompiledItem item, int instance) =>
        item.Repeat is { } repeat ? $"{repeat.Name}[{instance}].{item.Name}" : item.Name;

    /// <summary>The number, from 1, of the instance of a repeat in such a path; 1 where it names none.</summary>
    public static int NumberIn(string path) =>
        path.Split('[', ']') is [_, var instance, ..] && int.TryParse(instance, out var at) ? at + 1 : 1;

    private static IEnumerable<CheckedLine> Of(
        QuestionContext context,
        ResponseState state,
        SurveyPage page,
        CompiledItem item,
        bool shared
    )
    {
        if (!state.IsAsked(item))
            return [];
        var answer = state.AnswerTo(item);
        if (page.Part >= 0)
            return [Part(context, item, answer, page.Part, page.Key, null)];
        if (item.AsksRowByRow)
            return context
                .RowsOf(item)
                .Select(row => Part(context, item, answer, row, page.Key, shared ? QuestionContext.FirstFieldOf(item, -1, row) : null));
        return
        [
            new(
                context.Say(item.Item.Label),
                Lines(context, item, answer),
                item.Name,
                page.Key,
                shared ? context.FirstFieldOf(item, -1) : null
            ),
        ];
    }

    /// <summary>What stands on some pages: answers in order, then what was typed and is not.</summary>
    public static IReadOnlyList<CheckedLine> Said(
        PublishedSurvey survey,
        AnsweringState there,
        ResponseState draft,
        IEnumerable<SurveyPage> pages,
        IReadOnlyList<Fault> faults,
        IReadOnlyDictionary<string, IReadOnlyList<string>> fields
    )
    {
        var context = new QuestionContext
        {
            Survey = survey.Survey,
            Draft = draft,
            Language = there.Language,
            Words = KnownLanguages.For(there.Language).Answering,
            Fields = fields,
        };
        var typed = faults
            .Where(fault => context.Value(fault.Path).Length > 0)
            .Select(fault => (fault, at: QuestionAt(survey.Survey, fault.Path)))
            .Select(wrong => new CheckedLine(
                (wrong.at.Item?.Repeat is { } repeat ? context.In(repeat, wrong.at.Instance) : context).Say(wrong.at.Item?.Item.Label),
                [.. fields[wrong.fault.Path]],
                wrong.at.Item is { } item ? PathOf(item, wrong.at.Instance) : wrong.fault.Path,
                ""
            )
            {
                Member = wrong.at.Item?.Repeat is { } whole ? context.Member(whole, wrong.at.Instance) : "",
            })
            .ToList();
        return
        [
            .. Of(context, draft, pages).Where(line => line.Words.Count > 0 && !typed.Exists(wrong => wrong.Path == line.Path)),
            .. typed,
        ];
    }

    /// <summary>The question that a field belongs to, with its 0-based instance inside a repeat; null for none.</summary>
    public static (CompiledItem? Item, int Instance) QuestionAt(CompiledSurvey survey, string field) =>
        field.Split(':') switch
        {
            [var name, var number, var inside, ..] when survey.Find(name) is { Item: Repeat } && int.TryParse(number, out var one) => (
                survey.Find(inside),
                one - 1
            ),
            [var name, ..] => (survey.Find(name), -1),
            _ => (null, -1),
        };

    /// <summary>What somebody has answered when it can no longer be sent: what is in order, then what was typed and is not.</summary>
    public static IReadOnlyList<CheckedLine> Kept(PublishedSurvey survey, AnsweringView shown)
    {
        var (draft, faults, fields) = shown switch
        {
            AnsweringView.Question question => (question.Draft, question.Faults, question.Fields),
            AnsweringView.Check check => (check.Draft, [.. check.Unread.Select(unread => unread.Fault)], check.State.Typed ?? NoFields),
            AnsweringView.Delete ask => (ask.Draft, [], NoFields),
            _ => (null, [], NoFields),
        };
        return draft is null ? [] : Said(survey, shown.State, draft, draft.Pages(), faults, fields);
    }

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoFields = new Dictionary<string, IReadOnlyList<string>>();

    // A row is headed by its own words, so that its line needs no heading; another part by the question's and its number.
    private static CheckedLine Part(QuestionContext context, CompiledItem item, Answer? answer, int part, string page, string? field)
    {
        var lines = AnswerWords.PartLines(item, answer, part, context.Speech);
        return item.AsksRowByRow
            ? new(
                context.Say(item.Rows[part].Label),
                [.. lines.Select(line => line.Words)],
                $"{item.Name}.{item.Rows[part].Name}",
                page,
                field
            )
            : new(Numbered(context, item, part), Joined(lines, ":"), $"{item.Name}[{part}]", page, field);
    }

    private static string Numbered(QuestionContext context, CompiledItem item, int part) =>
        QuestionTypes.Of((Question)item.Item).PartWords(context, item, part).Length > 0
            ? $"{context.Say(item.Item.Label)} ({part + 1})"
            : context.Say(item.Item.Label);

    private static List<string> Lines(QuestionContext context, CompiledItem item, Answer? answer) =>
        Joined(AnswerWords.Lines(item, answer, context.Speech), answer is RankAnswer ? "." : ":");

    private static List<string> Joined(IEnumerable<AnswerLine> lines, string mark) =>
        [.. lines.Select(line => line.Heading.Length == 0 ? line.Words : $"{line.Heading}{mark} {line.Words}")];
}
