using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.Web.Tests.Surveys;

/// <summary>A new initiative and survey through the pages, as an organiser begins them.</summary>
internal static class EditorBeginning
{
    /// <summary>Two questions in two languages, the second asked under a condition.</summary>
    public const string Rent = """
        {"title":"Rent","languages":["en","es"],"questions":[
          {"type":"select_one","name":"rents","label":{"en":"Do you rent?","es":"¿Alquila?"},"choices":[{"name":"yes","label":{"en":"Yes",
              "es":"Sí"}},{"name":"no","label":"No"}]},
          {"type":"text","name":"why","label":"What about the rent?","relevant":"${rents} = 'yes'"}]}
        """;

    public static async Task<Page> BeginInitiative(this SignedInPerson owner, string title = "Open doors")
    {
        var home = await owner.Pages.Open($"/o/{owner.Org}");
        var form = await home.Follow(home.Document.QuerySelector("h2#empty-title") is null ? "New initiative" : "Begin an initiative");
        return await form.Press("Begin the initiative", ("title", title), ("stance", "Allyship"));
    }

    public static async Task<Page> BeginBlank(this SignedInPerson owner, string title) =>
        await (await owner.NewSurvey()).Press("Begin a blank survey", ("title", title));

    public static async Task<Page> BeginFrom(this SignedInPerson owner, string definition) =>
        await (await owner.NewSurvey()).Press("Begin from this definition", ("definition", definition));

    /// <summary>The page of ways to begin a survey, of a new initiative.</summary>
    public static async Task<Page> NewSurvey(this SignedInPerson owner) =>
        await owner.Pages.Open((await owner.BeginInitiative()).Address.AbsolutePath + "/surveys/new");

    /// <summary>The form for another question.</summary>
    public static Task<Page> NewQuestion(this Page outline, string kind) =>
        outline.Client.Open($"{outline.Address.AbsolutePath}/questions/new?kind={kind}");

    /// <summary>What is stored of the survey that an outline shows.</summary>
    public static async Task<SurveyView> Read(this TestSite site, SignedInPerson owner, Page outline) =>
        (await site.Get<ReadSurvey>().Run(owner.Actor, outline.Address.AbsolutePath.Split('/')[5], default)).OrThrow();
}
