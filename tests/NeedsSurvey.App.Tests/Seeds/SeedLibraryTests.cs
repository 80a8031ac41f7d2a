using System.Globalization;
using System.Text;
using NeedsSurvey.App.Seeds;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Seeds;

public sealed class SeedLibraryTests
{
    public static TheoryData<string> TemplateKeys => [.. SeedLibrary.Templates.Select(template => template.Key)];
    public static TheoryData<string> CatalogueKeys => [.. SeedLibrary.Catalogues.Select(catalogue => catalogue.Key)];

    [Theory, MemberData(nameof(TemplateKeys))]
    public void Every_template_is_complete_in_every_language_it_offers(string key)
    {
        var template = SeedLibrary.FindTemplate(key)!;
        foreach (var (path, texts) in SeedJson.Texts(template.Definition))
        {
            Assert.True(texts.EnumerateObject().Select(text => text.Name).SequenceEqual(template.Languages()), $"{key} {path}");
            Assert.All(texts.EnumerateObject(), text => AssertWellWritten(text.Value.GetString()!, $"{key} {path}.{text.Name}"));
        }
        foreach (var words in template.BeforeYouPublish.Append(template.Title).Append(template.Description))
            Assert.Equal(template.Languages(), words.ByLanguage.Keys);
    }

    [Theory, MemberData(nameof(TemplateKeys))]
    public void Every_template_can_be_published_once_its_gaps_are_filled_and_a_place_nearby_is_named(string key)
    {
        var reading = SurveyJson.Read(SeedLibrary.FindTemplate(key)!.DefinitionJson());
        Assert.Empty(reading.Faults);
        Assert.Empty(
            DefinitionCheck
                .Check(reading.Definition!)
                .Where(fault => fault.Code is not ("placeholder" or "no_local_help"))
                .Select(fault => fault.ToString())
        );
    }

    [Theory, MemberData(nameof(TemplateKeys))]
    public void Names_in_a_template_are_unique(string key)
    {
        var names = SeedJson
            .Items(SeedLibrary.FindTemplate(key)!.Definition)
            .Select(item => item.GetProperty("name").GetString()!)
            .ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Theory, MemberData(nameof(TemplateKeys))]
    public void Every_need_a_template_points_to_is_in_its_catalogue(string key)
    {
        var template = SeedLibrary.FindTemplate(key)!;
        var known = SeedLibrary.FindCatalogue(template.Catalogue)!.Needs.Select(need => need.Name).Append(StatedNeeds.OwnWords);
        Assert.Empty(SeedJson.ValuesOf(template.Definition, "need").Except(known));
    }

    [Theory, MemberData(nameof(TemplateKeys))]
    public void No_template_forces_an_answer_or_asks_who_somebody_is(string key)
    {
        var items = SeedJson.Items(SeedLibrary.FindTemplate(key)!.Definition).ToList();
        Assert.DoesNotContain(items, item => item.TryGetProperty("required", out _) || item.TryGetProperty("may_decline", out _));
        Assert.DoesNotContain(items, item => item.GetProperty("name").GetString() is "name" or "email" or "phone" or "address");
    }

    [Theory, MemberData(nameof(TemplateKeys))]
    public void Every_template_explains_itself_before_it_begins(string key)
    {
        var start = SeedLibrary.FindTemplate(key)!.Definition.GetProperty("start");
        Assert.All(["why", "who_sees", "what_next"], part => Assert.True(start.TryGetProperty(part, out _), part));
    }

    [Theory, MemberData(nameof(CatalogueKeys))]
    public void A_catalogue_can_be_used_as_a_codebook(string key)
    {
        var catalogue = SeedLibrary.FindCatalogue(key)!;
        Assert.Equal(catalogue.Needs.Count, catalogue.Needs.Select(need => need.Name).Distinct().Count());
        var languages = catalogue.Title.ByLanguage.Keys;
        foreach (var need in catalogue.Needs)
        {
            Assert.All([need.Label, need.Definition, need.Include, need.Exclude, need.Example], words =>
            {
                Assert.Equal(languages, words.ByLanguage.Keys);
                Assert.All(words.ByLanguage.Values, text => AssertWellWritten(text, $"{key} {need.Name}"));
            });
        }
    }

    [Fact]
    public void There_is_a_choice_of_questionnaires() => Assert.True(SeedLibrary.Templates.Count >= 8);

    [Fact]
    public void Every_questionnaire_is_there_in_English_Spanish_and_Arabic() =>
        Assert.All(SeedLibrary.Templates, template => Assert.Equal(TemplateFaults.Languages, template.Languages()));

    [Fact]
    public void There_is_a_choice_of_catalogues() => Assert.True(SeedLibrary.Catalogues.Count >= 5);

    [Fact]
    public void Keys_are_the_names_of_the_files()
    {
        var files = typeof(SeedLibrary).Assembly.GetManifestResourceNames().ToHashSet();
        Assert.All(SeedLibrary.Templates, template => Assert.Contains($"seeds/templates/{template.Key}.json", files));
        Assert.All(SeedLibrary.Catalogues, catalogue => Assert.Contains($"seeds/catalogues/{catalogue.Key}.json", files));
    }

    [Fact]
    public void Unknown_keys_find_nothing()
    {
        Assert.Null(SeedLibrary.FindTemplate("no-such"));
        Assert.Null(SeedLibrary.FindCatalogue("no-such"));
    }

    private static void AssertWellWritten(string words, string where)
    {
        Assert.True(words.Length > 0 && words == words.Trim(), where);
        Assert.True(words.IsNormalized(NormalizationForm.FormC), where);
        Assert.DoesNotContain("  ", words, StringComparison.Ordinal);
        Assert.DoesNotContain(words, character => char.GetUnicodeCategory(character) is UnicodeCategory.Control);
    }
}
