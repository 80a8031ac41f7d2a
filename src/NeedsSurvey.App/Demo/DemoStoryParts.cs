using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Demo;

// The parts of DemoStory, in the order of the roadmap. Plain values; nothing here computes.

/// <summary>The invented organisation.</summary>
public sealed record DemoOrganisation
{
    public required LocalText Name { get; init; }
    public OrganisationKind Kind { get; init; }
    public required LocalText Mission { get; init; }
    public required IReadOnlyList<DemoPillar> Pillars { get; init; }
}

/// <summary>A pillar of its mission; goals refer to it by <see cref="Key"/>.</summary>
public sealed record DemoPillar(string Key, LocalText Name, string Description);

/// <summary>The initiative and its community.</summary>
public sealed record DemoInitiative
{
    public required LocalText Title { get; init; }
    public required LocalText Purpose { get; init; }
    public required Stance Stance { get; init; }
    public required LocalText Community { get; init; }
    public required LocalText Place { get; init; }

    /// <summary>The day on which a response to an event ends.</summary>
    public int? EndDay { get; init; }
    public LocalText? UrgentReferral { get; init; }

    /// <summary>In the words of those it happened to, who agreed to them.</summary>
    public LocalText? Happened { get; init; }
    public LocalText? Stays { get; init; }
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

    /// <summary>The next round, which is open and empty; null where nobody is asked again.</summary>
    public string? NextListTitle { get; init; }
    public required string Template { get; init; }

    /// <summary>Days for which it was open; it closed on the last of them.</summary>
    public required int OpenDays { get; init; }
    public required LocalText Title { get; init; }
    public required LocalText WhoAsks { get; init; }

    /// <summary>In the place of the template's words; null leaves them, as in the rest here.</summary>
    public LocalText? WhatNext { get; init; }
    public LocalText? Why { get; init; }

    /// <summary>Why people are asked again, with what they said the last time and what came of it.</summary>
    public LocalText? NextWhy { get; init; }

    /// <summary>Where help comes without police; in the place of what a template leaves in brackets.</summary>
    public LocalText? WithoutPolice { get; init; }
    public IReadOnlyList<Choice>? Areas { get; init; }

    /// <summary>Nobody under 16 is asked, and none of the ages is offered.</summary>
    public bool FromAge16 { get; init; }
}

/// <summary>A person who codes; readings refer to them by <see cref="Key"/>.</summary>
public sealed record DemoCoder(string Key, string Name);

/// <summary>A goal with its links and what became of it.</summary>
public sealed record DemoGoal
{
    public required string Key { get; init; }
    public required LocalText Title { get; init; }
    public required LocalText Description { get; init; }

    /// <summary>A draft, or adopted.</summary>
    public required GoalState State { get; init; }

    /// <summary>Effort in any unit; shares are worked out.</summary>
    public required double Effort { get; init; }
    public required int DueDay { get; init; }

    /// <summary>The day on which it was done; null while it is not.</summary>
    public int? DoneDay { get; init; }

    /// <summary>As in <see cref="Goals.SaveGoal.Command"/>; null where the organisation stands alone.</summary>
    public LocalText? LedBy { get; init; }
    public LocalText? DecidedWith { get; init; }
    public LocalText? Uses { get; init; }
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
public sealed record DemoNeedLink(string Need, int Strength, LocalText Reason);

/// <summary>How strongly (0, 1, 3, 9) a goal fits a pillar, and why.</summary>
public sealed record DemoPillarLink(string Pillar, int Strength, string Reason);

/// <summary>Progress on a goal.</summary>
public sealed record DemoUpdate(int Day, LocalText Words);

/// <summary>What was decided about a need, and why.</summary>
public sealed record DemoDisposition(string Need, DispositionKind Kind, LocalText Reason);

/// <summary>The report's own words, and those disclosure items that the program cannot fill.</summary>
/// <param name="AnswersByDay">By when people have an answer about what is undecided.</param>
public sealed record DemoReport(
    LocalText Title,
    LocalText Lead,
    LocalText Learned,
    IReadOnlyDictionary<string, LocalText> Disclosure,
    int? AnswersByDay = null
);
