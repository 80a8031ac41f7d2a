using NeedsSurvey.App;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Questions;

/// <summary>
/// What every question component needs: in which language, with which values filled in, with which faults. The same for the answering page,
/// the preview and (without values) the paper version.
/// </summary>
public sealed record QuestionContext
{
    public required CompiledSurvey Survey { get; init; }
    public required string Language { get; init; }
    public required AnsweringWords Words { get; init; }

    /// <summary>Values by field name, as a form would send them.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Fields { get; init; }

    /// <summary>Faults whose path is the name of a field.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>Choices that the answers so far leave on offer; all of them when no filter narrows them.</summary>
    public Func<CompiledItem, int, IReadOnlyList<Choice>> Offered { get; init; } = (item, _) => item.Choices;

    /// <summary>What was answered so far: for words that repeat an earlier answer. None in a preview.</summary>
    public ResponseState? Draft { get; init; }

    /// <summary>
    /// The survey's words in the language of the page, with earlier answers put in where the author names them; those are isolated, so that
    /// their direction cannot disturb the sentence around. Empty when there are none.
    /// </summary>
    public string Say(LocalText? text) =>
        text is null
            ? ""
            : string.Concat(
                Piping
                    .Fill(text.In(Language, FirstLanguage), Answered)
                    .Select(part => part.IsAnswer ? $"\u2068{part.Text}\u2069" : part.Text)
            );

    private string? Answered(string name) =>
        Draft is null || Survey.Find(name) is not { Repeat: null } item ? null
        : !Draft.IsAsked(item) ? ""
        : item.IsQuestion ? AnswerWords.OneLine(item, Draft.AnswerTo(item), Language)
        : Draft.ValueOf(item);

    /// <summary>The first value of a field, or empty.</summary>
    public string Value(string field) => Fields.TryGetValue(field, out var values) && values.Count > 0 ? values[0] : "";

    /// <summary>Whether a field has this value (a ticked choice).</summary>
    public bool Has(string field, string value) => Fields.TryGetValue(field, out var values) && values.Contains(value);

    /// <summary>The first fault at a field or at one of the parts named.</summary>
    public string? Error(params ReadOnlySpan<string> fields)
    {
        foreach (var fault in Faults)
        foreach (var field in fields)
            if (fault.Path == field)
                return fault.Message;
        return null;
    }

    /// <summary>The name of a question's field (<see cref="FormFields"/>).</summary>
    public static string FieldOf(CompiledItem item, int instance) => FormFields.Prefix(item, instance);

    /// <summary>The first field that a question of several parts has: where a link to the question leads.</summary>
    public static string FirstFieldOf(CompiledItem item, int instance, int row = 0) =>
        FormFields.Prefix(item, instance) + QuestionTypes.Of((Question)item.Item).FirstPart(item, row);

    /// <summary>The field of the tick "I'd rather not say" beside something written.</summary>
    public static string DeclinedField(string field) => field + ":declined";

    /// <summary>Ids of the hint and the error of a field, for <c>aria-describedby</c>; null when there is neither.</summary>
    public static string? Describes(string field, string? hint, string? error) =>
        (string.IsNullOrEmpty(hint), error is null) switch
        {
            (true, true) => null,
            (false, true) => HintId(field),
            (true, false) => ErrorId(field),
            (false, false) => HintId(field) + " " + ErrorId(field),
        };

    /// <summary>The id of a field's hint.</summary>
    public static string HintId(string field) => FieldId.Of(field) + "-hint";

    /// <summary>The id of a field's error.</summary>
    public static string ErrorId(string field) => FieldId.Of(field) + "-error";

    private string? FirstLanguage => Survey.Definition.Languages.Count > 0 ? Survey.Definition.Languages[0] : null;
}
