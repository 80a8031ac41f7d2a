using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Responses;

namespace NeedsSurvey.App.Demo;

/// <summary>
/// The demo's people answer, and its coders read. Answers go through <see cref="SubmitResponse"/> one by one and several at once; memory
/// does not grow with their number until the coders come.
/// </summary>
internal sealed class DemoPeopleAnswering(DemoClock clock, IServiceProvider operations, DemoSurveyOpened survey, DemoStory story)
{
    // Commits share their waits for the disk; more at once would only crowd out whoever else uses the program.
    private static ParallelOptions Snapshot(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = 8, CancellationToken = cancellation };

    /// <summary>Everybody sends their answers, each on their own day.</summary>
    public async Task Answer(int count, CancellationToken cancellation)
    {
        var (db, surveys, store) = (
            operations.GetRequiredService<Db>(),
            operations.GetRequiredService<ReadPublishedSurvey>(),
            operations.GetRequiredService<StoreResponses>()
        );
        var submitOn = Enumerable
            .Range(0, 1 + LastDay)
            .Select(day => new SubmitResponse(db, surveys, store, clock.StoppedAt(day)))
            .ToArray();
        await Parallel.ForEachAsync(story.Answers(count), Snapshot(cancellation), async (person, stop) =>
        {
            using var answers = JsonDocument.Parse(person.AnswersJson);
            (
                await submitOn[person.Day]
                    .Run(new(survey.Slug, person.Submission, person.Language, answers.RootElement) { MayQuote = person.MayQuote }, stop)
            ).OrThrow();
        });
    }

    /// <summary>The coders read what the story says they read; each as themselves.</summary>
    public async Task Read(Guid initiative, Guid organisation, IReadOnlyList<DemoCoder> coders, int count, CancellationToken cancellation)
    {
        var actors = coders.ToDictionary(
            coder => coder.Key,
            coder => new Actor(ActorKind.Account, Guid.NewGuid(), coder.Name, new Dictionary<Guid, Role> { [organisation] = Role.Coder })
        );
        var stored = (await operations.GetRequiredService<Db>().Query<StoredRow>(StoredSql, new { survey.Id }, cancellation)).ToDictionary(
            row => Convert.ToHexString(row.SubmissionHash),
            row => row.ResponseId
        );
        var code = operations.GetRequiredService<CodeAnswer>();
        await Parallel.ForEachAsync(
            story.Answers(count).Where(person => person.Readings.Count > 0),
            Snapshot(cancellation),
            async (person, stop) =>
            {
                var response = stored[Convert.ToHexString(Receipt.SubmissionHash(survey.Id, person.Submission))];
                using var answers = JsonDocument.Parse(person.AnswersJson);
                foreach (var reading in person.Readings)
                {
                    var words = WordsOf(answers.RootElement, reading.Field);
                    var codes = reading.Codings.Select(found => new CodeAnswer.Code(
                        found.Need,
                        words.Substring(found.Start, found.Length),
                        found.Quote
                    ));
                    (
                        await code.Run(actors[reading.Coder], initiative, new(survey.Id, response, reading.Field, [.. codes]), stop)
                    ).OrThrow();
                }
            }
        );
    }

    private static string WordsOf(JsonElement answers, string field) =>
        (
            field.EndsWith(OtherSuffix, StringComparison.Ordinal)
                ? answers.GetProperty(field[..^OtherSuffix.Length]).GetProperty("other")
                : answers.GetProperty(field)
        ).GetString()!;

    private const string OtherSuffix = ".other";

    // The survey is open no longer than this in any story.
    private const int LastDay = 365;

    private const string StoredSql = "select response_id, submission_hash from response where survey_id = @Id";

    private sealed record StoredRow
    {
        public required Guid ResponseId { get; init; }
        public required byte[] SubmissionHash { get; init; }
    }
}
