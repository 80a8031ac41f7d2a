using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

// What the page showed is what the draft asked when it was drawn, so relevance as it stands before the page's answers are in tells what
// the person saw. What they did not see was not skipped: it is left as it is, and is asked when the answers just given ask for it.

/// <summary>
/// Takes what one page sent into a draft: questions that the page showed are replaced, all others stay. An answer that cannot be read
/// replaces none.
/// </summary>
internal static class PageAnswers
{
    /// <summary>Takes the answers in, and says which notes and choices the page showed.</summary>
    internal static (HashSet<(int Slot, int Instance)> Notes, ShownChoices? Choices) Take(
        JsonElement answers,
        SurveyPage page,
        Evaluation draft,
        FaultList faults
    )
    {
        // Read beside the draft, so that a row of a grid can be laid over the rows given on other pages.
        var sent = new Evaluation(draft.Survey, new() { Language = draft.Language, Now = draft.Now });
        AnswerLoader.Load(answers, sent, faults);
        Offer(page, sent, draft);
        var shown = (Notes(page, draft), ShownChoices.Of(draft));
        foreach (var item in page.Items)
        {
            if (item is { Item: Repeat, Repeat: null })
                TakeRepeat(item, sent, draft, faults);
            else if (item.IsQuestion && item.Repeat is null)
                Take(item, -1, page, sent, draft, faults);
        }
        return shown;
    }

    /// <summary>Notes of a page that are shown, with their instance inside repeats.</summary>
    internal static HashSet<(int Slot, int Instance)> Notes(SurveyPage page, Evaluation draft)
    {
        HashSet<(int, int)> shown = [];
        foreach (var item in page.Items.Where(item => item.Item is Note))
            for (var instance = item.Repeat is null ? -1 : 0; instance < (item.Repeat is { } whole ? draft.Count(whole) : 0); instance++)
                if (draft.IsAsked(item, instance))
                    shown.Add((item.Slot, instance));
        return shown;
    }

    /// <summary>Makes room for the empty instances that the page offered and the person filled.</summary>
    private static void Offer(SurveyPage page, Evaluation sent, Evaluation draft)
    {
        var more = false;
        foreach (var item in page.Items)
        {
            if (item is not { Item: Repeat, Repeat: null, RepeatCount: null } || sent.Given(item) <= draft.Given(item))
                continue;
            draft.SetInstances(item, sent.Given(item));
            more = true;
        }
        if (more)
            draft.Run();
    }

    private static void TakeRepeat(CompiledItem repeat, Evaluation sent, Evaluation draft, FaultList faults)
    {
        if (faults.Has(new(repeat)))
            return;
        var count = sent.Given(repeat);
        ref var whole = ref draft.At(repeat, -1);
        whole.Seen |= whole.Shown || count > 0;
        CompiledItem[] inside = [.. draft.Survey.Inside(repeat).Where(item => item.IsQuestion)];
        if (repeat.RepeatCount is null)
        {
            while (draft.Given(repeat) > count && Array.Exists(inside, item => draft.IsAsked(item, draft.Given(repeat) - 1)))
                draft.RemoveInstance(repeat, draft.Given(repeat) - 1);
        }
        else if (draft.Given(repeat) < count)
            draft.SetInstances(repeat, count);
        foreach (var item in inside)
            for (var instance = 0; instance < Math.Max(count, draft.Count(repeat)); instance++)
                Take(item, instance, null, sent, draft, faults);
    }

    private static void Take(CompiledItem item, int instance, SurveyPage? page, Evaluation sent, Evaluation draft, FaultList faults)
    {
        if (!draft.Exists(item, instance))
            return;
        ref var cell = ref draft.At(item, instance);
        var answer = sent.Exists(item, instance) ? sent.At(item, instance).Answer : null;
        if (faults.Has(new(item, instance)))
            cell.Seen = true;
        else if (cell.Shown || answer is not null)
            draft.Give(item, instance, page is null ? answer : Merged(item, page, cell.Answer, answer));
    }

    /// <summary>A page that shows one part of an answer replaces that one.</summary>
    private static Answer? Merged(CompiledItem item, SurveyPage page, Answer? before, Answer? now) =>
        page.Part < 0 ? now : ((Question)item.Item).AnswerType.Merge(item, page.Part, before, now);
}
