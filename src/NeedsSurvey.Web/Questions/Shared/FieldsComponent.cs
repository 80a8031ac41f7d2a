using Microsoft.AspNetCore.Components;
using NeedsSurvey.App;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>A component with the fields of an edit page that only items of one type have.</summary>
public abstract class FieldsComponent<TItem> : ComponentBase
    where TItem : SurveyItem
{
    /// <summary>The item as stored, or a blank one.</summary>
    [Parameter, EditorRequired]
    public TItem Item { get; set; } = null!;

    [Parameter, EditorRequired]
    public SurveyDefinition Survey { get; set; } = null!;

    /// <summary>What the fields hold now, which may not be stored yet.</summary>
    [Parameter, EditorRequired]
    public PostedForm Form { get; set; } = PostedForm.Empty;

    /// <summary>Needs that rows and choices may tell of.</summary>
    [Parameter]
    public IReadOnlyList<NeedName> Needs { get; set; } = [];

    /// <summary>Where the survey's pages live.</summary>
    [Parameter]
    public string Here { get; set; } = "";

    [Parameter]
    public IReadOnlyList<Fault> Faults { get; set; } = [];

    /// <summary>The survey's languages, the one it was written in first.</summary>
    protected IReadOnlyList<string> Languages => Survey.Languages;
}

/// <summary>The fields of a type that has none of its own.</summary>
public sealed class NoFields<TItem> : FieldsComponent<TItem>
    where TItem : SurveyItem;
