using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Surveys;

// A filter that looks at one question with choices is tried with each of them, and with none. Others are not tried: people are told on the
// page that there is nothing to choose, and go on.

/// <summary>Warns of choice filters that leave nothing to choose.</summary>
internal static class EmptyChoicesCheck
{
    /// <summary>More than this would make the check slow; nobody maintains such a list by hand.</summary>
    private const int MostTried = 100_000;

    private const int MostShown = 3;

    internal static void Check(CompiledSurvey survey, CompiledItem item, string path, DefinitionFaults faults)
    {
        if (
            item.ChoiceFilter is not { } filter
            || filter.Expression.Names.Distinct().ToList() is not [var name]
            || survey.Find(name) is not { Item: Question source } asked
            || !source.PicksOne()
            || asked.Repeat is not null && asked.Repeat != item.Repeat
            || DependsOn(item, name)
            || (long)(asked.Choices.Count + 1) * item.Choices.Count > MostTried
        )
            return;
        var without = asked
            .Choices.Where(choice => !Leaves(survey, item, asked, new ChoiceAnswer(choice.Name)))
            .Select(choice => $"'{choice.Name}'")
            .ToList();
        if (without.Count > 0)
            faults.Warning(
                path,
                "empty_choices",
                $"Nothing is left to choose when '{name}' is {string.Join(", ", without.Take(MostShown))}"
                    + (without.Count > MostShown ? $" or one of {without.Count - MostShown} more" : "")
                    + ". Add choices, or ask this question only when there are some."
            );
        else if (!(source.Required && !source.MayDecline) && !Leaves(survey, item, asked, null))
            faults.Warning(
                path,
                "empty_choices",
                $"Nothing is left to choose when '{name}' is skipped; people are told so and go on. Ask this question only when "
                    + $"'{name}' is answered, or require an answer to it."
            );
    }

    private static bool DependsOn(CompiledItem item, string name)
    {
        for (var at = item; at is not null; at = at.Parent)
            if (at.Relevant?.Expression.Names.Contains(name) == true)
                return true;
        return false;
    }

    private static bool Leaves(CompiledSurvey survey, CompiledItem item, CompiledItem asked, Answer? answer)
    {
        var tried = new Evaluation(survey, new() { Language = item.FirstLanguage, Now = DateTimeOffset.UnixEpoch });
        if (item.Repeat is { } repeat)
            tried.SetInstances(repeat, 1);
        if (answer is not null)
            tried.At(asked, asked.Repeat is null ? -1 : 0).Value = answer.ToValue();
        return tried.OffersAny(item, item.Repeat is null ? -1 : 0);
    }
}
