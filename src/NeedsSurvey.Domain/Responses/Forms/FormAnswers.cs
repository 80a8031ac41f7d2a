using System.Buffers;
using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

// HTML sends strings under field names; AnswerCheck reads JSON. This turns one into the other and judges nothing: what does not read
// as the type asked for goes on as a string, and the one checker says so, in the same words as to a program.

/// <summary>Answers from the fields of an HTML form (<see cref="FormFields"/>).</summary>
public static class FormAnswers
{
    /// <summary>The answers of a page's questions as JSON for <see cref="AnswerCheck.CheckPage"/>; a question left empty is null.</summary>
    /// <param name="page">The page that was sent.</param>
    /// <param name="fields">Values by field name, as the form sent them; other fields are ignored.</param>
    public static JsonElement Read(SurveyPage page, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var item in page.Items)
            {
                if (item is { Item: Repeat, Repeat: null })
                    WriteRepeat(writer, item, page.Items, fields);
                else if (item.IsQuestion && item.Repeat is null)
                    WriteQuestion(writer, new(item, -1, fields));
            }
            writer.WriteEndObject();
        }
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void WriteRepeat(
        Utf8JsonWriter writer,
        CompiledItem repeat,
        IReadOnlyList<CompiledItem> items,
        IReadOnlyDictionary<string, IReadOnlyList<string>> fields
    )
    {
        CompiledItem[] inside = [.. items.Where(item => item.Repeat == repeat && item.IsQuestion)];
        var count = FormMembers.Filled(repeat, fields).DefaultIfEmpty().Max();
        writer.WriteStartArray(repeat.Name);
        // Those left empty stand between the others here, so that each answer keeps its place; FormMembers takes them out before.
        for (var number = 1; number <= count; number++)
        {
            writer.WriteStartObject();
            foreach (var item in inside)
                WriteQuestion(writer, new(item, number - 1, fields));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteQuestion(Utf8JsonWriter writer, FormQuestion form)
    {
        writer.WritePropertyName(form.Item.Name);
        if (form.Missing is { } missing)
        {
            writer.WriteStartObject();
            writer.WriteBoolean(missing.KeyUtf8, true);
            // The reader tells the person to keep one of the two; what was written is never thrown away unsaid.
            if (form.Written is { } words)
                writer.WriteString("answer", FormNumber.Storable(words));
            writer.WriteEndObject();
            return;
        }
        ((Question)form.Item.Item).AnswerType.FromForm(writer, form);
    }
}

/// <summary>The fields of one question. Blank values count as absent.</summary>
internal readonly record struct FormQuestion(CompiledItem Item, int Instance, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields)
{
    /// <summary>Values of the question's own field, but for blanks and what is said in the place of an answer.</summary>
    internal IEnumerable<string> Values => Own.Where(value => FormFields.MissingIn(value) is null);

    private IEnumerable<string> Own => All(FormFields.Prefix(Item, Instance));

    /// <summary>The first of <see cref="Values"/>.</summary>
    internal string? Value => Values.FirstOrDefault();

    /// <summary>
    /// What is ticked or chosen in the place of an answer. Who ticks both prefers not to say: what is not said is not known to us either.
    /// </summary>
    internal MissingAnswer? Missing
    {
        get
        {
            foreach (var missing in MissingAnswer.Both)
                if (Part(missing.Key) is not null || Own.Contains(missing.Chosen))
                    return missing;
            return null;
        }
    }

    internal string? Part(string part) => All(FormFields.Part(Item, part, Instance)).FirstOrDefault();

    /// <summary>The first thing written or chosen in any part of the question; null when nothing is.</summary>
    internal string? Written =>
        Value ?? ((Question)Item.Item).AnswerType.FormParts(Item).Select(Part).FirstOrDefault(part => part is not null);

    private IEnumerable<string> All(string field) =>
        Fields.TryGetValue(field, out var values) ? values.Where(value => !TypedText.IsBlank(value)) : [];
}
