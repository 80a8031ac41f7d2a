using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Web.Goals;

/// <summary>What share of what people need a need is, as pages say it.</summary>
internal static class NeedWeights
{
    /// <summary>Whether a ranking tells needs apart; if not, shares are only equal parts.</summary>
    internal static bool AreKnown(NeedRanking? ranking) => ranking?.Rows.Any(row => row.Score is not (null or 0)) == true;

    /// <summary>
    /// "12 % of what people need"; for a need whose score is told in words, "said by fewer than 10 people", because its share would only be
    /// worked out from the middle of what the words allow. Null where there is neither.
    /// </summary>
    internal static string? Of(NeedAlignment need, NeedRanking? ranking, Language spoken) =>
        !AreKnown(ranking) ? null
        : InWords(ranking!.Rows.FirstOrDefault(row => row.Need == need.Id)) is { } told
            ? spoken.Report.SaidBy(SafeWords.ShareOf(told, 1, spoken))
        : need.Weight > 0 ? spoken.Report.ShareOfNeed(spoken.Percent(need.Weight))
        : null;

    private static ShownCount? InWords(RankedNeed? row) =>
        row is { Score: null } ? row.Figures.Select(figure => figure.Count).FirstOrDefault(count => count is { Shown: null }) : null;
}
