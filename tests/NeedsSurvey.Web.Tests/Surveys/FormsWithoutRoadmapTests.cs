using System.Net;

namespace NeedsSurvey.Web.Tests.Surveys;

/// <summary>
/// An organiser's form is taken without the roadmap's dozen counts. Here the roadmap cannot be read, since a table of its query is away:
/// a form that still leads on has not asked for it. The page that it leads to shows the stages, and fails.
/// </summary>
public sealed class FormsWithoutRoadmapTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Definition = """
        {"title":"Rent","languages":["en","es"],"choices":{"areas":[{"name":"north","label":"North"},{"name":"south","label":"South"}]},
         "questions":[
          {"type":"select_one","name":"age","group_role":"age","label":"Age","choices":[{"name":"young","label":"Under 25"},
              {"name":"old","label":"25 and over"}]},
          {"type":"select_one","name":"area","label":"Where?","choices":"areas"}]}
        """;

    [Theory]
    [InlineData("/questions/new?kind=text", "Add to the survey", "label.en", "What about the rent?", "")]
    [InlineData("/questions/area", "Save", "label.en", "Where do you live?", "")]
    [InlineData("/lists/areas", "Save the list", "choice.0.label.en", "The north", "")]
    [InlineData("/settings", "Save", "why.en", "To learn about rents", "")]
    [InlineData("/sample-design", "Save", "people.0.0", "40", "/sample-design?saved=1")]
    [InlineData("/json", "Save", "definition", """{"title":"Rents","questions":[]}""", "")]
    [InlineData("/translate?language=es", "Save translations", "t.0.words", "Alquiler", "/translate?language=es&saved=1")]
    public async Task A_form_about_a_survey_is_taken(string path, string button, string field, string typed, string leadsTo)
    {
        var survey = await Begin();
        await LeadsOn(
            await survey.Client.Open(survey.Address.AbsolutePath + path),
            button,
            survey.Address.AbsolutePath + leadsTo,
            (field, typed)
        );
    }

    [Fact]
    public async Task The_known_shares_of_a_community_are_taken()
    {
        var survey = await Begin();
        var community = survey.Address.AbsolutePath.Split("/surveys/")[0] + "/community";
        await LeadsOn(
            await survey.Client.Open(community),
            "Save the shares",
            community + "?saved=1",
            ("group.0.row.0", "19"),
            ("group.0.row.1", "81"),
            ("group.0.source", "Census")
        );
    }

    [Fact]
    public async Task A_page_of_the_trial_is_shown()
    {
        var survey = await Begin();
        var first = await survey.Client.Open(survey.Address.AbsolutePath + "/try");
        Assert.Equal(HttpStatusCode.OK, (await Without(() => first.Press("Start"))).Status);
    }

    private async Task LeadsOn(Page form, string button, string address, params (string, string)[] fields)
    {
        var after = await Without(() => form.Press(button, fields));
        Assert.Equal((address, HttpStatusCode.InternalServerError), (after.Address.PathAndQuery, after.Status));
        Assert.Equal(HttpStatusCode.OK, (await form.Client.Open(address)).Status);
    }

    private async Task<Page> Without(Func<Task<Page>> press)
    {
        await site.Database.Execute("alter table gate_override rename to gate_override_away");
        try
        {
            return await press();
        }
        finally
        {
            await site.Database.Execute("alter table gate_override_away rename to gate_override");
        }
    }

    private async Task<Page> Begin()
    {
        var owner = await site.SignedIn();
        var initiative = await (await owner.Pages.Open($"/o/{owner.Org}/initiatives/new")).Press(
            "Begin the initiative",
            ("title", "Open doors"),
            ("stance", "Allyship")
        );
        return await (await owner.Pages.Open(initiative.Address.AbsolutePath + "/surveys/new")).Press(
            "Begin from this definition",
            ("definition", Definition)
        );
    }
}
