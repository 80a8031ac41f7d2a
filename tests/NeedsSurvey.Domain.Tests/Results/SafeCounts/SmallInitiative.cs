using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

internal enum AskedKind
{
    One,
    Many,
    Rank,
}

/// <summary>A question of a small survey.</summary>
/// <param name="RelevantOn">Asked only of those who chose <paramref name="RelevantChoice"/> at this earlier question; −1: of
/// everybody.</param>
/// <param name="Exactly">A select-many question with exactly so many picks; 0: any number.</param>
internal sealed record Asked(string Name, AskedKind Kind, int Choices, int RelevantOn = -1, int RelevantChoice = 0, int Exactly = 0)
{
    /// <summary>The earlier question by which a filter offers choices; −1: all are offered to everybody.</summary>
    public int OfferedOn { get; init; } = -1;

    /// <summary>Who picked this there is offered the choices from <see cref="OfferedFrom"/> on.</summary>
    public int OfferedChoice { get; init; }
    public int OfferedFrom { get; init; }
}

/// <summary>A response: per question null for not asked, empty for skipped, else the picks (a ranking: all choices in their
/// order).</summary>
internal sealed record Person(RecordKey Key, IReadOnlyList<int[]?> Answers);

/// <summary>A survey and its responses in the order in which they came.</summary>
internal sealed record SmallSurvey(string Name, IReadOnlyList<Asked> Questions, IReadOnlyList<Person> People);

/// <summary>One or two surveys about the same needs and groups: question 0 is the area in both; the first choices of <see
/// cref="NeedQuestions"/> are the same needs.</summary>
/// <param name="Earlier">How many responses of the first survey an earlier drawing held; 0: there was none.</param>
internal sealed record SmallInitiative(IReadOnlyList<SmallSurvey> Surveys, IReadOnlyList<int> NeedQuestions, int Earlier)
{
    public static SmallInitiative Of(SmallSurvey survey, int earlier = 0) => new([survey], [-1], earlier);

    /// <summary>A random one: skewed groups and answers, so that small counts are many.</summary>
    public static SmallInitiative Random(int seed)
    {
        var random = new Random(seed);
        var n = random.Next(30, 131);
        List<Asked> asked = [new("area", AskedKind.One, random.Next(2, 5))];
        if (random.Next(2) == 0)
            asked.Add(new("age", AskedKind.One, random.Next(2, 4)));
        var trouble = asked.Count;
        asked.Add(new("trouble", AskedKind.One, random.Next(2, 4)));
        if (random.Next(2) == 0)
            asked.Add(new("which", AskedKind.One, random.Next(2, 4), trouble, random.Next(2)));
        var need = asked.Count;
        asked.Add(
            random.Next(4) switch
            {
                0 => new("needs", AskedKind.Many, random.Next(3, 5), Exactly: 2),
                1 => new("needs", AskedKind.Many, random.Next(2, 5)),
                2 => new("needs", AskedKind.Rank, 3),
                _ => new("needs", AskedKind.One, random.Next(2, 5)),
            }
        );
        List<SmallSurvey> surveys = [new("first", asked, People(random, asked, n))];
        List<int> needs = [need];
        if (random.Next(3) == 0)
        {
            Asked[] second = [asked[0], new("want", AskedKind.One, asked[need].Choices)];
            surveys.Add(new("second", second, People(random, second, random.Next(20, 71))));
            needs.Add(1);
        }
        var rule = SafeRule.Default;
        var earlier =
            random.Next(3) == 0 ? Enumerable.Range(rule.Threshold, n).LastOrDefault(m => SafeSteps.MayDraw(new(m, m), n, rule)) : 0;
        return new(surveys, needs, earlier);
    }

    /// <summary>
    /// Two surveys, sometimes three, that have much in common and much of their own: group questions that both ask and that one alone
    /// does, categories and needs that one alone offers.
    /// </summary>
    public static SmallInitiative Several(int seed)
    {
        var random = new Random(seed);
        string[] names = random.Next(4) == 0 ? ["first", "second", "third"] : ["first", "second"];
        var (surveys, needs) = (new List<SmallSurvey>(), new List<int>());
        foreach (var name in names)
        {
            List<Asked> asked = [new("area", AskedKind.One, random.Next(2, 5))];
            if (random.Next(2) == 0)
                asked.Add(new("age", AskedKind.One, random.Next(2, 4)));
            if (random.Next(2) == 0)
                asked.Add(new($"own{name}", AskedKind.One, random.Next(2, 4)));
            needs.Add(asked.Count);
            asked.Add(
                random.Next(4) switch
                {
                    0 => new($"needs{name}", AskedKind.Many, random.Next(3, 5), Exactly: 2),
                    1 => new($"needs{name}", AskedKind.Many, random.Next(2, 5)),
                    2 => new($"needs{name}", AskedKind.Rank, 3),
                    _ => new($"needs{name}", AskedKind.One, random.Next(2, 5)),
                }
            );
            surveys.Add(new(name, asked, People(random, asked, random.Next(20, 101))));
        }
        return new(surveys, needs, 0);
    }

    /// <summary>One survey in which a filter offers choices by what people picked at a question that nothing is broken down by.</summary>
    public static SmallInitiative Filtered(int seed)
    {
        var random = new Random(seed);
        List<Asked> asked = [new("area", AskedKind.One, random.Next(2, 5))];
        if (random.Next(2) == 0)
            asked.Add(new("age", AskedKind.One, random.Next(2, 4)));
        var kinds = asked.Count;
        asked.Add(new("kinds", AskedKind.Many, random.Next(2, 4)));
        var choices = random.Next(3, 6);
        asked.Add(
            new("needs", AskedKind.Many, choices)
            {
                OfferedOn = kinds,
                OfferedChoice = random.Next(asked[kinds].Choices),
                OfferedFrom = random.Next(2, choices),
            }
        );
        return new([new("first", asked, People(random, asked, random.Next(30, 131)))], [asked.Count - 1], 0);
    }

    private static List<Person> People(Random random, IReadOnlyList<Asked> asked, int n)
    {
        double Weight() => Math.Pow(random.NextDouble(), 2) + .02;
        double[][] weights = [.. asked.Select(q => Enumerable.Range(0, q.Choices).Select(_ => Weight()).ToArray())];
        double[] skips = [.. asked.Select(_ => random.Next(3) == 0 ? 0 : random.NextDouble() * .12)];
        return
        [
            .. Enumerable
                .Range(0, n)
                .Select(_ =>
                {
                    var answers = new int[]?[asked.Count];
                    for (var q = 0; q < asked.Count; q++)
                    {
                        var one = asked[q];
                        if (one.RelevantOn >= 0 && answers[one.RelevantOn] is not [var chosen])
                            continue;
                        if (one.RelevantOn >= 0 && answers[one.RelevantOn]![0] != one.RelevantChoice)
                            continue;
                        var isOffered = one.OfferedOn < 0 || answers[one.OfferedOn]!.Contains(one.OfferedChoice);
                        answers[q] = random.NextDouble() < skips[q] ? [] : Picks(random, one, weights[q], isOffered);
                    }
                    return new Person(new((ulong)random.NextInt64() ^ ((ulong)random.NextInt64() << 17)), answers);
                }),
        ];
    }

    private static int[] Picks(Random random, Asked asked, double[] weights, bool isOffered)
    {
        var offered = isOffered ? asked.Choices : asked.OfferedFrom;
        var order = Enumerable.Range(0, offered).OrderBy(c => -Math.Log(random.NextDouble()) / weights[c]).ToArray();
        return asked.Kind switch
        {
            AskedKind.One => order[..1],
            AskedKind.Rank => order,
            _ when asked.Exactly > 0 => order[..asked.Exactly],
            _ => order[..random.Next(1, offered + 1)],
        };
    }
}
