using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Responses;

/// <summary>Each type's answers: what is accepted, its one canonical form, what is refused.</summary>
public sealed class AnswerFormatTests
{
    private static readonly CompiledSurvey Types = Sample.Survey(
        """
        {"type":"text","name":"story","label":"S","max_length":20},
        {"type":"integer","name":"age","label":"A"},
        {"type":"decimal","name":"rent","label":"R"},
        {"type":"date","name":"since","label":"D"},
        {"type":"time","name":"at","label":"T"},
        {"type":"select_one","name":"tenure","label":"T","other":true,"choices":[{"name":"own","label":"Own"},
            {"name":"rent","label":"Rent"}]},
        {"type":"select_multiple","name":"help","label":"H","other":true,"min":2,"max":3,"choices":[{"name":"a","label":"A"},
            {"name":"b","label":"B"},{"name":"c","label":"C"},{"name":"none","label":"None","exclusive":true}]},
        {"type":"rank","name":"top","label":"T","top":2,"choices":[{"name":"a","label":"A"},{"name":"b","label":"B"},
            {"name":"c","label":"C"}]},
        {"type":"range","name":"mood","label":"M","start":1,"end":5,"step":0.5},
        {"type":"need_grid","name":"needs","label":"N","rows":[{"name":"housing","label":"H"},{"name":"food","label":"F"}],
         "importance":{"label":"I","scale":[{"value":0,"label":"0"},{"value":4,"label":"4"}]},"satisfaction":{"label":"S",
             "scale":[{"value":0,"label":"0"},{"value":4,"label":"4"}]}},
        {"type":"matrix","name":"days","label":"D","rows":[{"name":"mon","label":"M"},
            {"name":"tue","label":"T"}],"choices":[{"name":"yes","label":"Y"},{"name":"no","label":"N"}]},
        {"type":"best_worst","name":"trade","label":"T","choices":[{"name":"a","label":"A"},{"name":"b","label":"B"},
            {"name":"c","label":"C"}],"sets":[["a","b"],["b","c"]]},
        {"type":"geopoint","name":"place","label":"P"}
        """
    );

    private static string Canonical(string question, string answer)
    {
        var json = Types.Accept($$"""{"{{question}}":{{answer}}}""");
        var from = json.IndexOf($"\"{question}\":", StringComparison.Ordinal) + question.Length + 3;
        var next = Types.Items.Skip(Types.Find(question)!.Slot + 1).FirstOrDefault();
        var to = next is null ? json.Length - 1 : json.IndexOf($",\"{next.Name}\":", from, StringComparison.Ordinal);
        return json[from..to];
    }

    [Theory]
    [InlineData("story", "\"  two  spaces \"", "\"two  spaces\"")]
    [InlineData("story", "\"   \"", "null")]
    [InlineData("story", "\"a\\r\\nb\\rc\"", "\"a\\nb\\nc\"")]
    [InlineData("story", "\"cafe\\u0301\"", "\"café\"")]
    [InlineData("age", "12.0", "12")]
    [InlineData("age", "1.2e1", "12")]
    [InlineData("age", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("age", "\"\"", "null")]
    [InlineData("rent", "650.50", "650.5")]
    [InlineData("rent", "-0.0", "0")]
    [InlineData("since", "\"2024-02-29\"", "\"2024-02-29\"")]
    [InlineData("at", "\"09:30\"", "\"09:30\"")]
    [InlineData("tenure", "\"own\"", "\"own\"")]
    [InlineData("tenure", "\"other\"", "\"other\"")]
    [InlineData("tenure", """{"choice":"other","other":"A boat"}""", """{"choice":"other","other":"A boat"}""")]
    [InlineData("tenure", """{"choice":"own"}""", "\"own\"")]
    [InlineData("help", """["c","a"]""", """["a","c"]""")]
    [InlineData("help", """["none"]""", """["none"]""")]
    [InlineData("help", """{"other":"A lift","choices":["other","b"]}""", """{"choices":["b","other"],"other":"A lift"}""")]
    [InlineData("help", "[]", "null")]
    [InlineData("top", """["c","a"]""", """["c","a"]""")]
    [InlineData("mood", "2.50", "2.5")]
    [InlineData("needs", """{"food":{"satisfaction":0,"importance":4},"housing":{}}""", """{"food":{"importance":4,"satisfaction":0}}""")]
    [InlineData(
        "needs",
        """{"housing":{"importance":4,"satisfaction":{"declined":true}}}""",
        """{"housing":{"importance":4,"satisfaction":{"declined":true}}}"""
    )]
    [InlineData(
        "needs",
        """{"housing":{"importance":{"declined":true},"satisfaction":{"declined":true}}}""",
        """{"housing":{"declined":true}}"""
    )]
    [InlineData("needs", """{"declined":true}""", """{"declined":true}""")]
    [InlineData("days", """{"tue":"no","mon":{"declined":true}}""", """{"mon":{"declined":true},"tue":"no"}""")]
    [InlineData("trade", """[null,{"worst":"b","best":"c"}]""", """[null,{"best":"c","worst":"b"}]""")]
    [InlineData("trade", """[{"best":"a"},null]""", """[{"best":"a"}]""")]
    [InlineData("place", """{"lon":-0.10,"lat":51.5}""", """{"lat":51.5,"lon":-0.1}""")]
    public void An_answer_has_one_canonical_form(string question, string answer, string canonical) =>
        Assert.Equal(canonical, Canonical(question, answer));

    [Theory]
    [InlineData("story", "5", "text_needed", "story")]
    [InlineData("story", "\"\\u0000\"", "bad_text", "story")]
    [InlineData("story", "\"\\ud83d\"", "bad_text", "story")]
    [InlineData("story", "\"a\\ufffeb\"", "bad_text", "story")]
    [InlineData("tenure", """{"choice":"other","other":"\ufffe"}""", "bad_text", "tenure.other")]
    [InlineData("story", "\"123456789012345678901\"", "too_long", "story")]
    [InlineData("age", "\"12\"", "whole_number_needed", "age")]
    [InlineData("age", "1.5", "whole_number_needed", "age")]
    [InlineData("age", "9223372036854775808", "number_too_large", "age")]
    [InlineData("age", "1e400", "number_too_large", "age")]
    [InlineData("age", "true", "whole_number_needed", "age")]
    [InlineData("rent", "1e400", "number_too_large", "rent")]
    [InlineData("rent", "1e-30", "number_too_long", "rent")]
    [InlineData("rent", "0.12345678901234567890123456789", "number_too_long", "rent")]
    [InlineData("age", "12.000000000000000000000000000001", "whole_number_needed", "age")]
    [InlineData("rent", "\"NaN\"", "number_needed", "rent")]
    [InlineData("since", "\"2026-02-30\"", "date_needed", "since")]
    [InlineData("since", "\"27/3/2026\"", "date_needed", "since")]
    [InlineData("since", "20260327", "date_needed", "since")]
    [InlineData("at", "\"24:00\"", "time_needed", "at")]
    [InlineData("at", "\"9:30\"", "time_needed", "at")]
    [InlineData("tenure", "\"boat\"", "unknown_choice", "tenure")]
    [InlineData("tenure", "\"\\ud800\"", "unknown_choice", "tenure")]
    [InlineData("tenure", "[\"own\"]", "choice_needed", "tenure")]
    [InlineData("tenure", """{"choice":"own","other":"A boat"}""", "other_not_chosen", "tenure.other")]
    [InlineData("tenure", """{"choice":"own","extra":1}""", "wrong_form", "tenure")]
    [InlineData("help", """["a"]""", "too_few", "help")]
    [InlineData("help", """["a","b","c","other"]""", "too_many", "help")]
    [InlineData("help", """["a","none"]""", "exclusive", "help")]
    [InlineData("help", """["a","a"]""", "chosen_twice", "help")]
    [InlineData("help", """["a","z"]""", "unknown_choice", "help")]
    [InlineData("help", "\"a\"", "choices_needed", "help")]
    [InlineData("top", """["a","b","c"]""", "too_many", "top")]
    [InlineData("top", """["a","a"]""", "chosen_twice", "top")]
    [InlineData("top", """["","a"]""", "place_missing", "top")]
    [InlineData("mood", "5.5", "off_scale", "mood")]
    [InlineData("mood", "1.25", "off_step", "mood")]
    [InlineData("needs", """{"rent":{"importance":4}}""", "unknown_row", "needs")]
    [InlineData("needs", """{"food":{"importance":3}}""", "unknown_choice", "needs.food.importance")]
    [InlineData("needs", """{"food":4}""", "wrong_form", "needs.food")]
    [InlineData("needs", """{"food":{"urgency":4}}""", "unknown_part", "needs.food")]
    [InlineData("days", """{"mon":"maybe"}""", "unknown_choice", "days.mon")]
    [InlineData("trade", """[{"best":"a","worst":"a"}]""", "same_best_worst", "trade[0].worst")]
    [InlineData("trade", """[{"best":"c"}]""", "not_in_set", "trade[0].best")]
    [InlineData("trade", """[{},{},{}]""", "wrong_form", "trade")]
    [InlineData("place", """{"lat":91,"lon":0}""", "point_needed", "place")]
    [InlineData("place", """{"lat":1}""", "point_needed", "place")]
    public void An_answer_that_does_not_fit_is_refused_with_its_path(string question, string answer, string code, string path) =>
        Assert.Equal((code, path), Types.Refuse($$"""{"{{question}}":{{answer}}}"""));

    [Fact]
    public void A_draft_whose_scale_is_longer_than_numbers_are_takes_an_answer_while_it_is_tried_out()
    {
        const string endless = """
            {"title":"T","questions":[{"type":"range","name":"far","label":"F","start":-79e27,"end":79e27,"step":1e-10}]}
            """;
        Assert.Empty(CompiledSurvey.Compile(SurveyJson.Read(endless).Definition!).Check("""{"far":79e27}""").Faults);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{")]
    [InlineData("\ud83d")]
    public void What_is_not_an_object_of_answers_is_refused(string answers) => Assert.Equal("not_answers", Types.Refuse(answers).Code);

    [Fact]
    public void Every_fault_is_told_at_once_in_the_order_of_the_survey()
    {
        var faults = Types.Check("""{"place":1,"age":"x","days":{"mon":1,"tue":2}}""").Faults;
        Assert.Equal(["age", "days.mon", "days.tue", "place"], faults.Select(fault => fault.Path));
        Assert.Equal(["age", "days:mon", "days:tue", "place"], faults.Select(fault => fault.Field));
    }
}
