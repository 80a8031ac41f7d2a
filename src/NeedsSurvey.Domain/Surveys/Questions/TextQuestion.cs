namespace NeedsSurvey.Domain.Surveys;

/// <summary>Free text. Stored in Unicode NFC.</summary>
[ItemType("text")]
public sealed record TextQuestion : Question
{
    /// <summary>An open story: its excerpts are read by people and coded to needs.</summary>
    public bool Story { get; init; }
    public int? MaxLength { get; init; }
}
