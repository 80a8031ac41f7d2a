using Microsoft.AspNetCore.Components;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Web.Components;
using NeedsSurvey.Web.Initiatives;

namespace NeedsSurvey.Web.Surveys;

/// <summary>A page about one survey.</summary>
public abstract class EditorPage : InitiativePage
{
    [Parameter, EditorRequired]
    public SurveyView Survey { get; set; } = null!;

    /// <summary>Where the survey's pages live.</summary>
    protected string Here => $"{Frame.Base}/surveys/{Survey.Slug}";

    /// <summary>What only pages of the editor load.</summary>
    protected static RenderFragment EditorHead { get; } =
        builder =>
            builder.AddMarkupContent(
                0,
                $"""
                <link rel="stylesheet" href="{Stylesheet.Href("editor.css")}">
                <script type="module" src="{Stylesheet.Href("editor.js")}"></script>
                """
            );

    /// <summary>The language the survey was written in, in which editors see it.</summary>
    protected string First => Survey.Draft.Languages is [var first, ..] ? first : "en";
}
