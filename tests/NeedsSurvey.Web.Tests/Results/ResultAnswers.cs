using System.Text.Json;
using NeedsSurvey.App;

namespace NeedsSurvey.Web.Tests.Results;

/// <summary>Questions of small surveys, and what the API's answers hold of them.</summary>
internal static class ResultAnswers
{
    public static string Choices(params string[] names) =>
        "[" + string.Join(",", names.Select(name => $$"""{"name":"{{name}}","label":"{{name}}"}""")) + "]";

    public static string One(string name, string more, params string[] choices) =>
        $$"""{"type":"select_one","name":"{{name}}","label":"{{name}}?",{{more}}"choices":{{Choices(choices)}}}""";

    /// <summary>A key of the organisation whose survey it is.</summary>
    public static async Task<HttpClient> MemberOf(TestSite site, string slug, Role role = Role.Viewer) =>
        await site.Bearer(
            await site.Database.Db.One<string>(
                """
                select o.slug from organisation o join initiative i using (organisation_id) join survey s using (initiative_id)
                where s.slug = @slug
                """,
                new { slug }
            ),
            role
        );

    public static readonly string Area = One("area", "\"group_role\":\"area\",", "a", "b");

    public static async Task<JsonElement> Get(HttpClient client, string slug, string what) =>
        JsonElement.Parse(await client.GetStringAsync($"/api/v1/surveys/{slug}/{what}"));

    public static JsonElement Question(JsonElement results, string name) =>
        results.GetProperty("questions").EnumerateArray().Single(question => question.GetProperty("name").GetString() == name);

    public static string State(JsonElement question, string state) => question.GetProperty("counts").GetProperty(state + "Is").GetString()!;

    public static JsonElement Choice(JsonElement question, string code) =>
        question.GetProperty("choices").EnumerateArray().Single(choice => choice.GetProperty("code").GetString() == code);

    public static (JsonValueKind, string) Words(JsonElement choice) =>
        (choice.GetProperty("count").ValueKind, choice.GetProperty("countIs").GetString()!);

    public static readonly (JsonValueKind, string) Few = (JsonValueKind.Null, "few");
}
