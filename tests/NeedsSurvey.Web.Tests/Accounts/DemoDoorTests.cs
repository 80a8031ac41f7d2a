using System.Net;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.Web.Tests.Support;

namespace NeedsSurvey.Web.Tests.Accounts;

/// <summary>The second way on from an empty instance's front page: a look around the demo, without an account and without a default password.</summary>
public sealed class DemoDoorTests(WebProgram program) : IClassFixture<WebProgram>
{
    [Fact]
    public async Task The_demo_is_open_to_a_visitor_until_the_owner_has_set_up_and_is_then_the_owners()
    {
        using var visitor = program.NewVisitor();
        var empty = await visitor.Open("/");
        Assert.Equal("Ask what is needed first. Decide after.", empty.Heading);
        (await program.Get<CreateOrganisation>().Run(Actor.Operator, new("Demo Museum", OrganisationKind.Organisation, "", []), isDemo: true, default)).OrThrow();
        var demo = await (await visitor.Open("/")).Press("Explore the demo");
        Assert.Equal("/o/demo-museum", demo.Address.AbsolutePath);
        Assert.NotNull(await program.Get<CreateSetupLink>().Run(default));
        Assert.IsType<Problem.Invalid>((await program.Get<SignIn>().Run(new("demo visitor", "", null), default)).Problem);

        using var owner = program.NewVisitor();
        var token = await program.Get<CreateSetupLink>().Run(default);
        await (await owner.Open("/setup?token=" + token)).Press("Set up", ("name", "Ana"), ("email", "ana@example.org"), ("password", "seven quiet lanterns"), ("organisationName", "Riverside Museum"));
        Assert.Equal("/sign-in", (await visitor.Open("/o/demo-museum")).Address.AbsolutePath);
        Assert.Contains("Demo Museum", (await owner.Open("/organisations")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Explore the demo", (await visitor.Open("/")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await owner.Open("/o/demo-museum/people")).Status);
    }
}
