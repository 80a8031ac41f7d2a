namespace NeedsSurvey.Web.Hosting;

/// <summary>HEAD: what GET answers without its body, which Kestrel leaves out. Monitors, balancers and link checkers ask so.</summary>
internal static class HeadRequests
{
    /// <summary>Where GET is cheap and leaves no trace: everything that is asked for without an account or a key.</summary>
    public static void UseHeadRequests(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                var path = http.Request.Path;
                if (HttpMethods.IsHead(http.Request.Method) && !path.StartsWithSegments("/api") && !path.StartsWithSegments("/o"))
                    http.Request.Method = HttpMethods.Get;
                return next(http);
            }
        );
}
