using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>A question's state and answer in one response.</summary>
/// <param name="Item">The question.</param>
/// <param name="Instance">0-based instance inside a repeat; −1 outside.</param>
/// <param name="State">One of the four states.</param>
/// <param name="Answer">The answer; null unless answered or declined.</param>
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
            AnswerLoader.Load(document.RootElement, evaluation, new FaultList(survey.Definition, context.Language));
        evaluation.Run();
        return new(evaluation);
    }

    /// <summary>Whether an item is asked (or shown); <paramref name="instance"/> is 0-based inside a repeat.</summary>
    public bool IsAsked(CompiledItem item, int instance = -1) => Evaluation.IsAsked(item, instance);

    /// <summary>The answer, asked or not; null for none.</summary>
    public Answer? AnswerTo(CompiledItem item, int instance = -1) =>
        Evaluation.Exists(item, instance) ? Evaluation.At(item, instance).Answer : null;

    /// <summary>True when the person has seen the question and sent its page, answered or not.</summary>
    public bool WasSeen(CompiledItem item, int instance = -1) => Evaluation.Exists(item, instance) && Evaluation.At(item, instance).Seen;

    /// <summary>The value of a calculation (or any answer) as text; empty for none.</summary>
    public string ValueOf(CompiledItem item, int instance = -1) =>
        Evaluation.Exists(item, instance) ? Evaluation.At(item, instance).Value.ToText() : "";

    /// <summary>The choices that the choice filter lets through, in order, "other" included where it is offered.</summary>
    public IReadOnlyList<Choice> Offered(CompiledItem item, int instance = -1) =>
        item.ChoiceFilter is null ? item.Choices : [.. item.Choices.Where(choice => Evaluation.Offers(item, instance, choice))];

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
    /// Words of the survey in the respondent's language, with <c>${name}</c> replaced by the answer in words (empty when it was not
    /// answered). Plain text in parts: the page encodes them and isolates what people wrote (<c>bdi</c>).
    /// </summary>
    public IReadOnlyList<LabelPart> Words(LocalText? text, int instance = -1)
    {
        if (text is null)
            return [];
        return Piping.Fill(text.In(Language, Survey.Definition.FirstLanguage), name =>
            Survey.Find(name) is { } item && Evaluation.Exists(item, item.Repeat is null ? -1 : instance)
                ? Said(item, item.Repeat is null ? -1 : instance)
                : null
        );
    }

    private string Said(CompiledItem item, int instance)
    {
        ref var cell = ref Evaluation.At(item, instance);
        if (!cell.Shown || cell.Answer is DeclinedAnswer)
            return "";
        return cell.Answer is null ? cell.Value.ToText() : AnswerWords.OneLine(item, cell.Answer, Language);
    }

    /// <summary>Number of instances of a repeat: counted by its expression, else as many as were given.</summary>
    public int Instances(CompiledItem repeat) => Evaluation.Count(repeat);

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

    /// <summary>Pages on which something is asked, in order.</summary>
    public IEnumerable<SurveyPage> Pages() => Survey.Pages.Where(IsAsked);

    /// <summary>The next page on which something is asked; null after the last. Null stands before the first.</summary>
    public SurveyPage? After(SurveyPage? page) => Survey.Pages.Skip((page?.Index ?? -1) + 1).FirstOrDefault(IsAsked);

    /// <summary>The page before; null before the first.</summary>
    public SurveyPage? Before(SurveyPage page) => Survey.Pages.Take(page.Index).LastOrDefault(IsAsked);

    /// <summary>The next page outside the section that a warning page stands before.</summary>
    public SurveyPage? AfterSection(SurveyPage warning) =>
        Survey.Pages.Skip(warning.Index + 1).Where(page => !Inside(page.Items[0], warning.Items[0])).FirstOrDefault(IsAsked);

    /// <summary>True when something on the page is asked or shown.</summary>
    public bool IsAsked(SurveyPage page)
    {
        foreach (var item in page.Items)
        {
            if (item.Repeat is not null)
                continue;
            if (item.Item is Group && page.Kind != PageKind.Warning)
                continue;
            if (Evaluation.IsAsked(item, -1))
                return true;
        }
        return false;
    }

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
            DeclinedAnswer => AnswerState.Declined,
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
