using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>
/// The fields of a page as a browser would send them for the answers given so far: the way back from <see cref="FormAnswers"/>, for Back,
/// Change and a change of language.
/// </summary>
public static class FilledFields
{
    /// <summary>
    /// Values by field name, as <see cref="FormFields"/> names them; a question not seen yet has the value it begins with.
    /// </summary>
    /// <param name="state">The draft.</param>
    /// <param name="page">The page to fill in.</param>
    /// <param name="language">The reader's, for the spelling of numbers.</param>
    public static Dictionary<string, IReadOnlyList<string>> Of(ResponseState state, SurveyPage page, string language)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var item in page.Items)
        {
            if (item.Item is not Question question)
                continue;
            var instances = item.Repeat is { } repeat ? Enumerable.Range(0, state.Instances(repeat)) : [-1];
            foreach (var instance in instances)
                Fill(new(fields, item, instance, language), question.AnswerType, state);
        }
        return fields;
    }

    private static void Fill(FilledQuestion form, AnswerType type, ResponseState state)
    {
        switch (state.AnswerTo(form.Item, form.Instance))
        {
            case null:
                if (state.DefaultOf(form.Item, form.Instance) is { Length: > 0 } beginning)
                    type.BeginForm(form, beginning);
                break;
            case MissingAnswer missing:
                type.MissInForm(form, missing);
                break;
            case var answer:
                type.ToForm(form, answer);
                break;
        }
    }
}

/// <summary>Takes the fields of one question.</summary>
internal readonly record struct FilledQuestion(
    Dictionary<string, IReadOnlyList<string>> Fields,
    CompiledItem Item,
    int Instance,
    string Language
)
{
    /// <summary>Values of the question's own field.</summary>
    internal void Put(IReadOnlyList<string> values) => Fields[FormFields.Prefix(Item, Instance)] = values;

    /// <summary>The value of a part; nothing for null.</summary>
    internal void Put(string part, string? value)
    {
        if (value is not null)
            Fields[FormFields.Part(Item, part, Instance)] = [value];
    }
}
