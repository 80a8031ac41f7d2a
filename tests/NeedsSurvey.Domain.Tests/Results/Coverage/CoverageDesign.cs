using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>A community whose truth is known and a way to draw from it; each draw gives an interval, which holds the truth or does
/// not.</summary>
/// <param name="Name">What is drawn.</param>
/// <param name="Truth">The figure in the community.</param>
/// <param name="Draw">One sample's interval; null where the program would show none.</param>
internal sealed record CoverageDesign(string Name, double Truth, Func<Random, Interval?> Draw)
{
    /// <summary>Share of draws whose interval holds the truth, among those that have one, and their mean width.</summary>
    public (double Covered, double Width, int Shown) Repeat(int times, int seed)
    {
        var random = new Random(seed);
        var (covered, width, shown) = (0, 0.0, 0);
        for (var i = 0; i < times; i++)
        {
            if (Draw(random) is not { } interval)
                continue;
            shown++;
            width += interval.Width;
            // Ends are sums of fractions; the truth is often exactly at one in small communities.
            if (interval.Low <= Truth + 1e-12 && interval.High >= Truth - 1e-12)
                covered++;
        }
        return ((double)covered / shown, width / shown, shown);
    }

    public override string ToString() => Name;
}
