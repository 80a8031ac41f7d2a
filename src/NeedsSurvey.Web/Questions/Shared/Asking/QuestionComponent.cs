using Microsoft.AspNetCore.Components;
using NeedsSurvey.App;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>A component that asks questions of one type.</summary>
public abstract class QuestionComponent<TQuestion> : ComponentBase
    where TQuestion : Question
{
    [Parameter, EditorRequired]
    public QuestionContext Context { get; set; } = null!;

    [Parameter, EditorRequired]
    public CompiledItem Item { get; set; } = null!;

    /// <summary>0-based inside a repeat; −1 outside.</summary>
    [Parameter]
    public int Instance { get; set; } = -1;

    /// <summary>0-based row or set of a question that is asked over several pages; −1 for the whole question.</summary>
    [Parameter]
    public int Part { get; set; } = -1;

    /// <summary>The only question of its page: its label is the page's h1.</summary>
    [Parameter]
    public bool Alone { get; set; }

    /// <summary>What is asked, as the survey defines it.</summary>
    protected TQuestion Asked => (TQuestion)Item.Item;

    /// <summary>The name of its field, with which the names of its parts begin.</summary>
    protected string Field => QuestionContext.FieldOf(Item, Instance);

    /// <summary>Its field, and those of the ticks for an answer that is not given.</summary>
    protected string[] Fields => [Field, .. MissingAnswer.All.Select(missing => QuestionContext.MissingField(Field, missing))];

    /// <summary>The first fault of its own field; types with parts add theirs.</summary>
    protected virtual Fault? Error => Context.Error(Fields);

    /// <summary>For <c>aria-invalid</c>.</summary>
    protected string? Invalid => Error is null ? null : "true";
}
