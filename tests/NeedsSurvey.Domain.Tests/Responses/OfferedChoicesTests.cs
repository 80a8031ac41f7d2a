using System.Text;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Tests.Responses;

/// <summary>Field 17: what a choice filter never offered was not asked.</summary>
public sealed class OfferedChoicesTests
{
    private const string Choices = """
        "choice_filter":"r = ${reg}","choices":[{"name":"x","label":"X","filter":{"r":"n"}},{"name":"y","label":"Y","filter":{"r":"s"}},
         {"name":"z","label":"Z","filter":{"r":"s"}}]
        """;

    private const string Region = """
        {"type":"select_one","name":"reg","label":"R","choices":[{"name":"n","label":"N"},
         {"name":"s","label":"S"},{"name":"w","label":"W"}]}
        """;

    public static TheoryData<string, string, string> Cells =>
        new()
        {
            { """{"type":"select_multiple","name":"q","label":"Q",CHOICES}""", """{"reg":"n","q":["x"]}""", "x=1 y=NotAsked z=NotAsked" },
            { """{"type":"select_multiple","name":"q","label":"Q",CHOICES}""", """{"reg":"s","q":["z"]}""", "x=NotAsked y=0 z=1" },
            {
                """{"type":"select_multiple","name":"q","label":"Q",CHOICES}""",
                """{"reg":"s","q":null}""",
                "x=NotAsked y=Skipped z=Skipped"
            },
            {
                """{"type":"select_multiple","name":"q","label":"Q",CHOICES}""",
                """{"reg":"s","q":{"declined":true}}""",
                "x=NotAsked y=Declined z=Declined"
            },
            {
                """{"type":"select_multiple","name":"q","label":"Q",CHOICES}""",
                """{"reg":"w","q":null}""",
                "x=NotAsked y=NotAsked z=NotAsked"
            },
            // What was said stays.
            {
                """{"type":"select_multiple","name":"q","label":"Q",CHOICES}""",
                """{"reg":"w","q":{"declined":true}}""",
                "x=Declined y=Declined z=Declined"
            },
            {
                """{"type":"select_multiple","name":"q","label":"Q","other":true,CHOICES}""",
                """{"reg":"w","q":["other"]}""",
                "x=NotAsked y=NotAsked z=NotAsked other=Skipped"
            },
            { """{"type":"select_one","name":"q","label":"Q",CHOICES}""", """{"reg":"w","q":null}""", "=NotAsked" },
            { """{"type":"select_one","name":"q","label":"Q",CHOICES}""", """{"reg":"s","q":null}""", "=Skipped" },
            { """{"type":"rank","name":"q","label":"Q",CHOICES}""", """{"reg":"s","q":["z"]}""", "1=z 2=Skipped 3=NotAsked" },
            { """{"type":"rank","name":"q","label":"Q",CHOICES}""", """{"reg":"w","q":null}""", "1=NotAsked 2=NotAsked 3=NotAsked" },
            {
                """{"type":"matrix","name":"q","label":"Q","rows":[{"name":"a","label":"A"}],CHOICES}""",
                """{"reg":"w","q":null}""",
                "a=NotAsked"
            },
            {
                """{"type":"best_worst","name":"q","label":"Q","sets":[["y","z"],["x","y"]],CHOICES}""",
                """{"reg":"n","q":[null,{"best":"x"}]}""",
                "1=NotAsked 1=NotAsked 2=x 2=NotAsked"
            },
            // Of two that are left one can matter most.
            {
                """{"type":"best_worst","name":"q","label":"Q","sets":[["y","z"],["x","y"]],CHOICES}""",
                """{"reg":"s","q":[{"best":"z"},null]}""",
                "1=z 1=Skipped 2=NotAsked 2=NotAsked"
            },
        };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Field_17_what_was_never_offered_was_not_asked(string question, string answers, string cells) =>
        Assert.Equal(cells, Read(Filtered(question), answers));

    [Fact]
    public void Field_17_what_was_offered_is_told_of_every_response()
    {
        var file = Table(Filtered("""{"type":"select_one","name":"q","label":"Q",CHOICES}""")).Responses;
        var reader = new RowReader(file);
        var cells = new Cell[file.Columns.Count];
        reader.Read("""{"q":"z","reg":"s"}"""u8, 1, cells);
        Assert.Equal([false, true, true], reader.Offered(1).ToArray());
        Assert.Equal([true, true, true], reader.Offered(0).ToArray());
        reader.Read("""{"reg":"s"}"""u8, 1, cells);
        Assert.True(reader.Offered(1).IsEmpty);
    }

    [Fact]
    public void A_choice_of_a_later_version_was_not_offered_before()
    {
        static string With(string more) =>
            $$"""{"type":"select_one","name":"q","label":"Q","choices":[{"name":"a","label":"A"}{{more}}]}""";
        var file = AnswerTable.Of([(1, Sample.Survey(With(""))), (2, Sample.Survey(With(""",{"name":"b","label":"B"}""")))]).Responses;
        var reader = new RowReader(file);
        var cells = new Cell[file.Columns.Count];
        reader.Read("""{"q":"a"}"""u8, 1, cells);
        Assert.Equal([true, false], reader.Offered(0).ToArray());
        reader.Read("""{"q":"a"}"""u8, 2, cells);
        Assert.Equal([true, true], reader.Offered(0).ToArray());
    }

    [Theory]
    // The filter looks at a calculated value, which is taken as it was stored.
    [InlineData("""{"type":"calculate","name":"c","calculation":"'n'"}""", "r = ${c}", """{"c":"s","q":["y"]}""", "x=NotAsked y=1 z=0")]
    [InlineData("""{"type":"integer","name":"c","label":"C"}""", "${c} > 5 or name = 'x'", """{"c":7,"q":["y"]}""", "x=0 y=1 z=0")]
    [InlineData(
        """{"type":"integer","name":"c","label":"C"}""",
        "${c} > 5 or name = 'x'",
        """{"c":3,"q":["x"]}""",
        "x=1 y=NotAsked z=NotAsked"
    )]
    [InlineData(
        """{"type":"select_multiple","name":"c","label":"C","choices":[{"name":"y","label":"Y"},{"name":"z","label":"Z"}]}""",
        "selected(${c}, name)",
        """{"c":["z"],"q":["z"]}""",
        "x=NotAsked y=NotAsked z=1"
    )]
    [InlineData(
        """{"type":"repeat","name":"p","label":"P","questions":[{"type":"integer","name":"c","label":"C"}]}""",
        "sum(${c}) > 5 or name = 'x'",
        """{"p":[{"c":4},{"c":2}],"q":["x"]}""",
        "x=1 y=0 z=0"
    )]
    // It cannot be told again from answers.
    [InlineData("""{"type":"note","name":"c","label":"C"}""", "random() > 2", """{"q":["x"]}""", "x=1 y=0 z=0")]
    public void Filters_are_told_again_from_stored_answers(string before, string filter, string answers, string cells)
    {
        var question = """{"type":"select_multiple","name":"q","label":"Q",CHOICES}""".Replace(
            "CHOICES",
            Choices,
            StringComparison.Ordinal
        );
        Assert.Equal(cells, Read($"{before},{question.Replace("r = ${reg}", filter, StringComparison.Ordinal)}", answers));
    }

    [Fact]
    public void Field_17_inside_a_repeat_the_filter_sees_the_member_and_the_response()
    {
        var question = """
            {"type":"integer","name":"old","label":"O"},{"type":"select_multiple","name":"q","label":"Q",CHOICES}
            """.Replace(
            "CHOICES",
            Choices.Replace("r = ${reg}", "r = ${reg} and ${old} > 5", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        var file = Table($$"""{{Region}},{"type":"repeat","name":"p","label":"P","questions":[{{question}}]}""").Files[1];
        var reader = new RowReader(file);
        string[] members = ["""{"q":["y"],"old":7}""", """{"q":null,"old":3}"""];
        var whole = Encoding.UTF8.GetBytes($$"""{"p":[{{string.Join(',', members)}}],"reg":"s"}""");
        var said = members.Select(
            (member, place) =>
            {
                var cells = new Cell[file.Columns.Count];
                reader.Read(Encoding.UTF8.GetBytes(member), 1, cells, whole, place);
                return Said(file, Encoding.UTF8.GetBytes(member), cells, "q");
            }
        );
        Assert.Equal(["x=NotAsked y=1 z=0", "x=NotAsked y=NotAsked z=NotAsked"], said);
        Assert.True(file.HasFilters);
    }

    [Fact]
    public void A_row_that_holds_a_part_of_the_answers_tells_nothing_of_the_filter()
    {
        var file = Table(Filtered("""{"type":"select_multiple","name":"q","label":"Q",CHOICES}""")).Responses;
        var cells = new Cell[file.Columns.Count];
        new RowReader(file) { RowsAreWhole = false }.Read("""{"q":["x"]}"""u8, 1, cells);
        Assert.Equal("x=1 y=0 z=0", Said(file, [], cells, "q"));
    }

    private static string Filtered(string question) => $"{Region},{question.Replace("CHOICES", Choices, StringComparison.Ordinal)}";

    private static AnswerTable Table(string questions) => AnswerTable.Of([(1, Sample.Survey(questions))]);

    private static string Read(string questions, string answers)
    {
        var file = Table(questions).Responses;
        var json = Encoding.UTF8.GetBytes(answers);
        var cells = new Cell[file.Columns.Count];
        new RowReader(file).Read(json, 1, cells);
        return Said(file, json, cells, "q");
    }

    private static string Said(AnswerFile file, byte[] json, Cell[] cells, string question)
    {
        var block = file.Blocks.Single(one => one.Question == question);
        return string.Join(
            ' ',
            block.Columns.Select(
                (column, i) =>
                {
                    var cell = cells[block.First + i];
                    var scratch = new byte[64];
                    var said = cell.State == AnswerState.Answered ? Encoding.UTF8.GetString(cell.Read(json, ref scratch)) : $"{cell.State}";
                    return $"{column.Part}={said}";
                }
            )
        );
    }
}
