using System.Diagnostics;
using System.Net.Http.Headers;
using NeedsSurvey.Benchmarks.Support;

namespace NeedsSurvey.Benchmarks.Exchange;

/// <summary>
/// Rows a second of <c>responses.csv</c> over HTTP, against PostgreSQL's own <c>copy (select 20 × answers->>'q') to stdout csv</c> over
/// the same kind of connection. Both are read to the last byte and thrown away. Ours keeps four states apart and is sorted; the baseline
/// does neither.
/// </summary>
internal static class ExportBenchmark
{
    private static readonly string CopySql =
        $"copy (select {string.Join(", ", TwentyQuestions.Names.Select(name => $"answers->>'{name}'"))} from counted_response where "
        + $"survey_id = '{ProgramUnderTest.Survey}') to stdout csv";

    public static async Task Run(Amount amount)
    {
        var rows = amount.Rows ?? 100_000;
        await using var program = await ProgramUnderTest.Start(rows);
        using var client = program.NewClient(1);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", program.Key);
        Measurement.Say($"export of {rows:#,0} responses × {TwentyQuestions.Names.Count}");
        await Export(client, "csv", rows);
        var before = program.Resident();
        await Measurement.Compare(
            amount,
            "rows/s",
            higherIsBetter: true,
            "copy (select 20 × answers->>'q') to stdout csv",
            () => Copy(program, rows),
            "responses.csv over HTTP",
            () => Export(client, "csv", rows)
        );
        var zip = new List<double>();
        for (var run = 0; run < amount.Runs; run++)
            zip.Add(await Export(client, "zip", rows));
        Measurement.Print("also", "the zip over HTTP", zip, "rows/s");
        Measurement.Say(
            $"  memory    {before:0} MB after the first export, {program.Resident():0} MB at the end, {program.ResidentPeak():0} MB at most"
        );
    }

    private static async Task<double> Copy(ProgramUnderTest program, int rows)
    {
        await using var connection = await program.Database.OpenConnectionAsync();
        var clock = Stopwatch.StartNew();
        using var copy = (StreamReader)await connection.BeginTextExportAsync(CopySql);
        return Rate(clock, rows, await Lines(copy.BaseStream));
    }

    private static async Task<double> Export(HttpClient client, string format, int rows)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await client.GetAsync(
            new Uri($"api/v1/surveys/{ProgramUnderTest.Slug}/export?format={format}", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead
        );
        if (!answer.IsSuccessStatusCode)
            throw new UncleanException($"the export was answered with {(int)answer.StatusCode}");
        await using var body = await answer.Content.ReadAsStreamAsync();
        var lines = await Lines(body);
        // One line more: the header. Bytes of a zip have no lines.
        return Rate(clock, rows, format == "csv" ? lines - 1 : rows);
    }

    private static double Rate(Stopwatch clock, int rows, long seen) =>
        seen == rows ? rows / clock.Elapsed.TotalSeconds : throw new UncleanException($"{seen} rows came instead of {rows}");

    private static async Task<long> Lines(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var lines = 0L;
        for (int read; (read = await stream.ReadAsync(buffer)) > 0; )
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        return lines;
    }
}
