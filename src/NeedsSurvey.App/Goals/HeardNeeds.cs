using NeedsSurvey.App.Needs;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Goals;

/// <summary>
/// The needs that somebody was asked about or told of. A catalogue has others: they are nobody's answer, wait for none, and weigh nothing
/// beside goals, although "fewer than k told of it" could be a few.
/// </summary>
internal static class HeardNeeds
{
    /// <summary>
    /// Names of those that a question asks about, that enough people told of for a number, that were found in people's own words, that
    /// something was decided about, or that a goal serves. That a few told of one in a catalogue is not said by listing it.
    /// </summary>
    /// <param name="needs">The codebook.</param>
    /// <param name="asked">Names of those that a question asks about; null where it is not known: then all are.</param>
    /// <param name="rankings">All that the figures offer.</param>
    /// <param name="board">Goals and decisions.</param>
    public static IReadOnlySet<string> Of(
        IReadOnlyList<NeedEntry> needs,
        IReadOnlyList<string>? asked,
        IEnumerable<NeedRanking?> rankings,
        GoalBoard board
    )
    {
        var told = rankings.FirstOrDefault(ranking => ranking?.Method == RankingMethod.Prevalence);
        return new HashSet<string>([
            .. needs.Where(need => need.Origin != NeedOrigin.Catalogue || asked?.Contains(need.Name) != false).Select(need => need.Name),
            .. (told?.Rows ?? [])
                .Where(row => row.Score > 0 || row.Figures.Any(figure => figure.Count?.Kind == ShownCountKind.NearlyAll))
                .Select(row => row.Need),
            .. board.Dispositions.Select(disposition => disposition.Need),
            .. board.Goals.SelectMany(goal => goal.Needs.Select(link => link.Need)),
        ]);
    }

    /// <summary>The analysis of all needs, listing these alone.</summary>
    public static Alignment In(Alignment all, IReadOnlySet<string> heard)
    {
        List<NeedAlignment> needs = [.. all.Needs.Where(need => heard.Contains(need.Id))];
        return all with
        {
            Needs = needs,
            UnheardNeeds = [.. all.UnheardNeeds.Where(heard.Contains)],
            DispositionShare = needs.Count == 0 ? null : (double)needs.Count(need => need.Disposition is { HasReason: true }) / needs.Count,
        };
    }
}
