using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// Says how people were reached. It decides whether results may carry intervals (methods.md 2), so it is audited; it may be put right at
/// any time because it describes what was done and changes no answer.
/// </summary>
public sealed class SetSampleDesign(Db db, FindSurvey surveys)
{
    /// <summary>The stable words: an open link, a random sample, everybody.</summary>
    public static readonly IReadOnlyList<string> Designs = ["opt_in", "probability_sample", "census"];

    public async Task<Result<Done>> Run(Actor actor, string survey, string design, CancellationToken cancellation)
    {
        if (!(await surveys.Run(actor, Permission.EditSurvey, survey, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (!Designs.Contains(design))
            return new Problem.Invalid("sampleDesign", "unknown", "Choose opt_in, probability_sample or census.");
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "survey.sample_design",
            found.Title,
            async tx =>
            {
                tx.Detail["design"] = design;
                return await tx.Execute(UpdateSql, new { found.Id, design }) == 1 ? Done.It : new Problem.NotFound("survey");
            },
            cancellation
        );
    }

    private const string UpdateSql = "update survey set sample_design = @design where survey_id = @Id";
}
