using System.Text.Json.Nodes;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.App.Demo;

/// <summary>
/// The demo's synthetic answers to <see cref="DemoStory.SurveyDefinition"/>, and how its coders read them. The same seed gives the
/// same people on every machine, and a larger count only adds to a smaller one. Nobody said any of this.
/// </summary>
public static class DemoResponses
{
    /// <summary>As many as the demo holds unless told otherwise.</summary>
    public const int DefaultCount = 1_200;

    /// <summary>The seed of the demo that everybody sees.</summary>
    public const int DefaultSeed = 2026;

    /// <summary>The questions that people answer in their own words.</summary>
    public static IReadOnlyList<string> OpenQuestions { get; } = ["story", "better", "stand_with", "not_asked"];

    /// <summary>Answers one by one, in no order of days; memory does not grow with <paramref name="count"/>.</summary>
    public static IEnumerable<DemoResponse> Generate(int count = DefaultCount, int seed = DefaultSeed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var people = DemoPeople.Load();
        var voices = new DemoVoices();
        return Generate();

        // Each enumeration chooses its quotes anew.
        IEnumerable<DemoResponse> Generate()
        {
            HashSet<string> quoted = [];
            for (var index = 0; index < count; index++)
                yield return One(people, voices, quoted, new DemoRandom(seed, index));
        }
    }

    private static DemoResponse One(DemoPeople people, DemoVoices voices, HashSet<string> quoted, DemoRandom random)
    {
        var submission = random.Uuid();
        var day = random.Pick(people.Days.Select((weight, index) => KeyValuePair.Create(index, weight)));
        var person = people.Draw(random);
        var mayQuote = random.Chance(0.63);
        var answers = new JsonObject();
        List<DemoReading> readings = [];

        if (random.Chance(0.94))
            answers["life_here"] = Math.Clamp((int)Math.Round(6.1 + (3 * person.Mood) + (1.7 * random.Normal())), 0, 10);

        var toldStory = random.Chance(0.50);
        if (toldStory)
            Write("story", DemoAnswers.StoryTopics(people, person), random.Pick<int>([new(1, 45), new(2, 38), new(3, 17)]));

        if (random.Chance(toldStory ? 0.2 : 0.06))
            Write("better", DemoAnswers.StoryTopics(people, person), 1);
        if (random.Chance(toldStory ? 0.45 : 0.1))
            Keep("stand_with", voices.StandWith(person, random));

        DemoAnswers.AddNeeds(answers, people, person, random);

        if (random.Chance(toldStory ? 0.26 : 0.10))
            Write("not_asked", DemoAnswers.NotAskedTopics(people, person), random.Chance(0.8) ? 1 : 2);

        var other = random.Chance(0.05) ? voices.InTheWay(person, random) : null;
        DemoAnswers.AddTicks(answers, "in_the_way", people.InTheWay, other?.Text, random);
        DemoAnswers.AddTicks(answers, "to_share", people.ToShare, null, random);
        if (other is not null)
            readings.AddRange(DemoReadings.Of("in_the_way.other", other, people.MistakenFor, null, random));
        DemoAnswers.AddGroups(answers, people, person, random);

        // Some of those who wrote of something that was not asked put that first.
        if (answers.ContainsKey("not_asked") && answers["first_three"] is JsonArray first && random.Chance(0.55))
            answers["first_three"] = new JsonArray([
                JsonValue.Create(StatedNeeds.OwnWords),
                .. first.Take(2).Select(choice => choice!.DeepClone()),
            ]);

        var wrote = OpenQuestions.Any(answers.ContainsKey);
        return new(submission, person.Language, answers.ToJsonString(), MayQuote: mayQuote && wrote, day, readings);

        void Write(string field, IReadOnlyList<KeyValuePair<string, double>> topics, int sentences)
        {
            if (voices.Tell(person, topics, sentences, random) is { } story)
                Keep(field, story);
        }

        void Keep(string field, DemoStoryText story)
        {
            answers[field] = story.Text;
            readings.AddRange(DemoReadings.Of(field, story, people.MistakenFor, mayQuote ? quoted : null, random));
        }
    }
}

/// <summary>One person's submission.</summary>
/// <param name="Submission">The id under which it is sent; the same for the same seed and place in the row.</param>
/// <param name="Language"><c>en</c>, <c>es</c> or <c>ar</c>.</param>
/// <param name="AnswersJson">The answers as a respondent's program would send them (survey-format.md, "Answers"): a JSON object by
/// question name.</param>
/// <param name="MayQuote">Ticked "you may quote me"; only ever by people who wrote something.</param>
/// <param name="Day">Days after the survey opened, from 0.</param>
/// <param name="Readings">What the coders made of the open answers; empty where nobody has read them yet.</param>
public sealed record DemoResponse(
    Guid Submission,
    string Language,
    string AnswersJson,
    bool MayQuote,
    int Day,
    IReadOnlyList<DemoReading> Readings
);

/// <summary>An open answer that one coder has read to the end.</summary>
/// <param name="Coder">A <see cref="DemoCoder.Key"/>.</param>
/// <param name="Field">Name of the question, or <c>name.other</c> for the words beside "other".</param>
/// <param name="Codings">What they found; empty when they found no need.</param>
public sealed record DemoReading(string Coder, string Field, IReadOnlyList<DemoCoding> Codings);

/// <summary>A need found in a span of the answer.</summary>
/// <param name="Start">Where the span starts, in UTF-16 code units.</param>
/// <param name="Length">How long it is, in the same units.</param>
/// <param name="Quote">
/// Chosen, by the first coder, as a quote for the report: its writer allowed it, and it points to nobody. Each sentence once.
/// </param>
public sealed record DemoCoding(string Need, int Start, int Length, bool Quote);
