using System.Net;
using NeedsSurvey.Web.Tests.Responses;

namespace NeedsSurvey.Web.Tests.Hosting.Faults;

/// <summary>Faults 5 and P-5: two real servers, one of which is lost.</summary>
public sealed class FailOverTests
{
    [SkippableFact]
    public async Task Fault_5_while_no_primary_is_there_answers_wait_on_the_page_until_one_is()
    {
        await using var first = await PostgresNode.Primary(await OwnServers.Binaries());
        await using var second = await first.Standby();
        var database = await first.NewDatabase();
        var hosts = PostgresNode.ConnectionTo($"127.0.0.1:{first.Port},127.0.0.1:{second.Port}", database);
        var site = await TestSite.On(hosts + ";Target Session Attributes=primary");
        var slug = await site.Data.Survey(SampleSurveys.OneQuestion);
        using var client = site.NewClient();
        Assert.Equal(HttpStatusCode.Created, await client.Submit(slug));
        var page = await (await site.NewPageClient().Open("/s/" + slug)).Press("Start");
        page = await page.Press("Continue", ("story", "Kept over a fail-over."));
        await first.UntilSeenBy(second);
        await first.Kill();

        // More than once each, and together: the first ones meet broken connections, later ones find no host.
        for (var round = 0; round < 4; round++)
        {
            page = await page.Press("Submit");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
            Assert.Contains("Kept over a fail-over.", page.Words, StringComparison.Ordinal);
            var all = await Task.WhenAll(
                Enumerable
                    .Range(0, 10)
                    .Select(_ => client.Submit(slug))
                    .Append(Status(client, "s/unknown"))
                    .Append(Status(client, "health/ready"))
            );
            Assert.All(all, status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
        }

        await second.Promote();
        for (var tries = 0; page.Status == HttpStatusCode.ServiceUnavailable && tries < 100; tries++)
        {
            await Task.Delay(100);
            page = await page.Press("Submit");
        }
        Assert.Equal("Thank you", page.Heading);
        Assert.Equal(2, await site.Rows(slug));
        await site.DisposeAsync();
    }

    [SkippableFact]
    public async Task Fault_P5_a_commit_without_its_synchronous_standby_is_heard()
    {
        await using var node = await PostgresNode.Primary(await OwnServers.Binaries());
        var database = await node.NewDatabase();
        var site = await TestSite.On(node.Connection(database) + ";Command Timeout=1");
        var slug = await site.Data.Survey(SampleSurveys.OneQuestion);
        using var client = site.NewClient();
        Assert.Equal((HttpStatusCode.OK, "ready\n"), await site.Ready());
        await node.Run("alter system set synchronous_standby_names = 'away'");
        await node.Run("select pg_reload_conf()");
        await Task.Delay(200);
        Assert.Equal(HttpStatusCode.Created, await client.Submit(slug));
        Assert.Equal(1, site.Database.Sources.Unreplicated);
        var check = await (await (await site.NewPageClient().Open("/s/" + slug)).Press("Start")).Press("Continue");
        Assert.Contains(
            "A second copy, on another machine, is still to come.",
            (await check.Press("Submit")).Words,
            StringComparison.Ordinal
        );
        var ready = await site.Ready();
        Assert.Equal(HttpStatusCode.OK, ready.Status);
        Assert.Contains("The synchronous standby does not confirm", ready.Words, StringComparison.Ordinal);
        await site.DisposeAsync();
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        return answer.StatusCode;
    }
}
