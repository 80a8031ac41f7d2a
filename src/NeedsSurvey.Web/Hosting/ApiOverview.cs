using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace NeedsSurvey.Web.Hosting;

/// <summary>What the API's document says of the whole: title, licence, address, keys, rooms.</summary>
internal static class ApiOverview
{
    /// <summary>The name of the way in.</summary>
    public const string Key = "key";

    private const string Words =
        "Send an API key as \"Authorization: Bearer KEY\" to everything under /api/v1; the command create-key makes one. "
        + "Errors are problem details (RFC 9457) with a stable \"code\"; faults of single fields are under \"errors\" by path. "
        + "Lists are {items, next}: next is the cursor of the page that follows, null on the last. "
        + "What is changed whole has an ETag where it is read; sent back as If-Match, it keeps a change from writing over somebody else's. "
        + "Times are RFC 3339 in UTC. Unknown and repeated keys in JSON are refused; answers may get more keys in time. "
        + "\"figures\" says whether counts are true (for whoever may export) or safe, and \"note\" what that means; where a count is null, "
        + "the property of its name with \"Is\" says \"few\" or \"nearly_all\".";

    // In the order of the story.
    private static readonly (string Name, string Words)[] Rooms =
    [
        (
            "Accounts",
            "Organisations, their people, keys and audit log. Organisations are made by people, in the browser: a key belongs to one "
                + "organisation and to no person, so nobody would own what it made."
        ),
        ("Initiatives", "What an effort is for, its community and the community's known shares."),
        ("Surveys", "Questionnaires: templates, drafts, translation, publishing, how people are reached."),
        ("Answering", "What a respondent's program calls. Open to everybody."),
        ("Responses", "Single responses, for those who may read them."),
        ("Results", "What people said, in figures and in their words."),
        ("Export", "Responses as files."),
        ("Needs", "Rankings, the codebook, reading of open answers, who was heard."),
        ("Goals", "Goals, decisions about needs, alignment."),
        ("Reports", "The roadmap, the hearing check, the report."),
        ("Public", "What the community sees and replies to. Open to everybody."),
    ];

    public static Task Add(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        var links = context.ApplicationServices.GetRequiredService<PublicLinks>();
        document.Info = new OpenApiInfo
        {
            Title = "NeedsSurvey",
            Version = ApiDocument.Name,
            Description = Words,
            Contact = new OpenApiContact { Name = "Whoever runs this instance", Url = new Uri(links.Of("/privacy")) },
            License = new OpenApiLicense { Name = "Apache-2.0", Url = new Uri("https://www.apache.org/licenses/LICENSE-2.0") },
        };
        // Not from the request's Host header, which anybody can forge.
        document.Servers = [new OpenApiServer { Url = links.Of("") }];
        document.Tags = Rooms.Select(room => new OpenApiTag { Name = room.Name, Description = room.Words }).ToHashSet();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Key] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API key of one organisation.",
            },
        };
        return Task.CompletedTask;
    }
}
