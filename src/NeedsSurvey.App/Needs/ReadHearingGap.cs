using NeedsSurvey.App.Database;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.App.Needs;

/// <summary>What staff expected, beside what people said. Sealed until there are answers: a prediction shown early would become an answer.</summary>
public sealed class ReadHearingGap(Db db, FindInitiative find, ReadNeedAnswers read)
{
    /// <param name="Locked">Whether a prediction was made; <paramref name="Gap"/> is null until people have answered.</param>
    public sealed record View(bool Locked, string? LockedBy, DateTimeOffset? LockedAt, HearingGap? Gap);

    public async Task<Result<View>> Run(Actor actor, Guid initiative, string? method = null, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem)) return problem;
        if (await db.Find<Row>("select ranking, locked_by, locked_at from prediction where initiative_id = @initiative", new { initiative }, cancellation) is not { } row)
            return new View(false, null, null, null);
        var evidence = await read.Run(found.InitiativeId, cancellation);
        if (!RankNeeds.Choose(Rankings.All(evidence.Answers), method).Succeeded(out var chosen, out problem)) return problem;
        return new View(true, row.LockedBy, row.LockedAt, chosen.Ranking is { } ranking ? HearingGap.Of(row.Ranking, ranking) : null);
    }

    private sealed record Row
    {
        public required string[] Ranking { get; init; }
        public required string LockedBy { get; init; }
        public required DateTimeOffset LockedAt { get; init; }
    }
}
