// Many people press Submit in the same moment, and each of them waits until their answers are on disk. Those who wait together are written
// together: one statement and one flush of the disk for all of them, which is what makes a busy evening bearable for a small server.
// Nobody waits for company: whoever comes while nothing is being written is written at once.

using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Responses;

/// <summary>
/// Puts judged responses into the table. A row is written only if its survey is open in that very statement and its submission is not
/// stored yet; when <see cref="Run"/> answers true, it is on disk.
/// </summary>
public sealed class StoreResponses(Db db)
{
    /// <summary>What is written.</summary>
    public sealed record Row(
        Guid SurveyId,
        int Version,
        string Language,
        DateOnly ReceivedOn,
        string Answers,
        bool MayQuote,
        byte[] SubmissionHash,
        byte[] ReceiptHash
    )
    {
        internal Guid ResponseId { get; } = Guid.NewGuid();
    }

    /// <summary>While one group waits for the disk, the next is sent.</summary>
    private const int MostWriters = 2;

    private const int MostTogether = 200;

    /// <summary>Over so many rows a survey's number of changes is spread.</summary>
    private const int PartsOfChanges = 8;

    private readonly Lock gate = new();
    private readonly Queue<(Row Row, TaskCompletionSource<bool> Stored)> waiting = new();
    private int writers;

    /// <returns>True when it is stored now; false when the submission was stored before, or the survey is not open.</returns>
    /// <param name="row">One response.</param>
    /// <param name="cancellation">Ends the waiting; the row may be stored all the same, as when an acknowledgement is lost on its
    /// way.</param>
    public Task<bool> Run(Row row, CancellationToken cancellation = default)
    {
        // Its continuation must not run on the writer's turn.
        var stored = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Enqueue((row, stored));
            if (writers == MostWriters)
                return stored.Task.WaitAsync(cancellation);
            writers++;
        }
        // Unsafe, for nothing of this request may cling to what is written for others.
        ThreadPool.UnsafeQueueUserWorkItem(static self => _ = self.WriteAll(), this, preferLocal: false);
        return stored.Task.WaitAsync(cancellation);
    }

    private async Task WriteAll()
    {
        for (var together = Take(); together.Count > 0; together = Take())
            await Write(together);
    }

    private List<(Row Row, TaskCompletionSource<bool> Stored)> Take()
    {
        var together = new List<(Row, TaskCompletionSource<bool>)>();
        lock (gate)
        {
            while (together.Count < MostTogether && waiting.TryDequeue(out var next))
                together.Add(next);
            if (together.Count == 0)
                writers--;
        }
        return together;
    }

    /// <summary>Never throws: whatever happens is told to those who wait.</summary>
    private async Task Write(List<(Row Row, TaskCompletionSource<bool> Stored)> together)
    {
        try
        {
            var stored = await Insert([.. together.Select(one => one.Row)]);
            foreach (var (row, told) in together)
                told.SetResult(stored.Contains(row.ResponseId));
        }
        catch (Exception fault) when (together.Count == 1 || Outage.Of(fault) is not null)
        {
            foreach (var (_, told) in together)
                told.SetException(fault);
        }
        catch (Exception)
        {
            // One of them cannot be stored, and nothing was: the others must not suffer for it.
            foreach (var one in together)
                await Write([one]);
        }
    }

    private async Task<HashSet<Guid>> Insert(Row[] rows) =>
        (
            await db.Collect<HashSet<Guid>>(async tx =>
                (
                    await tx.Query<Guid>(
                        InsertSql,
                        new
                        {
                            surveyIds = Array.ConvertAll(rows, row => row.SurveyId),
                            responseIds = Array.ConvertAll(rows, row => row.ResponseId),
                            versions = Array.ConvertAll(rows, row => row.Version),
                            languages = Array.ConvertAll(rows, row => row.Language),
                            days = Array.ConvertAll(rows, row => row.ReceivedOn),
                            answers = Array.ConvertAll(rows, row => row.Answers),
                            mayQuote = Array.ConvertAll(rows, row => row.MayQuote),
                            submissionHashes = Array.ConvertAll(rows, row => row.SubmissionHash),
                            receiptHashes = Array.ConvertAll(rows, row => row.ReceiptHash),
                            part = Random.Shared.Next(PartsOfChanges),
                        }
                    )
                ).ToHashSet()
            )
        ).OrThrow();

    // Sorted, so that two groups with the same submissions, or of the same surveys, never wait for each other in a circle.
    private const string InsertSql = """
        with stored as (
            insert into response (survey_id, response_id, version, language, received_on, answers, may_quote, submission_hash, receipt_hash)
            select survey_id, response_id, version, language, received_on, answers::jsonb, may_quote, submission_hash, receipt_hash
            from unnest(@surveyIds, @responseIds, @versions, @languages, @days, @answers, @mayQuote, @submissionHashes, @receiptHashes)
                as arrived (survey_id, response_id, version, language, received_on, answers, may_quote, submission_hash, receipt_hash)
            join survey using (survey_id)
            where survey.state = 'open'
            order by submission_hash
            on conflict on constraint response_submission_key do nothing
            returning survey_id, response_id
        ), changed as (
            insert into response_change as known (survey_id, part, changes)
            select survey_id, @part, count(*) from stored group by survey_id order by survey_id
            on conflict (survey_id, part) do update set changes = known.changes + excluded.changes
        )
        select response_id from stored
        """;
}
