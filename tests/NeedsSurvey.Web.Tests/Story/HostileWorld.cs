using System.Text.Json.Nodes;
using NeedsSurvey.App;
using NeedsSurvey.App.Exchange;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Web.Tests.Support;
using Npgsql;

namespace NeedsSurvey.Web.Tests.Story;

/// <summary>
/// The demo with markup written into every text that people can write, past every check: whatever reaches the database must still be harmless on
/// every page (safety.md).
/// </summary>
public static class HostileWorld
{
    /// <summary>Ends whatever it stands in, and leaves an element of a name that no page has.</summary>
    public const string Payload = "x'\"></textarea></title></script><xss-found onclick=alert(1)></xss-found><img src=x onerror=alert(2)><script>alert(3)</script><svg/onload=alert(4)>";

    private static readonly string[] Words =
    [
        "update organisation set name = $1, mission = $1", "update pillar set name = $1 || pillar_id, description = $1", "update account set name = $1",
        "update initiative set title = $1, purpose = $1, community = $1, place = $1, urgent_referral = $1, stance = 'solidarity'",
        "update population_margin set source = $1", "update survey set title = $1", "update one_time_link set created_by = $1",
        "update need set label = jsonb_build_object('en', $1::text, 'es', $1::text, 'ar', $1::text), definition = $1, include = $1, exclude = $1, example = $1",
        "update hearing_check set summary = jsonb_build_object('en', $1::text, 'ar', $1::text), state = 'open', closed_on = null",
        "update hearing_reply set correction = $1, decision_reason = $1 where correction <> ''",
        "update goal set title = $1, description = $1", "update goal_need_link set reason = $1", "update goal_pillar_link set reason = $1",
        "update disposition set reason = $1", "update goal_update set words = $1",
        "insert into gate_override (initiative_id, override_id, gate, target, reason, by_name) select initiative_id, gen_random_uuid(), 'evidence', $1, $1, $1 from initiative",
        "update report set title = left($1, 200), lead = $1, disclosure = jsonb_build_object('sponsor', $1::text, 'recruitment', $1::text, 'limitations', $1::text)",
        "update prediction set locked_by = $1", "update quote set checked_by = $1", "update audit_entry set actor_name = $1, target = $1",
        "update response set answers = answers || jsonb_build_object('story', $1::text) where answers ? 'story'",
        "update coding set span_start = 0, span_length = 60 where field = 'story' and coding_id in (select coding_id from quote)",
        "insert into api_key (organisation_id, api_key_id, name, role, key_hash, prefix, created_by) select organisation_id, gen_random_uuid(), $1, 'Viewer', '\\x00', left($1, 9), $1 from organisation limit 1",
    ];

    /// <summary>Makes the demo, spoils it, and publishes its report again, so that it too is made of spoilt words.</summary>
    public static async Task<DemoPlaces> Make(WebProgram program)
    {
        var demo = (await program.Get<CreateDemo>().Run(Actor.Operator, 60)).OrThrow().Demo;
        foreach (var sql in Words) await Execute(program, sql, Payload);
        foreach (var table in new[] { "survey_version", "survey" })
        {
            var column = table == "survey" ? "draft" : "definition";
            foreach (var definition in await program.Database.Db.Query<string>($"select distinct {column}::text from {table}"))
                await Execute(program, $"update {table} set {column} = $1::jsonb", Spoil(definition));
        }
        var initiative = await program.Database.Db.One<Guid>("select initiative_id from initiative");
        (await program.Get<PublishReport>().Run(Actor.Operator, initiative)).OrThrow();
        return demo;
    }

    // Every text that respondents read, in each language.
    private static string Spoil(string definition)
    {
        var json = JsonNode.Parse(definition)!;
        Walk(json);
        return json.ToJsonString();

        static void Walk(JsonNode? node)
        {
            if (node is JsonArray list) foreach (var item in list) Walk(item);
            if (node is not JsonObject fields) return;
            foreach (var (name, value) in fields.ToList())
            {
                if (value is JsonValue && name is "en" or "es" or "ar") fields[name] = Payload;
                else Walk(value);
            }
        }
    }

    private static async Task Execute(WebProgram program, string sql, string value)
    {
        await using var command = program.Database.Sources.Writes.CreateCommand(sql);
        if (sql.Contains("$1", StringComparison.Ordinal)) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
    }
}
