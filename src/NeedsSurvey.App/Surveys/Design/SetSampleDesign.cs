using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// Says how people were reached and drawn. It decides whether results may carry intervals and how wide they are (methods.md 2), so it is
/// audited; it may be put right at any time because it describes what was done and changes no answer. What cannot be is refused here;
/// what only the answers can tell (a cluster alone in its stratum) stands in place of the intervals.
/// </summary>
public sealed class SetSampleDesign(Db db, FindSurvey surveys)
{
    private const int MostSizes = 200;

    /// <summary>How people were reached, drawn from one list.</summary>
    public Task<Result<Done>> Run(Actor actor, string survey, SampleDesign design, CancellationToken cancellation) =>
        Run(actor, survey, new SurveyDesign(design), cancellation);

    /// <param name="revision">What the form was filled with; refused where it is no longer what is stored.</param>
    public async Task<Result<Done>> Run(
        Actor actor,
        string survey,
        SurveyDesign design,
        CancellationToken cancellation,
        string? revision = null
    )
    {
        if (!(await surveys.Run(actor, Permission.EditSurvey, survey, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        var cleaned = design with { Strata = Named(design.Strata), Cluster = Named(design.Cluster), Sizes = design.Sizes ?? [] };
        List<Fault> faults = [.. Shape(cleaned)];
        if (faults.Count == 0)
            faults.AddRange(await db.Snapshot(snapshot => Impossible(snapshot, found.Id, cleaned), cancellation));
        if (faults.Count > 0)
            return new Problem.Invalid(faults);
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "survey.sample_design",
            found.Title,
            async tx =>
            {
                await tx.Execute(LockSql, new { found.Id });
                if (await Revision.Refusal(tx, RevisionSql, new { found.Id }, revision) is { } meanwhile)
                    return meanwhile;
                tx.Detail["design"] = cleaned.Kind.Code();
                if (cleaned.Strata is not null)
                    tx.Detail["strata"] = cleaned.Strata;
                if (cleaned.Cluster is not null)
                    tx.Detail["cluster"] = cleaned.Cluster;
                var values = new
                {
                    found.Id,
                    design = cleaned.Kind.Code(),
                    cleaned.Strata,
                    cleaned.Cluster,
                    sizes = Jsonb.Of(SampleFrames.Sizes(cleaned.Strata is null ? [] : cleaned.Sizes)),
                };
                return await tx.Execute(UpdateSql, values) == 1 ? Done.It : new Problem.NotFound("survey");
            },
            cancellation
        );
    }

    private static IEnumerable<Fault> Shape(SurveyDesign design)
    {
        if (!Enum.IsDefined(design.Kind))
            yield return new("sampleDesign", "unknown", "Choose opt_in, probability_sample or census.");
        if (design.Strata is null && design.Sizes!.Count > 0)
            yield return new("sizes", "sizes_without_strata", SurveyDesignWords.SizesWithoutStrata);
        if (design.Sizes!.Count > MostSizes)
            yield return new("sizes", "too_many", "Keep to at most 200 strata.");
        for (var i = 0; i < design.Sizes.Count; i++)
        {
            if (design.Sizes[i].People < 0)
                yield return new($"sizes[{i}].people", "negative", "The number of people is 0 or more.");
            if (design.Sizes.Take(i).Any(line => line.Category == design.Sizes[i].Category))
                yield return new($"sizes[{i}].category", "twice", $"“{design.Sizes[i].Category}” stands twice. Keep one of the two.");
        }
    }

    private static async Task<IReadOnlyList<Fault>> Impossible(ReadSnapshot snapshot, Guid surveyId, SurveyDesign design)
    {
        var frame = (await SampleFrames.Sources.Read(snapshot, surveyId)).Frame(design);
        return [.. frame.Faults.Select(fault => new Fault(At(fault.Kind), Code(fault.Kind), fault.Message))];
    }

    // The field that has to change.
    private static string At(SamplePlanFaultKind kind) =>
        kind switch
        {
            SamplePlanFaultKind.NothingDrawn => "sampleDesign",
            SamplePlanFaultKind.NoSuchCluster => "cluster",
            SamplePlanFaultKind.NoSuchStrata => "strata",
            SamplePlanFaultKind.NoSuchCategory
            or SamplePlanFaultKind.StrataWithoutPopulation
            or SamplePlanFaultKind.StrataUnlikeCommunity
            or SamplePlanFaultKind.MergedInCircle => "sizes",
            _ => "",
        };

    /// <summary>The word of a fault in JSON.</summary>
    internal static string Code(SamplePlanFaultKind kind) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    private static string? Named(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim();

    private const string LockSql = "select 1 from survey where survey_id = @Id for no key update";

    // Of the design alone: a draft that is edited meanwhile is no other design.
    internal const string Fingerprint = "md5(concat_ws('|', s.sample_design, s.strata_question, s.cluster_question, s.strata_sizes))";

    private const string RevisionSql = $"select {Fingerprint} from survey s where survey_id = @Id";

    private const string UpdateSql = """
        update survey set sample_design = @design, strata_question = @Strata, cluster_question = @Cluster, strata_sizes = @sizes
        where survey_id = @Id
        """;
}
