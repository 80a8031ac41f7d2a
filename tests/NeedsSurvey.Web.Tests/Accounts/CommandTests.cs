using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace NeedsSurvey.Web.Tests.Accounts;

/// <summary>The set-up link that <c>serve</c> prints, and the verbs of this room, as processes.</summary>
public sealed partial class CommandTests(CommandTests.Used used) : IClassFixture<CommandTests.Used>
{
    [Fact]
    public void Every_start_prints_another_set_up_link()
    {
        Assert.NotEqual("", used.Links[0]);
        Assert.NotEqual(used.Links[0], used.Links[1]);
        Assert.StartsWith(used.Program.Address.ToString(), used.Links[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_printed_link_sets_up_the_first_owner() => Assert.Equal("/o/riverside-museum", used.Home.Address.AbsolutePath);

    [Fact]
    public async Task Create_key_prints_a_working_key_alone()
    {
        var (code, key) = await Verb("create-key", "--organisation", "riverside-museum", "--role", "analyst", "--name", "nightly export");
        Assert.Equal(0, code);
        Assert.Matches("^ns_[A-Za-z0-9_-]{43}\n$", key);
        using var client = new HttpClient { BaseAddress = used.Program.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Trim());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/organisations/riverside-museum")).StatusCode);
    }

    [Theory]
    [InlineData("nowhere", "analyst", "x")]
    [InlineData("riverside-museum", "emperor", "x")]
    [InlineData("riverside-museum", "analyst", " ")]
    public async Task A_key_that_cannot_be_made_exits_2_with_nothing_printed(string organisation, string role, string name) =>
        Assert.Equal((2, ""), await Verb("create-key", "--organisation", organisation, "--role", role, "--name", name));

    [Fact]
    public async Task Create_password_link_prints_a_working_link_alone()
    {
        var (code, link) = await Verb("create-password-link", "--email", "ana@example.org");
        Assert.Equal(0, code);
        Assert.Matches("^http://[^/]+/password\\?token=[A-Za-z0-9_-]{43}\n$", link);
        using var forgetful = new PageClient(used.Program.Address);
        var inside = await (await forgetful.Open(new Uri(link.Trim()).PathAndQuery)).Press(
            "Set password and sign in",
            ("newPassword", "eight loud lanterns")
        );
        Assert.Equal("/o/riverside-museum", inside.Address.AbsolutePath);
    }

    private async Task<(int Code, string Output)> Verb(params string[] arguments)
    {
        await using var process = ProgramProcess.Start(
            Path.GetTempPath(),
            arguments,
            ("ConnectionStrings__Postgres", used.Database.ConnectionString)
        );
        var code = await process.UntilEnd();
        return (
            code,
            string.Join("", process.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r') + "\n"))
        );
    }

    [GeneratedRegex("http://[^\\s]+/setup\\?token=[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex SetUpLink();

    /// <summary>A program that was started twice on an empty database, and set up after the second time.</summary>
    public sealed class Used : IAsyncLifetime
    {
        public TestDatabase Database { get; private set; } = null!;
        public ProgramProcess Program { get; private set; } = null!;

        /// <summary>What each start printed.</summary>
        public string[] Links { get; private set; } = null!;

        /// <summary>Where set-up ended.</summary>
        public Page Home { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Database = await TestDatabase.New();
            string unused;
            await using (var first = await Start())
                unused = SetUpLink().Match(first.Output).Value;
            Program = await Start();
            Links = [unused, SetUpLink().Match(Program.Output).Value];
            var form = await new PageClient(Program.Address).Open(new Uri(Links[1]).PathAndQuery);
            Home = await form.Press(
                "Set up",
                ("name", "Ana"),
                ("email", "ana@example.org"),
                ("password", TestData.Password),
                ("organisationName", "Riverside Museum")
            );
        }

        public async Task DisposeAsync()
        {
            await Program.DisposeAsync();
            await Database.DisposeAsync();
        }

        // It is ready before it has printed the link.
        private async Task<ProgramProcess> Start()
        {
            var database = ("ConnectionStrings__Postgres", Database.ConnectionString);
            var program = await ProgramProcess.Start(Path.GetTempPath(), null, database).UntilReady();
            await program.UntilSaid("/setup?token=");
            return program;
        }
    }
}
