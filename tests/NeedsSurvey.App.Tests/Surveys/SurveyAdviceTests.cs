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
