// The real web program on a real port and a database of its own: `public sealed class MyTests(WebProgram program) : IClassFixture<WebProgram>`.

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NeedsSurvey.App.Tests.Support;
using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Web.Tests.Support;

/// <summary>A running program for a test class.</summary>
public sealed class WebProgram : IAsyncLifetime
{
    private readonly Settings settings;
    private WebApplication app = null!;

    /// <summary>For xunit's class fixtures.</summary>
    public WebProgram() : this(null)
    {
    }

    private WebProgram(Settings? settings) => this.settings = (settings ?? new Settings()) with { Urls = "http://127.0.0.1:0" };

    /// <summary>Its database.</summary>
    public TestDatabase Database { get; private set; } = null!;

    /// <summary>Where it listens, ending in a slash.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Its services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>A program for one test, with settings of its own; dispose of it with <see cref="DisposeAsync"/>.</summary>
    public static async Task<WebProgram> New(Settings? settings = null)
    {
        var program = new WebProgram(settings);
        await program.InitializeAsync();
        return program;
    }

    /// <summary>An operation or another service.</summary>
    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A browser without script: cookies, redirects, forms.</summary>
    public Visitor NewVisitor() => new(Address);

    /// <summary>A bare client that neither follows redirects nor keeps cookies.</summary>
    public HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        Database = await TestDatabase.New();
        app = Site.Build(this.settings, Database.Sources);
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
        await Get<Readiness>().Reach(_ => { }, CancellationToken.None);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Database.DisposeAsync();
    }
}
