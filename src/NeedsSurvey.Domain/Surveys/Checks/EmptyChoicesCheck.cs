using NeedsSurvey.Domain.Logic;

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
            .Choices.Where(choice => !Leaves(item, asked, Value.Of(choice.Name)))
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
        else if (!(source.Required && !source.MayDecline && !source.MayNotKnow) && !Leaves(item, asked, Value.Empty))
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

    /// <summary>Whether anything is left when the question looked at has this value; "other" is offered whatever a filter says.</summary>
    private static bool Leaves(CompiledItem item, CompiledItem asked, Value value)
    {
        if (item.OffersOther)
            return true;
        var tried = new OneAnswer(item, asked.Slot, value);
        return item.Choices.Any(choice => tried.Offers(choice));
    }

    /// <summary>A response with nothing but one answer.</summary>
    private sealed class OneAnswer(CompiledItem item, int asked, Value value) : EvaluationContext
    {
        private Choice? tried;

        internal bool Offers(Choice choice)
        {
            tried = choice;
            var offered = item.ChoiceFilter!.Evaluate(this);
            return offered.IsFault || offered.ToBoolean();
        }

        public override Value Read(int slot) => slot == asked ? value : Value.Empty;

        public override Value ReadColumn(int column) =>
            item.FilterColumns[column] switch
            {
                "name" => Value.Of(tried!.Name),
                "label" => Value.Of(tried!.Label.In(item.FirstLanguage)),
                var name => Value.Of(tried!.Filter?.GetValueOrDefault(name)),
            };
    }
}
