using System.Text;
using System.Text.Json;
using NeedsSurvey.App.Demo;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Seeds;

public sealed class DemoResponsesTests
{
    private static readonly DemoStory Story = DemoStory.Load();
    private static readonly List<DemoResponse> Responses = [.. DemoResponses.Generate()];
    private static readonly List<JsonElement> Answers =
    [
        .. Responses.Select(response => JsonDocument.Parse(response.AnswersJson).RootElement),
    ];

    [Fact]
    public void More_people_of_the_same_seed_come_after_the_same_people() =>
        Assert.Equal(Json(Responses.Take(50)), Json(DemoResponses.Generate(50)));

    [Fact]
    public void Another_seed_gives_other_people() => Assert.NotEqual(Json(Responses.Take(50)), Json(DemoResponses.Generate(50, seed: 7)));

    [Fact]
    public void Everybody_has_a_submission_of_their_own() =>
        Assert.Equal(Responses.Count, Responses.Select(response => response.Submission).Distinct().Count());

    private static string Json(IEnumerable<DemoResponse> responses) => JsonSerializer.Serialize(responses);

    private static readonly Lazy<List<CheckedAnswers>> Checked = new(() =>
    {
        var survey = CompiledSurvey.Compile(Story.SurveyDefinition());
        var now = new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);
        return
        [
            .. Responses.Select(response =>
                AnswerCheck.Check(survey, response.AnswersJson, new ResponseContext { Language = response.Language, Now = now })
            ),
        ];
    });

    [Fact]
    public void The_survey_accepts_every_answer() =>
        Assert.Empty(Checked.Value.SelectMany(one => one.Faults).Select(fault => fault.ToString()));

    [Fact]
    public void The_survey_drops_no_answer() => Assert.All(Checked.Value, one => Assert.Empty(one.Dropped));

    [Fact]
    public void The_survey_takes_every_text_as_it_is() => Assert.All(Checked.Value.Zip(Answers), pair =>
        {
            using var stored = JsonDocument.Parse(pair.First.Json);
            Assert.All(Texts(pair.Second).Zip(Texts(stored.RootElement)), text => Assert.Equal(text.First, text.Second));
        });

    [Fact]
    public void People_under_25_answer_less_than_their_share()
    {
        var ages = Answers.Where(answers => answers.TryGetProperty("age", out var age) && age.ValueKind == JsonValueKind.String).ToList();
        var share = (double)ages.Count(answers => answers.GetProperty("age").GetString() == "age_16_24") / ages.Count;
        Assert.InRange(share, 0.055, 0.085);
        Assert.Equal(0.19, Story.Initiative.Margins.Single(margin => margin.GroupRole == "age").Shares["age_16_24"]);
    }

    private static List<string> WidestGaps => [.. Gaps(Answers).OrderByDescending(gap => gap.Value).Take(3).Select(gap => gap.Key)];

    private static Dictionary<string, double> GapsOf(string question, string choice) =>
        Gaps(
            Answers.Where(answers =>
                answers.TryGetProperty(question, out var answer) && answer.ValueKind == JsonValueKind.String && answer.GetString() == choice
            )
        );

    [Fact]
    public void The_widest_gaps_are_those_the_story_tells_of() => Assert.Equal(["housing_cost", "health_care", "transport"], WidestGaps);

    [Fact]
    public void The_unheard_need_is_among_the_widest_gaps() => Assert.Contains(Story.UnheardNeed, WidestGaps);

    [Fact]
    public void The_widest_gap_is_not_the_one_predicted() => Assert.NotEqual(Story.Prediction[0], WidestGaps[0]);

    [Fact]
    public void Renters_have_a_wider_gap_in_housing_than_owners() =>
        Assert.True(GapsOf("tenure", "rent_private")["housing_cost"] > 1.5 * GapsOf("tenure", "own_outright")["housing_cost"]);

    [Fact]
    public void The_harbour_flats_have_a_wider_gap_in_transport_than_the_old_town() =>
        Assert.True(GapsOf("area", "harbour_flats")["transport"] > 1.5 * GapsOf("area", "old_town")["transport"]);

    [Fact]
    public void More_than_half_write_in_their_own_words() =>
        Assert.InRange(Answers.Count(answers => Texts(answers).Any()) / 1200.0, 0.55, 0.65);

    [Fact]
    public void Hardly_two_write_the_same()
    {
        var texts = Answers.Where(answers => answers.TryGetProperty("story", out _)).Select(answers => Words(answers, "story")).ToList();
        Assert.True(texts.Distinct().Count() > 0.9 * texts.Count);
    }

    [Fact]
    public void What_people_write_has_no_gaps_to_fill_in() =>
        Assert.All(Answers.SelectMany(Texts), text =>
            Assert.True(
                text.IsNormalized(NormalizationForm.FormC) && text == text.Trim() && !text.Contains('[', StringComparison.Ordinal),
                text
            )
        );

    [Fact]
    public void Who_writes_nothing_allows_no_quote() =>
        Assert.All(Responses.Zip(Answers).Where(pair => !Texts(pair.Second).Any()), pair => Assert.False(pair.First.MayQuote));

    private static IEnumerable<(DemoReading Reading, string Text)> Readings =>
        Responses.Zip(Answers).SelectMany(pair => pair.First.Readings.Select(reading => (reading, Words(pair.Second, reading.Field))));

    private static IEnumerable<string> CodedNeeds => Readings.SelectMany(read => read.Reading.Codings).Select(coding => coding.Need);

    [Fact]
    public void Codings_lie_inside_the_answers() =>
        Assert.All(Readings, read =>
            Assert.All(read.Reading.Codings, coding =>
                Assert.True(coding.Start >= 0 && coding.Length > 0 && coding.Start + coding.Length <= read.Text.Length, read.Text)
            )
        );

    [Fact]
    public void Codings_name_needs_that_exist() =>
        Assert.Subset(
            Story.CatalogueNeeds().Select(need => need.Name).Append(Story.NeedFromStories!.Name).ToHashSet(),
            CodedNeeds.ToHashSet()
        );

    [Fact]
    public void Codings_name_many_needs() => Assert.True(CodedNeeds.Distinct().Count() >= 25);

    [Fact]
    public void Readings_are_by_the_coders_of_the_story() =>
        Assert.Subset(Story.Coders.Select(coder => coder.Key).ToHashSet(), Readings.Select(read => read.Reading.Coder).ToHashSet());

    [Fact]
    public void A_reading_codes_nothing_twice() =>
        Assert.All(Readings, read => Assert.Equal(read.Reading.Codings.Count, read.Reading.Codings.Distinct().Count()));

    // The readings of each answer in words, also of those that nobody read.
    private static List<List<DemoReading>> ReadingsOfAnswers() =>
        [
            .. Responses
                .Zip(Answers)
                .SelectMany(pair =>
                    DemoResponses
                        .OpenQuestions.Where(field => pair.Second.TryGetProperty(field, out _))
                        .Select(field => pair.First.Readings.Where(reading => reading.Field == field).ToList())
                ),
        ];

    [Fact]
    public void Coders_leave_some_answers_unread() =>
        Assert.InRange(ReadingsOfAnswers().Average(readings => readings.Count == 0 ? 1.0 : 0), 0.07, 0.13);

    [Fact]
    public void Two_coders_read_some_answers_both() =>
        Assert.InRange(ReadingsOfAnswers().Average(readings => readings.Count == 2 ? 1.0 : 0), 0.14, 0.22);

    [Fact]
    public void Two_coders_of_one_answer_mostly_agree()
    {
        static HashSet<string> Needs(DemoReading reading) => [.. reading.Codings.Select(coding => coding.Need)];
        Assert.InRange(
            ReadingsOfAnswers().Where(readings => readings.Count == 2).Average(both => Needs(both[0]).SetEquals(Needs(both[1])) ? 1.0 : 0),
            0.6,
            0.9
        );
    }

    [Fact]
    public void The_need_nobody_asked_about_is_among_those_most_written_of()
    {
        var told = Responses
            .SelectMany(response => response.Readings.SelectMany(reading => reading.Codings).Select(coding => coding.Need).Distinct())
            .CountBy(need => need)
            .OrderByDescending(need => need.Value)
            .Select(need => need.Key)
            .ToList();
        Assert.InRange(told.IndexOf(Story.NeedFromStories!.Name), 0, 5);
    }

    private static List<(bool MayQuote, string Words)> Quotes =>
        [
            .. Responses
                .Zip(Answers)
                .SelectMany(pair =>
                    pair.First.Readings.SelectMany(reading =>
                        reading
                            .Codings.Where(coding => coding.Quote)
                            .Select(coding =>
                                (pair.First.MayQuote, Words: Words(pair.Second, reading.Field).Substring(coding.Start, coding.Length))
                            )
                    )
                ),
        ];

    [Fact]
    public void Quotes_are_few() => Assert.InRange(Quotes.Count, 8, 24);

    [Fact]
    public void No_two_quotes_are_the_same() => Assert.Equal(Quotes.Count, Quotes.Select(quote => quote.Words).Distinct().Count());

    [Fact]
    public void Quotes_are_only_from_people_who_allowed_it() => Assert.All(Quotes, quote => Assert.True(quote.MayQuote, quote.Words));

    [Fact]
    public void People_answer_in_three_languages_while_the_survey_is_open()
    {
        Assert.All(["en", "es", "ar"], language => Assert.True(Responses.Count(response => response.Language == language) > 30, language));
        Assert.All(Responses, response => Assert.InRange(response.Day, 0, Story.Survey.OpenDays - 1));
    }

    private static string Words(JsonElement answers, string field) =>
        field.EndsWith(".other", StringComparison.Ordinal)
            ? answers.GetProperty(field[..^".other".Length]).GetProperty("other").GetString()!
            : answers.GetProperty(field).GetString()!;

    private static IEnumerable<string> Texts(JsonElement answers) =>
        DemoResponses
            .OpenQuestions.Where(field => answers.TryGetProperty(field, out var text) && text.ValueKind == JsonValueKind.String)
            .Select(field => answers.GetProperty(field).GetString()!);

    /// <summary>Borich's mean weighted discrepancy on complete pairs, by need.</summary>
    private static Dictionary<string, double> Gaps(IEnumerable<JsonElement> people) =>
        people
            .Where(answers => answers.TryGetProperty("needs", out var grid) && !grid.TryGetProperty("declined", out _))
            .SelectMany(answers => answers.GetProperty("needs").EnumerateObject())
            .Where(row => row.Value.TryGetProperty("satisfaction", out _))
            .GroupBy(
                row => row.Name,
                row => (I: row.Value.GetProperty("importance").GetInt32(), S: row.Value.GetProperty("satisfaction").GetInt32())
            )
            .ToDictionary(
                need => need.Key,
                need => need.Average(pair => pair.I) * (need.Average(pair => pair.I) - need.Average(pair => pair.S))
            );
}
