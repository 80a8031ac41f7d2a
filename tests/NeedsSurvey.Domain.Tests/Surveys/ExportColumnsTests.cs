using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

/// <summary>The columns of export-format.md.</summary>
public sealed class ExportColumnsTests
{
    private static SurveyDefinition Read(string questions) =>
        SurveyJson.Read($$"""{"title":"R","questions":[{{questions}}]}""").Definition!;

    private static string Columns(string question) => string.Join(' ', ExportColumns.Of(Read(question)).Select(column => column.Name));

    [Theory]
    [InlineData("""{"type":"text","name":"q"}""", "q")]
    [InlineData("""{"type":"note","name":"q"}""", "")]
    [InlineData("""{"type":"calculate","name":"q","calculation":"1"}""", "q")]
    [InlineData("""{"type":"select_one","name":"q","other":true,"choices":[{"name":"a","label":"A"}]}""", "q q.other")]
    [InlineData(
        """{"type":"select_multiple","name":"q","other":true,"choices":[{"name":"a","label":"A"},{"name":"b","label":"B"}]}""",
        "q.a q.b q.other"
    )]
    [InlineData(
        """{"type":"rank","name":"q","top":2,"choices":[{"name":"a","label":"A"},{"name":"b","label":"B"},{"name":"c","label":"C"}]}""",
        "q.rank1 q.rank2"
    )]
    [InlineData(
        """{"type":"need_grid","name":"q","rows":["""
            + """{"name":"home","label":"H"}],"importance":{"label":"I","scale":[]},"satisfaction":{"label":"S","scale":[]}}""",
        "q.home.importance q.home.satisfaction"
    )]
    [InlineData("""{"type":"matrix","name":"q","rows":[{"name":"mon","label":"M"}],"choices":[]}""", "q.mon")]
    [InlineData("""{"type":"best_worst","name":"q","choices":[],"sets":[["a","b"],["b","c"]]}""", "q.best1 q.worst1 q.best2 q.worst2")]
    [InlineData("""{"type":"geopoint","name":"q"}""", "q.lat q.lon q.accuracy")]
    public void Each_type_has_its_columns(string question, string columns) => Assert.Equal(columns, Columns(question));

    [Fact]
    public void Questions_in_a_repeat_belong_to_its_own_file() =>
        Assert.Equal(
            "household",
            Assert
                .Single(ExportColumns.Of(Read("""{"type":"repeat","name":"household","questions":[{"type":"integer","name":"age"}]}""")))
                .Repeat
        );

    [Fact]
    public void Over_versions_every_answer_ever_given_has_a_column_retired_ones_last()
    {
        var columns = ExportColumnsOverVersions.Of([
            (1, Read("""{"type":"text","name":"age"},{"type":"text","name":"gone"},{"type":"integer","name":"size","label":"Size"}""")),
            (2, Read("""{"type":"integer","name":"age"},{"type":"decimal","name":"size","label":"How large?"}""")),
            (3, Read("""{"type":"text","name":"new"},{"type":"decimal","name":"size"},{"type":"integer","name":"age"}""")),
        ]);
        Assert.Equal(
            ["new 3", "size 1,2,3", "age 2,3", "age.v1 1 retired", "gone 1 retired"],
            columns.Select(column => $"{column.Header} {string.Join(',', column.Versions)}{(column.IsRetired ? " retired" : "")}")
        );
    }

    [Fact]
    public void A_choice_no_longer_offered_keeps_its_column()
    {
        const string list = """{"type":"select_multiple","name":"q","choices":[CHOICES]}""";
        var columns = ExportColumnsOverVersions.Of([
            (2, Read(list.Replace("CHOICES", """{"name":"b","label":"B"},{"name":"c","label":"C"}""", StringComparison.Ordinal))),
            (1, Read(list.Replace("CHOICES", """{"name":"a","label":"A"},{"name":"b","label":"B"}""", StringComparison.Ordinal))),
        ]);
        Assert.Equal(["q.b 1,2", "q.c 2", "q.a 1"], columns.Select(column => $"{column.Header} {string.Join(',', column.Versions)}"));
    }
}
