using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

public sealed class VersionDiffTests
{
    private static SurveyDefinition Read(string questions, string more = "") =>
        SurveyJson.Read($$"""{"title":"R",{{more}}"questions":[{{questions}}]}""").Definition!;

    private static IEnumerable<string> Diff(string before, string after) =>
        VersionDiff.Between(Read(before), Read(after)).Select(change => $"{change.Path} {change.Code} {change.Effect}");

    private const string Areas =
        """{"type":"select_multiple","name":"a","label":"A","choices":[{"name":"x","label":"North"},{"name":"y","label":"South"}]}""";

    [Fact]
    public void The_same_survey_has_no_changes() => Assert.Empty(Diff(Areas, Areas));

    [Fact]
    public void A_new_label_never_makes_a_new_column()
    {
        var change = Assert.Single(
            VersionDiff.Between(
                Read("""{"type":"text","name":"a","label":"Rnet"}"""),
                Read("""{"type":"text","name":"a","label":"Rent"}""")
            )
        );
        Assert.Equal(("questions[0].label", "words", ChangeEffect.Safe), (change.Path, change.Code, change.Effect));
        Assert.Contains("column stays", change.Export, StringComparison.Ordinal);
    }

    private static VersionChange Retyped() =>
        Assert.Single(
            VersionDiff.Between(Read("""{"type":"text","name":"a","label":"A"}"""), Read("""{"type":"integer","name":"a","label":"A"}"""))
        );

    [Fact]
    public void A_new_type_splits_the_data()
    {
        var change = Retyped();
        Assert.Equal(("questions[0].type", "retyped", ChangeEffect.SplitsData), (change.Path, change.Code, change.Effect));
    }

    [Fact]
    public void The_columns_of_the_old_type_stay() => Assert.Contains("old columns stay", Retyped().Export, StringComparison.Ordinal);

    [Theory]
    [InlineData(
        """{"type":"integer","name":"a","label":"A"}""",
        """{"type":"decimal","name":"a","label":"A"}""",
        "questions[0].type widened Safe"
    )]
    [InlineData(
        """{"type":"text","name":"a","label":"A"}""",
        """{"type":"text","name":"a","label":"A","required":true}""",
        "questions[0].required required Safe"
    )]
    [InlineData(
        """{"type":"range","name":"a","label":"A"}""",
        """{"type":"range","name":"a","label":"A","end":5}""",
        "questions[0].end scale SplitsData"
    )]
    [InlineData(
        """{"type":"text","name":"a","label":"A"}""",
        """{"type":"note","name":"a","label":"A"}""",
        "questions[0].type name_reused Refused"
    )]
    [InlineData(
        """{"type":"text","name":"a","label":"A","group_role":"x"}""",
        """{"type":"text","name":"a","label":"A"}""",
        "questions[0].group_role group_role SplitsData"
    )]
    [InlineData(
        """{"type":"calculate","name":"a","calculation":"1"}""",
        """{"type":"calculate","name":"a","calculation":"2"}""",
        "questions[0].calculation calculation SplitsData"
    )]
    [InlineData(
        """{"type":"text","name":"a","label":"A"},{"type":"text","name":"b","label":"B"}""",
        """{"type":"text","name":"b","label":"B"},{"type":"text","name":"a","label":"A"}""",
        "questions order Safe"
    )]
    [InlineData(
        """{"type":"text","name":"a","label":"A"}""",
        """{"type":"repeat","name":"r","questions":[{"type":"text","name":"a","label":"A"}]}""",
        "questions[0] added Safe;questions[0].questions[0] moved_repeat SplitsData"
    )]
    [InlineData(
        """{"type":"text","name":"a","label":"A"}""",
        """{"type":"group","name":"g","relevant":"1=1","questions":[{"type":"text","name":"a","label":"A"}]}""",
        "questions[0] added Safe;questions[0].questions[0].relevant relevance Safe"
    )]
    [InlineData(
        """{"type":"text","name":"a","label":"A"},{"type":"text","name":"b","label":"B"}""",
        """{"type":"text","name":"a","label":"A"}""",
        "questions[1] retired SplitsData"
    )]
    [InlineData(
        """{"type":"text","name":"a","label":"Your rent"},{"type":"text","name":"b","label":"Your wage"}""",
        """{"type":"text","name":"a","label":"Your wage"},{"type":"text","name":"b","label":"Your rent"}""",
        "questions[0].label meaning_exchanged Refused;questions[1].label meaning_exchanged Refused" // field, row 44
    )]
    public void Each_change_is_judged_by_what_it_does_to_the_answers(string before, string after, string changes) =>
        Assert.Equal(changes.Split(';'), Diff(before, after));

    [Theory]
    [InlineData(
        """{"name":"x","label":"North"},{"name":"y","label":"South"},{"name":"z","label":"West"}""",
        "questions[0].choices[z] choice_added Safe"
    )]
    [InlineData("""{"name":"y","label":"South"}""", "questions[0].choices[x] choice_removed SplitsData")]
    [InlineData("""{"name":"x","label":"The north"},{"name":"y","label":"South"}""", "questions[0].choices[x] words Safe")]
    [InlineData("""{"name":"x","label":"Far north"},{"name":"y","label":"South"}""", "questions[0].choices[x] choice_reworded SplitsData")]
    [InlineData("""{"name":"y","label":"South"},{"name":"x","label":"North"}""", "questions[0].choices order Safe")]
    [InlineData(
        """{"name":"x","label":"North","need":"housing"},{"name":"y","label":"South"}""",
        "questions[0].choices[x] need SplitsData"
    )]
    [InlineData(
        """{"name":"x","label":"South"},{"name":"y","label":"North"}""",
        "questions[0].choices[x] meaning_exchanged Refused;questions[0].choices[y] meaning_exchanged Refused" // field, row 44
    )]
    public void Each_change_of_the_choices_is_judged_by_what_it_does_to_the_answers(string choices, string changes) =>
        Assert.Equal(changes.Split(';'), Diff(Areas, $$"""{"type":"select_multiple","name":"a","label":"A","choices":[{{choices}}]}"""));

    private const string People = """{"type":"repeat","name":"p","label":"P","questions":[{"type":"text","name":"w","label":"W"}]}""";

    // Beside field, row 20
    [Theory]
    [InlineData(People)]
    [InlineData("""{"type":"text","name":"p","label":"Your post"}""")]
    public void Neither_a_repeat_nor_a_question_takes_the_others_name(string first)
    {
        var (was, now) = (Read(first), Read(first == People ? """{"type":"text","name":"p","label":"Your post"}""" : People));
        var between = Read("""{"type":"text","name":"b","label":"B"}""");
        foreach (var published in new SurveyDefinition[][] { [was], [was, between] })
            Assert.Contains(VersionDiff.Between(published, now), change =>
                change is { Name: "p", Code: "name_reused", Effect: ChangeEffect.Refused }
            );
    }

    [Fact]
    public void A_retired_name_never_comes_back_as_something_else()
    {
        SurveyDefinition[] published =
        [
            Read("""{"type":"text","name":"a","label":"A"},{"type":"text","name":"b","label":"B"}"""),
            Read("""{"type":"text","name":"b","label":"B"}"""),
        ];
        Assert.Equal(
            ChangeEffect.Refused,
            Assert
                .Single(
                    VersionDiff.Between(
                        published,
                        Read("""{"type":"text","name":"b","label":"B"},{"type":"date","name":"a","label":"A"}""")
                    )
                )
                .Effect
        );
        Assert.Equal(
            "asked_again",
            Assert
                .Single(
                    VersionDiff.Between(
                        published,
                        Read("""{"type":"text","name":"b","label":"B"},{"type":"text","name":"a","label":"A"}""")
                    )
                )
                .Code
        );
    }

    // Field 20: whatever went and comes back under its name.
    [Theory]
    [InlineData(
        """{"type":"text","name":"a","label":"Comment"}""",
        """{"type":"text","name":"a","label":"Favourite colour"}""",
        "asked_again SplitsData;reworded SplitsData"
    )]
    [InlineData(
        """{"type":"select_one","name":"a","label":"A","choices":[{"name":"x","label":"Rent"},{"name":"y","label":"Y"}]}""",
        """{"type":"select_one","name":"a","label":"A","choices":[{"name":"x","label":"Food"},{"name":"y","label":"Y"}]}""",
        "asked_again SplitsData;choice_reworded SplitsData"
    )]
    [InlineData(
        """{"type":"text","name":"a","label":"Comment"}""",
        """{"type":"text","name":"a","label":"Coment"}""",
        "asked_again SplitsData;words Safe"
    )]
    public void Field_20_a_retired_name_that_comes_back_with_other_words_asks(string was, string now, string changes)
    {
        const string other = """{"type":"text","name":"b","label":"B"}""";
        SurveyDefinition[] published = [Read($"{was},{other}"), Read(other)];
        Assert.Equal(
            changes.Split(';'),
            VersionDiff.Between(published, Read($"{now},{other}")).Select(change => $"{change.Code} {change.Effect}")
        );
    }

    [Theory]
    [InlineData("Rent", "choice_added Safe")]
    [InlineData("Food", "choice_reworded SplitsData")]
    public void Field_20_a_code_that_comes_back_with_other_words_asks(string label, string change)
    {
        static SurveyDefinition With(string choices) =>
            Read($$"""{"type":"select_one","name":"a","label":"A","choices":[{"name":"y","label":"Y"}{{choices}}]}""");
        SurveyDefinition[] published = [With(""",{"name":"x","label":"Rent"}"""), With(""",{"name":"z","label":"Z"}"""), With("")];
        Assert.Equal(
            [change],
            VersionDiff.Between(published, With($$""",{"name":"x","label":"{{label}}"}""")).Select(found => $"{found.Code} {found.Effect}")
        );
    }

    [Fact]
    public void Field_20_a_row_that_comes_back_with_other_words_asks()
    {
        static SurveyDefinition With(string rows) =>
            Read(
                $$"""{"type":"matrix","name":"a","label":"A","choices":[{"name":"y","label":"Y"}],"rows":[{"name":"r","label":"R"}"""
                    + $"{rows}]}}"
            );
        SurveyDefinition[] published = [With(""",{"name":"s","label":"Buses"}"""), With("")];
        Assert.Equal("row_reworded", Assert.Single(VersionDiff.Between(published, With(""",{"name":"s","label":"Trains"}"""))).Code);
    }

    [Fact]
    public void Another_first_language_is_refused_while_words_have_no_language()
    {
        var was = Read("""{"type":"text","name":"a","label":"A"}""", "\"languages\":[\"en\",\"es\"],");
        var now = Read("""{"type":"text","name":"a","label":"A"}""", "\"languages\":[\"es\",\"en\"],");
        Assert.Equal(
            ("first_language", ChangeEffect.Refused),
            VersionDiff.Between(was, now).Select(change => (change.Code, change.Effect)).Single()
        );
    }

    [Fact]
    public void Every_change_says_what_happens_to_the_export_in_a_sentence() =>
        Assert.All(
            VersionDiff.Between(Read(Areas), Read("""{"type":"select_one","name":"b","label":"A","choices":[{"name":"x","label":"N"}]}""")),
            change => Assert.EndsWith(".", change.Export, StringComparison.Ordinal)
        );
}
