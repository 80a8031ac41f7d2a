// What holds for every tree: printing and reading gives it back; checking, describing and evaluating it ends and never throws.
using FsCheck;
using FsCheck.Fluent;
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Tests.Logic;

public class ExpressionProperties
{
    [Fact]
    public void Reading_what_was_printed_gives_the_same_tree() =>
        Check.One(Properties.Cases(5_000), Prop.ForAll(RandomExpressions.Trees, tree =>
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
        Check.One(Properties.Cases(10_000), Prop.ForAll(RandomExpressions.Trees, Gen.Choose(0, int.MaxValue).ToArbitrary(), (tree, seed) =>
            {
                var random = new Random(seed);
                // Every random survey has the same names, so one compilation serves them all.
                var layout = RandomExpressions.Survey(random);
                var compiled = new Expression("", tree).Compile(layout.Find, column => column == "name" ? 0 : null);
                for (int round = 0; round < 10; round++)
                {
                    var survey = RandomExpressions.Survey(random);
                    var value = compiled.Evaluate(survey);
                    Assert.True(value.ToText().Length <= 8 * TextFunctions.LongestResult);
                    Assert.Equal(value.IsFault, value.FaultMessage is not null);
                    _ = compiled.IsTrue(survey);
                }
            }));

    [Fact]
    public void Checking_any_tree_ends_without_an_exception() =>
        Check.One(Properties.Cases(2_000), Prop.ForAll(RandomExpressions.Trees, tree =>
            {
                var expression = new Expression(ExpressionPrinter.Print(tree), tree);
                foreach (var purpose in Enum.GetValues<ExpressionPurpose>())
                {
                    var faults = ExpressionCheck.Check(expression, CheckTests.Scope(purpose));
                    Assert.All(faults, fault => Assert.NotEmpty(fault.WithCaret(expression.Source)));
                }
            }));

    [Fact]
    public void Describing_any_tree_ends_without_an_exception() =>
        Check.One(
            Properties.Cases(2_000),
            Prop.ForAll(RandomExpressions.Trees, tree =>
                Assert.NotEmpty(PlainWords.Describe(new Expression(ExpressionPrinter.Print(tree), tree), new WordLookup()))
            )
        );

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
                    var survey = RandomExpressions.Survey(new Random(1));
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
}
