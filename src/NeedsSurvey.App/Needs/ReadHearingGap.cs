using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.App.Needs;

/// <summary>
/// What staff expected, beside what people said. Sealed until there are answers: a prediction shown early would become an answer.
/// </summary>
public sealed class ReadHearingGap(Db db, FindInitiative find, ReadNeedAnswers read)
{
    /// <param name="Locked">Whether a prediction was made; <paramref name="Gap"/> is null until people have answered.</param>
    /// <param name="Ranking">The ranking that the prediction is compared with; null like <paramref name="Gap"/>.</param>
    public sealed record View(bool Locked, string? LockedBy, DateTimeOffset? LockedAt, HearingGap? Gap, NeedRanking? Ranking = null);

    public async Task<Result<View>> Run(Actor actor, Guid initiative, string? method = null, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (await Locked(initiative, cancellation) is not { } row)
            return new View(false, null, null, null);
        var evidence = await read.Run(found.InitiativeId, cancellation);
        return RankNeeds.Choose(Rankings.All(evidence.Answers), method).Then(chosen => Of(row, chosen.Ranking));
    }

    /// <summary>Beside a ranking that was just read, so that one page reads the responses once.</summary>
    /// <param name="ranking">Null while nothing can be ranked.</param>
    public async Task<Result<View>> Beside(Actor actor, Guid initiative, NeedRanking? ranking, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out _, out var problem))
            return problem;
        return await Locked(initiative, cancellation) is { } row ? Of(row, ranking) : new View(false, null, null, null);
    }

    private Task<Row?> Locked(Guid initiative, CancellationToken cancellation) => db.Find<Row>(Sql, new { initiative }, cancellation);

    private static View Of(Row row, NeedRanking? ranking) =>
        new(
            true,
            row.LockedBy,
            TimeZoneInfo.ConvertTime(row.LockedAt, InitiativeClock.Zone(row.TimeZone)),
            ranking is null ? null : HearingGap.Of(row.Ranking, ranking),
            ranking
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
