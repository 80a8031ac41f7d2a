namespace NeedsSurvey.Domain.Responses;

/// <summary>One rating: a value of the scale, or what was said in its place.</summary>
/// <param name="Value">The scale point's value; meaningless where it is <paramref name="Missing"/>.</param>
/// <param name="Missing">"Prefer not to say" or "I do not know"; null for a value.</param>
public readonly record struct Rating(int Value, MissingAnswer? Missing = null)
{
    /// <summary>"Prefer not to say" or "I do not know".</summary>
    public static Rating Of(MissingAnswer missing) => new(0, missing);
}

/// <summary>A row of a need grid: either rating may be left out (skipped), not both.</summary>
public sealed record NeedRating(string Row, Rating? Importance, Rating? Satisfaction)
{
    /// <summary>Both ratings declined, or both not known.</summary>
    internal static NeedRating Of(string row, MissingAnswer missing) => new(row, Rating.Of(missing), Rating.Of(missing));

    /// <summary>What was said in the place of both ratings; null unless it is the same.</summary>
    internal MissingAnswer? Whole => Importance?.Missing is { } missing && Satisfaction?.Missing == missing ? missing : null;
}
