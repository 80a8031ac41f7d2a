// What ExpressionCheck is told about the survey an expression stands in.
using System.Collections.Immutable;

namespace NeedsSurvey.Domain.Logic;

/// <summary>What answers of a question look like to an expression.</summary>
public enum AnswerKind
{
    /// <summary>Nothing is known, as of a calculation: anything goes.</summary>
    Any,

    /// <summary>Free text.</summary>
    Text,
#pragma warning disable CA1720 // XLSForm's words for its types
    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Decimal,
#pragma warning restore CA1720
    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A day and time.</summary>
    DateTime,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>One of the choices.</summary>
    SelectOne,

    /// <summary>Several of the choices: select_multiple and rank.</summary>
    SelectMany,

    /// <summary>A place or the like, which conditions can only ask for being answered.</summary>
    Other,

    /// <summary>A group or note: a name that has no answer.</summary>
    NoAnswer,

    /// <summary>A repeat group.</summary>
    Repeat,
}

/// <summary>A name an expression may use.</summary>
/// <param name="Kind">What its answers look like.</param>
public sealed record NameInfo(AnswerKind Kind)
{
    /// <summary>The choices' names; null if they are not known beforehand.</summary>
    public ImmutableArray<string>? Choices { get; init; }
}

/// <summary>What an expression is for.</summary>
public enum ExpressionPurpose
{
    /// <summary>Relevance or another yes/no condition about answers.</summary>
    Condition,

    /// <summary>A condition that a new answer (<c>.</c>) must meet.</summary>
    Constraint,

    /// <summary>A condition on each choice of a list, whose columns are bare names.</summary>
    ChoiceFilter,

    /// <summary>A value: calculation, default, repeat count, piped text.</summary>
    Calculation,
}

/// <summary>The surroundings of an expression.</summary>
public sealed record CheckScope
{
    /// <summary>Every name of the survey.</summary>
    public required IReadOnlyDictionary<string, NameInfo> Names { get; init; }

    /// <summary>Whether, from the expression's place, a name is all answers over a repeat (see <see cref="SlotScope.Many"/>).</summary>
    public Func<string, bool> IsMany { get; init; } = _ => false;

    /// <summary>What the expression is for.</summary>
    public required ExpressionPurpose Purpose { get; init; }

    /// <summary>What <c>.</c> is: the question's own kind.</summary>
    public NameInfo Self { get; init; } = new(AnswerKind.Any);

    /// <summary>In a choice filter, the columns of the choice list, <c>name</c> and <c>label</c> included.</summary>
    public IReadOnlyCollection<string> Columns { get; init; } = [];
}
