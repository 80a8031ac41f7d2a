using System.Net;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Tests.Story;

/// <summary>The demo once an owner has set up the instance on which somebody had entered it.</summary>
public sealed class DemoAfterSetUpTests(DemoAfterSetUpTests.Owned owned) : IClassFixture<DemoAfterSetUpTests.Owned>
{
    [Fact]
    public async Task It_is_the_owners()
    {
        Assert.Contains("Riverside Neighbours (demo)", (await owned.Owner.Open("/organisations")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await owned.Owner.Open("/o/riverside-neighbours-demo/people")).Status);
    }

    [Fact]
    public async Task Whoever_was_inside_is_asked_to_sign_in() =>
        Assert.Equal("/sign-in", (await owned.Visitor.Open("/o/riverside-neighbours-demo")).Address.AbsolutePath);

    [Fact]
    public async Task The_door_is_closed()
    {
        Assert.DoesNotContain("Explore the demo", (await owned.Visitor.Open("/")).Words, StringComparison.Ordinal);
        Assert.IsType<Problem.Gone>((await owned.Site.Get<App.Demo.ExploreDemo>().Run(default)).Problem);
    }

    [Fact]
    public async Task Whoever_has_no_account_is_told_what_is_open_to_them() =>
        Assert.Contains(
            "Everything else on this page is open to you",
            (await owned.Visitor.Open("/demo?language=en")).Words,
            StringComparison.Ordinal
        );

    /// <summary>A visitor inside, and the owner who came after.</summary>
    public sealed class Owned : IAsyncLifetime
    {
        private readonly EmptyInstanceWithDemo instance = new();

        public TestSite Site => instance.Site;
        public PageClient Visitor { get; private set; } = null!;
        public PageClient Owner { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await instance.InitializeAsync();
            Visitor = (await instance.Enter()).Client;
            Owner = Site.NewPageClient();
            await (await Owner.Open("/setup?token=" + await Site.Get<CreateSetupLink>().Run(default))).Press(
                "Set up",
                ("name", "Ana"),
                ("email", "ana@example.org"),
                ("password", TestData.Password),
                ("organisationName", "Riverside Museum")
            );
        }

        public Task DisposeAsync() => instance.DisposeAsync();
    }
}
