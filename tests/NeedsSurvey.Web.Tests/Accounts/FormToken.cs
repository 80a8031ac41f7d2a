using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace NeedsSurvey.Web.Tests.Accounts;

/// <summary>What a browser of a signed-in person sends along with a form, for tests that send requests by hand.</summary>
public sealed partial record FormToken(string Token, string Cookies)
{
    private static readonly ConcurrentDictionary<string, FormToken> Known = new();

    /// <summary>The token for a session, read from the person's account page once.</summary>
    public static async Task<FormToken> Of(TestSite site, string session)
    {
        if (Known.TryGetValue(session, out var known))
            return known;
        using var client = site.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Add("Cookie", "needssurvey=" + session);
        using var response = await client.SendAsync(request);
        var html = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        var cookie = response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        return Known[session] = new FormToken(Field().Match(html).Groups[1].Value, $"needssurvey={session}; {cookie}");
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Field();
}
