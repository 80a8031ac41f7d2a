using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>Looks at a draft before publishing and stores nothing: what stops it, what deserves a look, and what a new version changes for the data.</summary>
public sealed class CheckSurvey(ReadSurvey surveys, ReadInitiative initiatives)
{
    /// <param name="Revision">The draft's revision that was looked at.</param>
    /// <param name="CanPublish">No fault is an error and no change is refused.</param>
    public sealed record Report(int Revision, bool CanPublish, IReadOnlyList<DefinitionFault> Faults);

    public async Task<Result<Report>> Run(Actor actor, string survey, CancellationToken ct)
    {
        if (!(await surveys.Run(actor, survey, ct)).Succeeded(out var view, out var problem)) return problem;
        if (!(await initiatives.Run(actor, view.InitiativeId, ct)).Succeeded(out var initiative, out var missing)) return missing;
        return Of(view, initiative.Fields);
    }

    /// <summary>The same for whoever has read both already.</summary>
    public static Report Of(SurveyView survey, InitiativeFields initiative)
    {
        var faults = SurveyCheck.Of(survey.Draft, initiative);
        return new(survey.Revision, !faults.Any(fault => fault.IsError), faults);
    }
}
