// What expressions see of a survey: answers, picked choices, repeats, choice lists, their own question.
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Tests.Logic;

public class SurveyEvaluationTests
{
    [Fact]
    public void An_unanswered_question_is_the_empty_text()
    {
        var survey = new Survey().With("age", Value.Empty);
        Assert.Equal(Value.True, survey.Evaluate("${age} = ''"));
        Assert.Equal(Value.False, survey.Evaluate("${age} != ''"));
        Assert.Equal(Value.False, survey.Evaluate("${age} > 5"));
        Assert.Equal(Value.False, survey.Evaluate("${age} <= 5"));
        Assert.Equal(Value.True, survey.Evaluate("${age} != 5"));
        Assert.Equal(Value.NaN, survey.Evaluate("${age} + 1"));
        Assert.Equal(Value.Of(0), survey.Evaluate("string-length(${age})"));
    }

    private static Survey Picked() =>
        new Survey().With("needs", Value.OfChoices(["housing", "food"])).With("one", Value.OfChoices(["food"]));

    [Fact]
    public void Picked_choices_are_asked_one_by_one()
    {
        Assert.Equal(Value.True, Picked().Evaluate("selected(${needs}, 'food')"));
        Assert.Equal(Value.False, Picked().Evaluate("selected(${needs}, 'foo')"));
        Assert.Equal(Value.Of(2), Picked().Evaluate("count-selected(${needs})"));
        Assert.Equal(Value.Of("food"), Picked().Evaluate("selected-at(${needs}, 1)"));
    }

    [Fact]
    public void Picked_choices_read_as_their_names_with_spaces()
    {
        Assert.Equal(Value.Of("housing food"), Picked().Evaluate("string(${needs})"));
        Assert.Equal(Value.Of("housing food"), Picked().Evaluate("join(', ', ${needs})"));
        Assert.Equal(Value.False, Picked().Evaluate("${needs} = 'food'"));
        Assert.Equal(Value.True, Picked().Evaluate("${one} = 'food'"));
        Assert.Equal(Value.True, Picked().Evaluate("${needs} != ''"));
    }

    [Fact]
    public void From_outside_a_repeat_a_name_is_all_its_answers()
    {
        var survey = new Survey().WithRepeat("person", 3).WithMany("years", Value.Of(4), Value.Empty, Value.Of(11));
        Assert.Equal(Value.Of(3), survey.Evaluate("count(${person})"));
        Assert.Equal(Value.Of(3), survey.Evaluate("count(${years})"));
        Assert.Equal(Value.Of(2), survey.Evaluate("count-non-empty(${years})"));
        Assert.Equal(Value.Of(15), survey.Evaluate("sum(${years})"));
        Assert.Equal(Value.Of(4), survey.Evaluate("min(${years})"));
        Assert.Equal(Value.Of(11), survey.Evaluate("max(${years}, 2)"));
        Assert.Equal(Value.Of("4--11"), survey.Evaluate("join('-', ${years})"));
        Assert.Equal(Value.Of("411"), survey.Evaluate("concat(${years})"));
        Assert.Equal(Value.Of(5), survey.Evaluate("${years} + 1"));
        Assert.Equal(Value.Of(11), survey.Evaluate("indexed-repeat(${years}, ${person}, 3)"));
        Assert.Equal(Value.Empty, survey.Evaluate("indexed-repeat(${years}, ${person}, 4)"));
        Assert.Equal(Value.Empty, survey.Evaluate("indexed-repeat(${years}, ${person}, 0)"));
        Assert.Equal(Value.True, survey.Evaluate("checklist(2, 2, ${years})"));
    }

    [Fact]
    public void A_comparison_with_many_answers_holds_if_it_holds_for_any()
    {
        var survey = new Survey().WithMany("a", Value.Of(1), Value.Of(5)).WithMany("b", Value.Of(5), Value.Of(9)).WithMany("none");
        Assert.Equal(Value.True, survey.Evaluate("${a} = 5"));
        Assert.Equal(Value.True, survey.Evaluate("${a} != 5"));
        Assert.Equal(Value.True, survey.Evaluate("5 = ${a}"));
        Assert.Equal(Value.False, survey.Evaluate("${a} > 5"));
        Assert.Equal(Value.True, survey.Evaluate("4 < ${a}"));
        Assert.Equal(Value.True, survey.Evaluate("${a} = ${b}"));
        Assert.Equal(Value.False, survey.Evaluate("${a} > ${b}"));
        Assert.Equal(Value.True, survey.Evaluate("${a} >= ${b}"));
        Assert.Equal(Value.False, survey.Evaluate("${none} = ${a}"));
        Assert.Equal(Value.False, survey.Evaluate("${none} != ${a}"));
        Assert.Equal(Value.True, survey.Evaluate("${a} = true()"));
        Assert.Equal(Value.True, survey.Evaluate("${none} = false()"));
        Assert.Equal(Value.True, survey.Evaluate("not(${none})"));
        Assert.Equal(Value.Of(0), survey.Evaluate("sum(${none})"));
        Assert.Equal(Value.NaN, survey.Evaluate("max(${none})"));
    }

    [Fact]
    public void Inside_a_repeat_an_expression_knows_its_place()
    {
        var survey = new Survey { Instance = 2 }
            .WithRepeat("person", 3)
            .With("years", Value.Of(7));
        Assert.Equal(Value.Of(2), survey.Evaluate("position(..)"));
        Assert.Equal(Value.Of(2), survey.Evaluate("position(../..)"));
        Assert.Equal(Value.Of(2), survey.Evaluate("position(${person})"));
        Assert.Equal(Value.Of(8), survey.Evaluate("../years + 1"));
        Assert.Equal(Value.Of(8), survey.Evaluate("current()/../years + 1"));
    }

    [Fact]
    public void A_repeat_has_no_value_of_its_own()
    {
        var value = new Survey().WithRepeat("person", 3).Evaluate("${person} = 1");
        Assert.Contains("count(${person})", value.FaultMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_point_is_the_question_itself()
    {
        var survey = new Survey().WithSelf(Value.Of(" two words "));
        Assert.Equal(Value.True, survey.Evaluate(". = ' two words '"));
        Assert.Equal(Value.Of(11), survey.Evaluate("string-length()"));
        Assert.Equal(Value.Of("two words"), survey.Evaluate("normalize-space()"));
        Assert.Equal(Value.Of(" two words "), survey.Evaluate("once('new')"));
        Assert.Equal(Value.Of("new"), new Survey().Evaluate("once('new')"));
    }

    [Fact]
    public void Choice_names_come_in_the_language_of_the_respondent()
    {
        var survey = new Survey().With("need", Value.Of("housing"));
        survey.Labels[("need", "housing")] = "Vivienda";
        Assert.Equal(Value.Of("Vivienda"), survey.Evaluate("jr:choice-name(${need}, '${need}')"));
        Assert.Equal(Value.Of("Vivienda"), survey.Evaluate("jr:choice-name(${need}, 'need')"));
        Assert.Equal(Value.Empty, survey.Evaluate("jr:choice-name('nothing', 'need')"));
        Assert.True(survey.Evaluate("jr:choice-name('nothing', 'unknown')").IsFault);
    }

    [Fact]
    public void A_choice_filter_reads_columns_by_their_bare_names()
    {
        var survey = new Survey()
            .With("state", Value.Of("texas"))
            .WithColumn("state", Value.Of("texas"))
            .WithColumn("size-class", Value.Of("3"));
        Assert.Equal(Value.True, survey.Evaluate("state=${state} and size-class > 2"));
        Assert.True(survey.Evaluate("county = 'x'").IsFault);
    }

    [Fact]
    public void A_name_without_slot_is_a_fault_not_an_exception() =>
        Assert.Equal("There is no question named ghost.", new Survey().Evaluate("${ghost} + 1").FaultMessage);

    private static Survey Timed() =>
        new Survey().With("from", Value.Of(new TimeOnly(9, 30))).With("day", Value.Of(new DateOnly(2026, 3, 13)));

    [Fact]
    public void A_time_compares_with_its_text()
    {
        Assert.Equal(Value.True, Timed().Evaluate("${from} >= '09:30'"));
        Assert.Equal(Value.False, Timed().Evaluate("${from} > '09:30'"));
    }

    [Fact]
    public void A_time_is_written_as_on_a_clock()
    {
        Assert.Equal(Value.Of("09:30"), Timed().Evaluate("string(${from})"));
        Assert.Equal(Value.Of("09"), Timed().Evaluate("format-date-time(${from}, '%H')"));
    }

    [Fact]
    public void A_date_can_be_reckoned_with()
    {
        Assert.Equal(Value.True, Timed().Evaluate("${day} < today()"));
        Assert.Equal(Value.Of(1), Timed().Evaluate("today() - ${day}"));
    }
}
