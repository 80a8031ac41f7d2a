using System.Text.Json.Nodes;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Demo;

/// <summary>
/// The people of a short story: shares by question, and sentences each of which one person writes. The same people on every machine, and
/// none of them real.
/// </summary>
public sealed record DemoCrowd
{
    /// <summary>How many there are, at most.</summary>
    public required int Count { get; init; }
    public required int Seed { get; init; }
    public required IReadOnlyDictionary<string, double> Languages { get; init; }

    /// <summary>By question of one answer: shares of its choices.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Picks { get; init; }

    /// <summary>By question of several answers: the share that ticks each choice.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Ticks { get; init; }

    /// <summary>By question of several answers: what is ticked where nothing else is.</summary>
    public required IReadOnlyDictionary<string, string> Nothing { get; init; }

    /// <summary>By question of several answers: how many may be ticked.</summary>
    public IReadOnlyDictionary<string, int> Most { get; init; } = new Dictionary<string, int>();

    /// <summary>By ranking: the question whose ticks it puts in order.</summary>
    public IReadOnlyDictionary<string, string> Ranks { get; init; } = new Dictionary<string, string>();

    /// <summary>By question of a number from 0 to 4: its mean.</summary>
    public IReadOnlyDictionary<string, double> Scores { get; init; } = new Dictionary<string, double>();
    public required IReadOnlyList<DemoSentence> Sentences { get; init; }

    // How many leave a question empty, and how many of those asked in their own words write something.
    private const double Skips = 0.05;
    private const double Writes = 0.5;

    /// <summary>Their answers, each on one of <paramref name="days"/> days; as many as there are, or <paramref name="most"/>.</summary>
    public IEnumerable<DemoResponse> Generate(int most, int days)
    {
        var left = Sentences.ToList();
        for (var index = 0; index < Math.Min(Count, most); index++)
        {
            var random = new DemoRandom(Seed, index);
            var (submission, day, language) = (random.Uuid(), random.Below(days), random.Pick(Languages));
            var answers = new JsonObject();
            foreach (var (question, shares) in Picks)
                if (!random.Chance(Skips))
                    answers[question] = random.Pick(shares);
            foreach (var (question, shares) in Ticks)
                Tick(answers, question, shares, random);
            foreach (var (question, mean) in Scores)
                if (!random.Chance(Skips))
                    answers[question] = Math.Clamp((int)Math.Round(mean + random.Normal()), 0, 4);

            List<DemoReading> readings = [];
            foreach (var question in Sentences.Select(sentence => sentence.Question).Distinct())
            {
                var sentence = left.Find(one => one.Question == question && one.Language == language && one.Fits(answers));
                if (sentence is null || !random.Chance(Writes))
                    continue;
                left.Remove(sentence);
                answers[question] = sentence.Words;
                readings.Add(
                    new(
                        "first",
                        question,
                        [.. sentence.Needs.Select(need => new DemoCoding(need, 0, sentence.Words.Length, sentence.Quote))]
                    )
                );
            }
            var quoted = readings.Any(reading => reading.Codings.Any(coding => coding.Quote));
            yield return new(
                submission,
                language,
                answers.ToJsonString(),
                MayQuote: quoted || (readings.Count > 0 && random.Chance(Writes)),
                day,
                readings
            );
        }
    }

    private void Tick(JsonObject answers, string question, IReadOnlyDictionary<string, double> shares, DemoRandom random)
    {
        if (random.Chance(Skips))
            return;
        var ticked = shares
            .Where(choice => random.Chance(choice.Value))
            .OrderByDescending(choice => choice.Value + (0.3 * random.Normal()))
            .Select(choice => choice.Key)
            .Take(Most.GetValueOrDefault(question, int.MaxValue))
            .ToList();
        answers[question] = new JsonArray([
            .. (ticked.Count > 0 ? ticked : [Nothing[question]]).Select(choice => JsonValue.Create(choice)),
        ]);
        foreach (var (ranking, of) in Ranks)
            if (of == question && ticked.Count > 1 && !random.Chance(Skips))
                answers[ranking] = new JsonArray([.. ticked.Take(3).Select(choice => JsonValue.Create(choice))]);
    }
}

/// <summary>A sentence that one person writes.</summary>
/// <param name="Question">The question that it answers.</param>
/// <param name="Say">First in the language that it is written in; quoted ones in the others too.</param>
/// <param name="Needs">What it speaks of.</param>
/// <param name="Quote">Chosen for the report.</param>
/// <param name="When">Answers that whoever writes it has given.</param>
public sealed record DemoSentence(
    string Question,
    LocalText Say,
    IReadOnlyList<string> Needs,
    bool Quote = false,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? When = null
)
{
    internal string Language => Say.ByLanguage.First().Key;
    internal string Words => Say.ByLanguage.First().Value;

    internal bool Fits(JsonObject answers) =>
        When is null || When.All(answer => answers[answer.Key] is JsonValue given && answer.Value.Contains(given.GetValue<string>()));
}
