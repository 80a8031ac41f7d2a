using NeedsSurvey.App;
using NeedsSurvey.App.Demo;

namespace NeedsSurvey.Web.Tests.Story;

/// <summary>An empty instance with a small demo behind the button of its front page.</summary>
public sealed class EmptyInstanceWithDemo : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    /// <summary>The demo's first page as a new visitor finds it.</summary>
    public async Task<Page> Enter() => await (await Site.NewPageClient().Open("/")).Press("Explore the demo");

    public async Task InitializeAsync()
    {
        Site = await TestSite.New();
        // The button makes the demo where there is none; a small one is as good here.
        Assert.True((await Site.Get<CreateDemo>().Run(Actor.Operator, 60, onlyFirst: true)).OrThrow().IsNew);
    }

    public Task DisposeAsync() => Site.DisposeAsync();
}
