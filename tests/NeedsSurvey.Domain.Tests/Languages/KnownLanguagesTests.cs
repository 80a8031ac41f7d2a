using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain.Tests.Languages;

public sealed class KnownLanguagesTests
{
    [Fact]
    public void Languages_are_listed_by_their_own_names_after_English() =>
        Assert.Equal(
            ["English", .. KnownLanguages.All.Select(language => language.Name).Skip(1).Order(StringComparer.Ordinal)],
            KnownLanguages.All.Select(language => language.Name)
        );

    [Fact]
    public void Languages_stand_in_the_order_of_the_survey() =>
        Assert.Equal(["es-MX", "ar", "en"], KnownLanguages.From(["es-MX", "ar", "en"], ["ar", "en", "es-MX"]));

    [Fact]
    public void Languages_that_a_survey_is_not_asked_in_stand_after_its_own() =>
        Assert.Equal(["es", "ar", "en", "de"], KnownLanguages.From(["es", "ar"]).Select(language => language.Code));

    [Fact]
    public void Every_language_in_the_room_is_found() =>
        Assert.Equal(
            typeof(Language).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Language))).Select(type => type.Name).Order(),
            KnownLanguages.All.Select(language => language.GetType().Name).Order()
        );

    [Theory]
    [InlineData("es", "es")]
    [InlineData("es-MX", "es")]
    [InlineData("DE-at", "de")]
    public void A_code_is_served_by_its_primary_part(string code, string served) => Assert.Equal(served, KnownLanguages.For(code).Code);

    [Theory]
    [InlineData("fr")]
    [InlineData("est")]
    [InlineData("")]
    [InlineData(null)]
    public void A_code_that_we_do_not_have_is_served_in_English(string? code) => Assert.Equal("en", KnownLanguages.For(code).Code);

    [Fact]
    public void The_first_code_that_has_words_is_spoken()
    {
        Assert.Equal("ar", KnownLanguages.Spoken([null, "fr", "ar-EG", "es"]).Code);
        Assert.Equal("en", KnownLanguages.Spoken(["fr", "*"]).Code);
    }

    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("ar-EG", "rtl")]
    [InlineData("he", "rtl")]
    [InlineData("fa-IR", "rtl")]
    [InlineData("ur", "rtl")]
    [InlineData("de", "ltr")]
    [InlineData("zh-Hans", "ltr")]
    public void Languages_without_words_of_ours_have_their_direction_too(string code, string direction) =>
        Assert.Equal(direction, KnownLanguages.DirectionOf(code));

    // pages, row 23
    [Fact]
    public void A_percent_sign_stays_with_its_number() =>
        Assert.All(KnownLanguages.All, language => Assert.DoesNotContain(' ', language.Percent(1)));

    [Theory]
    [InlineData("es-MX", "3 de mayo de 2026", "1,234.5")]
    [InlineData("de-CH", "3. Mai 2026", "1’234.5")]
    [InlineData("ar-EG", "3\u200F/5\u200F/2026", "1,234.5")]
    [InlineData("pt", "3 de maio de 2026", "1.234,5")]
    [InlineData("fr", "3 mai 2026", "1\u202F234,5")]
    [InlineData("th", "2026-05-03", "1,234.5")]
    [InlineData("not a language", "3 May 2026", "1,234.5")]
    public void Any_code_writes_days_and_numbers_as_its_readers_do(string code, string day, string number) =>
        Assert.Equal((day, number), (ReaderCulture.Day(new(2026, 5, 3), code), ReaderCulture.Number(1234.5m, code)));

    [Fact]
    public void The_choice_of_something_else_has_a_name_in_more_than_our_languages() =>
        Assert.Superset(
            KnownLanguages.All.Select(language => language.Code).Append("fr").Append("pt").ToHashSet(),
            StandardAnswers.OtherByLanguage.Keys.ToHashSet()
        );
}
