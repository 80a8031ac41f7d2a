using NeedsSurvey.Domain.Tests.Surveys.Conformance;

namespace NeedsSurvey.Web.Tests.Conformance;

/// <summary>A type as people meet it: its pages, filled in, filled again, checked, sent, stored.</summary>
internal sealed class AnsweringSteps(ConformanceSite site)
{
    private const string Rather = "I’d rather not say";

    internal IReadOnlyList<Step<Specimen>> All =>
        [
            new("page: it shows its fields", ShowsFields),
            new("page: declining is offered", OffersDeclining),
            new("page: not knowing is offered where the author says so", OffersNotKnowing),
            new("page: a fault comes back with what was typed", FaultComesBack, one => one.WrongFields.Length > 0),
            new("page: required and left empty is asked again", RequiredAskedAgain),
            new("filled again: going back", one => Back(one, one.Fields)),
            new("filled again: going back to a declined one", one => Back(one, one.DeclineFields)),
            new("filled again: going back and on keeps it", one => BackAndOn(one, one.Fields)),
            new("filled again: back and on keeps a declined one", one => BackAndOn(one, one.DeclineFields)),
            new("filled again: changing it from the check page", Change),
            new("check page: the answer in words", SaysAnswer),
            new("check page: declined and not answered", SaysStates),
            new("stored: the answer", one => Stored(one, one.Fields, one.Answer)),
            new("stored: declined", one => Stored(one, one.DeclineFields, one.Declined)),
            new("filled again: back and on keeps one not known, which is stored", NotKnown),
            new("stored: skipped", Skipped),
            new("repeat: fields, filled again, said and stored", Repeated),
        ];

    private static (string, string)[] Named((string Name, string Value)[] fields, Specimen one) => Specimen.Named(fields, one.Kind);

    private async Task<List<Page>> Filled(Specimen one, (string Name, string Value)[] fields) =>
        await (await site.Begin(one.Named(one.Kind))).Page.Fill(Named(fields, one));

    private async Task ShowsFields(Specimen one)
    {
        var pages = await Filled(one, one.Fields);
        Assert.Equal(one.Pages, pages.Count - 1);
        AnsweringPages.Show(pages, Named(one.Fields, one));
        var words = string.Join(' ', pages.Select(page => page.Words));
        Assert.All(one.Asked, asked => Assert.Contains(asked, words, StringComparison.Ordinal));
    }

    private async Task OffersDeclining(Specimen one) => AnsweringPages.Show(await Filled(one, []), Named(one.DeclineFields, one));

    private async Task OffersNotKnowing(Specimen one)
    {
        var pages = await (await site.Begin(one.OffersUnknown)).Page.Fill([]);
        AnsweringPages.Show(pages, Named(one.UnknownFields, one));
        Assert.DoesNotContain("I do not know", (await site.Begin(one.Named(one.Kind))).Page.Words, StringComparison.Ordinal);
    }

    private async Task FaultComesBack(Specimen one)
    {
        var page = (await site.Begin(one.Named(one.Kind))).Page;
        var fields = Named(one.WrongFields, one);
        page = await page.Go("next", page.Own(fields));
        AnsweringPages.TellsFault(page);
        AnsweringPages.IsFilled(page, fields);
    }

    private async Task RequiredAskedAgain(Specimen one)
    {
        var required = one.Edited(new("\"label\":\"What", "\"required\":true,\"label\":\"What", ""));
        var page = await (await site.Begin(required)).Page.Go("next");
        AnsweringPages.TellsFault(page);
        await page.Fill(Named(one.Fields, one));
    }

    private async Task Back(Specimen one, (string Name, string Value)[] fields)
    {
        var page = (await Filled(one, fields))[^1];
        for (var back = 0; back < one.Pages; back++)
        {
            page = await page.Go("back");
            AnsweringPages.IsFilled(page, Named(fields, one));
        }
    }

    private async Task BackAndOn(Specimen one, (string Name, string Value)[] fields)
    {
        var check = (await Filled(one, fields))[^1];
        var page = check;
        for (var back = 0; back < one.Pages; back++)
            page = await page.Go("back");
        Assert.DoesNotContain("Not answered", check.Checked());
        Assert.Equal(check.Checked(), (await page.Fill([]))[^1].Checked());
    }

    private async Task Change(Specimen one)
    {
        var check = (await Filled(one, one.Fields))[^1];
        var buttons = check.Document.QuerySelectorAll(".answers-check button").Select(button => button.GetAttribute("value")!).ToList();
        Assert.Equal(one.Pages, buttons.Count);
        foreach (var button in buttons)
        {
            var page = await check.Go(button);
            AnsweringPages.IsFilled(page, Named(one.Fields, one));
            Assert.True((await page.Go("next")).IsCheck());
        }
    }

    private async Task SaysAnswer(Specimen one)
    {
        var lines = (await Filled(one, one.Fields))[^1].Checked();
        Assert.Equal(one.Words.Length, lines.Count);
        Assert.All(one.Words.Zip(lines), line => Assert.EndsWith(line.First.Words, line.Second, StringComparison.Ordinal));
    }

    private async Task SaysStates(Specimen one)
    {
        Assert.All((await Filled(one, one.DeclineFields))[^1].Checked(), line => Assert.Contains(Rather, line, StringComparison.Ordinal));
        Assert.All((await Filled(one, []))[^1].Checked(), line => Assert.Equal("Not answered", line));
    }

    private async Task Stored(Specimen one, (string Name, string Value)[] fields, string answer)
    {
        var (page, slug) = await site.Begin(one.Named(one.Kind));
        var sent = await (await page.Fill(Named(fields, one)))[^1].Press("Submit");
        Assert.Equal("Thank you", sent.Heading);
        Specimen.SameJson($$"""{"{{one.Kind}}":{{answer}} }""", await site.Stored(slug));
    }

    private async Task NotKnown(Specimen one)
    {
        var (page, slug) = await site.Begin(one.OffersUnknown);
        page = (await page.Fill(Named(one.UnknownFields, one)))[^1];
        for (var back = 0; back < one.Pages; back++)
            page = await page.Go("back");
        AnsweringPages.IsFilled(page, page.Own(Named(one.UnknownFields, one)));
        page = (await page.Fill([]))[^1];
        Assert.All(page.Checked(), line => Assert.Contains("I do not know", line, StringComparison.Ordinal));
        Assert.Equal("Thank you", (await page.Press("Submit")).Heading);
        Specimen.SameJson($$"""{"{{one.Kind}}":{{one.Unknown}} }""", await site.Stored(slug));
    }

    // What was typed before "Skip this one" is not an answer once its deletion was agreed to.
    private async Task Skipped(Specimen one)
    {
        var (page, slug) = await site.Begin(one.Named(one.Kind));
        for (var at = 0; at < one.Pages; at++)
            page = await (await page.Go("skip", page.Own(Named(one.Fields, one)))).Press("Delete it");
        Assert.Equal("Thank you", (await page.Press("Submit")).Heading);
        Specimen.SameJson($$"""{"{{one.Kind}}":null}""", await site.Stored(slug));
    }

    private async Task Repeated(Specimen one)
    {
        var repeat = $$"""{"type":"repeat","name":"things","label":"Things","questions":[{{one.Named(one.NameInRepeat)}}]}""";
        var (page, slug) = await site.Begin(repeat);
        var fields = Specimen.Named(one.Fields, $"things:1:{one.NameInRepeat}");
        AnsweringPages.Show([page], fields);
        var check = (await page.Fill(fields))[^1];
        AnsweringPages.IsFilled(await check.Go("back"), fields);
        Assert.All(one.Words, line => Assert.Contains(line.Words, string.Join('\n', check.Checked()), StringComparison.Ordinal));
        Assert.Equal("Thank you", (await check.Press("Submit")).Heading);
        Specimen.SameJson($$"""{"things":[{"{{one.NameInRepeat}}":{{one.Answer}} }]}""", await site.Stored(slug));
    }
}
