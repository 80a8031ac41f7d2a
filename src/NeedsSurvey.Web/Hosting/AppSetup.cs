using NeedsSurvey.App;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.Web.Hosting;

/// <summary>What the web program and the verbs share: the database, the clock and the App storey's operations, each once.</summary>
public static class AppSetup
{
    /// <param name="sources">Disposed of by whoever opened them, after the container.</param>
    public static IServiceCollection AddNeedsSurvey(this IServiceCollection services, DataSources sources) =>
        services
            .AddSingleton(sources)
            .AddSingleton<Db>()
            .AddSingleton<DataProtectionKeys>()
            .AddSingleton<DatabaseHealth>()
            .AddSingleton(TimeProvider.System)
            .AddOperations();
}
