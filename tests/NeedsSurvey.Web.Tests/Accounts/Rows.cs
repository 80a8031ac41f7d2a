namespace NeedsSurvey.Web.Tests.Accounts;

/// <summary>Everything in the database, as one short text: two are alike exactly when no row differs.</summary>
public static class Rows
{
    public static async Task<string> Fingerprint(TestSite site)
    {
        var db = site.Database.Db;
        // The web framework's own keys, and safe figures that are kept for the next reader, come and go without anybody's doing.
        var tables = await db.Query<string>(
            """
            select table_name::text from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE'
                and table_name not in ('data_protection_key', 'drawn_figures') order by 1
            """
        );
        var sql = string.Join(
            " union all ",
            tables.Select(table =>
                $"select '{table}:' || count(*) || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from \"{table}\" t"
            )
        );
        return string.Join('\n', await db.Query<string>(sql));
    }
}
