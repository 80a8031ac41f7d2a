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
            {
                // What was typed and could not be placed, to be shown beside what is stored now.
                List<string> lost = [];
                return request.Post<string>(
                    Permission.TranslateSurvey,
                    async (place, view) =>
                    {
                        var wanted = Wanted(view, language);
                        var id = place.Id.ToString();
                        if (
                            !(await translate.Read(request.Actor, id, wanted, request.Cancellation)).Succeeded(
                                out var texts,
                                out var problem
                            )
                        )
                            return problem;
                        var (translations, unread) = TranslationForm.Read(form, texts.Items);
                        lost.AddRange(unread);
                        if (
                            !(await translate.Run(request.Actor, id, wanted, translations, request.Cancellation)).Succeeded(
                                out var stored,
                                out problem
                            )
                        )
                            return problem;
                        lost.AddRange(stored.Unplaced.Where(text => text.Words != text.Was).Select(text => text.Words));
                        return unread.Count + stored.Unplaced.Count == 0 ? wanted : PartlyStored;
                    },
                    (place, wanted) => $"{place.Base}/translate?language={Uri.EscapeDataString(wanted)}&saved=1",
                    async (frame, view, problem) =>
                    {
                        var wanted = Wanted(view, language);
                        var isStored = problem == PartlyStored;
                        return (await translate.Read(request.Actor, request.Survey, wanted, request.Cancellation)).Succeeded(
                            out var now,
                            out var refusal
                        )
                            ? HttpResults.Page<TranslatePage>(
                                HttpResults.StatusOf(problem),
                                new
                                {
                                    Frame = frame,
                                    Survey = view,
                                    Language = wanted,
                                    Texts = now.Items,
                                    Form = isStored ? PostedForm.Empty : form,
                                    Saved = isStored,
                                    Faults = PageFaults.Of(isStored ? null : problem),
                                    Lost = (IReadOnlyList<string>)lost,
                                }
                            )
                            : HttpResults.PageOf(refusal);
                    }
                );
            })
            .Requires(Permission.TranslateSurvey);
    }

    private static readonly Problem.Conflict PartlyStored = new(
        "partly_stored",
        "Some of the words could not be placed, since the survey says something else by now."
    );

    private static string Wanted(SurveyView view, string? language) => language ?? view.Draft.Languages.ElementAtOrDefault(1) ?? "";
}
