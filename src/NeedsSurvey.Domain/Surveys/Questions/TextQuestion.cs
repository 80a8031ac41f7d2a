using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Free text. Stored in Unicode NFC.</summary>
[ItemType("text")]
public sealed record TextQuestion : Question
{
    /// <summary>An open story: its excerpts are read by people and coded to needs.</summary>
    public bool Story { get; init; }
    public int? MaxLength { get; init; }

    public override bool TellsOfNeeds(SurveyDefinition survey) => Story;

    public override bool TakesWords() => true;

    public override bool TellsStories() => Story;

    public override bool CanName() => !Story;

    internal override IReadOnlyList<string> KnownAppearances => ["multiline"];

    internal override AnswerType AnswerType => TextAnswerType.Instance;

    internal override void Check(QuestionCheck check)
    {
        if (MaxLength is < 1 or > Limits.TextAnswerCharacters)
            check.Error("max_length", "out_of_range", $"The length must be between 1 and {Limits.TextAnswerCharacters} characters.");
    }

    internal override IEnumerable<ExportColumn> Columns(SurveyDefinition survey) => [Column("", ColumnContent.Value)];

    internal override void Compare(Question was, QuestionChanges changes)
    {
        if (was is not TextQuestion old)
            return;
        if (old.MaxLength != MaxLength)
            changes.Safe("max_length", "limit", "takes texts of another length.", "Answers so far stay whole.");
        if (old.Story == Story)
            return;
        changes.Safe(
            "story",
            "story",
            Story ? "is now read and coded to needs." : "is no longer coded to needs.",
            "Codings made so far stay."
        );
    }

    internal override double Seconds(CompiledItem item) =>
        Story ? 90
        : Looks("multiline") ? 45
        : 15;

    internal override bool CanTellClusters => !Story;

    internal override QuestionPages Pages => QuestionPages.One;

    internal override TallyKind Tally => TallyKind.Given;

    internal override NameInfo Kind(CompiledItem item) => new(AnswerKind.Text);

    internal override IEnumerable<(string Name, LocalText Label)> NeedsIn(SurveyDefinition survey) => [];
}
