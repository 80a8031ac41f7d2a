using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Initiatives;

/// <summary>
/// Begins an initiative: one effort of an organisation for one community. Its address is made of its title and stays when the title
/// changes.
/// </summary>
public sealed class CreateInitiative(Db db, FindOrganisation organisations)
{
    /// <summary>Made, and reachable under both.</summary>
    public sealed record Created(Guid Id, string Slug);

    /// <param name="isDemo">The demo's initiative, which says so on every page.</param>
    public async Task<Result<Created>> Run(
        Actor actor,
        string organisation,
        InitiativeFields fields,
        CancellationToken cancellation,
        bool isDemo = false
    )
    {
        if (
            !(await organisations.Run(actor, Permission.EditInitiative, organisation, cancellation)).Succeeded(
                out var found,
                out var problem
            )
        )
            return problem;
        if (InitiativeShape.It.Faults(fields) is { } invalid)
            return invalid;
        var (id, trimmed) = (Guid.NewGuid(), fields.Trimmed());
        return await db.Change<Created>(
            actor,
            found.Id,
            "initiative.create",
            trimmed.Title,
            async tx => new Created(id, await Insert(tx, id, found.Id, trimmed, isDemo)),
            cancellation
        );
    }

    private static async Task<string> Insert(Tx tx, Guid id, Guid organisationId, InitiativeFields fields, bool isDemo)
    {
        var wish = Slug.From(fields.Title, "initiative");
        for (var number = 1; ; number++)
        {
            // "new" and "settings" are pages of the organisation itself.
            var slug = Reserved.Contains(wish) ? Slug.Numbered(wish, number + 1) : Slug.Numbered(wish, number);
            var inserted = await tx.Execute(
                InsertSql,
                new
                {
                    id,
                    organisationId,
                    slug,
                    fields.Title,
                    fields.Purpose,
                    stance = InitiativeRow.StanceText(fields.Stance),
                    fields.Community,
                    fields.Place,
                    timeZone = fields.TimeZone.Length > 0 ? fields.TimeZone : InitiativeClock.Of(fields.Place),
                    fields.CommunitySize,
                    fields.MinimumResponses,
                    fields.StartsOn,
                    fields.EndsOn,
                    fields.UrgentReferral,
                    fields.Happened,
                    fields.HappenedAgreed,
                    fields.Stays,
                    translations = Jsonb.Of(InitiativeTexts.Json(fields.Translations)),
                    isDemo,
                }
            );
            if (inserted == 1)
                return slug;
        }
    }

    private static readonly HashSet<string> Reserved = ["initiatives", "settings", "people", "keys", "history", "leave", "audit", "new"];

    private const string InsertSql = """
        insert into initiative (initiative_id, organisation_id, slug, title, purpose, stance, community, place, time_zone, community_size,
            minimum_responses,
                                starts_on, ends_on, urgent_referral, happened, happened_agreed, stays, translations,
                                is_demo)
        values (@id, @organisationId, @slug, @Title, @Purpose, @stance, @Community, @Place, @timeZone, @CommunitySize, @MinimumResponses,
                @StartsOn, @EndsOn, @UrgentReferral, @Happened, @HappenedAgreed, @Stays, @translations, @isDemo)
        on conflict (organisation_id, slug) do nothing
        """;
}
