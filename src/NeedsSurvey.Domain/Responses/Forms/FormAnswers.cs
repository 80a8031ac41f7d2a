using System.Buffers;
using System.Globalization;
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
                if (item is { Item: Repeat, Repeat: null }) WriteRepeat(writer, item, page.Items, fields);
                else if (item.IsQuestion && item.Repeat is null) WriteQuestion(writer, new(item, -1, fields));
            }
            writer.WriteEndObject();
        }
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void WriteRepeat(
        Utf8JsonWriter writer, CompiledItem repeat, IReadOnlyList<CompiledItem> items, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    {
        CompiledItem[] inside = [.. items.Where(item => item.Repeat == repeat && item.IsQuestion)];
        var sent = new SortedSet<int>();
        foreach (var (field, values) in fields)
        {
            var parts = field.Split(':', 3);
            if (parts.Length == 3 && parts[0] == repeat.Name && values.Any(value => !string.IsNullOrWhiteSpace(value)) &&
                int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Limits.RepeatInstances)
                sent.Add(number);
        }
        writer.WriteStartArray(repeat.Name);
        // An instance left empty is no instance, unless an expression says how many there are.
        foreach (var number in repeat.RepeatCount is null ? sent : Enumerable.Range(1, sent.Max))
        {
            writer.WriteStartObject();
            foreach (var item in inside) WriteQuestion(writer, new(item, number - 1, fields));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteQuestion(Utf8JsonWriter writer, FormQuestion form)
    {
        writer.WritePropertyName(form.Item.Name);
        if (form.IsDeclined)
        {
            writer.WriteStartObject();
            writer.WriteBoolean("declined", true);
            // The reader tells the person to keep one of the two; what was written is never thrown away unsaid.
            if (form.Written is { } words) writer.WriteString("answer", FormNumber.Storable(words));
            writer.WriteEndObject();
            return;
        }
        switch (form.Item.Item)
        {
            case IntegerQuestion: FormNumber.Write(writer, form.Value, Marks.Thousands); break;
            case DecimalQuestion or RangeQuestion: FormNumber.Write(writer, form.Value); break;
            case DateQuestion: WriteText(writer, form.Date()); break;
            case SelectOneQuestion: WriteOne(writer, form); break;
            case SelectMultipleQuestion: WriteMany(writer, form); break;
            case RankQuestion: WriteRanking(writer, form); break;
            case NeedGridQuestion: WriteNeedGrid(writer, form); break;
            case MatrixQuestion: WriteMatrix(writer, form); break;
            case BestWorstQuestion sets: WriteSets(writer, form, sets.Sets.Count); break;
            case GeopointQuestion: WritePoint(writer, form); break;
            default: WriteText(writer, form.Value); break;
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string? text)
    {
        if (text is null) writer.WriteNullValue();
        else writer.WriteStringValue(FormNumber.Storable(text));
    }

    private static void WriteOne(Utf8JsonWriter writer, FormQuestion form)
    {
        var choice = form.Value;
        if (form.Part("other") is not { } words || !form.Item.OffersOther)
        {
            WriteText(writer, choice);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("choice", FormNumber.Storable(choice ?? CompiledItem.OtherChoice));
        writer.WriteString("other", FormNumber.Storable(words));
        writer.WriteEndObject();
    }

    private static void WriteMany(Utf8JsonWriter writer, FormQuestion form)
    {
        var words = form.Item.OffersOther ? form.Part("other") : null;
        var names = form.Values.Distinct().ToList();
        if (words is not null && !names.Contains(CompiledItem.OtherChoice)) names.Add(CompiledItem.OtherChoice);
        if (words is not null)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("choices");
        }
        WriteNames(writer, names);
        if (words is null) return;
        writer.WriteString("other", FormNumber.Storable(words));
        writer.WriteEndObject();
    }

    private static void WriteRanking(Utf8JsonWriter writer, FormQuestion form)
    {
        var places = form.Values.ToList();
        if (places.Count == 0)
            for (var place = 1; place <= form.Item.Choices.Count; place++) places.Add(form.Part(place.ToString(CultureInfo.InvariantCulture)) ?? "");
        while (places.Count > 0 && places[^1].Length == 0) places.RemoveAt(places.Count - 1);
        WriteNames(writer, places);
    }

    private static void WriteNeedGrid(Utf8JsonWriter writer, FormQuestion form)
    {
        writer.WriteStartObject();
        foreach (var row in form.Item.Rows)
        {
            writer.WritePropertyName(row.Name);
            writer.WriteStartObject();
            if (form.Part($"{row.Name}:declined") is not null) writer.WriteBoolean("declined", true);
            else
                foreach (var aspect in Aspects)
                {
                    writer.WritePropertyName(aspect);
                    if (form.Part($"{row.Name}:{aspect}") is not FormFields.Declined and var value) FormNumber.Write(writer, value);
                    else WriteDeclined(writer);
                }
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static readonly string[] Aspects = ["importance", "satisfaction"];

    private static void WriteMatrix(Utf8JsonWriter writer, FormQuestion form)
    {
        writer.WriteStartObject();
        foreach (var row in form.Item.Rows)
        {
            writer.WritePropertyName(row.Name);
            if (form.Part(row.Name) is not FormFields.Declined and var choice) WriteText(writer, choice);
            else WriteDeclined(writer);
        }
        writer.WriteEndObject();
    }

    private static void WriteSets(Utf8JsonWriter writer, FormQuestion form, int sets)
    {
        writer.WriteStartArray();
        for (var set = 1; set <= sets; set++)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("best");
            WriteText(writer, form.Part($"{set}:best"));
            writer.WritePropertyName("worst");
            WriteText(writer, form.Part($"{set}:worst"));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WritePoint(Utf8JsonWriter writer, FormQuestion form)
    {
        string?[] parts = [form.Part("lat"), form.Part("lon"), form.Part("accuracy")];
        if (parts[0] is null && parts[1] is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        foreach (var (name, value) in Coordinates.Zip(parts))
        {
            writer.WritePropertyName(name);
            FormNumber.Write(writer, value, Marks.Decimal);
        }
        writer.WriteEndObject();
    }

    private static readonly string[] Coordinates = ["lat", "lon", "accuracy"];

    private static void WriteNames(Utf8JsonWriter writer, IEnumerable<string> names)
    {
        writer.WriteStartArray();
        foreach (var name in names) writer.WriteStringValue(FormNumber.Storable(name));
        writer.WriteEndArray();
    }

    private static void WriteDeclined(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("declined", true);
        writer.WriteEndObject();
    }
}

/// <summary>The fields of one question. Blank values count as absent.</summary>
internal readonly record struct FormQuestion(
    CompiledItem Item, int Instance, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields)
{
    /// <summary>Values of the question's own field, but for blanks and "prefer not to say".</summary>
    internal IEnumerable<string> Values => All(FormFields.Prefix(Item, Instance)).Where(value => value != FormFields.Declined);

    /// <summary>The first of <see cref="Values"/>.</summary>
    internal string? Value => Values.FirstOrDefault();

    internal bool IsDeclined => Part("declined") is not null || All(FormFields.Prefix(Item, Instance)).Contains(FormFields.Declined);

    internal string? Part(string part) => All(FormFields.Part(Item, part, Instance)).FirstOrDefault();

    /// <summary>The first thing written or chosen in any part of the question; null when nothing is.</summary>
    internal string? Written => Value ?? Parts.Select(Part).FirstOrDefault(part => part is not null);

    private IEnumerable<string> Parts => Item.Item switch
    {
        DateQuestion => ["day", "month", "year"],
        GeopointQuestion => ["lat", "lon"],
        RankQuestion => Enumerable.Range(1, Item.Choices.Count).Select(place => place.ToString(CultureInfo.InvariantCulture)),
        ChoiceQuestion => ["other"],
        _ => [],
    };

    /// <summary>ISO text from one field or from day, month and year; what is no date, or has a year of two digits, goes on as it was typed.</summary>
    internal string? Date()
    {
        if (Value is { } whole) return whole.Trim();
        if (Part("day") is null && Part("month") is null && Part("year") is null) return null;
        return FormNumber.TryWhole(Part("day"), out var day) && FormNumber.TryWhole(Part("month"), out var month) && FormNumber.TryWhole(Part("year"), out var year) && year >= 1000
            ? FormattableString.Invariant($"{year:D4}-{month:D2}-{day:D2}")
            : $"{Part("year")}-{Part("month")}-{Part("day")}";
    }

    private IEnumerable<string> All(string field) =>
        Fields.TryGetValue(field, out var values) ? values.Where(value => !string.IsNullOrWhiteSpace(value)) : [];
}
