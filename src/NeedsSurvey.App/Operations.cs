using Microsoft.Extensions.DependencyInjection;

namespace NeedsSurvey.App;

/// <summary>
/// Registers every operation of this storey: each public sealed class with a public <c>Run</c>. They hold no state of their own but caches
/// of what never changes, or of what is known to be unchanged, so one instance serves all. Adding an operation is adding its file.
/// </summary>
public static class Operations
{
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        foreach (var type in typeof(Operations).Assembly.GetExportedTypes())
        {
            if (
                type is { IsClass: true, IsSealed: true, IsAbstract: false }
                && type.GetMethods().Any(method => method.Name == "Run" && !method.IsStatic)
            )
                services.AddSingleton(type);
        }
        return services.AddSingleton(new Accounts.Passwords()).AddSingleton<Accounts.SignInThrottle>();
    }
}
