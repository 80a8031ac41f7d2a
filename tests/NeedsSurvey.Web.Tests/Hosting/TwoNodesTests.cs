// threat-model.md 59: two processes on one PostgreSQL, and a balancer that sends every request to the other one. Nothing may live in one
// of them alone.

using System.Net;

namespace NeedsSurvey.Web.Tests.Hosting;

/// <summary>Nodes know what the others know.</summary>
public sealed class TwoNodesTests(TwoNodesTests.Nodes nodes) : IClassFixture<TwoNodesTests.Nodes>
{
    private const string Password = "seven quiet lanterns";

    [SlowFact]
    public async Task Every_way_into_an_account_works_with_a_different_node_at_each_step()
    {
        using var owner = nodes.Balanced();
        var links = new[] { nodes.First, nodes.Second }.Select(node => Link(node)).ToList();
        var setUp = await owner.Open(links[0]);
        var home = await setUp.Press(
            "Set up",
            ("name", "Ana"),
            ("email", "ana@example.org"),
            ("password", Password),
            ("organisationName", "Valley Museum")
        );
        Assert.Equal("/o/valley-museum", home.Address.AbsolutePath);
        // One owner, however many nodes printed a link.
        Assert.Equal(HttpStatusCode.Gone, (await owner.Open(links[1])).Status);

        var people = await owner.Open("/o/valley-museum/people");
        var invited = await people.Press("Make invitation link", ("role", "Viewer"));
        var link = new Uri(invited.Document.QuerySelector("#shown-once")!.TextContent).PathAndQuery;
        using var viewer = nodes.Balanced();
        var joined = await (await viewer.Open(link)).Press(
            "Make an account and join",
            ("name", "Ben"),
            ("email", "ben@example.org"),
            ("password", Password)
        );
        Assert.Equal("/o/valley-museum", joined.Address.AbsolutePath);

        // Signed out on one is signed out on the other.
        await (await viewer.Open("/account")).Press("Sign out");
        foreach (var _ in "12")
            Assert.Equal("/sign-in", (await viewer.Open("/account")).Address.AbsolutePath);
        var back = await (await viewer.Open("/sign-in")).Press("Sign in", ("email", "ben@example.org"), ("password", Password));
        Assert.Equal("/o/valley-museum", back.Address.AbsolutePath);
    }

    [Fact]
    public async Task An_answer_goes_its_whole_way_with_a_different_node_at_each_step()
    {
        var slug = await TestData.On(nodes.Database).Survey(SampleSurveys.OneQuestion);
        using var respondent = nodes.Balanced();
        var question = await (await respondent.Open("/s/" + slug)).Press("Start");
        var check = await question.Press("Continue", ("story", "The rent rose again."));
        var thanks = await check.Press("Submit");
        var receipt = thanks.Document.QuerySelector(".code")!.TextContent;
        // The same page sent again, now to the other node, is the same answer.
        Assert.Equal(receipt, (await check.Press("Submit")).Document.QuerySelector(".code")!.TextContent);
        Assert.Equal(
            "What happened with my words",
            (await (await respondent.Open("/receipt")).Press("Show me", ("code", receipt))).Heading
        );
        Assert.Equal(1, await nodes.Database.Db.One<long>("select count(*) from response"));
        Assert.Empty(respondent.Cookies);
    }

    [Fact]
    public async Task Nodes_that_start_at_once_on_an_empty_database_make_one_key_between_them() =>
        Assert.Equal(1, await nodes.Database.Db.One<long>("select count(*) from data_protection_key"));

    private static string Link(ProgramProcess node)
    {
        var at = node.Output.IndexOf("/setup?token=", StringComparison.Ordinal);
        Assert.True(at >= 0, node.Output);
        return node.Output[at..].Split('\n')[0].Trim();
    }

    /// <summary>Two processes, started together on one empty database.</summary>
    public sealed class Nodes : IAsyncLifetime
    {
        private readonly string directory = Directory.CreateTempSubdirectory("needssurvey-nodes-").FullName;

        public TestDatabase Database { get; private set; } = null!;
        public ProgramProcess First { get; private set; } = null!;
        public ProgramProcess Second { get; private set; } = null!;

        /// <summary>A browser whose every request goes to the other node than the one before.</summary>
        public PageClient Balanced() => new(First.Address, Second.Address);

        public async Task InitializeAsync()
        {
            Database = await TestDatabase.New(migrated: false);
            (First, Second) = (Start(), Start());
            await Task.WhenAll(First.UntilReady(), Second.UntilReady());
            await Task.WhenAll(First.UntilSaid("/setup?token="), Second.UntilSaid("/setup?token="));
        }

        public async Task DisposeAsync()
        {
            await First.DisposeAsync();
            await Second.DisposeAsync();
            await Database.DisposeAsync();
            Directory.Delete(directory, recursive: true);
        }

        private ProgramProcess Start() => ProgramProcess.Start(directory, null, ("ConnectionStrings__Postgres", Database.ConnectionString));
    }
}
