using NeedsSurvey.App;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Accounts;

namespace NeedsSurvey.Web.Surveys;

/// <summary>A survey's other languages, side by side with the original: what a Translator comes for.</summary>
internal static class TranslatePages
{
    public static void MapTranslatePages(this IEndpointRouteBuilder app)
    {
        var survey = app.Pages("/o/{org}/{initiative}/surveys/{survey}/translate");

        survey
            .MapGet("", ([AsParameters] SurveyRequest request, string? language, string? show, string? saved, TranslateSurvey translate) =>
                request.Page(Permission.TranslateSurvey, async (frame, view) =>
                {
                    if (view.Draft.Languages.Count < 2)
                        return HttpResults.Page<TranslatePage>(
                            new
                            {
                                Frame = frame,
                                Survey = view,
                                Language = "",
                                Texts = Array.Empty<SurveyText>(),
                            }
                        );
                    return (
                        await translate.Read(request.Actor, request.Survey, language ?? view.Draft.Languages[1], request.Cancellation)
                    ).Succeeded(out var texts, out var problem)
                        ? HttpResults.Page<TranslatePage>(
                            new
                            {
                                Frame = frame,
                                Survey = view,
                                texts.Language,
                                Texts = texts.Items,
                                OnlyMissing = show == "missing",
                                Saved = saved is not null,
                            }
                        )
                        : HttpResults.PageOf(problem);
                })
            )
            .Requires(Permission.TranslateSurvey);

        survey
            .MapPost("", ([AsParameters] SurveyRequest request, string? language, PostedForm form, TranslateSurvey translate) =>
                request.Page(Permission.TranslateSurvey, async (frame, view) =>
                {
                    var wanted = language ?? view.Draft.Languages.ElementAtOrDefault(1) ?? "";
                    if (
                        !(await translate.Read(request.Actor, request.Survey, wanted, request.Cancellation)).Succeeded(
                            out var texts,
                            out var refusal
                        )
                    )
                        return HttpResults.PageOf(refusal);
                    var (translations, lost) = TranslationForm.Read(form, texts.Items);
                    var done = await translate.Run(request.Actor, request.Survey, wanted, translations, request.Cancellation);
                    if (done.Succeeded(out var stored, out var problem) && lost.Count + stored.Unplaced.Count == 0)
                        return HttpResults.RedirectTo(
                            $"{frame.Base}/surveys/{view.Slug}/translate?language={Uri.EscapeDataString(wanted)}&saved=1"
                        );
                    if (
                        !(await translate.Read(request.Actor, request.Survey, wanted, request.Cancellation)).Succeeded(
                            out var now,
                            out refusal
                        )
                    )
                        return HttpResults.PageOf(refusal);
                    return HttpResults.Page<TranslatePage>(
                        problem is null ? StatusCodes.Status409Conflict : HttpResults.StatusOf(problem),
                        new
                        {
                            Frame = frame,
                            Survey = view,
                            Language = wanted,
                            Texts = now.Items,
                            Form = problem is null ? PostedForm.Empty : form,
                            Saved = problem is null,
                            Faults = PageFaults.Of(problem),
                            Lost = (IReadOnlyList<string>)
                                [.. lost, .. stored?.Unplaced.Where(text => text.Words != text.Was).Select(text => text.Words) ?? []],
                        }
                    );
                })
            )
            .Requires(Permission.TranslateSurvey);
    }
}
