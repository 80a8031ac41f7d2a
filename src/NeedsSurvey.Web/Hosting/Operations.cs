// Registers the App storey: the seam to the database and every operation. An operation is a public sealed class with a method Run.

using NeedsSurvey.App.Database;

namespace NeedsSurvey.Web.Hosting;

/// <summary>What the web program and the verbs share.</summary>
public static class Operations
{
    /// <summary>Adds the database, the clock and all operations, each once.</summary>
    public static IServiceCollection AddNeedsSurvey(this IServiceCollection services, DataSources sources)
    {
        services.AddSingleton(sources);
        services.AddSingleton<Db>();
        services.AddSingleton<DataProtectionKeys>();
        services.AddSingleton(TimeProvider.System);
        foreach (var type in typeof(Db).Assembly.GetExportedTypes())
        {
            if (type is { IsClass: true, IsSealed: true, IsAbstract: false } && type.GetMethods().Any(method => method.Name == "Run" && !method.IsStatic)
                && type.GetConstructors() is [var constructor] && constructor.GetParameters().All(parameter => parameter.ParameterType.IsClass || parameter.ParameterType.IsInterface)
                && type.GetMethod("<Clone>$") is null)
                services.AddSingleton(type);
        }
        return services;
    }
}
