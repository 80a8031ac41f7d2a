// Any tree of the language, also those that make no sense, and any answers to evaluate it over.
using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Tests.Logic;

internal static class RandomExpressions
{
    private static readonly string[] Names = ["age", "needs", "need", "born", "person", "years", "story", "group", "ghost"];

    private static readonly Gen<Node> Leaf = Gen.OneOf(
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
        Gen.Elements(Names).Select(name => (Node)new NameNode(name)),
        Gen.Elements(Names).SelectMany(name => Gen.Choose(1, 3).Select(steps => (Node)new NameNode(name, steps))),
        Gen.Elements("name", "state", "a-b").Select(name => (Node)new ColumnNode(name)),
        Gen.Constant((Node)new SelfNode()),
        Gen.Choose(1, 3).Select(steps => (Node)new ParentNode(steps))
    );

    private static readonly Function[] Functions = [.. FunctionCatalogue.All.OrderBy(function => function.Name, StringComparer.Ordinal)];

    private static Gen<Node> Tree(int size) =>
        size <= 0
            ? Leaf
            : Gen.Frequency(
                (2, Leaf),
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
                    Gen.Elements(Functions)
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

    internal static readonly Arbitrary<Node> Trees = Gen.Sized(size => Tree(Math.Min(size, 30))).ToArbitrary();

    internal static Survey Survey(Random random) =>
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
