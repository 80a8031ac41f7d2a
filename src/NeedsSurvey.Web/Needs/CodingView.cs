using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Web.Accounts;
using NeedsSurvey.Web.Initiatives;

namespace NeedsSurvey.Web.Needs;

/// <summary>What the coding pages show, for a first look and for a form that came back.</summary>
internal sealed class CodingView(
    ReadOpenAnswers answers,
    ReadCodebook codebook,
    ProposeNeeds propose,
    ReadCodingAgreement agreement,
    ReadHearingGap gap
)
{
    /// <param name="after">The cursor of the answer before.</param>
    /// <param name="queue">Which answers.</param>
    /// <param name="saved">The answer that was saved before this one (survey, response and field), to be told of and to go back to.</param>
    /// <param name="again">The answer to show instead of the next one.</param>
    public async Task<IResult> Show(InitiativeRequest request, string? after, CodingQueue queue, string? saved, string? again) =>
        (await request.Frame()).Succeeded(out var frame, out var problem)
        && (
            await answers.Run(
                request.Actor,
                frame.InitiativeId,
                unreadOnly: queue == CodingQueue.Second,
                after: after,
                byNobody: queue == CodingQueue.First,
                cancellation: request.Cancellation
            )
        ).Succeeded(out var page, out problem)
        && (await codebook.Run(request.Actor, frame.InitiativeId, request.Cancellation)).Succeeded(out var needs, out problem)
        && (await Named(request, frame.InitiativeId, again)).Succeeded(out var wanted, out problem)
        && (await Named(request, frame.InitiativeId, saved)).Succeeded(out var before, out problem)
        && (await Proposed(request, frame.InitiativeId, queue, wanted ?? (page.Items.Count > 0 ? page.Items[0] : null))).Succeeded(
            out var proposals,
            out problem
        )
            ? HttpResults.Page<ReadPage>(
                new
                {
                    Frame = frame,
                    Answers = wanted is null ? page : page with { Items = [wanted] },
                    Saved = before,
                    Codebook = Living(needs),
                    Queue = queue,
                    Proposals = proposals,
                }
            )
            : HttpResults.PageOf(problem!);

    // Null for none, and for one that is not there any more.
    private async Task<Result<OpenAnswer?>> Named(InitiativeRequest request, Guid initiative, string? answer)
    {
        if (
            answer?.Split(':', 3) is not [var survey, var response, var field]
            || !Guid.TryParse(survey, out var surveyId)
            || !Guid.TryParse(response, out var responseId)
        )
            return default(OpenAnswer?);
        var found = await answers.One(request.Actor, initiative, surveyId, responseId, field, request.Cancellation);
        return found.Problem is Problem.NotFound ? default(OpenAnswer?) : found.Then(one => (OpenAnswer?)one);
    }

    public async Task<IResult> ShowAgain(InitiativeRequest request, PostedForm form, Problem fault)
    {
        if (
            !(await request.Frame()).Succeeded(out var frame, out var problem)
            || !(
                await answers.Run(request.Actor, frame.InitiativeId, unreadOnly: false, after: null, cancellation: request.Cancellation)
            ).Succeeded(out var page, out problem)
            || !(await codebook.Run(request.Actor, frame.InitiativeId, request.Cancellation)).Succeeded(out var needs, out problem)
            || !(await Find(request, frame.InitiativeId, form)).Succeeded(out var one, out problem)
            || !(await Proposed(request, frame.InitiativeId, QueueOf(form["queue"]), one)).Succeeded(out var proposals, out problem)
        )
            return HttpResults.PageOf(problem!);
        return HttpResults.Page<ReadPage>(
            HttpResults.StatusOf(fault),
            new
            {
                Frame = frame,
                Answers = page with
                {
                    Items = [one],
                },
                Codebook = Living(needs),
                Queue = QueueOf(form["queue"]),
                Proposals = proposals,
                Form = form,
                Faults = OnTheirNeeds(fault, ReadForm.Of(form, one)),
            }
        );
    }

    public async Task<IResult> Codebook(
        InitiativeRequest request,
        bool saved,
        PostedForm? form = null,
        Problem? fault = null,
        IReadOnlyList<Fault>? faults = null
    ) =>
        (await request.Frame()).Succeeded(out var frame, out var problem)
        && (await codebook.Run(request.Actor, frame.InitiativeId, request.Cancellation)).Succeeded(out var needs, out problem)
        && (await Agreed(request, frame)).Succeeded(out var agreed, out problem)
            ? HttpResults.Page<CodebookPage>(
                fault is null ? StatusCodes.Status200OK : HttpResults.StatusOf(fault),
                new
                {
                    Frame = frame,
                    Codebook = needs,
                    Agreement = agreed,
                    Saved = saved,
                    MayEdit = request.Actor.May(Permission.EditNeeds, frame.OrganisationId),
                    Form = form ?? PostedForm.Empty,
                    Faults = faults ?? PageFaults.Of(fault),
                }
            )
            : HttpResults.PageOf(problem!);

    public async Task<IResult> Prediction(InitiativeRequest request, PostedForm? form = null, Problem? fault = null) =>
        (await request.Frame()).Succeeded(out var frame, out var problem)
        && (await gap.Run(request.Actor, frame.InitiativeId, null, request.Cancellation)).Succeeded(out var view, out problem)
        && (await codebook.Run(request.Actor, frame.InitiativeId, request.Cancellation)).Succeeded(out var needs, out problem)
            ? HttpResults.Page<PredictionPage>(
                fault is null ? StatusCodes.Status200OK : HttpResults.StatusOf(fault),
                new
                {
                    Frame = frame,
                    View = view,
                    Codebook = Living(needs),
                    MayEdit = request.Actor.May(Permission.EditInitiative, frame.OrganisationId),
                    // The order as a whole has no field; the first place stands for it.
                    Form = form ?? PostedForm.Empty,
                    Faults = PageFaults.Of(fault).Select(one => one.Path == "ranking" ? one with { Path = "place.1" } : one).ToList(),
                }
            )
            : HttpResults.PageOf(problem!);

    public static CodingQueue QueueOf(string? queue) =>
        queue switch
        {
            "second" => CodingQueue.Second,
            "all" => CodingQueue.All,
            _ => CodingQueue.First,
        };

    public static string WordOf(CodingQueue queue) =>
        queue switch
        {
            CodingQueue.Second => "second",
            CodingQueue.All => "all",
            _ => "first",
        };

    // Only where nobody has read yet: who reads a second time reads blind.
    private async Task<Result<Proposals>> Proposed(InitiativeRequest request, Guid initiative, CodingQueue queue, OpenAnswer? answer) =>
        queue == CodingQueue.First && answer is not null
            ? await propose.Run(request.Actor, initiative, answer.Words, request.Cancellation)
            : Proposals.None;

    // The codebook is for all members, how many answers coders read is not.
    private async Task<Result<IReadOnlyList<NeedAgreement>>> Agreed(InitiativeRequest request, InitiativeFrame frame) =>
        request.Actor.May(Permission.Code, frame.OrganisationId)
            ? await agreement.Run(request.Actor, frame.InitiativeId, request.Cancellation)
            : Result.Of<IReadOnlyList<NeedAgreement>>([]);

    /// <summary>The open answer that a posted form is about.</summary>
    public async Task<Result<OpenAnswer>> Find(InitiativeRequest request, Guid initiative, PostedForm form) =>
        Guid.TryParse(form["survey"], out var survey) && Guid.TryParse(form["response"], out var response)
            ? await answers.One(request.Actor, initiative, survey, response, form["field"], request.Cancellation)
            : new Problem.NotFound("open answer");

    // The operation counts codes in the order sent; on the page each need has fields for its words.
    private static List<Fault> OnTheirNeeds(Problem fault, ReadForm read) =>
        [
            .. PageFaults
                .Of(fault)
                .Select(one =>
                    one with
                    {
                        Path = Enumerable
                            .Range(0, read.Fields.Count)
                            .Where(at => one.Path == $"codes[{at}].excerpt")
                            .Select(at => read.Fields[at])
                            .FirstOrDefault(one.Path),
                    }
                ),
        ];

    private static List<NeedEntry> Living(IReadOnlyList<NeedEntry> needs) => [.. needs.Where(need => need.MergedInto is null)];
}

/// <summary>Which open answers a coder is shown: those nobody has read, those others have (blind, for agreement), or all.</summary>
public enum CodingQueue
{
    First,
    Second,
    All,
}
