using System.Text.Json;
using System.Text.Json.Serialization;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Reports;

/// <summary>
/// Publishes a new version of the report at <c>/r/{slug}</c>. Refused while one disclosure item is blank or nobody has answered; earlier versions stay
/// readable. Nothing else is required: unheard needs and missing decisions are printed, not forbidden.
/// </summary>
public sealed class PublishReport(Db db, AssembleReport assemble, TimeProvider clock)
{
    /// <summary>How a report is stored: keys as everything stored in snake_case.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        IncludeFields = true,
    };

    public sealed record Published(string Slug, int Version);

    public async Task<Result<Published>> Run(Actor actor, Guid initiative, CancellationToken cancellation = default)
    {
        if (!(await assemble.Run(actor, initiative, cancellation)).Succeeded(out var draft, out var problem)) return problem;
        if (draft.Content.Responses == 0) return new Problem.Conflict("nothing_heard", "Nobody has answered yet, so there is nothing to report.");
        if (draft.Blank.Count > 0)
        {
            return new Problem.Invalid([.. draft.Blank.Select(item => new Fault(item.Code, "blank", item.ByPeople
                ? $"“{item.Label}” is blank. {item.Hint}"
                : $"“{item.Label}” is blank: describe the community and publish a survey first."))]);
        }

        var organisation = await db.One<Guid>("select organisation_id from initiative where initiative_id = @initiative", new { initiative }, cancellation);
        var version = draft.Version + 1;
        return await db.Change<Published>(actor, organisation, "report.publish", draft.Content.Title, async tx =>
        {
            // Two people publishing at once: the second meets the primary key, and the first's version stands.
            if (await tx.Execute(Sql, new { initiative, version, content = Jsonb.Of(JsonSerializer.Serialize(draft.Content, Json)), now = clock.GetUtcNow(), by = actor.Name }) == 0)
                return new Problem.Conflict("published_meanwhile", "Somebody published a version just now. Look at it, then publish again.");
            tx.Detail["version"] = version;
            return new Published(draft.Slug!, version);
        }, cancellation);
    }

    private const string Sql = """
        insert into report_version (initiative_id, version, content, published_at, published_by)
        values (@initiative, @version, @content, @now, @by)
        on conflict (initiative_id, version) do nothing
        """;
}
