using System.Net;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Demo;
using NeedsSurvey.App.Exchange;

namespace NeedsSurvey.Web.Tests.Story;

/// <summary>
/// The second way on from an empty instance's front page: a look around the demo, without an account and without a default password.
/// </summary>
public sealed class DemoDoorTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_demo_is_open_to_a_visitor_who_changes_nothing_until_the_owner_has_set_up_and_is_then_the_owners()
    {
        // The button makes the demo where there is none; a small one is as good here.
        Assert.True((await site.Get<CreateDemo>().Run(Actor.Operator, 60)).OrThrow().IsNew);
        using var visitor = site.NewPageClient();
        var demo = await (await visitor.Open("/")).Press("Explore the demo");
        Assert.Equal("/demo", demo.Address.AbsolutePath);
        Assert.Contains("invented", demo.Words, StringComparison.Ordinal);

        var home = await demo.Follow("See the organiser’s side");
        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Contains("Demo data", home.Html, StringComparison.Ordinal);
        foreach (var stage in new[] { "listen", "needs", "hearing", "goals", "report" })
            Assert.Equal((stage, HttpStatusCode.OK), (stage, (await visitor.Open($"{home.Address.AbsolutePath}/{stage}")).Status));
        Assert.Equal(HttpStatusCode.OK, (await (await visitor.Open("/demo")).Follow("Open the survey")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await visitor.Open("/demo")).Follow("Read the report")).Status);

        // Looking is all a visitor may: no organisation of their own, no account page, no way in by the sign-in page.
        var refused = await (await visitor.Open("/organisations")).Press("Make organisation", ("name", "Mine"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        var account = await visitor.Open("/account");
        Assert.Equal((HttpStatusCode.Forbidden, "Visitors have no account"), (account.Status, account.Heading));
        Assert.Equal("/demo", (await account.Follow("Back to the demo")).Address.AbsolutePath);
        Assert.DoesNotContain("Your account", home.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open("/o/riverside-neighbours-demo/initiatives/new")).Status);
        var guest = await site.Database.Db.One<string>("select email from account where is_guest");
        Assert.IsType<Problem.Invalid>((await site.Get<SignIn>().Run(new(guest, "", null), default)).Problem);

        using var owner = site.NewPageClient();
        var token = await site.Get<CreateSetupLink>().Run(default);
        Assert.NotNull(token);
        await (await owner.Open("/setup?token=" + token)).Press(
            "Set up",
            ("name", "Ana"),
            ("email", "ana@example.org"),
            ("password", "seven quiet lanterns"),
            ("organisationName", "Riverside Museum")
        );
        Assert.Equal("/sign-in", (await visitor.Open("/o/riverside-neighbours-demo")).Address.AbsolutePath);
        Assert.Contains("Riverside Neighbours (demo)", (await owner.Open("/organisations")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await owner.Open("/o/riverside-neighbours-demo/people")).Status);
        Assert.DoesNotContain("Explore the demo", (await visitor.Open("/")).Words, StringComparison.Ordinal);
        Assert.IsType<Problem.Gone>((await site.Get<ExploreDemo>().Run(default)).Problem);
    }
}
