using System.Net;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Tests.Accounts;

/// <summary>The first owner's way into an empty instance.</summary>
public sealed class SetUpTests(SetUpTests.Instance instance) : IClassFixture<SetUpTests.Instance>
{
    [Fact]
    public void The_front_page_of_an_empty_instance_speaks_of_the_link() =>
        Assert.Contains("one-time link", instance.Front.Words, StringComparison.Ordinal);

    [Fact]
    public void A_set_up_form_with_a_fault_comes_back_filled()
    {
        var refused = instance.Refused;
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("Error:", refused.Document.Title, StringComparison.Ordinal);
        Assert.Equal("#f-password", refused.Document.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.NotNull(refused.Document.QuerySelector("#f-password"));
        Assert.Equal("ana@example.org", refused.Document.QuerySelector("#f-email")!.GetAttribute("value"));
    }

    [Fact]
    public void Set_up_ends_in_the_new_organisation() => Assert.Equal("/o/riverside-museum", instance.Home.Address.AbsolutePath);

    [Fact]
    public async Task No_link_works_after_set_up()
    {
        foreach (var used in instance.Tokens)
            Assert.Equal(HttpStatusCode.Gone, (await instance.Site.NewPageClient().Open("/setup?token=" + used)).Status);
    }

    [Fact]
    public async Task No_link_is_made_after_set_up() => Assert.Null(await instance.Site.Get<CreateSetupLink>().Run(default));

    /// <summary>A program that was empty until its first owner set it up, by the second try; and the pages on the way.</summary>
    public sealed class Instance : IAsyncLifetime
    {
        public TestSite Site { get; private set; } = null!;
        public string[] Tokens { get; private set; } = null!;
        public Page Front { get; private set; } = null!;
        public Page Refused { get; private set; } = null!;
        public Page Home { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Site = await TestSite.New();
            var visitor = Site.NewPageClient();
            Front = await visitor.Open("/");
            Tokens = [(await Site.Get<CreateSetupLink>().Run(default))!, (await Site.Get<CreateSetupLink>().Run(default))!];
            var page = await visitor.Open("/setup?token=" + Tokens[0]);
            Assert.Equal("Set up NeedsSurvey", page.Heading);
            Refused = await page.Press(
                "Set up",
                ("name", "Ana"),
                ("email", "ana@example.org"),
                ("password", "short"),
                ("organisationName", "Riverside Museum")
            );
            Home = await Refused.Press("Set up", ("password", TestData.Password));
        }

        public Task DisposeAsync() => Site.DisposeAsync();
    }
}
