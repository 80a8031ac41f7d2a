using System.Text.Json;
using System.Text.Json.Serialization;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Results;

namespace NeedsSurvey.App.Reports;

/// <summary>
/// Publishes a new version of the report at <c>/r/{slug}</c>, with the words that were saved. Refused while one disclosure item is blank
/// or nobody has answered; earlier versions stay readable. Nothing else is required: unheard needs and missing decisions are printed, not
/// forbidden.
/// </summary>
public sealed class PublishReport(Db db, AssembleReport assemble, TimeProvider clock)
{
    /// <summary>How a report is stored: keys as everything stored in snake_case.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new ShownCountConverter() },
        IncludeFields = true,
    };

    public sealed record Published(string Slug, int Version);

    public async Task<Result<Published>> Run(Actor actor, Guid initiative, CancellationToken cancellation = default)
    {
        if (!(await assemble.Run(actor, initiative, null, cancellation)).Succeeded(out var draft, out var problem))
        {
            return problem;
        }

        if (Refusal(draft) is { } refusal)
        {
            return refusal;
        }

        return await db.Change<Published>(
            actor,
            draft.OrganisationId,
            "report.publish",
            draft.Content.Title,
            async tx =>
                (await Store(tx, initiative, draft, actor.Name, clock.GetUtcNow())).Then(version => new Published(draft.Slug!, version)),
            cancellation
        );
    }

    /// <summary>Why a report cannot be published as it is; null when it can.</summary>
    internal static Problem? Refusal(ReportDraft draft) =>
        draft.Content.Responses == 0 ? new Problem.Conflict("nothing_heard", "Nobody has answered yet, so there is nothing to report.")
        : draft.Blank.Count == 0 ? null
        : new Problem.Invalid([
            .. draft.Blank.Select(item => new Fault(
                item.Code,
                "blank",
                item.ByPeople
                    ? $"“{item.Label}” is blank. {item.Hint}"
                    : $"“{item.Label}” is blank: describe the community and publish a survey first."
            )),
        ]);

    /// <summary>Freezes the version after the draft's newest; answers its number.</summary>
    internal static async Task<Result<int>> Store(Tx tx, Guid initiative, ReportDraft draft, string by, DateTimeOffset now)
    {
        var version = draft.Version + 1;
        // Two people publishing at once: the second meets the primary key, and the first's version stands.
        if (
            await tx.Execute(
                VersionSql,
                new
                {
                    initiative,
                    version,
                    content = Jsonb.Of(JsonSerializer.Serialize(draft.Content with { Quotes = [] }, Json)),
                    now,
                    by,
                }
            ) == 0
        )
        {
            return new Problem.Conflict("published_meanwhile", "Somebody published a version just now. Look at it, then publish again.");
        }

        var quotes = draft.Content.Quotes;
        var stored = await tx.Execute(
            QuotesSql,
            new
            {
                initiative,
                version,
                surveyIds = quotes.Select(quote => quote.SurveyId).ToArray(),
                responseIds = quotes.Select(quote => quote.ResponseId).ToArray(),
                needs = quotes.Select(quote => quote.Need).ToArray(),
                words = quotes.Select(quote => quote.Words).ToArray(),
                languages = quotes.Select(quote => quote.Language).ToArray(),
            }
        );
        tx.Detail["version"] = version;
        tx.Detail["quotes"] = stored;
        return version;
    }

    private const string VersionSql = """
        insert into report_version (initiative_id, version, content, published_at, published_by)
        values (@initiative, @version, @content, @now, @by)
        on conflict (initiative_id, version) do nothing
        """;

    // What its writer took back while the report was put together is not printed.
    private const string QuotesSql = """
        insert into report_quote (initiative_id, version, position, survey_id, response_id, need, words, language)
        select @initiative, @version, q.position, q.survey_id, q.response_id, q.need, q.words, q.language
        from unnest(@surveyIds, @responseIds, @needs, @words, @languages) with ordinality
            as q (survey_id, response_id, need, words, language, position)
        join response r using (survey_id, response_id)
        where r.withdrawn_on is null
        for share of r
        """;
}
