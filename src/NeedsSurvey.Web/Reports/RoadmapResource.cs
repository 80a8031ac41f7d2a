using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Web.Results;

namespace NeedsSurvey.Web.Reports;

/// <summary>Where an initiative stands, in counts of this moment.</summary>
/// <param name="Figures">True for those who read open answers; safe for everybody else, who are not told how many there are.</param>
/// <param name="Note">What that means, in sentences.</param>
internal sealed record RoadmapResource(FigureKind Figures, IReadOnlyList<string> Note, IReadOnlyList<StageView> Stages, RoadmapFacts Facts)
{
    public static RoadmapResource Of(InitiativeFrame frame) =>
        frame.Facts.OpenAnswers is not null
            ? new(FigureKind.True, [True], frame.Stages, frame.Facts)
            : new(FigureKind.Safe, [Safe], frame.Stages, frame.Facts);

    private const string True = "These counts are the true ones of this moment.";

    private const string Safe =
        "How many people answered is told to everybody, as it is at this moment. How many open answers, replies and corrections there are "
        + "is left out (null): that is for those who may read them.";
}
