using System.Net;
using System.Text.Json;
using NeedsSurvey.Domain.Tests.Surveys.Conformance;

namespace NeedsSurvey.Web.Tests.Conformance;

/// <summary>A type as those meet it who asked: in the export and in the results.</summary>
internal sealed class ResultSteps(ConformanceSite site)
{
    internal IReadOnlyList<Step<Specimen>> All =>
        [
            new("export: an answer in its cells", one => Rows(one, ConformanceSite.People, [.. one.Columns.Select(column => column.Cell)])),
            new("export: skipped", one => Rows(one, 1, [.. one.Columns.Select(_ => "")])),
            new("export: declined", one => Rows(one, 1, [.. one.Columns.Select(_ => "REFUSED")])),
            new("export: not known", one => Rows(one, 1, [.. one.Columns.Select(_ => "DONT_KNOW")])),
            new("export: not asked", one => Rows(one, 1, [.. one.Columns.Select(_ => "NA")])),
            new("export: the file of a repeat", RepeatFile),
            new("export: the codebook names its columns and type", Codebook),
            new("results: who answered, skipped, declined, did not know, was not asked", States),
            new("results: its tally counts the answers", Tally),
            new("results: its card on the page", Card),
            new("results: offered on the cross-tab page where it can be crossed", Crossed),
        ];

    private async Task Rows(Specimen one, int people, string[] cells) => Count(people, cells, await Cells(one, "responses.csv", one.Kind));

    private async Task RepeatFile(Specimen one)
    {
        string[] cells = [.. one.Columns.Select(column => column.Cell)];
        Count(ConformanceSite.People, cells, await Cells(one, "repeats/things.csv", one.NameInRepeat));
    }

    private static void Count(int people, string[] cells, string[][] rows) =>
        Assert.Equal(people, rows.Count(row => row.SequenceEqual(cells)));

    private async Task<string[][]> Cells(Specimen one, string file, string name)
    {
        var records = (await site.Export(await site.Answered(one)))[file];
        int[] at = [.. one.Columns.Select(column => Array.IndexOf(records[0], Specimen.Named(column.Header, name)))];
        Assert.DoesNotContain(-1, at);
        return [.. records.Skip(1).Select(record => at.Select(column => record[column]).ToArray())];
    }

    private async Task Codebook(Specimen one)
    {
        var records = (await site.Export(await site.Answered(one)))["codebook.csv"];
        var (column, type) = (Array.IndexOf(records[0], "column"), Array.IndexOf(records[0], "type"));
        Assert.All(one.Columns, wanted =>
            Assert.Equal(one.Kind, Assert.Single(records, record => record[column] == Specimen.Named(wanted.Header, one.Kind))[type])
        );
    }

    // As a row (down) and as a column (across): what the page offers is what the API takes.
    private async Task Crossed(Specimen one)
    {
        var survey = await site.Answered(one);
        var page = await site.Open(survey.Address + "/results/crosstab");
        Assert.Equal(await site.Takes($"{Table(survey)}?row={one.Kind}&column=gate"), Offers("row"));
        Assert.Equal(await site.Takes($"{Table(survey)}?row=gate&column={one.Kind}"), Offers("column"));

        bool Offers(string list) => page.Document.QuerySelector($"#f-{list} option[value='{one.Kind}']") is not null;
        static string Table(EditedSurvey of) => $"/api/v1/surveys/{of.Slug}/crosstab";
    }

    private async Task<JsonElement> Result(Specimen one) =>
        (await site.Get($"/api/v1/surveys/{(await site.Answered(one)).Slug}/results"))
            .GetProperty("questions")
            .EnumerateArray()
            .Single(question => question.GetProperty("name").GetString() == one.Kind);

    private async Task States(Specimen one)
    {
        var result = await Result(one);
        Assert.Equal(one.Kind, result.GetProperty("type").GetString());
        var counts = result.GetProperty("counts");
        Assert.Equal(
            (ConformanceSite.People, 1, 1, 1, 1),
            (Number("answered"), Number("skipped"), Number("declined"), Number("unknown"), Number("notAsked"))
        );

        int Number(string state) => counts.GetProperty(state).GetInt32();
    }

    // Everybody gave the same answer, so that its count is that of the people.
    private async Task Tally(Specimen one)
    {
        var result = await Result(one);
        if (one.Tally is null)
        {
            Assert.DoesNotContain(Tallies, key => result.TryGetProperty(key, out var some) && some.ValueKind != JsonValueKind.Null);
            return;
        }
        var has = result.TryGetProperty(one.Tally, out var tally) && tally.ValueKind != JsonValueKind.Null;
        Assert.True(has, $"No {one.Tally} in {result}");
        Assert.Contains(ConformanceSite.People, Numbers(tally));

        static IEnumerable<double> Numbers(JsonElement json) =>
            json.ValueKind switch
            {
                JsonValueKind.Number => [json.GetDouble()],
                JsonValueKind.Array => json.EnumerateArray().SelectMany(Numbers),
                JsonValueKind.Object => json.EnumerateObject().SelectMany(part => Numbers(part.Value)),
                _ => [],
            };
    }

    private static IEnumerable<string> Tallies => Specimens.ByKind.Values.Select(one => one.Tally).OfType<string>().Distinct();

    // A card that is more than its heading and its base where there is a tally, and else nothing that leads nowhere.
    private async Task Card(Specimen one)
    {
        var page = await site.Open((await site.Answered(one)).Address + "/results");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var card = page.Document.QuerySelector($"#question-{one.Kind}");
        Assert.NotNull(card);
        Assert.Contains("12 of 15 people who were asked answered", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(one.Tally is null, card.QuerySelector("svg, table") is null);
        Assert.Null(card.QuerySelector("a[href*='words']"));
    }
}
