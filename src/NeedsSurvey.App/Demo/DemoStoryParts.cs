using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Demo;

// The parts of DemoStory, in the order of the roadmap. Plain values; nothing here computes.

/// <summary>The invented organisation.</summary>
public sealed record DemoOrganisation
{
    public required string Name { get; init; }
    public required string Mission { get; init; }
    public required IReadOnlyList<DemoPillar> Pillars { get; init; }
}

/// <summary>A pillar of its mission; goals refer to it by <see cref="Key"/>.</summary>
public sealed record DemoPillar(string Key, string Name, string Description);

/// <summary>The initiative and its community.</summary>
public sealed record DemoInitiative
{
    public required string Title { get; init; }
    public required string Purpose { get; init; }
    public required Stance Stance { get; init; }
    public required string Community { get; init; }
    public required string Place { get; init; }
    public required int CommunitySize { get; init; }
    public required int MinimumResponses { get; init; }
    public required IReadOnlyList<DemoMargin> Margins { get; init; }
}

/// <summary>Known shares of the community for one group question; they add up to 1.</summary>
public sealed record DemoMargin(string GroupRole, string Source, IReadOnlyDictionary<string, double> Shares);

/// <summary>The survey: which template, and what is put in its place.</summary>
public sealed record DemoSurvey
{
    /// <summary>As organisers' lists show it; the address is made of it.</summary>
    public required string ListTitle { get; init; }

    /// <summary>The next round, which is open and empty.</summary>
    public required string NextListTitle { get; init; }
    public required string Template { get; init; }

    /// <summary>Days for which it was open; it closed on the last of them.</summary>
    public required int OpenDays { get; init; }
    public required LocalText Title { get; init; }
    public required LocalText WhoAsks { get; init; }

    /// <summary>In the place of the two days that the template leaves open.</summary>
    public required LocalText WhatNext { get; init; }
    public required IReadOnlyList<Choice> Areas { get; init; }
}

/// <summary>A person who codes; readings refer to them by <see cref="Key"/>.</summary>
public sealed record DemoCoder(string Key, string Name);

/// <summary>A goal with its links and what became of it.</summary>
public sealed record DemoGoal
{
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }

    /// <summary>A draft, or adopted.</summary>
    public required GoalState State { get; init; }

    /// <summary>Effort in any unit; shares are worked out.</summary>
    public required double Effort { get; init; }
    public required int DueDay { get; init; }

    /// <summary>As in <see cref="Goals.SaveGoal.Command"/>; empty where the organisation stands alone.</summary>
    public string LedBy { get; init; } = "";
    public string DecidedWith { get; init; } = "";
    public string Uses { get; init; } = "";
    public GoalEffect? Effect { get; init; }

    /// <summary>What people said to it when it was shown back; null where nobody did.</summary>
    public DemoGoalReplies? Replies { get; init; }
    public required IReadOnlyList<DemoNeedLink> Needs { get; init; }
    public required IReadOnlyList<DemoPillarLink> Pillars { get; init; }
    public required IReadOnlyList<DemoUpdate> Updates { get; init; }
}

/// <summary>How many want a goal, want it otherwise, or ask not to.</summary>
public sealed record DemoGoalReplies(int Yes, int Change, int DoNot);

/// <summary>How strongly (0, 1, 3, 9) a goal serves a need, and why.</summary>
public sealed record DemoNeedLink(string Need, int Strength, string Reason);

/// <summary>How strongly (0, 1, 3, 9) a goal fits a pillar, and why.</summary>
public sealed record DemoPillarLink(string Pillar, int Strength, string Reason);

/// <summary>Progress on a goal.</summary>
public sealed record DemoUpdate(int Day, string Words);

/// <summary>What was decided about a need, and why.</summary>
public sealed record DemoDisposition(string Need, DispositionKind Kind, string Reason);

/// <summary>The report's own words, and those disclosure items that the program cannot fill.</summary>
public sealed record DemoReport(
    string Title,
    string Lead,
    string Learned,
    IReadOnlyDictionary<string, string> Disclosure,
    IReadOnlyDictionary<string, DemoReportTold> Translations
);

/// <summary>What the report says in another language; goals by their keys, their other texts by key and part:
/// <c>renters.led_by</c>.</summary>
public sealed record DemoReportTold(string Title, string Lead, string Learned, string Mission, IReadOnlyDictionary<string, string> Goals);
