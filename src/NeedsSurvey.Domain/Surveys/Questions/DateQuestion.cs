namespace NeedsSurvey.Domain.Surveys;

/// <summary>A day, ISO 8601.</summary>
[ItemType("date")]
public sealed record DateQuestion : Question;
