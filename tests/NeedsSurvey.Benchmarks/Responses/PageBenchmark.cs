using System.Net;
using System.Text.RegularExpressions;
using NeedsSurvey.Benchmarks.Support;

namespace NeedsSurvey.Benchmarks.Responses;

/// <summary>
/// Requests a second for a page with twenty questions, and for the survey's first page, both compressed as browsers ask for them, against
/// the server's own trivial endpoint <c>/health/live</c>, which passes the same middleware and says one word. Counts the transactions that
/// the pages cost in the database.
/// </summary>
internal static partial class PageBenchmark
{
    public static async Task Run(Amount amount)
    {
        await using var program = await ProgramUnderTest.Start();
        using var client = program.NewClient(Load.Connections);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, deflate, br");
        var survey = new Uri("s/" + ProgramUnderTest.Slug, UriKind.Relative);

        using var plain = program.NewClient(1);
        var state = HiddenState().Match(await plain.GetStringAsync(survey)).Groups[1].Value;
        if (state.Length == 0)
            throw new UncleanException("the first page has no state in its form");
        var form = new Dictionary<string, string> { ["-state"] = WebUtility.HtmlDecode(state), ["-go"] = "next" };
        using var questions = await plain.PostAsync(survey, new FormUrlEncodedContent(form));
        var html = await questions.Content.ReadAsStringAsync();
        if (!TwentyQuestions.Names.All(name => html.Contains($"name=\"{name}\"", StringComparison.Ordinal)))
            throw new UncleanException("the page does not show all twenty questions");

        Measurement.Say($"pages, {Load.Connections} connections, {amount.Seconds} s a run");
        await Hello();
        await First();
        await Twenty();
        await Measurement.Compare(
            amount,
            "requests/s",
            higherIsBetter: true,
            "GET /health/live",
            Hello,
            $"a page of twenty questions, {html.Length / 1024} KB",
            Twenty
        );
        await Measurement.Compare(amount, "requests/s", higherIsBetter: true, "GET /health/live", Hello, "the survey's first page", First);
        Measurement.Say(
            $"  database  {await PerRequest(program, Twenty):0.000} transactions a page of twenty questions, ",
            $"{await PerRequest(program, First):0.000} a first page"
        );

        Task<double> Hello() =>
            Load.Run(client, () => new(HttpMethod.Get, new Uri("health/live", UriKind.Relative)), HttpStatusCode.OK, amount.Seconds, Note);
        Task<double> First() => Load.Run(client, () => new(HttpMethod.Get, survey), HttpStatusCode.OK, amount.Seconds, Note);
        Task<double> Twenty() =>
            Load.Run(
                client,
                () => new(HttpMethod.Post, survey) { Content = new FormUrlEncodedContent(form) },
                HttpStatusCode.OK,
                amount.Seconds,
                Note
            );
    }

    private static long answered;

    private static void Note(long done) => answered = done;

    private static async Task<double> PerRequest(ProgramUnderTest program, Func<Task<double>> load)
    {
        // The server's counters lag behind by up to a second.
        await Task.Delay(2000);
        var before = await program.Transactions();
        await load();
        await Task.Delay(2000);
        return (await program.Transactions() - before) / (double)answered;
    }

    [GeneratedRegex("name=\"-state\" value=\"([^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HiddenState();
}
