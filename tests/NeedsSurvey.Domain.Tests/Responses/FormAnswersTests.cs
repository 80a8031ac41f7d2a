using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Responses;

public sealed class FormAnswersTests
{
    private static string Read(CompiledSurvey survey, string page, params (string Field, string Value)[] fields) =>
        FormAnswers.Read(survey.FindPage(page)!, Fields(fields)).GetRawText();

    private static Dictionary<string, IReadOnlyList<string>> Fields(params (string Field, string Value)[] fields) =>
        fields
            .GroupBy(field => field.Field)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(field => field.Value)]);

    private static readonly CompiledSurvey Types = Sample.Survey(
        """
        {"type":"text","name":"story","label":"S"},{"type":"integer","name":"age","label":"A"},{"type":"decimal","name":"rent","label":"R"},
            {"type":"date","name":"born","label":"B"},
        {"type":"select_one","name":"tenure","label":"T","other":true,"choices":[{"name":"own","label":"O"},{"name":"rents","label":"R"}]},
        {"type":"select_multiple","name":"help","label":"H","other":true,"choices":[{"name":"a","label":"A"},{"name":"b","label":"B"}]},
        {"type":"rank","name":"top","label":"T","choices":[{"name":"a","label":"A"},{"name":"b","label":"B"},{"name":"c","label":"C"}]},
        {"type":"matrix","name":"days","label":"D","rows":[{"name":"mon","label":"M"},
            {"name":"tue","label":"T"}],"choices":[{"name":"yes","label":"Y"}]},
        {"type":"geopoint","name":"place","label":"P"},
        {"type":"repeat","name":"household","questions":[{"type":"integer","name":"years","label":"Y"},
            {"type":"text","name":"school","label":"S"}]}
        """,
        "\"layout\":\"one_per_page\","
    );

    [Theory]
    [InlineData("12", "12")]
    [InlineData(" 12 ", "12")]
    [InlineData("12,5", "12.5")]
    [InlineData("12.5", "12.5")]
    [InlineData("1 250,75", "1250.75")]
    [InlineData("1,250.75", "1250.75")]
    [InlineData("1.250,75", "1250.75")]
    [InlineData("1.250.000", "1250000")]
    [InlineData("0,125", "0.125")]
    [InlineData("−3", "-3")]
    [InlineData("١٢٫٥", "12.5")]
    [InlineData("١٢،٥", "12.5")]
    [InlineData("1,250", "\"1,250\"")]
    [InlineData("1.250", "\"1.250\"")]
    [InlineData("1,2,3", "\"1,2,3\"")]
    [InlineData("12a", "\"12a\"")]
    [InlineData("1e5", "\"1e5\"")]
    public void A_number_is_read_as_people_write_it_when_it_can_mean_one_thing_only(string typed, string read) =>
        Assert.Equal($$"""{"rent":{{read}}}""", Read(Types, "rent", ("rent", typed)));

    [Theory]
    [InlineData("1,250", "1250")]
    [InlineData("1.250", "1250")]
    [InlineData("١٬٢٥٠", "1250")]
    [InlineData("12,5", "12.5")]
    public void Three_digits_after_a_mark_are_thousands_where_a_whole_number_is_asked_for(string typed, string read) =>
        Assert.Equal($$"""{"age":{{read}}}""", Read(Types, "age", ("age", typed)));

    [Fact]
    public void A_number_beyond_all_bounds_is_told_to_be_too_large()
    {
        var page = Types.FindPage("age")!;
        var verdict = AnswerCheck.CheckPage(Types, "", page, FormAnswers.Read(page, Fields(("age", new string('9', 300)))), Sample.Context);
        Assert.Equal("number_too_large", Assert.Single(verdict.Faults).Code);
    }

    [Fact]
    public void A_date_comes_whole_or_in_three_parts()
    {
        Assert.Equal("""{"born":"1985-03-27"}""", Read(Types, "born", ("born", "1985-03-27")));
        Assert.Equal("""{"born":"1985-03-27"}""", Read(Types, "born", ("born:day", "27"), ("born:month", "3"), ("born:year", "1985")));
        Assert.Equal("""{"born":null}""", Read(Types, "born", ("born:day", ""), ("born:month", ""), ("born:year", "")));
        var page = Types.FindPage("born")!;
        foreach (var day in new[] { "30", "x", "" })
            Assert.Equal(
                "date_needed",
                Assert
                    .Single(
                        AnswerCheck
                            .CheckPage(
                                Types,
                                "",
                                page,
                                FormAnswers.Read(page, Fields(("born:day", day), ("born:month", "2"), ("born:year", "2026"))),
                                Sample.Context
                            )
                            .Faults
                    )
                    .Code
            );
    }

    [Fact]
    public void A_year_of_two_digits_is_asked_for_again()
    {
        var page = Types.FindPage("born")!;
        var sent = FormAnswers.Read(page, Fields(("born:day", "3"), ("born:month", "4"), ("born:year", "19")));
        Assert.Equal("date_needed", Assert.Single(AnswerCheck.CheckPage(Types, "", page, sent, Sample.Context).Faults).Code);
    }

    [Fact]
    public void Words_beside_other_choose_it_where_nothing_else_was_chosen()
    {
        Assert.Equal("""{"tenure":"own"}""", Read(Types, "tenure", ("tenure", "own"), ("tenure:other", " ")));
        Assert.Equal("""{"tenure":{"choice":"other","other":"A boat"}}""", Read(Types, "tenure", ("tenure:other", "A boat")));
        Assert.Equal(
            """{"help":{"choices":["a","other"],"other":"A lift"}}""",
            Read(Types, "help", ("help", "a"), ("help:other", "A lift"))
        );
    }

    [Fact]
    public void Prefer_not_to_say_comes_as_a_choice_or_as_a_box_of_its_own()
    {
        Assert.Equal("""{"tenure":{"declined":true}}""", Read(Types, "tenure", ("tenure", ":declined")));
        Assert.Equal("""{"age":{"declined":true}}""", Read(Types, "age", ("age:declined", "1")));
    }

    [Theory]
    [InlineData("story", "story", "x")]
    [InlineData("age", "age", "12")]
    [InlineData("born", "born:day", "27")]
    [InlineData("tenure", "tenure:other", "A boat")]
    [InlineData("help", "help", "a")]
    [InlineData("top", "top:2", "a")]
    [InlineData("place", "place:lat", "51.5")]
    public void An_answer_beside_prefer_not_to_say_is_asked_about(string question, string field, string value)
    {
        var page = Types.FindPage(question)!;
        var sent = FormAnswers.Read(page, Fields((field, value), ($"{question}:declined", "1")));
        Assert.Equal("answered_and_declined", Assert.Single(AnswerCheck.CheckPage(Types, "", page, sent, Sample.Context).Faults).Code);
    }

    [Fact]
    public void Each_part_of_an_answer_has_a_field_of_its_own()
    {
        Assert.Equal("""{"top":["b","a"]}""", Read(Types, "top", ("top:1", "b"), ("top:2", "a"), ("top:3", "")));
        Assert.Equal("""{"top":["","a"]}""", Read(Types, "top", ("top:1", ""), ("top:2", "a")));
        Assert.Equal(
            """{"days":{"mon":"yes","tue":{"declined":true}}}""",
            Read(Types, "days", ("days:mon", "yes"), ("days:tue", ":declined"))
        );
        Assert.Equal(
            """{"place":{"lat":51.507,"lon":-0.128,"accuracy":null}}""",
            Read(Types, "place", ("place:lat", "51.507"), ("place:lon", "-0.128"))
        );
        Assert.Equal(
            """{"household":[{"years":40,"school":null},{"years":null,"school":null},{"years":8,"school":"Moor"}]}""",
            Read(
                Types,
                "household",
                ("household:1:years", "40"),
                ("household:2:years", ""),
                ("household:3:years", "8"),
                ("household:3:school", "Moor")
            )
        );
    }

    [Fact]
    public void Half_a_character_typed_into_a_form_is_refused()
    {
        var page = Types.FindPage("story")!;
        Assert.Equal(
            "bad_text",
            Assert
                .Single(AnswerCheck.CheckPage(Types, "", page, FormAnswers.Read(page, Fields(("story", "a\ud83d"))), Sample.Context).Faults)
                .Code
        );
    }
}
