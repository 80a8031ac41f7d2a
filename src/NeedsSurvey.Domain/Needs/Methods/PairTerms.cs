namespace NeedsSurvey.Domain.Needs;

/// <summary>
/// The sums shared by the methods that compare importance I with satisfaction A: pairs, ΣI, ΣA, over complete pairs only.
/// </summary>
internal static class PairTerms
{
    public const int Sums = 3;

    public static readonly IReadOnlyList<NeedMeasure> Reads = [NeedMeasure.Importance, NeedMeasure.Satisfaction];

    public static void Fill(NeedAnswers data, int need, sbyte[][] into)
    {
        var importance = data.Column(need, NeedMeasure.Importance);
        var satisfaction = data.Column(need, NeedMeasure.Satisfaction);
        for (var r = 0; r < Math.Min(importance.Length, satisfaction.Length); r++)
        {
            if (importance[r] < 0 || satisfaction[r] < 0)
                continue;
            into[0][r] = 1;
            into[1][r] = importance[r];
            into[2][r] = satisfaction[r];
        }
    }

    public static readonly IReadOnlyList<FigureBehind> Means =
    [
        new("mean_importance", "Mean importance", NeedFigureKind.Value, 1, s => s[1] / s[0]),
        new("mean_satisfaction", "Mean satisfaction", NeedFigureKind.Value, 2, s => s[2] / s[0]),
    ];

    public static readonly IReadOnlyList<int> Bases = [0, 0, 0];

    public static IReadOnlyList<int>? Values(NeedAnswers data, AnswerReach reach, int sum) =>
        sum == 0
            ? null
            : (sum == 1 ? reach.Importance : reach.Satisfaction)
                ?? [.. Enumerable.Range(data.Scale.Low, data.Scale.High - data.Scale.Low + 1)];
}
