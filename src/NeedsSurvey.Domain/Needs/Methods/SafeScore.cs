using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>A need's score from safe counts.</summary>
/// <param name="Score">NaN for none; the middle of what the words allow where it is told in words.</param>
/// <param name="Error">At most its standard error: sampling, noise, and people of hidden counts.</param>
/// <param name="People">Safe number of people behind it.</param>
/// <param name="N">What may be printed of their number.</param>
/// <param name="InWords">The score is a share that is told in words.</param>
internal sealed record SafeScore(double Score, double Error, int People, ShownCount N, bool InWords, NeedFigure[] Figures)
{
    public static SafeScore None(SafeRule rule) => new(double.NaN, double.NaN, 0, ShownCount.Few(rule.Threshold), false, []);

    public bool Known => !double.IsNaN(Score);

    /// <summary>At least k people are behind it, but too much of their answers is hidden.</summary>
    public bool IsOpen { get; init; }

    /// <summary>
    /// The words are "all but fewer than k": it is before every number of as many people, and its place can be told. Of few it cannot,
    /// because they are as few of each other as of nobody.
    /// </summary>
    public bool IsMost { get; init; }

    /// <summary>The part of <see cref="Error"/> that is not sampling.</summary>
    public double Protection { get; init; }

    /// <summary>Of a share, where one may be shown.</summary>
    public ShownInterval? Interval { get; init; }

    public double[] Sums { get; init; } = [];

    /// <summary>Standard errors of <see cref="Sums"/>.</summary>
    public double[] Errors { get; init; } = [];
}
