using NeedsSurvey.App;

namespace NeedsSurvey.Web.Accounts;

/// <summary>Roles in words, for pages.</summary>
public static class RoleWords
{
    /// <summary>For drop-downs: value and name with what the role may do.</summary>
    public static IEnumerable<(string Value, string Words)> Options { get; } =
    [.. Enum.GetValues<Role>().Reverse().Select(role => (role.ToString(), $"{Of(role)}: {What(role).TrimEnd('.')}"))];

    public static string Of(Role role) => role.ToString();

    /// <summary>What the role may do, as the end of a sentence.</summary>
    public static string What(Role role) =>
        role switch
        {
            Role.Owner => "everything, with people and keys.",
            Role.Organiser => "designs and publishes surveys, reads answers, sets goals, reports back.",
            Role.Analyst => "reads results and single answers, codes, exports.",
            Role.Coder => "reads open answers and codes them to needs, without the rest of the response.",
            Role.Translator => "fills in the other languages of a survey.",
            Role.Viewer => "sees surveys, needs, goals and summed results.",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
