namespace NeedsSurvey.Domain.Languages;

/// <summary>Words of <c>/receipt</c>: what became of what a person said.</summary>
public sealed record ReceiptWords
{
    // Asking for the code
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string Label { get; init; }
    public required string Hint { get; init; }
    public required string Look { get; init; }
    public required string Empty { get; init; }
    public required string Unknown { get; init; }

    // What became of it
    /// <summary>The survey's title → the answers to it count.</summary>
    public required Func<string, string> Stored { get; init; }
    public required string NeedsTitle { get; init; }
    public required string NoNeeds { get; init; }
    public required string NotReadYet { get; init; }
    public required string NotDecided { get; init; }

    /// <summary>After it: the day by which there is an answer.</summary>
    public required Func<string, string> AnswerBy { get; init; }

    /// <summary>About how many people said the same; to the nearest ten, as printed.</summary>
    public required Func<long, string, string> OneOf { get; init; }

    /// <summary>The day of a decision that was made before the person answered.</summary>
    public required Func<string, string> DecidedBefore { get; init; }
    public required Func<string, string> DecidedSince { get; init; }

    /// <summary>Above what happened on a goal since the person answered.</summary>
    public required string Since { get; init; }
    public required string Before { get; init; }

    /// <summary>Whole sentences.</summary>
    public required DecisionWords<string> Decisions { get; init; }

    /// <summary>Before a colon and the organisation's reason.</summary>
    public required string Reason { get; init; }

    /// <summary>Before a colon and the goal's title.</summary>
    public required string Goal { get; init; }
    public required GoalStateWords GoalStates { get; init; }

    // What the person can do
    public required string NextTitle { get; init; }
    public required string Report { get; init; }
    public required string NoReport { get; init; }
    public required string Hearing { get; init; }
    public required string NoHearing { get; init; }
    public required string WithdrawTitle { get; init; }
    public required string WithdrawWhat { get; init; }
    public required string Withdraw { get; init; }
    public required string ConfirmTitle { get; init; }
    public required string Confirm { get; init; }
    public required string Keep { get; init; }
    public required string Withdrawn { get; init; }
    public required string WithdrawnWhat { get; init; }
    public required string Another { get; init; }

    /// <summary>The same of a reply to a hearing check, or about goals.</summary>
    public required ReplyReceiptWords Reply { get; init; }
}

/// <summary>What is said to whoever holds the code of a reply.</summary>
public sealed record ReplyReceiptWords
{
    /// <summary>The question that was replied to → the reply is stored.</summary>
    public required Func<string, string> Stored { get; init; }
    public required string TakeBack { get; init; }
    public required string TakeBackWhat { get; init; }
    public required string ConfirmTitle { get; init; }
    public required string Confirm { get; init; }
    public required string Keep { get; init; }
    public required string Gone { get; init; }
    public required string GoneWhat { get; init; }
}
