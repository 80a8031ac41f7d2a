using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>The verdict on a whole response.</summary>
public sealed record CheckedAnswers
{
    /// <summary>What is wrong, in the survey's order; empty when the response can be stored.</summary>
    public required IReadOnlyList<AnswerFault> Faults { get; init; }

    /// <summary>Answers left out because their questions are not asked, given the other answers.</summary>
    public required IReadOnlyList<DroppedAnswer> Dropped { get; init; }

    /// <summary>
    /// Canonical answers as they are stored: in the survey's order; not asked is absent, skipped is <c>null</c>, declined is
    /// <c>{"declined":true}</c>, not known <c>{"unknown":true}</c>; calculated values included. Only
    /// meaningful when <see cref="Accepted"/>.
    /// </summary>
    public required string Json { get; init; }

    /// <summary>Every question with its state and answer.</summary>
    public required ResponseState State { get; init; }

    /// <summary>True when nothing is wrong.</summary>
    public bool Accepted => Faults.Count == 0;
}

// The one judge of answers: the JSON face, the HTML face and paper entry all end here. Relevance comes first, then each question that
// is asked is judged; an answer to a question that is not asked is dropped and reported, whatever it holds. Pure: the caller
// brings clock and randomness, and the same input gives the same verdict.

/// <summary>Checks a whole response, or one page of a draft, against a survey version.</summary>
public static class AnswerCheck
{
    /// <summary>Checks a whole response. Never throws, whatever the JSON holds.</summary>
    /// <param name="survey">The version that was answered.</param>
    /// <param name="answers">A JSON object from question name to answer (survey-format.md, "Answers").</param>
    /// <param name="context">Language, clock and randomness.</param>
    public static CheckedAnswers Check(CompiledSurvey survey, JsonElement answers, ResponseContext context)
    {
        var evaluation = new Evaluation(survey, context);
        var state = new ResponseState(evaluation);
        var faults = new FaultList(survey.Definition, context.Language) { Response = state };
        AnswerLoader.Load(answers, evaluation, faults);
        evaluation.Run();

        var dropped = new List<DroppedAnswer>();
        faults.DropFaults(at => !evaluation.IsAsked(at.Item, at.Instance), dropped);
        AnswerValidator.ValidateAll(evaluation, faults, dropped);
        return new()
        {
            Faults = faults.InOrder(),
            Dropped = dropped,
            Json = AnswerWriter.Response(evaluation),
            State = state,
        };
    }

    /// <summary>
    /// As <see cref="Check(CompiledSurvey, JsonElement, ResponseContext)"/>, for a draft or a stored response; what is not JSON is a
    /// fault.
    /// </summary>
    public static CheckedAnswers Check(CompiledSurvey survey, string answers, ResponseContext context)
    {
        using var document = Drafts.Parse(answers);
        return document is null ? Check(survey, NotAnswers, context) : Check(survey, document.RootElement, context);
    }

    private static readonly JsonElement NotAnswers = JsonElement.Parse("false");

    /// <summary>
    /// Checks the answers of one page and takes them into the draft. The draft keeps answers to questions that are no longer asked, and
    /// members beyond a number that fell, so that going back and forth loses nothing; only <see cref="Check(CompiledSurvey, JsonElement,
    /// ResponseContext)"/> drops them.
    /// </summary>
    /// <param name="survey">The version being answered.</param>
    /// <param name="draft">The draft so far, as an earlier call returned it; empty for none. What does not fit the survey is let
    /// go.</param>
    /// <param name="page">The page that was sent.</param>
    /// <param name="answers">Answers by question name (<see cref="FormAnswers.Read"/>); a question that the page showed and that is
    /// absent was skipped.</param>
    /// <param name="context">Language, clock and randomness.</param>
    public static CheckedPage CheckPage(CompiledSurvey survey, string draft, SurveyPage page, JsonElement answers, ResponseContext context)
    {
        var state = ResponseState.Open(survey, draft, context);
        var evaluation = state.Evaluation;
        var faults = new FaultList(survey.Definition, context.Language) { Response = state };
        var (notes, choices) = PageAnswers.Take(answers, page, evaluation, faults);
        evaluation.Run(page.Items);
        choices?.AskAgain(evaluation);

        var hidden = Hidden(faults, evaluation);
        faults.DropFaults(at => !evaluation.IsAsked(at.Item, at.Instance), []);
        AnswerValidator.ValidatePage(page, evaluation, faults);
        return new()
        {
            Faults = faults.InOrder(),
            Draft = AnswerWriter.Draft(evaluation),
            State = state,
            Opened = [.. Opened(page, state, notes)],
            Next = state.After(page),
            Hidden = hidden,
        };
    }

    // As if they had never been seen: they are asked when they are asked for again.
    private static List<(CompiledItem, int)> Hidden(FaultList faults, Evaluation evaluation)
    {
        List<(CompiledItem, int)> hidden =
        [
            .. faults.Questions.Where(at => at.Item.IsQuestion && !evaluation.IsAsked(at.Item, at.Instance)),
        ];
        foreach (var (item, instance) in hidden)
            if (evaluation.Exists(item, instance) && evaluation.At(item, instance) is { Answer: null })
                evaluation.At(item, instance).Seen = false;
        return hidden;
    }

    private static IEnumerable<(CompiledItem, int)> Opened(SurveyPage page, ResponseState state, HashSet<(int, int)> notes)
    {
        foreach (var unseen in state.Unseen(page))
            yield return unseen;
        foreach (var (slot, instance) in PageAnswers.Notes(page, state.Evaluation))
            if (!notes.Contains((slot, instance)))
                yield return (state.Survey.Items[slot], instance);
    }
}

/// <summary>The verdict on one page of a draft.</summary>
public sealed record CheckedPage
{
    /// <summary>What is wrong on this page; empty when the person may go on.</summary>
    public required IReadOnlyList<AnswerFault> Faults { get; init; }

    /// <summary>The draft with this page's answers taken in; one that cannot be read leaves what was answered before.</summary>
    public required string Draft { get; init; }

    /// <summary>The draft, open: what is asked and what was answered now.</summary>
    public required ResponseState State { get; init; }

    /// <summary>
    /// What this page's answers opened on the page itself: questions asked that the person has never seen, or with choices that they have
    /// never seen, and notes that were not there; with the 0-based instance inside a repeat, −1 outside. The page is shown again before
    /// anything is said about them.
    /// </summary>
    public required IReadOnlyList<(CompiledItem Item, int Instance)> Opened { get; init; }

    /// <summary>
    /// Questions with what could not be read, which the other answers hid: with the 0-based instance inside a repeat, −1 outside.
    /// </summary>
    public required IReadOnlyList<(CompiledItem Item, int Instance)> Hidden { get; init; }

    /// <summary>The next page that is asked; null after the last.</summary>
    public required SurveyPage? Next { get; init; }

    /// <summary>True when nothing is wrong.</summary>
    public bool Accepted => Faults.Count == 0;
}
