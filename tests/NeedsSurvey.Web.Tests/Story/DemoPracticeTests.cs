using System.Net;
using NeedsSurvey.App;

namespace NeedsSurvey.Web.Tests.Story;

/// <summary>
/// What a visitor of the demo may try, on a copy of it, and that nothing of it stays (pages, row 22: demo guests may try everything that is
/// undone on leaving).
/// </summary>
public sealed class DemoPracticeTests(EmptyInstanceWithDemo door) : IClassFixture<EmptyInstanceWithDemo>
{
    private async Task<Page> Copy() => await (await door.Enter()).Press("Try everything on a copy");

    // Every table with how many rows it has, but for the history of the program itself and the sessions.
    private Task<string> Rows() =>
        door.Site.Database.Db.One<string>(
            """
            select string_agg(concat(t.name, ' ', (xpath('/row/c/text()',
                query_to_xml(format('select count(*) as c from %I', t.name), false, true, '')))[1]), ', ' order by t.name)
            from (select tablename::text as name from pg_tables where schemaname = 'public') t
            where t.name not in ('audit_entry', 'session', 'data_protection_key')
            """
        );

    private async Task Sessions(string does)
    {
        var changed = await door.Site.Database.Db.Collect<Done>(async tx =>
        {
            await tx.Execute(does);
            return Done.It;
        });
        changed.OrThrow();
    }

    private const string OfVisitors = "where account_id in (select account_id from account where is_guest)";

    [Fact]
    public async Task A_visitor_may_open_whatever_an_organiser_may_on_a_copy()
    {
        var home = await Copy();
        Assert.NotEqual("/o/riverside-neighbours-demo/what-riverside-needs-demo-data", home.Address.AbsolutePath);
        foreach (var page in new[] { "listen", "needs/read", "goals/new", "report", "needs/codebook" })
            Assert.Equal((page, HttpStatusCode.OK), (page, (await home.Client.Open($"{home.Address.AbsolutePath}/{page}")).Status));
    }

    [Fact]
    public async Task What_a_visitor_changes_on_the_copy_is_kept_until_they_leave()
    {
        var home = await Copy();
        var goals = await home.Client.Open(home.Address.AbsolutePath + "/goals/new");
        Assert.Contains("A goal to try", (await goals.Press("Save draft", ("title", "A goal to try"))).Words, StringComparison.Ordinal);
        Assert.Contains("A goal to try", (await home.Client.Open(home.Address.AbsolutePath + "/goals")).Words, StringComparison.Ordinal);
    }

    [SlowFact]
    public async Task Nothing_of_what_was_tried_is_left_when_the_visitor_has_gone()
    {
        await Sessions($"delete from session {OfVisitors}");
        await (await door.Enter()).Press("Leave the demo");
        var before = await Rows();
        var home = await Copy();
        var goals = await home.Client.Open(home.Address.AbsolutePath + "/goals/new");
        await goals.Press("Save draft", ("title", "A goal to try"));
        Assert.NotEqual(before, await Rows());
        await (await home.Client.Open("/demo")).Press("Leave the demo");
        Assert.Equal(before, await Rows());
    }

    [SlowFact]
    public async Task The_demo_itself_stays_as_it_is()
    {
        var home = await Copy();
        var refused = await home.Client.Open("/o/riverside-neighbours-demo/what-riverside-needs-demo-data/goals/new");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }

    [SlowFact]
    public async Task A_second_visitor_finds_the_copy_that_is_there() =>
        Assert.Equal((await Copy()).Address.AbsolutePath, (await Copy()).Address.AbsolutePath);

    [Fact]
    public async Task Who_leaves_does_not_end_the_trying_of_others()
    {
        var home = await Copy();
        await (await home.Client.Open(home.Address.AbsolutePath + "/goals/new")).Press("Save draft", ("title", "Mine to try"));
        await (await door.Enter()).Press("Leave the demo");
        Assert.Contains("Mine to try", (await home.Client.Open(home.Address.AbsolutePath + "/goals")).Words, StringComparison.Ordinal);
    }

    [SlowFact]
    public async Task A_copy_that_nobody_was_seen_on_for_a_day_is_not_found_by_the_next_visitor()
    {
        var home = await Copy();
        await (await home.Client.Open(home.Address.AbsolutePath + "/goals/new")).Press("Save draft", ("title", "Left behind"));
        await Sessions($"update session set seen_at = now() - interval '25 hours' {OfVisitors}");
        var next = await Copy();
        Assert.DoesNotContain(
            "Left behind",
            (await next.Client.Open(next.Address.AbsolutePath + "/goals")).Words,
            StringComparison.Ordinal
        );
    }
}
