namespace NeedsSurvey.Domain.Responses;

/// <summary>One rating: a value of the scale, or declined.</summary>
/// <param name="Value">The scale point's value; meaningless when <paramref name="Declined"/>.</param>
/// <param name="Declined">"Prefer not to say".</param>
public readonly record struct Rating(int Value, bool Declined = false)
{
    /// <summary>"Prefer not to say".</summary>
    public static readonly Rating Refused = new(0, true);
}

/// <summary>A row of a need grid: either rating may be missing (skipped), not both.</summary>
public sealed record NeedRating(string Row, Rating? Importance, Rating? Satisfaction)
{
    /// <summary>Both ratings declined.</summary>
    internal static NeedRating Refused(string row) => new(row, Rating.Refused, Rating.Refused);

    internal bool IsRefused => this is { Importance.Declined: true, Satisfaction.Declined: true };
}
