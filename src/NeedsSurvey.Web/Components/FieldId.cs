namespace NeedsSurvey.Web.Components;

/// <summary>The one rule that turns a field's name into the id of its control, so that error summaries can link to it.</summary>
public static class FieldId
{
    public static string Of(string name) =>
        "f-" + string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '-'));
}
