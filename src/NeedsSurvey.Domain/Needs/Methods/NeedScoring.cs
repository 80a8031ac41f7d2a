// A method is a few sums over respondents and a formula on those sums. Splitting it so lets the point
// estimate, the weighted estimate, safe figures and the slopes that rank sets resample run the *same* formula.
// The formulas themselves are one file a method beside this one.
using System.Text.Json;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>How one method turns columns into sums and sums into a score.</summary>
internal sealed record NeedScoring
{
    public required RankingMethod Method { get; init; }
    public string Code => JsonNamingPolicy.SnakeCaseLower.ConvertName(Method.ToString());
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

    /// <summary>Figures behind the score.</summary>
    public required IReadOnlyList<FigureBehind> Figures { get; init; }

    /// <summary>
    /// For each sum the one that marks with 1 who is in its base; a sum that marks names itself. Empty where the method is not worked out
    /// from safe counts.
    /// </summary>
    public IReadOnlyList<int> Bases { get; init; } = [];

    /// <summary>
    /// The values that a sum's terms can have, whoever answers; null for 0 or 1. They must not depend on what was answered: a value that
    /// is there only because somebody gave it would tell of them.
    /// </summary>
    public Func<NeedAnswers, AnswerReach, int, IReadOnlyList<int>?> Values { get; init; } = (_, _, _) => null;

    /// <summary>The score is itself a share of people: where its safe count is told in words, so is the score.</summary>
    public bool IsShare { get; init; }

    /// <summary>Raw weight of a need for goals, before scaling to a total of 1; arguments: score, sums.</summary>
    public Func<double, double[], double> RawWeight { get; init; } = (score, _) => Math.Max(0, score);
}

/// <summary>A figure behind a score.</summary>
/// <param name="Of">The sum that it is about, of 0 or 1 for people and shares.</param>
/// <param name="Value">From the sums; of no use for people.</param>
internal sealed record FigureBehind(string Code, string Label, NeedFigureKind Kind, int Of, Func<double[], double> Value)
{
    public static FigureBehind People(string code, string label, int sum) => new(code, label, NeedFigureKind.People, sum, s => s[sum]);

    public static FigureBehind Share(string code, string label, int sum, int of) =>
        new(code, label, NeedFigureKind.Share, sum, s => s[sum] / s[of]);

    /// <summary>From true sums; counts of people from those without weights.</summary>
    public NeedFigure From(double[] sums, double[] plain) =>
        Kind == NeedFigureKind.People
            ? new(Code, Label, plain[Of], ShownCount.Number((int)plain[Of]), Kind)
            : new(Code, Label, Value(sums), Kind: Kind);
}
