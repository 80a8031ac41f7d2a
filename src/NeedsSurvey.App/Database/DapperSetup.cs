// How C# values and PostgreSQL's meet, said once for every query.

using System.Data;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace NeedsSurvey.App.Database;

/// <summary>A JSON document as a parameter of a query: UTF-8 bytes or text, sent as it is.</summary>
/// <remarks>Columns of type jsonb are read as <see cref="string"/>.</remarks>
public readonly record struct Jsonb
{
    private Jsonb(object document) => Document = document;

    internal object Document { get; }

    /// <summary>From text.</summary>
    public static Jsonb Of(string json) => new(json);

    /// <summary>From UTF-8.</summary>
    public static Jsonb Of(byte[] json) => new(json);
}

internal static class DapperSetup
{
    /// <summary>Registers the conversions; safe to call often.</summary>
    public static void Apply()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // A built-in mapping would win over the handler.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new JsonbHandler());
        SqlMapper.AddTypeHandler(new DateOnlyHandler());
        SqlMapper.AddTypeHandler(new InstantHandler());
    }

    private sealed class JsonbHandler : SqlMapper.TypeHandler<Jsonb>
    {
        public override Jsonb Parse(object value) => Jsonb.Of((string)value);

        public override void SetValue(IDbDataParameter parameter, Jsonb value)
        {
            var npgsql = (NpgsqlParameter)parameter;
            npgsql.NpgsqlDbType = NpgsqlDbType.Jsonb;
            npgsql.Value = value.Document;
        }
    }

    private sealed class DateOnlyHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => value is DateTime time ? DateOnly.FromDateTime(time) : (DateOnly)value;

        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Date;
            parameter.Value = value;
        }
    }

    /// <summary>Moments are stored and read in UTC.</summary>
    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => value is DateTime time ? new DateTimeOffset(time) : (DateTimeOffset)value;

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.TimestampTz;
            parameter.Value = value.ToUniversalTime();
        }
    }
}
