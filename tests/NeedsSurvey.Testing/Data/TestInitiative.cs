using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Testing;

/// <summary>An initiative of <see cref="TestOrganisation"/>, where its owner does things.</summary>
/// <param name="Slug">As in addresses.</param>
public sealed record TestInitiative(TestOrganisation Organisation, Guid Id, string Slug)
{
    private static readonly Dictionary<string, string> Disclosed = new()
    {
        ["sponsor"] = "Nobody paid.",
        ["recruitment"] = "Posters and word of mouth.",
        ["limitations"] = "People without a phone were missed.",
    };

    private TestData Data => Organisation.Data;

    /// <summary>The slug of its survey, when it is <see cref="TestOrganisation.Listening"/>.</summary>
    public string Survey { get; init; } = "";

    /// <summary>The same survey's id.</summary>
    public Guid SurveyId { get; init; }

    /// <summary>A new draft's slug.</summary>
    public async Task<string> Draft(SurveyDefinition definition, string? title = null) =>
        (await Data.Get<CreateSurvey>().Run(Organisation.Owner, Id, new(title, definition), default)).OrThrow().Slug;

    /// <summary>One person's response; null parts are skipped. Ratings are "importance satisfaction" on 1 to 5.</summary>
    public async Task Answer(
        string? housing = null,
        string? buses = null,
        string? welcome = null,
        string? story = null,
        string? age = null,
        bool mayQuote = false,
        string language = "en"
    )
    {
        var answers = new Dictionary<string, object>();
        var grid = new[] { ("housing", housing), ("buses", buses), ("welcome", welcome) }
            .Where(row => row.Item2 is not null)
            .ToDictionary(row => row.Item1, row => new { importance = row.Item2![0] - '0', satisfaction = row.Item2[2] - '0' });
        if (grid.Count > 0)
            answers["needs"] = grid;
        if (story is not null)
            answers["story"] = story;
        if (age is not null)
            answers["age"] = age;
        var json = JsonSerializer.SerializeToElement(answers);
        var command = new SubmitResponse.Command(Survey, Guid.NewGuid(), language, json) { MayQuote = mayQuote };
        (await Data.Get<SubmitResponse>().Run(command)).OrThrow();
    }

    /// <summary>So many people who answer alike.</summary>
    public async Task Answers(int times, string? housing = null, string? buses = null, string? story = null, string? age = null)
    {
        for (var i = 0; i < times; i++)
            await Answer(housing, buses, story: story, age: age);
    }

    /// <summary>The answers in words, as a coder reads them.</summary>
    public Task<Result<OpenAnswers>> Read(Actor coder, bool unread = true, string? after = null) =>
        Data.Get<ReadOpenAnswers>().Run(coder, Id, unread, after: after);

    /// <summary>What a coder finds in an answer.</summary>
    public Task<Result<Done>> Code(Actor coder, OpenAnswer answer, params CodeAnswer.Code[] codes) =>
        Data.Get<CodeAnswer>().Run(coder, Id, new(answer.SurveyId, answer.ResponseId, answer.Field, codes));

    /// <summary>A goal's draft; strengths are 0, for no link, or 1, 3, 9.</summary>
    public async Task<Guid> Goal(string title = "Homes first", int housing = 9, int pillar = 9, string reason = "It lowers rents.")
    {
        var goal = Guid.NewGuid();
        (
            await Data.Get<SaveGoal>()
                .Run(
                    Organisation.Owner,
                    Id,
                    goal,
                    new()
                    {
                        Title = title,
                        Needs = housing > 0 ? [new("housing", housing, reason)] : [],
                        Pillars = pillar > 0 ? [new(Organisation.Pillars[0], pillar, "It is what we are for.")] : [],
                    }
                )
        ).OrThrow();
        return goal;
    }

    /// <summary>A goal that was adopted; there must be evidence.</summary>
    public async Task<Guid> AdoptedGoal(string title = "Homes first", int housing = 9, int pillar = 9)
    {
        var goal = await Goal(title, housing, pillar);
        (await Data.Get<AdoptGoal>().Run(Organisation.Owner, Id, goal)).OrThrow();
        return goal;
    }

    /// <summary>Prepares what the community is asked about what was heard, and does not ask yet; answers the page's slug.</summary>
    /// <param name="summary">In English.</param>
    public async Task<string> HearingCheck(string summary)
    {
        var words = new Dictionary<string, string> { ["en"] = summary, ["es"] = "" };
        (await Data.Get<PrepareHearingCheck>().Run(Organisation.Owner, Id, new(words))).OrThrow();
        return (await Data.Get<ReadHearingCheck>().Run(Organisation.Owner, Id)).OrThrow()!.Slug;
    }

    /// <summary>So many replies to a hearing check that is open.</summary>
    public async Task Replies(string slug, int yes = 0, int partly = 0, int no = 0, string correction = "")
    {
        foreach (var (verdict, times) in new[] { ("yes", yes), ("partly", partly), ("no", no) })
            for (var i = 0; i < times; i++)
                (await Data.Get<ReplyToHearingCheck>().Run(slug, new(Guid.NewGuid(), "en", verdict, correction))).OrThrow();
    }

    /// <summary>Asks the community what was heard; answers the page's slug.</summary>
    public async Task<string> OpenHearingCheck(string summary = "Rent is too high.")
    {
        var slug = await HearingCheck(summary);
        (await Data.Get<OpenHearingCheck>().Run(Organisation.Owner, Id, open: true)).OrThrow();
        return slug;
    }

    /// <summary>Writes a report and tries to publish it.</summary>
    public async Task<Result<PublishReport.Published>> Report(
        Dictionary<string, string>? disclosure = null,
        string? reason = null,
        string lead = "Rent, above all."
    )
    {
        var draft = new SaveReportDraft.Command("What we heard", lead, disclosure ?? Disclosed);
        (await Data.Get<SaveReportDraft>().Run(Organisation.Owner, Id, draft)).OrThrow();
        return await Data.Get<PublishReport>().Run(Organisation.Owner, Id, reason);
    }
}
