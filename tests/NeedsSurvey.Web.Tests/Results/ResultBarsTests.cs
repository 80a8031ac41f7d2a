using NeedsSurvey.App;

namespace NeedsSurvey.Web.Tests.Results;

public sealed class ResultBarsTests(TestSite site) : IClassFixture<TestSite>
{
    // figures, 21 of the fresh tester: a scale of 1 to 5 has nothing below 1.
    [Fact]
    public async Task A_mean_in_the_middle_of_its_scale_has_half_a_bar()
    {
        var organisation = await site.Data.Organisation();
        var initiative = await organisation.Listening();
        await initiative.Answers(3, housing: "3 1");
        var owner = await site.SignedIn(Role.Owner, organisation.Slug);
        var page = await owner.Pages.Open($"/o/{organisation.Slug}/{initiative.Slug}/surveys/{initiative.Survey}/results");
        Assert.Contains("from 1 to 5", page.Words, StringComparison.Ordinal);
        Assert.Matches("class=\"fill-primary\" fill=\"[^\"]*\" width=\"50%\" height=\"14\"", page.Html);
    }
}
