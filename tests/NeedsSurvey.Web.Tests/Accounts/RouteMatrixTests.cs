// Every management route × every role × own organisation, a foreign one, nobody (threat-model.md 13 to 16). The routes come from the
// program's own table, so a new one is walked as soon as it is mapped; it says by .Requires(Permission.X) what its operation asks for,
// and this test holds it to that.

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Patterns;
using NeedsSurvey.App;

namespace NeedsSurvey.Web.Tests.Accounts;

public sealed partial class RouteMatrixTests(TestSite site) : IClassFixture<TestSite>
{
    // Routes of a person's own things: they belong to no organisation, so no permission is asked for.
    private static readonly HashSet<string> OwnThings =
    [
        "GET /account",
        "POST /account/name",
        "POST /account/password",
        "POST /account/close",
        "POST /sign-out",
        "POST /demo/practice",
        "POST /demo/leave",
        "GET /organisations",
        "POST /organisations",
        "GET /api/v1/organisations",
    ];

    // Every role by turns, so that each meets most routes.
    private readonly Turns<Role> roles = new(Enum.GetValues<Role>(), few: 1);

    private readonly List<string> wrong = [];

    [Fact]
    public void Every_management_route_says_which_permission_it_needs()
    {
        var silent = Managed().Where(route => route.Needs is null && !OwnThings.Contains(Trimmed(route))).Select(route => route.ToString());
        Assert.Empty(silent);
    }

    [Fact]
    public async Task Whoever_lacks_the_permission_is_refused_everywhere_before_a_row_changes()
    {
        var own = await OneOfEverything.New(site);
        var foreign = await OneOfEverything.New(site);
        var before = await Rows.Fingerprint(site);
        foreach (var route in Managed().Where(route => route.Needs is not null))
        {
            await Nobody(route, own);
            foreach (var role in roles.Next())
            {
                await Stranger(route, role, own, foreign);
                if (!Permissions.Of(role).Contains(route.Needs!.Value))
                    await Expect(HttpStatusCode.Forbidden, route, role, own, own.Values, "own organisation, without the permission");
            }
            if (await Rows.Fingerprint(site) is var after && after != before)
                wrong.Add($"{route}: a refused call changed a row");
            before = after;
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_foreign_child_of_ones_own_parent_is_not_found_before_a_row_changes()
    {
        var own = await OneOfEverything.New(site);
        var foreign = await OneOfEverything.New(site);
        var before = await Rows.Fingerprint(site);
        foreach (
            var route in Managed()
                .Where(route =>
                    route.Needs is not null && OwnedParameters(route).Count > 1 && !RouteSamples.MakeByName.Contains(route.ToString())
                )
        )
        {
            foreach (var child in OwnedParameters(route).Skip(1))
                await Expect(
                    HttpStatusCode.NotFound,
                    route,
                    Role.Owner,
                    own,
                    new Dictionary<string, string>(own.Values) { [child] = foreign.Values[child] },
                    $"own parent, foreign {child}"
                );
            if (await Rows.Fingerprint(site) is var after && after != before)
                wrong.Add($"{route}: a refused call changed a row");
            before = after;
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_role_with_the_permission_gets_through()
    {
        var shared = await OneOfEverything.New(site);
        foreach (var route in Managed().Where(route => route.Needs is not null))
        foreach (var role in roles.Next().Where(role => Permissions.Of(role).Contains(route.Needs!.Value)))
        {
            // What one call removes, the next must still find.
            var world = route.IsUnsafe ? await OneOfEverything.New(site) : shared;
            var (status, body) = await Call(route, role, world, world.Values);
            if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound || (int)status >= 500)
                wrong.Add($"{route}{route.Query} as {role}: {(int)status} {Short(body)}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task No_cookie_opens_the_API()
    {
        var own = await OneOfEverything.New(site);
        foreach (var route in Managed().Where(route => route.Kind == Routes.Kind.Api && route.Needs is not null))
        {
            using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Address(own.Values));
            request.Headers.Add("Cookie", "needssurvey=" + own.Sessions[Role.Owner]);
            if (route.IsUnsafe)
                request.Content = RouteTable.BodyOf(site, route, own.Values);
            using var client = site.NewClient();
            using var response = await client.SendAsync(request);
            if (response.StatusCode != HttpStatusCode.Unauthorized)
                wrong.Add($"{route} with a session cookie: {(int)response.StatusCode}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private List<Route> Managed()
    {
        List<Route> managed =
        [
            .. RouteTable
                .Of(site)
                .Where(route => route.Kind is Routes.Kind.Api or Routes.Kind.Page)
                .SelectMany(route =>
                    RouteSamples.Queries.GetValueOrDefault(route.ToString(), [""]).Select(query => route with { Query = query })
                ),
        ];
        // An empty walk would pass.
        Assert.True(managed.Count > 30, "The route table could not be read.");
        return managed;
    }

    private static string Trimmed(Route route) => route.ToString().TrimEnd('/');

    private static List<string> OwnedParameters(Route route) =>
        [
            .. route
                .Pattern.PathSegments.SelectMany(segment => segment.Parts)
                .OfType<RoutePatternParameterPart>()
                .Where(parameter => !OneOfEverything.Neutral.ContainsKey(parameter.Name))
                .Select(Route.KeyOf),
        ];

    private async Task Nobody(Route route, OneOfEverything own)
    {
        var (status, body) = await Call(route, null, own, own.Values);
        if (status != (route.Kind == Routes.Kind.Api ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect))
            wrong.Add($"{route}{route.Query} as nobody: {(int)status} {Short(body)}");
    }

    // A foreign id and one that does not exist: the same status and, but for the ids themselves, the same words.
    private async Task Stranger(Route route, Role role, OneOfEverything own, OneOfEverything foreign)
    {
        var missing = foreign.Values.ToDictionary(
            pair => pair.Key,
            pair => Guid.TryParse(pair.Value, out _) ? Guid.NewGuid().ToString() : "missing-" + foreign.Tag
        );
        var ofForeign = await Call(route, role, own, foreign.Values);
        var ofMissing = await Call(route, role, own, missing);
        if (ofForeign.Status != HttpStatusCode.NotFound || ofMissing.Status != HttpStatusCode.NotFound)
            wrong.Add(
                $"{route}{route.Query} as {role} of another organisation: {(int)ofForeign.Status} {Short(ofForeign.Body)}; missing: "
                    + $"{(int)ofMissing.Status} {Short(ofMissing.Body)}"
            );
        else if (Plain(ofForeign.Body) != Plain(ofMissing.Body))
            wrong.Add($"{route}: a foreign id answers unlike a missing one");
    }

    private async Task Expect(
        HttpStatusCode expected,
        Route route,
        Role role,
        OneOfEverything own,
        IReadOnlyDictionary<string, string> values,
        string what
    )
    {
        var (status, body) = await Call(route, role, own, values);
        if (status != expected)
            wrong.Add($"{route}{route.Query} as {role}, {what}: {(int)status}, not {(int)expected}: {Short(body)}");
    }

    private async Task<(HttpStatusCode Status, string Body)> Call(
        Route route,
        Role? role,
        OneOfEverything caller,
        IReadOnlyDictionary<string, string> values
    )
    {
        using var client = site.NewClient();
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Address(values));
        request.Headers.Add("Accept", route.Kind == Routes.Kind.Api ? "application/json" : "text/html");
        if (route.Kind == Routes.Kind.Api)
        {
            if (role is { } keyRole)
                request.Headers.Add("Authorization", "Bearer " + caller.Keys[keyRole]);
            if (route.IsUnsafe)
                request.Content = RouteTable.BodyOf(site, route, values);
            // The revision that a world's draft has.
            if (route.Pattern.RawText!.EndsWith("/draft", StringComparison.Ordinal))
                request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        }
        else
        {
            var form = role is { } sessionRole ? await FormToken.Of(site, caller.Sessions[sessionRole]) : null;
            if (form is not null)
                request.Headers.Add("Cookie", form.Cookies);
            if (route.IsUnsafe)
                request.Content = new FormUrlEncodedContent([
                    new("token", form?.Token),
                    .. RouteSamples
                        .Forms.GetValueOrDefault(route.ToString(), [])
                        .Select(field => KeyValuePair.Create(field.Name.With(values), field.Value.With(values))),
                ]);
        }
        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static string Short(string body) =>
        Title().Match(body) is { Success: true } title ? title.Value
        : body.Length > 300 ? body[..300]
        : body;

    private static string Plain(string body) => Ids().Replace(body, "…");

    [GeneratedRegex("(?<=<title>).*(?=</title>)", RegexOptions.None, 1000)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[a-z]+[-_][0-9a-f]{8}\b|"
            + @"[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Ids();
}
