namespace NeedsSurvey.Domain.Surveys;

/// <summary>A question answered from a choice list.</summary>
public abstract record ChoiceQuestion : Question
{
    /// <summary>The choices themselves, or the name of a list in <see cref="SurveyDefinition.Choices"/>.</summary>
    public required ChoiceSource Choices { get; init; }

    /// <summary>Expression over the choice's filter columns; a choice is offered when true.</summary>
    public string? ChoiceFilter { get; init; }
}
