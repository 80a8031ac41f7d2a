using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Goals;

/// <summary>Why goals cannot be adopted yet, in one sentence that is true of this initiative.</summary>
internal static class GateWords
{
    public static string Why(RoadmapFacts facts) =>
        facts switch
        {
            { Surveys: 0 } => "Nobody has been asked yet: there is no survey.",
            { OpenSurveys: 0, ClosedSurveys: 0 } => "Nobody has been asked yet: the survey is not published.",
            _ => $"{Figures.Count(facts.Responses)} of at least {Figures.Count(facts.MinimumResponses)} people have answered, and the "
                + $"survey is still open.",
        };
}
