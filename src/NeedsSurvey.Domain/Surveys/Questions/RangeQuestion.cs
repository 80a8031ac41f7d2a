using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>A number on a scale, by default 0 to 10 in steps of 1 (XLSForm's range; appearance <c>rating</c> for stars).</summary>
[ItemType("range")]
public sealed record RangeQuestion : Question
{
    public decimal Start { get; init; }
    public decimal End { get; init; } = 10;
    public decimal Step { get; init; } = 1;
    public LocalText? LowLabel { get; init; }
    public LocalText? HighLabel { get; init; }

    /// <summary>The need whose importance (or strength) this rates, if any.</summary>
    public string? Need { get; init; }

    internal override IReadOnlyList<string> KnownAppearances => ["rating"];

    internal override AnswerType AnswerType => RangeAnswerType.Instance;

    internal override void Check(QuestionCheck check)
    {
        check.Words(LowLabel, "low_label");
        check.Words(HighLabel, "high_label");
        check.Need(Need, "need");
        var unfit = new[] { ("start", Start), ("end", End), ("step", Step) }.Where(number => !Fits(number.Item2)).ToList();
        foreach (var (key, _) in unfit)
            check.Error(key, "out_of_range", "A number of a scale has up to 15 digits, and up to 9 more after the decimal point.");
        if (unfit.Count > 0)
            return;
        if (End <= Start)
            check.Error("end", "out_of_range", "The end of the scale must be larger than its start.");
        else if (Step <= 0)
            check.Error("step", "out_of_range", "The step must be larger than 0.");
        else if ((End - Start) / Step > 1_000)
            check.Error("step", "too_many", "The scale has more than 1,000 points. Use larger steps.");
        else if ((End - Start) % Step != 0)
            check.Error("step", "off_step", "The steps do not reach the end of the scale. Change the step or the end.");
    }

    /// <summary>Whether points can be worked out: a draft may hold anything, and numbers without end overflow.</summary>
    public bool HasPoints() => Step != 0 && Fits(Start) && Fits(End) && Fits(Step);

    private static bool Fits(decimal number) => Math.Abs(number) < 1_000_000_000_000_000 && number == Math.Round(number, 9);

    internal override IEnumerable<ExportColumn> Columns(SurveyDefinition survey) => [Column("", ColumnContent.Value)];

    internal override void Compare(Question was, QuestionChanges changes)
    {
        if (was is not RangeQuestion old)
            return;
        if ((old.Start, old.End, old.Step) != (Start, End, Step))
            changes.Split(
                "end",
                "scale",
                "has another scale.",
                "The column stays, but numbers before and after do not mean the same; compare them by version."
            );
        changes.Words(old.LowLabel, LowLabel, "low_label", "a lower end");
        changes.Words(old.HighLabel, HighLabel, "high_label", "an upper end");
        if (old.Need != Need)
            changes.NeedMoved("need", old.Need, Need);
    }

    internal override double Seconds(CompiledItem item) => 5;

    internal override QuestionPages Pages => QuestionPages.One;

    internal override TallyKind Tally => TallyKind.Numbers;

    internal override IReadOnlyList<decimal> Points =>
        [.. Enumerable.Range(0, (int)((End - Start) / Step) + 1).Select(step => Start + step * Step)];

    internal override bool IsRating => Need is not null || LowLabel is not null || HighLabel is not null || Looks("rating");

    internal override NameInfo Kind(CompiledItem item) => new(AnswerKind.Decimal);

    internal override string ValuesOf(ColumnContent content, string language) =>
        FormattableString.Invariant($"{Start} to {End} in steps of {Step}");

    internal override IEnumerable<(string Name, LocalText Label)> NeedsIn(SurveyDefinition survey) =>
        Need is null ? [] : [(Need, Label ?? new LocalText(Need))];
}
