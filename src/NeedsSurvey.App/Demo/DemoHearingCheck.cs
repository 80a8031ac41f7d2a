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

    // Days after the opening on which replies come: most of them soon.
    private static readonly int[] Pace = [0, 0, 1, 0, 2, 1, 0, 3, 1, 5, 2, 0, 4, 7, 1, 9, 2, 11, 6, 13, 3];

    /// <summary>Every reply, those with words first; the rest carry no words. Days lie within the check's opening.</summary>
    public IReadOnlyList<DemoHearingReply> Replies()
    {
        List<DemoHearingReply> replies = [];
        foreach (var correction in Corrections)
            replies.Add(new(correction.Verdict, correction.Language, Day(), correction));
        foreach (var (verdict, count) in new[] { (HearingVerdict.Yes, Yes), (HearingVerdict.Partly, Partly), (HearingVerdict.No, No) })
            for (var left = count - Corrections.Count(correction => correction.Verdict == verdict); left > 0; left--)
                replies.Add(
                    new(
                        verdict,
                        replies.Count % 20 == 7 ? "ar"
                            : replies.Count % 9 == 4 ? "es"
                            : "en",
                        Day(),
                        null
                    )
                );
        return replies;

        int Day() => OpenedDay + (Pace[replies.Count % Pace.Length] % OpenDays);
    }
}

/// <summary>A reply with words, and the decision on it with the reason.</summary>
public sealed record DemoCorrection(HearingVerdict Verdict, string Language, string Words, CorrectionDecision Decision, string Reason);

/// <summary>One reply; <see cref="Correction"/> is null when no words came with it.</summary>
public sealed record DemoHearingReply(HearingVerdict Verdict, string Language, int Day, DemoCorrection? Correction);
