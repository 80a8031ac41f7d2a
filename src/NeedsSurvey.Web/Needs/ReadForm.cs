using System.Globalization;
using NeedsSurvey.App.Needs;

namespace NeedsSurvey.Web.Needs;

/// <summary>
/// What the form of the reading page says. A tick codes a need, and so do words typed beside it: nothing that was typed is lost. Only who
/// takes the tick away from what they had coded themselves, and leaves the words as they were, takes the coding back.
/// </summary>
/// <param name="Command">The reading.</param>
/// <param name="Fields">The field in which each code's words were typed, in the order of the codes.</param>
internal sealed record ReadForm(CodeAnswer.Command Command, IReadOnlyList<string> Fields)
{
    /// <summary>The name of a need's field for words, counted from 1.</summary>
    public static string Field(string need, int number) => string.Create(CultureInfo.InvariantCulture, $"excerpt{number}.{need}");

    /// <summary>The words of each of a need's codings in an answer; empty where it is the whole answer.</summary>
    public static IReadOnlyList<string> Stored(OpenAnswer answer, string need)
    {
        var runes = answer.Words.EnumerateRunes().ToList();
        return
        [
            .. answer
                .Codings.Where(coding => coding.Need == need)
                .Select(coding =>
                    coding.SpanLength >= runes.Count ? "" : string.Concat(runes.Skip(coding.SpanStart).Take(coding.SpanLength))
                ),
        ];
    }

    /// <summary>The words typed for a need, field by field, empty ones too.</summary>
    public static IReadOnlyList<(string Field, string Words)> Typed(PostedForm form, string need) =>
        [
            .. Enumerable
                .Range(1, int.MaxValue)
                .Select(number => Field(need, number))
                .TakeWhile(form.Has)
                .Select(field => (field, form[field].Trim())),
        ];

    /// <summary>Whether the form codes the need.</summary>
    public static bool Codes(PostedForm form, OpenAnswer answer, string need)
    {
        if (form.All("need").Contains(need))
            return true;
        var typed = Typed(form, need).Select(field => Joined(field.Words)).Where(words => words.Length > 0).ToList();
        var stored = Stored(answer, need);
        return stored.Count == 0 ? typed.Count > 0 || form.All("quote").Contains(need) : typed.Except(stored.Select(Joined)).Any();
    }

    public static ReadForm Of(PostedForm form, OpenAnswer answer)
    {
        var codes = new List<CodeAnswer.Code>();
        var fields = new List<string>();
        foreach (
            var need in form
                .Names.Where(name => name.StartsWith("excerpt1.", StringComparison.Ordinal))
                .Select(name => name["excerpt1.".Length..])
                .Where(need => Codes(form, answer, need))
        )
        {
            var typed = Typed(form, need).Where(field => field.Words.Length > 0).DefaultIfEmpty((Field(need, 1), ""));
            foreach (var (field, words) in typed)
            {
                codes.Add(new(need, words, form.All("quote").Contains(need)));
                fields.Add(field);
            }
        }
        return new(new(answer.SurveyId, answer.ResponseId, answer.Field, codes), fields);
    }

    private static string Joined(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
