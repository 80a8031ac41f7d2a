using System.Text.Json;
using System.Text.RegularExpressions;
using NeedsSurvey.App.Seeds;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Seeds;

/// <summary>The words people are asked with: what every template keeps to, and every catalogue.</summary>
public sealed class TemplateWordsTests
{
    public static TheoryData<string> TemplateKeys => SeedLibraryTests.TemplateKeys;
    public static TheoryData<string> CatalogueKeys => SeedLibraryTests.CatalogueKeys;

    [Theory, MemberData(nameof(TemplateKeys))]
    public void The_words_of_a_template_have_no_fault(string key) => Assert.Empty(TemplateFaults.Of(SeedLibrary.FindTemplate(key)!));

    [Theory, MemberData(nameof(CatalogueKeys))]
    public void The_words_of_a_catalogue_have_no_fault(string key) => Assert.Empty(TemplateFaults.Of(SeedLibrary.FindCatalogue(key)!));

    [Theory]
    [InlineData("\"ar\": \"إجمالًا، كيف تجدون الحياة في هذا الحيّ الآن؟\"", "\"de\": \"Wie ist das Leben hier?\"", "in en, es, de")]
    [InlineData("\"need\": \"youth\"", "\"need\": \"youths\"", "need youths: unknown")]
    [InlineData("\"high_label\"", "\"hint\"", "life_here: words at one end of the scale only")]
    [InlineData("\"value\": 4", "\"value\": 5", "needs: the two scales are not a pair")]
    [InlineData("What is life like", "What is [life] like", "other gaps to fill in per language")]
    [InlineData("«Hablemos", "“Hablemos", "quotation marks of another language")]
    [InlineData("Diremos en público", "Le llamaremos", "promises “Le llamaremos”")]
    public void A_fault_in_a_template_is_found(string words, string changed, string fault)
    {
        var template = SeedLibrary.FindTemplate("neighbourhood-needs")!;
        var definition = template.DefinitionJson().Replace("Hablemos de", "«Hablemos» de", StringComparison.Ordinal);
        var at = definition.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, words);
        using var broken = JsonDocument.Parse(definition[..at] + changed + definition[(at + words.Length)..]);
        Assert.Contains(TemplateFaults.Of(template with { Definition = broken.RootElement }), found =>
            found.EndsWith(fault, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_fault_in_a_catalogue_is_found()
    {
        var catalogue = SeedLibrary.FindCatalogue("health")!;
        var broken = catalogue.Needs[0] with
        {
            Exclude = new(
                new Dictionary<string, string>
                {
                    ["en"] = "Teeth (tooth).",
                    ["es"] = "Dientes (tooth).",
                    ["ar"] = "الأسنان.",
                }
            ),
        };
        Assert.Equal(
            [$"{broken.Name}: the needs it leaves to others differ in ar", $"{broken.Name}: tooth is unknown"],
            TemplateFaults.Of(catalogue with { Needs = [broken, .. catalogue.Needs.Skip(1)] })
        );
    }

    // T2
    [Theory, MemberData(nameof(TemplateKeys))]
    public void A_template_opens_with_let_us_talk(string key)
    {
        var opening = Assert.IsType<TextQuestion>(Definition(key).Questions[0]);
        Assert.True(opening.Story);
        Assert.StartsWith("Let’s talk", opening.Label!.In("en"), StringComparison.Ordinal);
    }

    // T1: the pocket form asks it as "What would help?", for want of room.
    [Theory, MemberData(nameof(TemplateKeys))]
    public void A_template_asks_what_standing_with_people_looks_like(string key)
    {
        if (key != "pocket")
            Assert.Contains(Questions(key).OfType<TextQuestion>(), question => question is { Name: "stand_with", Story: true });
    }

    // T3
    [Theory, MemberData(nameof(TemplateKeys))]
    public void What_nobody_asked_about_can_be_ranked_first(string key) =>
        Assert.All(Questions(key).OfType<RankQuestion>(), rank =>
            Assert.Contains(rank.Choices.In(Definition(key)), choice => choice.Need == StatedNeeds.OwnWords)
        );

    // T9: who is asked for a group is told whether it is set beside a census.
    [Theory, MemberData(nameof(TemplateKeys))]
    public void A_question_about_the_person_says_what_it_is_compared_with(string key) =>
        Assert.All(Questions(key).Where(question => question.GroupRole is not null), question =>
            Assert.True(
                new[] { "census", "compare", "side by side" }.Any(word =>
                    question.Hint?.In("en").Contains(word, StringComparison.Ordinal) == true
                ),
                question.Name
            )
        );

    // A promise to compare binds whoever has no census: it is made for where there is one.
    [Theory, MemberData(nameof(TemplateKeys))]
    public void No_template_promises_a_census(string key) =>
        Assert.DoesNotContain("We set this beside", SeedLibrary.FindTemplate(key)!.DefinitionJson(), StringComparison.Ordinal);

    // E6: who asks alone is not "we"; a template for both says neither.
    [Theory, MemberData(nameof(TemplateKeys))]
    public void A_template_for_one_person_does_not_say_we(string key)
    {
        var template = SeedLibrary.FindTemplate(key)!;
        if (template.For == TemplateAudience.Organisation)
            return;
        var said = SeedJson.Texts(template.Definition).SelectMany(text => text.Texts.EnumerateObject()).Select(text => $"{text.Value}");
        Assert.DoesNotContain(said, text =>
            Regex.IsMatch(text, @"\b(we|us|our|nosotros|nuestr[oa]s?)\b|نحن|نقارن|يساعدنا|نسألكم", RegexOptions.IgnoreCase)
            && !text.Contains("Let’s", StringComparison.Ordinal)
        );
    }

    // T8
    [Theory, MemberData(nameof(TemplateKeys))]
    public void Ages_are_asked_in_the_same_bands(string key) =>
        Assert.All(Questions(key).OfType<SelectOneQuestion>().Where(question => question.GroupRole == "age"), question =>
            Assert.Equal(
                ["age_under_16", "age_16_24", "age_25_39", "age_40_59", "age_60_74", "age_75_plus"],
                question.Choices.In(Definition(key)).Select(choice => choice.Name)
            )
        );

    // T11, T12
    [Theory, MemberData(nameof(TemplateKeys))]
    public void The_start_page_says_who_could_read_along(string key) =>
        Assert.Contains("Whoever runs this server", Definition(key).Start.WhoSees!.In("en"), StringComparison.Ordinal);

    [Theory, MemberData(nameof(TemplateKeys))]
    public void The_days_of_the_start_page_are_asked_for_before_publishing(string key) =>
        Assert.Contains(SeedLibrary.FindTemplate(key)!.BeforeYouPublish, words =>
            words.In("en").Contains("last day to answer", StringComparison.Ordinal)
        );

    [Theory, MemberData(nameof(TemplateKeys))]
    public void What_has_to_be_filled_in_is_named_before_publishing(string key) =>
        Assert.Contains(SeedLibrary.FindTemplate(key)!.BeforeYouPublish, words =>
            words.In("en").Contains("[brackets]", StringComparison.Ordinal)
        );

    // T15, T51, C6, S5: wounding, untrue, misread, of one country only.
    [Theory, MemberData(nameof(TemplateKeys))]
    public void Words_that_people_stumbled_over_do_not_come_back(string key)
    {
        string[] stumbled =
        [
            "touch you",
            "come back to you",
            "any body",
            "So-so",
            "the police station",
            "¿Cómo de",
            "tocado",
            "cualquier cuerpo",
            "ordenador",
            "aparcar",
            "taquilla",
            "Rellene",
            "volveremos",
            "استطلاع",
            "سنعود",
            "ابدأوا",
            "صفحة التحقق",
            "للقلب",
        ];
        var words = SeedJson.Texts(SeedLibrary.FindTemplate(key)!.Definition).SelectMany(text => text.Texts.EnumerateObject());
        Assert.DoesNotContain(words, text =>
            stumbled.Any(one => text.Value.GetString()!.Contains(one, StringComparison.OrdinalIgnoreCase))
        );
    }

    // T48: what guards against harm is read.
    [Theory, MemberData(nameof(TemplateKeys))]
    public void Every_open_question_is_read(string key) =>
        Assert.All(Questions(key).OfType<TextQuestion>(), question => Assert.True(question.Story, question.Name));

    // C12
    [Fact]
    public void No_two_catalogues_use_one_name() => Assert.Empty(Twice(need => need.Name));

    [Theory, InlineData("en"), InlineData("es"), InlineData("ar")]
    public void No_two_catalogues_use_one_label(string language) => Assert.Empty(Twice(need => need.Label.In(language)));

    // C1 to C3
    [Theory]
    [InlineData(
        "neighbourhood",
        "help_with_respect energy_water home_safety papers clothes_hygiene family_apart information leisure own_ways"
    )]
    [InlineData("neighbourhood", "drugs_alcohol heat_flood")]
    [InlineData("safety-and-justice", "injuries whereabouts left_in_peace")]
    public void Needs_that_were_missing_have_a_name(string catalogue, string needs) =>
        Assert.Empty(needs.Split(' ').Except(SeedLibrary.FindCatalogue(catalogue)!.Needs.Select(need => need.Name)));

    private static IEnumerable<string> Twice(Func<CatalogueNeed, string> of) =>
        SeedLibrary
            .Catalogues.SelectMany(catalogue => catalogue.Needs.Select(of).Distinct())
            .CountBy(word => word)
            .Where(word => word.Value > 1)
            .Select(word => word.Key);

    private static SurveyDefinition Definition(string key) => SeedLibrary.FindTemplate(key)!.ReadDefinition();

    private static IEnumerable<Question> Questions(string key) =>
        Outline.Flatten(Definition(key).Questions).Select(entry => entry.Item).OfType<Question>();
}
