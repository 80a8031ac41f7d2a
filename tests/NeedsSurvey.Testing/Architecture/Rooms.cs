// The rooms of src/README.md, in the order of the story, with what each may use and which tables each writes.

namespace NeedsSurvey.Testing;

/// <summary>Rooms, the same on every storey.</summary>
public static class Rooms
{
    /// <summary>Rooms in the order of the story. A room may use those to its left.</summary>
    public static readonly string[] Story = ["Logic", "Initiatives", "Surveys", "Responses", "Results", "Needs", "Goals", "Reports"];

    // Whoever needs them may use these; they use no room of the story.
    private static readonly string[] Common = ["", "Languages", "Accounts", "Database", "Seeds", "Components", "Questions", "Hosting"];

    // Import, export and the demo may use every room; no room uses them.
    private static readonly string[] Outermost = ["Exchange", "Demo"];

    // How far to the right rooms reach on the storeys below, where not just as far as themselves: what a question or a survey is made of
    // is read by components, seeds and an initiative's overview; the verbs are the program's outermost edge.
    private static readonly Dictionary<string, string> Reach = new()
    {
        ["Components"] = "Surveys",
        ["Seeds"] = "Surveys",
        ["Initiatives"] = "Surveys",
        ["Questions"] = "Responses",
        ["Hosting"] = "Demo",
    };

    /// <summary>Which room writes each table.</summary>
    public static readonly Dictionary<string, string> Owners = new()
    {
        ["organisation"] = "Accounts",
        ["pillar"] = "Accounts",
        ["account"] = "Accounts",
        ["membership"] = "Accounts",
        ["session"] = "Accounts",
        ["one_time_link"] = "Accounts",
        ["api_key"] = "Accounts",
        ["audit_entry"] = "Database",
        ["data_protection_key"] = "Database",
        ["schema_migration"] = "Database",
        ["initiative"] = "Initiatives",
        ["population_margin"] = "Initiatives",
        ["survey"] = "Surveys",
        ["draft_change"] = "Surveys",
        ["survey_version"] = "Surveys",
        ["response"] = "Responses",
        ["response_change"] = "Responses",
        ["survey_drawing"] = "Results",
        ["drawn_figures"] = "Results",
        ["need"] = "Needs",
        ["coding"] = "Needs",
        ["reading"] = "Needs",
        ["prediction"] = "Needs",
        ["quote"] = "Needs",
        ["drawn_story"] = "Needs",
        ["story_drawing"] = "Needs",
        ["goal"] = "Goals",
        ["goal_need_link"] = "Goals",
        ["goal_pillar_link"] = "Goals",
        ["goal_update"] = "Goals",
        ["disposition"] = "Goals",
        ["gate_override"] = "Goals",
        ["hearing_check"] = "Reports",
        ["hearing_reply"] = "Reports",
        ["hearing_summary"] = "Reports",
        ["goal_hearing"] = "Reports",
        ["goal_reply"] = "Reports",
        ["report"] = "Reports",
        ["report_version"] = "Reports",
        ["report_quote"] = "Reports",
    };

    /// <summary>Whether code of one room may use code of another on its own storey.</summary>
    public static bool MayUse(string user, string used)
    {
        if (user == used || Common.Contains(used) || Outermost.Contains(user))
            return true;
        var (from, to) = (Array.IndexOf(Story, user), Array.IndexOf(Story, used));
        return from >= 0 && to >= 0 && to < from;
    }

    /// <summary>Whether it may use it on a storey below.</summary>
    public static bool Reaches(string user, string used) =>
        Reach.TryGetValue(user, out var furthest)
        && (Outermost.Contains(furthest) || Array.IndexOf(Story, used) is >= 0 and var to && to <= Array.IndexOf(Story, furthest));

    /// <summary>The room of a type; empty outside of rooms.</summary>
    public static string Of(Type type) => Of(type.FullName ?? type.Namespace ?? "");

    /// <summary>The room of a full name.</summary>
    public static string Of(string fullName) => fullName.Split('.') is ["NeedsSurvey", _, var room, _, ..] ? room : "";
}
