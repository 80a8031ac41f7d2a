// "Did we hear you right?" asked of anyone; like a response, a reply tells nothing about who gave it, sending it twice stores one, and
// whoever has its code can take it back (TakeBack).

using System.Security.Cryptography;
using System.Text.Json;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Initiatives;

namespace NeedsSurvey.App.Reports;

/// <summary>A reply is stored.</summary>
/// <param name="Receipt">The code that only whoever replied holds, by which the reply can be taken back.</param>
public sealed record Replied(SecretText Receipt);

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

        /// <summary>Whether they answered the survey; null where they do not say.</summary>
        public bool? Answered { get; init; }

        /// <summary>How far they could say what mattered to them, 0 (not at all) to 4 (completely); null where they do not say.</summary>
        public int? CouldSay { get; init; }

        /// <summary>How far they were taken seriously, likewise.</summary>
        public int? TakenSeriously { get; init; }
    }

    public async Task<Result<Replied>> Run(string slug, Command command, CancellationToken cancellation = default)
    {
        if (command.Verdict is not ("yes" or "partly" or "no"))
            return new Problem.Invalid("verdict", "required", "Choose yes, partly or no.");
        if (command.Correction.Length > Longest)
            return Problem.TooLong("correction", Longest);
        if (command.CouldSay is < 0 or > 4)
            return new Problem.Invalid("couldSay", "out_of_range", "Choose 0 to 4.");
        if (command.TakenSeriously is < 0 or > 4)
            return new Problem.Invalid("takenSeriously", "out_of_range", "Choose 0 to 4.");
        if (command.Submission == Guid.Empty)
            return new Problem.Invalid("submission", "not_random", "Choose a random UUID as “submission” and keep it when you try again.");
        if (slug.Contains('\0'))
            return new Problem.NotFound("hearing check");
        if (command.Correction.Contains('\0'))
            return new Problem.Invalid("correction", "control_character", "These words hold a character that cannot be stored.");

        var correction = ReplyWords.Of(command.Correction);
        return await db.Collect<Replied>(
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
                var submissionHash = SHA256.HashData(command.Submission.ToByteArray());
                var receipt = Receipt.OfReply("hearing", check.InitiativeId, command.Submission);
                var stored = await tx.Execute(
                    Sql,
                    new
                    {
                        check.InitiativeId,
                        replyId = Guid.NewGuid(),
                        command.Verdict,
                        correction,
                        command.Language,
                        today = await InitiativeClock.Today(tx, check.InitiativeId, clock),
                        read.Version,
                        submissionHash,
                        receiptHash = Receipt.ReceiptHash(receipt),
                        command.Answered,
                        couldSay = (short?)command.CouldSay,
                        takenSeriously = (short?)command.TakenSeriously,
                    }
                );
                // The same submission again is the same reply; with other words it is none, and the first one stands.
                if (stored == 0)
                {
                    var first = await tx.One<SentRow>(SentSql, new { check.InitiativeId, submissionHash });
                    if (first.IsWithdrawn)
                        return ReplyWords.TakenBack;
                    var besides = (first.Answered, first.CouldSay, first.TakenSeriously);
                    if (
                        first.Verdict != command.Verdict
                        || first.Correction != correction
                        || besides != (command.Answered, command.CouldSay, command.TakenSeriously)
                    )
                        return ReplyWords.SentOtherwise;
                }
                return new Replied(receipt);
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
        insert into hearing_reply (initiative_id, reply_id, verdict, correction, language, received_on, submission_hash, receipt_hash,
            summary_version, answered, could_say, taken_seriously)
        values (@initiativeId, @replyId, @verdict, @correction, @language, @today::date, @submissionHash, @receiptHash, @version,
            @Answered, @couldSay, @takenSeriously)
        on conflict (initiative_id, submission_hash) do nothing
        """;

    private const string SentSql = """
        select verdict, correction, answered, could_say::int, taken_seriously::int, withdrawn_on is not null as is_withdrawn
        from hearing_reply
        where initiative_id = @initiativeId and submission_hash = @submissionHash
        """;

    private sealed record SentRow
    {
        public required string? Verdict { get; init; }
        public required string Correction { get; init; }
        public required bool? Answered { get; init; }
        public required int? CouldSay { get; init; }
        public required int? TakenSeriously { get; init; }
        public required bool IsWithdrawn { get; init; }
    }

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
