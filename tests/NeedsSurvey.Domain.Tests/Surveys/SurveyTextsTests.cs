using FsCheck;
using FsCheck.Fluent;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

public sealed class SurveyTextsTests
{
    private static readonly SurveyDefinition Rent = SurveyJson
        .Read(
            """
            {"title":"Rent","languages":["en","es"],"questions":[
              {"type":"select_one","name":"rents","label":{"en":"Do you rent?","es":"¿Alquila?"},"choices":[{"name":"yes","label":"Yes"},
                  {"name":"no","label":"No"}]},
              {"type":"select_one","name":"owns","label":"Do you own?","choices":[{"name":"yes","label":"Yes"},
                  {"name":"no","label":{"en":"No","es":"No, nunca"}}]}]}
            """
        )
        .Definition!;

    [Fact]
    public void The_same_words_with_the_same_translation_are_one_text() =>
        Assert.Equal(
            [
                (null, "Rent", "", 1),
                ("rents", "Do you rent?", "¿Alquila?", 1),
                ("rents", "Yes", "", 2),
                ("rents", "No", "", 1),
                ("owns", "Do you own?", "", 1),
                ("owns", "No", "No, nunca", 1),
            ],
            SurveyTexts.In(Rent, "es").Select(text => (text.Item, text.Original, text.Words, text.Places))
        );

    private static (List<LocalText> No, IEnumerable<string> Unplaced) Translated()
    {
        var (survey, unplaced) = SurveyTexts.Translate(
            Rent,
            "es",
            [new("No", "", "No"), new("No", "No, nunca", ""), new("Gone", "", "Ido"), new("Do you own?", "¿Es suya?", "¿Es dueño?")]
        );
        return (
            [.. survey.Questions.Cast<SelectOneQuestion>().Select(question => question.Choices.In(survey)[1].Label)],
            unplaced.Select(translation => translation.Original)
        );
    }

    [Fact]
    public void A_translation_is_placed_by_what_it_translates() => Assert.Equal("No", Translated().No[0].ByLanguage["es"]);

    [Fact]
    public void Empty_words_take_a_translation_away() => Assert.Equal("No", Translated().No[1].Plain);

    [Fact]
    public void A_translation_of_what_has_changed_since_is_placed_nowhere() => Assert.Equal(["Gone", "Do you own?"], Translated().Unplaced);

    [Fact]
    public void Translating_every_text_of_any_survey_touches_nothing_but_that_language() =>
        Prop.ForAll(RandomSurveys.Seeds, seed =>
            {
                var survey = new RandomSurveys(seed).Next();
                var (same, none) = SurveyTexts.Translate(
                    survey,
                    "es",
                    [.. SurveyTexts.In(survey, "es").Select(text => new Translation(text.Original, text.Words, text.Words))]
                );
                Assert.Empty(none);
                Assert.Equal(SurveyJson.Write(survey), SurveyJson.Write(same));
                var (translated, unplaced) = SurveyTexts.Translate(
                    survey,
                    "es",
                    [.. SurveyTexts.In(survey, "es").Select(text => new Translation(text.Original, text.Words, text.Original + " – es"))]
                );
                Assert.Empty(unplaced);
                Assert.All(SurveyTexts.In(translated, "es"), text => Assert.Equal(text.Original + " – es", text.Words));
                Assert.Equal(
                    SurveyTexts.In(survey, survey.FirstLanguage).Select(text => text.Original),
                    SurveyTexts.In(translated, survey.FirstLanguage).Select(text => text.Original)
                );
            })
            .Check(Properties.Cases(200));
}
