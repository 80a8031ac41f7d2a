// Many clients at once: each sends, waits for the whole answer, and sends again. Whatever is answered otherwise than expected spoils the
// run.

using System.Diagnostics;
using System.Net;

namespace NeedsSurvey.Benchmarks.Support;

internal static class Load
{
    public const int Connections = 64;

    /// <summary>Requests a second that were answered as expected; how many they were is added to <paramref name="answered"/>.</summary>
    /// <param name="perSecond">Not more than this; null for as many as go.</param>
    /// <param name="waits">Receives each request's time in milliseconds, counted from when it was due; null when it does not
    /// matter.</param>
    public static async Task<double> Run(
        HttpClient client,
        Func<HttpRequestMessage> request,
        HttpStatusCode expected,
        int seconds,
        Action<long>? answered = null,
        double? perSecond = null,
        List<double>? waits = null
    )
    {
        var (clock, end, started, done) = (Stopwatch.StartNew(), TimeSpan.FromSeconds(seconds), 0L, 0L);
        await Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (clock.Elapsed < end)
                        {
                            var due = clock.Elapsed;
                            if (perSecond is { } rate)
                            {
                                due = TimeSpan.FromSeconds((Interlocked.Increment(ref started) - 1) / rate);
                                if (due >= end)
                                    break;
                                // The timer's grain is a millisecond.
                                if (due - clock.Elapsed is { TotalMilliseconds: >= 1 } early)
                                    await Task.Delay(early);
                            }
                            using var message = request();
                            using var answer = await client.SendAsync(message);
                            if (answer.StatusCode != expected)
                                throw new UncleanException(
                                    $"a request was answered with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"
                                );
                            Interlocked.Increment(ref done);
                            if (waits is not null)
                                lock (waits)
                                    waits.Add((clock.Elapsed - due).TotalMilliseconds);
                        }
                    })
                )
        );
        answered?.Invoke(done);
        return done / clock.Elapsed.TotalSeconds;
    }

    public static double Percentile(List<double> waits, double share) => waits.Order().ElementAt((int)(share * (waits.Count - 1)));
}
