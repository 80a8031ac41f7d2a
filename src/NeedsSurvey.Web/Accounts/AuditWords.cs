using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Accounts;

/// <summary>
/// The audit log in plain words. Every action reads well without an entry here ("survey.publish" → "published survey: Open doors" would need one, "Survey, publish:
/// Open doors" does not); a room adds a line where the plain reading is not good enough.
/// </summary>
public static class AuditWords
{
    /// <summary>Who did it, and by which way.</summary>
    public static string Who(ReadAudit.AuditEntry entry) => entry.ActorKind switch
    {
        nameof(ActorKind.ApiKey) => $"{entry.ActorName} (API key)",
        nameof(ActorKind.Operator) => "Operator at the command line",
        _ => entry.ActorName,
    };

    public static string What(ReadAudit.AuditEntry entry) => entry.Action switch
    {
        "account.set_up" => "set up this installation",
        "organisation.create" => $"made the organisation “{entry.Target}”",
        "organisation.edit" => "changed the organisation’s name, mission or pillars",
        "member.invite" => $"invited somebody as {entry.Target}",
        "member.withdraw_invitation" => "withdrew an invitation",
        "member.join" => $"joined as {Fact(entry, "role")}",
        "member.change_role" => $"changed the role of {Fact(entry, "name")} from {Fact(entry, "from")} to {Fact(entry, "to")}",
        "member.leave" => "left",
        "demo.enter" => "opened the demo",
        "member.remove" => $"removed {Fact(entry, "name")}",
        "account.make_password_link" => "made a link for a member’s new password",
        "key.create" => $"made the API key “{entry.Target}” ({Fact(entry, "role")})",
        "key.revoke" => $"revoked the API key “{Fact(entry, "name")}”",
        _ => Plain(entry),
    };

    // "need.add" with the target "Housing" → "need, add: Housing".
    private static string Plain(ReadAudit.AuditEntry entry)
    {
        var words = entry.Action.Replace(".", ", ", StringComparison.Ordinal).Replace('_', ' ');
        return entry.Target.Length > 0 ? $"{words}: {entry.Target}" : words;
    }

    private static string Fact(ReadAudit.AuditEntry entry, string name) =>
        entry.Detail.ValueKind == JsonValueKind.Object && entry.Detail.TryGetProperty(name, out var value) ? value.ToString() : "…";
}
