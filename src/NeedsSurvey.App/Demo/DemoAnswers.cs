using System.Text.Json.Nodes;

namespace NeedsSurvey.App.Demo;

/// <summary>How a demo person answers each kind of question in the neighbourhood survey, with the gaps that real answers have.</summary>
internal static class DemoAnswers
{
    /// <summary>What somebody might tell of, in proportion; "" is nothing in particular.</summary>
    public static IReadOnlyList<KeyValuePair<string, double>> StoryTopics(DemoPeople people, DemoPerson person) =>
        [.. people.Spoken.Select(need => KeyValuePair.Create(need.Need, need.WeightFor(person))), new("", 3)];

    /// <summary>The same without the needs that the grid has just asked about.</summary>
    public static IReadOnlyList<KeyValuePair<string, double>> NotAskedTopics(DemoPeople people, DemoPerson person) =>
        [.. StoryTopics(people, person).Where(topic => !people.Grid.Any(rated => rated.Need == topic.Key))];

    /// <summary>The grid, and the three that should come first: mostly those with the widest gap.</summary>
    public static void AddNeeds(JsonObject answers, DemoPeople people, DemoPerson person, DemoRandom random)
    {
        var rated = people
            .Grid.Select(need =>
                (
                    need.Need,
                    need.Skipped,
                    Importance: Point(need.ImportanceTo(person) + (0.8 * random.Normal())),
                    Satisfaction: Point(need.SatisfactionOf(person) + person.Mood + (0.95 * random.Normal()))
                )
            )
            .ToList();

        // Some leave the whole grid, a few say they would rather not, some stop half way.
        var patience =
            random.Chance(0.05) ? 0
            : random.Chance(0.06) ? 2 + random.Below(rated.Count - 2)
            : rated.Count;
        if (random.Chance(0.01))
            answers["needs"] = Declined();
        else
        {
            var grid = new JsonObject();
            foreach (var need in rated.Take(patience))
            {
                if (random.Chance(need.Skipped))
                    continue;
                var row = new JsonObject { ["importance"] = need.Importance };
                if (!random.Chance(0.03))
                    row["satisfaction"] = need.Satisfaction;
                grid[need.Need] = row;
            }
            if (grid.Count > 0)
                answers["needs"] = grid;
        }

        if (!random.Chance(patience == rated.Count ? 0.88 : 0.35))
            return;
        var first = rated
            .OrderByDescending(need => (1.3 * need.Importance) - need.Satisfaction + (1.2 * random.Normal()))
            .Take(random.Pick<int>([new(3, 82), new(2, 11), new(1, 7)]));
        answers["first_three"] = new JsonArray([.. first.Select(need => JsonValue.Create(need.Need))]);
    }

    /// <summary>
    /// Ticks each choice by its share, and "other" where there are words for it; "nothing" when none is ticked; no answer at all from some.
    /// </summary>
    public static void AddTicks(
        JsonObject answers,
        string question,
        IReadOnlyDictionary<string, double> shares,
        string? other,
        DemoRandom random
    )
    {
        var ticked = shares.Where(choice => random.Chance(choice.Value)).Select(choice => choice.Key).ToList();
        if (other is not null)
            ticked.Add("other");
        else if (random.Chance(0.12))
            return;
        if (ticked.Count == 0)
            ticked.Add("nothing");
        var choices = new JsonArray([.. ticked.Select(choice => JsonValue.Create(choice))]);
        answers[question] = other is null ? choices : new JsonObject { ["choices"] = choices, ["other"] = other };
    }

    /// <summary>Who they are, as far as they tell it, and the question that follows for people who rent.</summary>
    public static void AddGroups(JsonObject answers, DemoPeople people, DemoPerson person, DemoRandom random)
    {
        foreach (var (role, category) in person.Groups)
        {
            var share = random.Share();
            if (share < people.Skipped[role])
                continue;
            answers[role] = share < people.Skipped[role] + people.Declined[role] ? Declined() : category;
        }
        if (random.Chance(0.94))
            answers["home_language"] =
                person.Language == "en" || random.Chance(0.6) ? new JsonArray(person.Language) : new JsonArray(person.Language, "en");
        var rents = answers["tenure"] is JsonValue tenure && tenure.GetValue<string>().StartsWith("rent_", StringComparison.Ordinal);
        if (rents && random.Chance(0.92))
            answers["repair_waiting"] = random.Pick<string>([new("no", 44), new("weeks", 18), new("months", 27), new("not_asked_yet", 11)]);
    }

    private static JsonObject Declined() => new() { ["declined"] = true };

    private static int Point(double value) => Math.Clamp((int)Math.Round(value), 0, 4);
}
