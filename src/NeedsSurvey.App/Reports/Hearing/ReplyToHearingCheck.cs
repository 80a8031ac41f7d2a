// "Did we hear you right?" asked of anyone; like a response, a reply tells nothing about who gave it, and sending it twice stores one.

using System.Security.Cryptography;
using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Initiatives;

namespace NeedsSurvey.App.Reports;

/// <summary>Stores one reply to an open hearing check.</summary>
public sealed class ReplyToHearingCheck(Db db, TimeProvider clock)
{
    /// <summary>Characters that a correction may have.</summary>
    public const int Longest = 10_000;

    /// <param name="Submission">Chosen by the client; makes a retry harmless.</param>
    /// <param name="Verdict"><c>yes</c>, <c>partly</c> or <c>no</c>.</param>
    /// <param name="Correction">What is missing or wrong, in their words; may be empty.</param>
    public sealed record Command(Guid Submission, string Language, string Verdict, string Correction = "")
    {
        /// <summary>The version of the summary that the person read; null for the newest.</summary>
        public int? Version { get; init; }
    }

    public async Task<Result<Done>> Run(string slug, Command command, CancellationToken cancellation = default)
    {
        if (command.Verdict is not ("yes" or "partly" or "no"))
            return new Problem.Invalid("verdict", "required", "Choose yes, partly or no.");
        if (command.Correction.Length > Longest)
            return Problem.TooLong("correction", Longest);
        if (command.Submission == Guid.Empty)
            return new Problem.Invalid("submission", "not_random", "Choose a random UUID as “submission” and keep it when you try again.");
        if (slug.Contains('\0'))
            return new Problem.NotFound("hearing check");
        if (command.Correction.Contains('\0'))
            return new Problem.Invalid("correction", "control_character", "These words hold a character that cannot be stored.");

        return await db.Collect<Done>(
            async tx =>
            {
                var check = await tx.Find<CheckRow>(CheckSql, new { slug });
                if (check is null || check.State == HearingState.Draft)
                    return new Problem.NotFound("hearing check");
                if (check.State == HearingState.Closed)
                    return new Problem.Gone("hearing_check_closed", "This hearing check is closed. Thank you for wanting to reply.");
                // A newer version may have been written while the page was open: the reply is about the words that were read.
                var read = await tx.Find<SummaryRow>(SummarySql, new { check.InitiativeId, command.Version });
                if (read is null)
                    return new Problem.Invalid("version", "unknown_version", "The summary has no such version.");
                var languages = JsonSerializer.Deserialize<Dictionary<string, string>>(read.Words)!.Keys;
                if (!languages.Contains(command.Language))
                    return new Problem.Invalid(
                        "language",
                        "unknown_language",
                        $"This hearing check is offered in: {string.Join(", ", languages)}."
                    );
                // The same submission again is the same reply, whatever its words: the first one stands.
                await tx.Execute(
                    Sql,
                    new
                    {
                        check.InitiativeId,
                        replyId = Guid.NewGuid(),
                        command.Verdict,
                        correction = command.Correction.Trim(),
                        command.Language,
                        today = await InitiativeClock.Today(tx, check.InitiativeId, clock),
                        read.Version,
                        submissionHash = SHA256.HashData(command.Submission.ToByteArray()),
                    }
                );
                return Done.It;
            },
            cancellation
        );
    }

    private const string CheckSql = "select initiative_id, state from hearing_check where slug = @slug for share";

    private const string SummarySql = """
        select version, words from hearing_summary
        where initiative_id = @initiativeId and (@version::int is null or version = @version::int)
        order by version desc limit 1
        """;

    private const string Sql = """
        insert into hearing_reply (initiative_id, reply_id, verdict, correction, language, received_on, submission_hash, summary_version)
        values (@initiativeId, @replyId, @verdict, @correction, @language, @today::date, @submissionHash, @version)
        on conflict (initiative_id, submission_hash) do nothing
        """;

    private sealed record CheckRow
    {
        public required Guid InitiativeId { get; init; }
        public required HearingState State { get; init; }
    }

    private sealed record SummaryRow
    {
        public required int Version { get; init; }
        public required string Words { get; init; }
    }
}
