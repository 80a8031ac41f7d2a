using NeedsSurvey.App.Seeds;

namespace NeedsSurvey.App.Demo;

/// <summary>
/// How the demo's people are drawn (<c>seeds/demo/people.json</c>): who answers, in which language, what they rate and how, what
/// they speak of. All shares and means are invented; shares of one thing need not add up to 1.
/// </summary>
internal sealed record DemoPeople
{
    public required string Note { get; init; }
    public required IReadOnlyDictionary<string, double> Languages { get; init; }

    /// <summary>Shares among those who answer, by group question; not those of the community.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Groups { get; init; }
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> TenureByAge { get; init; }

    /// <summary>Share that chooses "prefer not to say", by group question.</summary>
    public required IReadOnlyDictionary<string, double> Declined { get; init; }

    /// <summary>Share that leaves a group question empty.</summary>
    public required IReadOnlyDictionary<string, double> Skipped { get; init; }
    public required IReadOnlyList<RatedNeed> Grid { get; init; }
    public required IReadOnlyList<SpokenNeed> Spoken { get; init; }

    /// <summary>Which need a coder in doubt takes instead.</summary>
    public required IReadOnlyDictionary<string, string> MistakenFor { get; init; }

    /// <summary>How many come on each day the survey is open, in proportion.</summary>
    public required IReadOnlyList<double> Days { get; init; }

    /// <summary>Share that ticks each choice of "what gets in the way".</summary>
    public required IReadOnlyDictionary<string, double> InTheWay { get; init; }

    /// <summary>Share that ticks each choice of "what would you share".</summary>
    public required IReadOnlyDictionary<string, double> ToShare { get; init; }

    public static DemoPeople Load() => SeedLibrary.Read<DemoPeople>("demo/people.json");

    /// <summary>One person who answers.</summary>
    public DemoPerson Draw(DemoRandom random)
    {
        var age = random.Pick(Groups["age"]);
        return new(
            random.Pick(Languages),
            new Dictionary<string, string>
            {
                ["age"] = age,
                ["area"] = random.Pick(Groups["area"]),
                ["tenure"] = random.Pick(TenureByAge[age]),
                ["gender"] = random.Pick(Groups["gender"]),
                ["disability"] = random.Pick(Groups["disability"]),
                ["cares"] = random.Pick(Groups["cares"]),
            },
            Mood: 0.35 * random.Normal()
        );
    }
}

/// <summary>Someone who answers: language, groups, and how kindly they rate things (added to every satisfaction).</summary>
internal sealed record DemoPerson(string Language, IReadOnlyDictionary<string, string> Groups, double Mood)
{
    public bool Is(string role, string category) => Groups[role] == category;
}

/// <summary>A need of the grid: means on 0 to 4, the share that skips the row, and how groups differ.</summary>
internal sealed record RatedNeed(string Need, double Importance, double Satisfaction, double Skipped, IReadOnlyList<GroupShift> Shifts)
{
    public double ImportanceTo(DemoPerson person) => Importance + Shifts.Where(shift => shift.Fits(person)).Sum(shift => shift.Importance);

    public double SatisfactionOf(DemoPerson person) =>
        Satisfaction + Shifts.Where(shift => shift.Fits(person)).Sum(shift => shift.Satisfaction);
}

/// <summary>What a group adds to the means.</summary>
internal sealed record GroupShift(string Role, string Category, double Importance = 0, double Satisfaction = 0)
{
    public bool Fits(DemoPerson person) => person.Is(Role, Category);
}

/// <summary>How often a need is spoken of in stories, in proportion, and how much more or less often by some groups.</summary>
internal sealed record SpokenNeed(string Need, double Weight, IReadOnlyList<GroupFactor> Times)
{
    public double WeightFor(DemoPerson person) =>
        Times.Where(factor => person.Is(factor.Role, factor.Category)).Aggregate(Weight, (weight, factor) => weight * factor.By);
}

/// <summary>A factor for one group.</summary>
internal sealed record GroupFactor(string Role, string Category, double By);
