namespace NeedsSurvey.Domain.Results;

/// <summary>How many responses the drawings of a survey held so far.</summary>
/// <param name="Fewest">The smallest of them; 0 where none was made.</param>
/// <param name="Most">The largest.</param>
public readonly record struct DrawnSizes(int Fewest, int Most);

/// <summary>
/// When figures are drawn again. Every drawing is another look at the same people, so drawings are few: at least k responses, and at least
/// a quarter, more than any drawing held, or so many fewer. Only responses that stay count, and only beyond what drawings have seen:
/// whoever sends answers and takes them back, over and over, brings no drawing, and the drawings that many answers bring grow with the
/// logarithm of their number. Between drawings the last one's figures stay as they are, and so does a report's version.
/// </summary>
public static class SafeSteps
{
    /// <summary>Whether a new drawing may be made.</summary>
    /// <param name="drawn">The drawings so far.</param>
    /// <param name="now">Responses that count now.</param>
    public static bool MayDraw(DrawnSizes drawn, int now, SafeRule rule)
    {
        if (now < rule.Threshold)
            return false;
        return drawn.Most == 0 || now >= drawn.Most + Step(drawn.Most, rule) || now <= drawn.Fewest - Step(drawn.Fewest, rule);
    }

    /// <summary>How many responses more or fewer a drawing of so many needs.</summary>
    public static int Step(int drawn, SafeRule rule) => Math.Max(rule.Threshold, (drawn + 3) / 4);

    /// <summary>
    /// Whether a report's new version may be published without a printed reason: at least k responses more or fewer than the last one's,
    /// and drawn from another drawing. With a written reason the old figures stay and only words change.
    /// </summary>
    public static bool MayPublish(int lastVersion, int now, SafeRule rule) =>
        lastVersion == 0 ? now >= rule.Threshold : Math.Abs(now - lastVersion) >= rule.Threshold;
}
