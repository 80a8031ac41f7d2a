using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>
/// Numbers, by value. Where versions asked between other ends, points of a rating (from "not at all" to "fully") are carried over onto the
/// ends of the first version, as those of need grids are; amounts count as they were given, because an hour is an hour whatever the ends.
/// </summary>
public sealed class NumberTally : QuestionTally
{
    private readonly AskedVersions versions;
    private readonly Frequencies[] values;
    private readonly double[] first;

    /// <param name="block">Which question.</param>
    /// <param name="groups">How many groups.</param>
    /// <param name="versions">How each version asked it.</param>
    public NumberTally(AnswerBlock block, int groups, AskedVersions versions)
        : base(block, groups)
    {
        this.versions = versions;
        // With many groups, a few hundred different numbers each bound what is kept.
        values = [.. Enumerable.Range(0, groups).Select(_ => new Frequencies { Most = Math.Max(200, Frequencies.MostKept / groups) })];
        first = versions.First.Points;
        Scales =
        [
            .. versions
                .ByVersion.Select(one => (one.Version, Points: one.Stage.Points))
                .Where(one => one.Points.Length > 0)
                .GroupBy(one => (From: one.Points[0], To: one.Points[^1]), one => one.Version)
                .Select(alike => new AskedScale([.. alike.Order()], alike.Key.From, alike.Key.To))
                .OrderBy(scale => scale.Versions[0]),
        ];
        IsCarriedOver = Scales.Count > 1 && versions.All.Any(stage => ((Question)stage.Item).IsRating);
        Points = [.. versions.All.SelectMany(stage => stage.Points.Select(point => Carried(point, stage))).Distinct().Order()];
    }

    /// <summary>Every number that there can be, rising, where versions list them; else empty.</summary>
    public IReadOnlyList<double> Points { get; }

    /// <summary>The ends between which versions asked; one where all were alike, none where there are no ends.</summary>
    public IReadOnlyList<AskedScale> Scales { get; }

    /// <summary>Whether numbers given between other ends are carried over onto the first version's.</summary>
    public bool IsCarriedOver { get; }

    /// <summary>A group's values, each with its people.</summary>
    public Frequencies Values(int group) => values[group];

    protected override void Count(in GivenAnswer answer, int group, RecordCounter people)
    {
        if (Number(answer.Json, answer.Cells[0]) is { } value)
            values[group].Add(IsCarriedOver ? Carried(value, versions.In(answer.Version)) : value, people);
    }

    // The nearest point of the first version's.
    private double Carried(double value, AskedVersions.Stage stage)
    {
        if (!IsCarriedOver || stage.Points is not [var low, .., var high] || (low, high) == (first[0], first[^1]))
            return value;
        var at = Math.Round((value - low) * (first.Length - 1) / (high - low), MidpointRounding.AwayFromZero);
        return first[(int)Math.Clamp(at, 0, first.Length - 1)];
    }
}
