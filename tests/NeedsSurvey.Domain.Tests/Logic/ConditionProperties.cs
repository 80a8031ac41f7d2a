// The check says of some conditions that they can never, or must always, be true; answers of the types it assumes bear it out.
using FsCheck;
using FsCheck.Fluent;
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Tests.Logic;

public class ConditionProperties
{
    /// <summary>What the check calls never (or always) true is never (or always) true of random answers.</summary>
    [Fact]
    public void What_is_called_never_true_is_not_true_of_any_answers_tried()
    {
        var conditions = Gen.Sized(size => Condition(Math.Min(size, 12))).ToArbitrary();
        int judged = 0;
        Check.One(Properties.Cases(4_000), Prop.ForAll(conditions, tree =>
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
}
