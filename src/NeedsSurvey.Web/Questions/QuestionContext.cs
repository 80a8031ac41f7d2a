using Microsoft.AspNetCore.Components;
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

    /// <summary>The number that says in which order this person is asked; null for the survey's own order.</summary>
    public int? Order { get; init; }

    /// <summary>Numbers of a grid's rows, from 0, in the order in which this person is asked; none for questions without rows.</summary>
    public IReadOnlyList<int> RowsOf(CompiledItem item) => ChoiceOrder.Rows(item, Order);

    /// <summary>The place of a row among those, from 1.</summary>
    public int PlaceOf(CompiledItem item, int row) => RowsOf(item).ToList().IndexOf(row) + 1;

    /// <summary>The most characters that a field for words may take on this page, whatever the question allows.</summary>
    public int MostCharacters { get; init; } = Limits.TextAnswerCharacters;

    /// <summary>Why a question has nothing to choose from; null when it has.</summary>
    public string? NothingToChoose(CompiledItem item, int instance) =>
        Draft is null || Offered(item, instance).Count > 0 ? null
        : Draft.MissingFor(item, instance) is { Count: > 0 } missing
            ? Words.ChoicesDependOn(string.Join(KnownLanguages.For(Language).Comma, missing.Select(needed => Say(needed.Item.Label))))
        : Words.NoChoices;

    /// <summary>What was answered so far: for words that repeat an earlier answer. None in a preview.</summary>
    public ResponseState? Draft { get; init; }

    /// <summary>The 0-based instance of the repeat whose questions are drawn; −1 outside.</summary>
    public int Instance { get; private init; } = -1;

    /// <summary>The id of the heading that says which of several things the questions are about; null outside repeats.</summary>
    public string? MemberId { get; private init; }

    /// <summary>The same for one instance of a repeat: its words name the answers given there.</summary>
    public QuestionContext In(CompiledItem repeat, int instance) =>
        this with
        {
            Instance = instance,
            MemberId = MemberIdOf(repeat, instance),
        };

    /// <summary>The id of the heading of one instance of a repeat.</summary>
    public static string MemberIdOf(CompiledItem repeat, int instance) => FieldId.Of($"{repeat.Name}:{instance + 1}") + "-member";

    /// <summary>Which of several things: what the repeat asks about, its number, and what it is called once that was answered.</summary>
    public string Member(CompiledItem repeat, int instance) =>
        $"{Say(repeat.Item.Label)} {instance + 1}".TrimStart()
        + (Draft?.NameOf(repeat, instance) is { } name ? $": \u2068{name}\u2069" : "");

    /// <summary>
    /// The survey's words in the language of the page, with earlier answers put in where the author names them; those are isolated, so that
    /// their direction cannot disturb the sentence around. Empty when there are none.
    /// </summary>
    public string Say(LocalText? text) =>
        text is null ? ""
        : Draft is null ? text.In(Language, FirstLanguage)
        : Draft.Say(text, Instance);

    /// <summary>How answers are said on the page.</summary>
    public Speech Speech => Draft?.Speech(Instance) ?? Language;

    /// <summary>The program's own words, for the page.</summary>
    public RenderFragment Own(string words) => OwnWords.For(Language, words);

    /// <summary>What is wrong, in whose words it may be.</summary>
    public RenderFragment Said(Fault fault) => OwnWords.Said(Language, fault);

    /// <summary>What their language is where no element can say it; null when it is the page's.</summary>
    public string? OwnLanguage => KnownLanguages.Find(Language) is null ? KnownLanguages.English.Code : null;

    /// <summary>The first value of a field, or empty.</summary>
    public string Value(string field) => Fields.TryGetValue(field, out var values) && values.Count > 0 ? values[0] : "";

    /// <summary>Whether a field has this value (a ticked choice).</summary>
    public bool Has(string field, string value) => Fields.TryGetValue(field, out var values) && values.Contains(value);

    /// <summary>The first fault at a field or at one of the parts named.</summary>
    public Fault? Error(params ReadOnlySpan<string> fields)
    {
        foreach (var fault in Faults)
        foreach (var field in fields)
            if (fault.Path == field)
                return fault;
        return null;
    }

    /// <summary>The name of a question's field (<see cref="FormFields"/>).</summary>
    public static string FieldOf(CompiledItem item, int instance) => FormFields.Prefix(item, instance);

    /// <summary>The first field that a question of several parts has: where a link to the question leads.</summary>
    public string FirstFieldOf(CompiledItem item, int instance) =>
        FirstFieldOf(item, instance, RowsOf(item) is [var first, ..] ? first : 0);

    /// <summary>The first field of one row, from 0.</summary>
    public static string FirstFieldOf(CompiledItem item, int instance, int row) =>
        FormFields.Prefix(item, instance) + QuestionTypes.Of((Question)item.Item).FirstPart(item, row);

    /// <summary>The field of a tick beside something written: "I'd rather not say", "I do not know".</summary>
    public static string MissingField(string field, MissingAnswer missing) => $"{field}:{missing.Key}";

    /// <summary>
    /// Ids of what names a question for a control that stands in no group of its own: whose it is inside a repeat, its words.
    /// </summary>
    public string Names(string field) => MemberId is null ? LabelId(field) : $"{MemberId} {LabelId(field)}";

    /// <summary>
    /// Ids of what tells about a field, for <c>aria-describedby</c>: whose it is inside a repeat, its hint, its error; null for none.
    /// </summary>
    public string? Describes(string field, string? hint, Fault? error)
    {
        List<string> ids = [];
        if (MemberId is not null)
            ids.Add(MemberId);
        if (!string.IsNullOrEmpty(hint))
            ids.Add(HintId(field));
        if (error is not null)
            ids.Add(ErrorId(field));
        return ids.Count == 0 ? null : string.Join(' ', ids);
    }

    /// <summary>The id of the words that name a field, or of the heading above a question of several parts.</summary>
    public static string LabelId(string field) => FieldId.Of(field) + "-label";

    /// <summary>The id of a field's hint.</summary>
    public static string HintId(string field) => FieldId.Of(field) + "-hint";

    /// <summary>The id of a field's error.</summary>
    public static string ErrorId(string field) => FieldId.Of(field) + "-error";

    private string? FirstLanguage => Survey.Definition.Languages.Count > 0 ? Survey.Definition.Languages[0] : null;
}
