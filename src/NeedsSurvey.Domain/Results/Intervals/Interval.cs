namespace NeedsSurvey.Domain.Results;

/// <summary>A closed interval. For proportions both ends are shares in [0, 1]; for means they are scale points.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>High − Low, in the unit of the ends.</summary>
    public double Width => High - Low;

    /// <summary>The part of it that can be: a mean is never outside its scale.</summary>
    public Interval Inside(double least, double greatest) => new(Math.Max(Low, least), Math.Min(High, greatest));

    /// <summary>Whether <paramref name="value"/> lies inside, ends included.</summary>
    public bool Contains(double value) => value >= Low && value <= High;
}
