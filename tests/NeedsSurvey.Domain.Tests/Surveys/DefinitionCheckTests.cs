using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

public sealed class DefinitionCheckTests
{
    private const string Grid =
        "\"importance\":{\"label\":\"I\",\"scale\":[{\"value\":0,\"label\":\"0\"},{\"value\":1,\"label\":\"1\"}]},"
        + "\"satisfaction\":{\"label\":\"S\",\"scale\":[{\"value\":0,\"label\":\"0\"},{\"value\":1,\"label\":\"1\"}]}";

    internal static IReadOnlyList<DefinitionFault> Faults(string questions, string more = "")
    {
        var reading = SurveyJson.Read($$"""{"title":"Riverside",{{more}}"questions":[{{questions}}]}""");
        Assert.Empty(reading.Faults);
        return DefinitionCheck.Check(reading.Definition!);
    }

    [Theory]
    [InlineData("""{"type":"text","name":"1st","label":"A"}""", "questions[0].name", "bad_name")]
    [InlineData("""{"type":"text","name":"a b","label":"A"}""", "questions[0].name", "bad_name")]
    [InlineData("""{"type":"text","name":"a\n","label":"A"}""", "questions[0].name", "bad_name")]
    [InlineData("""{"type":"text","name":"response_id","label":"A"}""", "questions[0].name", "reserved_name")]
    [InlineData(
        """{"type":"text","name":"a","label":"A"},{"type":"group","name":"g","questions":[{"type":"date","name":"a","label":"A"}]}""",
        "questions[1].questions[0].name",
        "duplicate"
    )]
    [InlineData("""{"type":"text","name":"a"}""", "questions[0].label", "label_missing")]
    [InlineData("""{"type":"text","name":"a","label":" "}""", "questions[0].label", "label_missing")]
    [InlineData("""{"type":"text","name":"a","label":"\u200B"}""", "questions[0].label", "label_missing")]
    [InlineData("""{"type":"text","name":"a","label":{"es":"A"}}""", "questions[0].label", "label_missing")]
    [InlineData("""{"type":"text","name":"a","label":"A\u0007"}""", "questions[0].label", "control_character")]
    [InlineData("""{"type":"text","name":"a","label":"A","max_length":0}""", "questions[0].max_length", "out_of_range")]
    [InlineData("""{"type":"select_one","name":"a","label":"A","choices":[]}""", "questions[0].choices", "no_choices")]
    [InlineData("""{"type":"select_one","name":"a","label":"A","choices":"areas"}""", "questions[0].choices", "unknown_list")]
    [InlineData(
        """{"type":"select_one","name":"a","label":"A","choices":[{"name":"x","label":"X"},{"name":"x","label":"Y"}]}""",
        "questions[0].choices[1].name",
        "duplicate"
    )]
    [InlineData(
        """{"type":"select_one","name":"a","label":"A","choices":[{"name":"x y","label":"X"}]}""",
        "questions[0].choices[0].name",
        "bad_name"
    )]
    [InlineData(
        """{"type":"select_one","name":"a","label":"A","choices":[{"name":"x","label":""}]}""",
        "questions[0].choices[0].label",
        "label_missing"
    )]
    [InlineData(
        """{"type":"select_one","name":"a","label":"A","choices":[{"name":"x","label":"X","exclusive":true}]}""",
        "questions[0].choices[0].exclusive",
        "exclusive_ignored"
    )]
    [InlineData(
        """{"type":"select_one","name":"a","label":"A","choices":[{"name":"x","label":"X","need":"a need"}]}""",
        "questions[0].choices[0].need",
        "bad_need"
    )]
    [InlineData(
        """{"type":"select_multiple","name":"a","label":"A","other":true,"choices":[{"name":"other","label":"O"}]}""",
        "questions[0].other",
        "other_clash"
    )]
    [InlineData(
        """{"type":"select_multiple","name":"a","label":"A","min":3,"choices":[{"name":"x","label":"X"},{"name":"y","label":"Y"}]}""",
        "questions[0].min",
        "out_of_range"
    )]
    [InlineData(
        """{"type":"select_multiple","name":"a","label":"A","min":2,"max":1,"choices":[{"name":"x","label":"X"},"""
            + """{"name":"y","label":"Y"}]}""",
        "questions[0].max",
        "out_of_range"
    )]
    [InlineData(
        """{"type":"rank","name":"a","label":"A","top":3,"choices":[{"name":"x","label":"X"},{"name":"y","label":"Y"}]}""",
        "questions[0].top",
        "out_of_range"
    )]
    [InlineData("""{"type":"range","name":"a","label":"A","start":5,"end":1}""", "questions[0].end", "out_of_range")]
    [InlineData("""{"type":"range","name":"a","label":"A","step":0}""", "questions[0].step", "out_of_range")]
    [InlineData("""{"type":"range","name":"a","label":"A","step":3}""", "questions[0].step", "off_step")]
    [InlineData("""{"type":"range","name":"a","label":"A","end":1000,"step":0.5}""", "questions[0].step", "too_many")]
    [InlineData("""{"type":"range","name":"a","label":"A","end":1e20,"step":1e-9}""", "questions[0].end", "out_of_range")]
    [InlineData("""{"type":"range","name":"a","label":"A","start":-1e15}""", "questions[0].start", "out_of_range")]
    [InlineData("""{"type":"range","name":"a","label":"A","step":1e-10}""", "questions[0].step", "out_of_range")]
    [InlineData("""{"type":"range","name":"a","label":"A","end":999999999999999,"step":1e-9}""", "questions[0].step", "too_many")]
    [InlineData("""{"type":"need_grid","name":"a","label":"A","rows":[],""" + Grid + "}", "questions[0].rows", "no_rows")]
    [InlineData(
        """{"type":"need_grid","name":"a","label":"A","rows":[{"name":"x","label":"X"},{"name":"y","label":"Y","need":"x"}],"""
            + Grid
            + "}",
        "questions[0].rows[1].need",
        "duplicate"
    )]
    [InlineData(
        """{"type":"matrix","name":"a","label":"A","rows":[{"name":"x","label":"X"},{"name":"x","label":"Y"}],"choices":["""
            + """{"name":"p","label":"P"}]}""",
        "questions[0].rows[1].name",
        "duplicate"
    )]
    [InlineData(
        """{"type":"best_worst","name":"a","label":"A","choices":[{"name":"x","label":"X"},{"name":"y","label":"Y"}],"sets":[["x","z"]]}""",
        "questions[0].sets[0][1]",
        "unknown_choice"
    )]
    [InlineData("""{"type":"text","name":"a","label":"A","group_role":"age"}""", "questions[0].group_role", "role_without_choices")]
    [InlineData(
        """{"type":"select_multiple","name":"a","label":"A","group_role":"age","choices":[{"name":"x","label":"X"}]}""",
        "questions[0].group_role",
        "role_without_choices"
    )]
    [InlineData("""{"type":"note","name":"n"},{"type":"text","name":"a","label":"A"}""", "questions[0].label", "label_missing")]
    [InlineData(
        """{"type":"calculate","name":"c","calculation":" "},{"type":"text","name":"a","label":"A"}""",
        "questions[0].calculation",
        "empty_expression"
    )]
    [InlineData("""{"type":"note","name":"n","label":"N"}""", "questions", "nothing_to_ask")]
    [InlineData("""{"type":"group","name":"g"},{"type":"text","name":"a","label":"A"}""", "questions[0]", "empty_group")]
    [InlineData(
        """{"type":"repeat","name":"r","questions":[{"type":"repeat","name":"s","questions":[{"type":"text","name":"a","label":"A"}]}]}""",
        "questions[0].questions[0]",
        "repeat_in_repeat"
    )]
    [InlineData(
        """{"type":"select_one","name":"q","label":"Q","other":true,"choices":[{"name":"x","label":"X"}]},"""
            + """{"type":"text","name":"q.other","label":"O"}""",
        "questions[1].name",
        "column_clash"
    )]
    [InlineData(
        """{"type":"select_multiple","name":"q","label":"Q","choices":[{"name":"x","label":"X"}]},"""
            + """{"type":"text","name":"q.x","label":"O"}""",
        "questions[1].name",
        "column_clash"
    )]
    [InlineData("""{"type":"text","name":"a","label":"A","relevant":"${b} = 1"}""", "questions[0].relevant", "expression_unknown_name")]
    [InlineData("""{"type":"integer","name":"a","label":"A","constraint":". >= "}""", "questions[0].constraint", "expression_syntax")]
    [InlineData(
        """{"type":"text","name":"a","label":"A","relevant":"${b} = 'x'"},{"type":"text","name":"b","label":"B"}""",
        "questions[0].relevant",
        "looks_ahead"
    )]
    [InlineData(
        """{"type":"calculate","name":"c","calculation":"${d} + 1"},{"type":"calculate","name":"d","calculation":"${c} + 1"},"""
            + """{"type":"text","name":"a","label":"A"}""",
        "questions[0]",
        "circle"
    )]
    [InlineData("""{"type":"text","name":"a","label":"Hello ${name}"}""", "questions[0].label", "unknown_name")]
    public void Each_mistake_is_told_once_in_its_place(string questions, string path, string code)
    {
        var fault = Assert.Single(Faults(questions), fault => fault.IsError);
        Assert.Equal((path, code), (fault.Path, fault.Code));
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"support\":[{\"label\":\"Help\",\"url\":\"javascript:alert(1)\"}],", "support[0].url", "bad_address")]
    [InlineData("\"support\":[{\"label\":\"Help\",\"url\":\"/help\"}],", "support[0].url", "bad_address")]
    [InlineData("\"support\":[{\"label\":\"Help\"}],", "support[0]", "no_address")]
    [InlineData("\"support\":[{\"label\":\"Help\",\"phone\":\"<b>1</b>\"}],", "support[0].phone", "bad_phone")]
    [InlineData("\"choices\":{\"a b\":[{\"name\":\"x\",\"label\":\"X\"}]},", "choices", "bad_name")]
    [InlineData("\"languages\":[],", "languages", "no_language")]
    [InlineData("\"languages\":[\"english\"],", "languages[0]", "bad_language")]
    [InlineData("\"languages\":[\"en\",\"EN\"],", "languages[1]", "duplicate")]
    [InlineData("\"start\":{\"minutes\":0},", "start.minutes", "out_of_range")]
    public void The_survey_itself_is_checked_too(string more, string path, string code)
    {
        var fault = Assert.Single(Faults("""{"type":"text","name":"a","label":{"en":"A","EN":"A","english":"A"}}""", more), fault =>
            fault.IsError && fault.Path != "questions[0].label"
        );
        Assert.Equal((path, code), (fault.Path, fault.Code));
    }

    [Fact]
    public void Web_addresses_and_telephone_links_are_accepted() =>
        Assert.Empty(
            Faults(
                """{"type":"text","name":"a","label":"A"}""",
                "\"support\":[{\"label\":\"A\",\"url\":\"https://example.org/a?b=c\"},{\"label\":\"B\",\"url\":\"tel:+44207946000\"},"
                    + "{\"label\":\"C\",\"phone\":\"020 7946 0000\"}],"
            )
        );

    [Theory]
    [InlineData("**Please read** this")]
    [InlineData("Read <b>this</b>")]
    [InlineData("One *word* only")]
    [InlineData("[here](https://example.org)")]
    [InlineData("# Heading")]
    public void Row_33_Markup_that_would_stand_as_typed_is_a_warning(string words)
    {
        var fault = Assert.Single(Faults($$"""{"type":"text","name":"a","label":"{{words}}"}"""));
        Assert.Equal((false, "markup", "questions[0].label"), (fault.IsError, fault.Code, fault.Path));
    }

    [Theory]
    [InlineData("2 * 3 * 4 and 5*6*7")]
    [InlineData("Rent < income > debt")]
    [InlineData("snake_case__name")]
    [InlineData("Flat #3 *")]
    public void A_mark_alone_is_no_markup(string words) => Assert.Empty(Faults($$"""{"type":"text","name":"a","label":"{{words}}"}"""));

    [Fact]
    public void A_missing_translation_is_only_a_warning()
    {
        var fault = Assert.Single(Faults("""{"type":"text","name":"a","label":{"en":"A"}}""", "\"languages\":[\"en\",\"es\"],"), fault =>
            fault.Path == "questions[0].label"
        );
        Assert.Equal((false, "translation_missing"), (fault.IsError, fault.Code));
    }

    [Fact]
    public void A_story_inside_a_repeat_is_read() =>
        Assert.Empty(Faults(Repeated("""{"type":"text","name":"a","label":"A","story":true}""")));

    [Theory]
    [InlineData("""{"type":"range","name":"a","label":"A","need":"food"}""")]
    [InlineData("""{"type":"select_one","name":"a","label":"A","choices":[{"name":"x","label":"X","need":"food"}]}""")]
    public void A_need_inside_a_repeat_is_warned_of(string question)
    {
        var fault = Assert.Single(Faults(Repeated(question)), fault => fault.Path == "questions[0].questions[0]");
        Assert.Equal((false, "need_in_repeat"), (fault.IsError, fault.Code));
    }

    // Beside field, row 68
    [Theory]
    [InlineData("", true)]
    [InlineData("\"repeat_count\":\"2\",", false)]
    public void A_value_to_begin_with_that_is_never_shown_is_warned_of(string count, bool isWarned) =>
        Assert.Equal(
            isWarned,
            Faults($$"""{"type":"repeat","name":"p",{{count}}"questions":[{"type":"text","name":"a","label":"A","default":"x"}]}""")
                .Any(fault => fault is { Code: "default_in_repeat", Path: "questions[0].questions[0].default", IsError: false })
        );

    [Theory]
    // Field 18.
    [InlineData(
        """{"type":"rank","name":"a","label":"A","choices":[{"name":"x","label":"X"},{"name":"NULL","label":"Y"}]}""",
        "choices[1].name",
        "reads_as_missing"
    )]
    // A shared list grew after the sets were made.
    [InlineData(
        """
            {"type":"best_worst","name":"a","label":"A","sets":[["x","y"]],
             "choices":[{"name":"x","label":"X"},{"name":"y","label":"Y"},{"name":"z","label":"Z"}]}
            """,
        "sets",
        "not_in_sets"
    )]
    // Field 17: what was offered cannot be told again.
    [InlineData(
        """{"type":"select_one","name":"a","label":"A","choice_filter":"random() < 2","choices":[{"name":"x","label":"X"}]}""",
        "choice_filter",
        "filter_forgets"
    )]
    [InlineData(
        """{"type":"select_one","name":"a","label":"A","choice_filter":"label != 'Y'","choices":[{"name":"x","label":"X"}]}""",
        "choice_filter",
        "filter_forgets"
    )]
    public void What_would_spoil_the_data_is_warned_of(string question, string path, string code)
    {
        var fault = Assert.Single(Faults(question));
        Assert.Equal((false, $"questions[0].{path}", code), (fault.IsError, fault.Path, fault.Code));
    }

    private static string Repeated(string question) => $$"""{"type":"repeat","name":"r","label":"R","questions":[{{question}}]}""";

    [Fact]
    public void Two_questions_cannot_stand_for_the_same_group()
    {
        const string area = """{"type":"select_one","name":"NAME","label":"A","group_role":"area","choices":[{"name":"x","label":"X"}]}""";
        Assert.Equal(
            "questions[1].group_role",
            Assert
                .Single(
                    Faults(area.Replace("NAME", "a", StringComparison.Ordinal) + "," + area.Replace("NAME", "b", StringComparison.Ordinal))
                )
                .Path
        );
    }

    [Fact]
    public void An_expression_fault_shows_where_with_a_caret()
    {
        var fault = Assert.Single(Faults("""{"type":"text","name":"a","label":"A","relevant":"${nowhere} = 1"}"""));
        Assert.StartsWith("${nowhere} = 1\n^", fault.Caret, StringComparison.Ordinal);
    }
}
