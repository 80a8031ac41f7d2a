// threat-model.md 50 and 51, whole: people keep sending while the program and PostgreSQL are killed under them, again and again. Whoever
// was given a receipt must find the answer there once; whoever was not tries again with the same submission, as a browser does.

using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using NeedsSurvey.App.Responses;

namespace NeedsSurvey.Web.Tests.Hosting;

/// <summary>No acknowledged answer is lost or doubled by a kill.</summary>
public sealed class KilledSubmissionTests : IDisposable
{
    private const int People = 2000;
    private const int Snapshot = 64;

    private readonly string directory = Directory.CreateTempSubdirectory("needssurvey-kill-").FullName;
    private readonly ConcurrentDictionary<Guid, string> receipts = new();

    private string Data => Path.Combine(directory, "data");

    [SlowFact]
    public async Task Each_answer_is_stored_once_whatever_is_killed_meanwhile()
    {
        var program = await ProgramProcess.Start(Data).UntilReady();
        var address = program.Address;
        var database = TestDatabase.At(ProgramProcess.ConnectionTo(Data));
        var slug = await TestData.On(database).Survey(SampleSurveys.OneQuestion);
        var survey = await database.Db.One<Guid>("select survey_id from survey where slug = @slug", new { slug });
        await database.Sources.DisposeAsync();

        var sending = SendAll(new Uri(address, $"s/{slug}/responses"));

        await Until(People / 5, sending);
        await program.Kill();
        program = await ProgramProcess.StartAt(address, Data).UntilReady();

        await Until(2 * People / 5, sending);
        ProgramProcess.Signal(Assert.NotNull(ProgramProcess.ServerOf(Data)), UnixSignal.Kill);

        await Until(3 * People / 5, sending);
        var server = Assert.NotNull(ProgramProcess.ServerOf(Data));
        await program.Kill();
        ProgramProcess.Signal(server, UnixSignal.Kill);
        program = await ProgramProcess.StartAt(address, Data).UntilReady();

        await sending;
        database = TestDatabase.At(ProgramProcess.ConnectionTo(Data));
        var stored = (
            await database.Db.Query<byte[]>("select submission_hash from response where survey_id = @survey", new { survey })
        ).ConvertAll(Convert.ToHexString);
        Assert.Equal(People, receipts.Count);
        Assert.Equal(
            receipts.Keys.Select(submission => Convert.ToHexString(Receipt.SubmissionHash(survey, submission))).Order(),
            stored.Order()
        );
        await database.Sources.DisposeAsync();
        Assert.Equal(0, await program.Stop());
    }

    private Task SendAll(Uri target)
    {
        var waiting = new ConcurrentQueue<Guid>(Enumerable.Range(0, People).Select(_ => Guid.NewGuid()));
        return Task.WhenAll(
            Enumerable
                .Range(0, Snapshot)
                .Select(async _ =>
                {
                    using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
                    while (waiting.TryDequeue(out var submission))
                    {
                        while (!await Send(client, target, submission))
                            await Task.Delay(50);
                    }
                })
        );
    }

    /// <summary>One try; false when there was no answer or one that says to come back.</summary>
    private async Task<bool> Send(HttpClient client, Uri target, Guid submission)
    {
        try
        {
            using var answer = await client.PostAsJsonAsync(
                target,
                new
                {
                    submission,
                    language = "en",
                    answers = new { story = "The rent rose again: " + submission },
                }
            );
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                return false;
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{answer.StatusCode}: {text}");
            var receipt = System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("receipt").GetString()!;
            Assert.True(receipts.TryAdd(submission, receipt));
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return false;
        }
    }

    private async Task Until(int acknowledged, Task sending)
    {
        while (receipts.Count < acknowledged)
        {
            if (sending.IsCompleted)
                await sending;
            await Task.Delay(5);
        }
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
