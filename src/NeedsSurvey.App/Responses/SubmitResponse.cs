// One person's answers arrive, from a page or from a program: the only way into the table of responses. What it guarantees:
// - answers are judged against the version they were given to, and what is stored is canonical (Domain/Responses/AnswerCheck);
// - the row is on disk when the receipt is given;
// - the same submission sent again, at once or later or in parallel, is one row and the same receipt; with other answers it is refused;
// - a survey that is closed takes nothing from the moment it is closed: the row is written only if the survey is open in that statement
// (StoreResponses);
// - nothing is stored that tells who answered or when, beyond the day on the initiative's clock: no address, no agent, and the clock of
//   now() in a survey is cut to the day as well.

using System.Text.Json;
using System.Text.Json.Nodes;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Responses;

/// <summary>Takes one person's answers.</summary>
public sealed class SubmitResponse(Db db, ReadPublishedSurvey surveys, StoreResponses store, TimeProvider clock)
{
    /// <param name="Slug">The survey's public short name.</param>
    /// <param name="Submission">Chosen by the client, at random; makes a retry harmless.</param>
    /// <param name="Language">One of the survey's languages: the one in which it was read.</param>
    /// <param name="Answers">A JSON object from question name to answer (survey-format.md, "Answers").</param>
    public sealed record Command(string Slug, Guid Submission, string Language, JsonElement Answers)
    {
        /// <summary>The respondent ticked "you may quote me"; kept only where the survey asks for it.</summary>
        public bool MayQuote { get; init; }

        /// <summary>The version that was answered, if it may be an older one; null for the newest.</summary>
        public int? Version { get; init; }
    }

    /// <param name="Receipt">The code that only the respondent holds.</param>
    /// <param name="Dropped">Answers that were left out because their questions are not asked, given the others.</param>
    public sealed record Submitted(SecretText Receipt, IReadOnlyList<DroppedAnswer> Dropped);

    public async Task<Result<Submitted>> Run(Command command, CancellationToken cancellation = default)
    {
        if (command.Submission == Guid.Empty)
            return new Problem.Invalid("submission", "not_random", "Choose a random UUID as “submission” and keep it when you try again.");
        if (!(await surveys.Run(command.Slug, command.Version, cancellation)).Succeeded(out var survey, out var problem))
            return problem;
        if (!survey.Survey.Definition.Languages.Contains(command.Language))
            return new Problem.Invalid(
                "language",
                "unknown_language",
                $"This survey is offered in: {string.Join(", ", survey.Survey.Definition.Languages)}."
            );

        var today = survey.Today(clock.GetUtcNow());
        var judged = Judge(survey, today, command);
        var receipt = Receipt.Of(survey.SurveyId, command.Submission);
        var answer = new Submitted(receipt, judged.Dropped);
        var row = new StoreResponses.Row(
            survey.SurveyId,
            survey.Version,
            command.Language,
            today,
            judged.Json,
            MayQuote(survey, command),
            Receipt.SubmissionHash(survey.SurveyId, command.Submission),
            Receipt.ReceiptHash(receipt)
        );
        if (survey.IsOpen && judged.Accepted && await store.Run(row, cancellation))
            return answer;
        return await db.Collect<Submitted>(
            async tx =>
            {
                if (await tx.Find<Known>(KnownSql, new { row.SurveyId, row.SubmissionHash }) is { } known)
                    return known.IsWithdrawn ? TakenBack
                        : await AsBefore(known, survey, command, cancellation) is { } before ? new Submitted(receipt, before.Dropped)
                        : AnsweredOtherwise;
                if (!survey.IsOpen || judged.Accepted)
                    return Closed(survey);
                return new Problem.Invalid([.. judged.Faults.Select(fault => fault.At($"answers.{fault.Path}".TrimEnd('.')))]);
            },
            cancellation
        );
    }

    private static CheckedAnswers Judge(PublishedSurvey survey, DateOnly day, Command command) =>
        AnswerCheck.Check(
            survey.Survey,
            command.Answers,
            survey.Context(command.Language, day, command.Submission) with
            {
                Patterns = PatternTime.Budget(),
            }
        );

    /// <summary>The verdict on the first try, judged again by the version and the day of then; null when it said something else.</summary>
    private async Task<CheckedAnswers?> AsBefore(Known known, PublishedSurvey survey, Command command, CancellationToken cancellation)
    {
        if (known.Version != survey.Version)
        {
            if (!(await surveys.Run(command.Slug, known.Version, cancellation)).Succeeded(out var earlier, out _))
                return null;
            survey = earlier;
        }
        var judged = Judge(survey, known.ReceivedOn, command);
        return
            judged.Accepted
            && known.MayQuote == MayQuote(survey, command)
            && JsonNode.DeepEquals(Given(survey, known.Answers), Given(survey, judged.Json))
            ? judged
            : null;
    }

    /// <summary>What the person said, without what was calculated from it: that may depend on the day.</summary>
    private static JsonObject Given(PublishedSurvey survey, string answers)
    {
        var given = JsonNode.Parse(answers)!.AsObject();
        foreach (var item in survey.Survey.Items)
            if (item.Item is Calculate)
                given.Remove(item.Name);
        return given;
    }

    private static bool MayQuote(PublishedSurvey survey, Command command) => command.MayQuote && survey.Survey.Definition.AskToQuote;

    /// <summary>The code of the problem that a submission is stored with other answers.</summary>
    public const string SubmissionUsed = "submission_used";

    private static readonly Problem.Conflict AnsweredOtherwise = new(
        SubmissionUsed,
        "This submission was already sent with other answers; they are stored and were not changed. To answer as another person, "
            + "choose another “submission”."
    );

    /// <summary>The code of the problem that a submission was taken back: it is not stored again, nor what is sent in its name.</summary>
    public const string SubmissionWithdrawn = "submission_withdrawn";

    private static readonly Problem.Conflict TakenBack = new(
        SubmissionWithdrawn,
        "This submission was taken back and its answers are deleted; nothing was stored now. To answer anew, choose another “submission”."
    );

    private static Problem.Gone Closed(PublishedSurvey survey) =>
        new(
            "survey_closed",
            survey.ReportSlug is { } report
                ? $"This survey is closed and takes no more answers. What people said is at /r/{report}."
                : "This survey is closed and takes no more answers."
        );

    private const string KnownSql = """
        select version, received_on, answers, may_quote, withdrawn_on is not null as is_withdrawn
        from response
        where survey_id = @SurveyId and submission_hash = @SubmissionHash
        """;

    private sealed record Known
    {
        public required int Version { get; init; }
        public required DateOnly ReceivedOn { get; init; }
        public required string Answers { get; init; }
        public required bool MayQuote { get; init; }
        public required bool IsWithdrawn { get; init; }
    }
}
