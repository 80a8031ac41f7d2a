using System.Collections.Frozen;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>
/// Every type of item that a survey can hold, with what it is on the web: the component that asks it, the component with its fields in the
/// editor, and its form. A new type is a folder beside this file and a line here; a test compares the list with the model.
/// </summary>
internal static class QuestionTypes
{
    /// <summary>In the order in which kinds are offered inside their groups.</summary>
    public static readonly IReadOnlyList<ItemEntry> All =
    [
        new QuestionEntry<TextQuestion, TextView, TextFields>(new TextForm()),
        new QuestionEntry<NeedGridQuestion, NeedGridView, NeedGridFields>(new NeedGridForm()),
        new QuestionEntry<YesNoQuestion, YesNoView, NoFields<YesNoQuestion>>(new YesNoForm()),
        new QuestionEntry<SelectOneQuestion, SelectOneView, SelectOneFields>(new SelectOneForm()),
        new QuestionEntry<SelectMultipleQuestion, SelectMultipleView, SelectMultipleFields>(new SelectMultipleForm()),
        new QuestionEntry<RankQuestion, RankView, RankFields>(new RankForm()),
        new QuestionEntry<BestWorstQuestion, BestWorstView, BestWorstFields>(new BestWorstForm()),
        new QuestionEntry<MatrixQuestion, MatrixView, MatrixFields>(new MatrixForm()),
        new QuestionEntry<IntegerQuestion, IntegerView, IntegerFields>(new IntegerForm()),
        new QuestionEntry<DecimalQuestion, DecimalView, DecimalFields>(new DecimalForm()),
        new QuestionEntry<RangeQuestion, RangeView, RangeFields>(new RangeForm()),
        new QuestionEntry<DateQuestion, DateView, NoFields<DateQuestion>>(new DateForm()),
        new QuestionEntry<TimeQuestion, TimeView, NoFields<TimeQuestion>>(new TimeForm()),
        new QuestionEntry<GeopointQuestion, GeopointView, GeopointFields>(new GeopointForm()),
        new ItemEntry<Note, NoFields<Note>>(new NoteForm()),
        new ItemEntry<Group, GroupFields>(new GroupForm()),
        new ItemEntry<Repeat, RepeatFields>(new RepeatForm()),
        new ItemEntry<Calculate, CalculateFields>(new CalculateForm()),
    ];

    private static readonly FrozenDictionary<Type, ItemEntry> ByType = All.ToFrozenDictionary(entry => entry.Type);

    /// <summary>What an item's type is on the web.</summary>
    public static ItemEntry Of(SurveyItem item) => ByType[item.GetType()];

    /// <summary>What a question's type is on the web.</summary>
    public static QuestionEntry Of(Question question) => (QuestionEntry)ByType[question.GetType()];
}
