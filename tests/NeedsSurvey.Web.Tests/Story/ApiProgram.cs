// What a program of somebody else's has: a key, addresses and bodies.

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace NeedsSurvey.Web.Tests.Story;

/// <summary>A program with a key, beside one that is nobody's.</summary>
internal sealed class ApiProgram(HttpClient key, HttpClient anyone)
{
    public HttpClient Key => key;
    public HttpClient Anyone => anyone;

    /// <summary>Sends an answer that must be taken; gives its receipt.</summary>
    public async Task<string> Submit(string slug, object answer)
    {
        var taken = await anyone.PostAsJsonAsync($"/s/{slug}/responses", answer);
        Assert.True(taken.StatusCode == HttpStatusCode.Created, await taken.Content.ReadAsStringAsync());
        return Text(await JsonOf(taken), "receipt");
    }

    public async Task<JsonElement> Get(string path)
    {
        var answer = await key.GetAsync(path);
        Assert.True(
            answer.StatusCode == HttpStatusCode.OK,
            $"GET {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
        return await JsonOf(answer);
    }

    public async Task<JsonElement> Post(string path, object? body, HttpStatusCode? expected = null)
    {
        var answer = await (body is null ? key.PostAsync(path, null) : key.PostAsJsonAsync(path, body));
        Assert.True(
            expected is { } status ? answer.StatusCode == status : answer.IsSuccessStatusCode,
            $"POST {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
        return answer.StatusCode == HttpStatusCode.NoContent ? default : await JsonOf(answer);
    }

    public async Task Put(string path, object body)
    {
        var answer = await key.PutAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, $"PUT {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    public static async Task<JsonElement> JsonOf(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    public static string Text(JsonElement json, string key) => json.GetProperty(key).GetString()!;
}
