namespace NeedsSurvey.Web.Goals;

/// <summary>What this room adds to the program: goals, decisions and alignment, as JSON and as pages.</summary>
public static class GoalsSetup
{
    public static void AddGoals(this IServiceCollection services) => services.AddSingleton<GoalPageView>();

    public static void MapGoals(this IEndpointRouteBuilder app)
    {
        app.MapGoalsApi();
        app.MapGoalsPages();
    }
}
