using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

/// <summary>What keeps a survey from being published although every question is in order.</summary>
public sealed class BeforeLaunchTests
{
    private const string Question = """{"type":"text","name":"a","label":"A"}""";

    private static IEnumerable<(string, string)> Errors(string questions, string more = "") =>
        DefinitionCheckTests.Faults(questions, more).Where(fault => fault.IsError).Select(fault => (fault.Path, fault.Code));

    // content, T12
    [Theory]
    [InlineData("Call [a place here] first.")]
    [InlineData("[ما يحرّكني]")]
    public void A_gap_that_is_not_filled_in_stops_it(string label) =>
        Assert.Equal([("questions[0].label", "placeholder")], Errors($$"""{"type":"text","name":"a","label":"{{label}}"}"""));

    // content, T12
    [Theory]
    [InlineData("Call (a place here) first.")]
    [InlineData("From 1 to 9 [1]")]
    public void Round_brackets_and_marks_are_words_like_others(string label) =>
        Assert.Empty(Errors($$"""{"type":"text","name":"a","label":"{{label}}"}"""));

    // content, T12
    [Fact]
    public void Nobody_hears_what_was_said_before_the_last_day() =>
        Assert.Equal(
            [("start.heard_by", "out_of_order")],
            Errors(Question, """ "start":{"answers_until":"2026-05-31","heard_by":"2026-05-30"},""")
        );

    // content, T12
    [Theory]
    [InlineData("\"31 May\"")]
    [InlineData("\"2026-02-30\"")]
    [InlineData("20260531")]
    public void A_day_has_one_spelling(string day) =>
        Assert.Equal(
            "start.answers_until",
            Assert
                .Single(SurveyJson.Read($$$"""{"title":"T","start":{"answers_until":{{{day}}}},"questions":[{{{Question}}}]}""").Faults)
                .Path
        );

    // content, T36
    [Theory]
    [InlineData("", true)]
    [InlineData("\"support\":[{\"label\":\"Helpline\",\"phone\":\"112\"}],", true)]
    [InlineData("\"support\":[{\"label\":\"Pantry\",\"phone\":\"112\",\"local\":true}],", false)]
    public void What_cannot_wait_is_not_asked_without_help_nearby(string support, bool refused) =>
        Assert.Equal(refused ? [("support", "no_local_help")] : [], Errors(Question, "\"requires_local_help\":true," + support));

    // content, T9
    [Fact]
    public void Comparing_what_tells_no_groups_is_warned_of() =>
        Assert.Equal(
            ("questions[0].compare", "unused"),
            Assert.Single(DefinitionCheckTests.Faults("""{"type":"text","name":"a","label":"A","compare":"reading"}""")) is var fault
                ? (fault.Path, fault.Code)
                : default
        );

    // content, T9
    [Fact]
    public void What_a_group_is_held_against_is_one_of_two_words() =>
        Assert.Equal(
            "questions[0].compare",
            Assert
                .Single(
                    SurveyJson.Read("""{"title":"T","questions":[{"type":"yes_no","name":"a","label":"A","compare":"margin"}]}""").Faults
                )
                .Path
        );
}
