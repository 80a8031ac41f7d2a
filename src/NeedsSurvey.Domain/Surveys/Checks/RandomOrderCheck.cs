using System.Globalization;
using System.Text.RegularExpressions;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// Whether a question may be asked in random order. What has an order of its own, such as a scale, is read from one end to the other; out
/// of order people misread it.
/// </summary>
internal static partial class RandomOrderCheck
{
    internal static void Check(Question question, SurveyDefinition survey, string at, DefinitionFaults faults)
    {
        var choices = question.ChoicesIn(survey);
        if (question.InRandomOrder && question.IsScale)
            faults.Error(
                $"{at}.randomize",
                "scale_in_random_order",
                "The choices are a scale (appearance 'likert', or ages), and out of order a scale is misread. Remove 'randomize'."
            );
        else if (question.InRandomOrder && RiseOrFall(choices, survey.FirstLanguage))
            faults.Warning(
                $"{at}.randomize",
                "looks_ordered",
                "The numbers in these choices go up or down like a scale, and out of order a scale is misread. Remove 'randomize', unless "
                    + "the order means nothing."
            );
        if (
            !question.InRandomOrder
            && !question.RowsInRandomOrder
            && Own(question).FirstOrDefault(part => part.Anchored) is { Key: { } key }
        )
            faults.Warning(
                $"{at}.{key}",
                "unused",
                "Nothing here is asked in random order, so nothing needs to be kept at its place. Add 'randomize' or remove 'anchor'."
            );
    }

    /// <summary>What is the question's own: a shared list may be in random order elsewhere.</summary>
    private static IEnumerable<(string? Key, bool Anchored)> Own(Question question)
    {
        if (question is ChoiceQuestion { Choices: ChoiceSource.Inline own })
            for (var index = 0; index < own.List.Count; index++)
                yield return ($"choices[{index}].anchor", own.List[index].Anchor);
        for (var index = 0; index < question.AskedRows.Count; index++)
            yield return ($"rows[{index}].anchor", question.AskedRows[index].Anchor);
    }

    /// <summary>Three choices and more that move, each with a number, and the numbers all in one direction.</summary>
    private static bool RiseOrFall(IReadOnlyList<Choice> choices, string language)
    {
        var numbers = choices
            .Where(choice => !choice.Anchor && !choice.Exclusive)
            .Select(choice => Number().Match(choice.Label.In(language)))
            .Select(found => found.Success ? decimal.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : (decimal?)null)
            .ToList();
        if (numbers.Count < 3 || numbers.Contains(null) || numbers[0] == numbers[^1])
            return false;
        var steps = numbers.Zip(numbers.Skip(1), (one, next) => Math.Sign(next!.Value - one!.Value)).Where(step => step != 0).Distinct();
        return steps.Count() == 1;
    }

    [GeneratedRegex(@"[0-9]{1,12}", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Number();
}
