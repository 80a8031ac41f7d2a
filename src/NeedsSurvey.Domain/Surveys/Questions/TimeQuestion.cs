namespace NeedsSurvey.Domain.Surveys;

/// <summary>A time of day, <c>HH:mm</c>.</summary>
[ItemType("time")]
public sealed record TimeQuestion : Question;
