// Every ranking method reads the same few facts about each respondent and need. They are held as one
// byte per fact in columns, so that a million responses can be streamed from SQL into it and scored or resampled without an
// object per response. It knows nothing of questions, JSON or SQL: whoever fills it decides what a need is.
namespace NeedsSurvey.Domain.Needs;

/// <summary>A need as rankings know it: its stable id and the name people read.</summary>
public sealed record NeedItem(string Id, string Name);

/// <summary>A rating scale by its lowest and highest point, e.g. 0–4 or 1–5. Importance and satisfaction share one.</summary>
public readonly record struct RatingScale(sbyte Low, sbyte High)
{
    /// <summary>A rating above the middle of the scale counts as "satisfied": 4 and 5 of 1–5; 3 and 4 of 0–4.</summary>
    public bool IsSatisfied(sbyte rating) => 2 * rating > Low + High;

    /// <summary>A rating on another scale as the nearest point of this one.</summary>
    internal int Of(double value, double from, double to) =>
        to <= from
            ? Low
            : Math.Clamp((int)Math.Round(Low + (value - from) * (High - Low) / (to - from), MidpointRounding.AwayFromZero), Low, High);

    /// <summary>A mean on this scale as per cent of the way from its lowest to its highest point.</summary>
    public double Percent(double mean) => 100 * (mean - Low) / (High - Low);
}

/// <summary>
/// What one respondent can say about one need. Values are 0…127; "not asked", "don't know" and "prefer not to say" are missing.
/// </summary>
public enum NeedMeasure
{
    /// <summary>1 stated the need (ticked it, or a coder found it in their words); 0 asked but did not.</summary>
    Stated,

    /// <summary>How important it is, a point of the scale.</summary>
    Importance,

    /// <summary>How satisfied they are with things as they are, a point of the scale.</summary>
    Satisfaction,

    /// <summary>1 named it among their top three priorities; 0 asked but did not.</summary>
    Priority,

    /// <summary>Position in a ranking question, 1 = first; 0 offered but left unranked.</summary>
    Rank,

    /// <summary>
    /// Twice the mean of the places that a ranking question left empty, which the choices not placed share: 7 for place 3.5. Places beyond
    /// the 63rd count as that one.
    /// </summary>
    EmptyPlace,

    /// <summary>Best–worst: in how many sets it was shown to this person.</summary>
    Shown,

    /// <summary>Best–worst: how often it was picked as best (most needed).</summary>
    Best,

    /// <summary>Best–worst: how often it was picked as worst (least needed).</summary>
    Worst,

    /// <summary>Pairwise votes it won.</summary>
    Wins,

    /// <summary>Pairwise votes it lost.</summary>
    Losses,

    /// <summary>1 agreed that the community needs this; 0 answered otherwise.</summary>
    Agreement,

    /// <summary>1 was asked a question about it and gave no answer to that one (skipped or declined it, or did not know).</summary>
    Left,
}

/// <summary>
/// Column store of what respondents said about needs. Shape: <see cref="Count"/> respondents × <see cref="Requires"/>; one signed byte a
/// fact, <see cref="Missing"/> where there is none. A column nobody has answered is empty. Built by <see cref="NeedAnswersBuilder"/>.
/// </summary>
public sealed class NeedAnswers
{
    /// <summary>The value of a missing fact. Never zero: a missing answer is not a low one.</summary>
    public const sbyte Missing = -1;

    internal static readonly int Measures = Enum.GetValues<NeedMeasure>().Length;

    private readonly sbyte[][] columns;
    private readonly double[] weights;
    private readonly short[] groups;

    internal NeedAnswers(
        IReadOnlyList<NeedItem> needs,
        RatingScale scale,
        int places,
        IReadOnlyList<string> groupNames,
        int count,
        sbyte[][] columns,
        double[] weights,
        short[] groups
    )
    {
        (Needs, Scale, Places, GroupNames, Count, this.columns, this.weights, this.groups) = (
            needs,
            scale,
            places,
            groupNames,
            count,
            columns,
            weights,
            groups
        );
    }

    /// <summary>The needs, in catalogue order; a need's index here is its index everywhere.</summary>
    public IReadOnlyList<NeedItem> Needs { get; }

    /// <summary>The scale of importance and satisfaction.</summary>
    public RatingScale Scale { get; }

    /// <summary>Places that the longest ranking has: as many as it offers choices.</summary>
    public int Places { get; }

    /// <summary>Names of the groups that respondents belong to; empty when no group question is chosen.</summary>
    public IReadOnlyList<string> GroupNames { get; }

    /// <summary>Number of respondents.</summary>
    public int Count { get; }

    /// <summary>True when respondents carry weights other than 1.</summary>
    public bool Weighted => weights.Length > 0;

    /// <summary>One weight a respondent, scaled to mean 1, or empty when unweighted.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>Index into <see cref="GroupNames"/> for each respondent, −1 unknown; empty without groups.</summary>
    public ReadOnlySpan<short> Groups => groups;

    /// <summary>One fact about one need for every respondent, or empty when nobody has it.</summary>
    public ReadOnlySpan<sbyte> Column(int need, NeedMeasure measure) => columns[need * Measures + (int)measure];

    /// <summary>The same of some respondents only.</summary>
    /// <param name="respondents">Their indices, rising.</param>
    internal NeedAnswers Only(int[] respondents)
    {
        return new(Needs, Scale, Places, GroupNames, respondents.Length, [.. columns.Select(Kept)], Kept(weights), Kept(groups));

        // An empty column stays empty.
        T[] Kept<T>(T[] column) => column.Length == 0 ? [] : [.. respondents.Select(r => column[r])];
    }

    /// <summary>Whether anybody answered this measure for any need.</summary>
    public bool Has(NeedMeasure measure)
    {
        for (var need = 0; need < Needs.Count; need++)
            if (Column(need, measure).Length > 0)
                return true;
        return false;
    }
}
