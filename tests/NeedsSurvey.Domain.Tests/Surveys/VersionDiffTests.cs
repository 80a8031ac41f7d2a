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
            VersionDiff.Between(Read("""{"type":"text","name":"a","label":"A"}"""), Read("""{"type":"text","name":"a","label":"B"}"""))
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
        "questions[0].label meaning_exchanged Refused;questions[1].label meaning_exchanged Refused"
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
    [InlineData("""{"name":"y","label":"South"},{"name":"x","label":"North"}""", "questions[0].choices order Safe")]
    [InlineData(
        """{"name":"x","label":"North","need":"housing"},{"name":"y","label":"South"}""",
        "questions[0].choices[x] need SplitsData"
    )]
    [InlineData(
        """{"name":"x","label":"South"},{"name":"y","label":"North"}""",
        "questions[0].choices[x] meaning_exchanged Refused;questions[0].choices[y] meaning_exchanged Refused"
    )]
    public void Each_change_of_the_choices_is_judged_by_what_it_does_to_the_answers(string choices, string changes) =>
        Assert.Equal(changes.Split(';'), Diff(Areas, $$"""{"type":"select_multiple","name":"a","label":"A","choices":[{{choices}}]}"""));

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
