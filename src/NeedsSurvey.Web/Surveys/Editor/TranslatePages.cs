using NeedsSurvey.App;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Accounts;

namespace NeedsSurvey.Web.Surveys.Editor;

/// <summary>A survey's other languages, side by side with the original: what a Translator comes for.</summary>
internal static class TranslatePages
{
    public static void MapTranslatePages(this IEndpointRouteBuilder app)
    {
        var survey = app.Pages("/o/{org}/{initiative}/surveys/{survey}/translate");

        survey.MapGet("", ([AsParameters] AtSurvey at, string? language, string? show, string? saved, TranslateSurvey translate) => at.Show(Permission.TranslateSurvey, async (frame, view) =>
        {
            if (view.Draft.Languages.Count < 2) return Answers.Page<TranslatePage>(new { Frame = frame, Survey = view, Language = "", Texts = Array.Empty<SurveyText>() });
            return (await translate.Read(at.Actor, at.Survey, language ?? view.Draft.Languages[1], at.Ct)).Succeeded(out var texts, out var problem)
                ? Answers.Page<TranslatePage>(new { Frame = frame, Survey = view, texts.Language, Texts = texts.Items, OnlyMissing = show == "missing", Saved = saved is not null })
                : Answers.PageOf(problem);
        })).Needs(Permission.TranslateSurvey);

        survey.MapPost("", ([AsParameters] AtSurvey at, string? language, PostedForm form, TranslateSurvey translate) => at.Show(Permission.TranslateSurvey, async (frame, view) =>
        {
            var wanted = language ?? view.Draft.Languages.ElementAtOrDefault(1) ?? "";
            if (!(await translate.Read(at.Actor, at.Survey, wanted, at.Ct)).Succeeded(out var texts, out var refusal)) return Answers.PageOf(refusal);
            var (translations, lost) = TranslationForm.Read(form, texts.Items);
            var done = await translate.Run(at.Actor, at.Survey, wanted, translations, at.Ct);
            if (done.Succeeded(out var stored, out var problem) && lost.Count + stored.Unplaced.Count == 0)
                return Results.LocalRedirect($"{frame.Base}/surveys/{view.Slug}/translate?language={Uri.EscapeDataString(wanted)}&saved=1");
            if (!(await translate.Read(at.Actor, at.Survey, wanted, at.Ct)).Succeeded(out var now, out refusal)) return Answers.PageOf(refusal);
            return Answers.Page<TranslatePage>(problem is null ? StatusCodes.Status409Conflict : Answers.StatusOf(problem), new
            {
                Frame = frame, Survey = view, Language = wanted, Texts = now.Items, Form = problem is null ? PostedForm.Empty : form, Saved = problem is null,
                Faults = PageFaults.Of(problem), Lost = (IReadOnlyList<string>)[.. lost, .. stored?.Unplaced.Where(text => text.Words != text.Was).Select(text => text.Words) ?? []],
            });
        })).Needs(Permission.TranslateSurvey);
    }
}
