namespace NeedsSurvey.App.Database;

// Two people who have the same page open would otherwise undo each other's work without a word: a form sends every field, also those that
// its sender never touched. A revision is the fingerprint of what is stored; who saves says from which one they began.

/// <summary>What a form was filled with, told apart from what is stored when it comes back.</summary>
internal static class Revision
{
    /// <summary>
    /// Refuses where what is stored is no longer what the form was filled with. The caller holds the row that all writers of the thing
    /// lock, so that none of them comes between this look and the write.
    /// </summary>
    /// <param name="sql">The thing's fingerprint; no row while there is no such thing.</param>
    /// <param name="begunFrom">The fingerprint that the form was filled with; null to write over whatever is there.</param>
    public static async Task<Problem?> Refusal(Tx tx, string sql, object at, string? begunFrom) =>
        begunFrom is { Length: > 0 } && await tx.Find<string>(sql, at) is { } stored && stored != begunFrom ? Meanwhile : null;

    /// <summary>What is said then: saving again writes over what was stored meanwhile.</summary>
    public static Problem Meanwhile { get; } =
        new Problem.Conflict(
            Problem.Conflict.Meanwhile,
            "This was saved by somebody else, or in another window, after you had opened it. What you typed stands here and is not stored "
                + "yet: look at what is stored now, then save again to put yours in its place."
        );
}
