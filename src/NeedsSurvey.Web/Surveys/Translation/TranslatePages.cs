using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
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
                    return await Beside(request, translate, language ?? view.Draft.Languages[1], texts => HttpResults.Page<TranslatePage>(
                            new
                            {
                                Frame = frame,
                                Survey = view,
                                texts.Language,
                                Texts = texts.Items,
                                OnlyMissing = show == "missing",
                                Saved = saved is not null,
                            }
                        ));
                })
            )
            .Requires(Permission.TranslateSurvey);

        survey
            .MapPost("", ([AsParameters] SurveyRequest request, string? language, PostedForm form, TranslateSurvey translate) =>
                request.Answer(
                    Permission.TranslateSurvey,
                    (place, view) => Store(request, place, Wanted(view, language), form, translate),
                    (place, stored) =>
                        stored.Lost.Count == 0
                            ? Task.FromResult(
                                HttpResults.RedirectTo($"{place.Base}/translate?language={Uri.EscapeDataString(stored.Language)}&saved=1")
                            )
                            : request.Page(Permission.TranslateSurvey, (frame, view) =>
                                PartlyStored(request, frame, view, stored, translate)
                            ),
                    (frame, view, problem) => Beside(request, translate, Wanted(view, language), texts => HttpResults.Page<TranslatePage>(
                                HttpResults.StatusOf(problem),
                                new
                                {
                                    Frame = frame,
                                    Survey = view,
                                    texts.Language,
                                    Texts = texts.Items,
                                    Form = form,
                                    Faults = PageFaults.Of(problem),
                                    TranslationForm.Read(form, texts.Items).Lost,
                                }
                            ))
                )
            )
            .Requires(Permission.TranslateSurvey);
    }

    /// <summary>What became of a form that was taken.</summary>
    /// <param name="Lost">Words that translate nothing that the survey says by now, or that somebody else translated meanwhile.</param>
    private sealed record Stored(string Language, IReadOnlyList<string> Lost);

    private static async Task<Result<Stored>> Store(
        SurveyRequest request,
        SurveyPlace place,
        string language,
        PostedForm form,
        TranslateSurvey translate
    )
    {
        var id = place.Id.ToString();
        if (!(await translate.Read(request.Actor, id, language, request.Cancellation)).Succeeded(out var texts, out var problem))
            return problem;
        var (translations, unread) = TranslationForm.Read(form, texts.Items);
        if (!(await translate.Run(request.Actor, id, language, translations, request.Cancellation)).Succeeded(out var stored, out problem))
            return problem;
        return new Stored(language, [.. unread, .. stored.Unplaced.Where(text => text.Words != text.Was).Select(text => text.Words)]);
    }

    /// <summary>What was lost, beside what is stored now.</summary>
    private static Task<IResult> PartlyStored(
        SurveyRequest request,
        InitiativeFrame frame,
        SurveyView view,
        Stored stored,
        TranslateSurvey translate
    ) => Beside(request, translate, stored.Language, texts => HttpResults.Page<TranslatePage>(
                StatusCodes.Status409Conflict,
                new
                {
                    Frame = frame,
                    Survey = view,
                    texts.Language,
                    Texts = texts.Items,
                    Saved = true,
                    stored.Lost,
                }
            ));

    private static async Task<IResult> Beside(
        SurveyRequest request,
        TranslateSurvey translate,
        string language,
        Func<TranslateSurvey.Texts, IResult> page
    ) =>
        (await translate.Read(request.Actor, request.Survey, language, request.Cancellation)).Succeeded(out var texts, out var problem)
            ? page(texts)
            : HttpResults.PageOf(problem);

    private static string Wanted(SurveyView view, string? language) => language ?? view.Draft.Languages.ElementAtOrDefault(1) ?? "";
}
