namespace NeedsSurvey.Domain.Surveys;

/// <summary>Exactly one choice.</summary>
[ItemType("select_one")]
public sealed record SelectOneQuestion : ChoiceQuestion
{
    /// <summary>Offers "other", with words of one's own.</summary>
    public bool Other { get; init; }
}
