namespace NeedsSurvey.Domain.Languages;

/// <summary>One text for each thing that can be decided about a need.</summary>
/// <typeparam name="T">The text: words, or words for many and for one person.</typeparam>
public sealed record DecisionWords<T>
{
    public required T Act { get; init; }
    public required T Partner { get; init; }
    public required T Refer { get; init; }
    public required T Advocate { get; init; }
    public required T NotNow { get; init; }
    public required T Decline { get; init; }

    /// <summary>By the decision's stable code, as it is stored.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such decision.</exception>
    public T Of(string code) =>
        code switch
        {
            "act" => Act,
            "partner" => Partner,
            "refer" => Refer,
            "advocate" => Advocate,
            "not_now" => NotNow,
            "decline" => Decline,
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No such decision."),
        };
}

/// <summary>A decision said by an organisation and by one person alone.</summary>
public readonly record struct WeOrI(string We, string I);

/// <summary>One text for each state of a goal.</summary>
public sealed record GoalStateWords
{
    public required string Draft { get; init; }
    public required string Adopted { get; init; }
    public required string Done { get; init; }
    public required string Dropped { get; init; }

    /// <summary>By the state's stable code, as it is stored.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state.</exception>
    public string Of(string code) =>
        code switch
        {
            "draft" => Draft,
            "adopted" => Adopted,
            "done" => Done,
            "dropped" => Dropped,
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No such state of a goal."),
        };
}

/// <summary>What goals do about the needs that they serve.</summary>
public sealed record EffectWords
{
    public required string Eases { get; init; }
    public required string Changes { get; init; }
    public required string Both { get; init; }

    /// <summary>How many goals ease something now, change a cause, do both.</summary>
    public required Func<string, string, string, string> Counts { get; init; }

    /// <summary>As a sentence, by the effect's stable code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such effect.</exception>
    public string Of(string code) =>
        code switch
        {
            "eases" => Eases,
            "changes" => Changes,
            "both" => Both,
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No such effect of a goal."),
        };
}
