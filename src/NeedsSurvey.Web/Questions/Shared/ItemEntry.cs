using Microsoft.AspNetCore.Components;
using NeedsSurvey.App;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>What the fields of an edit page are drawn from.</summary>
internal sealed record EditedItem(
    SurveyItem Item,
    SurveyDefinition Survey,
    PostedForm Form,
    IReadOnlyList<NeedName> Needs,
    string Here,
    IReadOnlyList<Fault> Faults
);

/// <summary>A type of item on the web, whatever its type: a line of <see cref="QuestionTypes"/>.</summary>
internal abstract class ItemEntry
{
    /// <summary>The type in the domain.</summary>
    public abstract Type Type { get; }
    public abstract IReadOnlyList<ItemKind> Kinds { get; }
    public abstract string LabelWords { get; }
    public abstract bool HasHint { get; }
    public abstract ItemKind KindOf(SurveyItem item);
    public abstract string NameOf(SurveyItem item);
    public abstract void Write(FormWriter form, SurveyItem item);
    public abstract SurveyItem Read(FormReader reader, SurveyItem item);
    public abstract RenderFragment Fields(EditedItem edited);
}

/// <summary>A type of question on the web, whatever its type.</summary>
internal abstract class QuestionEntry : ItemEntry
{
    public abstract IReadOnlyList<GuidedComparison> Comparisons { get; }
    public abstract bool TellsGroup { get; }
    public abstract string FirstPart(CompiledItem item, int row);
    public abstract string WordsOf(QuestionContext context, CompiledItem item, string part);
    public abstract string PartWords(QuestionContext context, CompiledItem item, int part);
    public abstract string PartHeading(QuestionContext context, CompiledItem item, int part);
    public abstract RenderFragment View(QuestionContext context, CompiledItem item, int instance, int part, bool alone);
}

/// <summary>An item that nobody answers: its fields and its form.</summary>
internal sealed class ItemEntry<TItem, TFields>(ItemForm<TItem> form) : ItemEntry
    where TItem : SurveyItem
    where TFields : FieldsComponent<TItem>
{
    public override Type Type => typeof(TItem);
    public override IReadOnlyList<ItemKind> Kinds => form.Kinds;
    public override string LabelWords => form.LabelWords;
    public override bool HasHint => form.HasHint;

    public override ItemKind KindOf(SurveyItem item) => form.KindOf((TItem)item);

    public override string NameOf(SurveyItem item) => form.NameOf((TItem)item);

    public override void Write(FormWriter fields, SurveyItem item) => form.Write(fields, (TItem)item);

    public override SurveyItem Read(FormReader reader, SurveyItem item) => form.Read(reader, (TItem)item);

    public override RenderFragment Fields(EditedItem edited) => Draw.Fields<TItem, TFields>(edited);
}

/// <summary>A question: the component that asks it, its fields and its form.</summary>
internal sealed class QuestionEntry<TQuestion, TView, TFields>(QuestionItemForm<TQuestion> form) : QuestionEntry
    where TQuestion : Question
    where TView : QuestionComponent<TQuestion>
    where TFields : FieldsComponent<TQuestion>
{
    public override Type Type => typeof(TQuestion);
    public override IReadOnlyList<ItemKind> Kinds => form.Kinds;
    public override string LabelWords => form.LabelWords;
    public override bool HasHint => form.HasHint;
    public override IReadOnlyList<GuidedComparison> Comparisons => form.Comparisons;
    public override bool TellsGroup => form.TellsGroup;

    public override ItemKind KindOf(SurveyItem item) => form.KindOf((TQuestion)item);

    public override string NameOf(SurveyItem item) => form.NameOf((TQuestion)item);

    public override void Write(FormWriter fields, SurveyItem item) => form.Write(fields, (TQuestion)item);

    public override SurveyItem Read(FormReader reader, SurveyItem item) => form.Read(reader, (TQuestion)item);

    public override string FirstPart(CompiledItem item, int row) => form.FirstPart(item, row);

    public override string WordsOf(QuestionContext context, CompiledItem item, string part) => form.WordsOf(context, item, part);

    public override string PartWords(QuestionContext context, CompiledItem item, int part) => form.PartWords(context, item, part);

    public override string PartHeading(QuestionContext context, CompiledItem item, int part) => form.PartHeading(context, item, part);

    public override RenderFragment Fields(EditedItem edited) => Draw.Fields<TQuestion, TFields>(edited);

    public override RenderFragment View(QuestionContext context, CompiledItem item, int instance, int part, bool alone) =>
        builder =>
        {
            builder.OpenComponent<TView>(0);
            builder.AddComponentParameter(1, nameof(QuestionComponent<>.Context), context);
            builder.AddComponentParameter(2, nameof(QuestionComponent<>.Item), item);
            builder.AddComponentParameter(3, nameof(QuestionComponent<>.Instance), instance);
            builder.AddComponentParameter(4, nameof(QuestionComponent<>.Part), part);
            builder.AddComponentParameter(5, nameof(QuestionComponent<>.Alone), alone);
            builder.CloseComponent();
        };
}

/// <summary>Components whose type is known to the list only.</summary>
file static class Draw
{
    public static RenderFragment Fields<TItem, TFields>(EditedItem edited)
        where TItem : SurveyItem
        where TFields : FieldsComponent<TItem> =>
        builder =>
        {
            builder.OpenComponent<TFields>(0);
            builder.AddComponentParameter(1, nameof(FieldsComponent<>.Item), (TItem)edited.Item);
            builder.AddComponentParameter(2, nameof(FieldsComponent<>.Survey), edited.Survey);
            builder.AddComponentParameter(3, nameof(FieldsComponent<>.Form), edited.Form);
            builder.AddComponentParameter(4, nameof(FieldsComponent<>.Needs), edited.Needs);
            builder.AddComponentParameter(5, nameof(FieldsComponent<>.Here), edited.Here);
            builder.AddComponentParameter(6, nameof(FieldsComponent<>.Faults), edited.Faults);
            builder.CloseComponent();
        };
}
