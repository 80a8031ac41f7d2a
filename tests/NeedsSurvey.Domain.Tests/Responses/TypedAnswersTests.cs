using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Responses;

/// <summary>What a person typed on a page, and what they read when it is asked for again.</summary>
public sealed class TypedAnswersTests
{
    private static CheckedPage Send(CompiledSurvey survey, string language, params (string Field, string Value)[] fields)
    {
        var sent = fields.ToDictionary(field => field.Field, field => (IReadOnlyList<string>)[field.Value]);
        var page = survey.Pages[0];
        return AnswerCheck.CheckPage(survey, "", page, FormAnswers.Read(page, sent), Sample.In(language));
    }

    private static string Message(string question, string typed, string language = "en")
    {
        var survey = Sample.Survey($$"""{"name":"q","label":"Q",{{question}}}""");
        return Assert.Single(Send(survey, language, ("q", typed)).Faults).Message;
    }

    private static string Kept(string question, string typed)
    {
        var survey = Sample.Survey($$"""{"name":"q","label":"Q",{{question}}}""");
        var verdict = Send(survey, "en", ("q", typed));
        Assert.Empty(verdict.Faults);
        return verdict.Draft;
    }

    private static CheckedPage Day(string constraint, string day, string month, string year, string language = "en") =>
        Send(
            Sample.Survey($$"""{"type":"date","name":"q","label":"Q"{{constraint}}}"""),
            language,
            ("q:day", day),
            ("q:month", month),
            ("q:year", year)
        );

    [Theory]
    [InlineData("integer", "2 3", "2 and 3")]
    [InlineData("decimal", "5'6", "5 and 6")]
    [InlineData("decimal", "1 5", "1 and 5")]
    [InlineData("decimal", "2 adults, 3 children", "2 and 3")]
    public void Row_10_11_12_The_message_shows_the_numbers_that_were_understood(string type, string typed, string understood) =>
        Assert.Contains($": {understood}.", Message($"\"type\":\"{type}\"", typed), StringComparison.Ordinal);

    [Fact]
    public void Row_38_The_message_shows_both_meanings_of_one_number() =>
        Assert.Contains("1250 oder 1,25", Message("\"type\":\"decimal\"", "1.250", "de"), StringComparison.Ordinal);

    [Fact]
    public void Row_13_A_time_is_kept_in_one_spelling() => Assert.Equal("""{"q":"21:30"}""", Kept("\"type\":\"time\"", "9:30 PM"));

    [Theory]
    [InlineData("en", "from 1 to 20")]
    [InlineData("de", "von 1 bis 20")]
    [InlineData("es", "de 1 a 20")]
    [InlineData("ar", "من 1 إلى 20")]
    public void Page_10_A_number_outside_its_limits_is_told_them(string language, string limits) =>
        Assert.Contains(
            limits,
            Message("\"type\":\"integer\",\"constraint\":\". >= 1 and . <= 20\"", "21", language),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("integer", ". > 0 and . < 21", "21", "from 1 to 20")]
    [InlineData("integer", "20 >= .", "21", "20 or less")]
    [InlineData("integer", ". >= 1 and . >= 5", "3", "5 or more")]
    [InlineData("decimal", ". > 0", "0", "greater than 0")]
    [InlineData("decimal", ". > 0 and . <= 2.5", "3", "2.5 or less")]
    [InlineData("time", ". >= '09:00' and . < '17:00'", "8:00", "from 09:00 to 16:59")]
    [InlineData("text", "string-length(.) >= 3", "ab", "at least 3 characters")]
    [InlineData("text", "string-length(.) = 3", "ab", "exactly 3 characters")]
    public void Page_10_Limits_of_every_kind_are_told(string type, string constraint, string typed, string limits) =>
        Assert.Contains(limits, Message($"\"type\":\"{type}\",\"constraint\":\"{constraint}\"", typed), StringComparison.Ordinal);

    [Theory]
    [InlineData(". <= today()", "28", "27 March 2026 or earlier")]
    [InlineData(". < today()", "27", "26 March 2026 or earlier")]
    [InlineData(". >= date('2026-03-30')", "28", "30 March 2026 or later")]
    [InlineData(". >= '2026-03-30' and . <= today() + 10", "28", "from 30 March 2026 to 6 April 2026")]
    public void Page_10_Limits_of_days_are_told(string constraint, string day, string limits) =>
        Assert.Contains(
            limits,
            Assert.Single(Day($",\"constraint\":\"{constraint}\"", day, "3", "2026").Faults).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("en", "Choose 2 to 3.")]
    [InlineData("de", "Wählen Sie 2 bis 3 aus.")]
    [InlineData("es", "Elija de 2 a 3.")]
    [InlineData("ar", "عدد الإجابات: من 2 إلى 3.")]
    public void Page_10_Limits_of_how_many_are_chosen_are_told(string language, string told)
    {
        var survey = Sample.Survey(
            """
            {"type":"select_multiple","name":"q","label":"Q","constraint":"count-selected(.) > 1 and count-selected(.) <= 3",
                "choices":[{"name":"a","label":"A"},{"name":"b","label":"B"}]}
            """
        );
        Assert.Equal(told, Assert.Single(Send(survey, language, ("q", "a")).Faults).Message);
    }

    [Fact]
    public void Page_10_A_limit_that_is_another_answer_is_told()
    {
        var survey = Sample.Survey(
            """
            {"type":"integer","name":"all","label":"All"},{"type":"integer","name":"q","label":"Q","constraint":". <= ${all}"}
            """,
            "\"layout\":\"all_on_one\","
        );
        var fault = Assert.Single(Send(survey, "en", ("all", "4"), ("q", "5")).Faults);
        Assert.Equal("Write a number that is 4 or less.", fault.Message);
    }

    [Fact]
    public void Row_63_A_declined_answer_is_empty_to_a_condition() =>
        Assert.Equal(
            """{"s":{"declined":true},"n":null}""",
            Sample
                .Survey(
                    """
                    {"type":"yes_no","name":"s","label":"S"},{"type":"integer","name":"n","label":"N","relevant":"${s} != 'no'"}
                    """
                )
                .Accept("""{"s":{"declined":true}}""")
        );

    [Fact]
    public void A_constraint_that_sets_no_limit_is_told_as_before() =>
        Assert.Equal(KnownLanguages.English.Messages.Constraint, Message("\"type\":\"integer\",\"constraint\":\". mod 2 = 0\"", "3"));

    [Fact]
    public void The_words_of_the_author_come_before_the_limits() =>
        Assert.Equal("Too many.", Message("\"type\":\"integer\",\"constraint\":\". <= 20\",\"constraint_message\":\"Too many.\"", "21"));

    [Theory]
    [InlineData("15", "5", "2567", "15 May 2024")]
    [InlineData("15", "5", "1403", "5 August 2024")]
    [InlineData("15", "5", "1403", " February 1983")]
    public void Row_30_A_year_of_another_calendar_is_asked_again_with_the_day_it_may_be(
        string day,
        string month,
        string year,
        string offered
    )
    {
        var fault = Assert.Single(Day("", day, month, year).Faults);
        Assert.Equal("other_calendar", fault.Code);
        Assert.Contains(offered, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Row_30_A_limit_on_the_other_side_does_not_let_another_calendar_through() =>
        Assert.Equal("other_calendar", Assert.Single(Day(",\"constraint\":\". <= today()\"", "15", "5", "1403").Faults).Code);

    [Fact]
    public void Row_30_A_day_that_the_author_allows_is_not_doubted() =>
        Assert.Empty(Day(",\"constraint\":\". >= date('1000-01-01')\"", "15", "5", "1403").Faults);

    [Fact]
    public void Row_30_A_year_that_is_far_in_every_calendar_is_asked_again() =>
        Assert.Equal("far_date", Assert.Single(Day("", "15", "5", "2206").Faults).Code);

    [Theory]
    [InlineData("1 5", "5", "2026")]
    [InlineData("15", "5", "20 26")]
    [InlineData("15", "05", "0985")]
    public void A_day_is_never_made_of_two_numbers_or_of_a_short_year(string day, string month, string year) =>
        Assert.Equal("date_needed", Assert.Single(Day("", day, month, year).Faults).Code);

    [Fact]
    public void A_month_may_be_written_by_its_name() => Assert.Equal("""{"q":"1990-05-03"}""", Day("", "3", "mayo", "1990").Draft);

    [Theory]
    [InlineData("0712345678 ")]
    [InlineData("\u200E0712345678")]
    [InlineData("\u00A00712345678\u3000")]
    [InlineData("\u200B0712345678\uFEFF")]
    [InlineData("\u20680712345678\u2069")]
    public void Row_26_What_nobody_sees_does_not_decide_a_constraint(string typed) =>
        Assert.Equal("""{"q":"0712345678"}""", Kept("\"type\":\"text\",\"constraint\":\"regex(., '^0[0-9]{9}$')\"", typed));

    [Theory]
    [InlineData("Leeds ")]
    [InlineData(" Leeds")]
    [InlineData("\u2028Leeds\r\n")]
    public void Row_27_One_town_is_one_value(string typed) => Assert.Equal("""{"q":"Leeds"}""", Kept("\"type\":\"text\"", typed));

    [Fact]
    public void White_space_and_marks_inside_are_kept() =>
        Assert.Equal("a\u200C  b\n c", Sample.Json(Kept("\"type\":\"text\"", " a\u200C  b\r\n c ")).GetProperty("q").GetString());

    [Fact]
    public void A_visible_mark_at_an_end_is_kept() =>
        Assert.Equal("\u0600\u0661", Sample.Json(Kept("\"type\":\"text\"", "\u0600\u0661")).GetProperty("q").GetString());

    [Theory]
    [InlineData("text", "\u200B")]
    [InlineData("text", "\u00A0\u200E")]
    [InlineData("integer", "\u200B ")]
    public void What_nobody_sees_is_no_answer(string type, string typed) =>
        Assert.Equal("""{"q":null}""", Kept($"\"type\":\"{type}\"", typed));

    [Fact]
    public void A_code_with_a_space_is_the_code() =>
        Assert.Equal(
            """{"q":"a"}""",
            Sample.Survey("""{"type":"select_one","name":"q","label":"Q","choices":[{"name":"a","label":"A"}]}""").Accept("""{"q":"a "}""")
        );
}
