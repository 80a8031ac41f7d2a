namespace NeedsSurvey.Domain.Surveys;

/// <summary>A question answered from a choice list.</summary>
public abstract record ChoiceQuestion : Question
{
    /// <summary>The choices themselves, or the name of a list in <see cref="SurveyDefinition.Choices"/>.</summary>
    public required ChoiceSource Choices { get; init; }

    /// <summary>Expression over the choice's filter columns; a choice is offered when true.</summary>
    [IsExpression]
    public string? ChoiceFilter { get; init; }

    internal override IReadOnlyList<string> KnownAppearances => ["likert"];

    public override IReadOnlyList<Choice> ChoicesIn(SurveyDefinition survey) => Choices.In(survey);

    internal override IEnumerable<(string Name, LocalText Label)> NeedsIn(SurveyDefinition survey) =>
        from choice in Choices.In(survey)
        where choice.Need is not null
        select (choice.Need, choice.Label);

    /// <summary>Changes of the choices and of when they are offered.</summary>
    /// <param name="was">The published question.</param>
    /// <param name="changes">Takes what is found.</param>
    /// <param name="columnEach">Each choice has a column of its own.</param>
    private protected void CompareChoices(ChoiceQuestion was, QuestionChanges changes, bool columnEach = false)
    {
        changes.Choices(was.Choices, Choices, columnEach);
        if (was.InRandomOrder != InRandomOrder)
            changes.Safe(
                "randomize",
                "order",
                InRandomOrder ? "offers its choices in random order." : "offers its choices in the order of their list.",
                QuestionChanges.OrderMatters
            );
        if (was.ChoiceFilter != ChoiceFilter)
            changes.Safe("choice_filter", "choice_filter", "offers its choices under another condition.", "The columns stay.");
    }
}
