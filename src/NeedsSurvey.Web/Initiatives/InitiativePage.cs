using Microsoft.AspNetCore.Components;
using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.Web.Initiatives;

/// <summary>A page within an initiative; its form may have come back with what needs attention.</summary>
public abstract class InitiativePage : ComponentBase
{
    [Inject]
    public Actor Actor { get; set; } = null!;

    [Parameter, EditorRequired]
    public InitiativeFrame Frame { get; set; } = null!;

    [Parameter]
    public PostedForm Form { get; set; } = PostedForm.Empty;

    [Parameter]
    public IReadOnlyList<Fault> Faults { get; set; } = [];

    protected bool May(Permission permission) => Actor.May(permission, Frame.OrganisationId);

    protected string Titled(string title) => Faults.Count > 0 ? "Error: " + title : title;
}
