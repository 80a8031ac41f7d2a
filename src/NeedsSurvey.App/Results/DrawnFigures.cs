// Figures for people who may not export are drawn once and kept: the same document is given to everybody until its basis is
// another one. Results, needs, groups and the report come through here.
//
// A basis has two parts: the drawing, which says who is counted, and all else that figures depend on (the design, the codebook, versions).
// Where only the latter has changed, figures are worked out again of the same people, whose counts and noise are the same. Once somebody
// has withdrawn, the same people are not there any more: figures of those who are left would be one more look at people who differ by one,
// so they stay as they were drawn until the next step.

using System.Text.Json;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Results;

/// <summary>What figures depend on besides who is in the drawing. It must not change with a single response.</summary>
/// <param name="Known">The survey's version, its design, the codebook.</param>
/// <param name="Steps">What else joins in steps, as readings of stories do: a step may draw figures again of those who are left.</param>
public sealed record FigureBasis(string Known, string Steps = "");

/// <summary>Figures as they are kept.</summary>
/// <param name="Wait">Something has changed that is not in them before the next drawing.</param>
public sealed record Kept<T>(T Figures, bool Wait);

/// <summary>Gives a document of safe figures, drawn when it has to be; the caller has asked for permission.</summary>
public sealed class DrawnFigures(Db db, DrawResponses responses)
{
    // Rises when the same counts make other figures.
    private const string Rules = "8";

    /// <param name="scope">A survey or an initiative.</param>
    /// <param name="document">Its name within the scope, with all that was asked for: <c>results?filter=area=north</c>.</param>
    /// <param name="basis">What it depends on besides the drawings, read in the same moment.</param>
    /// <param name="draw">Works it out from responses that are <c>drawn</c>; a problem is not kept.</param>
    /// <param name="cancellation">Ends the reads.</param>
    public async Task<Result<Kept<T>>> Run<T>(
        Guid scope,
        string document,
        Func<ReadSnapshot, Task<FigureBasis>> basis,
        Func<ReadSnapshot, Task<Result<T>>> draw,
        CancellationToken cancellation
    )
    {
        await responses.Run(scope, cancellation);
        var (result, from) = await db.Snapshot<(Result<Kept<T>>, string?)>(
            async snapshot =>
            {
                var (stored, now) = await Find(snapshot, scope, document, basis);
                if (stored is not null)
                    return (new Kept<T>(JsonSerializer.Deserialize<T>(stored.Content, FigureJson.Options)!, stored.Basis != now), null);
                return ((await draw(snapshot)).Succeeded(out var drawn, out var problem) ? new Kept<T>(drawn, false) : problem, now);
            },
            cancellation
        );
        if (from is not null && result.Succeeded(out var made, out _))
            await Keep(scope, from, new() { [document] = made.Figures! }, cancellation);
        return result;
    }

    /// <summary>One of several documents that are drawn in the same moment.</summary>
    /// <param name="scope">A survey or an initiative.</param>
    /// <param name="first">Name of the one that is always among them.</param>
    /// <param name="document">Name of the one that is wanted.</param>
    /// <param name="basis">As for one document.</param>
    /// <param name="draw">Works them all out, by name.</param>
    /// <param name="cancellation">Ends the reads.</param>
    /// <returns>Null where it is not among them.</returns>
    public async Task<Kept<T?>> OneOf<T>(
        Guid scope,
        string first,
        string document,
        Func<ReadSnapshot, Task<FigureBasis>> basis,
        Func<ReadSnapshot, Task<Dictionary<string, object>>> draw,
        CancellationToken cancellation
    )
        where T : class
    {
        await responses.Run(scope, cancellation);
        var (kept, made, from, wait) = await db.Snapshot<(string?, Dictionary<string, object>?, string, bool)>(
            async snapshot =>
            {
                var (stored, now) = await Find(snapshot, scope, first, basis);
                if (stored is null)
                    return (null, await draw(snapshot), now, false);
                var wanted = await snapshot.Query<StoredRow>(StoredSql, new { scope, document });
                return (wanted is [var one] && one.Basis == stored.Basis ? one.Content : null, null, now, stored.Basis != now);
            },
            cancellation
        );
        if (made is null)
            return new(kept is null ? null : JsonSerializer.Deserialize<T>(kept, FigureJson.Options), wait);
        await Keep(scope, from, made, cancellation);
        return new(made.GetValueOrDefault(document) as T, false);
    }

    // What is kept and still stands, and the basis of this moment; null where figures have to be worked out.
    private static async Task<(StoredRow? Stored, string Now)> Find(
        ReadSnapshot snapshot,
        Guid scope,
        string document,
        Func<ReadSnapshot, Task<FigureBasis>> basis
    )
    {
        var drawings = await snapshot.One<string>(DrawingsSql, new { scope }) + " ";
        var (known, steps) = await basis(snapshot);
        var tail = steps.Length > 0 ? " " + steps : "";
        var now = $"{drawings}{Rules} {known}{tail}";
        var stored = await snapshot.Query<StoredRow>(StoredSql, new { scope, document }) is [var one] ? one : null;
        if (stored is null || stored.Basis == now)
            return (stored, now);
        var isOfTheDrawing =
            stored.Basis.StartsWith(drawings, StringComparison.Ordinal) && stored.Basis.EndsWith(tail, StringComparison.Ordinal);
        return (isOfTheDrawing && await snapshot.One<bool>(LeftSql, new { scope }) ? stored : null, now);
    }

    private Task<Result<Done>> Keep(Guid scope, string from, Dictionary<string, object> made, CancellationToken cancellation) =>
        db.Maintenance<Done>(
            async tx =>
            {
                foreach (var (document, value) in made.OrderBy(one => one.Key, StringComparer.Ordinal))
                {
                    var content = Jsonb.Of(JsonSerializer.Serialize(value, value.GetType(), FigureJson.Options));
                    await tx.Execute(
                        KeepSql,
                        new
                        {
                            scope,
                            document,
                            from,
                            content,
                        }
                    );
                }
                return Done.It;
            },
            cancellation
        );

    private const string DrawingsSql = """
        select coalesce(string_agg(concat(d.survey_id, '.', d.number), ' ' order by d.survey_id), '')
        from survey_drawing d join survey s using (survey_id) where s.survey_id = @scope or s.initiative_id = @scope
        """;

    private const string StoredSql = "select basis, content from drawn_figures where scope = @scope and document = @document";

    // Whether somebody who was drawn is not there any more.
    private const string LeftSql = """
        select coalesce(bool_or(d.responses <> (
            select count(*) from counted_response r where r.survey_id = d.survey_id and r.drawn)), false)
        from survey_drawing d join survey s using (survey_id) where s.survey_id = @scope or s.initiative_id = @scope
        """;

    private const string KeepSql = """
        insert into drawn_figures (scope, document, basis, content) values (@scope, @document, @from, @content)
        on conflict (scope, document) do update set basis = excluded.basis, content = excluded.content
        """;

    private sealed record StoredRow
    {
        public required string Basis { get; init; }
        public required string Content { get; init; }
    }
}
