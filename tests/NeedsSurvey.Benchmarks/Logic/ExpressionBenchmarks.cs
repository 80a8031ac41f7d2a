// What expressions cost. The goal for a typical condition is at most 1 µs and 200 bytes; reading and checking happen once a version.
// dotnet run -c Release --project tests/NeedsSurvey.Benchmarks -- --filter *ExpressionBenchmarks*
using BenchmarkDotNet.Attributes;
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Benchmarks.Logic;

[ShortRunJob]
[MemoryDiagnoser]
public class ExpressionBenchmarks
{
    private const string Typical = "${age} >= 18 and selected(${needs}, 'housing')";

    private static readonly CheckScope Scope = new()
    {
        Purpose = ExpressionPurpose.Condition,
        Names = new Dictionary<string, NameInfo>
        {
            ["age"] = new(AnswerKind.Integer),
            ["needs"] = new(AnswerKind.SelectMany) { Choices = ["food", "work", "housing"] },
        },
    };

    private readonly Answers answers = new()
    {
        Values =
        [
            Value.Of(34),
            Value.OfChoices(["food", "work", "housing"]),
            Value.Of("a story of some length"),
            Value.Of(new DateOnly(1990, 5, 17)),
        ],
        Many = [Value.Of(4), Value.Of(8), Value.Empty, Value.Of(15), Value.Of(16)],
        Now = new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero),
    };

    private readonly CompiledExpression typical = Compile(Typical);
    private readonly CompiledExpression constraint = Compile(". >= 0 and . <= 120");
    private readonly CompiledExpression text = Compile("string-length(${story}) > 10 and regex(${story}, '[a-z ]+')");
    private readonly CompiledExpression years = Compile("int((today() - ${born}) div 365.25) >= 18");
    private readonly CompiledExpression repeat = Compile("sum(${years}) > 40 or count(${years}) = 0");
    private readonly string source = Typical;
    private readonly Expression expression = ExpressionParser.Parse(Typical).Expression!;

    private static CompiledExpression Compile(string source) =>
        ExpressionParser
            .Parse(source)
            .Expression!.Compile(name =>
                name switch
                {
                    "age" => new Slot(0),
                    "needs" => new Slot(1),
                    "story" => new Slot(2),
                    "born" => new Slot(3),
                    "years" => new Slot(0, SlotScope.Many),
                    _ => null,
                }
            );

    [GlobalSetup]
    public void AnswerTheQuestion() => answers.Self = Value.Of(34);

    [Benchmark(Baseline = true)]
    public bool TypicalCondition() => typical.IsTrue(answers);

    [Benchmark]
    public bool Constraint() => constraint.IsTrue(answers);

    [Benchmark]
    public bool TextAndPattern() => text.IsTrue(answers);

    [Benchmark]
    public bool AgeFromBirthday() => years.IsTrue(answers);

    [Benchmark]
    public bool SumOverRepeat() => repeat.IsTrue(answers);

    [Benchmark]
    public ParseResult Read() => ExpressionParser.Parse(source);

    [Benchmark]
    public IReadOnlyList<ExpressionFault> CheckAgainstSurvey() => ExpressionCheck.Check(expression, Scope);

    private sealed class Answers : EvaluationContext
    {
        public required Value[] Values { get; init; }

        public required Value[] Many { get; init; }

        public override Value Read(int slot) => Values[slot];

        public override IReadOnlyList<Value> ReadAll(int slot) => Many;
    }
}
