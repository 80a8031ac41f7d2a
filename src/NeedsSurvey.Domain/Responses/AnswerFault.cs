using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>One answer that cannot be accepted.</summary>
/// <param name="Question">The question's name; the unknown key itself when the survey has no such question.</param>
/// <param name="Path">Where in the answers' JSON: <c>needs.housing.importance</c>, <c>household[1].age</c>.</param>
/// <param name="Field">The form field to link to, named as <see cref="FormFields"/> names it.</param>
/// <param name="Code">Stable snake_case code for programs.</param>
/// <param name="Message">In the respondent's language: what happened and what to do.</param>
public sealed record AnswerFault(string Question, string Path, string Field, string Code, string Message)
{
    /// <summary>The message is the survey's own.</summary>
    public bool InSurveysWords { get; init; }
}

/// <summary>An answer to a question that is not asked, given the others: left out of the response, and said.</summary>
/// <param name="Question">The question's name.</param>
/// <param name="Path">Where in the answers' JSON.</param>
public sealed record DroppedAnswer(string Question, string Path);

/// <summary>Collects faults and words them.</summary>
internal sealed class FaultList(SurveyDefinition survey, string language)
{
    /// <summary>Both ratings of every row of the largest grid; more would help nobody, and hostile answers could make a million.</summary>
    private const int MostOfOneQuestion = 2 * Limits.GridRows;

    private (CompiledItem?, int) last;
    private int run;

    private readonly List<(Place? At, AnswerFault Fault)> faults = [];

    internal string Language => language;

    /// <summary>What messages in the survey's own words may name; null while it is not open yet.</summary>
    internal ResponseState? Response { get; init; }

    internal int Count => faults.Count;

    /// <summary>Faults in the survey's order; those of no question come first.</summary>
    internal IReadOnlyList<AnswerFault> InOrder() =>
        faults.Count == 0
            ? []
            :
            [
                .. faults
                    .OrderBy(entry => entry.At?.Item.Repeat?.Slot ?? entry.At?.Item.Slot ?? -1)
                    .ThenBy(entry => entry.At?.Instance ?? -1)
                    .ThenBy(entry => entry.At?.Item.Slot ?? -1)
                    .Select(entry => entry.Fault),
            ];

    /// <summary>Whether something is wrong with that question already.</summary>
    internal bool Has(Place at)
    {
        foreach (var (place, _) in faults)
            if (place is { } other && other.Item == at.Item && other.Instance == at.Instance)
                return true;
        return false;
    }

    /// <summary>Questions in which something is wrong.</summary>
    internal IEnumerable<(CompiledItem Item, int Instance)> Questions =>
        faults.Where(entry => entry.At is not null).Select(entry => (entry.At!.Value.Item, entry.At.Value.Instance)).Distinct();

    /// <summary>Forgets faults of questions that are not asked; their answers are dropped, whatever they hold.</summary>
    internal void DropFaults(Func<Place, bool> isHidden, List<DroppedAnswer> dropped)
    {
        if (faults.Count == 0)
            return;
        foreach (var (at, fault) in faults)
            if (at is { } place && isHidden(place))
                dropped.Add(new(fault.Question, (place with { PathPart = "" }).Path));
        faults.RemoveAll(entry => entry.At is { } place && isHidden(place));
    }

    internal void Add(Place at, string code, params ReadOnlySpan<object> values) =>
        Keep(at, new(at.Item.Name, at.Path, at.Field, code, Say(code, values)));

    /// <summary>What is missing, in the survey's own words if it has any.</summary>
    internal void AddMissing(Place at, LocalText? own, string standard) => AddOwn(at, "required", own, Say(standard));

    /// <summary>In the survey's own words, or else with the limits that are not kept.</summary>
    internal void AddConstraint(Place at, LocalText? own, string? limits) => AddOwn(at, "constraint", own, limits ?? Say("constraint"));

    private void AddOwn(Place at, string code, LocalText? own, string standard)
    {
        var words = own is null ? "" : Say(own, at);
        var message = words.Length > 0 ? words : standard;
        Keep(at, new(at.Item.Name, at.Path, at.Field, code, message) { InSurveysWords = words.Length > 0 });
    }

    /// <summary>A day that is asked for again, with what it would be in other calendars.</summary>
    internal void AddFarDate(Place at, DateOnly day, IReadOnlyList<DateOnly> offered)
    {
        var words = ReaderCulture.Day(day, language);
        if (offered.Count == 0)
            Add(at, "far_date", words);
        else
            Add(at, "other_calendar", words, string.Join(" / ", offered.Select(other => ReaderCulture.Day(other, language))));
    }

    internal void AddUnknown(string name, string code)
    {
        var shown = name.Length <= 64 ? name : name[..64] + "…";
        Keep(null, new(shown, shown, "", code, Say(code, shown)));
    }

    internal void AddWhole(string code) => Keep(null, new("", "", "", code, Say(code)));

    /// <summary>The survey's words, with answers in them where they name any.</summary>
    internal string Say(LocalText text, Place at) => Response?.Say(text, at.Instance) ?? text.In(language, survey.FirstLanguage);

    private string Say(string code, params ReadOnlySpan<object> values)
    {
        var messages = KnownLanguages.For(language).Messages;
        return messages.Of(code, ReaderCulture.Of(language), values) ?? messages.WrongForm;
    }

    private void Keep(Place? at, AnswerFault fault)
    {
        var about = (at?.Item, at?.Instance ?? -1);
        run = about == last ? run + 1 : 1;
        last = about;
        if (run <= MostOfOneQuestion)
            faults.Add((at, fault));
    }
}

/// <summary>Where an answer stands: its question, the instance of a repeat (−1 outside), and the part of a grid.</summary>
internal readonly record struct Place(CompiledItem Item, int Instance = -1, string PathPart = "", string FieldPart = "")
{
    internal string Path => Item.Repeat is { } repeat ? $"{repeat.Name}[{Instance}].{Item.Name}{PathPart}" : Item.Name + PathPart;

    internal string Field => FormFields.Prefix(Item, Instance) + FieldPart;

    internal Place Row(string row, string? part = null) =>
        part is null
            ? this with
            {
                PathPart = "." + row,
                FieldPart = ":" + row,
            }
            : this with
            {
                PathPart = $".{row}.{part}",
                FieldPart = $":{row}:{part}",
            };

    internal Place Set(int index, string part) => this with { PathPart = $"[{index}].{part}", FieldPart = $":{index + 1}:{part}" };

    internal Place Part(string part) => this with { PathPart = "." + part, FieldPart = ":" + part };
}
