namespace NeedsSurvey.Domain.Responses;

/// <summary>What became of a question in one response; the four states of export-format.md, never mixed.</summary>
public enum AnswerState
{
    /// <summary>An answer was given.</summary>
    Answered,
    /// <summary>Asked, and left empty. <c>null</c> in the stored answers.</summary>
    Skipped,
    /// <summary>Not relevant, or not in this version. Absent from the stored answers.</summary>
    NotAsked,
    /// <summary>"Prefer not to say". <c>{"declined": true}</c> in the stored answers.</summary>
    Declined,
}

/// <summary>
/// An answer that fits its question's type. A closed hierarchy: switch over it and end in <c>UnreachableException</c>.
/// No answer is <c>null</c>, not a value of its own.
/// </summary>
public abstract record Answer
{
    private Answer() { }

    /// <summary>"Prefer not to say."</summary>
    public sealed record Declined : Answer
    {
        /// <summary>The only one there is.</summary>
        public static readonly Declined Instance = new();
        private Declined() { }
    }

    /// <summary>Words, in NFC with line feeds.</summary>
    public sealed record Text(string Words) : Answer;

    /// <summary>A whole number.</summary>
    public sealed record Whole(long Value) : Answer;

    /// <summary>A decimal number, or a point of a range; without trailing zeros.</summary>
    public sealed record Number(decimal Value) : Answer;

    /// <summary>A day.</summary>
    public sealed record Day(DateOnly Value) : Answer;

    /// <summary>A time of day, to the minute.</summary>
    public sealed record Clock(TimeOnly Value) : Answer;

    /// <summary>One choice; <see cref="Other"/> holds the person's own words when the choice is <c>other</c>.</summary>
    public sealed record One(string Choice, string? Other = null) : Answer;

    /// <summary>Choices in the survey's order, none twice.</summary>
    public sealed record Many(IReadOnlyList<string> Choices, string? Other = null) : Answer;

    /// <summary>Choices, the first place first.</summary>
    public sealed record Ranking(IReadOnlyList<string> Choices) : Answer;

    /// <summary>Rated rows of a need grid, in the survey's order; rows without any rating are absent.</summary>
    public sealed record NeedRatings(IReadOnlyList<NeedRating> Rows) : Answer
    {
        /// <summary>The one form of these rows: null for none, <see cref="Declined"/> when every row of the grid was declined.</summary>
        internal static Answer? Of(List<NeedRating> rows, int inGrid) => rows.Count == 0 ? null
            : rows.Count == inGrid && rows.TrueForAll(row => row is { Importance.Declined: true, Satisfaction.Declined: true }) ? Declined.Instance
            : new NeedRatings(rows);
    }

    /// <summary>Answered rows of a matrix, in the survey's order.</summary>
    public sealed record MatrixRows(IReadOnlyList<MatrixRow> Rows) : Answer
    {
        /// <summary>The one form of these rows: null for none, <see cref="Declined"/> when every row was declined.</summary>
        internal static Answer? Of(List<MatrixRow> rows, int inMatrix) => rows.Count == 0 ? null
            : rows.Count == inMatrix && rows.TrueForAll(row => row.Choice is null) ? Declined.Instance
            : new MatrixRows(rows);
    }

    /// <summary>A pick for each set of a best–worst question; <c>null</c> where a set was skipped.</summary>
    public sealed record BestWorst(IReadOnlyList<BestWorstPick?> Sets) : Answer;

    /// <summary>A place: degrees north, degrees east, and accuracy in metres if known.</summary>
    public sealed record Point(decimal Latitude, decimal Longitude, decimal? Accuracy = null) : Answer;
}

/// <summary>One rating: a value of the scale, or declined.</summary>
/// <param name="Value">The scale point's value; meaningless when <paramref name="Declined"/>.</param>
/// <param name="Declined">"Prefer not to say".</param>
public readonly record struct Rating(int Value, bool Declined = false)
{
    /// <summary>"Prefer not to say".</summary>
    public static readonly Rating Refused = new(0, true);
}

/// <summary>A row of a need grid: either rating may be missing (skipped), not both.</summary>
public sealed record NeedRating(string Row, Rating? Importance, Rating? Satisfaction);

/// <summary>A row of a matrix; a null choice means declined.</summary>
public sealed record MatrixRow(string Row, string? Choice);

/// <summary>Best and worst of one set; either may be missing, not both.</summary>
public sealed record BestWorstPick(string? Best, string? Worst);
