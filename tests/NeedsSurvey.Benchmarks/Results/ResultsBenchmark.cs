using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using NeedsSurvey.Benchmarks.Support;

namespace NeedsSurvey.Benchmarks.Results;

/// <summary>
/// Seconds for a survey's results over HTTP: cold (something was submitted just before), unchanged (asked again), and a cross-tab, against
/// one <c>count(*)</c> over the same responses and the same <c>group by</c> in SQL. Usually with a million responses.
/// </summary>
internal static class ResultsBenchmark
{
    private const string CountSql = "select count(*) from counted_response where survey_id = $1";
    private const string GroupSql =
        "select answers->>'q01', answers->>'q02', count(*) from counted_response where survey_id = $1 group by 1, 2";

    public static async Task Run(Amount amount)
    {
        var rows = amount.Rows ?? 1_000_000;
        await using var program = await ProgramUnderTest.Start(rows);
        using var client = program.NewClient(1);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", program.Key);
        Measurement.Say($"results of {rows:#,0} responses × {TwentyQuestions.Names.Count}");
        var expected = rows;

        await Get("results");
        var before = program.Resident();
        await Measurement.Compare(
            amount,
            "s",
            higherIsBetter: false,
            "one count(*)",
            () => Sql(CountSql),
            "results, cold",
            async () =>
            {
                await Submit();
                return await Get("results", expected);
            }
        );
        await Measurement.Compare(
            amount,
            "s",
            higherIsBetter: false,
            "one count(*)",
            () => Sql(CountSql),
            "results, unchanged",
            () => Get("results", expected)
        );
        await Measurement.Compare(
            amount,
            "s",
            higherIsBetter: false,
            "one count(*)",
            () => Sql(CountSql),
            "results of one group, cold",
            async () =>
            {
                await Submit();
                return await Get("results?filter=q01%3Drent");
            }
        );
        await Measurement.Compare(
            amount,
            "s",
            higherIsBetter: false,
            "the same group by",
            () => Sql(GroupSql),
            "a cross-tab",
            async () =>
            {
                await Submit();
                return await Get("crosstab?row=q01&column=q02");
            }
        );
        Measurement.Say(
            $"  memory    {before:0} MB after the first results, {program.Resident():0} MB at the end, {program.ResidentPeak():0} MB ",
            $"at most"
        );

        async Task<double> Get(string what, int? responses = null)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await client.GetAsync(new Uri($"api/v1/surveys/{ProgramUnderTest.Slug}/{what}", UriKind.Relative));
            var body = await answer.Content.ReadAsStringAsync();
            var seconds = clock.Elapsed.TotalSeconds;
            if (!answer.IsSuccessStatusCode)
                throw new UncleanException($"{what} was answered with {(int)answer.StatusCode}: {body}");
            if (responses is { } number && JsonElement.Parse(body).GetProperty("responses").GetInt32() is var counted && counted != number)
                throw new UncleanException($"{counted} responses were counted instead of {number}");
            return seconds;
        }

        async Task Submit()
        {
            using var content = new StringContent(
                $$"""{"submission":"{{Guid.NewGuid()}}","language":"en","answers":{{TwentyQuestions.Answers(expected)}}}""",
                new MediaTypeHeaderValue("application/json")
            );
            using var answer = await client.PostAsync(new Uri($"s/{ProgramUnderTest.Slug}/responses", UriKind.Relative), content);
            if (!answer.IsSuccessStatusCode)
                throw new UncleanException($"a submission was answered with {(int)answer.StatusCode}");
            expected++;
        }

        async Task<double> Sql(string sql)
        {
            var clock = Stopwatch.StartNew();
            await program.Execute(sql, ProgramUnderTest.Survey);
            return clock.Elapsed.TotalSeconds;
        }
    }
}
