namespace NeedsSurvey.Domain.Needs;

/// <summary>What the answers allow to say about a need and the first k places.</summary>
public enum TopPlace
{
    /// <summary>Every rank of its simultaneous set is among the first k.</summary>
    Surely,

    /// <summary>Some are, some are not.</summary>
    Possibly,

    /// <summary>None is.</summary>
    SurelyNot,
}

/// <summary>The ranks that a need may have in the community.</summary>
/// <param name="Need">Its id.</param>
/// <param name="Name">The name people read.</param>
/// <param name="Rank">Its rank in the answers themselves; null without a score (then both sets hold every rank) and where few stand for
/// the score.</param>
/// <param name="Low">Best rank of its own set, which holds the true rank with the stated confidence.</param>
/// <param name="High">Worst rank of its own set.</param>
/// <param name="TogetherLow">Best rank of the sets that hold all needs' true ranks at once with the stated confidence.</param>
/// <param name="TogetherHigh">Worst rank of that set.</param>
/// <param name="Top">Whether it is among the first k, by the sets that hold together.</param>
public sealed record RankSet(string Need, string Name, int? Rank, int Low, int High, int TogetherLow, int TogetherHigh, TopPlace Top);

/// <summary>Two needs next to each other in the answers.</summary>
/// <param name="Ahead">Id of the one that ranks before.</param>
/// <param name="Behind">Id of the one that ranks after.</param>
/// <param name="Difference">How far ahead, in the method's unit, never negative.</param>
/// <param name="StandardError">Of that difference; the two are about the same people.</param>
/// <param name="Settled">Zero lies outside the simultaneous confidence set of their difference.</param>
public sealed record RankNeighbours(string Ahead, string Behind, double Difference, double StandardError, bool Settled);

/// <summary>Confidence sets for the ranks of needs (methods.md §1).</summary>
/// <param name="Resamples">Number of resamples behind the critical values; 0 where they were worked out from safe counts.</param>
/// <param name="Seed">Seed they came from: the same seed gives the same figures.</param>
/// <param name="Confidence">Of each set, and of all together; one less it is the chance that any pair called settled is in the wrong
/// order.</param>
/// <param name="First">k of "among the first k".</param>
/// <param name="CriticalValue">Standard errors that a difference must exceed in the first round over all pairs, before allowing for few
/// units; null where no pair could be told apart: one person, or one need.</param>
/// <param name="Rows">Needs in ranking order, those without a score last.</param>
/// <param name="Neighbours">Each need that has a score with the next one.</param>
public sealed record RankConfidence(
    int Resamples,
    ulong Seed,
    double Confidence,
    int First,
    double? CriticalValue,
    IReadOnlyList<RankSet> Rows,
    IReadOnlyList<RankNeighbours> Neighbours
)
{
    /// <inheritdoc cref="RankConfidence(int, ulong, double, int, double?, IReadOnlyList{RankSet}, IReadOnlyList{RankNeighbours})"/>
    public double? CriticalValue { get; init; } = CriticalValue is { } critical && double.IsFinite(critical) ? critical : null;
}

/// <summary>How rank sets are worked out.</summary>
/// <param name="Seed">Seed of the resamples; store it with the result.</param>
/// <param name="Resamples">1,000 or more.</param>
/// <param name="Confidence">Between 0 and 1.</param>
/// <param name="First">k of "among the first k", 1 or more.</param>
/// <param name="Threads">Most threads to use; −1 = as many as the machine has. Figures do not depend on it.</param>
public sealed record RankSetOptions(ulong Seed, int Resamples = 1000, double Confidence = 0.90, int First = 3, int Threads = -1);
