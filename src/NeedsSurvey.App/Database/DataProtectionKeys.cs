using Npgsql;

namespace NeedsSurvey.App.Database;

/// <summary>
/// Storage of the web framework's keys. Synchronous, because the framework's interface is; a handful of rows, read once a day.
/// </summary>
public sealed class DataProtectionKeys(DataSources sources)
{
    /// <summary>Every key's XML.</summary>
    public IReadOnlyList<string> All()
    {
        using var connection = sources.Writes.OpenConnection();
        using var command = new NpgsqlCommand(AllSql, connection);
        using var reader = command.ExecuteReader();
        var keys = new List<string>();
        while (reader.Read())
            keys.Add(reader.GetString(0));
        return keys;
    }

    /// <summary>Stores one key; the same name twice keeps the first.</summary>
    public void Store(string name, string xml)
    {
        using var connection = sources.Writes.OpenConnection();
        using var command = new NpgsqlCommand(StoreSql, connection) { Parameters = { new("name", name), new("xml", xml) } };
        command.ExecuteNonQuery();
    }

    private const string AllSql = "select xml from data_protection_key";

    private const string StoreSql = "insert into data_protection_key (name, xml) values (@name, @xml) on conflict do nothing";
}
