// Repeats over two versions, cell by cell.

using System.Text.Json;
using Row = System.Collections.Generic.Dictionary<string, (string Text, bool Quoted)>;

namespace NeedsSurvey.App.Tests.Exchange;

public sealed class ExportRepeatTests(ExportedHouseholds households) : IClassFixture<ExportedHouseholds>
{
    private List<(ExportedHouseholds.Stored Response, JsonElement Instance, int Index)> Stored(string repeat) =>
        [
            .. households.Responses.SelectMany(response =>
                Instances(response, repeat).Select((instance, index) => (response, instance, index))
            ),
        ];

    private (string[] Header, List<Row> Rows) File(string name) => ExportFile.Read(ExportFile.Entry(households.Package, name));

    [Fact]
    public void Every_response_is_in_its_file_once()
    {
        Assert.Equal(9080, households.Responses.Count);
        Assert.Equal(
            households.Responses.Select(row => row.ResponseId.ToString()),
            File("responses.csv").Rows.Select(row => row["response_id"].Text)
        );
    }

    [Theory]
    [InlineData("people")]
    [InlineData("pets")]
    public void Every_instance_is_in_its_file_once(string repeat) =>
        Assert.Equal(
            Stored(repeat).Select(one => (one.Response.ResponseId.ToString(), $"{one.Index + 1}")),
            File($"repeats/{repeat}.csv").Rows.Select(row => (row["response_id"].Text, row["index"].Text))
        );

    [Fact]
    public void The_columns_of_a_repeat_are_those_of_both_versions() =>
        Assert.Equal(
            ["response_id", "index", "nickname", "years", "work", "wants.food", "wants.care", "wants.rest", "years.v1"],
            File("repeats/people.csv").Header
        );

    // field, row 43
    [Fact]
    public void Every_instance_reads_back_cell_by_cell()
    {
        var (header, people) = File("repeats/people.csv");
        Assert.NotEmpty(people);
        foreach (var (row, (response, person, _)) in people.Zip(Stored("people")))
        foreach (var column in header[2..])
            Assert.Equal((column, Cell(person, column, response.Version)), (column, ExpectedCells.Value(row[column])));
    }

    [Fact]
    public void A_repeat_of_an_earlier_version_reads_back_too() =>
        Assert.Equal(
            Stored("pets").Select(pet => Cell(pet.Instance, "animal", 1)),
            File("repeats/pets.csv").Rows.Select(row => ExpectedCells.Value(row["animal"]))
        );

    [Fact]
    public void The_manifest_counts_the_rows_of_each_file()
    {
        var counted = JsonElement
            .Parse(ExportFile.Entry(households.Package, "manifest.json"))
            .GetProperty("files")
            .EnumerateArray()
            .ToDictionary(file => file.GetProperty("name").GetString()!, file => file.GetProperty("rows").GetInt32());
        Assert.Equal(
            (9080, Stored("people").Count, Stored("pets").Count),
            (counted["responses.csv"], counted["repeats/people.csv"], counted["repeats/pets.csv"])
        );
    }

    private static JsonElement[] Instances(ExportedHouseholds.Stored response, string repeat) =>
        JsonElement.Parse(response.Answers) is var answers
        && answers.TryGetProperty(repeat, out var instances)
        && instances.ValueKind == JsonValueKind.Array
            ? [.. instances.EnumerateArray()]
            : [];

    private static string Cell(JsonElement instance, string column, int version)
    {
        if (column is "years.v1" or "animal" && version == 2 || column is "years" or "work" or "wants.rest" && version == 1)
            return "<NA>";
        var parts = column.Replace(".v1", "", StringComparison.Ordinal).Split('.');
        var answer = instance.GetProperty(parts[0]);
        return answer.ValueKind switch
        {
            JsonValueKind.Null => "<>",
            JsonValueKind.Object => "<REFUSED>",
            JsonValueKind.Array => answer.EnumerateArray().Any(name => name.GetString() == parts[1]) ? "1" : "0",
            _ => answer.ToString(),
        };
    }
}
