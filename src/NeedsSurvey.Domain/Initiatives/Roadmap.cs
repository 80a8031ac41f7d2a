using System.Diagnostics;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain.Initiatives;

/// <summary>The five stages of the roadmap, in order: needs first, then goals, then alignment (glossary.md).</summary>
public enum Stage
{
    Listen,
    Needs,
    Hearing,
    Goals,
    Report,
}

/// <summary>How far a stage is.</summary>
public enum StageState
{
    ToDo,
    InProgress,
    Done,
    Overridden,
}

/// <summary>Something still missing in a stage.</summary>
/// <param name="Stage">Where it is done.</param>
/// <param name="Code">Stable, snake_case; the page turns it into a link.</param>
/// <param name="Words">What is missing, in a sentence.</param>
/// <param name="Do">The verb on its link: "Read them".</param>
public sealed record Missing(Stage Stage, string Code, string Words, string Do);

/// <summary>One stage as the navigation shows it.</summary>
/// <param name="Summary">A few words under its name: "1,204 responses, closed 3 May".</param>
public sealed record StageView(Stage Stage, StageState State, string Summary, IReadOnlyList<Missing> Missing);

/// <summary>The counts that the roadmap is worked out from; all of one initiative, at one moment.</summary>
public sealed record RoadmapFacts
{
    public bool HasCommunity { get; init; }
    public int Margins { get; init; }
    public int Surveys { get; init; }
    public int OpenSurveys { get; init; }
    public int ClosedSurveys { get; init; }
    public long Responses { get; init; }
    public int MinimumResponses { get; init; }
    public int Needs { get; init; }

    /// <summary>Open answers that no coder has read yet. Null for whoever may not read them: a count of answers is a figure, and this one
    /// is of this moment.</summary>
    public long? UnreadAnswers { get; init; }

    /// <summary>Null like <see cref="UnreadAnswers"/>.</summary>
    public long? OpenAnswers { get; init; }

    /// <summary>Null when no hearing check exists.</summary>
    public HearingState? HearingState { get; init; }

    /// <summary>Null like <see cref="UnreadAnswers"/>.</summary>
    public long? HearingReplies { get; init; }

    /// <summary>Null like <see cref="UnreadAnswers"/>.</summary>
    public long? UndecidedCorrections { get; init; }

    /// <summary>Corrections that were accepted and stand in no version of the summary. Null like <see cref="UnreadAnswers"/>.</summary>
    public long? CorrectionsToWrite { get; init; }
    public int DraftGoals { get; init; }
    public int AdoptedGoals { get; init; }
    public int NeedsWithoutDisposition { get; init; }

    /// <summary>Gates passed with a written reason.</summary>
    public int Overrides { get; init; }
    public int ReportVersion { get; init; }

    /// <summary>Pillars of the mission, or values.</summary>
    public int Pillars { get; init; }

    /// <summary>A person with values, not an organisation with a mission.</summary>
    public bool IsIndividual { get; init; }

    /// <summary>In solidarity, and nothing says where people with an urgent need can turn.</summary>
    public bool LacksReferral { get; init; }

    /// <summary>In solidarity, without a last day.</summary>
    public bool LacksEnd { get; init; }
}

/// <summary>
/// Where an initiative stands: pure, from counts. The gate before goals is <see cref="EvidenceGate"/>.
/// </summary>
public static class Roadmap
{
    /// <summary>The gate before goals.</summary>
    public static EvidenceGate Gate(RoadmapFacts facts) =>
        new(facts.Responses, facts.MinimumResponses, facts.Surveys, facts.OpenSurveys, facts.ClosedSurveys);

    /// <summary>Whether the gate before goals is open.</summary>
    public static bool HasEvidence(RoadmapFacts facts) => Gate(facts).IsOpen;

    /// <summary>The five stages with their state and what is still missing in each.</summary>
    public static IReadOnlyList<StageView> Of(RoadmapFacts facts) =>
        [Listen(facts), NeedsStage(facts), Hearing(facts), Goals(facts), Report(facts)];

    /// <summary>Everything still missing, in the order of the stages.</summary>
    public static IReadOnlyList<Missing> Missing(IReadOnlyList<StageView> stages) => [.. stages.SelectMany(stage => stage.Missing)];

    private static StageView Listen(RoadmapFacts facts)
    {
        List<Missing> missing = [];
        if (!facts.HasCommunity)
            missing.Add(new(Stage.Listen, "community", "The community is not described yet: who, where, how many.", "Describe it"));
        if (facts.LacksReferral)
            missing.Add(new(Stage.Listen, "referral", "Nothing says where people with an urgent need can turn.", "Say where"));
        if (facts.LacksEnd)
            missing.Add(new(Stage.Listen, "end", "This effort has no last day.", "Set it"));
        if (facts.Surveys == 0)
            missing.Add(new(Stage.Listen, "survey", "There is no survey yet.", "Start a survey"));
        else if (facts is { OpenSurveys: 0, ClosedSurveys: 0 })
            missing.Add(new(Stage.Listen, "publish", "The survey is not published yet.", "Publish it"));
        if (facts.Margins == 0)
            missing.Add(
                new(Stage.Listen, "margins", "Known shares of the community are missing, so nobody can tell who was not heard.", "Add them")
            );
        if (facts is { OpenSurveys: > 0 } && facts.Responses < facts.MinimumResponses)
            missing.Add(
                new(
                    Stage.Listen,
                    "responses",
                    $"{People(facts.Responses)} answered; you asked for at least {Figure(facts.MinimumResponses)}.",
                    "Share the link"
                )
            );
        var summary = facts switch
        {
            { Surveys: 0 } => "Describe the community, ask",
            { OpenSurveys: > 0 } => $"{Count(facts.Responses, "response")}, open",
            { ClosedSurveys: > 0 } => $"{Count(facts.Responses, "response")}, closed",
            _ => "Survey being written",
        };
        var state =
            HasEvidence(facts) ? StageState.Done
            : facts.Surveys > 0 || facts.HasCommunity ? StageState.InProgress
            : StageState.ToDo;
        return new(Stage.Listen, state, summary, missing);
    }

    private static StageView NeedsStage(RoadmapFacts facts)
    {
        List<Missing> missing = [];
        if (facts.UnreadAnswers is > 0 and var unread)
            missing.Add(
                new(
                    Stage.Needs,
                    "unread",
                    $"{Count(unread, "open answer")} {(unread == 1 ? "has" : "have")} not been read. They "
                        + "may hold needs nobody asked about.",
                    "Read them"
                )
            );
        if (facts is { Needs: 0, Responses: > 0 })
            missing.Add(new(Stage.Needs, "needs", "No needs are named yet, so nothing can be ranked.", "Name the needs"));
        var evidence = HasEvidence(facts);
        var state =
            evidence && missing.Count == 0 ? StageState.Done
            : facts.Responses > 0 ? StageState.InProgress
            : StageState.ToDo;
        var summary = facts switch
        {
            { Responses: 0 } => "Nobody has answered yet",
            { UnreadAnswers: > 0 and var left } => $"{Count(left, "open answer")} left to read",
            _ => $"{Count(facts.Needs, "need")} named",
        };
        return new(Stage.Needs, state, summary, missing);
    }

    private static StageView Hearing(RoadmapFacts facts)
    {
        List<Missing> missing = [];
        if (facts.HearingState is null or HearingState.Draft)
            missing.Add(new(Stage.Hearing, "hearing_check", "People have not been asked: did we hear you right?", "Prepare it"));
        if (facts.UndecidedCorrections is > 0 and var undecided)
            missing.Add(
                new(
                    Stage.Hearing,
                    "corrections",
                    $"{Count(undecided, "correction")} from the community {(undecided == 1 ? "waits" : "wait")} for your decision.",
                    "Decide"
                )
            );
        if (facts.CorrectionsToWrite is > 0 and var toWrite)
            missing.Add(
                new(
                    Stage.Hearing,
                    "summary",
                    $"You have taken up {Count(toWrite, "correction")}, and the summary does not say {(toWrite == 1 ? "it" : "them")} yet.",
                    "Change the summary"
                )
            );
        return facts.HearingState switch
        {
            null or HearingState.Draft => new(
                Stage.Hearing,
                facts.HearingState is null ? StageState.ToDo : StageState.InProgress,
                "Ask: did we hear you right?",
                missing
            ),
            HearingState.Open or HearingState.Closed when facts.HearingReplies is { } replies => new(
                Stage.Hearing,
                replies > 0 && facts.UndecidedCorrections == 0 && facts.CorrectionsToWrite is null or 0
                    ? StageState.Done
                    : StageState.InProgress,
                Count(replies, "reply", "replies"),
                missing
            ),
            HearingState.Open => new(Stage.Hearing, StageState.InProgress, "People are being asked", missing),
            HearingState.Closed => new(Stage.Hearing, StageState.Done, "People were asked", missing),
            _ => throw new UnreachableException(),
        };
    }

    private static StageView Goals(RoadmapFacts facts)
    {
        List<Missing> missing = [];
        if (facts.DraftGoals + facts.AdoptedGoals == 0)
            missing.Add(new(Stage.Goals, "goals", "There are no goals yet.", "Draft a goal"));
        else if (facts.AdoptedGoals == 0)
            missing.Add(new(Stage.Goals, "adopt", $"{Count(facts.DraftGoals, "goal")} drafted, none adopted yet.", "Look at the goals"));
        if (facts.Pillars == 0)
            missing.Add(
                new(
                    Stage.Goals,
                    "pillars",
                    facts.IsIndividual
                        ? "Your values are not written down, so nobody can see whether goals fit them."
                        : "The pillars of your mission are not written down, so nobody can see whether goals fit it.",
                    "Name them"
                )
            );
        if (facts is { NeedsWithoutDisposition: > 0, Responses: > 0 })
            missing.Add(
                new(
                    Stage.Goals,
                    "dispositions",
                    $"{Count(facts.NeedsWithoutDisposition, "need")} {(facts.NeedsWithoutDisposition == 1 ? "has" : "have")} no "
                        + "decision yet: act, partner, refer, advocate, not now or decline.",
                    "Decide"
                )
            );
        var state =
            facts.AdoptedGoals == 0
                ? facts.DraftGoals > 0
                    ? StageState.InProgress
                    : StageState.ToDo
                : facts.Overrides > 0 && !HasEvidence(facts)
                    ? StageState.Overridden
                    : missing.Count == 0
                        ? StageState.Done
                        : StageState.InProgress;
        var summary = (facts.DraftGoals, facts.AdoptedGoals) switch
        {
            (0, 0) => "Needs first, then goals",
            (0, var adopted) => $"{Figure(adopted)} adopted",
            var (drafted, adopted) => $"{Figure(drafted)} drafted, {(adopted == 0 ? "none" : Figure(adopted))} adopted",
        };
        return new(Stage.Goals, state, summary, missing);
    }

    private static StageView Report(RoadmapFacts facts) =>
        facts.ReportVersion > 0
            ? new(Stage.Report, StageState.Done, $"Version {facts.ReportVersion} is public", [])
            : new(
                Stage.Report,
                StageState.ToDo,
                "Not published",
                [new(Stage.Report, "report", "The report is not published: people cannot see what became of their words.", "Prepare it")]
            );

    private static string People(long n) =>
        n switch
        {
            0 => "Nobody",
            1 => "1 person",
            _ => $"{Figure(n)} people",
        };

    private static string Count(long n, string one, string? many = null) => $"{Figure(n)} {(n == 1 ? one : many ?? one + "s")}";

    private static string Figure(long n) => ReaderCulture.Count(n, "en");
}
