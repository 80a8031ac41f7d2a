using Microsoft.AspNetCore.Components;
using NeedsSurvey.App;

namespace NeedsSurvey.Web.Accounts;

/// <summary>A page with a form that may come back: filled, with what needs attention, and a title that says so first.</summary>
public abstract class FormPage : ComponentBase
{
    [Parameter]
    public PostedForm Form { get; set; } = PostedForm.Empty;

    [Parameter]
    public IReadOnlyList<Fault> Faults { get; set; } = [];

    protected string Titled(string title) => Faults.Count > 0 ? "Error: " + title : title;
}
