using NeedsSurvey.Browser.Tests.Support;

namespace NeedsSurvey.Browser.Tests.Story;

/// <summary>
/// Somebody who answers on a phone without script: fills in what they have an answer for, skips the rest, checks, submits.
/// </summary>
internal sealed class Respondent(TestBrowser browser, string slug, string language)
{
    private const int MostPages = 40;

    /// <summary>The words on the buttons, by language.</summary>
    private (string Start, string Continue, string Submit) Say =>
        language == "ar" ? ("ابدؤوا", "متابعة", "إرسال") : ("Start", "Continue", "Submit");

    /// <summary>Walks to the end; answers the receipt code.</summary>
    /// <param name="answers">By field name.</param>
    /// <param name="keepAs">Keep the pages under this name; null for none.</param>
    public async Task<string> Answer(IReadOnlyDictionary<string, string> answers, string? keepAs)
    {
        await browser.Open($"/s/{slug}?language={language}");
        Assert.Equal(language == "ar" ? "rtl" : "ltr", await browser.Page.Locator("html").GetAttributeAsync("dir"));
        Assert.Equal(language, await browser.Page.Locator("html").GetAttributeAsync("lang"));
        if (keepAs is not null)
            await browser.Keep($"{keepAs}-00-start");
        await browser.Press(Say.Start);
        var kinds = new HashSet<string>();
        for (var page = 1; await browser.Page.Locator(".answers-check").CountAsync() == 0; page++)
        {
            Assert.True(page < MostPages, $"The survey does not end: {browser.Page.Url}, {await browser.Heading()}");
            var fields = await browser.Fields();
            // The rows of a grid are one page over and over: the first stands for all.
            if (
                keepAs is not null
                && kinds.Add(
                    string.Join(' ', fields.Select(field => field.Split(':') is [var name, .., var aspect] ? name + aspect : field))
                )
            )
                await browser.Keep($"{keepAs}-{page:00}");
            foreach (var field in fields)
                if (answers.TryGetValue(field, out var value))
                    await browser.Fill(field, value);
            await browser.Press(Say.Continue);
        }
        if (keepAs is not null)
            await browser.Keep($"{keepAs}-check");
        if (answers.ContainsKey("quote"))
            await browser.Page.Locator("main input[type=checkbox]").CheckAsync();
        await browser.Press(Say.Submit);
        if (keepAs is not null)
            await browser.Keep($"{keepAs}-thanks");
        return (await browser.Page.Locator(".code").InnerTextAsync()).Trim();
    }
}
