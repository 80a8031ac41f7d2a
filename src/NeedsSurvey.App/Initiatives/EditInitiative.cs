using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Initiatives;

/// <summary>
/// Replaces what is said about an initiative. Its address stays: it is in links that people have. Without a revision the last one to save
/// wins; nothing else hangs on these words.
/// </summary>
public sealed class EditInitiative(Db db, FindInitiative initiatives)
{
    /// <param name="revision">What the form was filled with; refused where it is no longer what is stored.</param>
    public async Task<Result<Done>> Run(
        Actor actor,
        Guid initiative,
        InitiativeFields fields,
        CancellationToken cancellation,
        string? revision = null
    )
    {
        if (!(await initiatives.Run(actor, Permission.EditInitiative, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (InitiativeShape.It.Faults(fields) is { } invalid)
            return invalid;
        var trimmed = fields.Trimmed();
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "initiative.edit",
            trimmed.Title,
            async tx =>
            {
                await tx.Execute(LockSql, new { initiative });
                if (await Revision.Refusal(tx, RevisionSql, new { initiative }, revision) is { } meanwhile)
                    return meanwhile;
                var edited = await tx.Execute(
                    UpdateSql,
                    new
                    {
                        found.InitiativeId,
                        trimmed.Title,
                        trimmed.Purpose,
                        stance = InitiativeRow.StanceText(trimmed.Stance),
                        trimmed.Community,
                        trimmed.Place,
                        trimmed.TimeZone,
                        trimmed.CommunitySize,
                        trimmed.MinimumResponses,
                        trimmed.StartsOn,
                        trimmed.EndsOn,
                        trimmed.UrgentReferral,
                        trimmed.Happened,
                        trimmed.HappenedAgreed,
                        trimmed.Stays,
                        translations = Jsonb.Of(InitiativeTexts.Json(trimmed.Translations)),
                        keep = trimmed.Translations is null,
                    }
                );
                return edited == 1 ? Done.It : new Problem.NotFound("initiative");
            },
            cancellation
        );
    }

    internal const string LockSql = "select 1 from initiative where initiative_id = @initiative for no key update";

    internal const string RevisionSql = "select md5(i::text) from initiative i where initiative_id = @initiative";

    private const string UpdateSql = """
        update initiative
        set title = @Title, purpose = @Purpose, stance = @stance, community = @Community, place = @Place, community_size = @CommunitySize,
            time_zone = coalesce(nullif(@TimeZone, ''), time_zone),
            minimum_responses = @MinimumResponses, starts_on = @StartsOn, ends_on = @EndsOn, urgent_referral = @UrgentReferral,
            happened = @Happened, happened_agreed = @HappenedAgreed, stays = @Stays,
            translations = case when @keep then translations else @translations end
        where initiative_id = @InitiativeId
        """;
}
