using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Any number of choices.</summary>
[ItemType("select_multiple")]
public sealed record SelectMultipleQuestion : ChoiceQuestion
{
    /// <summary>Offers "other", with words of one's own.</summary>
    public bool Other { get; init; }
    public int? Min { get; init; }
    public int? Max { get; init; }

    /// <summary>
    /// What people choose is what they would share or do: the report tells it beside the needs, since nobody only needs.
    /// </summary>
    public bool Offers { get; init; }

    /// <summary>Each person is asked in an order of their own (<see cref="ChoiceOrder"/>).</summary>
    public bool Randomize { get; init; }

    internal override bool InRandomOrder => Randomize;

    internal override AnswerType AnswerType => ChoicesAnswerType.Instance;

    internal override void Check(QuestionCheck check)
    {
        var list = check.Choices(Choices, exclusiveAllowed: true);
        if (Other)
            check.Other(list);
        var count = list.Count + (Other ? 1 : 0);
        if (Min < 0 || Min > count && count > 0)
            check.Error("min", "out_of_range", $"The smallest number of choices must be between 0 and {count}.");
        if (Max < 1 || Max > count && count > 0)
            check.Error("max", "out_of_range", $"The largest number of choices must be between 1 and {count}.");
        if (Min > Max)
            check.Error("max", "out_of_range", "The largest number of choices is smaller than the smallest. Exchange them.");
    }

    internal override IEnumerable<ExportColumn> Columns(SurveyDefinition survey) =>
        Choices
            .In(survey)
            .Where(choice => !Other || choice.Name != CompiledItem.OtherChoice)
            .Select(choice => Column("." + choice.Name, ColumnContent.Chosen, choice.Name))
            .Concat(Other ? [Column(".other", ColumnContent.OtherWords, CompiledItem.OtherChoice)] : []);

    internal override void Compare(Question was, QuestionChanges changes)
    {
        if (was is not SelectMultipleQuestion old)
            return;
        CompareChoices(old, changes, columnEach: true);
        changes.Other(old.Other, Other);
        if ((old.Min, old.Max) != (Min, Max))
            changes.Split(
                "max",
                "counts",
                "takes another number of choices.",
                "The columns stay, but shares before and after are not comparable."
            );
    }

    internal override double Seconds(CompiledItem item) => 9;

    internal override QuestionPages Pages => QuestionPages.One;

    internal override TallyKind Tally => TallyKind.SeveralChoices;

    internal override NameInfo Kind(CompiledItem item) => new(AnswerKind.SelectMany) { Choices = item.ChoiceNames };

    internal override bool OffersOther => Other;

    public override bool AsksForOffers() => Offers;
}
