// threat-model.md 35: where a person came from and with what must be nowhere afterwards: not in the database, its write-ahead log, its own
// log, the program's output or a file beside them.

using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace NeedsSurvey.Web.Tests.Hosting;

/// <summary>Nothing of a respondent's connection is kept.</summary>
public sealed class CanaryTests : IDisposable
{
    private static readonly string[] Canaries = ["CanaryAgent/77.3", "203.0.113.77", "canary-referrer", "canary-cookie"];

    private readonly string directory = Directory.CreateTempSubdirectory("needssurvey-canary-").FullName;

    private string Data => Path.Combine(directory, "data");

    [SlowFact]
    public async Task A_hundred_answers_leave_no_trace_of_where_they_came_from()
    {
        var program = await ProgramProcess.Start(Data).UntilReady();
        var database = TestDatabase.At(ProgramProcess.ConnectionTo(Data));
        var slug = await TestData.On(database).Survey(SampleSurveys.OneQuestion);
        await database.Sources.DisposeAsync();

        using var client = new HttpClient { BaseAddress = program.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Canaries[0]);
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", Canaries[1]);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Referer", "https://" + Canaries[2] + ".example/");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", "x=" + Canaries[3]);
        for (var i = 0; i < 100; i++)
        {
            using var answer = await client.PostAsJsonAsync(
                $"s/{slug}/responses",
                new
                {
                    submission = Guid.NewGuid(),
                    language = "en",
                    answers = new { story = "kept-words" },
                }
            );
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }
        // What goes wrong is logged; the one who met it is not.
        await client.PostAsync($"s/{slug}/responses", new StringContent("{", Encoding.UTF8, "application/json"));
        await client.GetAsync("no/such/page");
        Assert.Equal(0, await program.Stop());

        var files = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).ToList();
        foreach (var canary in Canaries)
        {
            Assert.DoesNotContain(canary, program.Output + program.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain(files, file => Holds(file, canary));
        }
        // The search itself works: what people said is there.
        Assert.Contains(files, file => Holds(file, "kept-words"));
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private static bool Holds(string file, string text) => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
