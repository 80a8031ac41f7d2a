using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Responses;

/// <summary>How long a survey takes: what its author says, else an estimate for somebody who reads slowly and answers everything.</summary>
internal static class Minutes
{
    internal static int Of(CompiledSurvey survey) =>
        survey.Definition.Start.Minutes ?? Math.Max(1, (int)Math.Round(survey.Items.Sum(Seconds) / 60.0, MidpointRounding.AwayFromZero));

    private static int Seconds(CompiledItem item) => item.Item switch
    {
        TextQuestion { Story: true } => 75,
        TextQuestion => 25,
        NeedGridQuestion grid => 14 * grid.Rows.Count,
        MatrixQuestion matrix => 8 * matrix.Rows.Count,
        BestWorstQuestion sets => 20 * sets.Sets.Count,
        RankQuestion or SelectMultipleQuestion => 20,
        Question => 12,
        Note => 8,
        _ => 0,
    };
}
