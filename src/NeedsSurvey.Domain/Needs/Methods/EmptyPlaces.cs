// In a ranking of the first few places, a need that one person puts first and ninety-nine leave out must not come
// before all others. Whoever was asked is counted for every need they could have placed.
namespace NeedsSurvey.Domain.Needs;

/// <summary>Places of needs that a ranking left empty (mid-ranks: Kendall 1945; methods.md §1).</summary>
public static class EmptyPlaces
{
    /// <summary>The mean of the places left, which those not placed share: of 4, places 1 and 2 taken → 3.5.</summary>
    /// <param name="offered">Choices that could have been placed, 1 or more.</param>
    /// <param name="placed">The places taken, each 1…<paramref name="offered"/> and taken once.</param>
    /// <returns>NaN where every place is taken.</returns>
    /// <exception cref="ArgumentException">A place outside, or taken twice.</exception>
    public static double Shared(int offered, ReadOnlySpan<int> placed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(offered);
        var taken = new bool[offered];
        var left = (long)offered * (offered + 1) / 2;
        foreach (var place in placed)
        {
            if (place < 1 || place > offered || taken[place - 1])
                throw new ArgumentException($"Place {place} is outside 1…{offered} or taken twice.", nameof(placed));
            taken[place - 1] = true;
            left -= place;
        }
        return placed.Length == offered ? double.NaN : (double)left / (offered - placed.Length);
    }

    /// <summary>
    /// [need][respondent]: the place given, or the shared one where the need was offered and left out; NaN for whoever was not asked. Their
    /// mean is the mean rank over all who were asked; <see cref="RankSets.OfScores"/> takes them as they are (lower first).
    /// </summary>
    /// <param name="data">
    /// Places in <see cref="NeedMeasure.Rank"/>, shared ones in <see cref="NeedMeasure.EmptyPlace"/>. Without the latter each person's
    /// needs are what was offered to them.
    /// </param>
    public static double[][] Scores(NeedAnswers data)
    {
        double[][] scores = [.. Enumerable.Range(0, data.Needs.Count).Select(_ => new double[data.Count])];
        for (var r = 0; r < data.Count; r++)
        for (var need = 0; need < scores.Length; need++)
            scores[need][r] = Of(data, need, r);
        return scores;
    }

    /// <summary>The same for one need and respondent.</summary>
    internal static double Of(NeedAnswers data, int need, int respondent) =>
        Place(data, need, respondent) switch
        {
            < 0 => double.NaN,
            0 => Shared(data, need, respondent),
            var place => place,
        };

    private static double Shared(NeedAnswers data, int need, int respondent)
    {
        var known = data.Column(need, NeedMeasure.EmptyPlace);
        if (known.Length > 0 && known[respondent] >= 0)
            return known[respondent] / 2.0;
        var (offered, placed, sum) = (0, 0, 0L);
        for (var other = 0; other < data.Needs.Count; other++)
        {
            var place = Place(data, other, respondent);
            if (place >= 0)
                offered++;
            if (place <= 0)
                continue;
            placed++;
            sum += place;
        }
        return (offered * (offered + 1) / 2.0 - sum) / (offered - placed);
    }

    private static int Place(NeedAnswers data, int need, int respondent)
    {
        var column = data.Column(need, NeedMeasure.Rank);
        return column.Length > 0 ? column[respondent] : NeedAnswers.Missing;
    }
}
