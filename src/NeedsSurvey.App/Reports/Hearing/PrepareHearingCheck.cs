// Stage 3: the summary is shown back to the community. What it says is written by people, in every language of the survey; the program
// offers a first draft from the ranking (Web) but never publishes words nobody has read.

using System.Text.Json;
using System.Text.Json.Serialization;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Reports;

/// <summary>
/// Writes the summary of a hearing check, which is made on first use. Words that people have replied to stay: what is written then is the
/// next version, which takes up accepted corrections and is asked about anew. A language that they are not written in can be added at any
/// time: it changes nothing that anybody has read.
/// </summary>
public sealed class PrepareHearingCheck(Db db, FindInitiative find, TimeProvider clock)
{
    /// <param name="Summary">"This is what we heard", by language; the first is the organiser's.</param>
    public sealed record Command(IReadOnlyDictionary<string, string> Summary)
    {
        /// <summary>
        /// The accepted corrections that these words take up, by the ids of their replies; at least one in a version after the first.
        /// </summary>
        public IReadOnlyList<Guid>? TakesUp { get; init; }

        /// <summary>What the form was filled with; refused where that is no longer stored. Null writes over whatever is there.</summary>
        [JsonIgnore]
        public string? Revision { get; init; }
    }

    public Task<Result<Done>> Run(Actor actor, Guid initiative, Command command, CancellationToken cancellation = default) =>
        Run(actor, initiative, command, open: false, cancellation);

    /// <param name="open">Opens it to the public with these words, in the same transaction.</param>
    public async Task<Result<Done>> Run(Actor actor, Guid initiative, Command command, bool open, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, Permission.EditNeeds, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (command.Summary.Count == 0 || command.Summary.Values.All(TypedText.IsBlank))
            return new Problem.Invalid(
                "summary",
                "required",
                "Write what you heard, in the words you would use in front of the people who said it."
            );
        if (!command.Summary.Keys.All(LanguageCode.IsValid))
            return new Problem.Invalid("summary", "bad_language", "The summary has words by language code, such as en or pt-BR.");
        if (command.Summary.FirstOrDefault(words => words.Value is { Length: > 10_000 }) is { Key: { } language })
            return Problem.TooLong($"summary.{language}", 10_000);

        var takesUp = (command.TakesUp ?? []).Distinct().ToArray();
        var summary = command
            .Summary.Where(words => !TypedText.IsBlank(words.Value))
            .ToDictionary(words => words.Key, words => words.Value.Trim());
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            open ? "hearing_check.open" : "hearing_check.prepare",
            found.Title,
            async tx =>
            {
                await tx.Execute(CheckSql, new { initiative, slug = $"{found.OrganisationSlug}-{found.Slug}" });
                // A reply that is being stored holds the row; without waiting for it, its words could change under it.
                await tx.Find<string>(HoldSql, new { initiative });
                if (await Database.Revision.Refusal(tx, RevisionSql, new { initiative }, command.Revision) is { } meanwhile)
                    return meanwhile;
                var newest = await tx.Find<Newest>(NewestSql, new { initiative });
                if (takesUp.Length == 0 && Further(newest, summary) is { } further)
                {
                    await tx.Execute(
                        FurtherSql,
                        new
                        {
                            initiative,
                            newest!.Version,
                            words = Jsonb.Of(JsonSerializer.Serialize(further)),
                        }
                    );
                    tx.Detail["version"] = newest.Version;
                    if (open)
                        await OpenHearingCheck.Open(tx, initiative, clock);
                    return Done.It;
                }
                var version = newest is null ? 1 : newest.Version + (newest.HasReplies ? 1 : 0);
                if (await Refusal(tx, initiative, version, summary, takesUp) is { } refusal)
                    return refusal;
                await tx.Execute(
                    SummarySql,
                    new
                    {
                        initiative,
                        version,
                        words = Jsonb.Of(JsonSerializer.Serialize(summary)),
                        today = await InitiativeClock.Today(tx, initiative, clock),
                    }
                );
                await tx.Execute(
                    TakeUpSql,
                    new
                    {
                        initiative,
                        version,
                        takesUp,
                    }
                );
                tx.Detail["version"] = version;
                if (open)
                    await OpenHearingCheck.Open(tx, initiative, clock);
                return Done.It;
            },
            cancellation
        );
    }

    // Words in languages that those which people replied to lack, and nothing else; null where it is not that.
    private static Dictionary<string, string>? Further(Newest? newest, Dictionary<string, string> summary)
    {
        if (newest is not { HasReplies: true })
            return null;
        var written = JsonSerializer.Deserialize<Dictionary<string, string>>(newest.Words)!;
        var further = summary.Where(words => !written.ContainsKey(words.Key)).ToDictionary();
        return further.Count > 0 && summary.All(words => further.ContainsKey(words.Key) || written[words.Key] == words.Value)
            ? further
            : null;
    }

    private static async Task<Problem?> Refusal(Tx tx, Guid initiative, int version, Dictionary<string, string> summary, Guid[] takesUp)
    {
        if (version > 1 && takesUp.Length == 0)
            return new Problem.Conflict(
                "replied_already",
                "People have replied to this summary, so its words stay. Take up a correction first, and say with the new "
                    + "words which ones they "
                    + "take up."
            );
        if (
            await tx.One<int>(
                AcceptedSql,
                new
                {
                    initiative,
                    version,
                    takesUp,
                }
            ) < takesUp.Length
        )
            return new Problem.Invalid(
                "takesUp",
                "not_accepted",
                "A summary takes up corrections that you have accepted, each in one version."
            );
        if (version == 1)
            return null;
        var before = JsonSerializer.Deserialize<Dictionary<string, string>>(await tx.One<string>(BeforeSql, new { initiative, version }))!;
        return summary.Any(words => before.GetValueOrDefault(words.Key) != words.Value)
            ? null
            : new Problem.Invalid(
                "summary",
                "unchanged",
                "These are the words that the corrections are about. Write what changes by them."
            );
    }

    /// <summary>The revision of a summary that nobody has written yet.</summary>
    public const string NotWritten = "0";

    /// <summary>Of the newest version: its words, and which corrections it takes up.</summary>
    internal const string RevisionSql = $"""
        select coalesce((
            select md5(concat_ws(E'\t', s.version, s.words, (select string_agg(r.reply_id::text, ' ' order by r.reply_id)
                from hearing_reply r where r.initiative_id = s.initiative_id and r.changed_in = s.version)))
            from hearing_summary s where s.initiative_id = @initiative order by s.version desc limit 1), '{NotWritten}')
        """;

    private const string HoldSql = "select slug from hearing_check where initiative_id = @initiative for update";

    private const string CheckSql = """
        insert into hearing_check (initiative_id, slug) values (@initiative, @slug) on conflict (initiative_id) do nothing
        """;

    private const string NewestSql = """
        select s.version, s.words,
               exists (select from hearing_reply r where r.initiative_id = s.initiative_id and r.summary_version = s.version) as has_replies
        from hearing_summary s where s.initiative_id = @initiative order by s.version desc limit 1
        """;

    private const string BeforeSql = "select words from hearing_summary where initiative_id = @initiative and version = @version - 1";

    private const string AcceptedSql = """
        select count(*)::int from hearing_reply where initiative_id = @initiative and reply_id = any(@takesUp) and decision = 'accepted'
            and verdict <> 'yes' and correction <> '' and summary_version < @version and (changed_in is null or changed_in = @version)
        """;

    private const string SummarySql = """
        insert into hearing_summary (initiative_id, version, words, written_on) values (@initiative, @version, @words, @today::date)
        on conflict (initiative_id, version) do update set words = excluded.words, written_on = excluded.written_on
        """;

    private const string FurtherSql = """
        update hearing_summary set words = words || @words where initiative_id = @initiative and version = @Version
        """;

    private const string TakeUpSql = """
        update hearing_reply set changed_in = case when reply_id = any(@takesUp) then @version end
        where initiative_id = @initiative and (changed_in = @version or reply_id = any(@takesUp))
        """;

    private sealed record Newest
    {
        public required int Version { get; init; }
        public required string Words { get; init; }
        public required bool HasReplies { get; init; }
    }
}
