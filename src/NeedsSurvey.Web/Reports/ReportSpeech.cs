using NeedsSurvey.App;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.Web.Reports;

/// <summary>Rankings and faults in the words of the reader's language.</summary>
internal static class ReportSpeech
{
    /// <summary>A score: shares as per cent, the rest with as many digits as its size asks for.</summary>
    internal static string ScoreOf(this Language spoken, NeedRanking ranking, double? score)
    {
        if (score is not { } value || double.IsNaN(value))
            return "–";
        if (ranking.Method == RankingMethod.Prevalence)
            return spoken.Percent(value);
        return value
            .ToString(
                Math.Abs(value) switch
                {
                    >= 20 => "0",
                    >= 1 => "0.0",
                    _ => "0.00",
                },
                spoken.Culture
            )
            .Replace('-', '−');
    }

    /// <summary>The ranking's plain name and what its score means.</summary>
    internal static string Explain(this Language spoken, NeedRanking ranking)
    {
        var (name, explanation) = spoken.Report.Methods.Of(ranking.Code);
        return $"{name}: {explanation}";
    }

    /// <summary>An operation's fault in the hearing check's words; what its page cannot bring about keeps the operation's.</summary>
    internal static Fault Say(this Language spoken, Fault fault) =>
        fault with
        {
            // The version stands in no field that a link could lead to.
            Path = fault.Path == "version" ? "verdict" : fault.Path,
            Message = fault switch
            {
                { Path: "verdict" } => spoken.Hearing.Choose,
                { Path: "correction", Code: "too_long" } => spoken.TooLong(ReplyToHearingCheck.Longest),
                _ => fault.Message,
            },
        };

    /// <summary>The same of what is said about goals, which stands above all of them.</summary>
    internal static Fault SayOfGoals(this Language spoken, Fault fault) =>
        fault with
        {
            Path = "goals",
            Message = fault.Code == "too_long" ? spoken.TooLong(ReplyToGoals.Longest) : spoken.Hearing.GoalsChoose,
        };

    private static string TooLong(this Language spoken, int most) => spoken.Answering.AtMostCharacters(spoken.Count(most));
}
