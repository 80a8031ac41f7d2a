// What became of my words: a person enters the code that only they have. The code travels in the body of POSTs alone, so it is in no
// address, no history and no log. There is no limiter: a code has 80 bits, and guessing is as hopeless at a million tries a second as at
// one.

using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Web.Reports;

/// <summary>The receipt's pages, and the same as JSON.</summary>
public static class ReceiptEndpoints
{
    /// <summary>Values of the buttons.</summary>
    public const string Withdraw = "withdraw";
    public const string Confirm = "confirm";

    public static void MapReceipts(this IEndpointRouteBuilder app)
    {
        var pages = app.Public("/receipt").ExcludeFromDescription();
        pages.MapGet("", (string? language, HttpRequest request) => Ask(request.Spoken(language), null));
        pages.MapPost("", Show);

        app.Public("/receipt/status")
            .WithTags("Answering")
            .MapPost("", async (StatusBody body, FollowReceipt follow, CancellationToken cancellation) =>
                (await follow.Run(body.Receipt, cancellation)).Ok()
            )
            .Refuses(StatusCodes.Status404NotFound)
            .WithName("followReceipt")
            .WithSummary("What became of a response, for whoever holds its receipt.");
    }

    /// <param name="Receipt">The code, as the person has it.</param>
    public sealed record StatusBody(SecretText Receipt);

    private static async Task<IResult> Show(
        PostedForm form,
        HttpRequest request,
        FollowReceipt follow,
        FollowReply followReply,
        TakeBack takeBack,
        CancellationToken cancellation
    )
    {
        var (code, language) = (form["code"], request.Spoken(form["language"]));
        if (string.IsNullOrWhiteSpace(code))
            return Ask(language, KnownLanguages.For(language).Receipt.Empty);
        if (form["do"] == Confirm && (await takeBack.Run(code, cancellation)).Problem is { } refused)
            return Refuse(refused, language);
        if ((await followReply.Run(code, cancellation)).Value is { } reply)
            return HttpResults.Page<ReplyView>(
                new
                {
                    Language = language,
                    Code = code,
                    Reply = reply,
                    Asks = form["do"] == Withdraw,
                }
            );
        if (!(await follow.Run(code, cancellation)).Succeeded(out var story, out var problem))
            return Refuse(problem, language);
        return form["do"] == Withdraw && !story.IsWithdrawn
            ? HttpResults.Page<ConfirmView>(
                new
                {
                    Language = language,
                    Code = code,
                    story.IsIndividual,
                }
            )
            : HttpResults.Page<StoryView>(
                new
                {
                    Language = language,
                    Code = code,
                    Story = story,
                }
            );
    }

    private static IResult Ask(string language, string? error) =>
        HttpResults.Page<AskView>(
            error is null ? StatusCodes.Status200OK : StatusCodes.Status404NotFound,
            new { Language = language, Error = error }
        );

    private static IResult Refuse(Problem problem, string language) =>
        problem is Problem.NotFound ? Ask(language, KnownLanguages.For(language).Receipt.Unknown) : HttpResults.PageOf(problem);
}
