// Every unsafe route needs a form token, or an API key, or carries no authority at all (threat-model.md 8). The list is the program's own
// route table.

using System.Net;
using NeedsSurvey.App;

namespace NeedsSurvey.Web.Tests.Accounts;

public sealed class AntiforgeryTests(TestSite site) : IClassFixture<TestSite>
{
    // Made by the framework: a document, read only.
    private static readonly HashSet<string> Frameworks = ["GET /openapi/{documentName}.json"];

    [Fact]
    public void Every_route_is_of_one_of_the_four_kinds()
    {
        var without = RouteTable
            .Of(site)
            .Where(route =>
                route.Kind is null
                && !Frameworks.Contains(route.ToString())
                && !(route.Method == "GET" && route.Pattern.RawText!.StartsWith("/docs", StringComparison.Ordinal))
            );
        Assert.Empty(without.Select(route => route.ToString()));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_before_it_changes_a_row()
    {
        var world = await OneOfEverything.New(site);
        var other = await OneOfEverything.New(site);
        var others = await FormToken.Of(site, other.Sessions[Role.Owner]);
        var wrong = new List<string>();
        foreach (
            var route in RouteTable
                .Of(site)
                .Where(route => route.IsUnsafe && route.Kind is Routes.Kind.Page or Routes.Kind.SignedOutPage && route.IsUnsafe)
        )
        {
            var before = await Rows.Fingerprint(site);
            foreach (var (what, token) in new[] { ("no token", ""), ("somebody else's token", others.Token) })
            {
                using var client = site.NewClient();
                using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Address(world.Values))
                {
                    Content = new FormUrlEncodedContent([new("token", token)]),
                };
                request.Headers.Add("Cookie", "needssurvey=" + world.Sessions[Role.Owner]);
                using var response = await client.SendAsync(request);
                if (
                    response.StatusCode != HttpStatusCode.BadRequest
                    || !(await response.Content.ReadAsStringAsync()).Contains("open too long", StringComparison.Ordinal)
                )
                    wrong.Add($"{route} with {what}: {(int)response.StatusCode}");
            }
            if (await Rows.Fingerprint(site) != before)
                wrong.Add($"{route}: a refused form changed a row");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Open_routes_have_nothing_to_do_with_cookies()
    {
        var world = await OneOfEverything.New(site);
        var wrong = new List<string>();
        foreach (
            var route in RouteTable
                .Of(site)
                .Where(route => route.Kind == Routes.Kind.Public && !route.IsUnsafe && route.Pattern.Parameters.Count == 0)
        )
        {
            using var client = site.NewClient();
            var answers = new List<(HttpStatusCode, string)>();
            foreach (var cookie in new[] { null, "needssurvey=" + world.Sessions[Role.Owner] })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, route.Address(world.Values));
                if (cookie is not null)
                    request.Headers.Add("Cookie", cookie);
                using var response = await client.SendAsync(request);
                answers.Add(
                    (
                        response.StatusCode,
                        route.ToString().Contains("/metrics", StringComparison.Ordinal) ? "" : await response.Content.ReadAsStringAsync()
                    )
                );
                if (response.Headers.Contains("Set-Cookie"))
                    wrong.Add($"{route} sets a cookie");
            }
            if (answers[0] != answers[1])
                wrong.Add($"{route} answers otherwise to who is signed in");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
