using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Accounts;

/// <summary>
/// The audit log in plain words. Every action reads well without an entry here ("survey.publish" → "published survey: Open doors" would
/// need one, "Survey, publish: Open doors" does not); a room adds a line where the plain reading is not good enough.
/// </summary>
public static class AuditWords
{
    /// <summary>Who did it, and by which way.</summary>
    public static string Who(ReadAudit.AuditEntry entry) =>
        entry.ActorKind switch
        {
            ActorKind.ApiKey => $"{entry.ActorName} (API key)",
            ActorKind.Operator => "Operator at the command line",
            _ => entry.ActorName,
        };

    public static string What(ReadAudit.AuditEntry entry) =>
        entry.Action switch
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
            "demo.practise" => "made a copy of the demo to try on",
            "demo.leave" => "left the demo",
            "member.remove" => $"removed {Fact(entry, "name")}",
            "account.make_password_link" => "made a link for a member’s new password",
            "key.create" => $"made the API key “{entry.Target}” ({Fact(entry, "role")})",
            "key.revoke" => $"revoked the API key “{Fact(entry, "name")}”",
            "account.edit" => "changed their name",
            "account.change_password" or "account.choose_password" => "chose a new password",
            "account.close" => "closed their account",
            "demo.create" => "made the demo",
            "demo.share" => "shared the demo",
            "initiative.create" => $"began the initiative “{entry.Target}”",
            "initiative.edit" => $"changed what is said about “{entry.Target}”",
            "initiative.margins" => $"changed the known shares of the community of “{entry.Target}”",
            "survey.create" => $"began the survey “{entry.Target}”",
            "survey.delete" => $"deleted the draft survey “{entry.Target}”",
            "survey.edit_draft" => $"{Edit(Fact(entry, "edit"))} in the draft of “{entry.Target}”",
            "survey.undo_edit" => $"took back a change in the draft of “{entry.Target}”",
            "survey.save_draft" => $"replaced the draft of “{entry.Target}”",
            "survey.translate" => $"translated “{entry.Target}” ({Fact(entry, "language")})",
            "survey.publish" => $"published “{entry.Target}”, version {Fact(entry, "version")}",
            "survey.close" => $"closed the survey “{entry.Target}”",
            "survey.reopen" => $"opened the survey “{entry.Target}” again",
            "survey.sample_design" => $"said how people were reached for “{entry.Target}”",
            "responses.export" => $"exported the responses of “{entry.Target}”",
            "answer.code" => "coded an open answer to needs",
            "need.adopt_from_survey" => "took over the needs that a survey names",
            "need.adopt_from_catalogue" => "took over needs from a catalogue",
            "need.edit" => $"named or changed the need “{entry.Target}”",
            "need.merge" => $"put needs together: {entry.Target}",
            "need.split" => $"made “{entry.Target}” a need of its own again",
            "need.decide" => $"decided about {entry.Target}",
            "hearing_check.close" => $"closed the hearing check of “{entry.Target}”",
            "goal.done" => "marked a goal as done",
            "goal.dropped" => "dropped a goal",
            "goal.adopted" => "took a goal up again",
            "account.sign_in" => "signed in",
            "account.sign_out" => "signed out",
            "prediction.lock" => "locked a prediction of the needs",
            "hearing_check.prepare" => $"wrote the hearing check of “{entry.Target}”",
            "hearing_check.open" => $"opened the hearing check of “{entry.Target}”",
            "hearing_check.decide" => "decided about a correction from the community",
            "goal_hearing.open" => $"asked the community about the goals of “{entry.Target}”",
            "goal_hearing.close" => $"stopped asking about the goals of “{entry.Target}”",
            "goal.save" => $"saved the goal “{entry.Target}”",
            "goal.adopt" => $"adopted the goal “{entry.Target}”",
            "goal.adopt_past_gate" => $"adopted the goal “{entry.Target}” before there was evidence, with a written reason",
            "goal.delete" => "deleted a goal that was a draft",
            "goal.update" => "told what has happened on a goal",
            "report.save" => $"changed the report on “{entry.Target}”",
            "report.publish" => $"published the report on “{entry.Target}”",
            _ => Plain(entry),
        };

    private static string Edit(string edit) =>
        edit switch
        {
            "Add" => "added a question",
            "Remove" => "removed a question",
            "Move" or "Step" => "moved a question",
            "Duplicate" => "copied a question",
            "Replace" or "Change" => "changed a question",
            "ReplaceList" or "RemoveList" => "changed a list of choices",
            "PutEntries" or "ChangeEntry" or "MoveEntry" or "RemoveEntry" => "changed choices or rows",
            "ChangeSettings" => "changed the start page, help or languages",
            "Rewrite" => "replaced everything",
            _ => "changed several things",
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
