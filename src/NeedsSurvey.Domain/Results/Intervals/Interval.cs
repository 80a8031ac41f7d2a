namespace NeedsSurvey.Domain.Results;

/// <summary>A closed interval. For proportions both ends are shares in [0, 1]; for means they are scale points.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>High − Low, in the unit of the ends.</summary>
    public double Width => High - Low;

    /// <summary>Whether <paramref name="value"/> lies inside, ends included.</summary>
    public bool Contains(double value) => value >= Low && value <= High;
}
