namespace NeedsSurvey.Domain.Surveys;

/// <summary>Any number of choices.</summary>
[ItemType("select_multiple")]
public sealed record SelectMultipleQuestion : ChoiceQuestion
{
    /// <summary>Offers "other", with words of one's own.</summary>
    public bool Other { get; init; }
    public int? Min { get; init; }
    public int? Max { get; init; }
}
