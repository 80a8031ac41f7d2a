using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Tests.Reports;

public sealed class IsolatesTests
{
    [Fact]
    public void Parts_of_a_sentence_are_told_apart_by_elements() =>
        Assert.Equal("<bdi>a &amp; b</bdi> and <bdi>&lt;i></bdi>", Isolates.Html(KnownLanguages.English.List(["a & b", "<i>"])).Value);

    [Theory]
    [InlineData("a\u2069b", "ab")]
    [InlineData("a\u2068b", "a<bdi>b</bdi>")]
    public void A_mark_without_its_other_half_opens_nothing_for_good(string sentence, string html) =>
        Assert.Equal(html, Isolates.Html(sentence).Value);

    private static readonly LocalText Words = new(new Dictionary<string, string> { ["en"] = "Bus", ["es"] = "Autobús" });

    [Theory]
    [InlineData("es", "Autobús", null)]
    [InlineData("ar", "Bus", "en")]
    public void Words_are_in_the_readers_language_or_marked_with_theirs(string reader, string words, string? language) =>
        Assert.Equal(new Said(words, language), Said.Of(Words, reader, "en"));
}
