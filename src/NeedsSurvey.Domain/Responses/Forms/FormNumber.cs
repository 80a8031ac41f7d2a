using System.Globalization;
using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>Numbers of a respondent's form as JSON answers; how they are read is <see cref="TypedNumber"/>.</summary>
internal static class FormNumber
{
    /// <summary>Writes a JSON number, or the text itself when it is not one, or null for nothing.</summary>
    internal static void Write(Utf8JsonWriter writer, string? typed, Marks marks = Marks.Either)
    {
        if (typed is null)
            writer.WriteNullValue();
        else if (TypedNumber.Read(typed, marks) is { } number)
        {
            if (TypedNumber.IsExactly(typed, marks, number))
                writer.WriteNumberValue(number);
            else
                writer.WriteRawValue("1e-400"); // a number, but of too many digits
        }
        else if (typed.Length <= 400 && TypedNumber.IsWhole(typed))
            writer.WriteRawValue("1e400"); // a number, but too large
        else
            writer.WriteStringValue(Storable(typed));
    }

    /// <summary>A whole number in digits alone, as of a day or a year.</summary>
    internal static bool TryWhole(string? typed, out int number)
    {
        number = 0;
        return typed is not null && int.TryParse(TypedNumber.Folded(typed), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>
    /// Text that a JSON writer takes: half a surrogate pair becomes NUL, which the reader refuses as text that cannot be kept.
    /// </summary>
    internal static string Storable(string text) => JsonText.CanBeStored(text) ? text : "\0";
}
