using System.Globalization;

namespace NeedsSurvey.Domain.Results;

/// <summary>What pages, the API and the report say about safe counts: the one place where it is worded.</summary>
public static class SafeWords
{
    /// <summary>Under every page of safe figures.</summary>
    /// <param name="n">Safe number of the base; the effect on a share is worked out for half of it.</param>
    public static string Sentence(SafeRule rule, int n)
    {
        var points = 100 * 1.96 * Math.Sqrt(rule.Law.Variance * 1.25) / Math.Max(n, rule.Threshold);
        return string.Create(
                CultureInfo.InvariantCulture,
                $"""
                To protect people in small groups, each number here is the true one changed at random by at most {rule.Law.Bound} (mostly
                by 2 or less), always alike for the same people. Numbers below {rule.Threshold} are not given, nor groups below
                {rule.Threshold}.
                Parts need not add up to their total. In a share of about {n:#,0} people this is seldom more than {points:0.0} points.
                """
            )
            .ReplaceLineEndings(" ");
    }

    /// <summary>Over a breakdown or a filter.</summary>
    public static string Breakdown(SafeRule rule) =>
        string.Create(
                CultureInfo.InvariantCulture,
                $"""
                At least {rule.Threshold} people are left out of every breakdown, so that no small group follows from it: those without a
                group, those of small groups, and some picked at random.
                """
            )
            .ReplaceLineEndings(" ");

    /// <summary>Beside figures of a drawing that is not of this moment.</summary>
    /// <param name="drawn">Responses in the drawing.</param>
    public static string Drawn(SafeRule rule, int drawn) =>
        string.Create(
                CultureInfo.InvariantCulture,
                $"""
                These figures are drawn again when {SafeSteps.Step(drawn, rule)} responses have come or gone, so that no single
                answer can be seen arriving.
                """
            )
            .ReplaceLineEndings(" ");

    /// <summary>In place of a result.</summary>
    public static string TooFew(SafeRule rule) =>
        string.Create(CultureInfo.InvariantCulture, $"Fewer than {rule.Threshold} people: no result is given.");

    /// <summary>For those who may export.</summary>
    public const string True =
        "These are the true figures. They are shown to you because you may read responses; do not pass on numbers of few people.";
}
