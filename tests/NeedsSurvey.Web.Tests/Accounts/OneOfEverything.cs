// One organisation with one of everything, for the test that walks every route. Rows are written straight into the tables, so that a room's
// operations need not be there (or quick). A route with a new kind of parameter needs a line in Values; a new table needs a row only when
// a route cannot be reached without.

using System.Globalization;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.Domain.Surveys;
using Npgsql;

namespace NeedsSurvey.Web.Tests.Accounts;

/// <summary>An organisation, a person and a key for each role, and an id for each name that a route parameter has.</summary>
public sealed class OneOfEverything
{
    private OneOfEverything(string tag) => Tag = tag;

    /// <summary>Makes its names unlike those of any other world.</summary>
    public string Tag { get; }

    public Guid OrganisationId { get; } = Guid.NewGuid();

    /// <summary>What a session cookie carries, by role.</summary>
    public Dictionary<Role, string> Sessions { get; } = [];

    /// <summary>API keys, by role.</summary>
    public Dictionary<Role, string> Keys { get; } = [];

    /// <summary>
    /// By route parameter: what stands in the address. With a constraint (<c>{initiative:guid}</c>) the id, else id or slug.
    /// </summary>
    public Dictionary<string, string> Values { get; } = [];

    /// <summary>Values for route parameters that belong to nobody; they are the same in every world.</summary>
    public static readonly IReadOnlyDictionary<string, string> Neutral = new Dictionary<string, string>
    {
        ["version"] = "1",
        ["field"] = "story",
        ["question"] = "story",
        ["list"] = "areas",
        ["format"] = "csv",
        ["language"] = "es",
        ["template"] = "neighbourhood",
        ["stage"] = "listen",
        ["index"] = "0",
        ["position"] = "0",
    };

    public static async Task<OneOfEverything> New(TestSite site)
    {
        var world = new OneOfEverything(Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8]);
        await world.Seed(site);
        return world;
    }

    private async Task Seed(TestSite site)
    {
        var initiative = Guid.NewGuid();
        var survey = Guid.NewGuid();
        var response = Guid.NewGuid();
        var goal = Guid.NewGuid();
        var ids = new
        {
            Invitation = Guid.NewGuid(),
            Pillar = Guid.NewGuid(),
            Coding = Guid.NewGuid(),
            Reply = Guid.NewGuid(),
            Override = Guid.NewGuid(),
            Update = Guid.NewGuid(),
            Adopted = Guid.NewGuid(),
            Viewer = Guid.NewGuid(),
            Key = Guid.NewGuid(),
        };
        await using var batch = site.Database.Sources.Writes.CreateBatch();
        void Add(string sql, params object?[] values)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in values)
                command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
            batch.BatchCommands.Add(command);
        }

        Add(
            "insert into organisation (organisation_id, slug, name, kind) values ($1, $2, $3, 'organisation')",
            OrganisationId,
            "org-" + Tag,
            "Organisation " + Tag
        );
        Add("insert into pillar values ($1, $2, 0, 'Welcome', '')", OrganisationId, ids.Pillar);
        foreach (var role in Enum.GetValues<Role>())
        {
            var account = role == Role.Viewer ? ids.Viewer : Guid.NewGuid();
            var session = Secret.New();
            var key = Secret.New(CreateKey.Prefix);
            (Sessions[role], Keys[role]) = (session.Text.Reveal(), key.Text.Reveal());
            Add(
                "insert into account (account_id, email, name, password_hash) values ($1, $2, $3, '')",
                account,
                $"{role}-{Tag}@example.org",
                $"{role} {Tag}"
            );
            Add("insert into membership (organisation_id, account_id, role) values ($1, $2, $3)", OrganisationId, account, role.ToString());
            Add(
                "insert into session (session_hash, account_id, expires_at) values ($1, $2, now() + interval '1 day')",
                session.Hash,
                account
            );
            Add(
                "insert into api_key (organisation_id, api_key_id, name, role, key_hash, prefix, created_by) values ($1, $2, 'key', "
                    + "$3, $4, 'ns_', 'test')",
                OrganisationId,
                role == Role.Viewer ? ids.Key : Guid.NewGuid(),
                role.ToString(),
                key.Hash
            );
        }
        Add(
            "insert into one_time_link (token_hash, link_id, purpose, organisation_id, role, created_by, expires_at) values ($1, $2, "
                + "'join', $3, 'Viewer', 'test', now() + interval '1 day')",
            Secret.New().Hash,
            ids.Invitation,
            OrganisationId
        );
        Add(
            "insert into initiative (initiative_id, organisation_id, slug, title, stance) values ($1, $2, $3, 'Open doors', 'allyship')",
            initiative,
            OrganisationId,
            "initiative-" + Tag
        );
        Add(
            "insert into survey (survey_id, initiative_id, organisation_id, slug, title, state, draft, opened_on) values ($1, $2, $3, "
                + "$4, 'Open doors', 'open', $5::jsonb, current_date)",
            survey,
            initiative,
            OrganisationId,
            "survey-" + Tag,
            Definition
        );
        Add("insert into survey_version (survey_id, version, definition) values ($1, 1, $2::jsonb)", survey, Definition);
        Add(
            "insert into response (survey_id, response_id, version, language, received_on, answers, submission_hash, receipt_hash) "
                + "values ($1, $2, 1, 'en', current_date, $3::jsonb, $4, $5)",
            survey,
            response,
            """{"story": "The rent is too high."}""",
            Secret.New().Hash,
            Secret.New().Hash
        );
        Add(
            "insert into need (initiative_id, name, label, position, origin) values ($1, $2, $3::jsonb, 0, 'survey')",
            initiative,
            "housing_" + Tag,
            """{"en": "Housing"}"""
        );
        Add(
            "insert into coding (survey_id, response_id, coding_id, field, span_start, span_length, need, coder_id) values ($1, $2, "
                + "$3, 'story', 0, 8, $4, $5)",
            survey,
            response,
            ids.Coding,
            "housing_" + Tag,
            Guid.NewGuid()
        );
        Add(
            "insert into hearing_check (initiative_id, slug, state, opened_on) values ($1, $2, 'open', current_date)",
            initiative,
            "hearing-" + Tag
        );
        Add(
            "insert into hearing_summary (initiative_id, version, words, written_on) values ($1, 1, $2::jsonb, current_date)",
            initiative,
            """{"en": "You said housing."}"""
        );
        Add(
            "insert into hearing_reply (initiative_id, reply_id, verdict, correction, language, received_on, submission_hash, "
                + "summary_version) values ($1, $2, 'partly', 'Also heating.', 'en', current_date, $3, 1)",
            initiative,
            ids.Reply,
            Secret.New().Hash
        );
        Add("insert into goal (initiative_id, goal_id, title, position) values ($1, $2, 'A rent fund', 0)", initiative, goal);
        Add(
            "insert into goal_need_link (initiative_id, goal_id, need, strength) values ($1, $2, $3, 9)",
            initiative,
            goal,
            "housing_" + Tag
        );
        Add(
            "insert into goal (initiative_id, goal_id, title, position, state, adopted_at) values ($1, $2, 'A warm room', 1, "
                + "'adopted', now())",
            initiative,
            ids.Adopted
        );
        Add(
            "insert into goal_hearing (initiative_id, slug, state, opened_on) values ($1, $2, 'open', current_date)",
            initiative,
            "goals-" + Tag
        );
        Add(
            "insert into goal_reply (initiative_id, goal_id, reply_id, verdict, words, language, received_on, submission_hash) values "
                + "($1, $2, $3, 'change', 'On Fridays.', 'en', current_date, $4)",
            initiative,
            ids.Adopted,
            Guid.NewGuid(),
            Secret.New().Hash
        );
        Add(
            "insert into goal_update (initiative_id, goal_id, update_id, happened_on, words) values ($1, $2, $3, current_date, 'Begun.')",
            initiative,
            ids.Adopted,
            ids.Update
        );
        Add(
            "insert into gate_override (initiative_id, override_id, gate, reason, by_name) values ($1, $2, 'adopt', 'Urgent.', 'test')",
            initiative,
            ids.Override
        );
        Add("insert into report (initiative_id, slug) values ($1, $2)", initiative, "report-" + Tag);
        await batch.ExecuteNonQueryAsync();

        Set("org", "org-" + Tag, OrganisationId);
        Set("organisation", "org-" + Tag, OrganisationId);
        Set("initiative", "initiative-" + Tag, initiative);
        Set("survey", "survey-" + Tag, survey);
        Set("goal", null, goal);
        Set("response", null, response);
        Set("member", null, ids.Viewer);
        Set("key", null, ids.Key);
        Set("invitation", null, ids.Invitation);
        Set("pillar", null, ids.Pillar);
        Set("coding", null, ids.Coding);
        Set("reply", null, ids.Reply);
        Set("override", null, ids.Override);
        Set("update", null, ids.Update);
        Values["language"] = "es";
        Values["need"] = Values["name"] = "housing_" + Tag;
    }

    private void Set(string parameter, string? slug, Guid id)
    {
        Values[parameter] = slug ?? id.ToString();
        Values[parameter + ":guid"] = id.ToString();
    }

    private static readonly string Definition = SurveyJson.Write(
        new SurveyDefinition
        {
            Title = "What is going on?",
            Languages = ["en", "es"],
            Questions =
            [
                new TextQuestion
                {
                    Name = "story",
                    Label = "Let's talk about what is going on.",
                    Story = true,
                },
            ],
        }
    );
}
