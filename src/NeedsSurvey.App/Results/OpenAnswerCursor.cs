namespace NeedsSurvey.App.Results;

/// <summary>The place in a list of open answers behind which it goes on.</summary>
/// <param name="ResponseId">Of the last one seen; null at the beginning.</param>
/// <param name="Field">Its field; null at the beginning.</param>
internal readonly record struct OpenAnswerCursor(Guid? ResponseId, string? Field)
{
    /// <summary>Reads what a page before gave; null for none is the beginning.</summary>
    public static Result<OpenAnswerCursor> Parse(string? text) =>
        text is null ? default(OpenAnswerCursor)
        : text.Split(':', 2) is [var id, var field]
        && Guid.TryParse(id, out var response)
        && !field.Contains('\0', StringComparison.Ordinal)
            ? new OpenAnswerCursor(response, field)
        : new Problem.Invalid("after", "bad_cursor", "Start from the first page again.");

    /// <summary>As it stands in an address.</summary>
    public override string ToString() => $"{ResponseId}:{Field}";
}
