// Single responses for people who may read them, newest day first. Within a day the order is that of the random ids, so it says nothing
// about who answered before whom.

using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.App.Responses;

/// <summary>A response as it is stored.</summary>
public sealed record StoredResponse
{
    public required Guid ResponseId { get; init; }
    public required int Version { get; init; }
    public required string Language { get; init; }

    /// <summary>The day it came in, UTC; nothing finer is known.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Answers by question; empty when withdrawn.</summary>
    public required JsonElement Answers { get; init; }
    public required bool MayQuote { get; init; }

    /// <summary>Taken back by the respondent.</summary>
    public required bool IsWithdrawn { get; init; }
}

/// <summary>One page of a list.</summary>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record ResponseList(IReadOnlyList<StoredResponse> Items, string? Next);

/// <summary>Lists a survey's responses, a page at a time.</summary>
public sealed class ListResponses(Db db, FindSurvey surveys)
{
    public const int LargestPage = 500;

    /// <param name="actor">Needs <see cref="Permission.ReadResponses"/>.</param>
    /// <param name="survey">Whose responses: id or slug.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="limit">1 to <see cref="LargestPage"/>.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<Result<ResponseList>> Run(
        Actor actor,
        string survey,
        string? cursor,
        int limit,
        CancellationToken cancellation = default
    )
    {
        if (!(await surveys.Run(actor, Permission.ReadResponses, survey, cancellation)).Succeeded(out var found, out var refusal))
            return refusal;
        if (limit is < 1 or > LargestPage)
            return new Problem.Invalid("limit", "out_of_range", $"Ask for 1 to {LargestPage} responses at a time.");
        DateOnly? day = null;
        Guid? id = null;
        if (cursor is not null)
        {
            if (ReadCursor(cursor) is not var (fromDay, fromId))
                return new Problem.Invalid("cursor", "bad_cursor", "Use the cursor that the page before gave as “next”.");
            (day, id) = (fromDay, fromId);
        }

        var rows = await db.Query<Row>(
            ListSql,
            new
            {
                surveyId = found.Id,
                day,
                id,
                limit = limit + 1,
            },
            cancellation
        );
        var more = rows.Count > limit;
        if (more)
            rows.RemoveAt(limit);
        return new ResponseList([.. rows.Select(row => row.AsStored())], more ? Cursor(rows[^1]) : null);
    }

    private static string Cursor(Row last) =>
        Base64Url.EncodeToString(
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{last.ReceivedOn:yyyy-MM-dd}{last.ResponseId:N}"))
        );

    private static (DateOnly Day, Guid Id)? ReadCursor(string cursor)
    {
        if (cursor.Length > 80 || !Base64Url.IsValid(cursor))
            return null;
        var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor));
        return
            text.Length == 42
            && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && Guid.TryParseExact(text[10..], "N", out var id)
            ? (day, id)
            : null;
    }

    private const string ListSql = """
        select response_id, version, language, received_on, answers, may_quote, withdrawn_on is not null as is_withdrawn
        from response
        where survey_id = @surveyId and (@day::date is null or (received_on, response_id) < (@day::date, @id::uuid))
        order by received_on desc, response_id desc
        limit @limit
        """;

    private sealed record Row
    {
        public required Guid ResponseId { get; init; }
        public required int Version { get; init; }
        public required string Language { get; init; }
        public required DateOnly ReceivedOn { get; init; }
        public required string Answers { get; init; }
        public required bool MayQuote { get; init; }
        public required bool IsWithdrawn { get; init; }

        public StoredResponse AsStored() =>
            new()
            {
                ResponseId = ResponseId,
                Version = Version,
                Language = Language,
                ReceivedOn = ReceivedOn,
                Answers = JsonSerializer.Deserialize<JsonElement>(Answers),
                MayQuote = MayQuote,
                IsWithdrawn = IsWithdrawn,
            };
    }
}
