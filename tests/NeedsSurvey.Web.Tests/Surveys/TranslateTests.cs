using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Tests.Surveys;

/// <summary>A Translator fills a language side by side with the original and touches nothing else.</summary>
public sealed class TranslateTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Definition = """
        {"title":"Rent","languages":["en","es"],"questions":[
          {"type":"select_one","name":"rents","label":"Do you rent?","choices":[{"name":"yes","label":"Yes"},{"name":"no","label":"No"}]},
          {"type":"select_one","name":"owns","label":"Do you own?","choices":[{"name":"yes","label":"Yes"},{"name":"no","label":"No"}]}]}
        """;

    private async Task<(SignedInPerson Owner, string Address, string Slug)> Begin()
    {
        var owner = await site.SignedIn();
        var initiative = await (await owner.Pages.Open($"/o/{owner.Org}/initiatives/new")).Press(
            "Begin the initiative",
            ("title", "Open doors"),
            ("stance", "Allyship")
        );
        var outline = await (await owner.Pages.Open(initiative.Address.AbsolutePath + "/surveys/new")).Press(
            "Begin from this definition",
            ("definition", Definition)
        );
        return (owner, outline.Address.AbsolutePath, outline.Address.AbsolutePath.Split('/')[5]);
    }

    private async Task<SurveyDefinition> Draft(SignedInPerson owner, string slug) =>
        (await site.Get<ReadSurvey>().Run(owner.Actor, slug, default)).OrThrow().Draft;

    [Fact]
    public async Task A_translator_is_offered_nothing_but_to_translate()
    {
        var (owner, address, _) = await Begin();
        var translator = await site.SignedIn(Role.Translator, owner.Org);
        var outline = await translator.Pages.Open(address);
        Assert.DoesNotContain("Remove", outline.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await outline.Follow("Translate")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await translator.Pages.Open(address + "/questions/rents")).Status);
    }

    /// <summary>The page after a translator has saved two of five texts.</summary>
    private async Task<(SurveyDefinition Draft, Page Page)> Translated()
    {
        var (owner, address, slug) = await Begin();
        var translator = await site.SignedIn(Role.Translator, owner.Org);
        var page = await (await translator.Pages.Open(address)).Follow("Translate");
        Assert.Contains("5 of 5 texts are missing", page.Words, StringComparison.Ordinal);
        page = await page.Press("Save translations", ("t.1.words", "¿Alquila?"), ("t.2.words", "Sí"));
        return (await Draft(owner, slug), page);
    }

    [Fact]
    public async Task A_translator_fills_a_language_beside_the_original()
    {
        var (draft, page) = await Translated();
        Assert.Contains("3 of 5 texts are missing", page.Words, StringComparison.Ordinal);
        Assert.Equal("¿Alquila?", draft.Questions[0].Label!.In("es"));
        Assert.Equal("Yes", ((SelectOneQuestion)draft.Questions[1]).Choices.In(draft)[0].Label.In("en"));
    }

    [Fact]
    public async Task Repeated_words_are_translated_once_for_all_their_places()
    {
        var (draft, _) = await Translated();
        Assert.All(draft.Questions.Cast<SelectOneQuestion>(), question => Assert.Equal("Sí", question.Choices.In(draft)[0].Label.In("es")));
    }

    [Fact]
    public async Task A_translation_finds_its_question_after_it_was_moved()
    {
        var (owner, address, slug) = await Begin();
        var page = await owner.Pages.Open(address + "/translate?language=es");
        await (await owner.Pages.Open(address)).Press("Down: Do you rent?");
        await page.Press("Save translations", ("t.1.words", "¿Alquila?"));
        Assert.Equal("¿Alquila?", (await Draft(owner, slug)).Questions[1].Label!.In("es"));
    }

    [Fact]
    public async Task A_translation_of_words_rewritten_meanwhile_comes_back_alone()
    {
        var (owner, address, slug) = await Begin();
        var page = await owner.Pages.Open(address + "/translate?language=es");
        await (await owner.Pages.Open(address + "/questions/owns")).Press("Save", ("label.en", "Is it yours?"));
        var back = await page.Press("Save translations", ("t.1.words", "¿Alquila?"), ("t.4.words", "¿Es dueño?"));
        Assert.Equal(HttpStatusCode.Conflict, back.Status);
        Assert.Contains("¿Es dueño?", back.Document.QuerySelector(".note.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("¿Alquila?", (await Draft(owner, slug)).Questions[0].Label!.In("es"));
    }

    [Fact]
    public async Task Saving_a_translation_of_any_template_as_it_was_opened_changes_nothing()
    {
        var (owner, address, _) = await Begin();
        foreach (var template in NeedsSurvey.App.Seeds.SeedLibrary.Templates)
        {
            var gallery = await owner.Pages.Open(address[..address.LastIndexOf('/')] + "/new");
            var outline = await gallery.Press("Use this questionnaire: " + template.Title.In("en"));
            var slug = outline.Address.AbsolutePath.Split('/')[5];
            var before = await Draft(owner, slug);
            foreach (var language in before.Languages.Skip(1))
                Assert.Equal(
                    HttpStatusCode.OK,
                    (
                        await (await owner.Pages.Open($"{outline.Address.AbsolutePath}/translate?language={language}")).Press(
                            "Save translations"
                        )
                    ).Status
                );
            Assert.Equal(SurveyJson.Write(before), SurveyJson.Write(await Draft(owner, slug)));
        }
    }

    [Fact]
    public async Task The_same_through_the_API()
    {
        var (owner, _, slug) = await Begin();
        using var client = await site.Bearer(owner.Org, Role.Translator);
        var texts = await client.GetFromJsonAsync<JsonElement>($"/api/v1/surveys/{slug}/texts/es");
        Assert.Equal(
            ["Rent", "Do you rent?", "Yes", "No", "Do you own?"],
            texts.GetProperty("items").EnumerateArray().Select(text => text.GetProperty("original").GetString())
        );
        var put = await client.PutAsJsonAsync(
            $"/api/v1/surveys/{slug}/texts/es",
            new
            {
                texts = new[]
                {
                    new
                    {
                        original = "Yes",
                        was = "",
                        words = "Sí",
                    },
                    new
                    {
                        original = "Gone",
                        was = "",
                        words = "Ido",
                    },
                },
            }
        );
        var answer = await put.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Gone", Assert.Single(answer.GetProperty("unplaced").EnumerateArray()).GetProperty("original").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"/api/v1/surveys/{slug}/texts/en")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/surveys/{slug}/texts/fr")).StatusCode);
    }
}
