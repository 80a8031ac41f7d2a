// Kestrel's limits, logs, pages and JSON: the framework's settings, in one place, each with its reason.

using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Hosting;

/// <summary>Settings of the web framework.</summary>
public static class Framework
{
    /// <summary>Largest request body in bytes, unless an endpoint (an import) says otherwise.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <summary>Where to listen, and how much a stranger may ask of the server.</summary>
    public static void AddKestrel(this WebApplicationBuilder builder, Settings settings)
    {
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            // A phone at the edge of the network is slower than a hostile trickle is long: 100 bytes a second after 15 seconds of grace.
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 100, gracePeriod: TimeSpan.FromSeconds(15));
        });
        // What was accepted is finished before the database goes.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.Configure<FormOptions>(form =>
        {
            // A page may hold 5,000 questions.
            form.ValueCountLimit = 20_000;
            form.ValueLengthLimit = LargestBody;
            form.MultipartBodyLengthLimit = LargestBody;
        });
    }

    /// <summary>
    /// Structured logs on stderr: lines for a terminal, JSON for a collector. Requests are not logged, so no address, agent or path of a
    /// respondent is.
    /// </summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var logging = builder.Logging.ClearProviders();
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Npgsql", LogLevel.Warning);
        // Says at every new key that it is stored as it is; that is decided (it lies in the database that it protects) and documented.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Says on every page with a form that such pages are not cached, which is what we want.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        // What keeps the host from starting or stopping ends on the command line, in a sentence; here it would be a stack before it.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (Console.IsErrorRedirected)
            logging.AddJsonConsole(json => (json.UseUtcTimestamp, json.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ssZ"));
        else
            logging.AddSimpleConsole(simple => (simple.SingleLine, simple.TimestampFormat) = (true, "HH:mm:ss "));
    }

    /// <summary>What pages need: static Razor components, antiforgery, compression, links.</summary>
    public static void AddPages(this IServiceCollection services, Settings settings)
    {
        services.AddRazorComponents();
        // Every script as itself: as entities, a page in Arabic would be six times as heavy. What HTML could read is still encoded.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        services.AddSingleton<Readiness>();
        services.AddSingleton(settings);
        services.AddSingleton<PublicLinks>();
        services.AddDataProtection().SetApplicationName("NeedsSurvey");
        services.AddSingleton<IXmlRepository, StoredKeys>();
        services
            .AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<IXmlRepository>((options, stored) => options.XmlRepository = stored);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = settings.IsHttps ? "__Host-form" : "form";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = settings.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            antiforgery.FormFieldName = "token";
        });
        services.AddResponseCompression(compression =>
        {
            // Pages hold no secret that is the same twice: form tokens are encrypted anew each time.
            compression.EnableForHttps = true;
            compression.MimeTypes =
            [
                "text/html",
                "text/css",
                "text/csv",
                "text/javascript",
                "image/svg+xml",
                "application/json",
                "application/problem+json",
            ];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = System.IO.Compression.CompressionLevel.Fastest);
        // Last, because both data protection and antiforgery register it. The framework would read the keys at start, before the database
        // is migrated or even there; Readiness does it in time.
        services.Remove(
            services.Single(service =>
                service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name == "DataProtectionHostedService"
            )
        );
    }

    /// <summary>
    /// JSON in and out, and its document. Unknown and repeated keys are refused, so that a misspelt key is never silently lost.
    /// </summary>
    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(http => MakeStrict(http.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddApiDocument();
    }

    private static void MakeStrict(JsonSerializerOptions json)
    {
        json.AllowDuplicateProperties = false;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.PropertyNameCaseInsensitive = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.MaxDepth = 32;
        json.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        json.Converters.Add(new EnumWords());
        json.TypeInfoResolver = (json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver())
            .WithAddedModifier(RefuseNullItems)
            .WithAddedModifier(type =>
            {
                // The API's document is made with a copy of these settings, and can describe the framework's own converters only; that
                // null may stand there, ApiSchemas adds.
                if (ReferenceEquals(type.Options, json))
                    NullIsAbsent.Modify(type);
            });
    }

    // Null annotations are respected for properties only; no list of ours has room for a null either.
    private static void RefuseNullItems(JsonTypeInfo type)
    {
        var lists =
            type.Kind == JsonTypeInfoKind.Object
                ? type
                    .Properties.Where(property =>
                        property.Get is not null
                        && typeof(IEnumerable).IsAssignableFrom(property.PropertyType)
                        && property.PropertyType != typeof(string)
                    )
                    .ToList()
                : [];
        if (lists.Count == 0)
            return;
        type.OnDeserialized = read =>
        {
            foreach (var list in lists)
                if (list.Get!(read) is IEnumerable items && items.Cast<object?>().Any(item => item is null))
                    throw new JsonException("A list holds null.", "$." + list.Name, null, null);
        };
    }
}
