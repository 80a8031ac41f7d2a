// Cuts the text of an expression into tokens. It never stops at a fault: it reports it, takes the likeliest meaning
// (== for =, && for and …) and goes on, so that one reading finds everything.
using System.Globalization;

namespace NeedsSurvey.Domain.Logic;

internal enum TokenKind
{
    End,
    Number,
    Text,
    Reference,
    Name,
    Operator,
    Open,
    Close,
    Comma,
    Dot,
    DotDot,
    Slash,
}

/// <summary>A token; <c>Text</c> is the name, the literal's content or the operator's sign.</summary>
internal readonly record struct Token(TokenKind Kind, SourceSpan Span, string Text = "", double Number = 0);

internal ref struct Lexer(string source, List<ExpressionFault> faults)
{
    private int at;

    public static List<Token> Read(string source, List<ExpressionFault> faults)
    {
        var lexer = new Lexer(source, faults);
        var tokens = new List<Token>();
        do tokens.Add(lexer.Next());
        while (tokens[^1].Kind != TokenKind.End);
        return tokens;
    }

    private readonly char Peek(int ahead) => at + ahead < source.Length ? source[at + ahead] : '\0';

    private Token Take(TokenKind kind, int length, string text = "", double number = 0)
    {
        var token = new Token(kind, new SourceSpan(at, length), text, number);
        at += length;
        return token;
    }

    private readonly void Report(int length, string message) =>
        faults.Add(ExpressionFault.Error(FaultCode.Syntax, new SourceSpan(at, length), message));

    private Token Next()
    {
        while (true)
        {
            while (at < source.Length && IsSpace(source[at]))
                at++;
            if (at == source.Length)
                return new Token(TokenKind.End, new SourceSpan(at, 0));
            if (TryToken(out var token))
                return token;
        }
    }

    private bool TryToken(out Token token)
    {
        var c = source[at];
        token = c switch
        {
            '(' => Take(TokenKind.Open, 1),
            ')' => Take(TokenKind.Close, 1),
            ',' => Take(TokenKind.Comma, 1),
            '\'' or '"' or '\u2018' or '\u2019' or '\u201C' or '\u201D' => QuotedText(c),
            '$' => Reference(),
            '.' when char.IsAsciiDigit(Peek(1)) => NumberLiteral(),
            '.' when Peek(1) == '.' => Take(TokenKind.DotDot, 2),
            '.' => Take(TokenKind.Dot, 1),
            '/' => Take(TokenKind.Slash, 1),
            >= '0' and <= '9' => NumberLiteral(),
            _ when IsNameStart(c) => Name(),
            _ => Sign(c),
        };
        return token.Kind != TokenKind.End;
    }

    private Token Sign(char c)
    {
        var next = Peek(1);
        switch (c)
        {
            case '+' or '*':
                return Take(TokenKind.Operator, 1, c.ToString());
            case '-' or '\u2212' or '\u2013':
                return Take(TokenKind.Operator, 1, "-");
            case '=' when next == '=':
                Report(2, "Write = once to compare, not ==.");
                return Take(TokenKind.Operator, 2, "=");
            case '=' when next is '<' or '>':
                Report(2, $"Write {next}= instead of ={next}.");
                return Take(TokenKind.Operator, 2, $"{next}=");
            case '=':
                return Take(TokenKind.Operator, 1, "=");
            case '!' when next == '=':
                return Take(TokenKind.Operator, 2, "!=");
            case '<' when next == '>':
                Report(2, "Write != for \"is not\", instead of <>.");
                return Take(TokenKind.Operator, 2, "!=");
            case '<' or '>' when next == '=':
                return Take(TokenKind.Operator, 2, $"{c}=");
            case '<' or '>':
                return Take(TokenKind.Operator, 1, c.ToString());
            case '\u2264' or '\u2265' or '\u2260':
                var meant = c switch
                {
                    '\u2264' => "<=",
                    '\u2265' => ">=",
                    _ => "!=",
                };
                Report(1, $"Write {meant} instead of {c}.");
                return Take(TokenKind.Operator, 1, meant);
            case '&' or '|' when next == c:
                var word = c == '&' ? "and" : "or";
                Report(2, $"Write {word} instead of {c}{c}.");
                return Take(TokenKind.Operator, 2, word);
            case '%':
                Report(1, "Write mod for the remainder of a division, instead of %.");
                return Take(TokenKind.Operator, 1, "mod");
            case '\u00D7':
                Report(1, "Write * instead of \u00D7.");
                return Take(TokenKind.Operator, 1, "*");
            case '\u00F7':
                Report(1, "Write div instead of \u00F7.");
                return Take(TokenKind.Operator, 1, "div");
        }
        var length = char.IsHighSurrogate(c) && char.IsLowSurrogate(next) ? 2 : 1;
        Report(
            length,
            c switch
            {
                '!' => "Write not( … ) instead of !.",
                '[' or ']' or '{' or '}' =>
                    $"{c} has no meaning here. A question is written ${{name}}; conditions in [ ] are not available.",
                '|' => "Write or instead of |.",
                '&' => "Write and instead of &; to join texts use concat( … ).",
                ';' => "Write a comma between values instead of ;.",
                '@' or '#' or '^' or '~' or '?' or ':' or '\\' or '`' =>
                    $"{c} has no meaning here. Remove it, or put it in quotes if it is text.",
                _ => $"The character {source.Substring(at, length)} has no meaning here. Put text in quotes, like 'this'.",
            }
        );
        at += length;
        return default;
    }

    private Token QuotedText(char open)
    {
        var single = open is '\'' or '\u2018' or '\u2019';
        var curly = open is not ('\'' or '"');
        var end = at + 1;
        while (end < source.Length && !Closes(source[end]))
            end++;
        var content = source[(at + 1)..end];
        if (end == source.Length)
        {
            Report(source.Length - at, $"This text has no closing quote. Add {(single ? '\'' : '"')} where it ends.");
            return Take(TokenKind.Text, source.Length - at, content);
        }
        return Take(TokenKind.Text, end + 1 - at, content);

        bool Closes(char c) =>
            single ? c == '\'' || (curly && c is '\u2018' or '\u2019') : c == '"' || (curly && c is '\u201C' or '\u201D');
    }

    private Token Reference()
    {
        if (Peek(1) != '{')
        {
            var length = 1;
            while (IsNamePart(Peek(length)))
                length++;
            var bare = source.Substring(at + 1, length - 1);
            Report(length, bare.Length > 0 ? $"Write ${{{bare}}} with curly brackets." : "A name is written ${name}.");
            return Take(TokenKind.Reference, length, bare);
        }
        var close = source.IndexOf('}', at);
        var inside = source[(at + 2)..(close < 0 ? source.Length : close)];
        var name = inside.Trim();
        if (close < 0)
        {
            var length = 2;
            while (IsNamePart(Peek(length)))
                length++;
            Report(length, "This name has no closing }. Write it like ${name}.");
            return Take(TokenKind.Reference, length, source.Substring(at + 2, length - 2));
        }
        var whole = close + 1 - at;
        if (name.StartsWith("last-saved#", StringComparison.Ordinal))
            Report(whole, "Answers of an earlier response (last-saved) are not available: a response stands for itself.");
        else if (!IsName(name))
            Report(whole, $"'{name}' is not a name. Names begin with a letter or _ and go on with letters, digits, _, - or a point.");
        return Take(TokenKind.Reference, whole, name);
    }

    private Token NumberLiteral()
    {
        var length = 0;
        while (char.IsAsciiDigit(Peek(length)))
            length++;
        if (Peek(length) == '.' && Peek(length + 1) != '.')
        {
            length++;
            while (char.IsAsciiDigit(Peek(length)))
                length++;
        }
        var number = NumberText.Parse(source.AsSpan(at, length));
        if (double.IsInfinity(number))
        {
            Report(length, "This number is too large.");
            number = double.MaxValue;
        }
        else if (IsNameStart(Peek(length)))
        {
            var end = length;
            while (IsNamePart(Peek(end)))
                end++;
            Report(end, $"{source.Substring(at, end)} is neither a number nor a name. Put it in quotes if it is text.");
            length = end;
        }
        return Take(TokenKind.Number, length, number: number);
    }

    private Token Name()
    {
        var length = 1;
        // A colon belongs to a name only between two parts, as in jr:choice-name.
        while (IsNamePart(Peek(length)) || (Peek(length) == ':' && IsNameStart(Peek(length + 1))))
            length++;
        // A name may hold points but does not end in one: "a." would hide a "."
        while (Peek(length - 1) == '.')
            length--;
        return Take(TokenKind.Name, length, source.Substring(at, length));
    }

    /// <summary>Spaces of every kind, and the invisible marks that texts pasted from elsewhere carry.</summary>
    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || (c >= '\u00C0' && char.IsLetter(c));

    private static bool IsNamePart(char c) => IsNameStart(c) || char.IsAsciiDigit(c) || c is '-' or '.';

    /// <summary>Whether a text can be the name of a question, group, repeat or column.</summary>
    public static bool IsName(string text) => text.Length > 0 && IsNameStart(text[0]) && text.All(IsNamePart);
}
