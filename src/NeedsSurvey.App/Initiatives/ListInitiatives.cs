using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Initiatives;

/// <summary>An initiative as lists show it.</summary>
public sealed record InitiativeCard
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Purpose { get; init; }
    public required Stance Stance { get; init; }
    public required int Surveys { get; init; }
    public required int OpenSurveys { get; init; }
    public required long Responses { get; init; }
}

/// <summary>An organisation's initiatives, newest first, a page at a time.</summary>
public sealed class ListInitiatives(Db db, FindOrganisation organisations)
{
    /// <summary>The most that one page holds.</summary>
    public const int MostAPage = 100;

    /// <param name="Next">The cursor of the page that follows; null on the last.</param>
    public sealed record Listing(OrganisationName Organisation, IReadOnlyList<InitiativeCard> Items, string? Next);

    /// <param name="after">A cursor of an earlier page, or null for the first.</param>
    /// <param name="limit">How many; from 1 to <see cref="MostAPage"/>.</param>
    public async Task<Result<Listing>> Run(Actor actor, string organisation, string? after, int limit, CancellationToken cancellation)
    {
        if (!(await organisations.Run(actor, Permission.View, organisation, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (limit is < 1 or > MostAPage)
            return new Problem.Invalid("limit", "out_of_range", $"Ask for 1 to {MostAPage} at a time.");
        Guid? cursor = null;
        if (after is not null)
        {
            if (!Guid.TryParse(after, out var parsed))
                return new Problem.Invalid("after", "cursor", "This is not a cursor. Use the 'next' of an earlier page.");
            cursor = parsed;
        }
        var rows = await db.Query<InitiativeCard>(
            ListSql,
            new
            {
                organisationId = found.Id,
                cursor,
                take = limit + 1,
            },
            cancellation
        );
        var items = rows.Take(limit).ToList();
        return new Listing(found, items, rows.Count > limit ? items[^1].Id.ToString() : null);
    }

    private const string ListSql = """
        select initiative_id as id, slug, title, purpose, stance,
               (select count(*)::int from survey where survey.initiative_id = initiative.initiative_id) as surveys,
               (select count(*)::int from survey where survey.initiative_id = initiative.initiative_id and state = 'open') as open_surveys,
               (select count(*) from survey join counted_response using (survey_id)
                   where survey.initiative_id = initiative.initiative_id) as responses
        from initiative
        where organisation_id = @organisationId
          and (@cursor::uuid is null or (created_at, initiative_id) <
               (select created_at, initiative_id from initiative where organisation_id = @organisationId and initiative_id = @cursor))
        order by created_at desc, initiative_id desc
        limit @take
        """;
}
