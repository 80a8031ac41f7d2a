using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// This room's part of publishing: makes the draft the next version, which never changes again, and opens the survey to answers. The
/// operation is <c>Needs/PublishSurvey</c>, which brings the version's needs into the codebook in the same transaction; this room may not
/// use that one.
/// </summary>
/// <param name="Version">Its number; of the version that is there already when a closed survey is opened again unchanged.</param>
/// <param name="Warnings">What deserved a look and did not stop it.</param>
internal sealed record NextVersion(int Version, SurveyDefinition Definition, IReadOnlyList<DefinitionFault> Warnings)
{
    /// <summary>
    /// Refused, with every reason: a draft with an error, a change that would give answers another meaning, one that splits the data and
    /// is not confirmed, and a draft that says nothing new while the survey is open.
    /// </summary>
    /// <param name="revision">Only this revision of the draft; null for whatever is there.</param>
    /// <param name="confirmed">Changes that split the data are wanted.</param>
    /// <param name="initiative">What the survey leans on.</param>
    public static async Task<Result<NextVersion>> Publish(
        Tx tx,
        Guid surveyId,
        int? revision,
        bool confirmed,
        InitiativeFields initiative,
        DateOnly today
    )
    {
        var at = new { Id = surveyId };
        if (await StoredDraft.Lock(tx, surveyId) is not { } stored)
            return new Problem.NotFound("survey");

        if (revision is { } wanted && wanted != stored.Revision)
            return new Problem.Conflict("draft_changed", "The draft was changed after you looked at it. Look at it again, then publish.");

        var faults = SurveyCheck.Of(stored.Definition, initiative, today);
        if (faults.Any(fault => fault.IsError))
        {
            return new Problem.Invalid([
                .. faults.Where(fault => fault.IsError).Select(fault => new Fault(fault.Path, fault.Code, fault.Message)),
            ]);
        }

        var latest = await tx.Find<VersionRow>(LatestSql, at);
        var same = latest is not null && SurveyJson.Write(SurveyJson.ReadStored(latest.Definition)) == SurveyJson.Write(stored.Definition);
        var changes = PublishedVersions.Changes(
            await tx.Query<string>(PublishedVersions.Sql, at),
            stored.Definition,
            hasAnswers: await tx.One<bool>(PublishedVersions.AnsweredSql, at)
        );
        if (Objection(changes, confirmed) is { } objection)
            return objection;

        if (same && stored.State == SurveyState.Open)
        {
            return new Problem.Conflict(
                "nothing_new",
                $"Version {latest!.Version} is open and the draft says the same. There is nothing to publish."
            );
        }

        var version = same ? latest!.Version : (latest?.Version ?? 0) + 1;
        if (!same)
        {
            await tx.Execute(
                VersionSql,
                new
                {
                    at.Id,
                    version,
                    definition = Jsonb.Of(SurveyJson.WriteUtf8(stored.Definition)),
                }
            );
        }

        // The row is locked above, so it is there.
        await tx.Execute(OpenSql, new { at.Id, today });
        return new NextVersion(version, stored.Definition, [.. faults.Where(fault => !fault.IsError)]);
    }

    private static Problem? Objection(IReadOnlyList<VersionChange> changes, bool confirmed)
    {
        var refused = changes.Where(change => change.Effect == ChangeEffect.Refused).ToList();
        if (refused.Count > 0)
        {
            return new Problem.Invalid([
                .. refused.Select(change => new Fault(change.Path, change.Code, $"{change.Message} {change.Export}")),
            ]);
        }

        var splits = changes.Where(change => change.Effect == ChangeEffect.SplitsData).ToList();
        return splits.Count == 0 || confirmed
            ? null
            : new Problem.Conflict(
                "splits_data",
                $"{string.Join(" ", splits.Take(5).Select(change => $"{change.Message} {change.Export}"))} Confirm that this is what "
                    + "you want, then publish again."
            );
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
