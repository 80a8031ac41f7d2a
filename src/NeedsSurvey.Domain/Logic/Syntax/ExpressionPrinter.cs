// Writes a syntax tree as text: one space around operators, straight quotes, brackets only where needed. Parsing what is printed
// gives the same tree back.
using System.Diagnostics;
using System.Text;

namespace NeedsSurvey.Domain.Logic;

/// <summary>Writes trees as text.</summary>
public static class ExpressionPrinter
{
    private const int Tightest = 7;
    private const int Minus = 6;

    /// <summary>The tree as an expression.</summary>
    public static string Print(Node root)
    {
        var text = new StringBuilder();
        Print(root, 0, text);
        return text.ToString();
    }

    private static void Print(Node node, int loosest, StringBuilder text)
    {
        var bracketed = Tightness(node) < loosest;
        if (bracketed)
            text.Append('(');
        switch (node)
        {
            case NumberNode number:
                text.Append(NumberText.Format(number.Value));
                break;
            case TextNode literal:
                var quote = literal.Value.Contains('\'', StringComparison.Ordinal) ? '"' : '\'';
                text.Append(quote).Append(literal.Value).Append(quote);
                break;
            case NameNode { Steps: 0 } name:
                text.Append("${").Append(name.Name).Append('}');
                break;
            case NameNode name:
                text.Insert(text.Length, "../", name.Steps).Append(name.Name);
                break;
            case ColumnNode column:
                text.Append(column.Name);
                break;
            case SelfNode:
                text.Append('.');
                break;
            case ParentNode parent:
                text.Append("..").Insert(text.Length, "/..", parent.Steps - 1);
                break;
            case NegateNode negate:
                text.Append('-');
                Print(negate.Operand, Minus, text);
                break;
            case BinaryNode binary:
                var precedence = Syntax.Precedence(binary.Operator);
                Print(binary.Left, precedence, text);
                text.Append(' ').Append(Syntax.Sign(binary.Operator)).Append(' ');
                Print(binary.Right, precedence + 1, text);
                break;
            case CallNode call:
                text.Append(call.Function).Append('(');
                for (var i = 0; i < call.Arguments.Length; i++)
                {
                    text.Append(i == 0 ? "" : ", ");
                    Print(call.Arguments[i], 0, text);
                }
                text.Append(')');
                break;
            default:
                throw new UnreachableException();
        }
        if (bracketed)
            text.Append(')');
    }

    private static int Tightness(Node node) =>
        node switch
        {
            BinaryNode binary => Syntax.Precedence(binary.Operator),
            NegateNode => Minus,
            _ => Tightest,
        };
}
