using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>
/// What the editor must know of one type of item: how it is chosen, and its own fields of the edit page, written and read. What all items
/// share (name, label, hint, condition) is not its business. What a form has no field for stays as it was.
/// </summary>
internal abstract class ItemForm<TItem>
    where TItem : SurveyItem
{
    /// <summary>The kinds that can be added anew; at least one.</summary>
    public abstract IReadOnlyList<ItemKind> Kinds { get; }

    /// <summary>The kind of an item, for types of several kinds.</summary>
    public virtual ItemKind KindOf(TItem item) => Kinds[0];

    /// <summary>What an item is, on its tag in the outline.</summary>
    public virtual string NameOf(TItem item) => KindOf(item).Name;

    /// <summary>What the field of the label is called.</summary>
    public virtual string LabelWords => "Question";

    /// <summary>False for what people never read.</summary>
    public virtual bool HasHint => true;

    /// <summary>Fills the type's own fields.</summary>
    public abstract void Write(FormWriter form, TItem item);

    /// <summary>The item with what its own fields say; what they cannot say is a fault of <paramref name="reader"/>.</summary>
    /// <param name="item">As stored before, with the fields that all items share read already.</param>
    public abstract TItem Read(FormReader reader, TItem item);

    /// <summary>A word of the appearance that is switched on or off; others that the item has stay.</summary>
    protected static string? Appearance(SurveyItem item, string word, bool on)
    {
        if (item.Looks(word) == on)
            return item.Appearance;
        var others = item.Appearance?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(other => other != word) ?? [];
        return string.Join(' ', on ? others.Append(word) : others) is { Length: > 0 } words ? words : null;
    }
}

/// <summary>What the editor and the answering pages must know of one type of question, besides its components.</summary>
internal abstract class QuestionItemForm<TQuestion> : ItemForm<TQuestion>
    where TQuestion : Question
{
    /// <summary>How its answer can decide whether another question is asked; none when it cannot without an expression.</summary>
    public abstract IReadOnlyList<GuidedComparison> Comparisons { get; }

    /// <summary>Whether it may be asked which group a person belongs to.</summary>
    public virtual bool TellsGroup => false;

    /// <summary>What follows the question's name in the name of its first field; empty when that is the question's own.</summary>
    /// <param name="row">0-based, for types with rows.</param>
    public virtual string FirstPart(CompiledItem item, int row) => "";

    /// <summary>The words of one part of the question, for whoever reads of a fault there; empty where it has no parts.</summary>
    /// <param name="part">What follows the question's name in the name of the part's field.</param>
    public virtual string WordsOf(QuestionContext context, CompiledItem item, string part) => "";

    /// <summary>The line above the heading of a page with one part of the question: which of how many.</summary>
    public virtual string PartWords(QuestionContext context, CompiledItem item, int part) => "";

    /// <summary>The heading of a page with one part of the question.</summary>
    public virtual string PartHeading(QuestionContext context, CompiledItem item, int part) => context.Say(item.Item.Label);
}
