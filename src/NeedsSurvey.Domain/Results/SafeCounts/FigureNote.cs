using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain.Results;

/// <summary>Which figures stand on a page, in an answer of the API or in a report: true or safe ones, and of how many people.</summary>
/// <param name="AreTrue">True figures, for those who may export.</param>
/// <param name="Threshold">k; 0 for true figures.</param>
/// <param name="Drawn">Safe number of responses in the drawing; null for true figures, and where there are fewer than k.</param>
/// <param name="Stay">Whether they stay as they are, as in a report's version; else they are drawn again in steps.</param>
public sealed record FigureNote(bool AreTrue, int Threshold, int? Drawn, bool Stay = false)
{
    /// <summary>Beside true figures.</summary>
    public static FigureNote True { get; } = new(true, 0, null);

    /// <summary>Where safe figures belong and there are none.</summary>
    public static FigureNote None { get; } = new(false, SafeRule.DefaultThreshold, null);

    /// <summary>Beside figures of a drawing, true or safe.</summary>
    public static FigureNote Of(Drawing drawing) => drawing.Rule.IsOff ? True : new(false, drawing.Rule.Threshold, drawing.Everyone?.N);

    /// <summary>What is said of them, a sentence or two each.</summary>
    public IReadOnlyList<string> Sentences => In(KnownLanguages.English);

    /// <summary>The same in the reader's language.</summary>
    public IReadOnlyList<string> In(Language spoken)
    {
        if (AreTrue)
            return [spoken.Figures.True];
        var rule = new SafeRule(Threshold);
        return this switch
        {
            { Drawn: null } => [SafeWords.TooFew(rule, spoken)],
            { Drawn: { } n, Stay: true } =>
            [
                SafeWords.Sentence(rule, n, spoken),
                SafeWords.Law(rule, spoken),
                SafeWords.Breakdown(rule, spoken),
                spoken.Figures.Version(spoken.Count(Threshold)),
            ],
            { Drawn: { } n } => [SafeWords.Sentence(rule, n, spoken), SafeWords.Drawn(rule, n, spoken)],
        };
    }
}
