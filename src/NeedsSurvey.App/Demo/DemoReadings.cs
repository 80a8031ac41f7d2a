namespace NeedsSurvey.App.Demo;

/// <summary>
/// What the demo's two coders make of an open answer: most answers are read by one of them, some by both, some by nobody yet, and
/// they agree as people do, not perfectly.
/// </summary>
internal static class DemoReadings
{
    private sealed record Habit(string Coder, double Misses, double Mistakes, double CutsShort);

    private static readonly Habit First = new("first", Misses: 0.02, Mistakes: 0.01, CutsShort: 0.1);
    private static readonly Habit Second = new("second", Misses: 0.09, Mistakes: 0.06, CutsShort: 0.2);

    /// <summary>The readings of one answer, none to two of them.</summary>
    /// <param name="quoted">Sentences already chosen as quotes; null when this person may not be quoted.</param>
    public static IReadOnlyList<DemoReading> Of(
        string field,
        DemoStoryText story,
        IReadOnlyDictionary<string, string> mistakenFor,
        HashSet<string>? quoted,
        DemoRandom random
    )
    {
        IReadOnlyList<Habit> readers = random.Share() switch
        {
            < 0.60 => [First],
            < 0.72 => [Second],
            < 0.90 => [First, Second],
            _ => [],
        };
        return
        [
            .. readers.Select(reader => new DemoReading(reader.Coder, field, [.. story.Spans.SelectMany(span => Codings(reader, span))])),
        ];

        IEnumerable<DemoCoding> Codings(Habit reader, DemoSpan span)
        {
            foreach (var need in span.Needs)
            {
                if (random.Chance(reader.Misses))
                    continue;
                var taken = random.Chance(reader.Mistakes) ? mistakenFor.GetValueOrDefault(need, need) : need;
                if (taken != need && span.Needs.Contains(taken))
                    continue;
                // Cut at a space, so that no word or character is split.
                var cut = random.Chance(reader.CutsShort) ? story.Text.LastIndexOf(' ', span.Start + span.Length - 1, span.Length) : -1;
                var whole = cut <= span.Start;
                var quote = reader == First && whole && taken == need && span.Quotable is not null && quoted?.Add(span.Quotable) == true;
                yield return new(taken, span.Start, whole ? span.Length : cut - span.Start, quote);
            }
        }
    }
}
