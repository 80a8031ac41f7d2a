// The part of StatedNeeds that reads choices: whom a filter never offered one was not asked about it.

using System.Runtime.InteropServices;
using System.Text.Json;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Needs;

public sealed partial class StatedNeeds
{
    private void ReadChosen(
        ChoiceQuestion question,
        Func<Choice, bool> offers,
        bool isPriority,
        JsonElement answer,
        NeedAnswersBuilder builder,
        int respondent
    )
    {
        if (Chosen(answer) is not { } chosen)
            return;
        foreach (var choice in question.Choices.In(survey))
        {
            if (choice.Need is not { } name || IndexOf(name) is not { } need)
                continue;
            var isChosen = chosen.Contains(choice.Name);
            if (!isChosen && !offers(choice))
                continue;
            builder.Ask(respondent, need);
            if (isPriority)
                builder.Prioritise(respondent, need, isChosen);
            if (isChosen)
                builder.State(respondent, need);
        }
    }

    private void ReadRank(RankQuestion question, Func<Choice, bool> offers, JsonElement answer, NeedAnswersBuilder builder, int respondent)
    {
        if (Chosen(answer) is not { Count: > 0 } places)
            return;
        List<Choice> choices = [.. question.Choices.In(survey).Where(choice => places.Contains(choice.Name) || offers(choice))];
        var stating = Math.Min(Top, choices.Count / 2);
        foreach (var choice in choices)
        {
            if (choice.Need is not { } name || IndexOf(name) is not { } need)
                continue;
            var place = places.IndexOf(choice.Name) + 1;
            var first = place > 0 && place <= stating;
            if (place > 0)
                builder.Place(respondent, need, Math.Min(place, sbyte.MaxValue));
            else
                builder.LeaveOut(respondent, need, Math.Min(RankPlaces.TwiceShared(places.Count, choices.Count), sbyte.MaxValue));
            // Of a single one nothing is said by its place.
            if (stating == 0)
                continue;
            builder.Ask(respondent, need);
            if (!asksPriorities)
                builder.Prioritise(respondent, need, first);
            if (first)
                builder.State(respondent, need);
        }
    }

    private void ReadBestWorst(
        BestWorstQuestion question,
        Func<Choice, bool> offers,
        JsonElement answer,
        NeedAnswersBuilder builder,
        int respondent
    )
    {
        if (answer.ValueKind != JsonValueKind.Array)
            return;
        var picks = answer.EnumerateArray().ToList();
        foreach (var choice in question.Choices.In(survey))
        {
            if (choice.Need is not { } name || IndexOf(name) is not { } need)
                continue;
            int shown = 0,
                best = 0,
                worst = 0;
            for (var set = 0; offers(choice) && set < question.Sets.Count && set < picks.Count; set++)
            {
                if (picks[set].ValueKind != JsonValueKind.Object || !question.Sets[set].Contains(choice.Name))
                    continue;
                shown++;
                if (picks[set].TryGetProperty("best", out var b) && b.ValueEquals(choice.Name))
                    best++;
                if (picks[set].TryGetProperty("worst", out var w) && w.ValueEquals(choice.Name))
                    worst++;
            }
            if (shown == 0)
                continue;
            builder
                .AddTo(respondent, need, NeedMeasure.Shown, shown)
                .AddTo(respondent, need, NeedMeasure.Best, best)
                .AddTo(respondent, need, NeedMeasure.Worst, worst)
                .Ask(respondent, need);
            if (best > 0)
                builder.State(respondent, need);
        }
    }

    /// <summary>The codes chosen, whatever form the answer has; null when it was skipped, declined or not known.</summary>
    private static List<string>? Chosen(JsonElement answer) =>
        answer.ValueKind switch
        {
            JsonValueKind.String => [answer.GetString()!],
            JsonValueKind.Array => [.. answer.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.String).Select(c => c.GetString()!)],
            JsonValueKind.Object when answer.TryGetProperty("choice", out var one) => Chosen(one),
            JsonValueKind.Object when answer.TryGetProperty("choices", out var many) => Chosen(many),
            _ => null,
        };

    // With the filter of its choices, where it has one that stored answers can be held against.
    internal sealed record AskedQuestion(Question Question, CompiledItem Item, OfferedChoices? Filter)
    {
        /// <summary>Which choices a response was offered.</summary>
        public Func<Choice, bool> OffersTo(JsonElement answers)
        {
            if (Filter is null)
                return All;
            var let = Filter.To(JsonMarshal.GetRawUtf8Value(answers), default, 0).ToArray();
            return choice => let[Item.ChoiceOrder(choice.Name)];
        }

        private static readonly Func<Choice, bool> All = _ => true;
    }
}
