using System.Runtime.CompilerServices;
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Tests.Logic;

/// <summary>What src/docs/expressions.md says of this program's values and functions is so.</summary>
public sealed class ExpressionsDocumentTests
{
    private const string Differences = "## Where others differ";

    [Fact]
    public void Each_expression_of_the_comparison_has_here_the_value_that_the_document_gives()
    {
        var rows = Document().Split(Differences)[1].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var cells = row.Trim('|', ' ').Split(" | ");
            Assert.Equal(cells[^1].Trim(), Here(cells[0].Trim('`', ' ')));
        }
    }

    [Fact]
    public void Every_function_stands_in_the_document()
    {
        var functions = Document().Split("## Functions")[1].Split("## ")[0];
        Assert.DoesNotContain(FunctionCatalogue.All, function => !functions.Contains($"`{function.Name}", StringComparison.Ordinal));
    }

    private static string Here(string source)
    {
        var read = ExpressionParser.Parse(source);
        if (!read.IsValid)
            return "refused";
        var value = read.Expression.Compile(_ => null).Evaluate(new NoAnswers());
        return value.IsFault ? "fault with a sentence"
            : value.ToText() is { Length: > 0 } text ? $"`{text}`"
            : "`''`";
    }

    private static string Document([CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "docs", "expressions.md"));

    private sealed class NoAnswers : EvaluationContext
    {
        public override Value Read(int slot) => Value.Empty;
    }
}
