using System.Net;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Tests.Story;

/// <summary>
/// The second way on from an empty instance's front page: a look around the demo, without an account and without a default password.
/// </summary>
public sealed class DemoVisitorTests(EmptyInstanceWithDemo instance) : IClassFixture<EmptyInstanceWithDemo>
{
    [Fact]
    public async Task Whoever_enters_is_told_that_the_demo_is_invented()
    {
        var demo = await instance.Enter();
        Assert.Equal("/demo", demo.Address.AbsolutePath);
        Assert.Contains("invented", demo.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_sees_every_stage_from_the_organisers_side()
    {
        var home = await (await instance.Enter()).Follow("See the organiser’s side");
        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Contains("Demo data", home.Html, StringComparison.Ordinal);
        foreach (var stage in new[] { "listen", "needs", "hearing", "goals", "report" })
            Assert.Equal((stage, HttpStatusCode.OK), (stage, (await home.Client.Open($"{home.Address.AbsolutePath}/{stage}")).Status));
    }

    [Theory]
    [InlineData("Open the survey")]
    [InlineData("Read the report")]
    public async Task A_visitor_sees_what_the_public_sees(string link) =>
        Assert.Equal(HttpStatusCode.OK, (await (await instance.Enter()).Follow(link)).Status);

    [Theory]
    [InlineData("es", "Un barrio al que se preguntó primero")]
    [InlineData("ar", "حيّ سُئل أهله أولًا")]
    [InlineData("de", "Ein Viertel, das zuerst gefragt wurde")]
    public async Task The_demo_is_told_in_the_visitors_language(string language, string heading) =>
        Assert.Equal(heading, (await instance.Site.NewPageClient().Open($"/demo?language={language}")).Heading);

    [Fact]
    public async Task What_the_demo_leads_to_keeps_the_language() =>
        Assert.Equal(
            "es",
            (
                await (await instance.Site.NewPageClient().Open("/demo?language=es")).Follow("Leer el informe")
            ).Document.DocumentElement.GetAttribute("lang")
        );

    [Fact]
    public async Task A_visitor_may_make_nothing()
    {
        var visitor = (await instance.Enter()).Client;
        var refused = await (await visitor.Open("/organisations")).Press("Make organisation", ("name", "Mine"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open("/o/riverside-neighbours-demo/initiatives/new")).Status);
    }

    [Fact]
    public async Task A_visitor_has_no_account()
    {
        var demo = await instance.Enter();
        var home = await demo.Follow("See the organiser’s side");
        Assert.DoesNotContain("Your account", home.Html, StringComparison.Ordinal);
        var account = await demo.Client.Open("/account");
        Assert.Equal((HttpStatusCode.Forbidden, "Visitors have no account"), (account.Status, account.Heading));
        Assert.Equal("/demo", (await account.Follow("Back to the demo")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_visitor_cannot_sign_in()
    {
        await instance.Enter();
        var guest = await instance.Site.Database.Db.One<string>("select email from account where is_guest");
        Assert.IsType<Problem.Invalid>((await instance.Site.Get<SignIn>().Run(new(guest, "", null), default)).Problem);
    }
}
