// The part of ResultRules in which a version or a filter may have offered people other choices: who was never offered one was not asked
// about it, and is not in its base.

using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

public sealed partial record ResultRules
{
    // Each choice among those who answered and were offered it: all of them, unless a version or a filter offered others.
    private List<ChoiceCount> Picks(
        ChoiceTally tally,
        int group,
        CountBase everybody,
        CountBase of,
        BaseIntervals ofAll,
        Func<CountBase, Func<int, RecordCounter>?, RecordCounter, BaseIntervals> intervals,
        ChoiceTally? byUnit
    )
    {
        return [.. tally.Block.Choices.Select(Pick)];

        ChoiceCount Pick(Choice choice, int i)
        {
            var (part, never) = (tally.Counts[group, i], tally.NotOffered(group, i));
            var label = Words(tally.Block, choice.Label);
            Func<int, RecordCounter>? partIn = byUnit is null ? null : unit => byUnit.Counts[unit, i];
            if (never == default)
                return Counted(choice.Name, label, part, of, ofAll, partIn);
            if (everybody.Within(tally.OfferedTo(group, i)) is not { } offered)
                return new(choice.Name, label, Rule.Nobody, null, null) { OfferedTo = Rule.Nobody };
            Func<int, RecordCounter>? answeredIn = byUnit is null ? null : unit => byUnit.OfferedTo(unit, i);
            var among = intervals(offered, answeredIn, never);
            return Counted(choice.Name, label, part, offered, among, partIn) with { OfferedTo = OfferedTo(of, never, offered) };
        }
    }

    private List<BestWorstCount> BestWorst(BestWorstTally sets, int group, CountBase everybody, CountBase of)
    {
        return [.. sets.Block.Choices.Select(Ends)];

        BestWorstCount Ends(Choice choice, int i)
        {
            var (label, never) = (Words(sets.Block, choice.Label), sets.NotJudged[group, i]);
            if (everybody.Within(of.Members.Without(never)) is not { } shown)
                return new(choice.Name, label, Rule.Nobody, null, Rule.Nobody, null) { OfferedTo = Rule.Nobody };
            var (best, worst) = (shown.Part(sets.Best[group, i]), shown.Part(sets.Worst[group, i]));
            return new(choice.Name, label, best, ShownFigures.Share(best, shown).Value, worst, ShownFigures.Share(worst, shown).Value)
            {
                OfferedTo = OfferedTo(of, never, shown),
            };
        }
    }

    private List<RankedChoice> Ranking(RankTally rank, int group, CountBase everybody, CountBase of)
    {
        return [.. rank.Block.Choices.Select((choice, i) => Ranked(choice, i))];

        RankedChoice Ranked(Choice choice, int i)
        {
            var cells = rank.Cells(group, i);
            var all = RecordCounter.Of(cells);
            if (everybody.Within(all) is not { } offered)
                return new(choice.Name, Words(rank.Block, choice.Label), Rule.Nobody, null, Rule.Nobody, null, null, null)
                {
                    OfferedTo = Rule.Nobody,
                };
            var (first, top) = (offered.Part(rank.Within(group, i, 1)), offered.Part(rank.Within(group, i, RankTally.Top)));
            var mean = ShownFigures.Mean(offered.Parts(cells), rank.Values(i), offered);
            return new(
                choice.Name,
                Words(rank.Block, choice.Label),
                first,
                ShownFigures.Share(first, offered).Value,
                top,
                ShownFigures.Share(top, offered).Value,
                mean?.Value,
                mean is { Range.Width: > 0 } ? mean.Range : null
            )
            {
                OfferedTo = OfferedTo(of, of.Members.Without(all), offered),
            };
        }
    }

    /// <summary>
    /// Whom a share is of, where a version or a filter offered the answer to others than all who answered. That it was not offered to one
    /// of them is as little told as that one of them skipped it.
    /// </summary>
    /// <param name="of">Those who answered.</param>
    /// <param name="never">Those of them who were never offered it.</param>
    /// <param name="offered">The others.</param>
    public static ShownCount? OfferedTo(CountBase of, RecordCounter never, CountBase offered) =>
        never == default || !of.Rule.IsOff && of.Part(never).Kind == ShownCountKind.Few ? null : offered.Count;
}
