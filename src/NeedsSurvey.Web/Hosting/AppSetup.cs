using NeedsSurvey.App;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.Web.Hosting;

/// <summary>What the web program and the verbs share: the database, the clock and the App storey's operations, each once.</summary>
public static class AppSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddNeedsSurvey(this IServiceCollection services, DataSources sources) =>
        services
            .AddSingleton(sources)
            .AddSingleton<Db>()
            .AddSingleton<DataProtectionKeys>()
            .AddSingleton<DatabaseHealth>()
            .AddSingleton(TimeProvider.System)
            .AddOperations();
}
