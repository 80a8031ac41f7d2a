// What all measurements share: how often, how the median is taken, how it is printed, and when it does not count.

using System.Globalization;

namespace NeedsSurvey.Benchmarks.Support;

/// <summary>How much to measure.</summary>
/// <param name="Rows">Responses that are stored before; null for what the measurement usually has.</param>
/// <param name="Runs">Alternating runs of baseline and figure; at least 3.</param>
/// <param name="Seconds">Length of a run where a run has a length.</param>
internal sealed record Amount(int? Rows, int Runs, int Seconds);

/// <summary>The measurement is worth nothing, and why.</summary>
internal sealed class UncleanException(string why) : Exception(why);

internal static class Measurement
{
    /// <summary>Reads the words of a command, measures, and answers its exit code.</summary>
    public static async Task<int> Run(Func<Amount, Task> measure, string[] words)
    {
        try
        {
#if DEBUG
            throw new UncleanException("this is a Debug build; run it with -c Release");
#else
            await measure(Read(words));
            return 0;
#endif
        }
        catch (UncleanException why)
        {
            await Console.Error.WriteLineAsync($"Not measured: {why.Message}.");
            return 2;
        }
    }

    /// <summary>
    /// Baseline and figure in turn, so that whatever else the machine does meets both; prints both medians and their ratio.
    /// </summary>
    /// <param name="higherIsBetter">Of the unit: rates; false for times, whose ratio is the other way round.</param>
    public static async Task<double> Compare(
        Amount amount,
        string unit,
        bool higherIsBetter,
        string baselineName,
        Func<Task<double>> baseline,
        string figureName,
        Func<Task<double>> figure
    )
    {
        var (baselines, figures) = (new List<double>(), new List<double>());
        for (var run = 0; run < amount.Runs; run++)
        {
            baselines.Add(await baseline());
            figures.Add(await figure());
        }
        Print("baseline", baselineName, baselines, unit);
        Print("figure", figureName, figures, unit);
        var ratio = higherIsBetter ? Median(figures) / Median(baselines) : Median(baselines) / Median(figures);
        Say($"  ratio     {ratio:0.00}");
        return Median(figures);
    }

    /// <summary>Prints a figure that has no baseline.</summary>
    public static void Print(string kind, string name, List<double> runs, string unit) =>
        Say($"  {kind, -9} {Number(Median(runs)), 12} {unit}   {name}   ({string.Join(", ", runs.Select(Number))})");

    public static void Say(params FormattableString[] parts) =>
        Console.WriteLine(string.Concat(parts.Select(part => part.ToString(CultureInfo.InvariantCulture))));

    public static double Median(List<double> runs)
    {
        var sorted = runs.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }

    private static string Number(double value) => value.ToString(value < 100 ? "0.00" : "#,0", CultureInfo.InvariantCulture);

    private static Amount Read(string[] words)
    {
        var amount = new Amount(null, 3, 10);
        for (var i = 0; i < words.Length; i += 2)
        {
            if (
                i + 1 == words.Length
                || !int.TryParse(
                    words[i + 1].Replace("_", "", StringComparison.Ordinal),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
            )
                throw new UncleanException($"“{words[i]}” wants a whole number");
            amount = words[i] switch
            {
                "--rows" => amount with { Rows = number },
                "--runs" when number >= 3 => amount with { Runs = number },
                "--seconds" when number >= 1 => amount with { Seconds = number },
                _ => throw new UncleanException($"there is no “{words[i]} {number}” here: --rows N, --runs N (at least 3), --seconds N"),
            };
        }
        return amount;
    }
}
