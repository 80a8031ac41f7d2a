using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NeedsSurvey.Domain.Tests.Surveys.Conformance;

namespace NeedsSurvey.Web.Tests.Conformance;

/// <summary>A type in the editor: offered, made, opened, saved, shown in the outline and in the preview.</summary>
/// <param name="Kind">In the format's words.</param>
/// <param name="Name">The item's name in the draft.</param>
/// <param name="Questions">The draft.</param>
/// <param name="Definition">The item alone.</param>
/// <param name="New">Fields of a new one, besides the label.</param>
/// <param name="Shown">Fields that the preview shows.</param>
internal sealed record Edited(
    string Kind,
    string Name,
    string[] Questions,
    string Definition,
    (string Name, string Value)[] New,
    string[] Shown
)
{
    internal static Edited Of(Specimen one) =>
        new(
            one.Kind,
            one.Kind,
            [one.Named(one.Kind)],
            one.Named(one.Kind),
            one.EditorFields,
            [.. one.Fields.Select(field => Specimen.Named(field.Name, one.Kind))]
        );

    internal static Edited Of(ItemSpecimen one) =>
        new(one.Kind, ItemSpecimen.Name, one.Questions, one.Definition, one.EditorFields, [.. one.Fields.Select(field => field.Name)]);
}

/// <summary>Steps in the editor, the same for questions and for what nobody answers.</summary>
internal sealed class EditorSteps(ConformanceSite site)
{
    internal IReadOnlyList<Step<T>> All<T>(Func<T, Edited> of) =>
        [
            new("editor: it can be picked", one => Picked(of(one))),
            new("editor: a new one can be made", one => Made(of(one))),
            new("editor: its form opens with what is there", one => OpensFilled(of(one))),
            new("editor: its form has a field for each property", one => HasFields(of(one))),
            new("editor: saving unchanged changes nothing", one => SavedUnchanged(of(one))),
            new("editor: the outline names it and its kind", one => Outlined(of(one))),
            new("editor: the preview shows its fields", one => Previewed(of(one))),
        ];

    private async Task Picked(Edited one)
    {
        var page = await site.Open((await site.SharedDraft(one.Questions)).Address + "/questions/new");
        Assert.NotNull(page.Document.QuerySelector($".kinds a[href$='kind={one.Kind}']"));
    }

    private async Task Made(Edited one)
    {
        var survey = await site.Draft("""{"type":"text","name":"first","label":"First?"}""");
        var form = await site.Open($"{survey.Address}/questions/new?kind={one.Kind}");
        var done = await form.Press("Add to the survey", [("label.en", Specimen.Label), .. one.New]);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        var made = JsonElement.Parse(await site.DefinitionOf(survey)).GetProperty("questions")[1];
        Assert.Equal((one.Kind, Specimen.Label), (made.GetProperty("type").GetString(), made.GetProperty("label").ToString()));
    }

    private async Task<Page> OpenForm(Edited one)
    {
        var page = await site.Open($"{(await site.SharedDraft(one.Questions)).Address}/questions/{one.Name}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page;
    }

    private async Task OpensFilled(Edited one)
    {
        var page = await OpenForm(one);
        var values = page.Document.QuerySelectorAll("main form input, main form textarea").Select(Value).ToHashSet();
        Assert.All(Leaves(JsonElement.Parse(one.Definition)), leaf => Assert.Contains(leaf, values));

        static string Value(IElement control) => (control as IHtmlTextAreaElement)?.Value ?? ((IHtmlInputElement)control).Value;
    }

    private async Task HasFields(Edited one)
    {
        var page = await OpenForm(one);
        var names = page.Document.QuerySelectorAll("main form [name]").Select(control => control.GetAttribute("name")!).ToList();
        var keys = JsonElement.Parse(one.Definition).EnumerateObject().Select(part => part.Name);
        Assert.All(keys.Except(["type", "questions", "appearance"]), key =>
            Assert.Contains(names, name => name.StartsWith(key.TrimEnd('s'), StringComparison.Ordinal))
        );
    }

    private async Task SavedUnchanged(Edited one)
    {
        var survey = await site.Draft(one.Questions);
        var before = await site.DefinitionOf(survey);
        var saved = await (await site.Open($"{survey.Address}/questions/{one.Name}")).Press("Save");
        Assert.Equal((HttpStatusCode.OK, survey.Address), (saved.Status, saved.Address.AbsolutePath));
        Assert.Equal(before, await site.DefinitionOf(survey));
    }

    private async Task Outlined(Edited one)
    {
        var row = (await site.Open((await site.SharedDraft(one.Questions)).Address)).Document.GetElementById("q-" + one.Name);
        Assert.NotNull(row);
        Assert.Contains(Specimen.Label, row.TextContent, StringComparison.Ordinal);
        Assert.NotEqual("", row.QuerySelector(".tag")?.TextContent.Trim() ?? "");
    }

    private async Task Previewed(Edited one)
    {
        var page = await site.Open((await site.SharedDraft(one.Questions)).Address + "/preview");
        Assert.All(one.Shown, name => Assert.NotNull(page.Document.QuerySelector($".preview [name='{name}']")));
    }

    // Words and numbers of the definition. An expression may be shown as fields of its own, and the type is no field; what it holds has
    // forms of its own, and so has what is ticked.
    private static IEnumerable<string> Leaves(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => [json.GetString()!],
            JsonValueKind.Number => [json.GetRawText()],
            JsonValueKind.Array => json.EnumerateArray().SelectMany(Leaves),
            JsonValueKind.Object => json.EnumerateObject()
                .Where(part => part.Name is not ("type" or "constraint" or "appearance" or "questions"))
                .SelectMany(part => Leaves(part.Value)),
            _ => [],
        };
}
