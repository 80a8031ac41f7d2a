using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// Makes the draft the next version, which never changes again, and opens the survey to answers. Refused, with every reason: a draft with an error, a
/// change that would give answers another meaning, one that splits the data and is not confirmed, and a draft that says nothing new while the survey is
/// open. The needs it names are brought into the initiative by <c>Needs/AdoptSurveyNeeds</c>, which callers run next.
/// </summary>
public sealed class PublishSurvey(Db db, FindSurvey surveys, TimeProvider clock)
{
    /// <param name="Revision">Publish only this revision of the draft, the one that was looked at; null for whatever is there.</param>
    /// <param name="ConfirmSplits">The changes that split the data were read and are wanted.</param>
    public sealed record Command(int? Revision = null, bool ConfirmSplits = false);

    /// <param name="Warnings">What deserved a look and did not stop it.</param>
    public sealed record Published(Guid SurveyId, string Slug, int Version, IReadOnlyList<DefinitionFault> Warnings);

    public async Task<Result<Published>> Run(Actor actor, string survey, Command command, CancellationToken cancellation)
    {
        if (!(await surveys.Run(actor, Permission.PublishSurvey, survey, cancellation)).Succeeded(out var found, out var problem)) return problem;
        return await db.Change<Published>(actor, found.OrganisationId, "survey.publish", found.Title, async tx =>
        {
            var stored = await StoredDraft.Lock(tx, found.Id);
            if (command.Revision is { } wanted && wanted != stored.Revision)
                return new Problem.Conflict("draft_changed", "The draft was changed after you looked at it. Look at it again, then publish.");
            var faults = SurveyCheck.Of(stored.Definition);
            if (faults.Any(fault => fault.IsError))
                return new Problem.Invalid([.. faults.Where(fault => fault.IsError).Select(fault => new Fault(fault.Path, fault.Code, fault.Message))]);
            var latest = await tx.Find<VersionRow>(LatestSql, new { found.Id });
            var same = latest is not null && SurveyJson.Write(SurveyJson.ReadStored(latest.Definition)) == SurveyJson.Write(stored.Definition);
            var changes = PublishedVersions.Changes(await tx.Query<string>(PublishedVersions.Sql, new { found.Id }), stored.Definition,
                hasAnswers: await tx.One<bool>(PublishedVersions.AnsweredSql, new { found.Id }));
            if (Objection(changes, command.ConfirmSplits) is { } objection) return objection;
            if (same && stored.State == SurveyState.Open)
                return new Problem.Conflict("nothing_new", $"Version {latest!.Version} is open and the draft says the same. There is nothing to publish.");
            var version = same ? latest!.Version : (latest?.Version ?? 0) + 1;
            if (!same) await tx.Execute(VersionSql, new { found.Id, version, definition = Jsonb.Of(SurveyJson.WriteUtf8(stored.Definition)) });
            await tx.Execute(OpenSql, new { found.Id, today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) });
            tx.Detail["version"] = version;
            return new Published(found.Id, found.Slug, version, [.. faults.Where(fault => !fault.IsError)]);
        }, cancellation);
    }

    private static Problem? Objection(IReadOnlyList<VersionChange> changes, bool confirmed)
    {
        var refused = changes.Where(change => change.Effect == ChangeEffect.Refused).ToList();
        if (refused.Count > 0) return new Problem.Invalid([.. refused.Select(change => new Fault(change.Path, change.Code, $"{change.Message} {change.Export}"))]);
        var splits = changes.Where(change => change.Effect == ChangeEffect.SplitsData).ToList();
        return splits.Count == 0 || confirmed ? null : new Problem.Conflict("splits_data",
            $"{string.Join(" ", splits.Take(5).Select(change => $"{change.Message} {change.Export}"))} Confirm that this is what you want, then publish again.");
    }

    private const string LatestSql = "select version, definition from survey_version where survey_id = @Id order by version desc limit 1";

    private const string VersionSql = "insert into survey_version (survey_id, version, definition) values (@Id, @version, @definition)";

    private const string OpenSql = """
        update survey set state = 'open', opened_on = coalesce(opened_on, @today), closed_on = null where survey_id = @Id
        """;

    private sealed record VersionRow
    {
        public required int Version { get; init; }
        public required string Definition { get; init; }
    }
}
