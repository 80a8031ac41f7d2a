using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain.Results;

/// <summary>Which figures stand on a page, in an answer of the API or in a report: true or safe ones, and of how many people.</summary>
/// <param name="AreTrue">True figures, for those who may export.</param>
/// <param name="Threshold">k; 0 for true figures.</param>
/// <param name="Drawn">Safe number of responses in the drawing; null for true figures, and where there are fewer than k.</param>
/// <param name="Stay">Whether they stay as they are, as in a report's version; else they are drawn again in steps.</param>
public sealed record FigureNote(bool AreTrue, int Threshold, int? Drawn, bool Stay = false)
{
    /// <summary>
    /// Whether something changed since that is not in them: a drawing from which somebody has withdrawn is not worked out again.
    /// </summary>
    public bool Waits { get; init; }

    /// <summary>They put several surveys together, each of which is drawn by itself.</summary>
    public bool AreDrawnApart { get; init; }

    /// <summary>They break people down into groups, or are of one group.</summary>
    public bool BreaksDown { get; init; }

    /// <summary>What safe scores of needs can carry; null where there are none.</summary>
    public ScoreNote? Scores { get; init; }

    /// <summary>Beside true figures.</summary>
    public static FigureNote True { get; } = new(true, 0, null);

    /// <summary>Where safe figures belong and there are none.</summary>
    public static FigureNote None { get; } = new(false, SafeRule.DefaultThreshold, null);

    /// <summary>Beside figures of a drawing, true or safe.</summary>
    public static FigureNote Of(Drawing drawing) => drawing.Rule.IsOff ? True : new(false, drawing.Rule.Threshold, drawing.Everyone?.N);

    /// <summary>Beside figures of several surveys' drawings.</summary>
    public static FigureNote Of(Drawings drawings) =>
        drawings.Rule.IsOff ? True : new(false, drawings.Rule.Threshold, drawings.Everyone?.Shown) { AreDrawnApart = drawings.Count > 1 };

    /// <summary>What is said of them, a sentence or two each.</summary>
    public IReadOnlyList<string> Sentences => In(KnownLanguages.English);

    /// <summary>The same in the reader's language.</summary>
    public IReadOnlyList<string> In(Language spoken)
    {
        if (AreTrue)
            return [spoken.Figures.True];
        var rule = new SafeRule(Threshold);
        if (Drawn is not { } n)
            return [SafeWords.TooFew(rule, spoken)];
        IEnumerable<string> scores = Scores?.In(spoken) ?? [];
        return Stay
            ?
            [
                SafeWords.Sentence(rule, n, spoken),
                .. scores,
                SafeWords.Law(rule, spoken),
                .. BreaksDown ? [SafeWords.Breakdown(rule, spoken)] : Array.Empty<string>(),
                spoken.Figures.Version(spoken.Count(Threshold)),
            ]
            :
            [
                SafeWords.Sentence(rule, n, spoken),
                .. BreaksDown ? [SafeWords.Breakdown(rule, spoken)] : Array.Empty<string>(),
                .. scores,
                AreDrawnApart ? SafeWords.DrawnApart(rule, spoken) : SafeWords.Drawn(rule, n, spoken),
                .. Waits ? [spoken.Figures.Waits] : Array.Empty<string>(),
            ];
    }
}

/// <summary>What the protection of small groups does to scores of needs.</summary>
/// <param name="Error">
/// By how much a score of the ranking that is shown is off for it, in its unit: a standard error, the root mean square over needs. 0 where
/// no score is.
/// </param>
/// <param name="InWords">Whether needs in it have words for a score; they weigh by the middle of what the words allow.</param>
/// <param name="Withheld">Codes of methods that are not offered because too many of their numbers are below k.</param>
public sealed record ScoreNote(double Error, bool InWords, IReadOnlyList<string> Withheld)
{
    internal IEnumerable<string> In(Language spoken)
    {
        if (Error > 0)
            yield return spoken.Figures.Scores(
                Error.ToString(
                    Error < .1 ? "0.###"
                        : Error < 1 ? "0.##"
                        : "0.#",
                    spoken.Culture
                )
            );
        if (InWords)
            yield return spoken.Figures.WordsWeigh;
        if (Withheld.Count > 0)
            yield return spoken.Figures.Withheld(string.Join(" · ", Withheld.Select(code => spoken.Report.Methods.Of(code).Name)));
    }
}
