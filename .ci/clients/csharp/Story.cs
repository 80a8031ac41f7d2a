// The whole story through a client made from the API's document by NSwag, with System.Text.Json.

using System.Net.Http.Headers;
using System.Text;
using NeedsSurvey.Client;

var address = Environment.GetEnvironmentVariable("API");
using var keyed = new HttpClient();
keyed.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("KEY"));
using var bare = new HttpClient();
var api = new Api(keyed) { BaseUrl = address };
var anyone = new Api(bare) { BaseUrl = address };

static void Equal<T>(T expected, T seen, string what)
{
    if (!EqualityComparer<T>.Default.Equals(expected, seen))
        throw new InvalidOperationException($"{what}: {seen} instead of {expected}");
}

var scale = Enumerable.Range(1, 5).Select(value => new { value, label = $"{value}" }).ToArray();
var definition = new SurveyDefinition
{
    Title = "What matters here",
    Languages = ["en"],
    Questions =
    [
        new Questions
        {
            Type = "need_grid",
            Name = "needs",
            AdditionalProperties = new Dictionary<string, object>
            {
                ["label"] = "Needs",
                ["rows"] = new[] { new { name = "housing", label = "Housing" }, new { name = "buses", label = "Buses" } },
                ["importance"] = new { label = "How important?", scale },
                ["satisfaction"] = new { label = "How well?", scale },
            },
        },
        new Questions
        {
            Type = "text",
            Name = "story",
            AdditionalProperties = new Dictionary<string, object> { ["label"] = "What is going on?", ["story"] = true },
        },
    ],
};

var org = (await api.ListOrganisationsAsync()).Items.First().Slug;
var pillars = (await api.GetOrganisationAsync(org)).Pillars;
var initiative = (
    await api.CreateInitiativeAsync(
        org,
        new InitiativeFields
        {
            Title = "What the valley needs (C#)",
            Stance = Stance.Allyship,
            Community = "Everyone",
            MinimumResponses = 15,
        }
    )
).Id;
Equal(Stance.Allyship, (await api.GetInitiativeAsync(initiative)).Stance, "the stance");
var survey = (await api.CreateSurveyAsync(initiative, new NewSurveyBody { Title = "Valley", Definition = definition })).Id.ToString();
var slug = (await api.PublishSurveyAsync(survey, new PublishSurveyCommand())).Slug;
var published = await anyone.GetPublishedSurveyAsync(slug);
Equal(SurveyState.Open, published.State, "the survey");
Equal(2, published.Definition.Questions.Count, "questions");
for (var i = 0; i < 15; i++)
{
    var grid = new { housing = new { importance = 5, satisfaction = 1 }, buses = new { importance = 3, satisfaction = 1 + i % 5 } };
    var sent = await anyone.SubmitResponseAsync(
        slug,
        new SubmissionBody
        {
            Submission = Guid.NewGuid(),
            Language = "en",
            Answers = new Dictionary<string, object> { ["needs"] = grid },
        }
    );
    Equal(0, sent.Dropped.Count, "dropped answers");
}

var results = await api.GetResultsAsync(survey);
Equal(15, results.Responses, "responses");
Equal(FigureKind.True, results.Figures, "figures");
var needs = await api.GetNeedsAsync(initiative);
Equal("housing", needs.Chosen?.Rows.First().Need, "the first need");

var goal = Guid.NewGuid();
await api.SaveGoalAsync(
    initiative,
    goal,
    new SaveGoalCommand
    {
        Title = "A renters' fund",
        LedBy = "the tenants' group",
        Effort = 3,
        Needs = [new SaveGoalNeedLink { Need = "housing", Strength = 9, Reason = "It keeps people in their homes." }],
        Pillars = [new SaveGoalPillarLink { Pillar = pillars.First().Id, Strength = 9, Reason = "It is what we are for." }],
    }
);
await api.AdoptGoalAsync(initiative, goal, new AdoptBody());
Equal(1, (await api.GetAlignmentAsync(initiative)).Board.Goals.Count, "goals in the alignment");

await api.SaveHearingCheckAsync(
    initiative,
    new PrepareHearingCheckCommand { Summary = new Dictionary<string, string> { ["en"] = "Homes cost too much." } }
);
await api.OpenHearingCheckAsync(initiative);
var check = await api.GetHearingCheckAsync(initiative);
await anyone.ReplyToHearingCheckAsync(
    check.Slug,
    new ReplyToHearingCheckCommand { Submission = Guid.NewGuid(), Language = "en", Verdict = "yes" }
);
await api.SaveReportDraftAsync(
    initiative,
    new SaveReportDraftCommand
    {
        Title = "What the valley said",
        Lead = "Homes first.",
        Disclosure = new Dictionary<string, string> { ["sponsor"] = "Ourselves." },
    }
);
Equal(true, (await api.GetReportDraftAsync(initiative)).Blank.Count > 0, "blanks of the report");

foreach (var (format, atLeast) in new[] { ("csv", 300), ("zip", 1000) })
{
    using var file = await api.ExportResponsesAsync(survey, format);
    using var whole = new MemoryStream();
    await file.Stream.CopyToAsync(whole);
    Equal(true, whole.Length > atLeast, format);
    if (format == "csv")
        Equal(16, Encoding.UTF8.GetString(whole.ToArray()).TrimEnd().Split("\r\n").Length, "lines of the CSV");
}

try
{
    await api.GetSurveyAsync("nowhere");
    throw new InvalidOperationException("A survey was found that is not there.");
}
catch (ApiException<Problem> problem)
{
    Equal((404, "not_found"), (problem.StatusCode, problem.Result.Code), "a survey that is not there");
}
Console.WriteLine("the story ran to its end through NSwag");
