namespace NeedsSurvey.Domain.Surveys;

/// <summary>An item that a person answers.</summary>
public abstract record Question : SurveyItem
{
    /// <summary>An empty answer is asked for again; "prefer not to say" always satisfies it when offered.</summary>
    public bool Required { get; init; }
    public LocalText? RequiredMessage { get; init; }

    /// <summary>"Prefer not to say" is offered; on by default.</summary>
    public bool MayDecline { get; init; } = true;

    /// <summary>Expression with <c>.</c> for the answer; must be true of a given answer.</summary>
    public string? Constraint { get; init; }
    public LocalText? ConstraintMessage { get; init; }

    /// <summary>Expression or literal for the value shown first.</summary>
    public string? Default { get; init; }

    /// <summary>
    /// What this says about the person (<c>age</c>, <c>area</c>, <c>tenure</c>…): used for representation, weights and breakdowns,
    /// and matched to the population margins of the same name.
    /// </summary>
    public string? GroupRole { get; init; }
}
