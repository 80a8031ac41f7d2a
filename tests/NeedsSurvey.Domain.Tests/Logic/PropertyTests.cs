// What holds for every tree: printing and reading gives it back; checking, describing and evaluating it ends and never throws.
using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Tests.Logic;

public class PropertyTests
{
    private static readonly string[] s_names = ["age", "needs", "need", "born", "person", "years", "story", "group", "ghost"];

    private static readonly Gen<Node> s_leaf = Gen.OneOf(
        Gen.Choose(0, 12).Select(n => (Node)new NumberNode(n)),
        Gen.Elements(0.5, 1e-7, 1e21, 12345.15, 14127, double.MaxValue, double.Epsilon).Select(n => (Node)new NumberNode(n)),
        Gen.Elements(
                "",
                "housing",
                "food",
                "a b",
                "  ",
                "it's",
                "say \"x\"",
                "2024-02-30",
                "2024-02-29T10:00:00Z",
                "10:30",
                "(a+)+",
                "[",
                "%Y-%b %",
                "-3",
                "\u0000é\ud83d\ude00",
                "SHA-256",
                "${need}",
                "need"
            )
            .Select(text => (Node)new TextNode(text)),
        Gen.Elements(s_names).Select(name => (Node)new NameNode(name)),
        Gen.Elements(s_names).SelectMany(name => Gen.Choose(1, 3).Select(steps => (Node)new NameNode(name, steps))),
        Gen.Elements("name", "state", "a-b").Select(name => (Node)new ColumnNode(name)),
        Gen.Constant((Node)new SelfNode()),
        Gen.Choose(1, 3).Select(steps => (Node)new ParentNode(steps))
    );

    private static readonly Function[] s_functions = [.. FunctionCatalogue.All.OrderBy(function => function.Name, StringComparer.Ordinal)];

    private static Gen<Node> Tree(int size) =>
        size <= 0
            ? s_leaf
            : Gen.Frequency(
                (2, s_leaf),
                (1, Tree(size - 1).Select(operand => (Node)new NegateNode(operand))),
                (
                    4,
                    Gen.Elements(Enum.GetValues<BinaryOperator>())
                        .SelectMany(binary =>
                            Tree(size / 2).SelectMany(left => Tree(size / 2).Select(right => (Node)new BinaryNode(binary, left, right)))
                        )
                ),
                (
                    5,
                    Gen.Elements(s_functions)
                        .SelectMany(function =>
                            Gen.Choose(0, 3)
                                .SelectMany(more =>
                                {
                                    int count = Math.Min(function.Least + more / function.Step * function.Step, function.Most);
                                    return Gen.ArrayOf(Tree(size / 3), count)
                                        .Select(values => (Node)new CallNode(function.Name, ImmutableArray.Create(values)));
                                })
                        )
                )
            );

    private static readonly Arbitrary<Node> s_trees = Gen.Sized(size => Tree(Math.Min(size, 30))).ToArbitrary();

    private static Config Cases(int count) => Properties.Cases(count);

    [Fact]
    public void Reading_what_was_printed_gives_the_same_tree() => Check.One(Cases(5_000), Prop.ForAll(s_trees, tree =>
            {
                string printed = ExpressionPrinter.Print(tree);
                if (printed.Length > ExpressionParser.LongestText)
                    return;
                var read = ExpressionParser.Parse(printed);
                Assert.True(read.IsValid, printed + "\n" + string.Join('\n', read.Faults.Select(fault => fault.WithCaret(printed))));
                Assert.True(tree.SameAs(read.Expression!.Root), printed);
                Assert.Equal(printed, ExpressionPrinter.Print(read.Expression.Root));
            }));

    [Fact]
    public void Evaluating_any_tree_over_any_answers_ends_without_an_exception() =>
        Check.One(Cases(10_000), Prop.ForAll(s_trees, Gen.Choose(0, int.MaxValue).ToArbitrary(), (tree, seed) =>
            {
                var random = new Random(seed);
                // Every random survey has the same names, so one compilation serves them all.
                var layout = RandomSurvey(random);
                var compiled = new Expression("", tree).Compile(layout.Find, column => column == "name" ? 0 : null);
                for (int round = 0; round < 10; round++)
                {
                    var survey = RandomSurvey(random);
                    var value = compiled.Evaluate(survey);
                    Assert.True(value.ToText().Length <= 8 * TextFunctions.LongestResult);
                    Assert.Equal(value.IsFault, value.FaultMessage is not null);
                    _ = compiled.IsTrue(survey);
                }
            }));

    [Fact]
    public void Checking_and_describing_any_tree_ends_without_an_exception() => Check.One(Cases(2_000), Prop.ForAll(s_trees, tree =>
            {
                var expression = new Expression(ExpressionPrinter.Print(tree), tree);
                foreach (var purpose in Enum.GetValues<ExpressionPurpose>())
                {
                    var faults = ExpressionCheck.Check(expression, CheckTests.Scope(purpose));
                    Assert.All(faults, fault => Assert.NotEmpty(fault.WithCaret(expression.Source)));
                }
                Assert.NotEmpty(PlainWords.Describe(expression, new WordLookup()));
            }));

    [Theory]
    [InlineData("(", ")", 100)]
    [InlineData("-", "", 100)]
    [InlineData("if(1, 2, ", ")", 100)]
    [InlineData("not(1 or 2 and 3 = 4 < 5 + 6 * ", ")", 70)]
    public void The_deepest_expressions_need_little_stack(string open, string close, int levels)
    {
        string nested = string.Concat(Enumerable.Repeat(open, levels)) + "${age}" + string.Concat(Enumerable.Repeat(close, levels));
        string chain = string.Join("+", Enumerable.Repeat(".", ExpressionParser.DeepestTree - 1));
        bool done = false;
        var thread = new Thread(
            () =>
            {
                foreach (string source in new[] { nested, chain })
                {
                    var expression = ExpressionParser.Parse(source).Expression!;
                    var survey = RandomSurvey(new Random(1));
                    _ = expression.Compile(survey.Find).Evaluate(survey);
                    _ = ExpressionCheck.Check(expression, CheckTests.Scope(ExpressionPurpose.Condition));
                    _ = PlainWords.Describe(expression, new WordLookup());
                    Assert.True(expression.Root.SameAs(ExpressionParser.Parse(ExpressionPrinter.Print(expression.Root)).Expression!.Root));
                }
                done = true;
            },
            maxStackSize: 512 * 1024
        );
        thread.Start();
        thread.Join();
        Assert.True(done);
    }

    /// <summary>What the check calls never (or always) true is never (or always) true of random answers.</summary>
    [Fact]
    public void What_is_called_never_true_is_not_true_of_any_answers_tried()
    {
        var conditions = Gen.Sized(size => Condition(Math.Min(size, 12))).ToArbitrary();
        int judged = 0;
        Check.One(Cases(4_000), Prop.ForAll(conditions, tree =>
            {
                var expression = ExpressionParser.Parse(ExpressionPrinter.Print(tree)).Expression!;
                var faults = ExpressionCheck.Check(expression, CheckTests.Scope(ExpressionPurpose.Condition));
                var judgement = faults.FirstOrDefault(fault =>
                    fault.Code is FaultCode.NeverTrue or FaultCode.AlwaysTrue && fault.Span == expression.Root.Span
                );
                if (judgement is null)
                    return;
                judged++;
                var random = new Random(judged);
                var compiled = expression.Compile(RandomTypedSurvey(random).Find);
                for (int round = 0; round < 60; round++)
                {
                    var survey = RandomTypedSurvey(random);
                    Assert.Equal(judgement.Code == FaultCode.AlwaysTrue, compiled.IsTrue(survey));
                }
            }));
        Assert.True(judged > 100);
    }

    private static Gen<Node> Condition(int size)
    {
        var comparison = Gen.Elements(Enum.GetValues<BinaryOperator>().Where(Syntax.IsComparison).ToArray());
        Gen<Node> Compare(Node side, params Node[] constants) =>
            comparison.SelectMany(binary => Gen.Elements(constants).Select(constant => (Node)new BinaryNode(binary, side, constant)));
        var atom = Gen.OneOf(
            Compare(new NameNode("age"), new NumberNode(3), new NumberNode(4), new NumberNode(4.5), new TextNode("")),
            Compare(new NameNode("height"), new NumberNode(3), new NumberNode(4), new TextNode("")),
            Compare(new NameNode("need"), new TextNode("housing"), new TextNode("food"), new TextNode("")),
            Compare(new NameNode("story"), new TextNode("x"), new TextNode("y"), new NumberNode(1), new TextNode("")),
            Compare(
                new NameNode("born"),
                new TextNode("2024-02-29"),
                new TextNode("2024-03-01"),
                new CallNode("date", [new TextNode("2024-02-29")])
            ),
            Compare(new NameNode("from"), new TextNode("10:30"), new TextNode("23:59"), new TextNode("")),
            Compare(
                new NameNode("total"),
                new TextNode("2024-02-29"),
                new NumberNode(1),
                new TextNode("x"),
                new TextNode("10:30"),
                new CallNode("date", [new TextNode("2024-02-29")]),
                new CallNode("true", [])
            ),
            Compare(new NameNode("story"), new CallNode("date", [new TextNode("2024-02-29")])),
            Compare(
                new NameNode("needs"),
                new TextNode("food housing"),
                new TextNode("housing food"),
                new TextNode("work"),
                new TextNode("")
            ),
            Compare(
                new CallNode("string-length", [new CallNode("concat", [new NameNode("story"), new TextNode("abc")])]),
                new NumberNode(4)
            ),
            Compare(new CallNode("string-length", [new NameNode("story")]), new NumberNode(0), new NumberNode(2)),
            Compare(new CallNode("count-selected", [new NameNode("needs")]), new NumberNode(0), new NumberNode(1), new NumberNode(3)),
            Gen.Elements("housing", "food").Select(choice => (Node)new CallNode("selected", [new NameNode("needs"), new TextNode(choice)]))
        );
        if (size <= 1)
            return atom;
        return Gen.Frequency(
            (1, atom),
            (1, Condition(size - 1).Select(inner => (Node)new CallNode("not", [inner]))),
            (
                4,
                Gen.Elements(BinaryOperator.And, BinaryOperator.Or)
                    .SelectMany(binary =>
                        Condition(size / 2)
                            .SelectMany(left => Condition(size / 2).Select(right => (Node)new BinaryNode(binary, left, right)))
                    )
            )
        );
    }

    private static Survey RandomTypedSurvey(Random random)
    {
        bool Skip() => random.Next(4) == 0;
        string[] picked = [.. new[] { "housing", "food", "work" }.Where(_ => random.Next(2) == 0)];
        if (random.Next(2) == 0)
            Array.Reverse(picked);
        return new Survey()
            .With("age", Skip() ? Value.Empty : Value.Of(random.Next(1, 7)))
            .With("height", Skip() ? Value.Empty : Value.Of(random.Next(4, 12) / 2.0))
            .With("need", Skip() ? Value.Empty : Value.Of(new[] { "housing", "food", "work" }[random.Next(3)]))
            .With(
                "story",
                Skip() ? Value.Empty : Value.Of(new[] { "x", "y", "1", "0", "2", "xy", "long", "2024-02-29", "2024-03-02" }[random.Next(9)])
            )
            .With("needs", Value.OfChoices(picked))
            .With("born", Skip() ? Value.Empty : Value.Of(new DateOnly(2024, 2, 28).AddDays(random.Next(4))))
            .With("from", Skip() ? Value.Empty : Value.Of(new TimeOnly(random.Next(24), random.Next(60))))
            .With(
                "total",
                random.Next(7) switch
                {
                    0 => Value.Empty,
                    1 => Value.Of(random.Next(0, 3)),
                    2 => Value.Of(random.Next(2) == 0),
                    3 => Value.Of(new DateOnly(2024, 2, 28).AddDays(random.Next(3))),
                    4 => Value.Of(new TimeOnly(random.Next(9, 12), 30)),
                    5 => Value.Of(new[] { "x", "1", "2024-02-29", "10:30" }[random.Next(4)]),
                    _ => Value.NaN,
                }
            );
    }

    private static Survey RandomSurvey(Random random) =>
        new Survey { Random = random, Instance = random.Next(0, 3) }
            .With("age", RandomValue(random))
            .With("needs", RandomValue(random))
            .With("need", RandomValue(random))
            .With("born", RandomValue(random))
            .With("story", RandomValue(random))
            .WithRepeat("person", random.Next(0, 4))
            .WithMany("years", [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => RandomValue(random))])
            .With("group", Value.Empty)
            .WithColumn("name", RandomValue(random))
            .WithSelf(RandomValue(random));

    private static Value RandomValue(Random random) =>
        random.Next(14) switch
        {
            0 => Value.Empty,
            1 => Value.Of(random.Next(-3, 30)),
            2 => Value.Of(
                new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, 1e308, -1e308, 1e-320, 3e9 }[random.Next(8)]
            ),
            3 => Value.Of(random.NextDouble() * 1e6),
            4 => Value.Of(random.Next(2) == 0),
            5 => Value.Of(new DateOnly(random.Next(1, 10_000), random.Next(1, 13), random.Next(1, 29))),
            6 => Value.Of(DateOnly.MinValue),
            7 => Value.Of(new DateTime(random.NextInt64(DateTime.MaxValue.Ticks))),
            8 => Value.Of(new TimeOnly(random.NextInt64(TimeOnly.MaxValue.Ticks))),
            9 => Value.OfChoices(["housing", "food"]),
            10 => Value.Of(new string('a', random.Next(0, 50)) + "!"),
            11 => Value.Of(
                new[]
                {
                    "2024-02-30",
                    "0001-01-01T00:00:00+14:00",
                    "9999-12-31T23:59:59-13:00",
                    "25:00",
                    "10:30Z",
                    "1,5",
                    "-",
                    "(a",
                    "\ud83d",
                    "x\0y",
                }[random.Next(10)]
            ),
            12 => Value.OfNodes([Value.OfNodes([Value.Of(1)]), Value.Of("b"), Value.Empty]),
            _ => Value.Fault("A calculation before this one failed."),
        };
}
