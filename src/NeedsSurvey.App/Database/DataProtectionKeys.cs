using Npgsql;

namespace NeedsSurvey.App.Database;

/// <summary>
/// Storage of the web framework's keys. Synchronous, because the framework's interface is; a handful of rows, read once a day.
/// </summary>
public sealed class DataProtectionKeys(DataSources sources)
{
    private volatile int seen;

    /// <summary>Every key's XML.</summary>
    public IReadOnlyList<string> All()
    {
        using var connection = sources.Writes.OpenConnection();
        using var command = new NpgsqlCommand(AllSql, connection);
        using var reader = command.ExecuteReader();
        var keys = new List<string>();
        while (reader.Read())
            keys.Add(reader.GetString(0));
        seen = keys.Count;
        return keys;
    }

    /// <summary>
    /// Stores one key, unless another node was quicker: two that start on an empty database at once would else have a key each and not
    /// know the other's for a day. The framework reads all keys again after storing, and takes the other's.
    /// </summary>
    public void Store(string name, string xml)
    {
        using var connection = sources.Writes.OpenConnection();
        using var transaction = connection.BeginTransaction();
        using var alone = new NpgsqlCommand(AloneSql, connection, transaction);
        alone.ExecuteNonQuery();
        using var store = new NpgsqlCommand(StoreSql, connection, transaction)
        {
            Parameters = { new("name", name), new("xml", xml), new("seen", seen) },
        };
        store.ExecuteNonQuery();
        transaction.Commit();
    }

    private const string AllSql = "select xml from data_protection_key";

    private const string AloneSql = "lock table data_protection_key in share row exclusive mode";

    private const string StoreSql = """
        insert into data_protection_key (name, xml) select @name, @xml where (select count(*) from data_protection_key) = @seen
        on conflict do nothing
        """;
}
