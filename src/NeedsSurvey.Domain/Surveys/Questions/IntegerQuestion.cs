namespace NeedsSurvey.Domain.Surveys;

/// <summary>A whole number (64 bits).</summary>
[ItemType("integer")]
public sealed record IntegerQuestion : Question;
