using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Web.Accounts;
using NeedsSurvey.Web.Goals;
using NeedsSurvey.Web.Responses;

namespace NeedsSurvey.Web.Reports;

/// <summary>Stages 3 and 5 as pages, for organisers and for the public.</summary>
internal static class ReportsPages
{
    public static void MapReportsPages(this IEndpointRouteBuilder app)
    {
        var hearing = app.Pages("/o/{org}/{initiative}/hearing");

        hearing
            .MapGet(
                "",
                async (string org, string initiative, string? saved, Actor actor, ReportsView view, CancellationToken cancellation) =>
                    await view.Hearing(actor, org, initiative, saved is not null, cancellation: cancellation)
            )
            .Requires(Permission.View);

        hearing
            .MapPost(
                "",
                async (
                    string org,
                    string initiative,
                    PostedForm form,
                    Actor actor,
                    ReportsView view,
                    PrepareHearingCheck prepare,
                    CancellationToken cancellation
                ) =>
                    await view.ChangeHearing(
                        actor,
                        org,
                        initiative,
                        form,
                        place =>
                        {
                            var summary = form
                                .Names.Where(name => name.StartsWith("summary.", StringComparison.Ordinal))
                                .ToDictionary(name => name["summary.".Length..], name => form[name]);
                            return prepare.Run(actor, place.InitiativeId, new(summary), open: form["then"] == "open", cancellation);
                        },
                        cancellation
                    )
            )
            .Requires(Permission.EditNeeds);

        hearing
            .MapPost(
                "/open",
                async (
                    string org,
                    string initiative,
                    PostedForm form,
                    Actor actor,
                    ReportsView view,
                    OpenHearingCheck open,
                    CancellationToken cancellation
                ) =>
                    await view.ChangeHearing(
                        actor,
                        org,
                        initiative,
                        form,
                        place => open.Run(actor, place.InitiativeId, true, cancellation),
                        cancellation
                    )
            )
            .Requires(Permission.EditNeeds);

        hearing
            .MapPost(
                "/close",
                async (
                    string org,
                    string initiative,
                    PostedForm form,
                    Actor actor,
                    ReportsView view,
                    OpenHearingCheck open,
                    CancellationToken cancellation
                ) =>
                    await view.ChangeHearing(
                        actor,
                        org,
                        initiative,
                        form,
                        place => open.Run(actor, place.InitiativeId, false, cancellation),
                        cancellation
                    )
            )
            .Requires(Permission.EditNeeds);

        hearing
            .MapPost(
                "/corrections/{reply:guid}",
                async (
                    string org,
                    string initiative,
                    Guid reply,
                    PostedForm form,
                    Actor actor,
                    ReportsView view,
                    DecideCorrection decide,
                    CancellationToken cancellation
                ) =>
                    await view.ChangeHearing(
                        actor,
                        org,
                        initiative,
                        form,
                        async place =>
                            (
                                await decide.Run(
                                    actor,
                                    place.InitiativeId,
                                    reply,
                                    new(form["accepted"] == "true", form[$"reason.{reply}"]),
                                    cancellation
                                )
                            ).Problem switch
                            {
                                null => Done.It,
                                // Each correction has a form of its own on the page; the fault belongs to this one.
                                Problem.Invalid invalid => new Problem.Invalid([
                                    .. invalid.Faults.Select(fault => fault with { Path = $"{fault.Path}.{reply}" }),
                                ]),
                                var problem => problem,
                            },
                        cancellation
                    )
            )
            .Requires(Permission.EditNeeds);

        var report = app.Pages("/o/{org}/{initiative}/report");

        report
            .MapGet(
                "",
                async (
                    string org,
                    string initiative,
                    string? saved,
                    string? published,
                    Actor actor,
                    ReportsView view,
                    CancellationToken cancellation
                ) => await view.Draft(actor, org, initiative, saved is not null, published is not null, cancellation: cancellation)
            )
            .Requires(Permission.View);

        report
            .MapPost(
                "",
                async (
                    string org,
                    string initiative,
                    PostedForm form,
                    Actor actor,
                    ReportsView view,
                    FindInitiative find,
                    SaveReportDraft save,
                    CancellationToken cancellation
                ) =>
                {
                    if (!(await find.Place(org, initiative, cancellation)).Succeeded(out var place, out var problem))
                        return HttpResults.PageOf(problem);
                    var disclosure = form
                        .Names.Where(name => name is "sponsor" or "recruitment" or "limitations")
                        .ToDictionary(name => name, name => form[name]);
                    var publishing = form["then"] == "publish";
                    problem = (
                        await save.Run(
                            actor,
                            place.InitiativeId,
                            new(form["title"], form["lead"], disclosure),
                            publishing,
                            form["reason"],
                            cancellation
                        )
                    ).Problem;
                    if (problem is null)
                        return HttpResults.RedirectTo($"{place.Base}/report?{(publishing ? "published" : "saved")}=1");
                    return PageFaults.StaysOnPage(problem)
                        ? await view.Draft(actor, org, initiative, false, false, form, problem, cancellation)
                        : HttpResults.PageOf(problem);
                }
            )
            .Requires(Permission.PublishReport);

        var open = app.Public().ExcludeFromDescription();
        open.MapGet(
            "/h/{slug}",
            async (string slug, string? language, HttpRequest request, ReadOpenHearingCheck read, CancellationToken cancellation) =>
                (await read.Run(slug, cancellation)).Succeeded(out var check, out var problem)
                    ? HttpResults.Page<HearingReplyPage>(
                        new
                        {
                            Slug = slug,
                            Check = check,
                            Language = ReportsView.LanguageOf(check, language, request),
                            Submission = Guid.NewGuid(),
                        }
                    )
                    : NotHere(problem, request.Spoken(language), words => words.NoHearingTitle)
        );

        open.MapPost(
                "/h/{slug}",
                async (
                    string slug,
                    string? language,
                    HttpRequest request,
                    PostedForm form,
                    ReadOpenHearingCheck read,
                    ReplyToHearingCheck reply,
                    CancellationToken cancellation
                ) =>
                {
                    if (!(await read.Run(slug, cancellation)).Succeeded(out var check, out var problem))
                        return NotHere(problem, request.Spoken(language), words => words.NoHearingTitle);
                    var wanted = form[HearingReplyPage.Speak] is { Length: > 0 } other ? other : language;
                    var spoken = ReportsView.LanguageOf(check, wanted, request);
                    var submission = Guid.TryParse(form["submission"], out var sent) ? sent : Guid.NewGuid();
                    if (form[HearingReplyPage.Speak].Length == 0)
                        problem = (
                            await reply.Run(slug, new(submission, spoken, form["verdict"], form["correction"]), cancellation)
                        ).Problem;
                    else if (check.IsOpen)
                        return Again(200, []);
                    return problem switch
                    {
                        null when form[HearingReplyPage.Speak].Length == 0 => HttpResults.Page<HearingThanksPage>(
                            new { Check = check, Language = spoken }
                        ),
                        Problem.Invalid => Again(
                            400,
                            PageFaults.Of(problem).Select(fault => KnownLanguages.For(spoken).Hearing.Say(fault))
                        ),
                        // Closed while the page was open: said in their language, with what they wrote and the way to the report.
                        null or Problem.Gone => Again(410, [], isOpen: false),
                        _ => HttpResults.PageOf(problem),
                    };

                    IResult Again(int status, IEnumerable<Fault> faults, bool isOpen = true) =>
                        HttpResults.Page<HearingReplyPage>(
                            status,
                            new
                            {
                                Slug = slug,
                                Check = check with
                                {
                                    IsOpen = isOpen,
                                },
                                Language = spoken,
                                Submission = submission,
                                Verdict = form["verdict"],
                                Correction = form["correction"],
                                Faults = faults.ToList(),
                            }
                        );
                }
            )
            .DisableAntiforgery();

        open.MapGet(
            "/r/{slug}",
            async (string slug, int? version, string? language, HttpRequest request, ReadReport read, CancellationToken cancellation) =>
                (await read.Run(slug, version, cancellation)).Succeeded(out var published, out var problem)
                    ? HttpResults.Page<ReportPage>(new { Report = published, Language = request.Spoken(language) })
                    : NotHere(problem, request.Spoken(language), words => words.NoReportTitle)
        );

        open.MapGet("/r/{slug}/report.csv", async (string slug, int? version, ReadReport read, CancellationToken cancellation) =>
            (await read.Run(slug, version, cancellation)).Succeeded(out var published, out var problem)
                ? AlignmentCsv.Csv(published.Content.Alignment, $"{slug}-version-{published.Version}.csv")
                : HttpResults.Of(problem)
        );
    }

    // The public follows links from paper, in their own language.
    private static IResult NotHere(Problem problem, string language, Func<AnsweringWords, string> title)
    {
        var spoken = KnownLanguages.For(language);
        var words = spoken.Answering;
        return problem is Problem.NotFound
            ? HttpResults.Page<NoticeView>(
                404,
                new
                {
                    Language = spoken.Code,
                    Title = title(words),
                    Text = words.NotFound,
                }
            )
            : HttpResults.PageOf(problem);
    }
}
