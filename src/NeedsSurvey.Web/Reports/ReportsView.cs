using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Web.Accounts;
using NeedsSurvey.Web.Hosting;
using NeedsSurvey.Web.Initiatives;
using NeedsSurvey.Web.Questions;

namespace NeedsSurvey.Web.Reports;

/// <summary>What the hearing and report pages show, for a first look and for a form that came back.</summary>
internal sealed class ReportsView(
    ReadHearingCheck readHearing,
    ReadGoalHearing readGoalHearing,
    RankNeeds rank,
    AssembleReport assemble,
    FindPublishedReport published,
    PublicLinks links
)
{
    public async Task<IResult> Hearing(InitiativeRequest request, bool saved, PostedForm? form = null, Problem? fault = null)
    {
        if (
            !(await request.Frame()).Succeeded(out var frame, out var problem)
            || !(await rank.Run(request.Actor, frame.InitiativeId, cancellation: request.Cancellation)).Succeeded(
                out var rankings,
                out problem
            )
        )
            return HttpResults.PageOf(problem);
        var read = await readHearing.Run(request.Actor, frame.InitiativeId, request.Cancellation);
        if (read.Problem is not null)
            return HttpResults.PageOf(read.Problem);
        var check = read.Value;
        if (
            !(await request.Initiatives.Run(request.Actor, frame.InitiativeId, request.Cancellation)).Succeeded(
                out var initiative,
                out problem
            )
        )
            return HttpResults.PageOf(problem);
        var languages = LanguagesOf(initiative, check);
        return HttpResults.Page<HearingPage>(
            fault is null ? StatusCodes.Status200OK : HttpResults.StatusOf(fault),
            new
            {
                Frame = frame,
                Check = check,
                Link = check is null ? "" : links.Of($"/h/{check.Slug}"),
                Languages = languages,
                Ranking = rankings.Chosen,
                MayEdit = request.Actor.May(Permission.EditNeeds, frame.OrganisationId),
                Saved = saved,
                Form = form ?? PostedForm.Empty,
                Faults = PageFaults
                    .Of(fault)
                    .Select(one => one.Path == "summary" ? one with { Path = $"summary.{languages[0]}" } : one)
                    .ToList(),
            }
        );
    }

    public async Task<IResult> GoalHearing(InitiativeRequest request, PostedForm? form = null, Problem? fault = null)
    {
        if (!(await request.Frame()).Succeeded(out var frame, out var problem))
            return HttpResults.PageOf(problem);
        var read = await readGoalHearing.Run(request.Actor, frame.InitiativeId, request.Cancellation);
        if (read.Problem is not null)
            return HttpResults.PageOf(read.Problem);
        return HttpResults.Page<GoalHearingPage>(
            fault is null ? StatusCodes.Status200OK : HttpResults.StatusOf(fault),
            new
            {
                Frame = frame,
                Hearing = read.Value,
                Link = read.Value is { } asked ? links.Of($"/h/{asked.Slug}/goals") : "",
                MayEdit = request.Actor.May(Permission.EditGoals, frame.OrganisationId),
                Form = form ?? PostedForm.Empty,
                Faults = PageFaults.Of(fault),
            }
        );
    }

    public Task<IResult> ChangeHearing<T>(InitiativeRequest request, PostedForm form, Func<InitiativePlace, Task<Result<T>>> change) =>
        request.Post(change, (place, _) => $"{place.Base}/hearing?saved=1", (_, problem) => Hearing(request, saved: false, form, problem));

    public async Task<IResult> Draft(
        InitiativeRequest request,
        bool saved,
        bool isPublished,
        PostedForm? form = null,
        Problem? fault = null
    )
    {
        if (!(await request.Frame()).Succeeded(out var frame, out var problem))
            return HttpResults.PageOf(problem);
        if (!request.Actor.May(Permission.PublishReport, frame.OrganisationId))
            return HttpResults.Page<ReportStatePage>(
                new { Frame = frame, Slug = await published.Run(frame.InitiativeId, request.Cancellation) }
            );
        if (!(await assemble.Run(request.Actor, frame.InitiativeId, request.Cancellation)).Succeeded(out var draft, out problem))
            return HttpResults.PageOf(problem);
        return HttpResults.Page<ReportDraftPage>(
            fault is null ? StatusCodes.Status200OK : HttpResults.StatusOf(fault),
            new
            {
                Frame = frame,
                Draft = draft,
                Link = draft.Slug is null ? "" : links.Of($"/r/{draft.Slug}"),
                Saved = saved,
                Published = isPublished,
                // What the program fills in has no field here: the list above the form says where it is mended.
                Form = form ?? PostedForm.Empty,
                Faults = PageFaults
                    .Of(fault)
                    .Select(one =>
                        draft.Content.Disclosure.Any(item => item.Code == one.Path && !item.ByPeople) ? one with { Path = "" } : one
                    )
                    .ToList(),
            }
        );
    }

    /// <summary>
    /// Asked for in the address, else what the browser prefers (es-MX is served by es), else English, else whichever the summary is
    /// written in.
    /// </summary>
    internal static string LanguageOf(OpenHearingCheckView check, string? wanted, HttpRequest request) =>
        request
            .Accepted()
            .Prepend(wanted)
            .OfType<string>()
            .SelectMany(code => new[] { code, KnownLanguages.Primary(code) })
            .Append(KnownLanguages.English.Code)
            .FirstOrDefault(check.Summary.ContainsKey)
        ?? check.Languages[0];

    /// <summary>A survey's questions with nothing filled in.</summary>
    internal static QuestionContext QuestionsOf(PublishedSurvey asked, string language) =>
        new()
        {
            Survey = asked.Survey,
            Language = language,
            Words = KnownLanguages.For(language).Answering,
            Fields = new Dictionary<string, IReadOnlyList<string>>(),
        };

    // The languages that people are asked in, the first survey's first, and any others that the words are written in.
    private static List<string> LanguagesOf(InitiativeView initiative, HearingCheckView? check) =>
        [
            .. initiative
                .Surveys.Reverse()
                .SelectMany(survey => survey.Languages)
                .Concat(check?.Newest.Words.Keys ?? [])
                .DefaultIfEmpty(KnownLanguages.English.Code)
                .Distinct(),
        ];
}
