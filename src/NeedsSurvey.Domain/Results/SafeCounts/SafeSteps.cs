namespace NeedsSurvey.Domain.Results;

/// <summary>
/// When figures are drawn again. Every drawing is another look at the same people, so drawings are few: at least k responses and at least
/// a quarter
/// of the last drawing's have come or gone. Between drawings the last one's figures stay as they are, and so does a report's version.
/// </summary>
public static class SafeSteps
{
    /// <summary>Whether a new drawing may be made.</summary>
    /// <param name="drawn">Responses in the last drawing; 0 for none yet.</param>
    /// <param name="added">Counted now, not then.</param>
    /// <param name="removed">Counted then, not now. Not set off against the added: each is a change that somebody may know of.</param>
    public static bool MayDraw(int drawn, int added, int removed, SafeRule rule)
    {
        if (drawn + added - removed < rule.Threshold)
            return false;
        return drawn == 0 || added + removed >= Step(drawn, rule);
    }

    /// <summary>How many responses must come or go after a drawing of so many.</summary>
    public static int Step(int drawn, SafeRule rule) => Math.Max(rule.Threshold, (drawn + 3) / 4);

    /// <summary>
    /// Whether a report's new version may be published without a printed reason: at least k responses more or fewer than the last one's,
    /// and drawn from
    /// another drawing. With a written reason the old figures stay and only words change.
    /// </summary>
    public static bool MayPublish(int lastVersion, int now, SafeRule rule) =>
        lastVersion == 0 ? now >= rule.Threshold : Math.Abs(now - lastVersion) >= rule.Threshold;
}
