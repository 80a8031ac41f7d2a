// threat-model.md 20, 25, 28 and 30: every address, query, JSON body and form of the program's own route table gets values that no page
// would send. The routes come from the table and the forms from the pages, so that a new one is attacked as soon as it is there.

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Routing.Patterns;
using NeedsSurvey.App;
using NeedsSurvey.Web.Tests.Accounts;

namespace NeedsSurvey.Web.Tests.Hosting;

/// <summary>Whatever is sent, the answer is never a fault of the program, and nothing sent reaches a header.</summary>
public sealed partial class HostileValuesTests(TestSite site) : IClassFixture<TestSite>, IDisposable
{
    public void Dispose() => client.Dispose();

    private readonly HttpClient client = site.NewClient();
    private readonly List<string> wrong = [];
    private static readonly string[] Fields = [.. HostileValues.Encoded, new string('x', 70_000), ""];

    [SlowFact]
    public async Task No_address_or_query_of_any_route_is_a_fault_of_the_program()
    {
        var world = await OneOfEverything.New(site);
        foreach (var route in RouteTable.Of(site))
        {
            foreach (var parameter in route.Pattern.Parameters)
            foreach (var path in HostileValues.Encoded)
            {
                var values = new Dictionary<string, string>(ValuesOf(route, world)) { [Route.KeyOf(parameter)] = "HOSTILE" };
                await Send(route, world, route.Address(values).Replace("HOSTILE", path, StringComparison.Ordinal), "{}");
            }
            if (!route.IsUnsafe)
                foreach (var value in HostileValues.Encoded)
                    await Send(
                        route,
                        world,
                        route.Address(ValuesOf(route, world))
                            + "?"
                            + string.Join('&', HostileValues.Queries.Select(name => $"{name}={value}")),
                        ""
                    );
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct().Take(40)));
    }

    [SlowFact]
    public async Task No_value_in_any_JSON_body_is_a_fault_of_the_program()
    {
        var world = await OneOfEverything.New(site);
        foreach (
            var route in RouteTable
                .Of(site)
                .Where(route =>
                    route.IsUnsafe
                    && route.Kind is Routes.Kind.Api or Routes.Kind.Public
                    && route.IsUnsafe
                    && !route.Pattern.RawText!.EndsWith("/keys/{key:guid}", StringComparison.Ordinal)
                )
        )
        {
            var good =
                route.Kind == Routes.Kind.Public
                    ? """{"submission": "7b0f6a52-7a4e-4a7e-9d55-0f3c1f0f7a11", "language": "en", "answers": """
                        + """{"story": "x"}, "may_quote": true, "version": 1}"""
                    : await RouteTable.BodyOf(site, route, world.Values).ReadAsStringAsync();
            foreach (var place in Places(good))
            foreach (var json in HostileValues.Json)
                await Send(route, world, route.Address(ValuesOf(route, world)), place.Replace(Mark, json, StringComparison.Ordinal));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct().Take(40)));
    }

    [SlowFact]
    public async Task No_value_in_any_field_of_any_form_is_a_fault_of_the_program()
    {
        var world = await OneOfEverything.New(site);
        using var owner = site.NewPageClient();
        owner.Carry("needssurvey", world.Sessions[Role.Owner]);
        var (known, patterns) = (
            new HashSet<string>(),
            RouteTable
                .Of(site)
                .Where(route =>
                    route.Method == "GET"
                    && route.Kind is Routes.Kind.Page or Routes.Kind.SignedOutPage or Routes.Kind.Public
                    && route.Method == "GET"
                )
        );
        foreach (var route in patterns)
        {
            var page = await owner.Open(route.Address(ValuesOf(route, world)));
            foreach (
                var form in page.Document.Forms.Where(form =>
                    form.Method == "post" && !form.Action.EndsWith("/sign-out", StringComparison.Ordinal)
                )
            )
            {
                var sent = form
                    .Elements.Select(field =>
                        (
                            Name: field.GetAttribute("name") ?? "",
                            Value: field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value") ?? ""
                        )
                    )
                    .Where(field => field.Name.Length > 0)
                    .DistinctBy(field => field.Name)
                    .ToList();
                foreach (var (name, _) in sent.Where(field => field.Name != "token"))
                    // Rows that differ by their number only are one field.
                    if (known.Add(route + Digits().Replace(form.Action + name, "#")))
                        foreach (var value in Fields)
                            await Post(
                                owner,
                                form.Action,
                                string.Join(
                                    '&',
                                    sent.Select(field =>
                                        Uri.EscapeDataString(field.Name)
                                        + "="
                                        + (field.Name == name ? value : Uri.EscapeDataString(field.Value))
                                    )
                                ),
                                $"{name}={value}"
                            );
            }
        }
        Assert.True(known.Count > 60, $"Only {known.Count} fields were found.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct().Take(40)));
    }

    private async Task Post(PageClient visitor, string action, string body, string what)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, action)
        {
            Content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded"),
        };
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Cookie", string.Join("; ", visitor.Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        using var response = await client.SendAsync(request);
        // A form that is not taken at all proves nothing about its fields.
        if (
            response.StatusCode == HttpStatusCode.BadRequest
            && (await response.Content.ReadAsStringAsync()).Contains("open too long", StringComparison.Ordinal)
        )
            wrong.Add($"no token: POST {action}");
        Judge($"POST {action} with {Short(what)}", response);
    }

    [GeneratedRegex("[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Digits();

    // What the public calls a thing by is not what its members call it by.
    private static Dictionary<string, string> ValuesOf(Route route, OneOfEverything world) =>
        new(world.Values)
        {
            ["slug"] = route.Pattern.PathSegments is { Count: > 0 } segments
                ? segments[0].Parts[0] switch
                {
                    RoutePatternLiteralPart { Content: "s" } => "survey-",
                    RoutePatternLiteralPart { Content: "h" } => "hearing-",
                    _ => "report-",
                } + world.Tag
                : "",
            ["documentName"] = "v1",
        };

    private const string Mark = "\"@mark@\"";

    // A mark in the place of the body, and of each of its values, however deep.
    private static IEnumerable<string> Places(string good)
    {
        yield return Mark;
        var count = Leaves(JsonNode.Parse(good)!).Count();
        for (var i = 0; i < count; i++)
        {
            var copy = JsonNode.Parse(good)!;
            var (parent, key) = Leaves(copy).ElementAt(i);
            if (parent is JsonObject holder)
                holder[(string)key] = "@mark@";
            else
                ((JsonArray)parent)[(int)key] = "@mark@";
            yield return copy.ToJsonString();
        }
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Leaves(JsonNode node) =>
        node switch
        {
            JsonObject fields => fields.SelectMany(field => (field.Value is null ? [] : Leaves(field.Value)).Prepend((fields, field.Key))),
            JsonArray items => items.SelectMany((item, i) => (item is null ? [] : Leaves(item)).Prepend((items, (object)i))),
            _ => [],
        };

    private async Task Send(Route route, OneOfEverything world, string address, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), address);
        request.Headers.Add("Accept", route.Kind == Routes.Kind.Api ? "application/json" : "text/html");
        if (route.Kind == Routes.Kind.Api)
        {
            request.Headers.Add("Authorization", "Bearer " + world.Keys[Role.Owner]);
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        }
        else if (route.Kind is Routes.Kind.Page or Routes.Kind.SignedOutPage)
            request.Headers.Add("Cookie", "needssurvey=" + world.Sessions[Role.Owner]);
        if (route.IsUnsafe)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        Judge($"{route} at {Short(address)} with {Short(body)}", response);
    }

    private void Judge(string what, HttpResponseMessage response)
    {
        if ((int)response.StatusCode >= 500)
            wrong.Add($"{(int)response.StatusCode}: {what}");
        if (
            response
                .Headers.Concat(response.Content.Headers)
                .Any(header => header.Value.Any(value => value.Contains("split=1", StringComparison.Ordinal) && header.Key == "Set-Cookie"))
        )
            wrong.Add($"a header was split: {what}");
    }

    private static string Short(string text) => text.Length > 200 ? text[..200] + "…" : text;
}
