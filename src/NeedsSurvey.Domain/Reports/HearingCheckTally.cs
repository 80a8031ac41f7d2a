using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Reports;

/// <summary>Replies to "did we hear you right?", as they are counted.</summary>
/// <param name="Yes">Those who said yes.</param>
/// <param name="Partly">Those who said partly.</param>
/// <param name="No">Those who said no.</param>
/// <param name="Corrected">Those of all three who wrote what is missing or wrong.</param>
/// <param name="TakenUp">Those of them whose correction changed what was understood.</param>
public readonly record struct HearingReplies(
    RecordCounter Yes,
    RecordCounter Partly,
    RecordCounter No,
    RecordCounter Corrected,
    RecordCounter TakenUp
)
{
    /// <summary>Those of all three who had answered the survey; null where it is not asked, as in the two below.</summary>
    public RecordCounter? Answered { get; init; }

    /// <summary>Those who mostly or completely could say what mattered to them.</summary>
    public RecordCounter? CouldSay { get; init; }

    /// <summary>Those who were mostly or completely taken seriously.</summary>
    public RecordCounter? TakenSeriously { get; init; }

    /// <summary>Everybody who replied.</summary>
    public RecordCounter Everyone => RecordCounter.Of([Yes, Partly, No]);
}

/// <summary>
/// Replies to "did we hear you right?", true or safe. There is never an interval: the question stands behind an open link, and nobody is
/// drawn for it (methods.md §6; Birt et al. 2016 on member checking).
/// </summary>
/// <param name="Figures">Which figures these are.</param>
/// <param name="Replies">Everybody who replied; null below k: then nothing is counted, and everything else is null too.</param>
/// <param name="Yes">Said yes.</param>
/// <param name="Partly">Said partly.</param>
/// <param name="No">Said no.</param>
/// <param name="HeardRate">The "you heard me" rate: yes of all who replied; null where it is told in words, and without replies.</param>
/// <param name="CorrectionsReceived">Wrote what is missing or wrong.</param>
/// <param name="CorrectionsAccepted">Of those, wrote something that changed what was understood.</param>
public sealed record HearingCheckTally(
    FigureNote Figures,
    ShownCount? Replies,
    ShownCount? Yes,
    ShownCount? Partly,
    ShownCount? No,
    double? HeardRate,
    ShownCount? CorrectionsReceived,
    ShownCount? CorrectionsAccepted
)
{
    /// <summary>Had answered the survey; so in the two below, of everybody who replied.</summary>
    public ShownCount? Answered { get; init; }

    /// <summary>Could say what mattered to them, mostly or completely.</summary>
    public ShownCount? CouldSay { get; init; }

    /// <summary>Were taken seriously, mostly or completely.</summary>
    public ShownCount? TakenSeriously { get; init; }

    /// <summary>The replies of a drawing of them.</summary>
    public static HearingCheckTally Of(SafeRule rule, HearingReplies replies)
    {
        var drawing = new Drawing(rule, replies.Everyone);
        var note = FigureNote.Of(drawing);
        if (drawing.Everyone is not { } everyone)
        {
            ShownCount? none = rule.IsOff ? ShownCount.Number(0) : null;
            return new(note, none, none, none, none, null, none, none);
        }
        var yes = everyone.Part(replies.Yes);
        return new(
            note,
            everyone.Count,
            yes,
            everyone.Part(replies.Partly),
            everyone.Part(replies.No),
            ShownFigures.Share(yes, everyone).Value,
            everyone.Part(replies.Corrected),
            everyone.Within(replies.Corrected)?.Part(replies.TakenUp) ?? rule.Nobody
        )
        {
            Answered = Asked(replies.Answered),
            CouldSay = Asked(replies.CouldSay),
            TakenSeriously = Asked(replies.TakenSeriously),
        };

        ShownCount? Asked(RecordCounter? said) => said is { } counted ? everyone.Part(counted) : null;
    }
}
