using FsCheck;
using FsCheck.Fluent;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

/// <summary>
/// Random definitions from a seed: every type, group, repeat and key, with texts from many scripts. They have the right shape; whether
/// they make sense is up to chance (or to <paramref name="sane"/>, which keeps names unique and lists filled).
/// </summary>
internal sealed class RandomSurveys(int seed, bool sane = false)
{
    /// <summary>Seeds over the whole range; a property's own small integers would try the same few surveys.</summary>
    internal static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 2).ToArbitrary();

    private static readonly string[] Texts =
    [
        "Rent",
        "¿Qué necesita?",
        "ما الذي تحتاجه؟",
        "日本語",
        "😀 \"x\" <b>&'",
        "a\nb\tc",
        " ",
        "\u200Fx\u202E",
        "é",
    ];
    private static readonly string[] Expressions =
    [
        "${q1} = 'a'",
        "1 = 1",
        "${q0} > 3",
        "selected(${q2}, 'b')",
        "((",
        ". != ''",
        "${nowhere}",
        "true()",
        "position(..) < 3",
    ];
    private readonly Random random = new(seed);
    private int names;

    internal SurveyDefinition Next() =>
        new()
        {
            Title = Words(),
            Languages = sane || random.Next(2) == 0 ? ["en"] : ["en", "es", "ar"],
            Start =
                random.Next(2) == 0
                    ? new()
                    : new()
                    {
                        WhoAsks = Maybe(Words),
                        Why = Maybe(Words),
                        WhoSees = Maybe(Words),
                        WhatNext = Maybe(Words),
                        Minutes = MaybeNumber(),
                    },
            Support = Some(2, () => new SupportLink
                {
                    Label = Words(),
                    Url = Maybe(() => "https://example.org/?a=b&c='d'"),
                    Phone = Maybe(() => "+44 20"),
                }),
            Layout = random.Next(2) == 0 ? SurveyLayout.OnePerPage : SurveyLayout.AllOnOne,
            AskToQuote = Coin(),
            Thanks = Maybe(Words),
            Choices = Coin()
                ? new Dictionary<string, IReadOnlyList<Choice>>()
                : new Dictionary<string, IReadOnlyList<Choice>> { ["yes_no"] = Choices(), ["areas"] = Choices() },
            Questions = Items(0, false),
        };

    private List<SurveyItem> Items(int depth, bool inRepeat) =>
        [.. Enumerable.Range(0, random.Next(1, depth == 0 ? 9 : 4)).Select(_ => Item(depth, inRepeat))];

    private SurveyItem Item(int depth, bool inRepeat)
    {
        var name = sane || Coin() ? $"q{names++}" : Pick("a", "other", "q1", "x.y", "response_id", "1", "");
        SurveyItem item = random.Next(depth < 3 ? 22 : 19) switch
        {
            0 => new TextQuestion
            {
                Name = name,
                Story = Coin(),
                MaxLength = MaybeNumber(),
            },
            1 => new IntegerQuestion { Name = name },
            2 => new DecimalQuestion { Name = name },
            3 => new DateQuestion { Name = name },
            4 => new TimeQuestion { Name = name },
            5 or 6 => new SelectOneQuestion
            {
                Name = name,
                Choices = Source(),
                Other = Coin(),
                ChoiceFilter = Maybe(() => Pick("f = 1", "name != 'a'", "${q1} = f")),
            },
            7 or 8 => new SelectMultipleQuestion
            {
                Name = name,
                Choices = Source(),
                Other = Coin(),
                Min = sane ? null : MaybeNumber(),
                Max = sane ? null : MaybeNumber(),
            },
            9 => new RankQuestion
            {
                Name = name,
                Choices = Source(),
                Top = MaybeNumber(),
            },
            10 => new RangeQuestion
            {
                Name = name,
                Start = random.Next(3),
                End = 10 + random.Next(3),
                Step = Pick(1m, 0.5m, 2m),
                LowLabel = Maybe(Words),
                HighLabel = Maybe(Words),
                Need = Maybe(() => "food"),
            },
            11 or 12 => new NeedGridQuestion
            {
                Name = name,
                Rows = Rows(),
                Importance = Aspect(),
                Satisfaction = Aspect(),
            },
            13 => new MatrixQuestion
            {
                Name = name,
                Rows = Rows(),
                Choices = Source(),
            },
            14 => new BestWorstQuestion
            {
                Name = name,
                Choices = Source(),
                Sets =
                [
                    ["a", "b"],
                    ["b", "c", "a"],
                ],
                BestLabel = Maybe(Words),
                WorstLabel = Maybe(Words),
            },
            15 => new GeopointQuestion { Name = name },
            16 => new TextQuestion { Name = name },
            17 => new Note { Name = name },
            18 => new Calculate
            {
                Name = name,
                Calculation = Pick("1 + 1", "${q1}", "once(random())", "today()", "concat(${q0}, 'x')", "sum(${q3})"),
            },
            19 or 20 => new Group
            {
                Name = name,
                Warning = Maybe(Words),
                Questions = Items(depth + 1, inRepeat),
            },
            _ when sane && inRepeat => new Note { Name = name },
            _ => new Repeat
            {
                Name = name,
                RepeatCount = Maybe(() => Pick("${q0}", "2", "1 div 0")),
                Questions = Items(depth + 1, true),
            },
        };
        item = item with
        {
            Label = Maybe(Words),
            Hint = Maybe(Words),
            Relevant = Maybe(() => Pick(Expressions)),
            Appearance = Maybe(() => "field-list multiline"),
        };
        return item is not Question question
            ? item
            : question with
            {
                Required = Coin(),
                MayDecline = Coin(),
                MayNotKnow = Coin(),
                ComparedWith = Coin() ? GroupComparison.Census : GroupComparison.Reading,
                RequiredMessage = Maybe(Words),
                Constraint = Maybe(() => Pick(Expressions)),
                ConstraintMessage = Maybe(Words),
                Default = Maybe(() => Pick("yes", "${q0}", "'x'", "today()")),
                GroupRole = Maybe(() => Pick("age", "area")),
            };
    }

    private ChoiceSource Source() =>
        sane || Coin() ? new ChoiceSource.Inline(Choices()) : new ChoiceSource.Shared(Pick("yes_no", "areas", "none"));

    private List<Choice> Choices() =>
        [
            .. Enumerable
                .Range(0, sane ? 3 : random.Next(4))
                .Select(n => new Choice
                {
                    Name = sane || Coin() ? "abc"[n % 3].ToString() : Pick("other", "", "a b"),
                    Label = Words(),
                    Exclusive = random.Next(5) == 0,
                    Need = Maybe(() => "housing"),
                    Filter = Coin() ? null : new Dictionary<string, string> { ["g"] = Pick(Texts), ["f"] = "1" },
                }),
        ];

    private List<GridRow> Rows() =>
        [
            .. Enumerable
                .Range(0, random.Next(1, 4))
                .Select(n => new GridRow
                {
                    Name = $"r{n}",
                    Label = Words(),
                    Hint = Maybe(Words),
                    Need = Maybe(() => $"need{n}"),
                }),
        ];

    private GridAspect Aspect() =>
        new() { Label = Words(), Scale = [.. Enumerable.Range(0, 5).Select(n => new ScalePoint { Value = n, Label = Words() })] };

    private LocalText Words() =>
        Coin() ? new(Pick(Texts)) : new(new Dictionary<string, string> { ["es"] = Pick(Texts), ["en"] = Pick(Texts) });

    private bool Coin() => random.Next(2) == 0;

    private int? MaybeNumber() => Coin() ? null : random.Next(1, 5);

    private T? Maybe<T>(Func<T> make)
        where T : class => Coin() ? null : make();

    private List<T> Some<T>(int most, Func<T> make) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => make())];

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];
}
