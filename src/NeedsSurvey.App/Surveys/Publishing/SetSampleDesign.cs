using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// Says how people were reached. It decides whether results may carry intervals (methods.md 2), so it is audited; it may be put right at
/// any time because it describes what was done and changes no answer.
/// </summary>
public sealed class SetSampleDesign(Db db, FindSurvey surveys)
{
    public async Task<Result<Done>> Run(Actor actor, string survey, SampleDesign design, CancellationToken cancellation)
    {
        if (!(await surveys.Run(actor, Permission.EditSurvey, survey, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (!Enum.IsDefined(design))
            return new Problem.Invalid("sampleDesign", "unknown", "Choose opt_in, probability_sample or census.");
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "survey.sample_design",
            found.Title,
            async tx =>
            {
                tx.Detail["design"] = design.Code();
                return await tx.Execute(UpdateSql, new { found.Id, design = design.Code() }) == 1
                    ? Done.It
                    : new Problem.NotFound("survey");
            },
            cancellation
        );
    }

    private const string UpdateSql = "update survey set sample_design = @design where survey_id = @Id";
}
