// Nothing that was said is deleted because a button was pressed: where one would, a page asks first, says what would go, and carries what
// was typed along. Clearing a field, and changing an answer, are people's own doing and are not asked about.

using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Responses;

public sealed partial class AnsweringFlow
{
    private AnsweringView SkipPage(SurveyPage from)
    {
        var sure = IsSure(Skip);
        Align(from);
        var (before, draft) = (state, Open(state));
        if (!sure && fields.Any(field => IsSaid(field.Key, field.Value, from, draft)))
            return Ask(from, Sent(from), Skip, Next, [from]);
        fields = NoFields;
        var kept = Keep(from, NoAnswers);
        state = Untyped(from, before);
        return Onwards(kept, from);
    }

    private AnsweringView SkipAll(SurveyPage warning)
    {
        if (!IsSure(SkipSection))
        {
            var ask = Ask(warning, Sent(warning), SkipSection, KeepSection, PagesInside(warning));
            if (ask.Lines.Count > 0)
                return ask;
        }
        foreach (var inside in PagesInside(warning))
            Keep(inside, NoAnswers);
        return PastSection(warning, state.Draft);
    }

    private AnsweringView PastSection(SurveyPage warning, string draft)
    {
        state = state with { Draft = draft };
        var past = Open(state).AfterSection(warning);
        return past is null || state.Checking ? ToCheck(Open(state)) : At(past, state);
    }

    private IEnumerable<SurveyPage> PagesInside(SurveyPage warning) =>
        way.Skip(warning.Index + 1).Where(inside => inside.Items.Any(item => IsInside(item, warning.Items[0])));

    private AnsweringView RemoveMember(SurveyPage from, CompiledItem repeat, int instance)
    {
        if (!IsSure(Argument(repeat, instance)))
        {
            var ask = Ask(from, Sent(from), Argument(repeat, instance), Back, [from]);
            var path = $"{repeat.Name}[{instance}].";
            ask = ask with { Lines = [.. ask.Lines.Where(line => line.Path.StartsWith(path, StringComparison.Ordinal))] };
            if (ask.Lines.Count > 0)
                return ask;
        }
        (var draft, fields) = FormMembers.Without(Open(state), repeat, instance, fields);
        state = state with { Draft = draft };
        return Shown(state, from);
    }

    /// <summary>The button that takes one member of a repeat away.</summary>
    public static string Argument(CompiledItem repeat, int instance) => $"{Remove} {repeat.Name} {instance + 1}";

    private (CompiledItem Repeat, int Instance)? MemberOf(SurveyPage from, string argument) =>
        argument.Split(' ') is [var name, var number]
        && survey.Survey.Find(name) is { Item: Repeat { RepeatCount: null } } repeat
        && from.Holds(repeat)
        && int.TryParse(number, out var one)
        && one is >= 1 and <= Limits.RepeatInstances
            ? (repeat, one - 1)
            : null;

    /// <summary>What the page holds, without taking it in.</summary>
    private CheckedPage Sent(SurveyPage from) =>
        AnswerCheck.CheckPage(survey.Survey, state.Draft, from, FormAnswers.Read(from, fields), Context(state));

    private AnsweringView.Delete Ask(SurveyPage from, CheckedPage taken, string deleting, string keeping, IEnumerable<SurveyPage> pages) =>
        new(
            state,
            from,
            taken.State,
            fields,
            deleting,
            keeping,
            AnswerLines.Said(survey, state, taken.State, pages, FieldFaults(taken), fields)
        );

    private bool IsSure(string button) => fields.GetValueOrDefault(AskedField) is [var asked, ..] && asked == button;

    /// <summary>Something is written or chosen in a field, and it is not what the question began with.</summary>
    private bool IsSaid(string field, IReadOnlyList<string> values, SurveyPage from, ResponseState draft) =>
        values.Any(value => !string.IsNullOrWhiteSpace(value))
        && AnswerLines.QuestionAt(survey.Survey, field) is ({ } item, var instance)
        && from.Holds(item)
        && (
            draft.WasSeen(item, instance)
            || FilledFields.Of(draft, from, state.Language).GetValueOrDefault(field)?.SequenceEqual(values) != true
        );

    private static bool IsInside(CompiledItem item, CompiledItem group) =>
        item == group || item.Parent is { } parent && IsInside(parent, group);
}
