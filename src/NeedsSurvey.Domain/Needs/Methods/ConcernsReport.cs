using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>Where an item stands in a Concerns Report.</summary>
public enum ConcernClass
{
    Strength,
    Problem,
    Neither,
}

/// <summary>One item of a Concerns Report: importance and satisfaction in per cent of the scale.</summary>
public sealed record Concern(
    string Need,
    string Name,
    ShownCount N,
    double ImportancePercent,
    double SatisfactionPercent,
    ConcernClass Class
);

/// <summary>
/// The Concerns Report Method. Source: Fawcett et al., University of Kansas (Work Group for Community Health and Development).
/// </summary>
public static class ConcernsReport
{
    /// <summary>
    /// Each need's mean as per cent of the scale (mean/4·100 on 0–4). Strengths: importance and satisfaction both at or above the
    /// mean over all needs; problems: importance at or above, satisfaction below. Complete pairs only; needs without pairs are left out.
    /// </summary>
    public static IReadOnlyList<Concern> Of(NeedAnswers data) => Of(PairMeans.Of(data), data.Scale);

    internal static IReadOnlyList<Concern> Of(IReadOnlyList<PairMean> all, RatingScale scale)
    {
        var means = all.Where(m => !double.IsNaN(m.Importance)).ToArray();
        if (means.Length == 0)
            return [];
        var importanceCut = means.Average(m => m.Importance);
        var satisfactionCut = means.Average(m => m.Satisfaction);
        return
        [
            .. means.Select(m => new Concern(
                m.Item.Id,
                m.Item.Name,
                m.N,
                scale.Percent(m.Importance),
                scale.Percent(m.Satisfaction),
                !Ranks.AtLeast(m.Importance, importanceCut) ? ConcernClass.Neither
                    : !Ranks.AtLeast(m.Satisfaction, satisfactionCut) ? ConcernClass.Problem
                    : ConcernClass.Strength
            )),
        ];
    }

    // The method itself sorts into strengths and problems; as an order, the gap between its two percentages is used.
    internal static NeedScoring ScoringFor(NeedAnswers data) =>
        new()
        {
            Method = RankingMethod.Concerns,
            Name = "Concerns report",
            Unit = "percentage points",
            Reads = PairTerms.Reads,
            Sums = PairTerms.Sums,
            Terms = PairTerms.Fill,
            Score = s => s[0] > 0 ? data.Scale.Percent(s[1] / s[0]) - data.Scale.Percent(s[2] / s[0]) : double.NaN,
            N = s => s[0],
            Figures =
            [
                new("importance_percent", "Importance, per cent", NeedFigureKind.Value, 1, s => data.Scale.Percent(s[1] / s[0])),
                new("satisfaction_percent", "Satisfaction, per cent", NeedFigureKind.Value, 2, s => data.Scale.Percent(s[2] / s[0])),
            ],
            Bases = PairTerms.Bases,
            Values = PairTerms.Values,
        };
}
