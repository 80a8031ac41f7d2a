// What holds of every kind of value: choosing, faults, chance, limits. Numbers, texts, truths and dates have a file each beside this one;
// the cases of all five cover every fact of ODK JavaRosa's published evaluation tests that concerns a survey's language (none is left
// out), beside our own for each function and for the borders between kinds.
using NeedsSurvey.Domain.Logic;
using static NeedsSurvey.Domain.Tests.Logic.Evaluated;

namespace NeedsSurvey.Domain.Tests.Logic;

public class EvaluationTests
{
    [Theory]
    [InlineData("true() or date('')", true)]
    [InlineData("false() and date('')", false)]
    [InlineData("true() or date('1983-09-31')", true)]
    [InlineData("false() and date('1983-09-31')", false)]
    [InlineData("if(true(), true(), date('nonsense'))", true)]
    public void What_need_not_be_evaluated_is_not(string source, bool expected) => IsTruth(source, expected);

    [Fact]
    public void If_chooses_by_its_condition()
    {
        IsNumber("if(true(), 5, 'abc')", 5);
        IsText("if('', 5, 'abc')", "abc");
    }

    [Theory]
    [InlineData("coalesce('', 'then')", "then")]
    [InlineData("coalesce('first', date('nonsense'))", "first")]
    [InlineData("coalesce(number('x'), '', 'third')", "third")]
    public void Coalesce_takes_the_first_that_is_there(string source, string expected) => IsText(source, expected);

    public static TheoryData<string> NotComputable =>
        [
            "date('1983-09-31')",
            "date('2023-02-29')",
            "date('yesterday')",
            "date(1 div 0)",
            "decimal-date-time('-01-2019')",
            "decimal-time('25:00')",
            "format-date('2020-01-01', '%Q')",
            "format-date('2020-01-01', '%')",
            "digest('x', 'CRC')",
            "digest('x', 'MD5', 'octal')",
            "uuid(0)",
            "concat('a', 1 + number(date('nonsense')))",
        ];

    [Theory, MemberData(nameof(NotComputable))]
    public void What_cannot_be_computed_is_a_fault(string source) => Assert.True(new Survey().Evaluate(source).IsFault);

    [Theory, MemberData(nameof(NotComputable))]
    public void A_fault_is_told_in_a_sentence(string source) =>
        Assert.EndsWith(".", new Survey().Evaluate(source).FaultMessage, StringComparison.Ordinal);

    [Theory, MemberData(nameof(NotComputable))]
    public void A_fault_counts_as_false(string source) => Assert.False(new Survey().Evaluate(source).ToBoolean());

    [Fact]
    public void Chance_comes_from_the_randomness_given()
    {
        var first = new Survey { Random = new Random(7) };
        var second = new Survey { Random = new Random(7) };
        foreach (string source in new[] { "random()", "uuid()", "uuid(12)" })
            Assert.Equal(first.Evaluate(source), second.Evaluate(source));
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", first.Evaluate("uuid()").ToText());
        Assert.Equal(12, first.Evaluate("uuid(12)").ToText().Length);
        Assert.InRange(first.Evaluate("random()").ToNumber(), 0, 1);
    }

    [Fact]
    public void A_pattern_that_would_backtrack_for_ever_is_false_in_time()
    {
        var survey = new Survey().With("text", Value.Of(new string('a', 40) + "!"));
        IsTruth("regex(${text}, '(a+)+')", false, survey);
        IsTruth("regex(${text}, '(?=(a+)+b).*')", false, survey);
    }

    [Fact]
    public void Calculations_cannot_fill_the_memory()
    {
        var survey = new Survey().With("long", Value.Of(new string('x', 60_000)));
        Assert.True(survey.Evaluate("concat(${long}, ${long})").IsFault);
    }
}
