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
}
