using NeedsSurvey.App.Reports;
using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Demo;

/// <summary>"Did we hear you right?": the summary shown, how many said what, and the replies that came with words.</summary>
public sealed record DemoHearingCheck
{
    public required int OpenedDay { get; init; }
    public required int OpenDays { get; init; }

    /// <summary>Replies in all, those with words included.</summary>
    public required int Yes { get; init; }
    public required int Partly { get; init; }
    public required int No { get; init; }
    public required LocalText Summary { get; init; }
    public required IReadOnlyList<DemoCorrection> Corrections { get; init; }

    /// <summary>The summary as the accepted corrections changed it, asked about anew.</summary>
    public required DemoRevision Revision { get; init; }

    /// <summary>The day after the last on which anybody could reply.</summary>
    public int EndDay => Revision.OpenedDay + Revision.OpenDays;

    // Days after the opening on which replies come: most of them soon.
    private static readonly int[] Pace = [0, 0, 1, 0, 2, 1, 0, 3, 1, 5, 2, 0, 4, 7, 1, 9, 2, 11, 6, 13, 3];

    /// <summary>Every reply, those with words first; the rest carry no words. Days lie within the check's opening.</summary>
    public IReadOnlyList<DemoHearingReply> Replies()
    {
        List<DemoHearingReply> replies = [];
        foreach (var correction in Corrections)
            replies.Add(new(correction.Verdict, correction.Language, Day(), correction));
        Silent(replies, OpenedDay, OpenDays, Yes, Partly, No);
        return replies;

        int Day() => DayOf(replies.Count, OpenedDay, OpenDays);
    }

    internal static int DayOf(int reply, int openedDay, int openDays) => openedDay + (Pace[reply % Pace.Length] % openDays);

    /// <summary>Adds the replies without words that are missing to these counts.</summary>
    internal static void Silent(List<DemoHearingReply> replies, int openedDay, int openDays, int yes, int partly, int no)
    {
        foreach (var (verdict, count) in new[] { (HearingVerdict.Yes, yes), (HearingVerdict.Partly, partly), (HearingVerdict.No, no) })
            for (var left = count - replies.Count(reply => reply.Verdict == verdict); left > 0; left--)
                replies.Add(
                    new(
                        verdict,
                        replies.Count % 20 == 7 ? "ar"
                            : replies.Count % 9 == 4 ? "es"
                            : "en",
                        DayOf(replies.Count, openedDay, openDays),
                        null
                    )
                );
    }
}

/// <summary>A later version of the summary: its words, and how many said what to them.</summary>
public sealed record DemoRevision(int OpenedDay, int OpenDays, int Yes, int Partly, int No, LocalText Summary)
{
    /// <summary>Every reply; none has words.</summary>
    public IReadOnlyList<DemoHearingReply> Replies()
    {
        List<DemoHearingReply> replies = [];
        DemoHearingCheck.Silent(replies, OpenedDay, OpenDays, Yes, Partly, No);
        return replies;
    }
}

/// <summary>
/// A reply with words, and the decision on it with the reason; none on words beside a yes. What is accepted changes the summary.
/// </summary>
public sealed record DemoCorrection(
    HearingVerdict Verdict,
    string Language,
    LocalText Words,
    CorrectionDecision? Decision = null,
    LocalText? Reason = null
)
{
    /// <summary>The words as they came in.</summary>
    internal string Written => Words.In(Language);
}

/// <summary>One reply; <see cref="Correction"/> is null when no words came with it.</summary>
public sealed record DemoHearingReply(HearingVerdict Verdict, string Language, int Day, DemoCorrection? Correction);
