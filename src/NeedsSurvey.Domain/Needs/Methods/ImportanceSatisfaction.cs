namespace NeedsSurvey.Domain.Needs;

/// <summary>Band of an Importance–Satisfaction rating.</summary>
public enum PriorityBand
{
    /// <summary>Below .10: keep the present emphasis.</summary>
    Current,

    /// <summary>.10 up to .20.</summary>
    High,

    /// <summary>.20 and above.</summary>
    VeryHigh,
}

/// <summary>The Importance–Satisfaction (I-S) rating. Source: ETC Institute.</summary>
public static class ImportanceSatisfaction
{
    /// <summary>Top-three share × (1 − share satisfied); both shares in [0, 1], the rating too.</summary>
    public static double Rating(double topThreeShare, double satisfiedShare) => topThreeShare * (1 - satisfiedShare);

    /// <summary>≥ .20 very high, .10–.20 high.</summary>
    public static PriorityBand Band(double rating) =>
        rating switch
        {
            >= 0.20 - 1e-12 => PriorityBand.VeryHigh,
            >= 0.10 - 1e-12 => PriorityBand.High,
            _ => PriorityBand.Current,
        };

    // Sums: asked for priorities, named it, rated satisfaction, satisfied. A ranking answers "top three" where no priority question was
    // asked: StatedNeeds decides that by the person's version of the survey.
    internal static readonly NeedScoring Scoring = new()
    {
        Method = RankingMethod.ImportanceSatisfaction,
        Name = "Importance–Satisfaction rating",
        Unit = "rating from 0 to 1",
        Reads = [NeedMeasure.Priority, NeedMeasure.Satisfaction],
        Sums = 4,
        Terms = (data, need, into) =>
        {
            var priority = data.Column(need, NeedMeasure.Priority);
            var satisfaction = data.Column(need, NeedMeasure.Satisfaction);
            for (var r = 0; r < data.Count; r++)
            {
                if (priority.Length > 0 && priority[r] >= 0)
                {
                    into[0][r] = 1;
                    into[1][r] = priority[r];
                }
                if (satisfaction.Length > 0 && satisfaction[r] >= 0)
                {
                    into[2][r] = 1;
                    into[3][r] = data.Scale.IsSatisfied(satisfaction[r]) ? (sbyte)1 : (sbyte)0;
                }
            }
        },
        Score = s => s[0] > 0 && s[2] > 0 ? Rating(s[1] / s[0], s[3] / s[2]) : double.NaN,
        // Two questions stand behind the rating; the smaller n is the honest one.
        N = s => Math.Min(s[0], s[2]),
        Figures =
        [
            FigureBehind.Share("top_three", "Share naming it a top-three priority", 1, 0),
            FigureBehind.Share("satisfied", "Share satisfied", 3, 2),
        ],
        Bases = [0, 0, 2, 2],
    };
}
