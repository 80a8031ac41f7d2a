// The table of contents: which verbs there are, what the web program is made of, in which order a request passes, and its rooms.

using System.Globalization;
using NeedsSurvey.App.Database;
using NeedsSurvey.Web;
using NeedsSurvey.Web.Accounts;
using NeedsSurvey.Web.Demo;
using NeedsSurvey.Web.Exchange;
using NeedsSurvey.Web.Goals;
using NeedsSurvey.Web.Hosting;
using NeedsSurvey.Web.Initiatives;
using NeedsSurvey.Web.Needs;
using NeedsSurvey.Web.Reports;
using NeedsSurvey.Web.Responses;
using NeedsSurvey.Web.Results;
using NeedsSurvey.Web.Surveys;

if (!OpenFiles.Suffice(Console.Error.WriteLine))
    return 1;
return await CommandLine.Run(
    args,
    serve: ServeVerb.Make(Site.Build),
    others:
    [
        MigrateVerb.Make(),
        UpgradeVerb.Make(),
        CreateKeyVerb.Make(),
        CreatePasswordLinkVerb.Make(),
        DemoVerb.Make(),
        ExportVerb.Make(),
    ]
);

namespace NeedsSurvey.Web
{
    /// <summary>The web program: services, middleware, rooms.</summary>
    public static class Site
    {
        /// <summary>Builds it on a database that need not be there yet; nothing runs until it is started.</summary>
        public static WebApplication Build(Settings settings, DataSources sources) => Build(settings, sources, _ => { });

        /// <param name="more">What tests put in the place of something of the program's.</param>
        public static WebApplication Build(Settings settings, DataSources sources, Action<IServiceCollection> more)
        {
            var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
            builder.AddKestrel(settings);
            builder.AddLogs();
            // Words are written in cultures that the code names; what names none is the same on every machine.
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            builder.Services.AddNeedsSurvey(sources);
            builder.Services.AddPages(settings);
            builder.Services.AddApi();
            builder.Services.AddAccounts();
            builder.Services.AddSurveys();
            builder.Services.AddResults();
            builder.Services.AddNeeds();
            builder.Services.AddGoals();
            builder.Services.AddReports();
            builder.Services.AddExchange(settings);
            more(builder.Services);

            var app = builder.Build();
            app.UseProxies(settings);
            app.UseSecurityHeaders();
            app.UseExceptionBoundary();
            app.UseReadinessGate();
            app.UseResponseCompression();
            app.UseHeadRequests();
            app.UseRouting();
            app.UseActors();

            app.MapHealth();
            app.MapAssets();
            app.MapAccounts();
            app.MapInitiatives();
            app.MapSurveys();
            app.MapResponses();
            app.MapAnswering();
            app.MapTrialPages();
            app.MapResults();
            app.MapNeeds();
            app.MapGoals();
            app.MapReports();
            app.MapReceipts();
            app.MapExchange();
            app.MapDemo();
            app.MapApiDocument();
            return app;
        }
    }
}
