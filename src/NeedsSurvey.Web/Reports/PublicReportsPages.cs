using System.Globalization;
using NeedsSurvey.App;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Web.Goals;
using NeedsSurvey.Web.Responses;

namespace NeedsSurvey.Web.Reports;

/// <summary>What the public sees of stages 3 and 5, by link and without an account: hearing checks, reports, the questions.</summary>
internal static class PublicReportsPages
{
    public static void MapPublicReportsPages(this IEndpointRouteBuilder app)
    {
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
                    var submission = form.Id("submission") ?? Guid.NewGuid();
                    if (form[HearingReplyPage.Speak].Length > 0)
                        return Again(check.IsOpen ? 200 : 410, [], null);
                    if ((await reply.Run(slug, Told(form, submission, spoken), cancellation)).Succeeded(out var replied, out problem))
                        return HttpResults.Page<HearingThanksPage>(
                            new
                            {
                                Check = check,
                                Language = spoken,
                                Code = replied.Receipt.Reveal(),
                            }
                        );
                    return Refused(problem, KnownLanguages.For(spoken).Say, Again);

                    static ReplyToHearingCheck.Command Told(PostedForm form, Guid submission, string language) =>
                        new(submission, language, form["verdict"], form["correction"])
                        {
                            // A form that was open before versions were sent has none; what is none is of no version that there is.
                            Version = form["version"].Length == 0 ? null : Number(form["version"]) ?? 0,
                            Answered = form["answered"] switch
                            {
                                "yes" => true,
                                "no" => false,
                                _ => null,
                            },
                            CouldSay = Number(form["could_say"]),
                            TakenSeriously = Number(form["taken_seriously"]),
                        };

                    IResult Again(int status, IReadOnlyList<Fault> faults, string? before) =>
                        HttpResults.Page<HearingReplyPage>(
                            status,
                            new
                            {
                                Slug = slug,
                                Check = check with
                                {
                                    IsOpen = status != 410 && check.IsOpen,
                                },
                                Language = spoken,
                                Submission = before is null ? submission : Guid.NewGuid(),
                                Note = SentBefore(before, KnownLanguages.For(spoken).HearingOf(check.IsIndividual)),
                                Verdict = form["verdict"],
                                Correction = form["correction"],
                                Besides = (form["answered"], form["could_say"], form["taken_seriously"]),
                                Faults = faults,
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
                    var spoken = request.Spoken(form[HearingReplyPage.Speak] is { Length: > 0 } other ? other : language);
                    if (!(await read.Run(slug, cancellation)).Succeeded(out var asked, out var problem))
                        return NotHere(problem, spoken, words => words.NoHearingTitle);
                    var words = KnownLanguages.For(spoken).HearingOf(asked.IsIndividual);
                    var submission = form.Id("submission") ?? Guid.NewGuid();
                    if (form[HearingReplyPage.Speak].Length > 0)
                        return Again(asked.IsOpen ? 200 : 410, [], null);
                    if (GoalsReplyPage.HasWordsAlone(form, asked))
                        return Again(400, [new Fault("goals", "words_alone", words.GoalWordsAlone)], null);
                    var command = GoalsReplyPage.Read(form, asked, submission, spoken);
                    if ((await reply.Run(slug, command, cancellation)).Succeeded(out var replied, out problem))
                        return Shown(200, [], null, replied.Receipt.Reveal());
                    return Refused(problem, KnownLanguages.For(spoken).SayOfGoals, Again);

                    IResult Again(int status, IReadOnlyList<Fault> faults, string? before) => Shown(status, faults, before, null);

                    IResult Shown(int status, IReadOnlyList<Fault> faults, string? before, string? code) =>
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
                                Submission = before is null ? submission : Guid.NewGuid(),
                                Code = code,
                                Note = SentBefore(before, words),
                                Form = form,
                                Faults = faults,
                            }
                        );
                }
            )
            .DisableAntiforgery();

        open.MapGet(
            "/r/{slug}",
            async (
                string slug,
                int? version,
                string? language,
                HttpRequest request,
                ReadReport read,
                TimeProvider clock,
                CancellationToken cancellation
            ) =>
                (await read.Run(slug, version, cancellation)).Succeeded(out var published, out var problem)
                    ? HttpResults.Page<ReportPage>(
                        new
                        {
                            Report = published,
                            Language = request.Spoken(language),
                            Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
                        }
                    )
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

    private static int? Number(string typed) => int.TryParse(typed, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A reply that was not taken, with what they wrote; closed meanwhile, with the way to the report.</summary>
    /// <param name="again">The page once more: its status, what is wrong, and the code of what stands already.</param>
    private static IResult Refused(Problem problem, Func<Fault, Fault> say, Func<int, IReadOnlyList<Fault>, string?, IResult> again) =>
        problem switch
        {
            Problem.Conflict conflict => again(409, [], conflict.Code),
            Problem.Invalid invalid => again(400, [.. invalid.Faults.Select(say)], null),
            Problem.Gone => again(410, [], null),
            _ => HttpResults.PageOf(problem),
        };

    // A page that was sent before, changed and sent again: nothing is lost, and nothing passes for stored that is not.
    private static string SentBefore(string? code, HearingWords words) =>
        code switch
        {
            null => "",
            "taken_back" => words.TakenBack,
            _ => words.SentOtherwise,
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
