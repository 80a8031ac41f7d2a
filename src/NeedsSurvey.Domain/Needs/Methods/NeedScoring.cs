// Why this file exists: a method is a few sums over respondents and a formula on those sums. Splitting it so lets the point
// estimate, the weighted estimate and every bootstrap resample run the *same* formula; only how often a respondent counts differs.
// The formulas themselves are one file a method beside this one.
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain.Needs;

/// <summary>How one method turns columns into sums and sums into a score.</summary>
internal sealed record NeedScoring
{
    public required RankingMethod Method { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public string Explanation => KnownLanguages.English.Report.Methods.Of(Code).Explanation;
    public required string Unit { get; init; }
    public bool HigherMeansGreaterNeed { get; init; } = true;

    /// <summary>Measures without which the method cannot be offered.</summary>
    public required IReadOnlyList<NeedMeasure> Reads { get; init; }

    /// <summary>Number of sums a need.</summary>
    public required int Sums { get; init; }

    /// <summary>Writes what each respondent adds to each sum: <c>into[sum][respondent]</c>, zero-filled beforehand.</summary>
    public required Action<NeedAnswers, int, sbyte[][]> Terms { get; init; }

    /// <summary>The score from the sums; NaN when they hold no answer.</summary>
    public required Func<double[], double> Score { get; init; }

    /// <summary>n of the row, from the unweighted sums.</summary>
    public required Func<double[], double> N { get; init; }

    /// <summary>
    /// Figures behind the score: shares and means from the (weighted) sums, counts of people or votes from the unweighted ones.
    /// </summary>
    public required Func<double[], double[], NeedFigure[]> Figures { get; init; }

    /// <summary>Raw weight of a need for goals, before scaling to a total of 1; arguments: score, number of needs.</summary>
    public Func<double, int, double> RawWeight { get; init; } = (score, _) => Math.Max(0, score);

    /// <summary>The terms of every need and sum: <c>[need * Sums + sum][respondent]</c>.</summary>
    public sbyte[][] AllTerms(NeedAnswers data)
    {
        var all = new sbyte[data.Needs.Count * Sums][];
        for (var need = 0; need < data.Needs.Count; need++)
        {
            var into = new sbyte[Sums][];
            for (var sum = 0; sum < Sums; sum++)
                into[sum] = all[need * Sums + sum] = new sbyte[data.Count];
            Terms(data, need, into);
        }
        return all;
    }
}
