using System.Net;
using System.Text.Json.Nodes;
using NeedsSurvey.Domain.Tests.Results;

namespace NeedsSurvey.Web.Tests.Results;

/// <summary>Everything with figures that somebody with a key can fetch of an initiative, by address; null where it was refused.</summary>
internal static class Download
{
    public static async Task<Dictionary<string, JsonNode?>> Of(HttpClient client, PublishedInitiative published)
    {
        var all = new Dictionary<string, JsonNode?>();
        for (var i = 0; i < published.Surveys.Count; i++)
        {
            var at = $"/api/v1/surveys/{published.Surveys[i]}";
            await Get($"{at}/results");
            var questions = published.Model.Surveys[i].Questions;
            foreach (var by in questions.Where(q => q.Kind == AskedKind.One))
            {
                for (var c = 0; c < by.Choices; c++)
                    await Get(Filter(at, by, c));
                foreach (var across in questions.Where(q => q != by && q.Kind != AskedKind.Rank))
                    await Get(Crosstab(at, by, across));
            }
        }
        var initiative = $"/api/v1/initiatives/{published.Place.Id}";
        foreach (var what in new[] { "needs", "representation", "alignment", "hearing-gap" })
            await Get($"{initiative}/{what}");
        foreach (var method in all[$"{initiative}/needs"]!["offered"]!.AsArray().Select(one => (string)one!["code"]!).ToList())
        {
            foreach (var cut in new[] { "means", "medians", "diagonal" })
                await Get($"{initiative}/needs?method={method}&cut={cut}");
            await Get($"{initiative}/alignment?method={method}");
        }
        return all;

        async Task Get(string path)
        {
            using var answer = await client.GetAsync(path);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{path}: {answer.StatusCode}");
            all[path] = answer.IsSuccessStatusCode ? JsonNode.Parse(await answer.Content.ReadAsStringAsync()) : null;
            // The number that every member is told, of this moment; the attacker knows it.
            (all[path] as JsonObject)?.Remove("responsesSoFar");
        }
    }

    public static string Filter(string at, Asked by, int choice) => $"{at}/results?filter={by.Name}%3Dc{choice}";

    public static string Crosstab(string at, Asked by, Asked across) => $"{at}/crosstab?row={by.Name}&column={across.Name}";
}
