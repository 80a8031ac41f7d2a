using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Choices in order of preference; <see cref="Top"/> limits how many places are filled.</summary>
[ItemType("rank")]
public sealed record RankQuestion : ChoiceQuestion
{
    public int? Top { get; init; }

    /// <summary>Each person is asked in an order of their own (<see cref="ChoiceOrder"/>).</summary>
    public bool Randomize { get; init; }

    internal override bool InRandomOrder => Randomize;

    internal override AnswerType AnswerType => RankAnswerType.Instance;

    internal override void Check(QuestionCheck check)
    {
        var list = check.Choices(Choices);
        if (Top < 1 || Top > list.Count && list.Count > 0)
            check.Error("top", "out_of_range", $"The number of places must be between 1 and the number of choices ({list.Count}).");
        if (list.Count == 1)
            check.Error("choices", "too_few", "One choice alone cannot be ranked. Add another.");
    }

    internal override IEnumerable<ExportColumn> Columns(SurveyDefinition survey) =>
        Numbered(Math.Min(Top ?? int.MaxValue, Choices.In(survey).Count))
            .Select(place => Column(".rank" + place, ColumnContent.Place, place));

    internal override void Compare(Question was, QuestionChanges changes)
    {
        if (was is not RankQuestion old)
            return;
        CompareChoices(old, changes);
        if (old.Top != Top)
            changes.Split(
                "top",
                "places",
                "ranks another number of places.",
                "Columns for new places are added; places no longer asked have NA."
            );
    }

    internal override double Seconds(CompiledItem item) => 6 * Math.Min(Top ?? item.Choices.Count, item.Choices.Count);

    internal override QuestionPages Pages => QuestionPages.One;

    internal override TallyKind Tally => TallyKind.Places;

    internal override NameInfo Kind(CompiledItem item) => new(AnswerKind.SelectMany) { Choices = item.ChoiceNames };
}
