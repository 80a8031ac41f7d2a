using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>
/// Everything that is done with answers of one shape. A question type names its shape (<see cref="Question.AnswerType"/>); the shapes know
/// their questions and nothing of other shapes. They keep no state: one instance serves every question.
/// </summary>
internal abstract class AnswerType
{
    /// <summary>
    /// Reads an answer that is neither null nor a <see cref="MissingAnswer"/>; null when it is empty or faulty (then
    /// <paramref name="faults"/> has grown).
    /// </summary>
    internal abstract Answer? Read(JsonElement json, Place at, FaultList faults);

    /// <summary>Adds a fault for each part that is missing of an answer that must be given.</summary>
    /// <param name="answer">What was given; not a <see cref="MissingAnswer"/>.</param>
    /// <param name="missing">Where it stands; takes the parts that are missing.</param>
    /// <param name="part">The part that the page asks for; −1 for all.</param>
    internal virtual void Require(Answer? answer, MissingParts missing, int part)
    {
        if (answer is null)
            missing.Add(missing.At);
    }

    /// <summary>Adds a fault for an answer of which more or less is wanted than was given, as far as a choice filter offers it.</summary>
    /// <param name="answer">What was given.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="offers">Whether the filter offers a choice.</param>
    /// <param name="faults">Takes the fault.</param>
    internal virtual void Count(Answer answer, Place at, Func<Choice, bool> offers, FaultList faults) { }

    /// <summary>
    /// Adds a fault for an answer that fits and that nobody can have meant; true when it did.
    /// </summary>
    /// <param name="answer">What was given.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="isMet">Whether its constraint is met.</param>
    /// <param name="today">The day on the survey's clock.</param>
    /// <param name="faults">Takes the fault.</param>
    internal virtual bool Doubt(Answer answer, Place at, bool isMet, DateOnly today, FaultList faults) => false;

    /// <summary>The answer after a page with one part of it was sent.</summary>
    /// <param name="item">The question.</param>
    /// <param name="part">Which of its pages.</param>
    /// <param name="before">The answer so far.</param>
    /// <param name="now">What the page sent.</param>
    internal virtual Answer? Merge(CompiledItem item, int part, Answer? before, Answer? now) => now;

    /// <summary>What the answer says about one part, where a page asks for one; null for nothing.</summary>
    internal virtual Answer? Part(CompiledItem item, Answer answer, int part) => answer;

    /// <summary>The answer in words, line by line.</summary>
    internal abstract IReadOnlyList<AnswerLine> Lines(CompiledItem item, Answer answer, Speech speech);

    /// <summary>Writes the fields of a form as JSON for <see cref="Read"/>; judges nothing, and writes null for nothing.</summary>
    internal abstract void FromForm(Utf8JsonWriter writer, FormQuestion form);

    /// <summary>Parts whose fields hold an answer besides the question's own field.</summary>
    internal virtual IEnumerable<string> FormParts(CompiledItem item) => [];

    /// <summary>Fills the fields in again, so that <see cref="FromForm"/> gives the same answer.</summary>
    internal abstract void ToForm(FilledQuestion form, Answer answer);

    /// <summary>Fills in "prefer not to say" or "I do not know".</summary>
    internal virtual void MissInForm(FilledQuestion form, MissingAnswer missing) => form.Put(missing.Key, "yes");

    /// <summary>Fills in the value that the question begins with.</summary>
    internal virtual void BeginForm(FilledQuestion form, string beginning) => form.Put([beginning]);

    /// <summary>
    /// What the cell of an answer that is one value says, in a sentence for the codebook; empty where an answer has several cells.
    /// </summary>
    internal virtual string CellMeaning => "";

    /// <summary>
    /// Reads a stored answer into its cells without allocating; <paramref name="reader"/> stands on its first token and is left on its
    /// last. False, with nothing read, for one value in one cell, and for a value of another form than this shape has.
    /// </summary>
    internal virtual bool TryFill(ref Utf8JsonReader reader, AskedBlock asked, Span<Cell> cells) => false;

    /// <summary>Makes "not asked" of the cells about what a choice filter never offered; what was said all the same stays.</summary>
    /// <param name="asked">The question as its version asked it.</param>
    /// <param name="offered">By the order of the version's choices.</param>
    /// <param name="cells">The cells, filled.</param>
    internal virtual void TakeBack(AskedBlock asked, ReadOnlySpan<bool> offered, Span<Cell> cells)
    {
        if (!offered.Contains(true))
            AskedBlock.NothingOffered(cells);
    }
}

/// <summary>An <see cref="AnswerType"/> whose answers are of one record.</summary>
internal abstract class AnswerType<TAnswer> : AnswerType
    where TAnswer : Answer
{
    internal sealed override IReadOnlyList<AnswerLine> Lines(CompiledItem item, Answer answer, Speech speech) =>
        Say(item, (TAnswer)answer, speech);

    internal sealed override void ToForm(FilledQuestion form, Answer answer) => Fill(form, (TAnswer)answer);

    /// <inheritdoc cref="AnswerType.Lines"/>
    private protected abstract IReadOnlyList<AnswerLine> Say(CompiledItem item, TAnswer answer, Speech speech);

    /// <inheritdoc cref="AnswerType.ToForm"/>
    private protected abstract void Fill(FilledQuestion form, TAnswer answer);
}

/// <summary>Takes what is missing of a required answer, in the survey's own words where it has any.</summary>
internal readonly struct MissingParts(Question question, Place at, FaultList faults, Func<Choice, bool>? offers = null)
{
    /// <summary>Whether a choice is offered, given the answers before.</summary>
    internal bool Offers(Choice choice) => offers is null || offers(choice);

    /// <summary>The whole answer.</summary>
    internal Place At => at;

    internal void Add(Place part) =>
        faults.AddMissing(part, question.RequiredMessage, question.MayDecline ? "required_or_decline" : "required");
}
