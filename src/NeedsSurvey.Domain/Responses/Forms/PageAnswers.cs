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
            if (item is { Item: Repeat, Repeat: null }) TakeRepeat(item, sent, draft);
            else if (item.IsQuestion && item.Repeat is null) draft.Give(item, -1, Merged(item, page, draft.At(item, -1).Answer, sent.At(item, -1).Answer));
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

    private static NeedRating Refused(string row) => new(row, Rating.Refused, Rating.Refused);

    /// <summary>A page with one row or set replaces that one; declining there declines the row of a grid, and best–worst as a whole.</summary>
    private static Answer? Merged(CompiledItem item, SurveyPage page, Answer? before, Answer? now)
    {
        switch (page.Kind)
        {
            case PageKind.NeedGridRow:
                var row = item.Rows[page.Part].Name;
                var rated = now is Answer.Declined ? Refused(row) : (now as Answer.NeedRatings)?.Rows.FirstOrDefault(given => given.Row == row);
                var known = before is Answer.Declined ? [.. item.Rows.Select(given => Refused(given.Name))] : (before as Answer.NeedRatings)?.Rows ?? [];
                var rows = known.Where(given => given.Row != row).Concat(rated is null ? [] : [rated]);
                return Answer.NeedRatings.Of([.. rows.OrderBy(given => item.RowOrder(given.Row))], item.Rows.Count);
            case PageKind.BestWorstSet when now is not Answer.Declined:
                var picks = ((before as Answer.BestWorst)?.Sets ?? []).ToList();
                while (picks.Count <= page.Part) picks.Add(null);
                picks[page.Part] = now is Answer.BestWorst sets && page.Part < sets.Sets.Count ? sets.Sets[page.Part] : null;
                while (picks.Count > 0 && picks[^1] is null) picks.RemoveAt(picks.Count - 1);
                return picks.Count == 0 ? null : new Answer.BestWorst(picks);
            default:
                return now;
        }
    }
}
