using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Benchmarks.Responses;

/// <summary>
/// One answer of every shape: read from JSON, judged and written again; and read from its stored form into cells. Goal: no allocation by
/// the row reader.
/// </summary>
[ShortRunJob, MemoryDiagnoser]
public class RowReaderBenchmarks
{
    private const string Choices = """[{"name":"a","label":"A"},{"name":"b","label":"B"},{"name":"c","label":"C"}]""";
    private const string Rows = """[{"name":"home","label":"Housing"},{"name":"food","label":"Eating"},{"name":"care","label":"Care"}]""";
    private const string Aspect =
        """{"label":"How?","scale":[{"value":0,"label":"Low"},{"value":2,"label":"Half"},{"value":4,"label":"High"}]}""";

    private const string Definition = $$"""
        {"title":"Every shape","questions":[
         {"type":"text","name":"words","label":"W?"},{"type":"integer","name":"whole","label":"N?"},
             {"type":"decimal","name":"number","label":"N?"},
         {"type":"range","name":"scale","label":"S?"},{"type":"date","name":"day","label":"D?"},{"type":"time","name":"clock","label":"T?"},
         {"type":"select_one","name":"one","label":"O?","choices":{{Choices}},"other":true},
         {"type":"select_multiple","name":"many","label":"M?","choices":{{Choices}},"other":true},
         {"type":"rank","name":"order","label":"R?","choices":{{Choices}},"top":2},
         {"type":"need_grid","name":"needs","label":"G?","rows":{{Rows}},"importance":{{Aspect}},"satisfaction":{{Aspect}} },
         {"type":"matrix","name":"matrix","label":"X?","choices":{{Choices}},"rows":{{Rows}} },
         {"type":"best_worst","name":"sets","label":"B?","choices":{{Choices}},"sets":[["a","b"],["b","c"]]},
         {"type":"geopoint","name":"place","label":"P?"}]}
        """;

    private const string Answers = """
        {"words":"Rent rises","whole":12,"number":1234.5,"scale":4,"day":"2024-02-29","clock":"06:30","one":{"choice":"other",
            "other":"A boat"},
         "many":["a","b"],"order":["c","a"],"needs":{"home":{"importance":4,"satisfaction":0},"food":{"importance":0,
             "satisfaction":{"declined":true}}},
         "matrix":{"home":"a","care":"c"},"sets":[{"best":"a","worst":"b"},{"best":"c","worst":"b"}],"place":{"lat":51.5,"lon":-0.1}}
        """;

    private static readonly ResponseContext Context = new()
    {
        Language = "en",
        Now = new DateTimeOffset(2026, 3, 27, 10, 0, 0, TimeSpan.Zero),
    };
    private CompiledSurvey survey = null!;
    private JsonElement answers;
    private byte[] stored = [];
    private RowReader reader = null!;
    private Cell[] cells = [];

    [GlobalSetup]
    public void SetUp()
    {
        survey = CompiledSurvey.Compile(SurveyJson.Read(Definition).Definition!);
        answers = JsonElement.Parse(Answers);
        var verdict = AnswerCheck.Check(survey, answers, Context);
        if (!verdict.Accepted)
            throw new InvalidOperationException(verdict.Faults[0].ToString());
        stored = Encoding.UTF8.GetBytes(verdict.Json);
        var file = AnswerTable.Of([(1, survey)]).Responses;
        reader = new(file);
        cells = new Cell[file.Columns.Count];
    }

    [Benchmark]
    public string CheckEveryShape() => AnswerCheck.Check(survey, answers, Context).Json;

    [Benchmark]
    public Cell ReadRowOfEveryShape()
    {
        reader.Read(stored, 1, cells);
        return cells[0];
    }
}
