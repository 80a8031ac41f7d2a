using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>
/// Judges answers that were read and whose relevance is known: choice filter, constraint, required; and finds what to drop.
/// </summary>
internal static class AnswerValidator
{
    internal static void ValidateAll(Evaluation response, FaultList faults, List<DroppedAnswer> dropped)
    {
        foreach (var item in response.Survey.Items)
        {
            if (!item.IsQuestion)
                continue;
            if (item.Repeat is null)
                Judge(response, item, -1, faults, dropped);
            else
                for (var instance = 0; instance < response.Room(item); instance++)
                    Judge(response, item, instance, faults, dropped);
        }
    }

    /// <summary>As <see cref="ValidateAll"/>, for one page: what it did not show yet is not complained about.</summary>
    internal static void ValidatePage(SurveyPage page, Evaluation response, FaultList faults)
    {
        foreach (var item in page.Items)
        {
            if (!item.IsQuestion)
                continue;
            var count = item.Repeat is { } repeat ? response.Count(repeat) : 0;
            for (var instance = item.Repeat is null ? -1 : 0; instance < count; instance++)
                if (response.At(item, instance) is { Seen: true } or { Answer: not null })
                    Judge(response, item, instance, faults, null, page.Part);
        }
    }

    private static void Judge(
        Evaluation response,
        CompiledItem item,
        int instance,
        FaultList faults,
        List<DroppedAnswer>? dropped,
        int part = -1
    )
    {
        ref var cell = ref response.At(item, instance);
        if (!cell.Shown)
        {
            if (cell.Answer is not null)
                dropped?.Add(new(item.Name, new Place(item, instance).Path));
            return;
        }
        var question = (Question)item.Item;
        if (cell.Answer is MissingAnswer || cell.Answer is null && !question.Required)
            return;
        var at = new Place(item, instance);
        // What could not be read is told as that; the answer before it, which stays, is not judged beside it.
        if (faults.Has(at))
            return;
        var offers = item.ChoiceFilter is null ? null : response.OffersOf(item, instance);
        // Whoever is offered nothing to choose cannot be asked to choose; on a page, nor can who has not seen it yet.
        if (question.Required && (cell.Seen || dropped is not null) && (cell.Answer is not null || response.OffersAny(item, instance)))
            question.AnswerType.Require(cell.Answer, new(question, at, faults, offers), part);
        if (cell.Answer is null)
            return;
        if (offers is not null)
            JudgeFiltered(cell.Answer, question, at, offers, faults);
        var met = Met(response, item, instance);
        if (question.AnswerType.Doubt(cell.Answer, at, met, response.Today, faults))
            return;
        if (!met)
            faults.AddConstraint(at, question.ConstraintMessage, LimitFaults.Say(response, item, instance, item.Limits));
    }

    private static void JudgeFiltered(Answer answer, Question question, Place at, Func<Choice, bool> offers, FaultList faults)
    {
        if (answer.Picked.Any(name => !offers(at.Item.Choice(name)!)))
            faults.Add(at, "choice_not_offered");
        else
            question.AnswerType.Count(answer, at, offers, faults);
    }

    /// <summary>
    /// Whether the answer meets its constraint. One that cannot be evaluated is its author's mistake; the person who answers is not held
    /// up by it.
    /// </summary>
    private static bool Met(Evaluation response, CompiledItem item, int instance) =>
        item.Constraint is not { } constraint
        || response.Evaluate(constraint, item, instance) is var value && (value.IsFault || value.ToBoolean());
}
