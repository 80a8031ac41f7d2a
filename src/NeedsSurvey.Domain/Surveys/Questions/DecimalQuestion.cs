namespace NeedsSurvey.Domain.Surveys;

/// <summary>A decimal number.</summary>
[ItemType("decimal")]
public sealed record DecimalQuestion : Question;
