using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NeedsSurvey.Domain.Tests.Surveys.Conformance;

namespace NeedsSurvey.Web.Tests.Conformance;

/// <summary>A survey in an organisation: where its editors find it, and its slug.</summary>
/// <param name="Address">The path of its pages.</param>
internal sealed record EditedSurvey(string Address, string Slug);

/// <summary>One site for all types, with an initiative, and in it a survey for each type, so that no type hides another's fault.</summary>
public sealed class ConformanceSite : IAsyncLifetime
{
    /// <summary>People who answer in <see cref="Answered"/>: enough that no count is hidden. Three more do not answer.</summary>
    internal const int People = 12;

    private readonly TestSite site = new();
    private readonly Dictionary<string, Task<EditedSurvey>> answered = [];
    private readonly Dictionary<string, Task<EditedSurvey>> drafts = [];
    private readonly Dictionary<string, IReadOnlyDictionary<string, string[][]>> exports = [];
    private SignedInPerson owner = null!;
    private HttpClient api = null!;
    private PageClient respondent = null!;
    private string initiative = "";

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await site.InitializeAsync();
        owner = await site.SignedIn();
        api = await site.Bearer(owner.Org);
        respondent = site.NewPageClient();
        var made = await Post($"/api/v1/organisations/{owner.Org}/initiatives", """{"title":"Open doors","stance":"allyship"}""");
        initiative = made.GetProperty("id").GetString()!;
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        respondent.Dispose();
        api.Dispose();
        await site.DisposeAsync();
    }

    /// <summary>A published survey of these questions, at its first page.</summary>
    internal async Task<(Page Page, string Slug)> Begin(params string[] questions)
    {
        var slug = await site.Data.Survey(Specimen.Survey(questions));
        return (await (await respondent.Open("/s/" + slug)).Press("Start"), slug);
    }

    /// <summary>The answers of the only response.</summary>
    internal Task<string> Stored(string slug) =>
        site.Database.Db.One<string>("select answers::text from response join survey using (survey_id) where slug = @slug", new { slug });

    /// <summary>A draft of these questions, made as a program makes it.</summary>
    internal async Task<EditedSurvey> Draft(params string[] questions)
    {
        var made = await Post($"/api/v1/initiatives/{initiative}/surveys", $$"""{"definition":{{Specimen.Survey(questions)}} }""");
        var slug = made.GetProperty("slug").GetString()!;
        return new($"/o/{owner.Org}/open-doors/surveys/{slug}", slug);
    }

    /// <summary>A draft of these questions to look at only: the same for all who ask for it.</summary>
    internal Task<EditedSurvey> SharedDraft(params string[] questions)
    {
        var definition = Specimen.Survey(questions);
        if (!drafts.TryGetValue(definition, out var survey))
            drafts[definition] = survey = Draft(questions);
        return survey;
    }

    /// <summary>A draft's definition, byte for byte.</summary>
    internal async Task<string> DefinitionOf(EditedSurvey survey) =>
        (await Get($"/api/v1/surveys/{survey.Slug}")).GetProperty("draft").GetRawText();

    /// <summary>Publishes a draft and sends answers to it.</summary>
    internal async Task<EditedSurvey> Published(EditedSurvey survey, params string[] answers)
    {
        await Post($"/api/v1/surveys/{survey.Slug}/publish", null);
        foreach (var given in answers)
            await Post($"/s/{survey.Slug}/responses", $$"""{"submission":"{{Guid.NewGuid()}}","language":"en","answers":{{given}} }""");
        return survey;
    }

    /// <summary>The specimen, in a repeat too, answered, skipped, declined, not known and not asked.</summary>
    internal Task<EditedSurvey> Answered(Specimen one)
    {
        if (!answered.TryGetValue(one.Kind, out var survey))
            answered[one.Kind] = survey = Make();
        return survey;

        async Task<EditedSurvey> Make() =>
            await Published(
                await Draft(
                    """{"type":"select_one","name":"gate","label":"Go on?","choices":[{"name":"yes","label":"Yes"},"""
                        + """{"name":"no","label":"No"}]}""",
                    $$"""
                    {"type":"group","name":"part","relevant":"${gate} = 'yes'","questions":[{{one.OffersUnknown}},
                     {"type":"repeat","name":"things","label":"Things","questions":[{{one.Named(one.NameInRepeat)}}]}]}
                    """
                ),
                [
                    .. Enumerable.Repeat(
                        $$"""
                        {"gate":"yes","{{one.Kind}}":{{one.Answer}},"things":[{"{{one.NameInRepeat}}":{{one.Answer}} }]}
                        """,
                        People
                    ),
                    """{"gate":"yes"}""",
                    $$"""{"gate":"yes","{{one.Kind}}":{"declined":true} }""",
                    $$"""{"gate":"yes","{{one.Kind}}":{"unknown":true} }""",
                    """{"gate":"no"}""",
                ]
            );
    }

    /// <summary>A page for the organiser.</summary>
    internal Task<Page> Open(string address) => owner.Pages.Open(address);

    /// <summary>JSON for the organiser.</summary>
    internal async Task<JsonElement> Get(string address) => JsonElement.Parse(await api.GetStringAsync(address));

    /// <summary>Whether the API answers, or refuses the address as wrong.</summary>
    internal async Task<bool> Takes(string address)
    {
        using var response = await api.GetAsync(address);
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{response.StatusCode} {address}");
        return response.IsSuccessStatusCode;
    }

    /// <summary>The files of an export by name, each as its records. No cell of these tests' data files holds a comma.</summary>
    internal async Task<IReadOnlyDictionary<string, string[][]>> Export(EditedSurvey survey)
    {
        if (exports.TryGetValue(survey.Slug, out var known))
            return known;
        var bytes = await api.GetByteArrayAsync($"/api/v1/surveys/{survey.Slug}/export?format=zip&preset=analysis");
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var files = new Dictionary<string, string[][]>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            var lines = (await reader.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            files[entry.FullName] = [.. lines.Select(line => line.Split(','))];
        }
        return exports[survey.Slug] = files;
    }

    private async Task<JsonElement> Post(string address, string? json)
    {
        using var body = json is null ? null : new StringContent(json, MediaTypeHeaderValue.Parse("application/json"));
        using var response = await api.PostAsync(address, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, string.Create(CultureInfo.InvariantCulture, $"{response.StatusCode} {address}: {text}"));
        return response.StatusCode == HttpStatusCode.NoContent ? default : JsonElement.Parse(text);
    }
}
