namespace NeedsSurvey.Domain.Languages;

/// <summary>The hearing check's own words; a summary in a language that has none is framed in English.</summary>
public sealed record HearingWords
{
    public required string Question { get; init; }

    /// <summary>Above the summary of what was heard.</summary>
    public required string Heard { get; init; }

    /// <summary>Above a summary that corrections have changed, with what is gone and what is new.</summary>
    public required string Changed { get; init; }
    public required string Yes { get; init; }
    public required string Partly { get; init; }
    public required string No { get; init; }
    public required string Missing { get; init; }
    public required string MissingHint { get; init; }
    public required string Send { get; init; }

    /// <summary>At the foot: nothing records who replies.</summary>
    public required string Nothing { get; init; }
    public required string ThanksTitle { get; init; }
    public required string Thanks { get; init; }
    public required string Closed { get; init; }
    public required string ToReport { get; init; }
    public required string Problem { get; init; }

    /// <summary>None of yes, partly and no is chosen.</summary>
    public required string Choose { get; init; }

    // Asked besides
    public required string AnsweredSurvey { get; init; }

    /// <summary>A sentence about oneself, for <see cref="Degrees"/>; so the next.</summary>
    public required string CouldSay { get; init; }
    public required string TakenSeriously { get; init; }

    /// <summary>From not at all to completely, five.</summary>
    public required IReadOnlyList<string> Degrees { get; init; }

    // The second hearing, about goals
    public required string GoalsQuestion { get; init; }
    public required string GoalsLead { get; init; }
    public required string GoalYes { get; init; }
    public required string GoalChange { get; init; }
    public required string GoalDoNot { get; init; }

    /// <summary>Above the field for what should be otherwise.</summary>
    public required string GoalWords { get; init; }

    /// <summary>Who reads what is written there.</summary>
    public required string GoalWordsHint { get; init; }

    /// <summary>Nothing is chosen.</summary>
    public required string GoalsChoose { get; init; }
    public required string GoalsThanks { get; init; }
    public required string GoalsClosed { get; init; }

    /// <summary>Words stand at a goal of which no answer is chosen.</summary>
    public required string GoalWordsAlone { get; init; }

    /// <summary>What the code is for that is shown after a reply.</summary>
    public required string CodeUses { get; init; }

    /// <summary>Above a reply whose page was sent before with another one.</summary>
    public required string SentOtherwise { get; init; }

    /// <summary>Above a reply whose page was sent before, and that one was taken back.</summary>
    public required string TakenBack { get; init; }

    /// <summary>Above the person's own words when the check closed before they were sent.</summary>
    public required string Kept { get; init; }
}
