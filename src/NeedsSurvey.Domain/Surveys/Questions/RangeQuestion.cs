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
}
