namespace NeedsSurvey.Domain.Surveys;

/// <summary>Choices in order of preference; <see cref="Top"/> limits how many places are filled.</summary>
[ItemType("rank")]
public sealed record RankQuestion : ChoiceQuestion
{
    public int? Top { get; init; }
}
