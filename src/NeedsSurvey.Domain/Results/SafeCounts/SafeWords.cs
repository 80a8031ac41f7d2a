using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain.Results;

/// <summary>
/// What pages, the API and the report say about safe counts: works out the numbers; the words are the language's
/// (<see cref="SafeCountWords"/>). Without a language in English, the organisers' own.
/// </summary>
public static class SafeWords
{
    // Most numbers are changed by this or less.
    private const int Usual = 2;

    /// <summary>For those who may export.</summary>
    public static string True => KnownLanguages.English.Figures.True;

    /// <summary>Under every page of safe figures.</summary>
    /// <param name="rule">The rule in force.</param>
    /// <param name="n">Safe number of the base, told to the nearest ten: it is an example of a size, and nobody needs to compare it with
    /// how many answered. The effect on a share is worked out for half of it.</param>
    /// <param name="spoken">The reader's language.</param>
    public static string Sentence(SafeRule rule, int n, Language? spoken = null)
    {
        var language = spoken ?? KnownLanguages.English;
        var points = 100 * 1.96 * Math.Sqrt(rule.Law.Variance * 1.25) / Math.Max(n, rule.Threshold);
        return language.Figures.Sentence(
            language.Count(rule.Law.Bound),
            language.Count(Usual),
            language.Count(rule.Threshold),
            language.Count((n + 5) / 10 * 10),
            points.ToString("0.0", language.Culture)
        );
    }

    /// <summary>For the method of a report: how often a number is changed, and by how much.</summary>
    public static string Law(SafeRule rule, Language? spoken = null)
    {
        var language = spoken ?? KnownLanguages.English;
        return language.Figures.Law(Within(0), Within(1), Within(2), language.Count(rule.Law.Bound));

        string Within(int most) =>
            language.Percent(Enumerable.Range(-most, (2 * most) + 1).Sum(noise => rule.Law.Probability(noise, rule.Threshold)));
    }

    /// <summary>Over a breakdown or a filter.</summary>
    public static string Breakdown(SafeRule rule, Language? spoken = null)
    {
        var language = spoken ?? KnownLanguages.English;
        return language.Figures.Breakdown(language.Count(rule.Threshold));
    }

    /// <summary>Beside figures of a drawing that is not of this moment.</summary>
    /// <param name="rule">The rule in force.</param>
    /// <param name="drawn">Responses in the drawing.</param>
    /// <param name="spoken">The reader's language.</param>
    public static string Drawn(SafeRule rule, int drawn, Language? spoken = null)
    {
        var language = spoken ?? KnownLanguages.English;
        return language.Figures.Drawn(language.Count(SafeSteps.Step(drawn, rule)));
    }

    /// <summary>Beside figures of several surveys, each with drawings of its own.</summary>
    public static string DrawnApart(SafeRule rule, Language? spoken = null)
    {
        var language = spoken ?? KnownLanguages.English;
        return language.Figures.DrawnApart(language.Count(rule.Threshold));
    }

    /// <summary>In place of a result.</summary>
    public static string TooFew(SafeRule rule, Language? spoken = null)
    {
        var language = spoken ?? KnownLanguages.English;
        return language.Figures.TooFew(language.Count(rule.Threshold));
    }

    /// <summary>A count as a page prints it: a number, or words in its place.</summary>
    public static string Of(ShownCount count, Language? spoken = null)
    {
        var language = spoken ?? KnownLanguages.English;
        return count.Kind switch
        {
            ShownCountKind.Number => language.Count(count.Shown!.Value),
            ShownCountKind.NearlyAll => language.Figures.NearlyAll(language.Count(count.Threshold)),
            _ => language.Figures.Few(language.Count(count.Threshold)),
        };
    }

    /// <summary>A count in words, and the people of whom it is a part.</summary>
    /// <param name="people">How many those are, as the page prints it where they have a number.</param>
    public static string PartOf(ShownCount count, ShownCount of, string people, Language? spoken = null)
    {
        var language = spoken ?? KnownLanguages.English;
        var words = language.Figures;
        return of.Kind != ShownCountKind.NearlyAll ? words.Of(Of(count, language), people)
            : count.Kind == ShownCountKind.NearlyAll ? words.NearlyAllOfNearlyAll(language.Count(count.Threshold))
            : words.FewOfNearlyAll(language.Count(count.Threshold));
    }

    /// <summary>A count's share of its base: per cent, or words in their place.</summary>
    public static string ShareOf(ShownCount count, double of, Language? spoken = null)
    {
        var language = spoken ?? KnownLanguages.English;
        return count.Kind switch
        {
            ShownCountKind.Number => language.Percent(Math.Min(1, count.Shown!.Value / of)),
            ShownCountKind.NearlyAll => language.Figures.NearlyAll(language.Count(count.Threshold)),
            _ => language.Figures.FewPeople(language.Count(count.Threshold)),
        };
    }
}
