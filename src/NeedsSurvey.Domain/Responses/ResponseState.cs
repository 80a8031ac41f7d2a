using System.Globalization;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>A question's state and answer in one response.</summary>
/// <param name="Item">The question.</param>
/// <param name="Instance">0-based instance inside a repeat; −1 outside.</param>
/// <param name="State">One of the five states.</param>
/// <param name="Answer">The answer; null unless answered, declined or not known.</param>
public readonly record struct QuestionOutcome(CompiledItem Item, int Instance, AnswerState State, Answer? Answer);

// What a page needs to know to show a draft or a response: which questions are asked, which choices are offered, what was answered,
// which page comes next. It changes nothing and judges nothing.

/// <summary>
/// A response or draft with its relevance worked out. "Not asked" is never stored: opening stored answers with the version they were
/// given for says it again (absent answers of that version, and every question of other versions, were not asked).
/// </summary>
public sealed class ResponseState
{
    internal ResponseState(Evaluation evaluation) => Evaluation = evaluation;

    internal Evaluation Evaluation { get; }

    /// <summary>The version that is answered.</summary>
    public CompiledSurvey Survey => Evaluation.Survey;

    /// <summary>The respondent's language.</summary>
    public string Language => Evaluation.Language;

    /// <summary>Opens a draft or stored answers; what does not fit the survey is let go. Empty text opens an empty draft.</summary>
    public static ResponseState Open(CompiledSurvey survey, string draft, ResponseContext context)
    {
        var evaluation = new Evaluation(survey, context);
        using var document = Drafts.Parse(draft);
        if (document is not null)
            AnswerLoader.Load(document.RootElement, evaluation, new FaultList(survey.Definition, context.Language), isDraft: true);
        evaluation.Run();
        return new(evaluation);
    }

    /// <summary>Whether an item is asked (or shown); <paramref name="instance"/> is 0-based inside a repeat.</summary>
    public bool IsAsked(CompiledItem item, int instance = -1) => Evaluation.IsAsked(item, instance);

    /// <summary>The answer, asked or not; null for none.</summary>
    public Answer? AnswerTo(CompiledItem item, int instance = -1) =>
        Evaluation.Exists(item, instance) ? Evaluation.At(item, instance).Answer : null;

    /// <summary>The answers of a draft as JSON, to be judged as a whole response.</summary>
    public string Given() => AnswerWriter.Given(Evaluation);

    /// <summary>The draft with a question as if it had never been seen; its answer stays.</summary>
    public string AskAgain(CompiledItem item)
    {
        Evaluation.At(item, -1).Seen = false;
        return AnswerWriter.Draft(Evaluation);
    }

    /// <summary>True when the person has seen the question and sent its page, answered or not.</summary>
    public bool WasSeen(CompiledItem item, int instance = -1) => Evaluation.Exists(item, instance) && Evaluation.At(item, instance).Seen;

    /// <summary>
    /// What a page asks and the person has never seen, or not with the choices that there are now, with the 0-based instance inside a
    /// repeat, −1 outside. A repeat itself counts when people say how many there are; what offers nothing to choose does not.
    /// </summary>
    public IEnumerable<(CompiledItem Item, int Instance)> Unseen(SurveyPage page)
    {
        foreach (var item in page.Items)
        {
            if (!item.IsQuestion && item is not { Item: Repeat, RepeatCount: null })
                continue;
            var count = item.Repeat is { } repeat ? Evaluation.Count(repeat) : 0;
            for (var instance = item.Repeat is null ? -1 : 0; instance < count; instance++)
                if (IsAsked(item, instance) && !WasSeen(item, instance) && Evaluation.OffersAny(item, instance))
                    yield return (item, instance);
        }
    }

    /// <summary>
    /// Takes what pages ask and nobody has seen as passed over, page by page; what was answered stays. Answers the draft.
    /// </summary>
    public string PassOver(IEnumerable<SurveyPage> pages)
    {
        foreach (var page in pages)
        {
            foreach (var (item, instance) in Unseen(page).ToList())
                if (item.IsQuestion)
                    Evaluation.Give(item, instance, Evaluation.At(item, instance).Answer);
                else
                    Evaluation.At(item, instance).Seen = true;
            Evaluation.Run(page.Items);
        }
        return AnswerWriter.Draft(Evaluation);
    }

    /// <summary>What an instance of a repeat is called: the answer to its first short text question; null for none.</summary>
    public string? NameOf(CompiledItem repeat, int instance)
    {
        var first = Survey.Inside(repeat).FirstOrDefault(item => item.Item is Question question && question.CanName());
        if (first is null || !IsAsked(first, instance) || AnswerTo(first, instance) is null or MissingAnswer)
            return null;
        var name = AnswerWords.OneLine(first, AnswerTo(first, instance), Language).Trim().ReplaceLineEndings(" ");
        var end = StringInfo.GetNextTextElementLength(name.AsSpan());
        while (end < name.Length && end < LongestName)
            end += StringInfo.GetNextTextElementLength(name.AsSpan(end));
        return end < name.Length ? name[..end] + "…" : name;
    }

    private const int LongestName = 40;

    /// <summary>The value of a calculation (or any answer) as text; empty for none.</summary>
    public string ValueOf(CompiledItem item, int instance = -1) =>
        Evaluation.Exists(item, instance) ? Evaluation.At(item, instance).Value.ToText() : "";

    /// <summary>The choices that the choice filter lets through, in order, "other" included where it is offered.</summary>
    public IReadOnlyList<Choice> Offered(CompiledItem item, int instance = -1) =>
        item.ChoiceFilter is null ? item.Choices : [.. item.Choices.Where(Evaluation.OffersOf(item, instance))];

    /// <summary>The value a question begins with, as text (XLSForm's <c>default</c>); null for none or once it was seen.</summary>
    public string? DefaultOf(CompiledItem item, int instance = -1)
    {
        if (item.Item is not Question { Default: { } text } || !Evaluation.Exists(item, instance) || WasSeen(item, instance))
            return null;
        // A bare word such as `yes` parses as a column of a choice list; it is meant as itself.
        if (item.Default is not { Expression.Columns.Count: 0 } expression)
            return text;
        var value = Evaluation.Evaluate(expression, item, instance);
        return value.IsFault ? text : value.ToText();
    }

    /// <summary>
    /// Words of the survey in the respondent's language, with <c>${name}</c> replaced by the answer in words: empty when it is not asked,
    /// "…" when there is none. Plain text in parts: the page encodes them and isolates what people
    /// wrote (<c>bdi</c>).
    /// </summary>
    /// <param name="text">The words.</param>
    /// <param name="instance">The 0-based instance of the repeat in which they stand; −1 outside.</param>
    public IReadOnlyList<LabelPart> Words(LocalText? text, int instance = -1) => Words(text, instance, 0);

    /// <summary>As <see cref="Words(LocalText?, int)"/>, on one line of text in which answers are isolated by marks of direction.</summary>
    public string Say(LocalText? text, int instance = -1) => Isolated(Words(text, instance));

    /// <summary>For saying an answer of this response: choices and rows may name other answers too.</summary>
    public Speech Speech(int instance = -1) => Speech(instance, 0);

    private IReadOnlyList<LabelPart> Words(LocalText? text, int instance, int depth) =>
        text is null
            ? []
            : Piping.Fill(text.In(Language, Survey.Definition.FirstLanguage), name =>
                Survey.Find(name) is { } item ? Said(item, item.Repeat is null ? -1 : instance, depth) : null
            );

    // A choice whose words name another answer may be named by a third; two that name one another end here.
    private Speech Speech(int instance, int depth) =>
        new(Language, text => Isolated(depth < DeepestWords ? Words(text, instance, depth + 1) : Piping.Fill(In(text), _ => "")));

    private const int DeepestWords = 4;

    private string In(LocalText text) => text.In(Language, Survey.Definition.FirstLanguage);

    private static string Isolated(IReadOnlyList<LabelPart> parts) =>
        parts is [{ IsAnswer: false } only]
            ? only.Text
            : string.Concat(parts.Select(part => part.IsAnswer ? $"\u2068{part.Text}\u2069" : part.Text));

    private string Said(CompiledItem item, int instance, int depth)
    {
        if (!Evaluation.Exists(item, instance))
            return "";
        ref var cell = ref Evaluation.At(item, instance);
        if (!cell.Shown)
            return "";
        if (cell.Answer is { } answer and not MissingAnswer)
            return AnswerWords.OneLine(item, answer, Speech(instance, depth));
        return item.IsQuestion ? "…" : cell.Value.ToText();
    }

    /// <summary>Number of instances of a repeat: counted by its expression, else as many as were given.</summary>
    public int Instances(CompiledItem repeat) => Evaluation.Count(repeat);

    /// <summary>How many instances an expression asks for, whatever the limit is; null where people add them.</summary>
    public long? Wanted(CompiledItem repeat) =>
        repeat.RepeatCount is not { } count || !IsAsked(repeat) ? null
        : Evaluation.Evaluate(count, repeat, -1).ToNumber() is >= 1 and var number ? (long)Math.Min(number, 1e15)
        : 0;

    /// <summary>Questions that a choice filter looks at and that have no answer.</summary>
    public IReadOnlyList<CompiledItem> MissingFor(CompiledItem item, int instance = -1) =>
        item.ChoiceFilter is not { } filter
            ? []
            :
            [
                .. filter
                    .Expression.Names.Distinct()
                    .Select(Survey.Find)
                    .OfType<CompiledItem>()
                    .Where(needed => needed.IsQuestion && AnswerTo(needed, needed.Repeat is null ? -1 : instance) is null or MissingAnswer),
            ];

    /// <summary>
    /// Makes room for at least so many instances, for a page that offers an empty one; capped at the limit, no effect on counted repeats.
    /// </summary>
    public void OfferInstances(CompiledItem repeat, int number)
    {
        number = Math.Min(number, Limits.RepeatInstances);
        if (repeat.RepeatCount is not null || repeat.Repeat is not null || Evaluation.Count(repeat) >= number)
            return;
        Evaluation.SetInstances(repeat, number);
        Evaluation.Run();
    }

    /// <summary>The survey's pages in the order for this person.</summary>
    private IReadOnlyList<SurveyPage> Way => way ??= ChoiceOrder.Pages(Survey, Evaluation.Order);
    private IReadOnlyList<SurveyPage>? way;

    /// <summary>Pages on which something is asked, in order.</summary>
    public IEnumerable<SurveyPage> Pages() => Way.Where(IsAsked);

    /// <summary>The next page on which something is asked; null after the last. Null stands before the first.</summary>
    public SurveyPage? After(SurveyPage? page) => Way.Skip((page?.Index ?? -1) + 1).FirstOrDefault(IsAsked);

    /// <summary>The page before; null before the first.</summary>
    public SurveyPage? Before(SurveyPage page) => Way.Take(page.Index).LastOrDefault(IsAsked);

    /// <summary>The next page outside the section that a warning page stands before.</summary>
    public SurveyPage? AfterSection(SurveyPage warning) =>
        Way.Skip(warning.Index + 1).Where(page => !page.Items.Any(item => Inside(item, warning.Items[0]))).FirstOrDefault(IsAsked);

    /// <summary>Whether a page shows an item: it is asked, and a group holds something that is.</summary>
    public bool Shows(CompiledItem item, int instance = -1) =>
        IsAsked(item, instance)
        && (
            item.Item is not Group
            || Survey.Inside(item).Any(inside => (inside.IsQuestion || inside.Item is Note or Repeat) && IsAsked(inside, instance))
        );

    /// <summary>True when something on the page is asked or shown.</summary>
    public bool IsAsked(SurveyPage page)
    {
        foreach (var item in page.Items)
        {
            if (item.Repeat is not null)
                continue;
            if (item.Item is Group && page.Kind != PageKind.Warning)
                continue;
            if (item is { Item: Repeat, RepeatCount: not null } && Evaluation.Count(item) == 0)
                continue; // there is nobody to ask about
            if (Evaluation.IsAsked(item, -1))
                return page.Part < 0 || !item.IsQuestion || IsPartAsked(item, page.Part);
        }
        return false;
    }

    // Of a question with nothing to choose at all, the first page says so.
    private bool IsPartAsked(CompiledItem item, int part) =>
        item is not { ChoiceFilter: not null, Item: Question question }
        || question.IsPartAskable(item, part, Evaluation.OffersOf(item, -1))
        || part == 0 && !Evaluation.OffersAny(item, -1);

    /// <summary>Every question in the survey's order, once for each instance inside repeats.</summary>
    public IEnumerable<QuestionOutcome> Outcomes()
    {
        foreach (var item in Survey.Items)
        {
            if (!item.IsQuestion)
                continue;
            if (item.Repeat is null)
                yield return Outcome(item, -1);
            else
                for (var instance = 0; instance < Evaluation.Count(item.Repeat); instance++)
                    yield return Outcome(item, instance);
        }
    }

    /// <summary>A question's state and answer.</summary>
    public QuestionOutcome Outcome(CompiledItem item, int instance = -1)
    {
        if (!IsAsked(item, instance))
            return new(item, instance, AnswerState.NotAsked, null);
        var answer = AnswerTo(item, instance);
        var state = answer switch
        {
            null => AnswerState.Skipped,
            MissingAnswer missing => missing.State,
            _ => AnswerState.Answered,
        };
        return new(item, instance, state, answer);
    }

    private static bool Inside(CompiledItem item, CompiledItem group)
    {
        for (var at = item; at is not null; at = at.Parent)
            if (at == group)
                return true;
        return false;
    }
}
