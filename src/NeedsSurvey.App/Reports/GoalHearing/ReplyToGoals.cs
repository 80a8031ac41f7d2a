// "Is this what you would want from us?", asked of anyone about each goal; sending it twice stores one, and whoever has its code can
// take it back (TakeBack).

using System.Security.Cryptography;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Reports;

/// <summary>Stores what one person says about goals; goals of which nothing is said are left out.</summary>
public sealed class ReplyToGoals(Db db, TimeProvider clock)
{
    /// <summary>Characters that words about a goal may have.</summary>
    public const int Longest = 2_000;

    /// <param name="Submission">Chosen by the client; makes a retry harmless.</param>
    /// <param name="Language">In which it was read.</param>
    /// <param name="Goals">One about each goal at most.</param>
    public sealed record Command(Guid Submission, string Language, IReadOnlyList<AboutGoal> Goals);

    /// <param name="Goal">An adopted goal.</param>
    /// <param name="Verdict">Yes, otherwise, or please do not.</param>
    /// <param name="Words">What should be otherwise; may be empty.</param>
    public sealed record AboutGoal(Guid Goal, GoalVerdict Verdict, string Words);

    public async Task<Result<Replied>> Run(string slug, Command command, CancellationToken cancellation = default)
    {
        if (command.Submission == Guid.Empty)
            return new Problem.Invalid("submission", "not_random", "Choose a random UUID as “submission” and keep it when you try again.");
        if (!LanguageCode.IsValid(command.Language))
            return new Problem.Invalid("language", "bad_language", "A language is a code such as en or pt-BR.");
        if (Faults(command.Goals) is { Count: > 0 } faults)
            return new Problem.Invalid(faults);
        if (slug.Contains('\0'))
            return new Problem.NotFound("question about goals");
        return await db.Collect<Replied>(
            async tx =>
            {
                if (await tx.Find<HearingRow>(HearingSql, new { slug }) is not { } hearing)
                    return new Problem.NotFound("question about goals");
                if (!hearing.IsOpen)
                    return new Problem.Gone("goal_hearing_closed", "Nobody is being asked about these goals any more.");
                var asked = (await tx.Query<Guid>(GoalsSql, new { hearing.InitiativeId })).ToHashSet();
                for (var i = 0; i < command.Goals.Count; i++)
                    if (!asked.Contains(command.Goals[i].Goal))
                        return new Problem.Invalid(
                            $"goals[{i}].goal",
                            "unknown_goal",
                            "There is no such goal that people are " + "asked about."
                        );
                var submissionHash = SHA256.HashData(command.Submission.ToByteArray());
                var receipt = Receipt.OfReply("goals", hearing.InitiativeId, command.Submission);
                var sent = await tx.Query<SentRow>(SentSql, new { hearing.InitiativeId, submissionHash });
                if (sent.Any(reply => reply.IsWithdrawn))
                    return ReplyWords.TakenBack;
                // The same submission again is the same reply; with other words it is none, and the first one stands.
                if (sent.Count > 0)
                    return sent.Select(reply => (reply.GoalId, reply.Verdict, reply.Words))
                        .ToHashSet()
                        .SetEquals(command.Goals.Select(about => (about.Goal, (string?)about.Verdict.Code(), ReplyWords.Of(about.Words))))
                        ? new Replied(receipt)
                        : ReplyWords.SentOtherwise;
                var today = await InitiativeClock.Today(tx, hearing.InitiativeId, clock);
                foreach (var about in command.Goals)
                    await tx.Execute(
                        ReplySql,
                        new
                        {
                            hearing.InitiativeId,
                            about.Goal,
                            replyId = Guid.NewGuid(),
                            verdict = about.Verdict.Code(),
                            words = ReplyWords.Of(about.Words),
                            command.Language,
                            today,
                            submissionHash,
                            receiptHash = Receipt.ReceiptHash(receipt),
                        }
                    );
                return new Replied(receipt);
            },
            cancellation
        );
    }

    private static List<Fault> Faults(IReadOnlyList<AboutGoal> goals)
    {
        if (goals.Count == 0)
            return [new("goals", "required", "Choose an answer for one goal at least.")];
        List<Fault> faults = [];
        for (var i = 0; i < goals.Count; i++)
            if (goals[i] is not { } about || !Enum.IsDefined(about.Verdict))
                faults.Add(new($"goals[{i}].verdict", "unknown_word", "About a goal people say yes, change or do_not."));
            else if (about.Words.Length > Longest)
                faults.Add(Fault.TooLong($"goals[{i}].words", Longest));
            else if (about.Words.Contains('\0'))
                faults.Add(new($"goals[{i}].words", "control_character", "These words hold a character that cannot be stored."));
            else if (goals.Take(i).Any(other => other?.Goal == about.Goal))
                faults.Add(new($"goals[{i}].goal", "twice", "Say one thing about each goal."));
        return faults;
    }

    private const string HearingSql = "select initiative_id, state = 'open' as is_open from goal_hearing where slug = @slug for share";

    private const string GoalsSql = "select goal_id from goal where initiative_id = @InitiativeId and state = 'adopted'";

    private const string ReplySql = """
        insert into goal_reply (initiative_id, goal_id, reply_id, verdict, words, language, received_on, submission_hash, receipt_hash)
        values (@InitiativeId, @Goal, @replyId, @verdict, @words, @Language, @today::date, @submissionHash, @receiptHash)
        on conflict (initiative_id, goal_id, submission_hash) do nothing
        """;

    private const string SentSql = """
        select goal_id, verdict, words, withdrawn_on is not null as is_withdrawn from goal_reply
        where initiative_id = @InitiativeId and submission_hash = @submissionHash
        """;

    private sealed record SentRow
    {
        public required Guid GoalId { get; init; }
        public required string? Verdict { get; init; }
        public required string Words { get; init; }
        public required bool IsWithdrawn { get; init; }
    }

    private sealed record HearingRow
    {
        public required Guid InitiativeId { get; init; }
        public required bool IsOpen { get; init; }
    }
}
