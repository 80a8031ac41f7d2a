// How numbers are read and written (XPath 1.0, section 3.5 and 4.2, 4.4): an optional minus, digits, a point; never an exponent.
using System.Globalization;
using System.Text;

namespace NeedsSurvey.Domain.Logic;

internal static class NumberText
{
    /// <summary>
    /// The number that a text is, spaces around it ignored; NaN for anything else, as <c>1e6</c>, <c>+1</c> or <c>- 1</c>.
    /// A decimal comma is read as a point, as ODK's programs do, because people's answers hold both.
    /// </summary>
    public static double Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim(" \t\r\n");
        var digits = text.StartsWith('-') ? text[1..] : text;
        bool anyDigit = false,
            anyPoint = false;
        foreach (var c in digits)
        {
            if (char.IsAsciiDigit(c))
                anyDigit = true;
            else if (c is '.' or ',' && !anyPoint)
                anyPoint = true;
            else
                return double.NaN;
        }
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!anyDigit)
            return double.NaN;
        if (anyPoint && text.Contains(','))
            text = text.ToString().Replace(',', '.');
        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }

    /// <summary>The shortest text without exponent that reads back as the same number; <c>NaN</c>, <c>Infinity</c>, and -0 as 0.</summary>
    public static string Format(double number)
    {
        if (number == 0)
            return "0";
        if (double.IsNaN(number))
            return "NaN";
        if (double.IsInfinity(number))
            return number > 0 ? "Infinity" : "-Infinity";
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        if (exponentAt < 0)
            return text;
        return Expand(text.AsSpan(0, exponentAt), int.Parse(text.AsSpan(exponentAt + 1), CultureInfo.InvariantCulture));
    }

    private static string Expand(ReadOnlySpan<char> mantissa, int exponent)
    {
        var result = new StringBuilder();
        if (mantissa[0] == '-')
        {
            result.Append('-');
            mantissa = mantissa[1..];
        }
        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        var whole = (point < 0 ? mantissa.Length : point) + exponent;
        if (whole <= 0)
            return result.Append("0.").Append('0', -whole).Append(digits).ToString();
        if (whole >= digits.Length)
            return result.Append(digits).Append('0', whole - digits.Length).ToString();
        return result.Append(digits, 0, whole).Append('.').Append(digits, whole, digits.Length - whole).ToString();
    }

    /// <summary>
    /// Rounds to a number of decimals (negative: to tens, hundreds …) on the digits that people see, so that 12345.15 to one decimal
    /// is 12345.2 although the nearest double lies a little below. Halves go up, towards positive infinity (XPath 1.0, section 4.4).
    /// </summary>
    public static double Round(double number, int decimals)
    {
        if (!double.IsFinite(number) || number == 0 || decimals > 20)
            return number;
        if (decimals < -308)
            return 0;
        const double SafelyDecimal = 1e20;
        if (Math.Abs(number) >= SafelyDecimal || decimals < -20)
            return decimals >= 0 ? number : Math.Floor(number / Math.Pow(10, -decimals) + 0.5) * Math.Pow(10, -decimals);
        if (Math.Abs(number) < 1e-25)
            return number < 0 ? -0.0 : 0;
        var exact = decimal.Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        var rounded = (double)RoundHalfUp(exact, decimals);
        return rounded == 0 && number < 0 ? -0.0 : rounded;
    }

    private static decimal RoundHalfUp(decimal exact, int decimals)
    {
        if (decimals < 0)
        {
            var unit = PowerOfTen(-decimals);
            return Math.Floor(exact / unit + 0.5m) * unit;
        }
        if (exact.Scale <= decimals)
            return exact;
        var down = Math.Round(exact, decimals, MidpointRounding.ToNegativeInfinity);
        var up = Math.Round(exact, decimals, MidpointRounding.ToPositiveInfinity);
        return up - exact <= exact - down ? up : down;
    }

    private static decimal PowerOfTen(int power)
    {
        decimal result = 1;
        for (var i = 0; i < power; i++)
            result *= 10;
        return result;
    }
}
