using NeedsSurvey.App;

namespace NeedsSurvey.Web.Accounts;

/// <summary>What this room adds to the program: services, the middleware that knows who asks, and its routes.</summary>
public static class AccountsSetup
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<PeopleView>();
        services.AddScoped<KeysView>();
        services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Actor>()
            ?? throw new InvalidOperationException("Only routes of Routes.Api and Routes.Pages have an actor.")
        );
    }

    /// <summary>After routing and before the routes run.</summary>
    public static void UseActors(this IApplicationBuilder app) => app.UseMiddleware<ActorMiddleware>();

    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        app.MapSignedOutPages();
        app.MapAccountPages();
        app.MapOrganisationPages();
        app.MapPeoplePages();
        app.MapKeyPages();
        app.MapAccountsApi();
    }
}
