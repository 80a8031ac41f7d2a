// Regular expressions that surveys' authors write, made safe: matched without backtracking where .NET can, else within a time limit.
// A pattern that cannot be read, or runs out of time, matches nothing; ExpressionCheck tells the author about the first.
using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace NeedsSurvey.Domain.Logic;

internal sealed class TimedPattern
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMilliseconds(50);
    private const int LongestPattern = 1_000;
    private const int MostRemembered = 256;

    // Patterns may come from answers; the table is emptied when full, so that it cannot grow without end.
    private static readonly ConcurrentDictionary<string, TimedPattern> s_remembered = new(StringComparer.Ordinal);

    private readonly Regex? _regex;

    private TimedPattern(string pattern)
    {
        // The whole text must match, as in ODK: \z rather than $, which would allow a line break at the end.
        string whole = $@"\A(?:{pattern})\z";
        if (pattern.Length > LongestPattern)
            Fault = $"A pattern has at most {LongestPattern} characters.";
        else
            _regex = TryBuild(whole, RegexOptions.NonBacktracking) ?? TryBuild(whole, RegexOptions.None);
    }

    /// <summary>Why the pattern cannot be read; null if it can.</summary>
    public string? Fault { get; private set; }

    public static TimedPattern For(string pattern)
    {
        if (s_remembered.TryGetValue(pattern, out var known))
            return known;
        if (s_remembered.Count >= MostRemembered)
            s_remembered.Clear();
        return s_remembered[pattern] = new TimedPattern(pattern);
    }

    /// <summary>Whether the whole text matches.</summary>
    public bool Matches(string text)
    {
        try
        {
            return _regex is not null && _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private Regex? TryBuild(string whole, RegexOptions options)
    {
        try
        {
            var regex = new Regex(whole, options | RegexOptions.CultureInvariant, s_limit);
            Fault = null;
            return regex;
        }
        catch (NotSupportedException)
        {
            Fault = "This pattern is too complex.";
        }
        catch (ArgumentException fault)
        {
            // The framework's message begins with the whole pattern; the reason follows the last full quotation of it.
            int reason = fault.Message.LastIndexOf("'. ", StringComparison.Ordinal);
            Fault = reason < 0 ? fault.Message : fault.Message[(reason + 3)..];
        }
        return null;
    }
}
