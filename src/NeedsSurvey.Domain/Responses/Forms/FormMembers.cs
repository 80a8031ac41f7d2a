using System.Globalization;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

// The instances of a repeat as a form holds them. The draft and the fields always count the same instances, so that what is wrong, what was
// typed and what was answered before stand beside one another; taking one out takes it out of both.

/// <summary>Takes instances out of repeats to which people add as many as there are.</summary>
public static class FormMembers
{
    /// <summary>
    /// Takes out the instances that a page sent empty: whoever clears all that is asked about one has taken it away. What is not on the
    /// page stays.
    /// </summary>
    /// <param name="state">The draft with which the page was drawn.</param>
    /// <param name="page">The page that was sent.</param>
    /// <param name="fields">What the form sent.</param>
    public static (string Draft, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields) WithoutEmpty(
        ResponseState state,
        SurveyPage page,
        IReadOnlyDictionary<string, IReadOnlyList<string>> fields
    )
    {
        var evaluation = state.Evaluation;
        foreach (var repeat in page.Items.Where(item => item is { Item: Repeat, Repeat: null, RepeatCount: null }))
        {
            var filled = Filled(repeat, fields);
            var inside = state.Survey.Inside(repeat).Where(item => item.IsQuestion).ToList();
            for (var number = Math.Max(filled.Max, evaluation.Given(repeat)); number >= 1; number--)
            {
                var at = number - 1;
                if (filled.Contains(number) || at < evaluation.Given(repeat) && !inside.Exists(item => evaluation.IsAsked(item, at)))
                    continue;
                evaluation.RemoveInstance(repeat, at);
                fields = Without(repeat, number, fields);
            }
        }
        return (AnswerWriter.Draft(evaluation), fields);
    }

    /// <summary>Takes one instance out, whatever it holds.</summary>
    /// <param name="state">The draft with which the page was drawn.</param>
    /// <param name="repeat">The repeat.</param>
    /// <param name="instance">0-based.</param>
    /// <param name="fields">What the form sent.</param>
    public static (string Draft, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields) Without(
        ResponseState state,
        CompiledItem repeat,
        int instance,
        IReadOnlyDictionary<string, IReadOnlyList<string>> fields
    )
    {
        state.Evaluation.RemoveInstance(repeat, instance);
        return (AnswerWriter.Draft(state.Evaluation), Without(repeat, instance + 1, fields));
    }

    /// <summary>
    /// Makes room on a page for what is to be filled in: an empty instance where there is none, those that fields tell of, and one more
    /// where it was asked for.
    /// </summary>
    /// <param name="state">The draft with which the page is drawn.</param>
    /// <param name="page">The page.</param>
    /// <param name="fields">What its fields hold.</param>
    /// <param name="another">The name of the repeat to which one is added; empty for the page's first, null for none.</param>
    public static void Offer(
        ResponseState state,
        SurveyPage page,
        IReadOnlyDictionary<string, IReadOnlyList<string>> fields,
        string? another = null
    )
    {
        var first = true;
        foreach (var repeat in page.Items.Where(item => item is { Item: Repeat, Repeat: null, RepeatCount: null } && state.IsAsked(item)))
        {
            var more = another == repeat.Name || another is { Length: 0 } && first ? 1 : 0;
            state.OfferInstances(repeat, Math.Max(1, Math.Max(Filled(repeat, fields).Max, state.Instances(repeat)) + more));
            first = false;
        }
    }

    /// <summary>Numbers of the instances in which anything is written or chosen.</summary>
    internal static SortedSet<int> Filled(CompiledItem repeat, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    {
        var filled = new SortedSet<int>();
        foreach (var (field, values) in fields)
            if (NumberIn(field, repeat) is { } number && values.Any(value => !TypedText.IsBlank(value)))
                filled.Add(number);
        return filled;
    }

    /// <summary>The fields without those of one instance; those behind it move up.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Without(
        CompiledItem repeat,
        int number,
        IReadOnlyDictionary<string, IReadOnlyList<string>> fields
    )
    {
        var left = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (field, values) in fields)
            if (NumberIn(field, repeat) is not { } of || of < number)
                left[field] = values;
            else if (of > number)
                left[$"{repeat.Name}:{of - 1}:{field.Split(':', 3)[2]}"] = values;
        return left;
    }

    private static int? NumberIn(string field, CompiledItem repeat) =>
        field.Split(':', 3) is [var name, var number, _]
        && name == repeat.Name
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var one)
        && one is >= 1 and <= Limits.RepeatInstances
            ? one
            : null;
}
