using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain;

namespace NeedsSurvey.App.Reports;

/// <summary>
/// Publishes a new version of the report at <c>/r/{slug}</c>, with the words that were saved. Refused while one disclosure item is blank,
/// or nobody has answered; and without a written reason while the number of responses has hardly changed since the last version
/// (SafeSteps): with one, its figures stay and only words and decisions change. Earlier versions stay readable. Nothing else is required:
/// unheard needs and missing decisions are printed, not forbidden.
/// </summary>
public sealed class PublishReport(Db db, AssembleReport assemble, TimeProvider clock)
{
    private const int LongestReason = 500;

    public sealed record Published(string Slug, int Version);

    /// <param name="actor">Who publishes.</param>
    /// <param name="initiative">Whose report.</param>
    /// <param name="reason">Why there is a new version; printed with it. May be null after enough responses more or fewer.</param>
    /// <param name="cancellation">Stops before the version is stored.</param>
    public async Task<Result<Published>> Run(Actor actor, Guid initiative, string? reason = null, CancellationToken cancellation = default)
    {
        if (!(await assemble.Run(actor, initiative, null, cancellation)).Succeeded(out var draft, out var problem))
            return problem;
        if (Refusal(draft, reason) is { } refusal)
            return refusal;

        return await db.Change<Published>(
            actor,
            draft.OrganisationId,
            "report.publish",
            draft.Content.Title,
            async tx =>
                (await Store(tx, initiative, draft, reason, actor.Name, clock.GetUtcNow())).Then(version => new Published(
                    draft.Slug!,
                    version
                )),
            cancellation
        );
    }

    /// <summary>Why a report cannot be published as it is; null when it can.</summary>
    internal static Problem? Refusal(ReportDraft draft, string? reason)
    {
        if (!draft.HasResponses)
            return new Problem.Conflict("nothing_heard", "Nobody has answered yet, so there is nothing to report.");
        List<Fault> faults =
        [
            .. draft.Blank.Select(item => new Fault(
                item.Code,
                "blank",
                item.ByPeople
                    ? $"“{item.Label}” is blank. {item.Hint}"
                    : $"“{item.Label}” is blank: describe the community and publish a survey first."
            )),
        ];
        if (reason is { Length: > LongestReason })
            faults.Add(Fault.TooLong("reason", 500));
        else if (draft.NeedsReason && TypedText.IsBlank(reason))
            faults.Add(
                new(
                    "reason",
                    "reason_required",
                    $"The number of responses has hardly changed since version {draft.Version}. Wait for at least "
                        + $"{AssembleReport.Rule.Threshold} more, or say why there is a new version: the reason is printed with it, words "
                        + "and decisions change, and its figures stay as they were unless they were drawn again since."
                )
            );
        return faults.Count == 0 ? null : new Problem.Invalid(faults);
    }

    /// <summary>Freezes the version after the draft's newest; answers its number.</summary>
    internal static async Task<Result<int>> Store(Tx tx, Guid initiative, ReportDraft draft, string? reason, string by, DateTimeOffset now)
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
                    content = Jsonb.Of(JsonSerializer.Serialize(draft.Content with { Quotes = [] }, FigureJson.Options)),
                    now,
                    by,
                    reason = reason?.Trim() ?? "",
                    drawing = draft.Drawing.Name,
                    drawn = draft.Drawing.Responses,
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
                questions = quotes.Select(quote => quote.Question is { } asked ? JsonSerializer.Serialize(asked) : null).ToArray(),
            }
        );
        tx.Detail["version"] = version;
        tx.Detail["quotes"] = stored;
        return version;
    }

    private const string VersionSql = """
        insert into report_version (initiative_id, version, content, published_at, published_by, reason, drawing, drawn_responses)
        values (@initiative, @version, @content, @now, @by, @reason, @drawing, @drawn)
        on conflict (initiative_id, version) do nothing
        """;

    // What its writer took back while the report was put together is not printed.
    private const string QuotesSql = """
        insert into report_quote (initiative_id, version, position, survey_id, response_id, need, words, language, question)
        select @initiative, @version, q.position, q.survey_id, q.response_id, q.need, q.words, q.language, q.question::jsonb
        from unnest(@surveyIds, @responseIds, @needs, @words, @languages, @questions) with ordinality
            as q (survey_id, response_id, need, words, language, question, position)
        join response r using (survey_id, response_id)
        where r.withdrawn_on is null
        for share of r
        """;
}
