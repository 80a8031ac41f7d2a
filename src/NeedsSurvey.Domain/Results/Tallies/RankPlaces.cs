namespace NeedsSurvey.Domain.Results;

/// <summary>
/// Places in rankings, doubled, because shared ones can be halves. Choices without a place share the mean of the places left (mid-ranks:
/// Kendall 1945): of 4, two placed → 3.5.
/// </summary>
public static class RankPlaces
{
    /// <summary>Twice the place of a choice left out. Places 1…<paramref name="placed"/> are taken: a ranking has no gaps.</summary>
    /// <param name="placed">How many were placed, fewer than were offered.</param>
    /// <param name="offered">How many could have been.</param>
    public static int TwiceShared(int placed, int offered) => placed + 1 + Math.Max(offered, placed);

    /// <summary>Twice every place that a choice can have, given or shared, each once, rising.</summary>
    /// <param name="choices">How many choices are offered.</param>
    /// <param name="top">How many may be placed; null for all.</param>
    /// <param name="orFewer">Whether a filter may offer fewer to some people.</param>
    public static IEnumerable<int> Twice(int choices, int? top, bool orFewer)
    {
        if (orFewer)
            return Enumerable.Range(1, choices).SelectMany(few => Twice(few, top, orFewer: false)).Distinct().Order();
        var places = Enumerable.Range(1, Math.Min(top ?? choices, choices)).ToList();
        return places
            .Select(place => 2 * place)
            .Concat(places.Where(placed => placed < choices).Select(placed => TwiceShared(placed, choices)))
            .Distinct()
            .Order();
    }
}
