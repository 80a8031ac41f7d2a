using NeedsSurvey.App.Goals;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Reports;

/// <summary>
/// The needs that a report speaks of. A catalogue has needs that nobody was asked about: they are none of those that people told us of, and
/// none that waits for an answer.
/// </summary>
internal static class HeardNeeds
{
    /// <summary>
    /// Names of those that a question asks about, that enough people told of for a number, that were found in people's own words, that
    /// something was decided about, or that a goal serves. That a few told of one in a catalogue is not said by listing it.
    /// </summary>
    public static IReadOnlySet<string> Of(DrawnReport drawn, ReportFigures figures, GoalBoard board)
    {
        var told = figures.OtherRankings.Append(figures.Ranking).FirstOrDefault(ranking => ranking?.Method == RankingMethod.Prevalence);
        return new HashSet<string>([
            .. drawn
                .Needs.Where(need => need.Origin != NeedOrigin.Catalogue || drawn.Asked?.Contains(need.Name) != false)
                .Select(need => need.Name),
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
