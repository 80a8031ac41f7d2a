// The public survey as pages. A GET shows where it starts; everything after is POSTed to the same address with the answers so far in the
// form, so that it works without script and without a cookie. The history holds the survey's address and no answer; a browser without
// script may keep the last pages in memory until its window is closed, which /privacy says.

using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using NeedsSurvey.App;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Web.Responses;

/// <summary>Pages for people who answer.</summary>
public static class AnsweringEndpoints
{
    public static void MapAnswering(this IEndpointRouteBuilder app)
    {
        var pages = app.Public("/s/{slug}").ExcludeFromDescription();
        pages.MapGet("", Start);
        pages
            .MapPost("", Step)
            .DisableAntiforgery()
            .TakesLongAnswers()
            .WithMetadata(new FormLanguage(form => AnsweringState.Read(form.GetValueOrDefault(AnsweringState.Field))?.Language));
        app.Public("/privacy")
            .ExcludeFromDescription()
            .MapGet("", (string? language, HttpRequest request) =>
                HttpResults.Page<PrivacyView>(new { Language = request.Spoken(language) })
            );
    }

    /// <summary>Room for all that people write, where everything else takes a megabyte.</summary>
    internal static RouteHandlerBuilder TakesLongAnswers(this RouteHandlerBuilder route) =>
        route
            .WithMetadata(new RequestSizeLimitAttribute(AnsweringState.LargestForm))
            .WithFormOptions(valueCountLimit: 20_000, valueLengthLimit: AnsweringState.LargestForm);

    private static async Task<IResult> Start(
        string slug,
        string? language,
        HttpRequest request,
        ReadPublishedSurvey surveys,
        CancellationToken cancellation
    )
    {
        if (!(await surveys.Run(slug, null, cancellation)).Succeeded(out var survey, out _))
            return NotFound(request.Spoken(language));
        var spoken = survey.Language(language, request.Accepted());
        return survey.IsOpen
            ? Page(survey, new AnsweringView.Start(AnsweringState.Begin(survey.Version, spoken)))
            : Closed(survey, spoken, []);
    }

    private static async Task<IResult> Step(
        string slug,
        PostedForm form,
        HttpRequest request,
        ReadPublishedSurvey surveys,
        FindSubmission find,
        SubmitResponse submit,
        DataSources sources,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (AnsweringState.Read(form[AnsweringState.Field]) is not { } state)
            return Damaged(slug, request.Spoken(null));
        if (!(await surveys.Run(slug, state.Version, cancellation)).Succeeded(out var survey, out var problem))
            return problem is Problem.NotFound ? NotFound(state.Language) : Damaged(slug, state.Language);

        state = state with { Language = survey.Language(state.Language, []) };
        var fields = form.Names.ToDictionary(name => name, IReadOnlyList<string> (name) => [.. form.All(name).OfType<string>()]);
        var shown = new AnsweringFlow(survey, state, fields, clock.GetUtcNow()).Step();
        if (shown is AnsweringView.Submit { Draft: var draft })
            return await Submit(survey, shown.State, draft, submit, sources, cancellation);
        if (await find.Run(survey.SurveyId, state.Submission, cancellation) is { } arrived)
            return arrived.IsWithdrawn ? TakenBack(slug, state.Language) : Thanks(survey, state.Language, arrived.Sent, again: true);
        return survey.IsOpen ? Page(survey, shown) : Closed(survey, state.Language, AnswerLines.Kept(survey, shown));
    }

    private static async Task<IResult> Submit(
        PublishedSurvey survey,
        AnsweringState state,
        Domain.Responses.ResponseState draft,
        SubmitResponse submit,
        DataSources sources,
        CancellationToken cancellation
    )
    {
        var command = new SubmitResponse.Command(survey.Slug, state.Submission, state.Language, JsonElement.Parse(draft.Given()))
        {
            MayQuote = state.MayQuote,
            Version = state.Version,
        };
        Result<SubmitResponse.Submitted> result;
        try
        {
            result = await submit.Run(command, cancellation);
        }
        catch (Exception fault) when (Outage.Of(fault) is { } outage)
        {
            // The general page for outages would leave the answers behind; this one still holds them.
            result = outage;
        }
        if (result.Succeeded(out var submitted, out var problem))
            return Thanks(survey, state.Language, submitted, hasCopy: !sources.LacksItsStandby);
        var check = new AnsweringView.Check(state with { Page = AnsweringState.CheckPage }, draft);
        // Two windows with one submission: what the second one says is kept, and sent only when somebody says that it shall be.
        if (problem is Problem.Conflict { Code: (SubmitResponse.SubmissionUsed or SubmitResponse.SubmissionWithdrawn) and var code })
            return Page(
                survey,
                check with
                {
                    State = check.State with { Submission = Guid.NewGuid() },
                    Faults = [SentBefore(survey, state, code)],
                },
                StatusCodes.Status409Conflict
            );
        return problem switch
        {
            Problem.Invalid invalid => Page(survey, check with { Faults = invalid.Faults }),
            Problem.Unavailable => Page(
                    survey,
                    check with
                    {
                        Faults = [NotStored(state.Language)],
                    },
                    StatusCodes.Status503ServiceUnavailable
                )
                .With(problem),
            Problem.Gone => Closed(survey, state.Language, AnswerLines.Kept(survey, check)),
            _ => HttpResults.PageOf(problem),
        };
    }

    private static IResult Page(PublishedSurvey survey, AnsweringView shown, int status = StatusCodes.Status200OK) =>
        shown switch
        {
            AnsweringView.Start start => HttpResults.Page<StartView>(new { Survey = survey, View = start }),
            AnsweringView.Question question => HttpResults.Page<QuestionPage>(new { Survey = survey, View = question }),
            AnsweringView.Delete ask => HttpResults.Page<DeletePage>(new { Survey = survey, View = ask }),
            AnsweringView.Check check => HttpResults.Page<CheckView>(status, new { Survey = survey, View = check }),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static IResult Thanks(
        PublishedSurvey survey,
        string language,
        SubmitResponse.Submitted submitted,
        bool again = false,
        bool hasCopy = true
    ) =>
        HttpResults.Page<ThanksView>(
            new
            {
                Survey = survey,
                Language = language,
                Submitted = submitted,
                Again = again,
                HasCopy = hasCopy,
            }
        );

    // What somebody had answered when the survey closed is theirs: it is shown once more, since nothing else has it.
    private static IResult Closed(PublishedSurvey survey, string language, IReadOnlyList<CheckedLine> kept)
    {
        var (spoken, words) = Speech(language);
        return survey.ReportSlug is { } report
            ? Notice(StatusCodes.Status410Gone, spoken, words.ClosedTitle, words.Closed, "/r/" + report, words.ReadReport, kept, survey)
            : Notice(
                StatusCodes.Status410Gone,
                spoken,
                words.ClosedTitle,
                $"{words.Closed} {words.ReportWillCome}",
                kept: kept,
                survey: survey
            );
    }

    private static IResult NotFound(string language)
    {
        var (spoken, words) = Speech(language);
        return Notice(StatusCodes.Status404NotFound, spoken, words.NotFoundTitle, words.NotFound);
    }

    private static IResult TakenBack(string slug, string language)
    {
        var (spoken, words) = Speech(language);
        var start = "/s/" + Uri.EscapeDataString(slug);
        return Notice(StatusCodes.Status410Gone, spoken, spoken.Receipt.Withdrawn, spoken.Receipt.WithdrawnWhat, start, words.StartAgain);
    }

    private static IResult Damaged(string slug, string language)
    {
        var (spoken, words) = Speech(language);
        var start = "/s/" + Uri.EscapeDataString(slug);
        return Notice(StatusCodes.Status400BadRequest, spoken, words.DamagedTitle, words.Damaged, start, words.StartAgain);
    }

    private static IResult Notice(
        int status,
        Language spoken,
        string title,
        string text,
        string? href = null,
        string? link = null,
        IReadOnlyList<CheckedLine>? kept = null,
        PublishedSurvey? survey = null
    )
    {
        var page = new
        {
            Language = spoken.Code,
            Title = title,
            Text = text,
            Href = href,
            Link = link,
            Kept = kept ?? [],
            Survey = survey,
        };
        return HttpResults.Page<NoticeView>(status, page);
    }

    private static Fault NotStored(string language) => new("", "unavailable", KnownLanguages.For(language).Answering.NotStoredNow);

    private static Fault SentBefore(PublishedSurvey survey, AnsweringState state, string code)
    {
        var words = KnownLanguages.For(state.Language).Answering;
        return new(
            "",
            code,
            code == SubmitResponse.SubmissionWithdrawn
                ? words.SentAndTakenBack
                : words.SentOtherwise($"\u2068{Receipt.Of(survey.SurveyId, state.Submission)}\u2069")
        );
    }

    private static (Language Spoken, AnsweringWords Words) Speech(string language)
    {
        var spoken = KnownLanguages.For(language);
        return (spoken, spoken.Answering);
    }
}
