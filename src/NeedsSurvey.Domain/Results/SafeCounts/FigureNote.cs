namespace NeedsSurvey.Domain.Results;

/// <summary>Which figures stand on a page, in an answer of the API or in a report: true or safe ones, and of how many people.</summary>
/// <param name="AreTrue">True figures, for those who may export.</param>
/// <param name="Threshold">k; 0 for true figures.</param>
/// <param name="Drawn">Safe number of responses in the drawing; null for true figures, and where there are fewer than k.</param>
public sealed record FigureNote(bool AreTrue, int Threshold, int? Drawn)
{
    /// <summary>Beside true figures.</summary>
    public static FigureNote True { get; } = new(true, 0, null);

    /// <summary>Beside figures of a drawing, true or safe.</summary>
    public static FigureNote Of(Drawing drawing) => drawing.Rule.IsOff ? True : new(false, drawing.Rule.Threshold, drawing.Everyone?.N);

    /// <summary>What is said of them, a sentence or two each.</summary>
    public IReadOnlyList<string> Sentences
    {
        get
        {
            if (AreTrue)
                return [SafeWords.True];
            var rule = new SafeRule(Threshold);
            return Drawn is { } n ? [SafeWords.Sentence(rule, n), SafeWords.Drawn(rule, n)] : [SafeWords.TooFew(rule)];
        }
    }
}
