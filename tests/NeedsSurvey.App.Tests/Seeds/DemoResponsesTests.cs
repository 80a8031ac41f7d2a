using System.Text;
using System.Text.Json;
using NeedsSurvey.App.Demo;
using NeedsSurvey.App.Seeds;
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
    public void The_same_seed_gives_the_same_people_and_more_of_them_only_adds()
    {
        Assert.Equal(Json(Responses.Take(50)), Json(DemoResponses.Generate(50)));
        Assert.NotEqual(Json(Responses.Take(50)), Json(DemoResponses.Generate(50, seed: 7)));
        Assert.Equal(Responses.Count, Responses.Select(response => response.Submission).Distinct().Count());

        static string Json(IEnumerable<DemoResponse> responses) => JsonSerializer.Serialize(responses);
    }

    [Fact]
    public void The_survey_accepts_every_answer_as_it_is_and_drops_none()
    {
        var survey = CompiledSurvey.Compile(Story.SurveyDefinition());
        foreach (var response in Responses)
        {
            var context = new ResponseContext
            {
                Language = response.Language,
                Now = new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero),
            };
            var checkedAnswers = AnswerCheck.Check(survey, response.AnswersJson, context);
            Assert.Empty(checkedAnswers.Faults.Select(fault => fault.ToString()));
            Assert.Empty(checkedAnswers.Dropped);
            using var stored = JsonDocument.Parse(checkedAnswers.Json);
            using var sent = JsonDocument.Parse(response.AnswersJson);
            Assert.All(Texts(sent.RootElement).Zip(Texts(stored.RootElement)), text => Assert.Equal(text.First, text.Second));
        }
    }

    [Fact]
    public void People_under_25_are_a_fifth_of_the_community_and_a_fourteenth_of_the_answers()
    {
        var ages = Answers.Where(answers => answers.TryGetProperty("age", out var age) && age.ValueKind == JsonValueKind.String).ToList();
        var share = (double)ages.Count(answers => answers.GetProperty("age").GetString() == "age_under_25") / ages.Count;
        Assert.InRange(share, 0.055, 0.085);
        Assert.Equal(0.19, Story.Initiative.Margins.Single(margin => margin.GroupRole == "age").Shares["age_under_25"]);
    }

    [Fact]
    public void Homes_doctors_and_buses_have_the_widest_gaps_and_renters_say_so_more_than_owners()
    {
        var gaps = Gaps(Answers);
        Assert.Equal(["housing_cost", "health_care", "transport"], gaps.OrderByDescending(gap => gap.Value).Take(3).Select(gap => gap.Key));
        Assert.Contains(Story.UnheardNeed, gaps.OrderByDescending(gap => gap.Value).Take(3).Select(gap => gap.Key));
        Assert.NotEqual(Story.Prediction[0], gaps.MaxBy(gap => gap.Value).Key);
        var owners = Gaps(Answers.Where(answers => Chosen(answers, "tenure") == "own"));
        var renters = Gaps(Answers.Where(answers => Chosen(answers, "tenure") == "rent_private"));
        Assert.True(renters["housing_cost"] > 1.5 * owners["housing_cost"]);
        Assert.True(
            Gaps(Answers.Where(answers => Chosen(answers, "area") == "harbour_flats"))["transport"]
                > 1.5 * Gaps(Answers.Where(answers => Chosen(answers, "area") == "old_town"))["transport"]
        );

        static string? Chosen(JsonElement answers, string question) =>
            answers.TryGetProperty(question, out var answer) && answer.ValueKind == JsonValueKind.String ? answer.GetString() : null;
    }

    [Fact]
    public void More_than_half_write_in_their_own_words_and_hardly_two_write_the_same()
    {
        Assert.InRange(
            Answers.Count(answers => answers.TryGetProperty("story", out _) || answers.TryGetProperty("not_asked", out _)) / 1200.0,
            0.5,
            0.6
        );
        var texts = Answers.SelectMany(Texts).ToList();
        Assert.True(texts.Distinct().Count() > 0.9 * texts.Count);
        Assert.All(texts, text =>
            Assert.True(
                text.IsNormalized(NormalizationForm.FormC) && text == text.Trim() && !text.Contains('[', StringComparison.Ordinal),
                text
            )
        );
        Assert.All(Responses.Zip(Answers).Where(pair => !Texts(pair.Second).Any()), pair => Assert.False(pair.First.MayQuote));
    }

    [Fact]
    public void Codings_lie_inside_the_answers_and_name_needs_that_exist()
    {
        var needs = Story.CatalogueNeeds().Select(need => need.Name).Append(Story.NeedFromStories.Name).ToHashSet();
        foreach (var (response, answers) in Responses.Zip(Answers))
        {
            foreach (var reading in response.Readings)
            {
                var text = Words(answers, reading.Field);
                Assert.Contains(reading.Coder, Story.Coders.Select(coder => coder.Key));
                Assert.Equal(reading.Codings.Count, reading.Codings.Distinct().Count());
                Assert.All(reading.Codings, coding =>
                    Assert.True(
                        needs.Contains(coding.Need)
                            && coding.Start >= 0
                            && coding.Length > 0
                            && coding.Start + coding.Length <= text.Length,
                        text
                    )
                );
            }
        }
        Assert.True(
            Responses
                .SelectMany(response => response.Readings)
                .SelectMany(reading => reading.Codings)
                .Select(coding => coding.Need)
                .Distinct()
                .Count() >= 25
        );
    }

    [Fact]
    public void Two_coders_share_some_answers_agree_mostly_and_leave_some_unread()
    {
        var read = Responses
            .Zip(Answers)
            .SelectMany(pair =>
                new[] { "story", "not_asked" }
                    .Where(field => pair.Second.TryGetProperty(field, out _))
                    .Select(field => pair.First.Readings.Where(reading => reading.Field == field).ToList())
            )
            .ToList();
        Assert.InRange(read.Count(readings => readings.Count == 0) / (double)read.Count, 0.07, 0.13);
        var both = read.Where(readings => readings.Count == 2).ToList();
        Assert.InRange(both.Count / (double)read.Count, 0.14, 0.22);
        var same = both.Count(readings => Needs(readings[0]).SetEquals(Needs(readings[1])));
        Assert.InRange(same / (double)both.Count, 0.6, 0.9);

        static HashSet<string> Needs(DemoReading reading) => [.. reading.Codings.Select(coding => coding.Need)];
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
        Assert.InRange(told.IndexOf(Story.NeedFromStories.Name), 0, 5);
    }

    [Fact]
    public void Quotes_are_few_all_different_and_only_from_people_who_allowed_it()
    {
        var quotes = Responses
            .Zip(Answers)
            .SelectMany(pair =>
                pair.First.Readings.SelectMany(reading =>
                    reading
                        .Codings.Where(coding => coding.Quote)
                        .Select(coding =>
                            (pair.First.MayQuote, Words: Words(pair.Second, reading.Field).Substring(coding.Start, coding.Length))
                        )
                )
            )
            .ToList();
        Assert.InRange(quotes.Count, 8, 24);
        Assert.Equal(quotes.Count, quotes.Select(quote => quote.Words).Distinct().Count());
        Assert.All(quotes, quote => Assert.True(quote.MayQuote, quote.Words));
    }

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
        new[] { "story", "not_asked" }
            .Where(field => answers.TryGetProperty(field, out var text) && text.ValueKind == JsonValueKind.String)
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
