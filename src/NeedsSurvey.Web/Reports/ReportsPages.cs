using System.Globalization;
using NeedsSurvey.App;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Web.Accounts;
using NeedsSurvey.Web.Goals;
using NeedsSurvey.Web.Initiatives;
using NeedsSurvey.Web.Responses;

namespace NeedsSurvey.Web.Reports;

/// <summary>Stages 3 and 5 as pages, for organisers and for the public.</summary>
internal static class ReportsPages
{
    public static void MapReportsPages(this IEndpointRouteBuilder app)
    {
        var hearing = app.Pages("/o/{org}/{initiative}/hearing");

        hearing
            .MapGet("", ([AsParameters] InitiativeRequest request, string? saved, ReportsView view) =>
                view.Hearing(request, saved is not null)
            )
            .Requires(Permission.View);

        hearing
            .MapPost("", ([AsParameters] InitiativeRequest request, PostedForm form, ReportsView view, PrepareHearingCheck prepare) =>
                view.ChangeHearing(request, form, place =>
                {
                    var summary = form
                        .Names.Where(name => name.StartsWith("summary.", StringComparison.Ordinal))
                        .ToDictionary(name => name["summary.".Length..], name => form[name]);
                    var takesUp = form.All("takes_up").Select(value => Guid.TryParse(value, out var reply) ? reply : Guid.Empty);
                    return prepare.Run(
                        request.Actor,
                        place.InitiativeId,
                        new(summary) { TakesUp = [.. takesUp] },
                        open: form["then"] == "open",
                        request.Cancellation
                    );
                })
            )
            .Requires(Permission.EditNeeds);

        hearing
            .MapPost("/open", ([AsParameters] InitiativeRequest request, PostedForm form, ReportsView view, OpenHearingCheck open) =>
                view.ChangeHearing(request, form, place => open.Run(request.Actor, place.InitiativeId, true, request.Cancellation))
            )
            .Requires(Permission.EditNeeds);

        hearing
            .MapPost("/close", ([AsParameters] InitiativeRequest request, PostedForm form, ReportsView view, OpenHearingCheck open) =>
                view.ChangeHearing(request, form, place => open.Run(request.Actor, place.InitiativeId, false, request.Cancellation))
            )
            .Requires(Permission.EditNeeds);

        hearing
            .MapPost(
                "/corrections/{reply:guid}",
                ([AsParameters] InitiativeRequest request, Guid reply, PostedForm form, ReportsView view, DecideCorrection decide) =>
                    view.ChangeHearing<Done>(request, form, async place =>
                    {
                        if (DecisionOf(form["decision"]) is not { } decided)
                            return new Problem.Invalid($"reason.{reply}", "required", "Choose what comes of this correction.");
                        var decision = new DecideCorrection.Command(decided, form[$"reason.{reply}"]);
                        return (await decide.Run(request.Actor, place.InitiativeId, reply, decision, request.Cancellation)).Problem switch
                        {
                            null => Done.It,
                            // Each correction has a form of its own on the page; the fault belongs to this one.
                            Problem.Invalid invalid => new Problem.Invalid([
                                .. invalid.Faults.Select(fault => fault with { Path = $"{fault.Path}.{reply}" }),
                            ]),
                            var problem => problem,
                        };
                    })
            )
            .Requires(Permission.EditNeeds);

        hearing
            .MapGet("/goals", ([AsParameters] InitiativeRequest request, ReportsView view) => view.GoalHearing(request))
            .Requires(Permission.View);

        hearing
            .MapPost("/goals/open", ([AsParameters] InitiativeRequest request, PostedForm form, ReportsView view, AskAboutGoals ask) =>
                Ask(request, form, view, ask, open: true)
            )
            .Requires(Permission.EditGoals);

        hearing
            .MapPost("/goals/close", ([AsParameters] InitiativeRequest request, PostedForm form, ReportsView view, AskAboutGoals ask) =>
                Ask(request, form, view, ask, open: false)
            )
            .Requires(Permission.EditGoals);

        var report = app.Pages("/o/{org}/{initiative}/report");

        report
            .MapGet("", ([AsParameters] InitiativeRequest request, string? saved, string? published, ReportsView view) =>
                view.Draft(request, saved is not null, published is not null)
            )
            .Requires(Permission.View);

        report
            .MapPost("", ([AsParameters] InitiativeRequest request, PostedForm form, ReportsView view, SaveReportDraft save) =>
            {
                var disclosure = form
                    .Names.Where(name => name is "sponsor" or "recruitment" or "limitations")
                    .ToDictionary(name => name, name => form[name]);
                var draft = new SaveReportDraft.Command(form["title"], form["lead"], disclosure)
                {
                    Translations = ReportTextFields.Read(form),
                    Learned = form.Has(ReportTexts.LearnedKey) ? form[ReportTexts.LearnedKey] : null,
                };
                var publishing = form["then"] == "publish";
                return request.Post(
                    place => save.Run(request.Actor, place.InitiativeId, draft, publishing, form["reason"], request.Cancellation),
                    (place, _) => $"{place.Base}/report?{(publishing ? "published" : "saved")}=1",
                    (_, problem) => view.Draft(request, saved: false, isPublished: false, form, problem)
                );
            })
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
                        problem = (await reply.Run(slug, Told(form, submission, spoken), cancellation)).Problem;
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

                    static ReplyToHearingCheck.Command Told(PostedForm form, Guid submission, string language) =>
                        new(submission, language, form["verdict"], form["correction"])
                        {
                            Version = int.TryParse(form["version"], CultureInfo.InvariantCulture, out var version) ? version : null,
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
            "/h/{slug}/goals",
            async (string slug, string? language, HttpRequest request, ReadOpenGoalHearing read, CancellationToken cancellation) =>
                (await read.Run(slug, cancellation)).Succeeded(out var asked, out var problem)
                    ? HttpResults.Page<GoalsReplyPage>(
                        new
                        {
                            Slug = slug,
                            Hearing = asked,
                            Language = request.Spoken(language),
                            Submission = Guid.NewGuid(),
                        }
                    )
                    : NotHere(problem, request.Spoken(language), words => words.NoHearingTitle)
        );

        open.MapPost(
                "/h/{slug}/goals",
                async (
                    string slug,
                    string? language,
                    HttpRequest request,
                    PostedForm form,
                    ReadOpenGoalHearing read,
                    ReplyToGoals reply,
                    CancellationToken cancellation
                ) =>
                {
                    var spoken = request.Spoken(language);
                    if (!(await read.Run(slug, cancellation)).Succeeded(out var asked, out var problem))
                        return NotHere(problem, spoken, words => words.NoHearingTitle);
                    var submission = Guid.TryParse(form["submission"], out var sent) ? sent : Guid.NewGuid();
                    problem = (await reply.Run(slug, GoalsReplyPage.Read(form, asked, submission, spoken), cancellation)).Problem;
                    var words = KnownLanguages.For(spoken).Hearing;
                    return problem switch
                    {
                        null => Shown(200, []),
                        Problem.Invalid invalid => Shown(
                            400,
                            [
                                .. invalid.Faults.Select(fault =>
                                    fault with
                                    {
                                        Path = "goals",
                                        Message = fault.Code == "too_long" ? words.TooLong : words.GoalsChoose,
                                    }
                                ),
                            ]
                        ),
                        Problem.Gone => Shown(410, []),
                        _ => HttpResults.PageOf(problem),
                    };

                    IResult Shown(int status, IReadOnlyList<Fault> faults) =>
                        HttpResults.Page<GoalsReplyPage>(
                            status,
                            new
                            {
                                Slug = slug,
                                Hearing = asked with
                                {
                                    IsOpen = status != 410 && asked.IsOpen,
                                },
                                Language = spoken,
                                Submission = submission,
                                IsDone = status == 200,
                                Form = form,
                                Faults = faults,
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

        open.MapGet(
            "/s/{slug}/questions",
            async (string slug, string? language, HttpRequest request, ReadPublishedSurvey read, CancellationToken cancellation) =>
                (await read.Run(slug, cancellation: cancellation)).Succeeded(out var asked, out var problem)
                    ? HttpResults.Page<QuestionsPage>(
                        new { Asked = asked, Context = ReportsView.QuestionsOf(asked, asked.Language(language, request.Accepted())) }
                    )
                    : NotHere(problem, request.Spoken(language), words => words.NotFoundTitle)
        );

        open.MapGet("/r/{slug}/report.csv", async (string slug, int? version, ReadReport read, CancellationToken cancellation) =>
            (await read.Run(slug, version, cancellation)).Succeeded(out var published, out var problem)
                ? AlignmentCsv.Csv(published.Content.Alignment, published.Content.Goals, $"{slug}-version-{published.Version}.csv")
                : HttpResults.Of(problem)
        );
    }

    private static Task<IResult> Ask(InitiativeRequest request, PostedForm form, ReportsView view, AskAboutGoals ask, bool open) =>
        request.Post(
            place => ask.Run(request.Actor, place.InitiativeId, open, request.Cancellation),
            (place, _) => $"{place.Base}/hearing/goals",
            (_, problem) => view.GoalHearing(request, form, problem)
        );

    private static CorrectionDecision? DecisionOf(string pressed) =>
        pressed switch
        {
            "accepted" => CorrectionDecision.Accepted,
            "answered" => CorrectionDecision.Answered,
            "not_accepted" => CorrectionDecision.NotAccepted,
            _ => null,
        };

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
