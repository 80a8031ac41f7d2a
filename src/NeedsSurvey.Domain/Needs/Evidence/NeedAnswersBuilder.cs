// Responses arrive one after another from a SQL reader; this fills NeedAnswers' columns without holding
// a response. It checks ranges as values come in, so that no formula has to.
namespace NeedsSurvey.Domain.Needs;

/// <summary>
/// Fills a <see cref="NeedAnswers"/>: <see cref="Add"/> a respondent, then set the facts they gave. Not thread-safe.
/// A fact never set stays missing. What asks about a need more than once (needs that were merged, two choices or questions about one need)
/// counts once, as it was told most strongly; a later choice that was passed over takes nothing back.
/// </summary>
/// <param name="needs">The needs in catalogue order; ids must differ.</param>
/// <param name="scale">Scale of importance and satisfaction, e.g. (1, 5). A caller with several scales maps them to one first.</param>
/// <param name="groupNames">Names of the groups respondents may belong to, or none.</param>
public sealed class NeedAnswersBuilder(IReadOnlyList<NeedItem> needs, RatingScale scale, IReadOnlyList<string>? groupNames = null)
{
    private readonly sbyte[]?[] columns = new sbyte[]?[needs.Count * NeedAnswers.Measures];
    private readonly IReadOnlyList<string> groupNames = groupNames ?? [];
    private readonly List<double> weights = [];
    private readonly List<short> groups = [];
    private int capacity = 256;
    private bool weighted;

    /// <summary>Places that the longest ranking has, by the questions; as many as there are needs where nobody says.</summary>
    public int Places { get; init; } = needs.Count;

    /// <summary>Number of respondents added so far.</summary>
    public int Count => weights.Count;

    /// <summary>Adds a respondent and returns their index.</summary>
    /// <param name="weight">Not negative; 1 when unweighted.</param>
    /// <param name="group">Index into the group names, −1 unknown.</param>
    public int Add(double weight = 1, int group = -1)
    {
        if (!(weight >= 0) || double.IsInfinity(weight))
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "A weight is a number from 0 up.");
        ArgumentOutOfRangeException.ThrowIfLessThan(group, -1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(group, Math.Max(groupNames.Count, 0), nameof(group));
        weighted |= weight != 1;
        weights.Add(weight);
        groups.Add((short)group);
        return weights.Count - 1;
    }

    /// <summary>Sets one fact. Importance and satisfaction must lie on the scale; other measures in 0…127.</summary>
    public NeedAnswersBuilder Set(int respondent, int need, NeedMeasure measure, int value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(respondent, Count);
        var (low, high) = measure switch
        {
            NeedMeasure.Importance or NeedMeasure.Satisfaction => (scale.Low, scale.High),
            NeedMeasure.Stated or NeedMeasure.Priority or NeedMeasure.Agreement or NeedMeasure.Left => ((sbyte)0, (sbyte)1),
            _ => ((sbyte)0, sbyte.MaxValue),
        };
        if (value < low || value > high)
            throw new ArgumentOutOfRangeException(nameof(value), value, $"{measure} lies between {low} and {high}.");
        ColumnFor(need, measure, respondent)[respondent] = (sbyte)value;
        return this;
    }

    /// <summary>Records that the respondent was asked about the need without yet having stated it.</summary>
    public NeedAnswersBuilder Ask(int respondent, int need)
    {
        var column = ColumnFor(need, NeedMeasure.Stated, respondent);
        if (column[respondent] == NeedAnswers.Missing)
            column[respondent] = 0;
        return this;
    }

    /// <summary>Records that the respondent stated the need, by whatever question; stating it twice counts once.</summary>
    public NeedAnswersBuilder State(int respondent, int need) => Set(respondent, need, NeedMeasure.Stated, 1);

    /// <summary>
    /// Sets importance and satisfaction, either of which may be null (missing). Of a need that was rated in several places the pair of one
    /// place counts, not parts of two: the more important one, of those alike the less well met.
    /// </summary>
    public NeedAnswersBuilder Rate(int respondent, int need, int? importance, int? satisfaction)
    {
        var before = (I: Known(respondent, need, NeedMeasure.Importance), S: Known(respondent, need, NeedMeasure.Satisfaction));
        var (wasPair, isPair) = (before is { I: not null, S: not null }, importance is not null && satisfaction is not null);
        if (wasPair && (!isPair || importance < before.I || importance == before.I && satisfaction >= before.S))
            return this;
        // Where no place has both, what one lacks another may tell.
        var (i, s) = isPair ? (importance, satisfaction) : (Greater(importance, before.I), Lesser(satisfaction, before.S));
        if (i is { } important)
            Set(respondent, need, NeedMeasure.Importance, important);
        if (s is { } satisfied)
            Set(respondent, need, NeedMeasure.Satisfaction, satisfied);
        return this;
    }

    /// <summary>Records whether the respondent named it a priority; named once counts, wherever else it was offered.</summary>
    public NeedAnswersBuilder Prioritise(int respondent, int need, bool named) =>
        !named && Known(respondent, need, NeedMeasure.Priority) is not null
            ? this
            : Set(respondent, need, NeedMeasure.Priority, named ? 1 : 0);

    /// <summary>Sets the place that a ranking gave it; where several did, the best one counts.</summary>
    /// <param name="place">1 = first.</param>
    public NeedAnswersBuilder Place(int respondent, int need, int place) =>
        Known(respondent, need, NeedMeasure.Rank) is > 0 and var before && before <= place
            ? this
            : Set(respondent, need, NeedMeasure.Rank, place);

    /// <summary>Records that a ranking offered it and gave it no place.</summary>
    /// <param name="twiceShared">As <see cref="NeedMeasure.EmptyPlace"/>.</param>
    public NeedAnswersBuilder LeaveOut(int respondent, int need, int twiceShared)
    {
        if (Known(respondent, need, NeedMeasure.Rank) is > 0)
            return this;
        return Set(respondent, need, NeedMeasure.Rank, 0)
            .Set(respondent, need, NeedMeasure.EmptyPlace, Lesser(twiceShared, Known(respondent, need, NeedMeasure.EmptyPlace))!.Value);
    }

    /// <summary>Adds to what was counted of it; what goes beyond a column's end counts as its end.</summary>
    public NeedAnswersBuilder AddTo(int respondent, int need, NeedMeasure measure, int more) =>
        Set(respondent, need, measure, Math.Min(sbyte.MaxValue, (Known(respondent, need, measure) ?? 0) + more));

    private int? Known(int respondent, int need, NeedMeasure measure) =>
        columns[need * NeedAnswers.Measures + (int)measure] is { } column && respondent < column.Length && column[respondent] >= 0
            ? column[respondent]
            : null;

    private static int? Greater(int? one, int? other) => one is { } a && other is { } b ? Math.Max(a, b) : one ?? other;

    private static int? Lesser(int? one, int? other) => one is { } a && other is { } b ? Math.Min(a, b) : one ?? other;

    /// <summary>The finished store. The builder may go on; what is added later does not reach the result.</summary>
    public NeedAnswers Build()
    {
        var columns = new sbyte[this.columns.Length][];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = this.columns[i] is { } column ? Sized(column, Count) : [];
        // Mean 1, so that methods that add one or two imaginary answers (pairwise, group consensus) keep their meaning.
        var mean = weights.Count > 0 ? weights.Average() : 1;
        if (weighted && mean <= 0)
            throw new InvalidOperationException("All weights are zero: nobody would count.");
        return new NeedAnswers(
            [.. needs],
            scale,
            Places,
            [.. groupNames],
            Count,
            columns,
            weighted ? [.. weights.Select(w => w / mean)] : [],
            groupNames.Count > 0 ? [.. groups] : []
        );
    }

    private sbyte[] ColumnFor(int need, NeedMeasure measure, int respondent)
    {
        while (capacity <= respondent)
            capacity *= 2;
        ref var column = ref columns[need * NeedAnswers.Measures + (int)measure];
        if (column is null || column.Length <= respondent)
            column = Sized(column ?? [], capacity);
        return column;
    }

    // A longer copy is missing beyond what was known.
    private static sbyte[] Sized(sbyte[] column, int length)
    {
        var sized = new sbyte[length];
        var known = Math.Min(column.Length, length);
        column.AsSpan(0, known).CopyTo(sized);
        sized.AsSpan(known).Fill(NeedAnswers.Missing);
        return sized;
    }
}
