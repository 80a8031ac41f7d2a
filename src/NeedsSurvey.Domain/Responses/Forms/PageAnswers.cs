using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>Takes what one page sent into a draft: the page's questions are replaced, all others stay.</summary>
internal static class PageAnswers
{
    internal static void Take(JsonElement answers, SurveyPage page, Evaluation draft, FaultList faults)
    {
        // Read beside the draft, so that a row of a grid can be laid over the rows given on other pages.
        var sent = new Evaluation(draft.Survey, new() { Language = draft.Language, Now = draft.Now });
        AnswerLoader.Load(answers, sent, faults);
        foreach (var item in page.Items)
        {
            if (item is { Item: Repeat, Repeat: null })
                TakeRepeat(item, sent, draft);
            else if (item.IsQuestion && item.Repeat is null)
                draft.Give(item, -1, Merged(item, page, draft.At(item, -1).Answer, sent.At(item, -1).Answer));
        }
    }

    private static void TakeRepeat(CompiledItem repeat, Evaluation sent, Evaluation draft)
    {
        var count = sent.Given(repeat);
        draft.At(repeat, -1).Seen = true;
        draft.SetInstances(repeat, count);
        for (var slot = repeat.Slot + 1; slot < repeat.End; slot++)
            if (draft.Survey.Items[slot] is { IsQuestion: true } item && item.Repeat == repeat)
                for (var instance = 0; instance < draft.Room(item); instance++)
                    draft.Give(item, instance, instance < count ? sent.At(item, instance).Answer : null);
    }

    /// <summary>A page that shows one part of an answer replaces that one.</summary>
    private static Answer? Merged(CompiledItem item, SurveyPage page, Answer? before, Answer? now) =>
        page.Part < 0 ? now : ((Question)item.Item).AnswerType.Merge(item, page.Part, before, now);
}
