using Microsoft.AspNetCore.Components;
using NeedsSurvey.App;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.Web.Surveys;

/// <summary>A page within an initiative; its form may have come back with what needs attention.</summary>
public abstract class InitiativePage : ComponentBase
{
    [Inject] public Actor Actor { get; set; } = null!;
    [Parameter, EditorRequired] public InitiativeFrame Frame { get; set; } = null!;
    [Parameter] public PostedForm Form { get; set; } = PostedForm.Empty;
    [Parameter] public IReadOnlyList<Fault> Faults { get; set; } = [];

    protected bool May(Permission permission) => Actor.May(permission, Frame.OrganisationId);

    protected string Titled(string title) => Faults.Count > 0 ? "Error: " + title : title;
}

/// <summary>A page about one survey.</summary>
public abstract class EditorPage : InitiativePage
{
    [Parameter, EditorRequired] public SurveyView Survey { get; set; } = null!;

    /// <summary>Where the survey's pages live.</summary>
    protected string Here => $"{Frame.Base}/surveys/{Survey.Slug}";

    /// <summary>The language the survey was written in, in which editors see it.</summary>
    protected string First => Survey.Draft.Languages is [var first, ..] ? first : "en";
}
