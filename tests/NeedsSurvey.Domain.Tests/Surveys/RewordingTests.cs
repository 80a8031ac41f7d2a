using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

/// <summary>Field 21: a rewording beyond spelling is not published unasked, and a mended misspelling does not ask.</summary>
public sealed class RewordingTests
{
    [Theory]
    // Misspellings.
    [InlineData("How many childern?", "How many children?")]
    [InlineData("How mnay cars?", "How many cars?")]
    [InlineData("Do you recieve benefits?", "Do you receive benefits?")]
    [InlineData("Seperate rooms", "Separate rooms")]
    [InlineData("acommodation", "accommodation")]
    [InlineData("Teh street", "The street")]
    [InlineData("Your adress", "Your address")]
    [InlineData("libary", "library")]
    [InlineData("How man cars", "How many cars")]
    // Marks, capitals, spaces, accents.
    [InlineData("how many cars", "How many cars?")]
    [InlineData("Rent (per month)", "Rent, per month")]
    [InlineData("Health care", "Healthcare")]
    [InlineData("every day", "everyday")]
    [InlineData("How  many\ncars?", "How many cars?")]
    [InlineData("Don't know", "Don’t know")]
    [InlineData("Cannot say", "can't say")]
    [InlineData("Cafe", "Café")]
    [InlineData("e-mail", "email")]
    [InlineData("10 000 people?", "10 000 people")]
    // Articles, and please.
    [InlineData("How many cars does household own?", "How many cars does the household own?")]
    [InlineData("Tell us your age.", "Please tell us your age.")]
    // Other languages.
    [InlineData("Wieviel Miete zahlen Sie?", "Wie viel Miete zahlen Sie?")]
    [InlineData("Strasse", "Straße")]
    [InlineData("Fuer wen?", "Für wen?")]
    [InlineData("¿Cuantos coches?", "¿Cuántos coches?")]
    [InlineData("Cuantos niños", "¿Cuántos niños?")]
    [InlineData("كم عدد الاطفال؟", "كم عدد الأطفال؟")]
    [InlineData("ما هو بيت الاسرة", "ما هو بيت الأسره؟")]
    [InlineData("١٢ شهرا", "12 شهرًا")]
    [InlineData("คุณมีลูกกี่คนน", "คุณมีลูกกี่คน")]
    public void Field_21_spelling_says_the_same(string was, string now)
    {
        Assert.True(Rewording.IsSpelling(was, now));
        Assert.True(Rewording.IsSpelling(now, was));
    }

    [Theory]
    [InlineData("How many children?", "How many cars?")]
    [InlineData("How many cars?", "How many cats?")]
    [InlineData("How many men?", "How many women?")]
    [InlineData("North", "South")]
    [InlineData("Does he work?", "Does she work?")]
    [InlineData("Are you safe?", "Are you unsafe?")]
    [InlineData("legal", "illegal")]
    [InlineData("Did it increase?", "Did it decrease?")]
    [InlineData("Can you pay?", "Can't you pay?")]
    [InlineData("I can pay", "I cannot pay")]
    [InlineData("Is it now clean?", "Is it not clean?")]
    [InlineData("with heating", "without heating")]
    // Numbers, units, signs.
    [InlineData("In the last 12 months", "In the last 6 months")]
    [InlineData("In the last 12 months", "In the last 21 months")]
    [InlineData("Distance in km", "Distance in m")]
    [InlineData("Distance (km)", "Distance (miles)")]
    [InlineData("Rent in €", "Rent in £")]
    [InlineData("Rent", "Rent in %")]
    [InlineData("1 2 people", "12 people")]
    [InlineData("< 5", "> 5")]
    // Words more, fewer, in another order.
    [InlineData("How many children?", "How many children at school?")]
    [InlineData("Your own income", "Your income")]
    [InlineData("More food than heat", "More heat than food")]
    [InlineData("How old is ${a}?", "How old is ${b}?")]
    [InlineData("How old is ${a}?", "How old?")]
    [InlineData("Rent", "???")]
    // Other languages.
    [InlineData("Haben Sie ein Auto?", "Haben Sie kein Auto?")]
    [InlineData("Ist es nicht sauber?", "Ist es sauber?")]
    [InlineData("¿Tiene coche?", "¿No tiene coche?")]
    [InlineData("هل لديك سيارة؟", "هل ليس لديك سيارة؟")]
    [InlineData("你有几个孩子", "你有几辆车")]
    [InlineData("男", "女")]
    [InlineData("มีรถ", "ไม่มีรถ")]
    [InlineData("😀", "😡")]
    public void Field_21_another_word_says_something_else(string was, string now)
    {
        Assert.False(Rewording.IsSpelling(was, now));
        Assert.False(Rewording.IsSpelling(now, was));
    }

    [Theory]
    [InlineData("""{"type":"text","name":"a","label":"CHANGE"}""", "questions[0].label")]
    [InlineData("""{"type":"text","name":"a","label":"A","hint":"CHANGE"}""", "questions[0].hint")]
    [InlineData(
        """{"type":"select_one","name":"a","label":"A","choices":[{"name":"x","label":"CHANGE"},{"name":"y","label":"Y"}]}""",
        "questions[0].choices[x]"
    )]
    [InlineData(
        """{"type":"matrix","name":"a","label":"A","choices":[{"name":"x","label":"X"}],"rows":[{"name":"r","label":"CHANGE"}]}""",
        "questions[0].rows[r]"
    )]
    [InlineData(
        """{"type":"matrix","name":"a","label":"A","choices":[{"name":"x","label":"CHANGE"}],"rows":[{"name":"r","label":"R"}]}""",
        "questions[0].choices[x]"
    )]
    [InlineData(
        """{"type":"group","name":"g","label":"CHANGE","questions":[{"type":"text","name":"a","label":"A"}]}""",
        "questions[0].label"
    )]
    [InlineData(
        """{"type":"repeat","name":"g","hint":"CHANGE","questions":[{"type":"text","name":"a","label":"A"}]}""",
        "questions[0].hint"
    )]
    [InlineData("""{"type":"range","name":"a","label":"A","low_label":"CHANGE"}""", "questions[0].low_label")]
    [InlineData("""{"type":"range","name":"a","label":"A","high_label":"CHANGE"}""", "questions[0].high_label")]
    [InlineData(
        """
            {"type":"best_worst","name":"a","label":"A","best_label":"CHANGE","sets":[["x","y"]],
             "choices":[{"name":"x","label":"X"},{"name":"y","label":"Y"}]}
            """,
        "questions[0].best_label"
    )]
    [InlineData(
        """
            {"type":"need_grid","name":"a","label":"A","rows":[{"name":"r","label":"R"}],
             "importance":{"label":"I","scale":[{"value":0,"label":"CHANGE"},{"value":1,"label":"Y"}]},
             "satisfaction":{"label":"S","scale":[{"value":0,"label":"N"},{"value":1,"label":"Y"}]}}
            """,
        "questions[0].importance.scale[0]"
    )]
    [InlineData(
        """
            {"type":"need_grid","name":"a","label":"A","rows":[{"name":"r","label":"R"}],
             "importance":{"label":"I","scale":[{"value":0,"label":"N"},{"value":1,"label":"Y"}]},
             "satisfaction":{"label":"CHANGE","scale":[{"value":0,"label":"N"},{"value":1,"label":"Y"}]}}
            """,
        "questions[0].satisfaction.label"
    )]
    public void Field_21_every_text_that_carries_meaning_is_compared(string question, string path)
    {
        var was = Read(question.Replace("CHANGE", "Very important", StringComparison.Ordinal));
        var spelt = Read(question.Replace("CHANGE", "very imporant", StringComparison.Ordinal));
        var other = Read(question.Replace("CHANGE", "Very little", StringComparison.Ordinal));
        Assert.Equal((path, ChangeEffect.Safe), Only(was, spelt));
        Assert.Equal((path, ChangeEffect.SplitsData), Only(was, other));
    }

    [Fact]
    public void Field_21_the_change_is_told_in_both_wordings()
    {
        var change = Assert.Single(
            VersionDiff.Between(
                Read("""{"type":"text","name":"n","label":"How many children?"}"""),
                Read("""{"type":"text","name":"n","label":"How many cars?"}""")
            )
        );
        Assert.Equal("'n' asks “How many cars?” (en) instead of “How many children?”.", change.Message);
    }

    [Fact]
    public void A_hint_where_there_was_none_asks()
    {
        var without = Read("""{"type":"integer","name":"n","label":"How many children?"}""");
        var with = Read("""{"type":"integer","name":"n","label":"How many children?","hint":"Under 18"}""");
        Assert.Equal(("questions[0].hint", ChangeEffect.SplitsData), Only(without, with));
        Assert.Equal(("questions[0].hint", ChangeEffect.SplitsData), Only(with, without));
    }

    [Fact]
    public void The_first_words_in_a_language_pass()
    {
        var was = Read("""{"type":"text","name":"a","label":"Rent"}""");
        Assert.Equal(ChangeEffect.Safe, Only(was, Read("""{"type":"text","name":"a","label":{"en":"Rent","es":"Alquiler"}}""")).Effect);
    }

    [Fact]
    public void Other_words_in_a_translation_ask()
    {
        var was = Read("""{"type":"text","name":"a","label":{"en":"Rent","es":"Alquiler"}}""");
        Assert.Equal(ChangeEffect.SplitsData, Only(was, Read("""{"type":"text","name":"a","label":{"en":"Rent","es":"Hambre"}}""")).Effect);
    }

    private static SurveyDefinition Read(string question) =>
        SurveyJson.Read($$"""{"title":"R","languages":["en","es"],"questions":[{{question}}]}""").Definition!;

    private static (string Path, ChangeEffect Effect) Only(SurveyDefinition was, SurveyDefinition now)
    {
        var change = Assert.Single(VersionDiff.Between(was, now));
        return (change.Path, change.Effect);
    }
}
