using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Tests.Responses;

public sealed class AnswerWordsTests
{
    [Theory]
    [InlineData("en", "3 May 2026", "12,040", "1,234.5")]
    [InlineData("es", "3 de mayo de 2026", "12.040", "1.234,5")]
    [InlineData("ar", "3\u200F/5\u200F/2026", "12,040", "1,234.5")]
    [InlineData("de", "3. Mai 2026", "12.040", "1.234,5")]
    public void Days_and_numbers_are_written_as_the_reader_writes_them(string language, string day, string count, string number) =>
        Assert.Equal(
            (day, count, number),
            (ReaderCulture.Day(new(2026, 5, 3), language), ReaderCulture.Count(12040, language), ReaderCulture.Number(1234.5m, language))
        );

    [Theory]
    [InlineData("en", "Most: Alder, Least: Birch")]
    [InlineData("es", "Lo que más: Alder, Lo que menos: Birch")]
    [InlineData("ar", "الأكثر: Alder، الأقل: Birch")]
    [InlineData("de", "Am meisten: Alder, Am wenigsten: Birch")]
    public void The_two_ends_of_a_set_are_named_in_words_where_the_survey_names_none(string language, string words)
    {
        var survey = Sample.Survey(
            """
            {"type":"best_worst","name":"trees","label":"T","choices":[{"name":"a","label":"Alder"},{"name":"b","label":"Birch"},
                {"name":"c","label":"Cedar"}],"sets":[["a","b","c"]]}
            """
        );
        Assert.Equal(words, AnswerWords.OneLine(survey.Find("trees")!, new BestWorstAnswer([new("a", "b")]), language));
    }

    [Fact]
    public void Numbers_in_what_is_said_of_a_fault_are_the_readers_too()
    {
        var survey = Sample.Survey("""{"type":"range","name":"level","label":"L","start":0.5,"end":20.5}""");
        var verdict = AnswerCheck.CheckPage(
            survey,
            "",
            survey.Pages[0],
            System.Text.Json.JsonElement.Parse("""{"level":90}"""),
            Sample.Context with
            {
                Language = "es",
            }
        );
        Assert.Equal("Elija un número de 0,5 a 20,5.", Assert.Single(verdict.Faults).Message);
    }
}
