using System.Globalization;
using System.Runtime.CompilerServices;
using NeedsSurvey.App.Seeds;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.App.Tests.Seeds;

public sealed class ReadabilityTests
{
    // Eight words of eleven syllables in two sentences.
    [Fact]
    public void Flesch_Kincaid_of_a_text_counted_by_hand() =>
        Assert.Equal(
            (0.39 * 8 / 2) + (11.8 * 11 / 8) - 15.59,
            Readability.FleschKincaid(["What matters to you? Nobody will hold you."]),
            9
        );

    // Five words of eleven syllables in two sentences.
    [Fact]
    public void Fernandez_Huerta_of_a_text_counted_by_hand() =>
        Assert.Equal(206.84 - (60.0 * 11 / 5) - (1.02 * 5 / 2), Readability.FernandezHuerta(["¿Qué necesita usted?", "Una casa."]), 9);

    // Four words in one sentence, one of them of seven letters.
    [Fact]
    public void Lix_of_a_text_counted_by_hand() => Assert.Equal(4 + 25.0, Readability.Lix(["ما الذي تحتاجون إليه؟"]), 9);

    [Theory]
    [InlineData("home", 1)]
    [InlineData("homes", 1)]
    [InlineData("asked", 1)]
    [InlineData("wanted", 2)]
    [InlineData("people", 2)]
    [InlineData("places", 2)]
    [InlineData("see", 1)]
    [InlineData("the", 1)]
    [InlineData("nobody", 3)]
    [InlineData("we’ll", 1)]
    public void English_syllables(string word, int syllables) => Assert.Equal(syllables, Readability.EnglishSyllables(word));

    [Theory]
    [InlineData("ayuda", 3)]
    [InlineData("quién", 1)]
    [InlineData("país", 2)]
    [InlineData("guía", 2)]
    [InlineData("ciudad", 2)]
    [InlineData("idioma", 3)]
    [InlineData("leer", 2)]
    [InlineData("muy", 1)]
    [InlineData("y", 1)]
    [InlineData("vergüenza", 3)]
    public void Spanish_syllables(string word, int syllables) => Assert.Equal(syllables, Readability.SpanishSyllables(word));

    // What a reader of twelve manages with ease: grade 3 at most, "easy" or "very easy", and below LIX 25, as books for children are.
    [Theory, MemberData(nameof(SeedLibraryTests.TemplateKeys), MemberType = typeof(SeedLibraryTests))]
    public void A_template_is_easy_to_read_in_every_language(string key)
    {
        Assert.InRange(Measured(key, "en"), 0, 3);
        Assert.InRange(Measured(key, "es"), 80, 100);
        Assert.InRange(Measured(key, "ar"), 0, 25);
    }

    [Theory, MemberData(nameof(SeedLibraryTests.TemplateKeys), MemberType = typeof(SeedLibraryTests))]
    public void The_document_tells_what_is_measured(string key)
    {
        var row = Document().Split('\n').LastOrDefault(line => line.StartsWith($"| `{key}` |", StringComparison.Ordinal), "");
        var now = TemplateFaults.Languages.Select(language => Measured(key, language).ToString("0.0", CultureInfo.InvariantCulture));
        Assert.EndsWith($"| {string.Join(" | ", now)} |", row, StringComparison.Ordinal);
    }

    /// <summary>The program's own words, page by page.</summary>
    public static TheoryData<string> Pages => ["Answering", "Messages", "Receipt", "Hearing", "Privacy", "Report"];

    [Theory, MemberData(nameof(Pages))]
    public void The_document_tells_what_pages_measure(string page)
    {
        var now = KnownLanguages
            .All.Select(language => (language.Code, Words: typeof(Language).GetProperty(page)!.GetValue(language)!))
            .Select(said => Readability.Of(said.Code, Sentences(said.Words)).ToString("0.0", CultureInfo.InvariantCulture));
        Assert.Contains($"| `{page}` | {string.Join(" | ", now)} |", Document(), StringComparison.Ordinal);
    }

    // Texts that are sentences; what is put together from numbers and names is left out.
    private static IReadOnlyList<string> Sentences(object words) =>
        [.. Texts(words).Where(text => text.EndsWith('.') || text.EndsWith('?') || text.EndsWith('؟'))];

    private static IEnumerable<string> Texts(object words) =>
        words
            .GetType()
            .GetProperties()
            .Select(text => text.GetValue(words))
            .SelectMany(text =>
                text switch
                {
                    string sentence => [sentence],
                    PrivacySection section => section.Paragraphs,
                    { } inner when inner.GetType().Namespace == typeof(Language).Namespace => Texts(inner),
                    _ => [],
                }
            );

    private static double Measured(string key, string language) =>
        Readability.Of(language, Readability.RunningText(SeedLibrary.FindTemplate(key)!.Definition, language));

    private static string Document([CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "docs", "words.md"));
}
