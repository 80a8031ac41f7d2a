// Prepares every SQL text of the App storey against a migrated database, so that a misspelt column fails here and not at a person's
// click. It finds them in the compiled code, constants and literals alike; nothing has to be registered.

using System.Reflection;
using System.Text.RegularExpressions;
using NeedsSurvey.App.Database;
using Npgsql;

namespace NeedsSurvey.App.Tests.Database;

/// <summary>All SQL is valid on the schema of migrations/.</summary>
public sealed partial class SqlTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Every_SQL_text_can_be_prepared()
    {
        var statements = Statements(TypeUses.Outer(typeof(Db).Assembly)).ToList();
        Assert.NotEmpty(statements);
        var faults = new List<string>();
        await using var connection = await database.Sources.Writes.OpenConnectionAsync();
        foreach (var (name, sql) in statements)
        {
            if (await Fault(connection, sql) is { } fault)
                faults.Add($"{name}: {fault}");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // A pooler gives a session's locks to the next client.
    [Fact]
    public void Fault_P7_no_lock_outlives_its_transaction() =>
        Assert.DoesNotContain(Statements(TypeUses.Outer(typeof(Db).Assembly)), found =>
            found.Sql.Contains("advisory", StringComparison.Ordinal) && !found.Sql.Contains("advisory_xact", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("select nothing from organisation")]
    [InlineData("update organisation set nam = @name where organisation_id = any(@ids)")]
    public async Task A_misspelt_column_is_found(string sql)
    {
        await using var connection = await database.Sources.Writes.OpenConnectionAsync();
        Assert.Contains("does not exist", await Fault(connection, sql), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_in_strings_and_operators_are_not_parameters() =>
        Assert.Equal("select 'a@b.org', $1::jsonb @> $2, $1", Numbered("select 'a@b.org', @one::jsonb @> @two, @one"));

    /// <summary>
    /// Every text that reads like a statement, with the type (and the constant) it stands in, private and nested ones too.
    /// </summary>
    internal static IEnumerable<(string Name, string Sql)> Statements(IEnumerable<Type> types) =>
        types
            .SelectMany(type => Constants(type).Concat(TypeUses.Texts(type).Select(text => (type.FullName!, text))))
            .Where(found => Statement().IsMatch(found.Item2))
            .DistinctBy(found => found.Item2);

    private static IEnumerable<(string, string)> Constants(Type type) =>
        type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(field => ($"{type.FullName}.{field.Name}", (string)field.GetRawConstantValue()!))
            .Concat(type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).SelectMany(Constants));

    private static async Task<string?> Fault(NpgsqlConnection connection, string sql)
    {
        try
        {
            // A simple query, so that the server sees PREPARE with the statement's own $1, $2… as they are.
            await using var prepare = new NpgsqlCommand("prepare checked as " + Numbered(sql), connection);
            await prepare.ExecuteNonQueryAsync();
            await using var forget = new NpgsqlCommand("deallocate checked", connection);
            await forget.ExecuteNonQueryAsync();
            return null;
        }
        // The program sends types with its parameters; PREPARE has only the text to go by.
        catch (PostgresException e)
            when (e.SqlState
                    is PostgresErrorCodes.IndeterminateDatatype
                        or PostgresErrorCodes.AmbiguousParameter
                        or PostgresErrorCodes.AmbiguousFunction
            )
        {
            return null;
        }
        catch (PostgresException e)
        {
            return e.MessageText;
        }
    }

    private static string Numbered(string sql)
    {
        var names = new List<string>();
        return Parameter()
            .Replace(sql, match =>
            {
                if (!match.Groups["name"].Success)
                    return match.Value;
                var name = match.Groups["name"].Value;
                if (!names.Contains(name))
                    names.Add(name);
                return "$" + (names.IndexOf(name) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            });
    }

    [GeneratedRegex(
        @"^\s*(select|insert\s+into|update|delete\s+from|with\s+(recursive\s+)?\w+(\s*\([^)]*\))?\s+as|merge\s+into|values)\b",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Statement();

    // Strings and comments first, so that what looks like a parameter inside them is passed over.
    [GeneratedRegex(@"'(?:[^']|'')*'|--[^\n]*|@(?<name>[A-Za-z_]\w*)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
