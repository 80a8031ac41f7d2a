using System.Text.Json.Nodes;
using NeedsSurvey.Browser.Tests.Support;

namespace NeedsSurvey.Browser.Tests.Clients;

/// <summary>The answering pages in an engine of another make than Chromium's (clients, row 3). It is installed by .ci/browsers.</summary>
public sealed class FirefoxTests(TestSite site) : IClassFixture<TestSite>
{
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_stored_is_what_was_answered_in_Firefox(bool answers)
    {
        Skip.IfNot(Thorough.Run, Thorough.Skipped);
        Skip.If(Firefox.Program is null, "NO Firefox: nothing was tried here. See .ci/browsers.");
        var slug = await site.Data.Survey(EveryKind.Survey);
        await using var firefox = await Firefox.Start();
        await firefox.Open(new Uri(site.Address, "/s/" + slug));
        await firefox.Run("document.querySelector('.button.large').click()");
        foreach (var page in EveryKind.Pages)
        {
            await firefox.Until(page.Heading);
            foreach (var put in answers ? page.Puts : [])
                await firefox.Run(Fill(put));
            await firefox.Run("document.querySelector('.actions .button').click()");
        }
        await firefox.Until("Check your answers");
        await firefox.Run("document.querySelector('.actions .button').click()");
        await firefox.Until("Your code to see what happens");
        var stored = await EveryKind.Stored(site, slug);
        Assert.True(JsonNode.DeepEquals(answers ? EveryKind.Said : new JsonObject(), stored), stored.ToJsonString());
    }

    private static string Fill(Put put) =>
        put switch
        {
            Put.On on => $"""document.querySelector('[name="{on.Name}"][value="{on.Value}"]').click()""",
            Put.Choose choose => $"""document.querySelector('[name="{choose.Name}"]').value = '{choose.Value}'""",
            Put.Line line => $"""document.querySelector('[name="{line.Name}"]').value = '{line.Words}'""",
            Put.Lines lines => $"""document.querySelector('[name="{lines.Name}"]').value = '{lines.Words}'""",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
