using Microsoft.AspNetCore.Routing.Patterns;
using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.Web.Tests.Accounts;

/// <summary>Initiatives and an organisation's own pages share the addresses under <c>/o/{org}/</c>.</summary>
public sealed class AddressTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task No_initiative_takes_the_address_of_a_page_of_the_organisation()
    {
        var owner = await site.SignedIn();
        var pages = RouteTable
            .Of(site)
            .Select(route => route.Pattern.PathSegments)
            .Where(path =>
                path.Count > 2 && path[0].Parts is [RoutePatternLiteralPart { Content: "o" }] && path[2].Parts is [RoutePatternLiteralPart]
            )
            .Select(path => ((RoutePatternLiteralPart)path[2].Parts[0]).Content)
            .Distinct()
            .ToList();
        Assert.Contains("people", pages);
        foreach (var page in pages)
        {
            var made = (
                await site.Get<CreateInitiative>().Run(owner.Actor, owner.Org, new() { Title = page, Stance = Stance.Allyship }, default)
            ).OrThrow();
            Assert.NotEqual(page, made.Slug);
        }
    }
}
