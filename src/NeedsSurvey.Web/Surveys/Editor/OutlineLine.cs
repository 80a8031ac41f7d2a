using System.Globalization;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Surveys;

/// <summary>An item of a draft as both outlines tell of it: the survey's page and the canvas.</summary>
/// <param name="Item">The item.</param>
/// <param name="Depth">How deep it is in groups.</param>
/// <param name="Mark">Its number, or the sign of what is no question.</param>
/// <param name="Label">Its words in the language the survey was written in.</param>
/// <param name="Condition">When it is asked, in words; null for always.</param>
/// <param name="Faults">What the check says of it.</param>
internal sealed record OutlineLine(
    SurveyItem Item,
    int Depth,
    string Mark,
    string Label,
    string? Condition,
    IReadOnlyList<DefinitionFault> Faults
)
{
    /// <summary>Whether it keeps the survey from being published.</summary>
    public bool IsWrong => Faults.Any(fault => fault.IsError);

    /// <summary>What the check says first, what is wrong before what is only advised; null for nothing.</summary>
    public string? Note => Faults.OrderByDescending(fault => fault.IsError).FirstOrDefault()?.Message;

    /// <summary>How <see cref="Note"/> looks.</summary>
    public string Flag => IsWrong ? "flag bad" : "flag";

    /// <summary>All items of a draft, in order.</summary>
    public static List<OutlineLine> Of(SurveyDefinition draft)
    {
        var faults = SurveyCheck
            .Of(draft)
            .Where(fault => fault.Code != "translation_missing")
            .ToLookup(fault => Outline.At(draft.Questions, fault.Path)?.Name, StringComparer.Ordinal);
        var number = 0;
        return
        [
            .. Outline
                .Flatten(draft.Questions)
                .Select(entry => new OutlineLine(
                    entry.Item,
                    entry.Depth,
                    entry.Item switch
                    {
                        Question => (++number).ToString(CultureInfo.InvariantCulture),
                        Container => "§",
                        _ => "·",
                    },
                    LabelOf(entry.Item, draft),
                    Conditions.InWords(entry.Item.Relevant, draft),
                    [.. faults[entry.Item.Name]]
                )),
        ];
    }

    /// <summary>What an item is called where there is no room for more.</summary>
    public static string LabelOf(SurveyItem item, SurveyDefinition draft) =>
        item.Label?.In(draft.FirstLanguage) is { Length: > 0 } label ? label
        : item is Calculate ? item.Name
        : "(no words yet)";
}
