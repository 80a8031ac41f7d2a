using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>Either a plan from which standard errors can be worked out, or the reasons why there is none.</summary>
public abstract record SamplePlanResult
{
    private SamplePlanResult() { }

    /// <summary>A possible draw.</summary>
    public sealed record Planned(SamplePlan Plan) : SamplePlanResult;

    /// <summary>No plan, and why; every fault found.</summary>
    public sealed record Impossible(IReadOnlyList<SamplePlanFault> Faults) : SamplePlanResult;
}
