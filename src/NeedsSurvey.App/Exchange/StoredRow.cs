using System.Data.Common;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.App.Exchange;

/// <summary>The answers of a row of a file.</summary>
/// <param name="Answers">Of the response, or of one instance of a repeat.</param>
/// <param name="Version">Of the survey.</param>
/// <param name="Whole">Of an instance: the response it belongs to, where the file has choice filters.</param>
/// <param name="Index">Of an instance: its place, from 0.</param>
internal readonly record struct StoredRow(byte[] Answers, int Version, byte[]? Whole, int Index)
{
    /// <summary>From a row of <see cref="ExportSource.Responses"/> or <see cref="ExportSource.Instances"/>.</summary>
    public static StoredRow Of(AnswerFile file, DbDataReader row) =>
        file.Repeat is null
            ? new(row.GetFieldValue<byte[]>(2), row.GetInt32(1), null, 0)
            : new(
                row.GetFieldValue<byte[]>(2),
                row.GetInt32(1),
                file.HasFilters ? row.GetFieldValue<byte[]>(4) : null,
                row.GetInt32(3) - 1
            );
}
