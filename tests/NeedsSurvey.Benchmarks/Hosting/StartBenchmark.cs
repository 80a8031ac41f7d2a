using System.Diagnostics;
using NeedsSurvey.Benchmarks.Support;

namespace NeedsSurvey.Benchmarks.Hosting;

/// <summary>
/// Seconds from starting the process on an existing data directory until <c>/health/ready</c> says so, PostgreSQL's own start included.
/// There is no baseline: the goal is in seconds.
/// </summary>
internal static class StartBenchmark
{
    public static async Task Run(Amount amount)
    {
        await using var program = await ProgramUnderTest.Start(amount.Rows ?? 0);
        Measurement.Say($"start on an existing data directory");
        var (ready, page, memory) = (new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run < amount.Runs; run++)
        {
            await program.Stop();
            var clock = Stopwatch.StartNew();
            await program.StartAgain();
            ready.Add(clock.Elapsed.TotalSeconds);
            using var client = program.NewClient(1);
            using var first = await client.GetAsync(new Uri("s/" + ProgramUnderTest.Slug, UriKind.Relative));
            if (!first.IsSuccessStatusCode)
                throw new UncleanException($"the first page was answered with {(int)first.StatusCode}");
            page.Add(clock.Elapsed.TotalSeconds);
            await Task.Delay(2000);
            memory.Add(program.Resident());
        }
        Measurement.Print("figure", "process start to ready", ready, "s");
        Measurement.Print("figure", "process start to the first page", page, "s");
        Measurement.Print("figure", "resident memory, idle", memory, "MB");
    }
}
