using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using NeedsSurvey.App.Seeds;

namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>What must hold for people who answer (threat-model.md, answering-pages.md 2, 12, 14).</summary>
public sealed class AnsweringSafetyTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Neither_address_nor_agent_nor_a_time_of_day_of_a_hundred_respondents_is_in_the_database_or_the_logs()
    {
        var log = new Capture();
        site.Get<ILoggerFactory>().AddProvider(log);
        var slug = await site.Data.Survey(SampleSurveys.OneQuestion);
        using var client = site.NewClient();
        for (var i = 0; i < 100; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/s/{slug}/responses?canary=query{i}")
            {
                Content = new StringContent(
                    $$$"""{"submission": "{{{Guid.NewGuid()}}}", "language": "en", "answers": {"story": "Story {{{i}}}"}}""",
                    Encoding.UTF8,
                    "application/json"
                ),
                Headers =
                {
                    { "X-Forwarded-For", $"203.0.113.{i}" },
                    { "User-Agent", $"CanaryAgent/{i}" },
                    { "Referer", "https://canary.example/from" },
                    { "Accept-Language", "xx-CANARY" },
                },
            };
            using var answer = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }
        var everything = await Everything();
        Assert.Contains("Story 99", everything, StringComparison.Ordinal);
        foreach (var text in new[] { everything, string.Join('\n', log.Lines) })
        foreach (var trace in new[] { "203.0.113.", "canary", "Canary", "127.0.0.1", "::1" })
            Assert.DoesNotContain(trace, text, StringComparison.OrdinalIgnoreCase);
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.DoesNotMatch($@"{today}[ T]\d\d:", await site.Database.Db.One<string>("select string_agg(r::text, E'\n') from response r"));
    }

    // The first page of every template in each of its languages.
    private async IAsyncEnumerable<(string What, Page First)> FirstPages()
    {
        foreach (var template in SeedLibrary.Templates)
        {
            var slug = await site.Data.Survey(SampleSurveys.FilledIn(template.DefinitionJson()));
            using var visitor = site.NewPageClient();
            foreach (var language in Domain.Surveys.SurveyJson.Read(template.DefinitionJson()).Definition!.Languages)
                yield return ($"{template.Key} in {language}", await visitor.Open($"/s/{slug}?language={language}"));
        }
    }

    [Fact]
    public async Task The_first_page_with_its_stylesheet_is_at_most_14_KB_in_every_language_of_the_templates()
    {
        using var client = site.NewClient();
        await foreach (var (what, page) in FirstPages())
        {
            var sheet = page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
            using var request = new HttpRequestMessage(HttpMethod.Get, sheet) { Headers = { { "Accept-Encoding", "gzip" } } };
            using var css = await client.SendAsync(request);
            var first = Packed(page.Html) + (await css.Content.ReadAsByteArrayAsync()).Length;
            Assert.True(first <= 14 * 1024, $"{what}: the first page weighs {first} bytes.");
        }
    }

    [Fact]
    public async Task Pages_after_the_first_are_at_most_10_KB_in_every_language_of_the_templates()
    {
        await foreach (var (what, first) in FirstPages())
        {
            var page = first;
            for (var steps = 0; page.Document.QuerySelector("main button[value=submit]") is null && steps < 60; steps++)
            {
                page = await page.Go("next");
                Assert.True(Packed(page.Html) <= 10 * 1024, $"{what}: “{page.Heading}” weighs {Packed(page.Html)} bytes.");
            }
            Assert.NotNull(page.Document.QuerySelector("main button[value=submit]"));
        }
    }

    [Fact]
    public async Task Whatever_anybody_wrote_is_words_on_every_page()
    {
        const string evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\\\"'";
        var definition = SampleSurveys.ManyTypes;
        foreach (
            var word in new[]
            {
                "What is going on?",
                "Renting",
                "This may be hard.",
                "About you",
                "So we see whom we heard.",
                "Hard",
                "How important?",
                "Very",
                "Housing",
                "A friendly ear",
                "What matters here",
                "We begin with what you need.",
            }
        )
            definition = definition.Replace($"\"{word}\"", $"\"{word} {evil}\"", StringComparison.Ordinal);
        var slug = await site.Data.Survey(definition);
        // Past the check, which refuses such an address.
        Assert.Equal(
            1,
            await site.Database.Execute(
                $"""
                update survey_version set definition = replace(definition::text, 'https://help.example.org', 'javascript:alert(3)')::jsonb
                where survey_id = (select survey_id from survey where slug = '{slug}')
                """
            )
        );
        using var visitor = site.NewPageClient();
        var page = await visitor.Open("/s/" + slug);
        for (var steps = 0; steps < 40; steps++)
        {
            Clean(page);
            if (page.Document.QuerySelector("main button[value=submit]") is not null)
                break;
            var typed = page
                .Document.QuerySelectorAll("main textarea, main input[type=text]")
                .Select(field => (field.GetAttribute("name")!, "\"><script>alert(4)</script>"))
                .ToList();
            if (page.Document.QuerySelector("[name=age]") is not null)
                typed.Add(("age", "old"));
            var next = await page.Go("next", [.. typed]);
            Clean(next);
            page =
                next.Document.QuerySelector(".error-summary") is null ? next
                : next.Document.QuerySelector("button[value=skip]") is not null ? await Skipped(next)
                : await next.Go("next", [.. typed.Select(field => (field.Item1, field.Item1 == "age" ? "old" : ""))]);
        }
        Clean(await page.Go("submit"));

        async Task<Page> Skipped(Page wrong)
        {
            var asked = await wrong.Go("skip");
            Clean(asked);
            return await asked.Press("Delete it");
        }
    }

    [Fact]
    public async Task No_public_page_sets_a_cookie_is_cached_tells_where_one_comes_from_or_loads_anything_from_elsewhere()
    {
        var slug = await site.Data.Survey(SampleSurveys.ManyTypes);
        using var visitor = site.NewPageClient();
        var start = await visitor.Open("/s/" + slug);
        var first = await start.Press("Start");
        var check = first;
        while (check.Document.QuerySelector("main button[value=submit]") is null)
            check = await (check.Document.QuerySelector("[name=age]") is null ? check.Go("next") : check.Go("next", ("age", "old")));
        foreach (
            var page in new[]
            {
                start,
                first,
                check,
                await check.Press("Submit"),
                await visitor.Open("/receipt"),
                await visitor.Open("/s/nowhere"),
            }
        )
        {
            Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
            Assert.Equal("no-referrer", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
            Assert.DoesNotContain(page.Document.QuerySelectorAll("script, iframe, img, link, source"), element =>
                (element.GetAttribute("src") ?? element.GetAttribute("href"))?.Contains("//", StringComparison.Ordinal) == true
            );
            Assert.All(page.Document.QuerySelectorAll("form"), form =>
                Assert.StartsWith("/", form.GetAttribute("action"), StringComparison.Ordinal)
            );
            Assert.Empty(page.Document.QuerySelectorAll("[style], style, script:not([src])"));
        }
        Assert.Empty(visitor.Cookies);
    }

    [Fact]
    public async Task A_form_that_is_none_is_refused_kindly()
    {
        var slug = await site.Data.Survey(SampleSurveys.OneQuestion);
        using var client = site.NewClient();
        foreach (
            var content in new HttpContent[]
            {
                new StringContent("{}", Encoding.UTF8, "application/json"),
                new ByteArrayContent([0, 255, 254]),
                new StringContent("-state=%ED%A0%80&%00=%00", Encoding.ASCII, "application/x-www-form-urlencoded"),
            }
        )
        {
            using var answer = await client.PostAsync("/s/" + slug, content);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    private static void Clean(Page page)
    {
        Assert.True(page.Status == HttpStatusCode.OK, page.Words);
        Assert.Empty(page.Document.QuerySelectorAll("script:not([src]), img, [onerror]"));
        Assert.DoesNotContain(page.Document.Links.Select(link => link.GetAttribute("href")), href =>
            href!.StartsWith("javascript", StringComparison.OrdinalIgnoreCase)
        );
    }

    private static int Packed(string html)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(html));
        return (int)packed.Length;
    }

    private async Task<string> Everything()
    {
        var tables = await site.Database.Db.Query<string>(
            "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
        );
        var rows = new StringBuilder();
        foreach (var table in tables)
            rows.AppendLine(await site.Database.Db.One<string?>($"select string_agg(t::text, E'\\n') from {table} t"));
        return rows.ToString();
    }

    private sealed class Capture : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose() { }
    }
}
