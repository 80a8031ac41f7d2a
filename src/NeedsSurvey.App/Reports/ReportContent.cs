// What a published report says, frozen: later answers, codings or second thoughts never change a version that people have read. What is
// not frozen: delivery (goal updates) is read live beside it, quotes go when their writer withdraws, and figures of versions from before
// safe counts are replaced once (RedrawReport).

using System.Text.Json.Serialization;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Reports;

/// <summary>A mission-alignment report: what was heard first, decisions second, method last.</summary>
public sealed record ReportContent
{
    public required string Organisation { get; init; }
    public required bool IsIndividual { get; init; }
    public required bool IsDemo { get; init; }
    public required string Mission { get; init; }

    /// <summary>What moves the one person who asks, in the languages that it is told in; null for others and in earlier versions.</summary>
    public LocalText? Values { get; init; }
    public required string Initiative { get; init; }
    public required Stance Stance { get; init; }

    /// <summary>The last day of an answer to something that happened; null where there is none, and in earlier versions.</summary>
    public DateOnly? EndsOn { get; init; }
    public required string Title { get; init; }

    /// <summary>The finding, in a sentence or two.</summary>
    public required string Lead { get; init; }

    /// <summary>The language that people wrote it in: the first of the first survey.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The other languages that people could answer in.</summary>
    public IReadOnlyList<string> OtherLanguages { get; init; } = [];

    /// <summary>What people wrote in other languages: by language, then by <see cref="ReportText.Key"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Translations { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Which figures these are: safe ones. Null in versions published before figures were protected.</summary>
    public FigureNote? Figures { get; init; }

    /// <summary>
    /// Safe number of those who answered; null where there are fewer than k, and then there is no figure of what they said.
    /// </summary>
    public required int? Responses { get; init; }

    /// <summary>What is said of how precise they are; null in versions published before designs could name strata and clusters.</summary>
    public string? Precision { get; init; }

    /// <summary>The same in every language that the program has; null in earlier versions.</summary>
    public LocalText? PrecisionByLanguage { get; init; }

    /// <summary>The ranking whose weights count; null when nothing could be ranked.</summary>
    public required NeedRanking? Ranking { get; init; }

    /// <summary>The other methods' orders, so that nobody need take one for the truth.</summary>
    public required IReadOnlyList<NeedRanking> OtherRankings { get; init; }
    public required IReadOnlyList<ReportNeed> Needs { get; init; }
    public required IReadOnlyList<GroupRepresentation> Heard { get; init; }
    public required IReadOnlyList<Quote> Quotes { get; init; }

    /// <summary>What people said that they would share or do, the most offered first; empty in earlier versions.</summary>
    public IReadOnlyList<Offer> Offers { get; init; } = [];

    public required HearingSummary? Hearing { get; init; }

    public required IReadOnlyList<GoalView> Goals { get; init; }

    /// <summary>What people said about goals, of those that any figure is given of; empty while nobody was asked.</summary>
    public IReadOnlyList<GoalReplies> GoalReplies { get; init; } = [];
    public required IReadOnlyList<PillarView> Pillars { get; init; }
    public required IReadOnlyList<DispositionView> Dispositions { get; init; }
    public required IReadOnlyList<GateOverride> Overrides { get; init; }
    public required Alignment Alignment { get; init; }

    public required IReadOnlyList<DisclosureItem> Disclosure { get; init; }

    /// <summary>
    /// Slugs of the surveys, whose questions are public at <c>/s/{slug}/questions</c>, and for machines at <c>/s/{slug}/definition</c>.
    /// </summary>
    public required IReadOnlyList<string> SurveySlugs { get; init; }

    /// <summary>Titles of the same surveys, in the languages they have; empty in earlier versions.</summary>
    public IReadOnlyList<LocalText> SurveyTitles { get; init; } = [];

    /// <summary>Staff's locked guess, if one was made.</summary>
    public required IReadOnlyList<string>? Prediction { get; init; }

    /// <summary>What the organisation says it learned; may be empty.</summary>
    public string Learned { get; init; } = "";

    /// <summary>What happened, in the words of those it happened to, who agreed to them; empty where there are none.</summary>
    public string Happened { get; init; } = "";

    /// <summary>What stays when a response to an event is over; may be empty.</summary>
    public string Stays { get; init; } = "";

    /// <summary>The day by which people have an answer about the needs of which nothing is decided; null where none is named.</summary>
    public DateOnly? AnswersBy { get; init; }
    public required string ProgramVersion { get; init; }
}

/// <summary>A need as printed.</summary>
public sealed record ReportNeed(string Name, string Label, string Definition, NeedOrigin Origin)
{
    /// <summary>The label in every language that the codebook has it in; null in earlier versions.</summary>
    public LocalText? Labels { get; init; }

    /// <summary>Whether a question asks about it; null in earlier versions.</summary>
    public bool? IsAsked { get; init; }

    /// <summary>
    /// False where it only stands in a catalogue: no question asks about it, not enough people told of it for a number, nothing was decided
    /// about it and no goal serves it. Such a need is nobody's answer and waits for none. Null in earlier versions.
    /// </summary>
    public bool? IsHeard { get; init; }
}

/// <summary>Words of somebody who ticked "you may quote me", coded to a need that enough others stated.</summary>
public sealed record Quote(string Need, string Words, string Language)
{
    /// <summary>The question that they answer, in the languages that it was asked in; null in earlier versions.</summary>
    public LocalText? Question { get; init; }

    // Whose words they are is kept beside the report (report_quote) and printed nowhere.
    internal Guid SurveyId { get; init; }
    internal Guid ResponseId { get; init; }
}

/// <summary>Replies to a summary in safe figures. Counts are null below k replies.</summary>
public abstract record HearingCounts
{
    public FigureNote? Figures { get; init; }
    public ShownCount? Replies { get; init; }
    public ShownCount? Yes { get; init; }
    public ShownCount? Partly { get; init; }
    public ShownCount? No { get; init; }

    /// <summary>Share of yes; null where it is told in words.</summary>
    public double? HeardRate { get; init; }

    /// <summary>From those who said partly or no.</summary>
    public ShownCount? CorrectionsReceived { get; init; }

    /// <summary>Of those that came in, the ones that changed the summary.</summary>
    public ShownCount? CorrectionsAccepted { get; init; }

    /// <summary>Of everybody who replied, those who had answered the survey; null in earlier versions, and about goals.</summary>
    public ShownCount? AnsweredSurvey { get; init; }

    /// <summary>Could say what mattered to them, mostly or completely.</summary>
    public ShownCount? CouldSay { get; init; }

    /// <summary>Were taken seriously, mostly or completely.</summary>
    public ShownCount? TakenSeriously { get; init; }

    /// <summary>What was counted.</summary>
    [JsonIgnore]
    public HearingCheckTally Counted
    {
        get =>
            new(Figures ?? FigureNote.None, Replies, Yes, Partly, No, HeardRate, CorrectionsReceived, CorrectionsAccepted)
            {
                Answered = AnsweredSurvey,
                CouldSay = CouldSay,
                TakenSeriously = TakenSeriously,
            };
        init
        {
            (Figures, Replies, Yes, Partly, No) = (value.Figures, value.Replies, value.Yes, value.Partly, value.No);
            (HeardRate, CorrectionsReceived, CorrectionsAccepted) = (value.HeardRate, value.CorrectionsReceived, value.CorrectionsAccepted);
            (AnsweredSurvey, CouldSay, TakenSeriously) = (value.Answered, value.CouldSay, value.TakenSeriously);
        }
    }
}

/// <summary>"Is this what you would want from us?": yes, otherwise (partly) and please do not (no) about one goal.</summary>
public sealed record GoalReplies : HearingCounts
{
    public required Guid GoalId { get; init; }
}

/// <summary>The hearing check: replies to the newest version that has any, what was understood, and what came of corrections.</summary>
public sealed record HearingSummary : HearingCounts
{
    /// <summary>What was understood, the first version first; empty in reports published before summaries had versions.</summary>
    public IReadOnlyList<HeardVersion> Versions { get; init; } = [];

    /// <summary>Corrections that were accepted and stand in no version yet.</summary>
    public IReadOnlyList<AnsweredCorrection> Promised { get; init; } = [];

    /// <summary>Corrections that have an answer and change no words.</summary>
    public IReadOnlyList<AnsweredCorrection> Answered { get; init; } = [];
    public IReadOnlyList<Dissent> Dissent { get; init; } = [];

    /// <summary>Whether corrections wait for an answer.</summary>
    public bool SomeWait { get; init; }

    /// <summary>Everything that people wrote and that is printed, with the answers to it.</summary>
    internal IEnumerable<AnsweredCorrection> Told() =>
        [
            .. Versions.SelectMany(version => version.TakesUp),
            .. Promised,
            .. Answered,
            .. Dissent.Select(voice => new AnsweredCorrection(voice.Words, voice.Language ?? "", voice.Reason)),
        ];

    internal static HearingSummary Of(HearingCheckView check)
    {
        List<AnsweredCorrection> Decided(Func<Correction, bool> which) =>
            [
                .. check
                    .Corrections.Where(which)
                    .Select(correction => new AnsweredCorrection(correction.Words, correction.Language, correction.DecisionReason)),
            ];
        return new()
        {
            Counted = check.Replies,
            Versions =
            [
                .. check.Versions.Select(version => new HeardVersion
                {
                    Version = version.Version,
                    Words = version.Words,
                    WrittenOn = version.WrittenOn,
                    Counted = version.Replies,
                    TakesUp = Decided(correction => correction.ChangedIn == version.Version),
                }),
            ],
            Promised = Decided(correction => correction is { Decision: CorrectionDecision.Accepted, ChangedIn: null }),
            Answered = Decided(correction => correction.Decision == CorrectionDecision.Answered),
            Dissent =
            [
                .. check
                    .Corrections.Where(correction => correction.Decision == CorrectionDecision.NotAccepted)
                    .Select(correction => new Dissent(correction.Words, correction.DecisionReason) { Language = correction.Language }),
            ],
            SomeWait = check.Corrections.Any(correction => correction.Decision is null),
        };
    }
}

/// <summary>What was understood, as people were asked about it, with their replies to it.</summary>
public sealed record HeardVersion : HearingCounts
{
    public required int Version { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }
    public required DateOnly WrittenOn { get; init; }

    /// <summary>The corrections that made these words of those before.</summary>
    public required IReadOnlyList<AnsweredCorrection> TakesUp { get; init; }
}

/// <summary>A correction, with what the organisation says to it.</summary>
public sealed record AnsweredCorrection(string Words, string Language, string Reason);

/// <summary>A correction that was not taken up, with the organisation's reason.</summary>
public sealed record Dissent(string Words, string Reason)
{
    /// <summary>Null in earlier versions.</summary>
    public string? Language { get; init; }
}
