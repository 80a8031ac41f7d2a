using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.App.Needs;

/// <summary>
/// What staff expected, beside what people said. Sealed until there are answers: a prediction shown early would become an answer.
/// </summary>
public sealed class ReadHearingGap(Db db, FindInitiative find, ReadNeedFigures read)
{
    /// <param name="Locked">Whether a prediction was made; <paramref name="Gap"/> is null until people have answered.</param>
    /// <param name="Figures">The figures that the prediction is compared with, true or safe; null without a prediction.</param>
    public sealed record View(bool Locked, string? LockedBy, DateTimeOffset? LockedAt, HearingGap? Gap, NeedFigures? Figures = null);

    public async Task<Result<View>> Run(Actor actor, Guid initiative, string? method = null, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (await Locked(initiative, cancellation) is not { } row)
            return new View(false, null, null, null);
        var safe = !actor.SeesTrueFigures(found.OrganisationId);
        return (await read.Run(found.InitiativeId, safe, method, cancellation: cancellation)).Then(figures => Of(row, figures));
    }

    /// <summary>Beside figures that were just read, so that one page reads the responses once.</summary>
    public async Task<Result<View>> Beside(Actor actor, Guid initiative, NeedFigures figures, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out _, out var problem))
            return problem;
        return await Locked(initiative, cancellation) is { } row ? Of(row, figures) : new View(false, null, null, null);
    }

    private async Task<Row?> Locked(Guid initiative, CancellationToken cancellation) =>
        await db.Find<Row>(Sql, new { initiative }, cancellation) is { } row
            ? row with
            {
                Ranking = [.. ReadNeedAnswers.Predicted(row.Ranking, await ReadNeedAnswers.ReadCodebook(db, initiative, cancellation))],
            }
            : null;

    private static View Of(Row row, NeedFigures figures) =>
        new(
            true,
            row.LockedBy,
            TimeZoneInfo.ConvertTime(row.LockedAt, InitiativeClock.Zone(row.TimeZone)),
            figures.Chosen is null ? null : HearingGap.Of(row.Ranking, figures.Chosen),
            figures
        );

    private const string Sql = """
        select ranking, locked_by, locked_at, time_zone from prediction join initiative using (initiative_id)
        where initiative_id = @initiative
        """;

    private sealed record Row
    {
        public required string[] Ranking { get; init; }
        public required string LockedBy { get; init; }
        public required DateTimeOffset LockedAt { get; init; }
        public required string TimeZone { get; init; }
    }
}
