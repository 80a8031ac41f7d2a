using System.Text.Json;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>What became of a question in one response; the five states of export-format.md, never mixed.</summary>
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

    /// <summary>"I do not know". <c>{"unknown": true}</c> in the stored answers.</summary>
    Unknown,
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

/// <summary>
/// What somebody says in the place of an answer, to any question, to a row of a grid or to one rating: that they prefer not to say, or
/// that they do not know.
/// </summary>
public sealed record MissingAnswer : Answer
{
    /// <summary>"Prefer not to say".</summary>
    public static readonly MissingAnswer Declined = new(AnswerState.Declined, "declined");

    /// <summary>"I do not know".</summary>
    public static readonly MissingAnswer Unknown = new(AnswerState.Unknown, "unknown");

    internal static readonly MissingAnswer[] Both = [Declined, Unknown];

    /// <summary>Both.</summary>
    public static IReadOnlyList<MissingAnswer> All => Both;

    private MissingAnswer(AnswerState state, string key) =>
        (State, Key, Chosen, KeyUtf8) = (state, key, ":" + key, System.Text.Encoding.UTF8.GetBytes(key));

    /// <summary><see cref="AnswerState.Declined"/> or <see cref="AnswerState.Unknown"/>.</summary>
    public AnswerState State { get; }

    /// <summary>The key of its JSON, and the end of the name of its tick in a form.</summary>
    public string Key { get; }

    /// <summary>Its value inside a group of radio buttons, check boxes or a list; no choice can have it.</summary>
    public string Chosen { get; }

    internal byte[] KeyUtf8 { get; }

    /// <summary>Whether a question offers it.</summary>
    public bool IsOffered(Question question) => State == AnswerState.Declined ? question.MayDecline : question.MayNotKnow;

    internal override Value ToValue() => Value.Empty;

    internal override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean(KeyUtf8, true);
        writer.WriteEndObject();
    }
}
