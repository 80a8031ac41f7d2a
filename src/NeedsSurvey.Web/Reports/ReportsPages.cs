using NeedsSurvey.App;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Domain;
using NeedsSurvey.Web.Initiatives;

namespace NeedsSurvey.Web.Reports;

/// <summary>Stages 3 and 5 as pages, for organisers.</summary>
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
                        new(summary) { TakesUp = [.. takesUp], Revision = form["revision"] },
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
                var answersBy = form["answersBy"].Trim();
                if (answersBy.Length > 0 && TypedDate.Read(answersBy) is null)
                    return view.Draft(
                        request,
                        saved: false,
                        isPublished: false,
                        form,
                        new Problem.Invalid("answersBy", "bad_date", TypedDate.Ask)
                    );
                var draft = new SaveReportDraft.Command(form["title"], form["lead"], disclosure)
                {
                    Translations = ReportTextFields.Read(form),
                    AnswersBy = TypedDate.Read(answersBy),
                    Revision = form["revision"],
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
}
