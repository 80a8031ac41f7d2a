using NeedsSurvey.Browser.Tests.Support;

namespace NeedsSurvey.Browser.Tests.Story;

/// <summary>Coding open answers with keys and the pointer.</summary>
public sealed class CodingTests(Chromium chromium, TestSite site) : IClassFixture<Chromium>, IClassFixture<TestSite>
{
    // Page 37
    [Fact]
    public async Task Marked_words_become_the_words_of_the_need_whose_key_is_pressed()
    {
        var listening = await site.Listening();
        await listening.Answer(1, "The rent rose again.");
        await using var context = await chromium.Browser.NewContextAsync();
        await context.AddCookiesAsync([
            new()
            {
                Name = "needssurvey",
                Value = listening.Owner.Session,
                Url = site.Address.ToString(),
            },
        ]);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, listening.Base + "/needs/read").ToString());
        Assert.Equal("need", await page.EvaluateAsync<string>("() => document.activeElement.name"));
        await page.EvaluateAsync(
            """
            () => {
              const words = document.querySelector('#answer .words').firstChild;
              getSelection().setBaseAndExtent(words, 4, words, 13);
            }
            """
        );
        await page.WaitForTimeoutAsync(50);
        var second = page.Locator("[name=need]").Nth(1);
        var need = await second.GetAttributeAsync("value");
        await page.Keyboard.PressAsync("2");
        Assert.True(await second.IsCheckedAsync());
        Assert.Equal("rent rose", await page.Locator($"[name='excerpt1.{need}']").InputValueAsync());
    }
}
