using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

// The canonical form of answers: the survey's order, one spelling for each answer, nothing that can be left out. The same answers
// give the same text, so a retry can be compared by it. Absent: not asked. null: asked and skipped. {"declined":true}: declined;
// {"unknown":true}: not known. In a draft alone, {":again":…}: answered, and to be shown again.

/// <summary>Writes answers as canonical JSON.</summary>
internal static class AnswerWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A response as it is stored: every question that was asked.</summary>
    internal static string Response(Evaluation response) => Write(response, Form.Response);

    /// <summary>A draft: what was given or skipped so far, relevant or not, so that going back loses nothing.</summary>
    internal static string Draft(Evaluation response) => Write(response, Form.Draft);

    /// <summary>What a draft holds, to be judged as a whole response.</summary>
    internal static string Given(Evaluation response) => Write(response, Form.Given);

    private enum Form
    {
        Response,
        Draft,
        Given,
    }

    private static string Write(Evaluation response, Form form)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            foreach (var item in response.Survey.Items)
            {
                if (item.Repeat is not null)
                    continue;
                if (item.Item is Repeat)
                    WriteRepeat(writer, response, item, form);
                else
                    WriteItem(writer, response, item, -1, form);
            }
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteRepeat(Utf8JsonWriter writer, Evaluation response, CompiledItem repeat, Form form)
    {
        var draft = form != Form.Response;
        var cell = response.At(repeat, -1);
        var count = draft ? response.Kept(repeat) : response.Count(repeat);
        if (draft ? !cell.Seen && count == 0 : !cell.Shown)
            return;
        writer.WritePropertyName(repeat.Name);
        if (count == 0)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartArray();
        for (var instance = 0; instance < count; instance++)
        {
            writer.WriteStartObject();
            for (var slot = repeat.Slot + 1; slot < repeat.End; slot++)
                if (response.Survey.Items[slot] is var item && item.Repeat == repeat)
                    WriteItem(writer, response, item, instance, form);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteItem(Utf8JsonWriter writer, Evaluation response, CompiledItem item, int instance, Form form)
    {
        var draft = form != Form.Response;
        ref var cell = ref response.At(item, instance);
        if (item.Item is Calculate)
        {
            var remember = item.Calculation?.Expression.UsesSelf == true;
            if (draft ? !remember || cell.Value.IsEmpty : !cell.Shown)
                return;
            writer.WritePropertyName(item.Name);
            WriteValue(writer, cell.Value);
        }
        else if (item.IsQuestion && (draft ? cell is { Seen: true } or { Answer: not null } : cell.Shown))
        {
            writer.WritePropertyName(item.Name);
            var again = form == Form.Draft && !cell.Seen;
            if (again)
            {
                writer.WriteStartObject();
                writer.WritePropertyName(AnswerLoader.AgainUtf8);
            }
            if (cell.Answer is { } answer)
                answer.Write(writer);
            else
                writer.WriteNullValue();
            if (again)
                writer.WriteEndObject();
        }
    }

    /// <summary>A list of names.</summary>
    internal static void Names(Utf8JsonWriter writer, IReadOnlyList<string> names)
    {
        writer.WriteStartArray();
        foreach (var name in names)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    /// <summary>A calculated value; what is no value (empty, a fault, not a finite number) is null.</summary>
    private static void WriteValue(Utf8JsonWriter writer, Value value)
    {
        value = value.First;
        switch (value.Kind)
        {
            case ValueKind.Empty or ValueKind.Fault:
                writer.WriteNullValue();
                break;
            case ValueKind.Boolean:
                writer.WriteBooleanValue(value.ToBoolean());
                break;
            case ValueKind.Number:
                var number = value.ToNumber();
                if (!double.IsFinite(number))
                    writer.WriteNullValue();
                else if (number == Math.Truncate(number) && Math.Abs(number) < 1e15)
                    writer.WriteNumberValue((long)number);
                else
                    writer.WriteNumberValue(number);
                break;
            default:
                if (AnswerText.TryCanonical(value.ToText(), out var words) && words is not null)
                    writer.WriteStringValue(words);
                else
                    writer.WriteNullValue();
                break;
        }
    }
}
