using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>What all types with choices have in the editor: the choices, unless they come from a shared list, and their filter.</summary>
internal abstract class ChoiceItemForm<TQuestion> : QuestionItemForm<TQuestion>
    where TQuestion : ChoiceQuestion
{
    /// <summary>For a blank question.</summary>
    protected static readonly ChoiceSource NoChoices = new ChoiceSource.Inline([]);

    public sealed override void Write(FormWriter form, TQuestion item)
    {
        if (item.Choices is ChoiceSource.Inline own)
            ChoiceRows.Write(form, own.List).Text("choice_filter", item.ChoiceFilter);
        WriteMore(form, item);
    }

    public sealed override TQuestion Read(FormReader reader, TQuestion item)
    {
        if (item.Choices is not ChoiceSource.Inline own)
            return ReadMore(reader, item, item);
        ChoiceQuestion question = item;
        var list = new ChoiceSource.Inline(ChoiceRows.Read(reader, own.List));
        return ReadMore(reader, (TQuestion)(question with { Choices = list, ChoiceFilter = reader.Text("choice_filter") }), item);
    }

    /// <summary>Fills what only this type has.</summary>
    protected abstract void WriteMore(FormWriter form, TQuestion item);

    /// <summary>Reads what only this type has.</summary>
    /// <param name="item">With its choices read.</param>
    /// <param name="was">With the choices as stored before.</param>
    protected abstract TQuestion ReadMore(FormReader reader, TQuestion item, TQuestion was);
}
