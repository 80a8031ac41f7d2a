// What the static check says before any answer exists.
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Tests.Logic;

public class ConditionsAlwaysOrNeverMetTests
{
    [Theory]
    [InlineData("${age} > 5 and ${age} < 3")]
    [InlineData("${age} > 5 and ${age} < 6")]
    [InlineData("${age} > 5 and ${age} = ''")]
    [InlineData("18 < ${age} and not(${age} > 17)")]
    [InlineData("${height} > 1.5 and ${height} <= 1.5")]
    [InlineData("${need} = 'food' and ${need} = 'work'")]
    [InlineData("${need} != 'food' and ${need} != 'work' and ${need} != 'housing' and ${need} != ''")]
    [InlineData("selected(${need}, 'food') and selected(${need}, 'work')")]
    [InlineData("selected(${needs}, 'food') and not(selected(${needs}, 'food'))")]
    [InlineData("selected(${needs}, 'food') and selected(${needs}, 'work') and count-selected(${needs}) < 2")]
    [InlineData("count-selected(${needs}) > 3")]
    [InlineData("${needs} = '' and selected(${needs}, 'food')")]
    [InlineData("${born} > '2020-01-01' and ${born} < '2019-01-01'")]
    [InlineData("${born} > '2020-01-01' and ${born} < '2020-01-02'")]
    [InlineData("${from} > '12:00' and ${from} < '11:00'")]
    [InlineData("${story} = 'a' and ${story} = 'b'")]
    [InlineData("${story} = '' and string-length(${story}) > 3")]
    [InlineData("string-length(${story}) < 0")]
    [InlineData("(${age} > 5 or ${height} > 2) and ${age} < 5 and ${height} < 2")]
    [InlineData("1 = 2")]
    [InlineData("false()")]
    [InlineData("today() > '2020-01-01' and ${age} > 5 and ${age} < 3")]
    public void A_condition_that_no_answer_can_meet_is_found(string source)
    {
        var fault = Assert.Single(CheckTests.Faults(source));
        Assert.Equal((FaultCode.NeverTrue, FaultSeverity.Warning), (fault.Code, fault.Severity));
    }

    [Theory]
    [InlineData("${need} != 'food' or ${need} != 'work'")]
    [InlineData("${age} = '' or ${age} < 10 or ${age} >= 10")]
    [InlineData("not(${age} > 5 and ${age} < 3)")]
    [InlineData("'food'")]
    [InlineData("count-selected(${needs}) >= 0")]
    public void A_condition_that_every_answer_meets_is_found(string source) =>
        Assert.Equal(FaultCode.AlwaysTrue, Assert.Single(CheckTests.Faults(source)).Code);

    [Fact]
    public void The_message_names_the_question_that_rules_the_condition_out()
    {
        Assert.Equal(
            "This can never be true: no answer to ${age} meets it.",
            CheckTests.Faults("${need} = 'food' and ${age} > 5 and ${age} < 3")[0].Message
        );
        Assert.Equal(
            "This can never be true, whatever the answers are.",
            CheckTests.Faults("(${age} > 5 or ${height} > 2) and ${age} < 5 and ${height} < 2")[0].Message
        );
    }

    [Fact]
    public void One_alternative_that_can_never_be_true_is_found_by_itself()
    {
        var fault = Assert.Single(CheckTests.Faults("${need} = 'food' or ${age} > 5 and ${age} < 3"));
        Assert.Equal((FaultCode.NeverTrue, new SourceSpan(20, 25)), (fault.Code, fault.Span));
    }
}
