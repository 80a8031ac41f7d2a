using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>
/// Names of HTML form fields. A colon cannot stand in a question's name, so parts hang on it:
/// <c>age</c> · <c>born:day</c>, <c>born:month</c>, <c>born:year</c> · <c>tenure:other</c> · <c>top:1</c> (the choice in first place) ·
/// <c>needs:housing:importance</c> · <c>hours:monday</c> (matrix) · <c>trade:2:best</c> (second set) · <c>place:lat</c> ·
/// <c>age:declined</c>, <c>age:unknown</c> · <c>household:1:age</c> (first instance of a repeat).
/// </summary>
public static class FormFields
{
    /// <summary>
    /// What a value says in the place of an answer (<see cref="MissingAnswer.Chosen"/>), inside a group of radio buttons, check boxes or a
    /// list; null for an answer.
    /// </summary>
    public static MissingAnswer? MissingIn(string? value) => Array.Find(MissingAnswer.Both, missing => missing.Chosen == value);

    /// <summary>
    /// The value of the first radio button of a group, and of the first option of a list: nothing is chosen. It is never empty: text
    /// browsers send the words beside an empty one, and turn the first button of a group on by themselves. No choice can have it.
    /// </summary>
    public const string NotChosen = ":none";

    /// <summary>The field of a question that has one field, and the beginning of those of a question that has several.</summary>
    public static string Prefix(CompiledItem item, int instance = -1) =>
        item.Repeat is { } repeat && instance >= 0 ? $"{repeat.Name}:{instance + 1}:{item.Name}" : item.Name;

    /// <summary>A part of a question: <c>other</c>, <c>day</c>, <c>lat</c>, <c>declined</c>, <c>unknown</c>, a row, a place …</summary>
    public static string Part(CompiledItem item, string part, int instance = -1) => $"{Prefix(item, instance)}:{part}";
}
