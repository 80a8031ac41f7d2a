using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

public sealed class GuidedConditionTests
{
    [Theory]
    [InlineData(GuidedComparison.Is, "rent", "${tenure} = 'rent'")]
    [InlineData(GuidedComparison.IsNot, "rent", "${tenure} != 'rent'")]
    [InlineData(GuidedComparison.Includes, "rent", "selected(${tenure}, 'rent')")]
    [InlineData(GuidedComparison.IncludesNot, "rent", "not(selected(${tenure}, 'rent'))")]
    [InlineData(GuidedComparison.AtLeast, "18", "${tenure} >= 18")]
    [InlineData(GuidedComparison.AtMost, "-2.5", "${tenure} <= -2.5")]
    [InlineData(GuidedComparison.IsAnswered, "", "${tenure} != ''")]
    [InlineData(GuidedComparison.Is, "l'eau", "${tenure} = \"l'eau\"")]
    public void A_picked_condition_is_recognised_in_its_expression(GuidedComparison comparison, string value, string expression)
    {
        var condition = new GuidedCondition("tenure", comparison, value);
        Assert.Equal(expression, condition.ToExpression());
        Assert.Equal(condition, GuidedCondition.Of(expression));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("${a} = 'x' or ${b} = 'y'")]
    [InlineData("count-selected(${a}) > 1")]
    [InlineData("${a} = ''")]
    [InlineData("${a} >= 'x'")]
    [InlineData("not(selected(${a}, 'x')")]
    [InlineData("selected(${a}, 'x'))")]
    public void What_cannot_be_picked_stays_an_expression(string? expression) => Assert.Null(GuidedCondition.Of(expression));

    [Theory]
    [InlineData(GuidedComparison.AtLeast, "many")]
    [InlineData(GuidedComparison.Is, "")]
    [InlineData(GuidedComparison.Is, "'\"")]
    public void A_value_that_cannot_be_written_gives_no_expression(GuidedComparison comparison, string value) =>
        Assert.Null(new GuidedCondition("a", comparison, value).ToExpression());
}
