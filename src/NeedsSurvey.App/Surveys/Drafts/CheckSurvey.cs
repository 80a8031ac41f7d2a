using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// Looks at a draft before publishing and stores nothing: what stops it, what deserves a look, and what a new version changes for the
/// data.
/// </summary>
public sealed class CheckSurvey(Db db, ReadSurvey surveys, ReadInitiative initiatives, TimeProvider clock)
{
    /// <param name="Revision">The draft's revision that was looked at.</param>
    /// <param name="CanPublish">No fault is an error and no change is refused.</param>
    /// <param name="Changes">Against the published version, each with what it does to the data; empty before the first.</param>
    public sealed record Report(int Revision, bool CanPublish, IReadOnlyList<DefinitionFault> Faults, IReadOnlyList<VersionChange> Changes);

    public async Task<Result<Report>> Run(Actor actor, string survey, CancellationToken cancellation)
    {
        if (!(await surveys.Run(actor, survey, cancellation)).Succeeded(out var view, out var problem))
            return problem;
        return await Of(actor, view, cancellation);
    }

    /// <summary>The same for whoever has read the survey already.</summary>
    public async Task<Result<Report>> Of(Actor actor, SurveyView survey, CancellationToken cancellation)
    {
        if (!(await initiatives.Run(actor, survey.InitiativeId, cancellation)).Succeeded(out var initiative, out var problem))
            return problem;
        var faults = SurveyCheck.Of(survey.Draft, initiative.Fields, InitiativeClock.Today(initiative.Fields.TimeZone, clock.GetUtcNow()));
        var changes = PublishedVersions.Changes(
            await db.Query<string>(PublishedVersions.Sql, new { survey.Id }, cancellation),
            survey.Draft,
            hasAnswers: await db.One<bool>(PublishedVersions.AnsweredSql, new { survey.Id }, cancellation)
        );
        var canPublish = !faults.Any(fault => fault.IsError) && !changes.Any(change => change.Effect == ChangeEffect.Refused);
        return new Report(survey.Revision, canPublish, faults, changes);
    }
}
