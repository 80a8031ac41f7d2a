using Microsoft.Playwright;
using NeedsSurvey.App;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Browser.Tests.Support;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Browser.Tests.Story;

/// <summary>Designing a survey on the canvas with script, as people do it: by keys, by mouse, two at once, and without a network.</summary>
public sealed class CanvasTests(Chromium chromium, TestSite site) : IClassFixture<Chromium>, IClassFixture<TestSite>
{
    private const string Blank = """{"title": "Listening", "languages": ["en", "es"], "questions": []}""";

    private const string Three = """
        {"title": "Three", "languages": ["en", "es"], "questions": [
          {"type": "text", "name": "first", "label": {"en": "First", "es": "Uno"}},
          {"type": "text", "name": "second", "label": {"en": "Second", "es": "Dos"}},
          {"type": "select_multiple", "name": "third", "label": {"en": "Third", "es": "Tres"}, "choices": [
            {"name": "rent", "label": {"en": "Rent", "es": "Alquiler"}}, {"name": "food", "label": {"en": "Food", "es": "Comida"}}]}]}
        """;

    [Fact]
    public async Task A_question_with_its_choices_is_written_by_keys_alone()
    {
        await using var designer = await Designing(Blank, "questions/new");
        var keys = designer.Page.Keyboard;
        await keys.TypeAsync("several");
        await keys.PressAsync("Enter");
        await designer.Focused("label.en");
        await keys.TypeAsync("Which of these matter to you?");
        await keys.PressAsync("Enter");
        foreach (var choice in new[] { "Housing", "A doctor", "Buses", "A bench" })
        {
            await keys.TypeAsync(choice);
            await keys.PressAsync("Enter");
        }
        await designer.Saved();
        var question = Assert.IsType<SelectMultipleQuestion>(Assert.Single((await Read(designer)).Questions));
        Assert.Equal("which_of_these_matter_to_you", question.Name);
        Assert.Equal(["housing", "a_doctor", "buses", "a_bench"], question.ChoicesIn(await Read(designer)).Select(one => one.Name));
    }

    [Fact]
    public async Task What_is_typed_is_on_the_server_within_a_second()
    {
        await using var designer = await Designing(Three, "questions/first");
        await designer.Page.FillAsync("[name='label.en']", "What is going on here?");
        await Task.WhenAny(designer.Saved(), Task.Delay(1_000));
        Assert.Equal("What is going on here?", (await Read(designer)).Questions[0].Label!.In("en"));
    }

    [Fact]
    public async Task A_table_pasted_into_a_choice_becomes_choices()
    {
        await using var designer = await Designing(Three, "questions/third");
        await designer.Page.FocusAsync("[name='choice.1.label.en']");
        await designer.Page.EvaluateAsync(
            """
            () => {
              const data = new DataTransfer();
              data.setData('text/plain', '1. Bread\n2. Milk\n3. Tea');
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """
        );
        await designer.Saved();
        var choices = ((Question)(await Read(designer)).Questions[2]).ChoicesIn(await Read(designer));
        Assert.Equal(["Rent", "Bread", "Milk", "Tea"], choices.Select(choice => choice.Label.In("en")));
    }

    [Fact]
    public async Task Words_typed_without_a_network_are_kept_and_saved_when_it_is_back()
    {
        await using var designer = await Designing(Three, "questions/first");
        await designer.Page.Context.SetOfflineAsync(true);
        await designer.Page.FillAsync("[name='label.en']", "Typed in a tunnel");
        await designer.Page.Locator("[data-saved].bad").WaitForAsync();
        await designer.Page.Context.SetOfflineAsync(false);
        await designer.Saved();
        Assert.Equal("Typed in a tunnel", (await Read(designer)).Questions[0].Label!.In("en"));
    }

    [Fact]
    public async Task What_cannot_be_stored_stays_on_the_page_when_another_question_is_chosen()
    {
        await using var designer = await Designing(Three, "questions/third");
        await designer.Page.FillAsync("[name='choice.0.need']", "flying carpets");
        await designer.Page.Locator("[data-fault]").WaitForAsync();
        await designer.Page.ClickAsync(".canvas-outline [data-name=first] a");
        await designer.Page.Locator("[data-saved].bad", new() { HasTextString = "Not saved" }).WaitForAsync();
        Assert.Equal("flying carpets", await designer.Page.InputValueAsync("[name='choice.0.need']"));
        await designer.Page.ClickAsync("text=Leave it");
        await designer.Page.ClickAsync(".canvas-outline [data-name=first] a");
        await designer.Page.Locator("form[data-question=first]").WaitForAsync();
    }

    [Fact]
    public async Task Undo_takes_back_what_was_typed_and_stays_on_the_page()
    {
        await using var designer = await Designing(Three, "questions/first");
        await designer.Page.FillAsync("[name='label.en']", "Something else");
        await designer.Saved();
        await designer.Page.ClickAsync(".undo [value=undo]");
        await designer.Page.Locator(".canvas-outline [aria-current] .label", new() { HasTextString = "First" }).WaitForAsync();
        Assert.Equal("First", (await Read(designer)).Questions[0].Label!.In("en"));
    }

    [Fact]
    public async Task What_somebody_else_writes_is_seen()
    {
        await using var designer = await Designing(Three, "questions/first");
        var other = await designer.Page.Context.NewPageAsync();
        await other.GotoAsync(designer.Page.Url.Replace("first", "second", StringComparison.Ordinal));
        await other.FillAsync("[name='label.en']", "Second, by somebody else");
        await designer
            .Page.Locator(".canvas-outline", new() { HasTextString = "Second, by somebody else" })
            .WaitForAsync(new() { Timeout = 15_000 });
    }

    [SkippableFact]
    public async Task Two_people_at_once_end_with_the_same_draft_and_lose_nothing()
    {
        Skip.IfNot(Thorough.Run, Thorough.Skipped);
        await using var hers = await Designing(Three, "questions/first");
        var his = new Designer(await hers.Page.Context.NewPageAsync(), hers.Base, hers.Slug);
        await his.Page.GotoAsync(hers.Page.Url);
        var random = new Random(30112026);
        var (english, spanish) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        for (var step = 1; step <= 100; step++)
        {
            await Write(hers, english, "label.en", $"Words {step}");
            await Write(his, spanish, "label.es", $"Palabras {step}");
            if (step % 5 != 0)
                continue;
            await Task.WhenAll(hers.Saved(), his.Saved());
            var draft = await Read(hers);
            Assert.All(english, said => Assert.Equal(said.Value, Outline.Find(draft.Questions, said.Key)!.Label!.In("en")));
            Assert.All(spanish, said => Assert.Equal(said.Value, Outline.Find(draft.Questions, said.Key)!.Label!.In("es")));
        }

        async Task Write(Designer who, Dictionary<string, string> said, string field, string words)
        {
            var question = random.Next(2) == 0 ? "first" : "second";
            await who.Page.ClickAsync($".canvas-outline [data-name={question}] a");
            await who.Page.Locator($"form[data-question={question}]").WaitForAsync();
            await who.Page.FillAsync($"[name='{field}']", words);
            said[question] = words;
        }
    }

    /// <summary>Somebody with the canvas open.</summary>
    private sealed record Designer(IPage Page, string Base, string Slug) : IAsyncDisposable
    {
        public Task<IJSHandle> Focused(string name) => Page.WaitForFunctionAsync("name => document.activeElement.name === name", name);

        // Nothing is on its way, and nothing waits.
        public Task<IJSHandle> Saved() =>
            Page.WaitForFunctionAsync(
                "() => /^Saved/.test(document.querySelector('[data-saved]').textContent)",
                null,
                new() { Timeout = 15_000 }
            );

        public ValueTask DisposeAsync() => new(Page.Context.CloseAsync());
    }

    private async Task<Designer> Designing(string definition, string path)
    {
        var organisation = await site.Data.Organisation();
        var initiative = await organisation.Initiative();
        var slug = await initiative.Draft(SurveyJson.Read(definition).Definition!);
        var owner = await site.SignedIn(Role.Owner, organisation.Slug);
        var context = await chromium.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 1440, Height = 900 },
            }
        );
        context.SetDefaultTimeout(15_000);
        await context.AddCookiesAsync([
            new()
            {
                Name = "needssurvey",
                Value = owner.Session,
                Url = site.Address.ToString(),
            },
        ]);
        var designer = new Designer(
            await context.NewPageAsync(),
            new Uri(site.Address, $"/o/{owner.Org}/{initiative.Slug}/surveys/{slug}").ToString(),
            slug
        );
        await designer.Page.GotoAsync($"{designer.Base}/{path}");
        return designer;
    }

    private async Task<SurveyDefinition> Read(Designer designer) =>
        (await site.Get<ReadSurvey>().Run(Actor.Operator, designer.Slug, default)).OrThrow().Draft;
}
