using Microsoft.AspNetCore.Components;
using NeedsSurvey.App;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Web.Components;

/// <summary>
/// The program's own words on a page in the language of a survey. Where it has none in that language they are English, and say so to
/// whatever reads them aloud.
/// </summary>
internal static class OwnWords
{
    /// <summary>What is wrong with an answer: the program's words, or the survey's.</summary>
    /// <param name="language">The page's.</param>
    public static RenderFragment Said(string language, Fault fault) =>
        fault.InSurveysWords ? Isolated.Words(fault.Message) : For(language, fault.Message);

    /// <param name="language">The page's.</param>
    /// <param name="words">From <see cref="KnownLanguages.For"/> of the same language.</param>
    public static RenderFragment For(string language, string words) =>
        KnownLanguages.Find(language) is not null
            ? Isolated.Words(words)
            : builder =>
            {
                builder.OpenElement(0, "span");
                builder.AddAttribute(1, "lang", KnownLanguages.English.Code);
                builder.AddAttribute(2, "dir", KnownLanguages.English.Direction);
                builder.AddContent(3, Isolated.Words(words));
                builder.CloseElement();
            };
}
