using System.Text.Json;
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Responses;

/// <summary>What became of a question in one response; the four states of export-format.md, never mixed.</summary>
public enum AnswerState
{
    /// <summary>An answer was given.</summary>
    Answered,

    /// <summary>Asked, and left empty. <c>null</c> in the stored answers.</summary>
    Skipped,

    /// <summary>Not relevant, or not in this version. Absent from the stored answers.</summary>
    NotAsked,

    /// <summary>"Prefer not to say". <c>{"declined": true}</c> in the stored answers.</summary>
    Declined,
}

/// <summary>
/// An answer that fits its question's type: a record for each shape, each in its own file with its <see cref="AnswerType"/>.
/// No answer is <c>null</c>, not a value of its own.
/// </summary>
public abstract record Answer
{
    private protected Answer() { }

    /// <summary>Its canonical JSON.</summary>
    internal abstract void Write(Utf8JsonWriter writer);

    /// <summary>What it means to expressions.</summary>
    internal abstract Value ToValue();

    /// <summary>Choices it names, which a choice filter may no longer offer.</summary>
    internal virtual IEnumerable<string> Picked => [];
}

/// <summary>"Prefer not to say", to any question.</summary>
public sealed record DeclinedAnswer : Answer
{
    /// <summary>The only one there is.</summary>
    public static readonly DeclinedAnswer Instance = new();

    private DeclinedAnswer() { }

    internal override void Write(Utf8JsonWriter writer) => WriteTo(writer);

    internal override Value ToValue() => Value.Empty;

    /// <summary>The JSON of what is declined, whole or in part.</summary>
    internal static void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("declined", true);
        writer.WriteEndObject();
    }
}
