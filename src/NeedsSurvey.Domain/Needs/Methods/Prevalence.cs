namespace NeedsSurvey.Domain.Needs;

/// <summary>Prevalence: the share of the respondents who were asked that stated the need.</summary>
public static class Prevalence
{
    /// <summary>stated / asked, a share in [0, 1]; NaN when nobody was asked.</summary>
    public static double Score(double asked, double stated) => asked > 0 ? stated / asked : double.NaN;

    internal static readonly NeedScoring Scoring = new()
    {
        Method = RankingMethod.Prevalence,
        Name = "Prevalence",
        Unit = "share of those asked",
        Reads = [NeedMeasure.Stated],
        Sums = 2,
        Terms = (data, need, into) =>
        {
            var stated = data.Column(need, NeedMeasure.Stated);
            for (var r = 0; r < stated.Length; r++)
            {
                if (stated[r] < 0)
                    continue;
                into[0][r] = 1;
                into[1][r] = stated[r];
            }
        },
        Score = s => Score(s[0], s[1]),
        N = s => s[0],
        Figures = [FigureBehind.People("stated", "People who stated it", 1)],
        Bases = [0, 0],
        IsShare = true,
    };
}
