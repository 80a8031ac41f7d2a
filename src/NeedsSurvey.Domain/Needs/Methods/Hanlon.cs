// The Hanlon method is for a panel, not for respondents, and exists on two incompatible scales; mixing
// them silently is the usual mistake, so the scale is part of every rating.
using System.Diagnostics;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>Which of the two Hanlon scales the panel used. Stored with every rating.</summary>
public enum HanlonScale
{
    /// <summary>(A + B)·C / 3 with size A 0–10, seriousness B 0–20, effectiveness C 0–10.</summary>
    Uic,

    /// <summary>(A + 2B)·C with each of A, B, C 0–10.</summary>
    Naccho,
}

/// <summary>The PEARL screen: Propriety, Economics, Acceptability, Resources, Legality. Any "no" makes the score 0.</summary>
public readonly record struct Pearl(bool Propriety, bool Economics, bool Acceptability, bool Resources, bool Legality)
{
    /// <summary>All five answered yes.</summary>
    public static Pearl Passed => new(true, true, true, true, true);

    /// <summary>True when no answer is "no".</summary>
    public bool Passes => Propriety && Economics && Acceptability && Resources && Legality;
}

/// <summary>One panel's (mean) rating of one need.</summary>
public sealed record HanlonRating(NeedItem Need, double Size, double Seriousness, double Effectiveness, Pearl Pearl, int PanelMembers);

/// <summary>Hanlon's basic priority rating. Sources: Hanlon &amp; Pickett; University of Illinois Chicago (UIC); NACCHO.</summary>
public static class Hanlon
{
    /// <summary>The priority score on the scale given; 0 when PEARL does not pass.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A rating lies outside the scale.</exception>
    public static double Score(HanlonScale scale, double size, double seriousness, double effectiveness, Pearl pearl)
    {
        Check(size, 10, nameof(size));
        Check(seriousness, scale == HanlonScale.Uic ? 20 : 10, nameof(seriousness));
        Check(effectiveness, 10, nameof(effectiveness));
        if (!pearl.Passes)
            return 0;
        return scale switch
        {
            HanlonScale.Uic => (size + seriousness) * effectiveness / 3,
            HanlonScale.Naccho => (size + 2 * seriousness) * effectiveness,
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The panel's order of needs; all ratings on one scale.</summary>
    public static NeedRanking Rank(HanlonScale scale, IReadOnlyList<HanlonRating> ratings)
    {
        double[] scores = [.. ratings.Select(r => Score(scale, r.Size, r.Seriousness, r.Effectiveness, r.Pearl))];
        return Rankings.Assemble(
            Description(scale),
            [.. ratings.Select(r => r.Need)],
            weighted: false,
            scores,
            [.. ratings.Select(r => ShownCount.Number(r.PanelMembers))],
            scores,
            [
                .. ratings.Select(r =>
                    new NeedFigure[]
                    {
                        new("size", "Size of the problem", r.Size),
                        new("seriousness", "Seriousness", r.Seriousness),
                        new("effectiveness", "Effectiveness of what can be done", r.Effectiveness),
                        new("pearl", "Passes the PEARL screen (1 yes, 0 no)", r.Pearl.Passes ? 1 : 0),
                    }
                ),
            ]
        );
    }

    private static void Check(double value, double high, string name)
    {
        if (!(value >= 0 && value <= high))
            throw new ArgumentOutOfRangeException(name, value, $"This scale runs from 0 to {high}.");
    }

    private static NeedScoring Description(HanlonScale scale) =>
        new()
        {
            Method = RankingMethod.Hanlon,
            Name = scale == HanlonScale.Uic ? "Hanlon (UIC scale)" : "Hanlon (NACCHO scale)",
            Unit = scale == HanlonScale.Uic ? "priority score, 0 to 100" : "priority score, 0 to 300",
            Reads = [],
            Sums = 0,
            Terms = (_, _, _) => { },
            Score = _ => double.NaN,
            N = _ => 0,
            Figures = [],
        };
}
