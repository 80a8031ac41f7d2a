using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Reports;

/// <summary>What the program discloses in a report is read in the reader's language.</summary>
public sealed class DisclosureTests
{
    public static TheoryData<string> Others => [.. KnownLanguages.All.Skip(1).Select(language => language.Code)];

    private static readonly DisclosureFacts Facts = new()
    {
        Organisation = "Riverside",
        Community = "Everyone in the valley",
        Place = "The valley",
        CommunitySize = 14_800,
        SurveyTitles = [new LocalText(new Dictionary<string, string> { ["ar"] = "ما الذي يهمّكم؟", ["en"] = "What matters?" })],
        SurveysInRandomOrder = 1,
        OffersNotKnowing = true,
        OpenedOn = new(2026, 5, 14),
        ClosedOn = new(2026, 6, 15),
        Languages = ["en", "ar"],
        HasResponses = true,
        Responses = 1_204,
        Threshold = 10,
        Precision = LocalText.Spoken(language => language.Precision.OptIn),
        OpenAnswers = 20,
        OpenAnswersRead = 15,
        Coders = 2,
    };

    private static string Words(string code, string language) =>
        Disclosure.Of(Facts, new Dictionary<string, string>()).Single(item => item.Code == code).ByLanguage!.ByLanguage[language];

    [Theory]
    [MemberData(nameof(Others))]
    public void Nothing_that_the_program_fills_in_stays_english(string language)
    {
        var items = Disclosure.Of(Facts, new Dictionary<string, string>()).Where(item => !item.ByPeople && item.Code != "conducted_by");
        Assert.Equal(8, items.Count());
        Assert.All(items, item => Assert.NotEqual(item.Words, Plain(item.ByLanguage!.ByLanguage[language])));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void How_many_and_how_precise_stand_together(string language)
    {
        var spoken = KnownLanguages.For(language);
        Assert.Equal($"{spoken.Report.Answered(1_204, spoken.Count(1_204))} {spoken.Precision.OptIn}", Words("sizes", language));
    }

    [Theory]
    [InlineData("ar", "ما الذي يهمّكم؟")]
    [InlineData("de", "What matters?")]
    public void A_surveys_title_is_the_readers_or_the_first_languages(string language, string title) =>
        Assert.Contains($"\u2068{title}\u2069", Words("instrument", language), StringComparison.Ordinal);

    [Fact]
    public void What_people_fill_in_has_no_words_of_the_program() =>
        Assert.All(Disclosure.Of(Facts, new Dictionary<string, string>()).Where(item => item.ByPeople), item =>
            Assert.Null(item.ByLanguage)
        );

    private static string Plain(string words) =>
        words.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
}
