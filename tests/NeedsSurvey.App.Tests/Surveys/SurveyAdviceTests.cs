using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Surveys;

/// <summary>What experience says is missing, before a survey is published.</summary>
public sealed class SurveyAdviceTests
{
    private static IEnumerable<string> Advice(string languages, string urgent = "", string? spanish = null) =>
        SurveyCheck
            .Of(
                SurveyJson
                    .Read($$"""{"title":"T","languages":[{{languages}}],"questions":[{"type":"text","name":"t","label":"Say it"}]}""")
                    .Definition!,
                new InitiativeFields
                {
                    Title = "Together",
                    Stance = Stance.Allyship,
                    UrgentReferral = urgent,
                    Translations = spanish is null
                        ? null
                        : new Dictionary<string, InitiativeTexts> { ["es"] = new() { UrgentReferral = spanish } },
                }
            )
            .Select(fault => fault.Code);

    // content, T12
    [Theory]
    [InlineData("", "no_last_day no_day_heard")]
    [InlineData("\"answers_until\":\"2026-05-31\",\"heard_by\":\"2026-06-30\"", "")]
    [InlineData("\"answers_until\":\"2026-05-01\",\"heard_by\":\"2026-05-02\"", "day_past day_past")]
    public void Days_that_people_are_not_told_or_that_are_past_are_named(string start, string codes) =>
        Assert.Equal(
            codes,
            string.Join(
                ' ',
                SurveyCheck
                    .Of(
                        SurveyJson
                            .Read(
                                "{\"title\":\"T\",\"start\":{"
                                    + start
                                    + "},\"questions\":[{\"type\":\"text\",\"name\":\"t\",\"label\":\"Say it\"}]}"
                            )
                            .Definition!,
                        today: new DateOnly(2026, 5, 31)
                    )
                    .Select(fault => fault.Code)
                    .Where(code => code.Contains("day", StringComparison.Ordinal))
            )
        );

    // pages, row 3
    [Theory]
    [InlineData("\"en\", \"ar\"", false)]
    [InlineData("\"es-MX\"", false)]
    [InlineData("\"en\", \"fr\"", true)]
    public void A_language_without_the_programs_own_words_is_named(string languages, bool named) =>
        Assert.Equal(named, Advice(languages).Contains("no_own_words"));

    // pages, row 1
    [Theory]
    [InlineData("", true)]
    [InlineData("Ring 112.", false)]
    public void Where_urgent_needs_are_sent_is_a_place_to_turn_to(string urgent, bool missing) =>
        Assert.Equal(missing, Advice("\"en\"", urgent).Contains("no_support"));

    // pages, rows 1 and 41
    [Theory]
    [InlineData("\"en\", \"es\"", null, true)]
    [InlineData("\"en\", \"es\"", "", true)]
    [InlineData("\"en\", \"es\"", "Llame al 112.", false)]
    [InlineData("\"en\"", null, false)]
    public void Where_urgent_needs_are_sent_is_missed_in_each_language(string languages, string? spanish, bool missing) =>
        Assert.Equal(missing, Advice(languages, "Ring 112.", spanish).Contains("urgent_referral_not_told"));
}
