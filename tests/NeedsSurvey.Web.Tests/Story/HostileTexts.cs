using System.Text.Json.Nodes;
using NeedsSurvey.App;
using NeedsSurvey.App.Demo;
using NeedsSurvey.App.Reports;
using Npgsql;

namespace NeedsSurvey.Web.Tests.Story;

/// <summary>
/// The demo with markup written past every check into every column that can hold text: whatever reaches the database must still be
/// harmless on every page (threat-model.md 21). The columns come from PostgreSQL's own catalogue, so that a new one is spoilt as soon as a
/// migration makes it; one that must be left alone stands here with the reason.
/// </summary>
public static class HostileTexts
{
    /// <summary>Ends whatever it stands in, and leaves an element of a name that no page has.</summary>
    public const string Payload =
        "x'\"></textarea></title></script><xss-found onclick=alert(1)></xss-found><img src=x "
        + "onerror=alert(2)><script>alert(3)</script><svg/onload=alert(4)>";

    // For what stands in addresses: no slash, so that the page is still found.
    private const string NamePayload = "x'\"><xss-found onclick=alert(1)><img src=x onerror=alert(2)>";

    // The program's own bookkeeping: no page reads it, or only by its own words, and without it there is no page.
    private static readonly HashSet<string> NotWords =
    [
        "schema_migration",
        "data_protection_key",
        "audit_entry.actor_kind",
        "draft_change.actor_kind",
    ];

    // Names by which one row finds another or an address finds a row: spoilt by SpoilNames alone, for little is left to see afterwards.
    private static readonly HashSet<string> Names =
    [
        "organisation.slug",
        "initiative.slug",
        "survey.slug",
        "hearing_check.slug",
        "goal_hearing.slug",
        "report.slug",
        "survey.template",
        "population_margin.group_role",
        "population_margin.category",
        "need.name",
        "need.merged_into",
        "coding.need",
        "coding.field",
        "reading.field",
        "prediction.ranking",
        "goal_need_link.need",
        "disposition.need",
        "response.language",
        "hearing_reply.language",
        "goal_reply.language",
    ];

    // In a survey's JSON: what the program reads, not people.
    private static readonly HashSet<string> NotWordsOfSurvey =
    [
        "type",
        "name",
        "need",
        "group_role",
        "compare",
        "op",
        "entry",
        "list",
        "parent",
        "question",
        "answers_until",
        "heard_by",
        "choices",
        "choice_filter",
        "relevant",
        "constraint",
        "calculation",
        "appearance",
        "languages",
        "catalogue",
        "key",
        "for",
    ];

    // Tables that the demo leaves empty, and rows that make a page show more.
    private static readonly string[] Rows =
    [
        "insert into gate_override (initiative_id, override_id, gate, target, reason, by_name) select initiative_id, "
            + "gen_random_uuid(), 'evidence', 'x', 'x', 'x' from initiative",
        "with one as (insert into account (account_id, email, name, password_hash) values (gen_random_uuid(), 'x@example.org', 'x', "
            + "'x') returning account_id) insert into membership (organisation_id, account_id, role) select organisation_id, "
            + "account_id, 'Coder' from organisation, one",
        "insert into api_key (organisation_id, api_key_id, name, role, key_hash, prefix, created_by) select organisation_id, "
            + "gen_random_uuid(), 'x', 'Viewer', '\\x00', 'x', 'x' from organisation limit 1",
        "insert into one_time_link (token_hash, link_id, purpose, organisation_id, email, role, created_by, expires_at) select "
            + "'\\x00', gen_random_uuid(), 'join', organisation_id, 'x', 'Viewer', 'x', now() + interval '1 day' from organisation limit 1",
        "update initiative set stance = 'solidarity'",
        "update hearing_check set state = 'open', closed_on = null",
        "update coding set span_start = 0, span_length = 60 where coding_id in (select coding_id from quote)",
    ];

    /// <summary>Makes the demo, spoils it, and publishes its report again, so that it too is made of spoilt words.</summary>
    public static async Task<DemoPlaces> Make(TestSite site)
    {
        var demo = (await site.Get<CreateDemo>().Run(Actor.Operator, 60, onlyFirst: true)).OrThrow().Demo;
        foreach (var sql in Rows)
            await site.Database.Execute(sql);
        await Spoil(site, Payload, column => !Names.Contains(column));
        var initiative = await site.Database.Db.One<Guid>("select initiative_id from initiative");
        (await site.Get<PublishReport>().Run(Actor.Operator, initiative, Payload)).OrThrow();
        return demo;
    }

    /// <summary>The same with the names. Pages may miss what they look for now, but must still not take a name for markup.</summary>
    public static Task SpoilNames(TestSite site) => Spoil(site, NamePayload, Names.Contains);

    private static bool IsBookkeeping(Column column) => NotWords.Contains(column.TableName) || NotWords.Contains(column.ToString());

    private static async Task Spoil(TestSite site, string payload, Func<string, bool> wanted)
    {
        var missed = new List<string>();
        var columns = await site.Database.Db.Query<Column>(ColumnsSql);
        await using var connection = await site.Database.Sources.Writes.OpenConnectionAsync();
        // Names that point at each other change one by one.
        await Execute(connection, "set session_replication_role = replica");
        foreach (var column in columns.Where(column => !IsBookkeeping(column) && wanted(column.ToString())))
        {
            try
            {
                if (column.DataType == "jsonb")
                    await SpoilJson(connection, column, payload);
                // What must differ from row to row still does.
                else if (
                    await Execute(
                        connection,
                        column.DataType == "ARRAY"
                            ? $"update {column.TableName} set {column.ColumnName} = array(select $1 || one from "
                                + $"unnest({column.ColumnName}) one)"
                            : $"update {column.TableName} set {column.ColumnName} = $1 || {column.ColumnName} where "
                                + $"{column.ColumnName} <> '' or not exists (select 1 from {column.TableName} where "
                                + $"{column.ColumnName} <> '')",
                        payload
                    ) == 0
                )
                    missed.Add(column.ToString());
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CheckViolation)
            {
                // One of a few words that the database itself holds the column to.
            }
        }
        await Execute(connection, "set session_replication_role = origin");
        Assert.True(missed.Count == 0, "No row holds " + string.Join(", ", missed) + ": add one to Rows.");
    }

    private static async Task SpoilJson(NpgsqlConnection connection, Column column, string payload)
    {
        var (documents, isSurvey) = (new List<string>(), column.TableName is "survey" or "survey_version" or "draft_change");
        await using (
            var command = new NpgsqlCommand(
                $"select distinct {column.ColumnName}::text from {column.TableName} where {column.ColumnName} is not null",
                connection
            )
        )
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                documents.Add(reader.GetString(0));
        foreach (var document in documents)
        {
            var json = JsonNode.Parse(document)!;
            Walk(json);
            await Execute(
                connection,
                $"update {column.TableName} set {column.ColumnName} = $1::jsonb where {column.ColumnName} = $2::jsonb",
                json.ToJsonString(),
                document
            );
        }

        void Walk(JsonNode? node)
        {
            if (node is JsonArray list)
                for (var i = 0; i < list.Count; i++)
                    if (list[i] is not JsonValue)
                        Walk(list[i]);
            if (node is not JsonObject fields)
                return;
            foreach (var (name, value) in fields.ToList())
            {
                if (isSurvey && NotWordsOfSurvey.Contains(name))
                {
                    if (value is not JsonValue)
                        Walk(value);
                }
                else if (
                    value is JsonValue text
                    && text.GetValueKind() == System.Text.Json.JsonValueKind.String
                    && IsWords(text.GetValue<string>(), name)
                )
                    fields[name] = name == "url" ? "javascript:alert(5)" : payload;
                else
                    Walk(value);
            }
        }

        // Among answers and in a report, what has no space is a code.
        bool IsWords(string text, string key) =>
            isSurvey
            || column.TableName is not ("response" or "report_version")
            || key == "other"
            || text.Contains(' ', StringComparison.Ordinal);
    }

    private static async Task<int> Execute(NpgsqlConnection connection, string sql, params string[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteNonQueryAsync();
    }

    private const string ColumnsSql = """
        select c.table_name::text, c.column_name::text, c.data_type::text
        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
          and (c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'xml') or c.data_type = 'ARRAY'
              and c.udt_name in ('_text', 'varchar'))
        order by 1, 2
        """;

    private sealed record Column
    {
        public required string TableName { get; init; }
        public required string ColumnName { get; init; }
        public required string DataType { get; init; }

        public override string ToString() => $"{TableName}.{ColumnName}";
    }
}
