// What an expression sees while it is evaluated: answers by slot, the repeat instance it stands in, its own question's value,
// choice labels, the clock and randomness. The survey room derives from it; this file knows nothing of surveys.
// The defaults describe a survey without repeats, so a test needs to override Read only.
using System.Globalization;

namespace NeedsSurvey.Domain.Logic;

/// <summary>What a name means to an expression at its place in the survey.</summary>
public enum SlotScope
{
    /// <summary>One answer: outside repeats, or in the same instance (or one that encloses it).</summary>
    One,

    /// <summary>A node-set: the name lies in a repeat that the expression stands outside of.</summary>
    Many,

    /// <summary>The name of a repeat group itself.</summary>
    Repeat,
}

/// <summary>A name after it was looked up once, when an expression is compiled.</summary>
/// <param name="Index">The number by which <see cref="EvaluationContext"/> is asked.</param>
/// <param name="Scope">One answer, a node-set or a repeat.</param>
public readonly record struct Slot(int Index, SlotScope Scope = SlotScope.One);

/// <summary>
/// The surroundings of one evaluation. Instances may be reused and moved from question to question; an evaluation is synchronous
/// and keeps no reference. No member may throw.
/// </summary>
public abstract class EvaluationContext
{
    /// <summary>The time for <c>today()</c> and <c>now()</c>, with the offset of the survey's clock. Fixed for a submission.</summary>
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

    /// <summary>The day of <see cref="Now"/>.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>The zone on whose clock texts with an offset are read. UTC unless set.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The randomness for <c>random()</c> and <c>uuid()</c>. Seed it to make evaluation repeatable.</summary>
    public Random Random { get; set; } = Random.Shared;

    /// <summary>The time for patterns that the author wrote.</summary>
    public PatternBudget Patterns { get; set; } = new();

    /// <summary>The language for names of months and days in <c>format-date</c>.</summary>
    public CultureInfo Culture { get; set; } = CultureInfo.InvariantCulture;

    /// <summary>The survey version's number, for <c>version()</c>.</summary>
    public string Version { get; set; } = "";

    /// <summary><c>.</c>: the value of the question that the expression belongs to.</summary>
    public Value Self { get; set; }

    /// <summary>
    /// The answer in a <see cref="SlotScope.One"/> slot at the current instance; <c>Value.Empty</c> if unanswered or not relevant.
    /// </summary>
    public abstract Value Read(int slot);

    /// <summary>
    /// The answers in a <see cref="SlotScope.Many"/> slot over all instances in reach, in order, unanswered ones as <c>Value.Empty</c>:
    /// all instances in the survey, or in the current outer instance if the expression stands in one.
    /// </summary>
    public virtual IReadOnlyList<Value> ReadAll(int slot) => [Read(slot)];

    /// <summary>
    /// The answer for <c>indexed-repeat</c>: in the instance that the pairs name, outermost first; <c>Value.Empty</c> if there is none.
    /// </summary>
    /// <param name="slot">The question.</param>
    /// <param name="repeats">Slots of repeats.</param>
    /// <param name="positions">For each repeat the 1-based instance.</param>
    public virtual Value ReadAt(int slot, ReadOnlySpan<int> repeats, ReadOnlySpan<int> positions) => Value.Empty;

    /// <summary>Number of instances of a repeat in reach, for <c>count(${repeat})</c>.</summary>
    public virtual int CountInstances(int repeatSlot) => 0;

    /// <summary>
    /// <c>position(..)</c>: the 1-based instance number of the innermost repeat that is at least so many groups up; 1 outside repeats.
    /// </summary>
    public virtual int Position(int steps) => 1;

    /// <summary><c>position(${repeat})</c>: the 1-based instance of that repeat the expression stands in; 0 if it stands outside.</summary>
    public virtual int PositionIn(int repeatSlot) => 0;

    /// <summary>The label of a choice in the respondent's language, for <c>jr:choice-name</c>; null if there is no such choice.</summary>
    public virtual string? ChoiceLabel(int slot, string choice) => null;

    /// <summary>In a choice filter, the value of a column for the choice being tested.</summary>
    public virtual Value ReadColumn(int column) => Value.Empty;
}

/// <summary>Where constant parts are computed; nothing in such a part looks at it.</summary>
internal sealed class Nowhere : EvaluationContext
{
    public static readonly EvaluationContext Context = new Nowhere();

    public override Value Read(int slot) => Value.Empty;
}
