// Figures for people who may not read responses are drawn once and kept: the same document is given to everybody until its basis is
// another one. Results, needs, groups and the report come through here.

using System.Text.Json;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Results;

/// <summary>Gives a document of safe figures, drawn when it has to be; the caller has asked for permission.</summary>
public sealed class DrawnFigures(Db db, DrawResponses responses)
{
    /// <param name="scope">A survey or an initiative.</param>
    /// <param name="document">Its name within the scope, with all that was asked for: <c>results?filter=area=north</c>.</param>
    /// <param name="basis">
    /// What it depends on besides the drawings, read in the same moment: the survey's version, the codebook. It must not change with a
    /// single response.
    /// </param>
    /// <param name="draw">Works it out from responses that are <c>drawn</c>; a problem is not kept.</param>
    /// <param name="cancellation">Ends the reads.</param>
    public async Task<Result<T>> Run<T>(
        Guid scope,
        string document,
        Func<ReadSnapshot, Task<string>> basis,
        Func<ReadSnapshot, Task<Result<T>>> draw,
        CancellationToken cancellation
    )
    {
        await responses.Run(scope, cancellation);
        var (result, from) = await db.Snapshot(
            async snapshot =>
            {
                var now = $"{await snapshot.One<string>(DrawingsSql, new { scope })} {await basis(snapshot)}";
                return
                    await snapshot.Query<string>(
                        KeptSql,
                        new
                        {
                            scope,
                            document,
                            now,
                        }
                    )
                        is [var kept]
                    ? (JsonSerializer.Deserialize<T>(kept, FigureJson.Options)!, null)
                    : (await draw(snapshot), now);
            },
            cancellation
        );
        if (from is not null && result.Problem is null)
            await Keep(scope, from, new() { [document] = result.OrThrow()! }, cancellation);
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
    public async Task<T?> OneOf<T>(
        Guid scope,
        string first,
        string document,
        Func<ReadSnapshot, Task<string>> basis,
        Func<ReadSnapshot, Task<Dictionary<string, object>>> draw,
        CancellationToken cancellation
    )
        where T : class
    {
        await responses.Run(scope, cancellation);
        var (kept, made, from) = await db.Snapshot(
            async snapshot =>
            {
                var now = $"{await snapshot.One<string>(DrawingsSql, new { scope })} {await basis(snapshot)}";
                var asked = new
                {
                    scope,
                    document,
                    first,
                    now,
                };
                return await snapshot.Query<string?>(OneOfSql, asked) is [var one]
                    ? (one, (Dictionary<string, object>?)null, now)
                    : (null, await draw(snapshot), now);
            },
            cancellation
        );
        if (made is null)
            return kept is null ? null : JsonSerializer.Deserialize<T>(kept, FigureJson.Options);
        await Keep(scope, from, made, cancellation);
        return made.GetValueOrDefault(document) as T;
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

    private const string KeptSql = "select content from drawn_figures where scope = @scope and document = @document and basis = @now";

    // A row where they have been drawn, with nothing in it where the one that is wanted is not among them.
    private const string OneOfSql = """
        select wanted.content
        from drawn_figures f
        left join drawn_figures wanted on wanted.scope = f.scope and wanted.basis = f.basis and wanted.document = @document
        where f.scope = @scope and f.document = @first and f.basis = @now
        """;

    private const string KeepSql = """
        insert into drawn_figures (scope, document, basis, content) values (@scope, @document, @from, @content)
        on conflict (scope, document) do update set basis = excluded.basis, content = excluded.content
        """;
}
