// What the generated route test sends where a made-up body would be turned away before the permission is asked. A room adds a line here
// when the test says that one of its routes answers 400 instead of 403 or 404. {name} stands for the value of a route parameter of the
// world that is asked for.

namespace NeedsSurvey.Web.Tests.Accounts;

/// <summary>Bodies and fields of routes, by method and pattern.</summary>
public static class RouteSamples
{
    /// <summary>JSON bodies; every other route gets one made of its parameter's type.</summary>
    public static readonly IReadOnlyDictionary<string, string> Json = new Dictionary<string, string>
    {
        ["POST /api/v1/initiatives/{initiative:guid}/surveys"] = """{"title": "Open doors", "template": "neighbourhood"}""",
        ["PUT /api/v1/surveys/{survey}/draft"] = """{"title": "Open doors", "questions": []}""",
        ["POST /api/v1/surveys/{survey}/draft/edits"] = """{"edits": [{"op": "remove_list", "list": "nowhere"}]}""",
        ["PUT /api/v1/initiatives/{initiative:guid}/goals/{goal:guid}/state"] = """{"state": "dropped"}""",
    };

    /// <summary>Fields of forms; every other form is sent empty.</summary>
    public static readonly IReadOnlyDictionary<string, (string Name, string Value)[]> Forms = new Dictionary<string, (string, string)[]>
    {
        ["POST /o/{org}/{initiative}/needs/read"] = [("survey", "{survey:guid}"), ("response", "{response:guid}"), ("field", "story")],
        ["POST /o/{org}/{initiative}/needs/codebook/{need}"] = [("label.en", "A roof")],
        ["POST /o/{org}/{initiative}/hearing/corrections/{reply:guid}"] = [("decision", "accepted"), ("reason.{reply:guid}", "Thank you.")],
    };

    /// <summary>Queries of routes that do several things by them: the right is asked for each (threat-model.md 17). A new export format
    /// belongs here.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Queries = new Dictionary<string, string[]>
    {
        ["GET /api/v1/surveys/{survey}/export"] = ["", "?format=zip", "?format=csv"],
        ["GET /api/v1/initiatives/{initiative:guid}/alignment"] = ["", "?format=json", "?format=csv"],
    };

    /// <summary>Routes that make the thing under a name of the caller's choosing, so that a name used elsewhere is free here.</summary>
    public static readonly IReadOnlySet<string> MakeByName = new HashSet<string>
    {
        "PUT /api/v1/initiatives/{initiative:guid}/goals/{goal:guid}",
        "PUT /api/v1/initiatives/{initiative:guid}/codebook/{name}",
        "POST /o/{org}/{initiative}/needs/codebook/{need}",
    };

    /// <summary>Puts the world's values into a sample.</summary>
    public static string With(this string sample, IReadOnlyDictionary<string, string> values) =>
        values.Aggregate(sample, (text, value) => text.Replace("{" + value.Key + "}", value.Value, StringComparison.Ordinal));
}
