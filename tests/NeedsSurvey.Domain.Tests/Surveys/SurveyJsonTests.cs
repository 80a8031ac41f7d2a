using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

public sealed class SurveyJsonTests
{
    private static DefinitionFault Only(string json) => Assert.Single(SurveyJson.Read(json).Faults);

    [Fact]
    public void A_stored_draft_with_questions_for_files_is_read_without_them()
    {
        var stored = """
            {"title":"R","questions":[{"type":"image","name":"house"},{"type":"group","name":"you","questions":[
              {"type":"file","name":"letter"},{"type":"text","name":"story","label":"What is going on?"}]}]}
            """;
        var you = Assert.IsType<Group>(Assert.Single(SurveyJson.ReadStored(stored).Questions));
        Assert.Equal("story", Assert.Single(you.Questions).Name);
    }

    private static SurveyReading Smallest =>
        SurveyJson.Read("""{"title":"Riverside","languages":["en"],"questions":[{"type":"text","name":"story","may_decline":true}]}""");

    [Fact]
    public void The_smallest_survey_reads() => Assert.True(Smallest.Ok);

    [Fact]
    public void Defaults_are_left_out_when_a_survey_is_written() =>
        Assert.Equal("""{"title":"Riverside","questions":[{"type":"text","name":"story"}]}""", SurveyJson.Write(Smallest.Definition!));

    [Fact]
    public void A_default_that_is_not_the_zero_of_its_type_is_kept_when_it_is_changed()
    {
        const string json =
            """{"title":"R","questions":[{"type":"range","name":"a","start":1,"end":5,"may_decline":false},"""
            + """{"type":"range","name":"b","step":0.5}]}""";
        var read = SurveyJson.Read(json).Definition!;
        var a = Assert.IsType<RangeQuestion>(read.Questions[0]);
        Assert.False(a.MayDecline);
        Assert.Equal(json, SurveyJson.Write(read));
    }

    [Fact]
    public void Keys_in_the_order_a_database_gives_them_read_the_same()
    {
        var reordered = SurveyJson.Read(
            """{"questions":[{"name":"age","label":{"es":"Edad","en":"Age"},"choices":["""
                + """{"name":"a","label":"A"}],"type":"select_one"}],"title":"R"}"""
        );
        var written = SurveyJson.Read(
            """{"title":"R","questions":[{"type":"select_one","name":"age","label":{"en":"Age","es":"Edad"},"choices":["""
                + """{"name":"a","label":"A"}]}]}"""
        );
        Assert.Equal(SurveyJson.Write(written.Definition!), SurveyJson.Write(reordered.Definition!));
    }

    private const string Misspelt = """{"title":"R","questions":[{"type":"text","name":"a"},{"type":"text","name":"b","lable":"B"}]}""";

    [Fact]
    public void An_unknown_key_is_refused_with_its_path()
    {
        var fault = Only(Misspelt);
        Assert.Equal(("questions[1].lable", "unknown_key"), (fault.Path, fault.Code));
    }

    [Fact]
    public void An_unknown_key_is_answered_with_the_nearest_known_one() =>
        Assert.Contains("Did you mean 'label'?", Only(Misspelt).Message, StringComparison.Ordinal);

    [Fact]
    public void A_key_that_means_nothing_for_a_type_is_refused() =>
        Assert.Equal("questions[0].max", Only("""{"title":"R","questions":[{"type":"text","name":"a","max":3}]}""").Path);

    [Theory]
    [InlineData("image")]
    [InlineData("audio")]
    [InlineData("file")]
    public void A_type_that_takes_files_is_refused_in_words(string type)
    {
        var fault = Only($$"""{"title":"R","questions":[{"type":"{{type}}","name":"a","label":"A"}]}""");
        Assert.Equal(("questions[0].type", "not_offered"), (fault.Path, fault.Code));
        Assert.Equal("Pictures, recordings and files cannot be collected yet: remove the question.", fault.Message);
    }

    [Theory]
    [InlineData("""{"title":"R","title":"S"}""", "title")]
    [InlineData("""{"title":{"en":"R","en":"S"}}""", "title.en")]
    [InlineData("""{"title":"R","questions":[{"type":"text","name":"a","name":"a"}]}""", "questions[0].name")]
    [InlineData("""{"title":"R","questions":[{"type":"text","type":"text","name":"a"}]}""", "questions[0].type")]
    public void A_key_that_stands_twice_is_refused(string json, string path)
    {
        var fault = Only(json);
        Assert.Equal((path, "duplicate_key"), (fault.Path, fault.Code));
    }

    [Theory]
    [InlineData("""{"title":5}""", "title")]
    [InlineData("""{"title":{"en":5}}""", "title.en")]
    [InlineData("""{"title":"R","languages":"en"}""", "languages")]
    [InlineData("""{"title":"R","languages":[null]}""", "languages[0]")]
    [InlineData("""{"title":"R","ask_to_quote":"yes"}""", "ask_to_quote")]
    [InlineData("""{"title":"R","layout":"AllOnOne"}""", "layout")]
    [InlineData("""{"title":"R","layout":1}""", "layout")]
    [InlineData("""{"title":"R","start":{"minutes":1.5}}""", "start.minutes")]
    [InlineData("""{"title":"R","questions":[{"type":"range","name":"a","step":"1"}]}""", "questions[0].step")]
    [InlineData(
        """{"title":"R","questions":[{"type":"select_one","name":"a","choices":[{"name":1,"label":"x"}]}]}""",
        "questions[0].choices[0].name"
    )]
    [InlineData("""{"title":"R","choices":{"yes_no":{"a":1}}}""", "choices.yes_no")]
    [InlineData("""{"title":"R","questions":[{"type":"text","name":null}]}""", "questions[0].name")]
    [InlineData("""[]""", "")]
    public void A_wrong_type_is_refused_with_its_path(string json, string path)
    {
        var fault = Only(json);
        Assert.Equal((path, "wrong_type"), (fault.Path, fault.Code));
        Assert.StartsWith("This must be", fault.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> Types => [.. ItemTypes.ByWord.Keys];

    // clients, fault 2.
    [Theory]
    [MemberData(nameof(Types))]
    public void Null_in_the_place_of_what_may_be_left_out_of_an_item_is_as_if_it_were_left_out(string word)
    {
        var type = ItemTypes.ByWord[word];
        string[] must = [.. Keys(type, isRequired: true).Select(key => $"\"{key}\":{Musts[key]}").Prepend($"\"type\":\"{word}\"")];
        var nulls = Keys(type, isRequired: false).Select(key => $"\"{key}\":null");
        Assert.Equal(Rewritten(must), Rewritten([.. must, .. nulls]));
    }

    [Fact]
    public void Null_in_the_place_of_what_may_be_left_out_of_a_survey_is_as_if_it_were_left_out() =>
        Assert.Equal(
            """{"title":"R"}""",
            SurveyJson.Write(
                SurveyJson
                    .Read(
                        $$"""{"title":"R",{{string.Join(
                            ',',
                            Keys(typeof(SurveyDefinition), isRequired: false).Select(key => $"\"{key}\":null")
                        )}}}"""
                    )
                    .Definition!
            )
        );

    private static readonly Dictionary<string, string> Musts = new()
    {
        ["name"] = "\"a\"",
        ["calculation"] = "\"1\"",
        ["choices"] = """[{"name":"x","label":"X"}]""",
        ["rows"] = """[{"name":"x","label":"X"}]""",
        ["sets"] = """[["x","y"]]""",
        ["importance"] = """{"label":"I","scale":[]}""",
        ["satisfaction"] = """{"label":"S","scale":[]}""",
    };

    private static string Rewritten(string[] keys)
    {
        var reading = SurveyJson.Read($$"""{"title":"R","questions":[{{{string.Join(',', keys)}}}]}""");
        Assert.Empty(reading.Faults);
        return SurveyJson.Write(reading.Definition!);
    }

    private static IEnumerable<string> Keys(Type type, bool isRequired) =>
        type.GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true } && !property.IsDefined(typeof(JsonIgnoreAttribute)))
            .Where(property => property.IsDefined(typeof(RequiredMemberAttribute)) == isRequired)
            .Select(property =>
                property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)
            );

    [Fact]
    public void Every_fault_is_listed_at_once()
    {
        var faults = SurveyJson
            .Read("""{"langages":[],"questions":[{"type":"txt","name":"a"},{"name":"b"},{"type":"select_one","name":"c"}]}""")
            .Faults;
        Assert.Equal(
            ["langages", "", "questions[0].type", "questions[1]", "questions[2]"],
            faults
                .Select(fault => fault.Path)
                .OrderBy(path =>
                    path.Length == 0 ? 1
                    : path == "langages" ? 0
                    : 2
                )
        );
        Assert.Contains(faults, fault => fault.Message.Contains("Did you mean 'text'?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"title":"\u0000"}""")]
    [InlineData("""{"title":"\ud83d"}""")]
    [InlineData("""{"title":"\ude00\ud83d"}""")]
    [InlineData("""{"title":{"\ud800":"x"}}""")]
    public void Text_that_cannot_be_stored_is_refused(string json) =>
        Assert.Contains(SurveyJson.Read(json).Faults, fault => fault.Code == "bad_text");

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"title":"RR"}""");
        bytes[11] = 0xC3;
        Assert.Equal("not_utf8", Assert.Single(SurveyJson.Read(bytes).Faults).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"title":"R",}""")]
    [InlineData("""{"title":"R"} x""")]
    [InlineData("""// c""")]
    public void What_is_not_JSON_says_where(string json)
    {
        var fault = Only(json);
        Assert.Equal("not_json", fault.Code);
        Assert.Contains("line 1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_brackets_are_refused_for_their_depth() =>
        Assert.Contains("nested deeper", Only(new string('[', 100_000)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_definition_beyond_the_size_limit_is_refused_before_it_is_parsed() =>
        Assert.Equal("too_large", Only($$"""{"title":"{{new string('x', Limits.DefinitionBytes)}}"}""").Code);

    private static string Written => SurveyJson.Write(new SurveyDefinition { Title = "ما الذي تحتاجه؟ ¿Qué? </script>" });

    [Fact]
    public void Every_script_stays_readable() => Assert.Contains("ما الذي تحتاجه؟ ¿Qué?", Written, StringComparison.Ordinal);

    [Fact]
    public void Nothing_can_close_a_script_element() => Assert.DoesNotContain("<", Written, StringComparison.Ordinal);
}
