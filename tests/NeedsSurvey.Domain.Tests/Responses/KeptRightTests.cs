using NeedsSurvey.Domain.Exchange;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Responses;

/// <summary>What was right when people tried it in the field, and stays so. Rows are those of the field's cases.</summary>
public sealed class KeptRightTests
{
    private static CheckedPage Send(CompiledSurvey survey, string draft, string page, params (string Field, string Value)[] fields) =>
        AnswerCheck.CheckPage(
            survey,
            draft,
            survey.FindPage(page)!,
            FormAnswers.Read(
                survey.FindPage(page)!,
                fields
                    .GroupBy(field => field.Field)
                    .ToDictionary(same => same.Key, IReadOnlyList<string> (same) => [.. same.Select(field => field.Value)])
            ),
            Sample.Context
        );

    private static string Field(CompiledSurvey survey, string draft, string page, string field) =>
        FilledFields.Of(ResponseState.Open(survey, draft, Sample.Context), survey.FindPage(page)!, "en").GetValueOrDefault(field)?[0] ?? "";

    [Fact]
    public void Row_40_a_value_to_begin_with_that_was_cleared_stays_empty()
    {
        var survey = Sample.Survey("""{"type":"integer","name":"n","label":"N","default":"3"},{"type":"text","name":"t","label":"T"}""");
        Assert.Equal("3", Field(survey, "", "n", "n"));
        Assert.Equal("", Field(survey, Send(survey, "", "n", ("n", "")).Draft, "n", "n"));
    }

    private const string Picks = """
        {"type":"select_multiple","name":"m","label":"M","other":true,
         "choices":[{"name":"a","label":"A"},{"name":"b","label":"B"},{"name":"none","label":"None","exclusive":true}]},
        {"type":"select_one","name":"best","label":"Best","choice_filter":"selected(${m}, name)",
         "choices":[{"name":"a","label":"A"},{"name":"b","label":"B"}]}
        """;

    private static readonly CompiledSurvey Picked = Sample.Survey(Picks);

    private static readonly CompiledSurvey Home = Sample.Survey(
        """{"type":"select_one","name":"m","label":"M","other":true,"choices":[{"name":"a","label":"A"}]}"""
    );

    [Theory]
    [InlineData("", "A boat", """{"m":{"choices":["other"],"other":"A boat"}}""")]
    [InlineData("a", "A boat", """{"m":{"choices":["a","other"],"other":"A boat"}}""")]
    [InlineData("other none", "A boat", "exclusive")]
    [InlineData("a none", "", "exclusive")]
    public void Row_47_words_beside_choices_are_taken_or_what_is_wrong_with_them_is_said(string ticked, string words, string taken) =>
        Assert.Equal(taken, TakenOrFault(Picked, ticked, words));

    [Theory]
    [InlineData("", "A boat", """{"m":{"choice":"other","other":"A boat"}}""")]
    [InlineData("a", "A boat", "other_not_chosen")]
    public void Row_47_words_beside_one_choice_are_taken_or_asked_about(string ticked, string words, string taken) =>
        Assert.Equal(taken, TakenOrFault(Home, ticked, words));

    private static string TakenOrFault(CompiledSurvey survey, string ticked, string words)
    {
        var chosen = ticked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(choice => ("m", choice));
        var page = Send(survey, "", "m", [.. chosen, ("m:other", words)]);
        return page.Faults.SingleOrDefault()?.Code ?? page.Draft;
    }

    private static readonly CompiledSurvey Ranked = Sample.Survey(
        """
        {"type":"rank","name":"r","label":"R",
         "choices":[{"name":"a","label":"A"},{"name":"b","label":"B"},{"name":"c","label":"C"}]}
        """
    );

    [Theory]
    [InlineData("a", "", "", null)]
    [InlineData("a", "", "b", "place_missing")]
    [InlineData("", "a", "", "place_missing")]
    [InlineData("a", "a", "", "chosen_twice")]
    public void Row_48_a_ranking_may_stop_and_has_no_gap_and_nothing_twice(string first, string second, string third, string? fault) =>
        Assert.Equal(fault, Send(Ranked, "", "r", ("r:1", first), ("r:2", second), ("r:3", third)).Faults.SingleOrDefault()?.Code);

    [Fact]
    public void Row_49_what_was_picked_is_what_is_offered_next()
    {
        var state = ResponseState.Open(Picked, """{"m":["b"]}""", Sample.Context);
        Assert.Equal(["b"], state.Offered(Picked.Find("best")!).Select(choice => choice.Name));
    }

    [Fact]
    public void Row_50_a_choice_that_an_earlier_answer_took_away_is_not_stored() =>
        Assert.Equal(("choice_not_offered", "best"), Picked.Refuse("""{"m":["b"],"best":"a"}"""));

    private static readonly CompiledSurvey Household = Sample.Survey(
        """
        {"type":"integer","name":"men","label":"M"},{"type":"integer","name":"women","label":"W"},
        {"type":"integer","name":"all","label":"All","constraint":". = ${men} + ${women}"}
        """
    );

    [Fact]
    public void Row_51_a_sum_is_judged_again_when_its_parts_change()
    {
        Household.Accept("""{"men":1,"women":2,"all":3}""");
        Assert.Equal(("constraint", "all"), Household.Refuse("""{"men":2,"women":2,"all":3}"""));
    }

    private static CompiledSurvey Asking(string label) => Sample.Survey($$"""{"type":"text","name":"t","label":"{{label}}"}""");

    [Fact]
    public void Row_46_sheets_have_the_newest_words()
    {
        var table = AnswerTable.Of([(1, Asking("How are you")), (2, Asking("How are you?"))]);
        Assert.Equal("How are you?", ExportWords.Label(Assert.Single(table.Responses.Blocks), "en"));
    }

    [Fact]
    public void Row_66_a_response_in_which_everything_was_skipped_is_one() =>
        Assert.Equal("""{"men":null,"women":null,"all":null}""", Household.Accept("{}"));

    [Fact]
    public void Row_56_what_a_word_processor_pastes_is_kept()
    {
        const string pasted = "\u201CRent\u201D\u2013up\u00A0again\u2019s\n\u2022\tcold\u000Bdamp \u00AD soft";
        var survey = Sample.Survey("""{"type":"text","name":"t","label":"T"}""");
        Assert.Equal(pasted, Field(survey, Send(survey, "", "t", ("t", pasted)).Draft, "t", "t"));
    }

    private static readonly CompiledSurvey Roster = Sample.Survey(
        """
        {"type":"repeat","name":"p","label":"P","questions":[{"type":"text","name":"who","label":"W"},
          {"type":"integer","name":"age","label":"A"},{"type":"calculate","name":"grown","calculation":"if(${age} >= 18, 1, 0)"}]},
        {"type":"calculate","name":"adults","calculation":"sum(${grown})"},
        {"type":"calculate","name":"names","calculation":"join(', ', ${who})"},
        {"type":"calculate","name":"second","calculation":"indexed-repeat(${who}, ${p}, 2)"}
        """
    );

    [Theory]
    [InlineData(
        """[{"who":"Ann","age":40},{"who":"Bo","age":4},{"who":"Cy","age":18}]""",
        """ "adults":2,"names":"Ann, Bo, Cy","second":"Bo"} """
    )]
    [InlineData("""[{"who":"Ann","age":40},{"who":"Cy","age":18}]""", """ "adults":2,"names":"Ann, Cy","second":"Cy"} """)]
    public void Row_59_what_is_worked_out_over_a_roster_follows_its_members(string members, string worked) =>
        Assert.EndsWith(worked.Trim(), Roster.Accept($$"""{"p":{{members}}}"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("1,00,000", "number_needed")]
    [InlineData("\u09E7,\u09E6\u09E6,\u09E6\u09E6\u09E6", "number_needed")]
    [InlineData("\u00BD", "number_needed")]
    [InlineData("10%", "number_needed")]
    [InlineData("approx 5", "number_needed")]
    [InlineData("-", "number_needed")]
    [InlineData("--5", "number_needed")]
    public void Row_65_what_may_be_no_single_number_is_asked_for_again(string typed, string fault)
    {
        var survey = Sample.Survey("""{"type":"decimal","name":"n","label":"N"}""");
        Assert.Equal(fault, Assert.Single(Send(survey, "", "n", ("n", typed)).Faults).Code);
    }

    [Fact]
    public void Row_65_a_number_beyond_all_bounds_is_called_too_large_in_any_digits()
    {
        var survey = Sample.Survey("""{"type":"decimal","name":"n","label":"N"}""");
        Assert.Equal("number_too_large", Assert.Single(Send(survey, "", "n", ("n", new string('\u09EF', 40))).Faults).Code);
    }

    [Theory]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("0,12345678901234567890123456789")]
    [InlineData("1234567890123456789012345678.95")]
    public void A_number_of_more_digits_than_are_kept_is_told(string typed)
    {
        var survey = Sample.Survey("""{"type":"decimal","name":"n","label":"N"}""");
        Assert.Equal("number_too_long", Assert.Single(Send(survey, "", "n", ("n", typed)).Faults).Code);
    }

    [Theory]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("007.500000000000000000000000000000")]
    [InlineData("+,5")]
    public void Zeros_at_the_ends_are_no_digits(string typed)
    {
        var survey = Sample.Survey("""{"type":"decimal","name":"n","label":"N"}""");
        Assert.Empty(Send(survey, "", "n", ("n", typed)).Faults);
    }

    // A shape beside row 30: the day that was refused stays in the draft, and is not complained about beside what follows it.
    [Theory]
    [InlineData("""{"type":"date","name":"q","label":"Q"}""", "2567-05-03", "31")]
    [InlineData("""{"type":"integer","name":"q","label":"Q","constraint":". < 120"}""", "200", "2 3")]
    public void Of_an_answer_that_cannot_be_read_nothing_else_is_said(string question, string refused, string unreadable)
    {
        var survey = Sample.Survey(question);
        var first = Send(survey, "", "q", ("q", refused));
        Assert.Single(first.Faults);
        Assert.Single(Send(survey, first.Draft, "q", ("q", unreadable)).Faults);
    }
}
