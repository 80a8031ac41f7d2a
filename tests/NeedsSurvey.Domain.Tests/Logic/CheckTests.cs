// What the static check says before any answer exists.
using System.Collections.Immutable;
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Tests.Logic;

public class CheckTests
{
    private static readonly ImmutableArray<string> Choices = ["housing", "food", "work"];

    internal static CheckScope Scope(ExpressionPurpose purpose, NameInfo? self = null) =>
        new()
        {
            Purpose = purpose,
            Self = self ?? new NameInfo(AnswerKind.Any),
            Columns = ["name", "label", "state"],
            IsMany = name => name == "years",
            Names = new Dictionary<string, NameInfo>
            {
                ["age"] = new(AnswerKind.Integer),
                ["height"] = new(AnswerKind.Decimal),
                ["need"] = new(AnswerKind.SelectOne) { Choices = Choices },
                ["needs"] = new(AnswerKind.SelectMany) { Choices = Choices },
                ["score"] = new(AnswerKind.SelectOne) { Choices = ["1", "2", "3"] },
                ["born"] = new(AnswerKind.Date),
                ["from"] = new(AnswerKind.Time),
                ["story"] = new(AnswerKind.Text),
                ["agreed"] = new(AnswerKind.Boolean),
                ["place"] = new(AnswerKind.Other),
                ["group"] = new(AnswerKind.NoAnswer),
                ["person"] = new(AnswerKind.Repeat),
                ["years"] = new(AnswerKind.Integer),
                ["total"] = new(AnswerKind.Any),
            },
        };

    internal static IReadOnlyList<ExpressionFault> Faults(
        string source,
        ExpressionPurpose purpose = ExpressionPurpose.Condition,
        NameInfo? self = null
    )
    {
        var read = ExpressionParser.Parse(source);
        Assert.True(read.IsValid, string.Join('\n', read.Faults.Select(fault => fault.WithCaret(source))));
        return ExpressionCheck.Check(read.Expression!, Scope(purpose, self));
    }

    [Theory]
    [InlineData("${age} >= 18 and selected(${needs}, 'housing')")]
    [InlineData("${age} = ''")]
    [InlineData("${need} = 'food' or ${need} = ''")]
    [InlineData("${score} > 1 and ${score} = '2'")]
    [InlineData("${born} < today() - 18 * 365.25")]
    [InlineData("${born} >= '2000-01-01' and ${born} < date('2010-01-01')")]
    [InlineData("${from} < '12:00'")]
    [InlineData("${story} != '' and string-length(${story}) < 200")]
    [InlineData("count(${person}) > 2 and sum(${years}) > 20 and position(..) = 1 and position(${person}) = 2")]
    [InlineData("indexed-repeat(${years}, ${person}, 1) = 4")]
    [InlineData("jr:choice-name(${need}, '${need}') = 'Housing'")]
    [InlineData("${place} != ''")]
    [InlineData("not(selected(${needs}, 'food')) and count-selected(${needs}) <= 2")]
    [InlineData("${years} > 5 and ${years} < 3")]
    [InlineData("${age} > ${height} and ${age} < ${height}")]
    [InlineData("${total} = 'a' and ${total} = 'b'")]
    [InlineData("true()")]
    [InlineData("if(${age} > 5, ${need} = 'food', false())")]
    [InlineData("regex(${story}, '[a-z]+') and ${story} = 'abc'")]
    public void A_sound_condition_has_no_fault(string source) => Assert.Empty(Faults(source));

    [Theory]
    [InlineData("${agee} > 5", FaultCode.UnknownName, 0, 7, "There is no question named agee. Did you mean ${age}?")]
    [InlineData("${zzz} > 5", FaultCode.UnknownName, 0, 6, "There is no question named zzz. Add it, or correct the name.")]
    [InlineData("age > 5", FaultCode.UnknownColumn, 0, 3, "age stands alone here. Write ${age} for the answer to this question.")]
    [InlineData("${born} = today", FaultCode.UnknownColumn, 10, 5, "today stands alone here. Write today().")]
    [InlineData(
        "age-5 > 5",
        FaultCode.UnknownColumn,
        0,
        5,
        "age-5 stands alone here. Write ${age} for a question, and put spaces around - to subtract."
    )]
    [InlineData(
        "${need} = food",
        FaultCode.UnknownColumn,
        10,
        4,
        "food stands alone here. Write ${food} if it is a question, or 'food' in quotes if it is text."
    )]
    [InlineData("${need} = 'houseing'", FaultCode.UnknownChoice, 10, 10, "${need} has no choice 'houseing'. Did you mean 'housing'?")]
    [InlineData(
        "selected(${needs}, 'notachoice')",
        FaultCode.UnknownChoice,
        19,
        12,
        "${needs} has no choice 'notachoice'. Its choices are housing, food, work."
    )]
    [InlineData("${score} = 7", FaultCode.UnknownChoice, 11, 1, "${score} has no choice '7'. Its choices are 1, 2, 3.")]
    [InlineData("${need} > 3", FaultCode.TypeClash, 10, 1, "The choices of ${need} are not numbers, so this is never true.")]
    [InlineData("${age} > 'old'", FaultCode.TypeClash, 9, 5, "${age} is a number, but 'old' is not. Write a number without quotes.")]
    [InlineData("'old' = ${age}", FaultCode.TypeClash, 0, 5, "${age} is a number, but 'old' is not. Write a number without quotes.")]
    [InlineData(
        "${born} > '01/02/2000'",
        FaultCode.TypeClash,
        10,
        12,
        "${born} is a date, but '01/02/2000' is not. Write dates as '2024-09-30'."
    )]
    [InlineData("${from} = 'noon'", FaultCode.TypeClash, 10, 6, "${from} is a time, but 'noon' is not. Write times as '14:05'.")]
    [InlineData("${group} = 1", FaultCode.TypeClash, 0, 8, "group is a group or a note; it has no answer. Use a question inside it.")]
    [InlineData("${person} = 1", FaultCode.TypeClash, 0, 9, "person is a repeat; it has no answer of its own. Write count(${person}).")]
    [InlineData("position(${age}) = 1", FaultCode.TypeClash, 9, 6, "position takes .. or the name of a repeat. Write position(..).")]
    [InlineData(".. = 1", FaultCode.TypeClash, 0, 2, "'..' can only be used in position(..).")]
    [InlineData("'a' + ${age} = 1", FaultCode.TypeClash, 0, 3, "'a' is not a number. To put texts together write concat( … ).")]
    [InlineData("${need} * 2 = 1", FaultCode.TypeClash, 0, 7, "The choices of ${need} are not numbers and cannot be calculated with.")]
    [InlineData("selected(${age}, '5')", FaultCode.TypeClash, 9, 6, "${age} has no choices. Compare it with =, < or >.")]
    [InlineData(
        "jr:choice-name(${age}, '${age}') = 'x'",
        FaultCode.TypeClash,
        23,
        8,
        "age has no choices, so jr:choice-name finds no label in it."
    )]
    [InlineData(
        "jr:choice-name(${need}, '${ned}') = 'x'",
        FaultCode.UnknownName,
        24,
        8,
        "There is no question named ned. Did you mean ${need}?"
    )]
    [InlineData(
        "indexed-repeat(${years}, ${age}, 1) = 2",
        FaultCode.TypeClash,
        25,
        6,
        "indexed-repeat needs a repeat here, followed by the number of an entry."
    )]
    [InlineData(
        "${born} > date('1983-09-31')",
        FaultCode.AlwaysFails,
        10,
        18,
        "'1983-09-31' is not a date. Write dates as year-month-day, such as 2024-09-30."
    )]
    [InlineData(
        "decimal-date-time('-01-2019') > 1",
        FaultCode.AlwaysFails,
        0,
        29,
        "'-01-2019' is not a date. Write dates as year-month-day, such as 2024-09-30."
    )]
    [InlineData(
        "format-date(${born}, '%Q') = 'x'",
        FaultCode.AlwaysFails,
        0,
        26,
        "%Q is not part of a date. Use %Y %m %d %H %M %S, or %b and %a for names."
    )]
    [InlineData(
        "digest(${story}, 'MD6') = 'x'",
        FaultCode.AlwaysFails,
        0,
        23,
        "digest does not know 'MD6'. Choose 'MD5', 'SHA-1', 'SHA-256', 'SHA-384' or 'SHA-512'."
    )]
    [InlineData(
        "regex(${story}, '[a-z') and true()",
        FaultCode.AlwaysFails,
        0,
        23,
        "This pattern cannot be read after its first 4 characters: unterminated bracket."
    )]
    public void A_fault_names_the_place_and_the_remedy(string source, FaultCode code, int start, int length, string message)
    {
        var fault = Assert.Single(Faults(source));
        Assert.Equal(message, fault.Message);
        Assert.Equal((code, new SourceSpan(start, length)), (fault.Code, fault.Span));
        Assert.Equal(code == FaultCode.UnknownChoice ? FaultSeverity.Warning : FaultSeverity.Error, fault.Severity);
    }

    [Theory]
    [InlineData("${needs} = 'food'", FaultCode.Doubtful)]
    [InlineData("${needs} = 'food work'", FaultCode.Doubtful)]
    [InlineData("${agreed} = 'false'", FaultCode.Doubtful)]
    [InlineData("${story} = 'Hello ${age}'", FaultCode.Doubtful)]
    [InlineData("${need} = 'food' or 'work'", FaultCode.AlwaysTrue)]
    [InlineData("${need} = 'food' and 'work'", FaultCode.AlwaysTrue)]
    [InlineData("${place} = 'here'", FaultCode.Doubtful)]
    [InlineData("${born} > 2000", FaultCode.TypeClash)]
    [InlineData("${years} + 1 > 3", FaultCode.Doubtful)]
    [InlineData("string-length(${years}) > 3", FaultCode.Doubtful)]
    public void What_works_but_is_hardly_meant_is_a_warning(string source, FaultCode code)
    {
        var fault = Assert.Single(Faults(source));
        Assert.Equal((code, FaultSeverity.Warning), (fault.Code, fault.Severity));
    }

    [Fact]
    public void A_constraint_is_asked_of_given_answers_only()
    {
        var integer = new NameInfo(AnswerKind.Integer);
        Assert.Empty(Faults(". >= 0 and . <= 120", ExpressionPurpose.Constraint, integer));
        Assert.Equal(FaultCode.AlwaysTrue, Assert.Single(Faults(". < 10 or . >= 10", ExpressionPurpose.Constraint, integer)).Code);
        Assert.Equal(
            "This can never be true: no answer to this question meets it.",
            Assert.Single(Faults(". < 10 and . > 10", ExpressionPurpose.Constraint, integer)).Message
        );
        Assert.Equal(
            "This question has no choice 'foood'. Did you mean 'food'?",
            Assert
                .Single(
                    Faults(
                        "not(selected(., 'foood'))",
                        ExpressionPurpose.Constraint,
                        new NameInfo(AnswerKind.SelectMany) { Choices = Choices }
                    )
                )
                .Message
        );
    }

    [Fact]
    public void A_choice_filter_may_use_columns()
    {
        Assert.Empty(Faults("state = ${story} and name != 'x'", ExpressionPurpose.ChoiceFilter));
        Assert.Equal(
            "The choice list has no column stat. Did you mean state?",
            Assert.Single(Faults("stat = 'x'", ExpressionPurpose.ChoiceFilter)).Message
        );
    }

    [Theory]
    [InlineData("${need} = 'boat'")]
    [InlineData("selected(${needs}, 'boat')")]
    [InlineData("${score} = 7")]
    public void Row_64_A_comparison_with_an_unlisted_choice_is_a_warning(string condition)
    {
        var fault = Assert.Single(Faults(condition));
        Assert.Equal((FaultCode.UnknownChoice, FaultSeverity.Warning), (fault.Code, fault.Severity));
    }

    [Fact]
    public void Asking_whether_nothing_is_selected_is_no_fault() => Assert.Empty(Faults("selected(${needs}, '')"));

    [Fact]
    public void Row_16_The_check_says_that_now_has_no_time_of_day()
    {
        var fault = Assert.Single(Faults("if(decimal-time(now()) < 0.5, 'morning', 'afternoon')", ExpressionPurpose.Calculation));
        Assert.Equal(FaultSeverity.Warning, fault.Severity);
        Assert.StartsWith("now() has no time of day", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_calculation_may_have_any_value() => Assert.Empty(Faults("${age} * 2", ExpressionPurpose.Calculation));

    [Fact]
    public void Several_faults_come_in_order_of_the_text() =>
        Assert.Equal(
            [FaultCode.UnknownName, FaultCode.TypeClash, FaultCode.UnknownChoice],
            Faults("${zzz} and ${age} = 'x' or ${need} = 'y'").Select(fault => fault.Code)
        );
}
