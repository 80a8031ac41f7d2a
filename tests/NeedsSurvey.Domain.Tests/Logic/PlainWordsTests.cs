// Conditions as an organiser reads them.
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Tests.Logic;

public class PlainWordsTests
{
    private static readonly WordLookup Words = new()
    {
        Question = name =>
            name switch
            {
                "years" => "age",
                _ => null,
            },
        Choice = (question, choice) =>
            (question, choice) switch
            {
                ("needs" or "need", "housing") => "Housing",
                ("score", "5") => "Very good",
                _ => null,
            },
        Kind = name =>
            name switch
            {
                "need" or "score" => AnswerKind.SelectOne,
                "needs" => AnswerKind.SelectMany,
                "born" => AnswerKind.Date,
                _ => AnswerKind.Any,
            },
        Self = "born",
    };

    [Theory]
    [InlineData("${years} >= 18 and selected(${needs}, 'housing')", "age is at least 18 and needs includes Housing")]
    [InlineData("${years} < 18 or ${years} = ''", "age is less than 18 or age is not answered")]
    [InlineData("18 <= ${years}", "age is at least 18")]
    [InlineData("not(${years} > 5)", "age is not more than 5")]
    [InlineData("${need} = 'housing'", "need is Housing")]
    [InlineData("${need} != 'housing'", "need is not Housing")]
    [InlineData("selected(${need}, 'housing')", "need is Housing")]
    [InlineData("${score} = 5", "score is Very good")]
    [InlineData("not(selected(${needs}, 'housing') or ${years} != '')", "needs does not include Housing and age is not answered")]
    [InlineData("${a} = 1 and (${b} = 2 or ${c} = 3)", "a is 1 and (b is 2 or c is 3)")]
    [InlineData("${a} = 1 and ${b} = 2 or ${c} = 3", "(a is 1 and b is 2) or c is 3")]
    [InlineData("${born} < '2000-01-31'", "born is before 31 January 2000")]
    [InlineData(". <= today()", "born is on or before today")]
    [InlineData("count-selected(${needs}) <= 3", "the number of choices picked in needs is at most 3")]
    [InlineData("${name} = 'Ana'", "name is “Ana”")]
    [InlineData("contains(${name}, 'x')", "name contains “x”")]
    [InlineData("not(starts-with(${name}, 'x'))", "name does not begin with “x”")]
    [InlineData("count(${person}) > 2", "the number of entries in person is more than 2")]
    [InlineData("${a} + 1 > ${b} * (2 - ${c})", "a plus 1 is more than b times (2 minus c)")]
    [InlineData("${a}", "a is answered")]
    [InlineData("not(${a})", "a is not answered")]
    [InlineData("true()", "always")]
    [InlineData("${a} = true()", "a is answered")]
    [InlineData("checklist(2, -1, ${a} = 1, ${b} = 2)", "it is so that at least 2 of these hold: a is 1; b is 2")]
    [InlineData("regex(${a}, '[0-9]+')", "a matches the pattern “[0-9]+”")]
    [InlineData("pow(${a}, 2) = 4", "pow(a, 2) is 4")]
    public void A_condition_is_said_in_words(string source, string words) =>
        Assert.Equal(words, PlainWords.Describe(ExpressionParser.Parse(source).Expression!, Words));

    [Fact]
    public void Relevance_begins_with_only_if() =>
        Assert.Equal("only if age is at least 18", PlainWords.OnlyIf(ExpressionParser.Parse("${years} >= 18").Expression!, Words));
}
