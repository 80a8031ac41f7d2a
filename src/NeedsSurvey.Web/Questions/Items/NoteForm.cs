using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>Words without a question; the editor has nothing more to ask about it.</summary>
internal sealed class NoteForm : ItemForm<Note>
{
    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [new("note", KindGroup.NotQuestions, "Words only", "Something to read between questions.", name => new Note { Name = name })];

    public override string LabelWords => "What to read";

    public override void Write(FormWriter form, Note item) { }

    public override Note Read(FormReader reader, Note item) => item;
}
