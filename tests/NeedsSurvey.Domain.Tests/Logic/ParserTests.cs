// How expressions are read: every fault with its place and a sentence that says what to do, several at once, and limits.
using System.Diagnostics;
using System.Text;
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Tests.Logic;

public class ParserTests
{
    private static ExpressionFault OnlyFault(string source)
    {
        var read = ExpressionParser.Parse(source);
        Assert.Null(read.Expression);
        return Assert.Single(read.Faults);
    }

    private static Node Root(string source)
    {
        var read = ExpressionParser.Parse(source);
        Assert.True(read.IsValid, string.Join('\n', read.Faults.Select(fault => fault.WithCaret(source))));
        return read.Expression!.Root;
    }

    [Fact]
    public void Operators_bind_as_in_XPath()
    {
        Assert.True(Root("1 or 2 and 3 = 4 < 5 + 6 * -7").SameAs(Root("1 or (2 and (3 = (4 < (5 + (6 * (-7))))))")));
        Assert.True(Root("1 - 2 - 3").SameAs(Root("(1 - 2) - 3")));
        Assert.False(Root("1 - 2 - 3").SameAs(Root("1 - (2 - 3)")));
        Assert.True(Root("8 div 4 mod 3 * 2").SameAs(Root("((8 div 4) mod 3) * 2")));
    }

    [Fact]
    public void Parts_know_their_places()
    {
        var root = Assert.IsType<BinaryNode>(Root("  ${age} >= 18 and  selected(${needs}, 'housing')"));
        Assert.Equal(new SourceSpan(2, 12), root.Left.Span);
        Assert.Equal(new SourceSpan(20, 29), root.Right.Span);
        Assert.Equal(new SourceSpan(2, 47), root.Span);
    }

    [Fact]
    public void Names_are_listed_once_in_order_also_those_in_choice_names()
    {
        var expression = ExpressionParser.Parse("${b} + ../a + ${ b } + string-length(jr:choice-name(., '${c}')) > x").Expression!;
        Assert.Equal(["b", "a", "c"], expression.Names);
        Assert.Equal(["x"], expression.Columns);
        Assert.True(expression.UsesSelf);
        Assert.False(expression.ChangesByItself);
        Assert.True(ExpressionParser.Parse("today() > ${a}").Expression!.ChangesByItself);
    }

    [Fact]
    public void Names_may_hold_letters_of_any_script() =>
        Assert.Equal(["a-b.c", "_x1", "año", "年齢"], ExpressionParser.Parse("${a-b.c} + ${_x1} - ${año} + ${年齢}").Expression!.Names);

    [Fact]
    public void A_hyphen_without_a_space_before_it_belongs_to_the_name()
    {
        Assert.IsType<ColumnNode>(Root("a-b"));
        Assert.IsType<BinaryNode>(Root("a -b"));
    }

    // field, row 29
    [Theory]
    [InlineData("${age} == 5", 7, 2, "Write = once to compare, not ==.")]
    [InlineData("${a} = 1 && ${b} = 2", 9, 2, "Write and instead of &&.")]
    [InlineData("${a} = 1 || ${b} = 2", 9, 2, "Write or instead of ||.")]
    [InlineData("${a} <> 1", 5, 2, "Write != for \"is not\", instead of <>.")]
    [InlineData("${a} => 1", 5, 2, "Write >= instead of =>.")]
    [InlineData("${a} ≥ 1", 5, 1, "Write >= instead of ≥.")]
    [InlineData("!${a}", 0, 1, "Write not( … ) instead of !.")]
    [InlineData("$age > 5", 0, 4, "Write ${age} with curly brackets.")]
    [InlineData("${age > 5", 0, 5, "This name has no closing }. Write it like ${name}.")]
    [InlineData("${1st} > 5", 0, 6, "'1st' is not a name. Names begin with a letter or _ and go on with letters, digits, _, - or a point.")]
    [InlineData("${last-saved#age}", 0, 17, "Answers of an earlier response (last-saved) are not available: a response stands for itself.")]
    [InlineData("${a} = 'yes", 7, 4, "This text has no closing quote. Add ' where it ends.")]
    [InlineData("${a} = ", 7, 0, "Something is missing at the end: a question, a number or a text in quotes.")]
    [InlineData("* 2", 0, 1, "Something is missing before *: a question, a number or a text in quotes.")]
    [InlineData("${a} = or 2", 7, 2, "Something is missing before or: a question, a number or a text in quotes.")]
    [InlineData("and ${a}", 0, 3, "Something is missing before and: a question, a number or a text in quotes.")]
    [InlineData("${a} ${b}", 5, 4, "An operator is missing before this, such as and, or, = or +.")]
    [InlineData("(${a} = 1", 0, 1, "This bracket is never closed. Add ) where it ends.")]
    [InlineData("${a} = 1)", 8, 1, "This closing bracket has no opening one.")]
    [InlineData("/data/age > 5", 0, 1, "Paths are not available. Write ${name} for a question, or div to divide.")]
    [InlineData("${a} / 2", 5, 1, "Paths are not available. Write ${name} for a question, or div to divide.")]
    [InlineData("not ${a} = 1", 0, 3, "not needs brackets. Write not(condition).")]
    [InlineData("5kg", 0, 3, "5kg is neither a number nor a name. Put it in quotes if it is text.")]
    [InlineData("selcted(${a}, 'b')", 0, 7, "There is no function selcted. Did you mean selected?")]
    [InlineData("Selected(${a}, 'b')", 0, 8, "There is no function Selected. Did you mean selected?")]
    [InlineData("frobnicate(1)", 0, 10, "There is no function frobnicate.")]
    [InlineData(
        "pulldata('f', 'a', 'b', 'c')",
        0,
        8,
        "pulldata is not available: a survey has no attached data files. Write the few values that are needed as "
            + "if( … ), or ask with choices narrowed by a choice filter."
    )]
    [InlineData(
        "randomize(${a})",
        0,
        9,
        "randomize is not available in expressions. To ask each person in another order, write \"randomize\": true on a "
            + "question with choices, or tick it in the editor."
    )]
    [InlineData("geofence('')", 0, 8, "geofence is not available: this program does not measure places.")]
    [InlineData("geofence('0 0 0 0', '')", 0, 8, "geofence is not available: this program does not measure places.")]
    [InlineData("selected(${a})", 0, 8, "selected takes 2 values; here it has 1. Write selected(${question}, 'choice').")]
    [InlineData("true(5)", 0, 4, "true takes no values; here it has 1. Write true().")]
    [InlineData("number()", 0, 6, "number takes 1 value; here it has none. Write number(value).")]
    [InlineData("string('too', 'many', 'args')", 0, 6, "string takes 1 value; here it has 3. Write string(value).")]
    [InlineData("round(1, 2, 3)", 0, 5, "round takes 1 or 2 values; here it has 3. Write round(number, decimals).")]
    [InlineData("concat()", 0, 6, "concat takes at least 1 value; here it has none. Write concat(text, text, …).")]
    [InlineData(
        "indexed-repeat(${a}, ${b}, 1, ${c})",
        0,
        14,
        "indexed-repeat takes 3, 5, 7 … values; here it has 4. Write indexed-repeat(${question}, ${repeat}, 1)."
    )]
    [InlineData("  ", 0, 2, "The expression is empty. Write a condition, such as ${age} >= 18.")]
    public void A_fault_says_where_it_is_and_what_to_do(string source, int start, int length, string message)
    {
        var fault = OnlyFault(source);
        Assert.Equal(message, fault.Message);
        Assert.Equal(new SourceSpan(start, length), fault.Span);
        Assert.Equal(FaultSeverity.Error, fault.Severity);
    }

    [Fact]
    public void Several_faults_are_found_in_one_reading()
    {
        var faults = ExpressionParser.Parse("${a} == 1 && selcted(${b}, 'x') or round() > $c").Faults;
        Assert.Equal([5, 10, 13, 35, 45], faults.Select(fault => fault.Span.Start));
    }

    [Fact]
    public void A_caret_points_at_the_fault_in_its_line()
    {
        const string Source = "${a} = 1 and\n${b} == 2";
        Assert.Equal("${b} == 2\n     ^^\nWrite = once to compare, not ==.", OnlyFault(Source).WithCaret(Source));
        string far = string.Concat(Enumerable.Repeat("${a} or ", 40)) + "${b} == 2";
        string[] lines = OnlyFault(far).WithCaret(far).Split('\n');
        Assert.True(lines[0].Length <= 100);
        Assert.Equal("==", lines[0].Substring(lines[1].IndexOf('^', StringComparison.Ordinal), 2));
    }

    [Fact]
    public void Too_long_an_expression_is_refused()
    {
        string longest = new string(' ', ExpressionParser.LongestText - 1) + "1";
        Assert.True(ExpressionParser.Parse(longest).IsValid);
        Assert.Equal(FaultCode.TooLong, OnlyFault(" " + longest).Code);
    }

    public static TheoryData<string, string> Nestings =>
        new()
        {
            { "(", ")" },
            { "-", "" },
            { "not(", ")" },
            { "1 + (", ")" },
        };

    private static string Nested(int levels, string open, string close) =>
        string.Concat(Enumerable.Repeat(open, levels)) + "1" + string.Concat(Enumerable.Repeat(close, levels));

    [Theory, MemberData(nameof(Nestings))]
    public void Nesting_is_read_up_to_the_limit(string open, string close) =>
        Assert.True(ExpressionParser.Parse(Nested(ExpressionParser.DeepestNesting, open, close)).IsValid);

    [Theory, MemberData(nameof(Nestings))]
    public void Nesting_beyond_the_limit_is_refused(string open, string close)
    {
        Assert.Equal(FaultCode.TooDeep, OnlyFault(Nested(ExpressionParser.DeepestNesting + 1, open, close)).Code);
        Assert.Equal(FaultCode.TooDeep, ExpressionParser.Parse(Nested(3_999 / (open.Length + close.Length), open, close)).Faults[0].Code);
    }

    [Fact]
    public void A_long_chain_is_evaluated_without_deep_recursion()
    {
        string chain = string.Join(" or ", Enumerable.Repeat(".=1", ExpressionParser.DeepestTree - 1));
        Assert.True(ExpressionParser.Parse(chain).IsValid);
        Assert.Equal(Value.True, new Survey().WithSelf(Value.Of(1)).Evaluate(chain));
    }

    [Fact]
    public void A_chain_beyond_the_limit_is_refused() =>
        Assert.Equal(FaultCode.TooDeep, OnlyFault(string.Join("+", Enumerable.Repeat("1", 1_500))).Code);

    [Fact]
    public void Random_text_is_read_or_refused_but_never_throws()
    {
        string[] parts =
        [
            "${a}",
            "${",
            "}",
            "(",
            ")",
            ",",
            "'",
            "\"",
            "and",
            " or ",
            "div",
            "mod",
            "-",
            "+",
            "*",
            "=",
            "!=",
            "<",
            ">=",
            ".",
            "..",
            "/",
            "../x",
            "selected(",
            "position(",
            "count(",
            "5",
            ".5",
            "5.",
            "a-b",
            ":",
            "jr:choice-name(",
            "current()",
            "$",
            "[",
            "]",
            "é",
            "\u200B",
            "\ud83d\ude00",
            "\ud83d",
            "\0",
            "\n",
            "last-saved#",
            "\u201C",
            "\u2019",
            "not",
            "if(",
            "regex(.,'(')",
        ];
        var random = new Random(20260314);
        for (int i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            for (int length = random.Next(1, 14); length > 0; length--)
                text.Append(random.Next(8) == 0 ? ((char)random.Next(32, 400)).ToString() : parts[random.Next(parts.Length)]);
            string source = text.ToString();
            var read = ExpressionParser.Parse(source);
            Assert.Equal(read.IsValid, read.Faults.Count == 0);
            foreach (var fault in read.Faults)
            {
                Assert.InRange(fault.Span.Start, 0, source.Length);
                Assert.InRange(fault.Span.End, fault.Span.Start, source.Length);
                Assert.NotEmpty(fault.WithCaret(source));
            }
        }
    }

    [Fact]
    public void The_worst_text_is_read_quickly()
    {
        var watch = Stopwatch.StartNew();
        foreach (
            string part in new[] { "and ", "not ", "${a}/", "(", ")", "-", "a(", "${", "'", "1 ", ",", "[", "==", "../", "if(1,", "$" }
        )
            ExpressionParser.Parse(string.Concat(Enumerable.Repeat(part, ExpressionParser.LongestText / part.Length)));
        // Milliseconds; a parser that tries again at every step would take years, a busy machine does not take half a minute.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }
}
