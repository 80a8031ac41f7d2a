// Regular expressions that surveys' authors write, made safe: matched without backtracking where .NET can, else within a time limit.
// A pattern that cannot be read, or runs out of time, matches nothing; ExpressionCheck tells the author about the first.
using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace NeedsSurvey.Domain.Logic;

internal sealed class TimedPattern
{
    // Long enough that a busy machine does not refuse a sound answer.
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(250);
    private const int LongestPattern = 1_000;
    private const int MostRemembered = 256;

    // Patterns may come from answers; the table is emptied when full, so that it cannot grow without end.
    private static readonly ConcurrentDictionary<string, TimedPattern> Remembered = new(StringComparer.Ordinal);

    private readonly Regex? regex;
    private readonly bool isLinear;

    private TimedPattern(string pattern)
    {
        // The whole text must match, as in ODK: \z rather than $, which would allow a line break at the end.
        var whole = $@"\A(?:{pattern})\z";
        if (pattern.Length > LongestPattern)
            Fault = $"A pattern has at most {LongestPattern} characters.";
        else if (TryBuild(pattern, RegexOptions.None) is not null) // alone: "a)(b" would be sound inside the brackets
        {
            regex = TryBuild(whole, RegexOptions.NonBacktracking);
            isLinear = regex is not null;
            regex ??= TryBuild(whole, RegexOptions.None);
        }
    }

    /// <summary>Why the pattern cannot be read; null if it can.</summary>
    public string? Fault { get; private set; }

    public static TimedPattern For(string pattern)
    {
        if (Remembered.TryGetValue(pattern, out var known))
            return known;
        if (Remembered.Count >= MostRemembered)
            Remembered.Clear();
        return Remembered[pattern] = new TimedPattern(pattern);
    }

    /// <summary>Whether the whole text matches; false also when the time of this one or of all together is up.</summary>
    public bool Matches(string text, PatternBudget budget)
    {
        if (regex is null)
            return false;
        // Its time is bounded by the text's length.
        if (isLinear)
            return Matches(text, out _);
        if (budget.IsSpent)
            return false;
        var started = budget.Elapsed();
        var matches = Matches(text, out var ranOut);
        budget.Spend(started, ranOut ? Limit : TimeSpan.Zero);
        return matches;
    }

    private bool Matches(string text, out bool ranOut)
    {
        ranOut = false;
        try
        {
            return regex!.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            ranOut = true;
            return false;
        }
    }

    private Regex? TryBuild(string whole, RegexOptions options)
    {
        try
        {
            var regex = new Regex(whole, options | RegexOptions.CultureInvariant, Limit);
            Fault = null;
            return regex;
        }
        catch (NotSupportedException)
        {
            Fault = "This pattern is too complex.";
        }
        catch (RegexParseException fault)
        {
            Fault = $"This pattern cannot be read after its first {fault.Offset} characters: {Words(fault.Error)}.";
        }
        catch (ArgumentException fault)
        {
            Fault = $"This pattern cannot be read: {fault.Message}";
        }
        return null;
    }

    /// <summary>The framework's name of a fault, as <c>UnterminatedBracket</c>, in words.</summary>
    private static string Words(RegexParseError error) =>
        string.Concat(error.ToString().Select((c, i) => (i > 0 && char.IsUpper(c) ? " " : "") + char.ToLowerInvariant(c)));
}
