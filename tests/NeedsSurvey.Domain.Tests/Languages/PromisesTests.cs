using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Languages;

/// <summary>No word of the program promises what it cannot do (case content T51, E1, E3).</summary>
public sealed class PromisesTests
{
    public static TheoryData<string> Codes => [.. KnownLanguages.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_language_promises_nothing_that_cannot_be_kept(string code) =>
        Assert.Empty(
            Said.By(KnownLanguages.For(code))
                .Where(said => Promises.In(said.Words) is not null)
                .Select(said => $"{said.Path}: “{Promises.In(said.Words)}” in “{said.Words}”")
        );

    [Theory]
    [InlineData("When the survey closes, we will come back to you with what we do about it.")]
    [InlineData("Someone will get in touch with you.")]
    [InlineData("Your answers are completely anonymous.")]
    [InlineData("We’ll help.")]
    [InlineData("Después volveremos para contarle.")]
    [InlineData("Le llamaremos esta semana.")]
    [InlineData("La encuesta es anónima.")]
    [InlineData("سنعود إليكم بعد أسبوع.")]
    [InlineData("الاستبيان مجهول الهوية.")]
    [InlineData("Wir melden uns bei Ihnen.")]
    [InlineData("Die Umfrage ist anonym.")]
    public void A_promise_that_cannot_be_kept_is_found(string words) => Assert.NotNull(Promises.In(words));

    [Theory]
    [InlineData("We will say in public what we do about it, and you can look it up with the code below.")]
    [InlineData("Diremos en público qué hacemos, y usted podrá verlo con el código de abajo.")]
    [InlineData("سنعلن ما نفعله، ويمكنكم الاطلاع عليه بالرمز أدناه.")]
    [InlineData("Wir sagen öffentlich, was wir tun.")]
    public void What_can_be_kept_may_be_said(string words) => Assert.Null(Promises.In(words));

    [Fact]
    public void Whoever_writes_a_survey_is_warned_of_such_a_promise()
    {
        var survey = SurveyJson
            .Read(
                """{"title": "T", "thanks": "We will get in touch with you.", "questions": [{"type": "text", "name": "a", "label": "A"}]}"""
            )
            .Definition!;
        Assert.Contains(DefinitionCheck.Check(survey), fault => fault is { Code: "promise", Path: "thanks" });
    }
}
