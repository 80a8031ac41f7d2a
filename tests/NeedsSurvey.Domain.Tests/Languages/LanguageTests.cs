using System.Text.RegularExpressions;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain.Tests.Languages;

/// <summary>What every language owes its readers beyond what the compiler asks of it.</summary>
public sealed class LanguageTests
{
    public static TheoryData<string> Codes => [.. KnownLanguages.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_text_says_something(string code)
    {
        var texts = Said.By(KnownLanguages.For(code)).ToList();
        Assert.True(texts.Count > 300, $"only {texts.Count} texts were found");
        Assert.Empty(texts.Where(said => string.IsNullOrWhiteSpace(said.Words)).Select(said => said.Path));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_text_has_spaces_too_many(string code)
    {
        string[] joining = [nameof(Language.Comma), nameof(Language.And), "Answering.ErrorPrefix", "AnsweringByOne.ErrorPrefix"];
        Assert.Empty(
            Said.By(KnownLanguages.For(code))
                .Where(said => !joining.Contains(said.Path))
                .Where(said => said.Words.Trim() != said.Words || said.Words.Contains("  ", StringComparison.Ordinal))
                .Select(said => $"{said.Path}: “{said.Words}”")
        );
    }

    // content R18
    [Theory]
    [MemberData(nameof(Codes))]
    public void No_line_breaks_between_a_number_and_its_per_cent(string code) =>
        Assert.DoesNotContain(Said.By(KnownLanguages.For(code)), said => Regex.IsMatch(said.Words, @"\d %", RegexOptions.None, Soon));

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_text_repeats_what_it_is_given(string code) =>
        // The strength of a link is said in words.
        Assert.Empty(
            Said.By(KnownLanguages.For(code))
                .Where(said => said.Missing.Count > 0 && !said.Path.Contains(".Strength(", StringComparison.Ordinal))
                .Select(said => $"{said.Path}: “{said.Words}” leaves out {string.Join(" and ", said.Missing)}")
        );

    [Theory]
    [MemberData(nameof(Codes))]
    public void Strengths_are_told_apart(string code)
    {
        var strength = KnownLanguages.For(code).Report.Strength;
        Assert.Equal(4, new[] { 0, 1, 3, 9 }.Select(strength).Distinct().Count());
    }

    [Fact]
    public void No_text_of_one_language_stands_in_another()
    {
        var shared =
            from one in KnownLanguages.All
            from other in KnownLanguages.All.TakeWhile(other => other != one)
            from pair in Said.By(one).Zip(Said.By(other))
            where pair.First.Words == pair.Second.Words && pair.First.Words.Count(char.IsLetter) > 7
            where pair.First.Path != nameof(Language.DayPattern)
            select $"{other.Code} and {one.Code} both say “{pair.First.Words}” at {pair.First.Path}";
        Assert.Empty(shared);
    }

    [Fact]
    public void Every_language_has_the_same_texts() =>
        Assert.Single(KnownLanguages.All.Select(language => string.Join('\n', Said.By(language).Select(said => said.Path))).Distinct());

    [Theory]
    [MemberData(nameof(Codes))]
    public void Texts_that_name_a_button_name_it_as_it_is(string code)
    {
        var language = KnownLanguages.For(code);
        var words = language.Answering;
        Assert.Contains(words.Submit, words.SkipAnything, StringComparison.Ordinal);
        Assert.Contains(words.Submit, words.NotStoredNow, StringComparison.Ordinal);
        Assert.Contains(words.Submit, string.Concat(language.Privacy.Stored.Paragraphs), StringComparison.Ordinal);
        Assert.Contains(words.TryAgain, words.StillHere, StringComparison.Ordinal);
        Assert.Contains(words.Exit, string.Concat(language.Privacy.NextUser.Paragraphs), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Its_code_is_that_of_its_culture(string code) =>
        Assert.Equal(code, KnownLanguages.For(code).Culture.TwoLetterISOLanguageName);

    [Theory]
    [InlineData("en", "\u2068Water\u2069, \u2068Bread\u2069 and \u2068Heat\u2069")]
    [InlineData("es", "\u2068Water\u2069, \u2068Bread\u2069 y \u2068Heat\u2069")]
    [InlineData("ar", "\u2068Water\u2069، \u2068Bread\u2069 و\u2068Heat\u2069")]
    [InlineData("de", "\u2068Water\u2069, \u2068Bread\u2069 und \u2068Heat\u2069")]
    public void Things_in_a_row_are_joined_as_the_language_joins_them(string code, string joined) =>
        Assert.Equal(joined, KnownLanguages.For(code).List(["Water", "Bread", "Heat"]));

    // A list with an "and" in one of its parts does not say where the part ends.
    [Theory]
    [InlineData("en", "\u2068Food and water\u2069; \u2068Heat\u2069", "Food and water", "Heat")]
    [InlineData("es", "\u2068Luz y agua\u2069; \u2068Pan\u2069", "Luz y agua", "Pan")]
    [InlineData("ar", "\u2068ماء وكهرباء\u2069؛ \u2068خبز\u2069", "ماء وكهرباء", "خبز")]
    public void Rows_in_a_row_are_kept_apart(string code, string joined, params string[] things) =>
        Assert.Equal(joined, KnownLanguages.For(code).List(things));

    [Theory]
    [InlineData("en", "You say “too early”.", "“You say ‘too early’.”")]
    [InlineData("es", "Dicen «muy pronto».", "«Dicen “muy pronto”.»")]
    [InlineData("ar", "تقولون «مبكرًا».", "«تقولون “مبكرًا”.»")]
    [InlineData("de", "Sie sagen „zu früh“.", "„Sie sagen ‚zu früh‘.“")]
    public void A_quotation_in_a_quotation_has_other_marks(string code, string words, string quoted) =>
        Assert.Equal(quoted, KnownLanguages.For(code).Quote(words));

    [Theory]
    [InlineData("es", "ar", "árabe")]
    [InlineData("ar", "en", "الإنجليزية")]
    [InlineData("de", "es-MX", "Spanisch")]
    [InlineData("en", "uk", "Ukrainian")]
    [InlineData("en", "sv", "Svenska")]
    public void A_language_is_named_as_its_readers_name_it(string reader, string code, string name) =>
        Assert.Equal(name, KnownLanguages.For(reader).NameOf(code));

    [Theory]
    [InlineData("en", "“Yes”")]
    [InlineData("es", "«Yes»")]
    [InlineData("ar", "«Yes»")]
    [InlineData("de", "„Yes“")]
    public void Words_of_others_stand_between_the_languages_own_marks(string code, string quoted) =>
        Assert.Equal(quoted, KnownLanguages.For(code).Quote("Yes"));
}
