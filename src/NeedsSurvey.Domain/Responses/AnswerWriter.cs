using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

// The canonical form of answers: the survey's order, one spelling for each answer, nothing that can be left out. The same answers
// give the same text, so a retry can be compared by it. Absent: not asked. null: asked and skipped. {"declined":true}: declined.

/// <summary>Writes answers as canonical JSON.</summary>
internal static class AnswerWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A response as it is stored: every question that was asked.</summary>
    internal static string Response(Evaluation response) => Write(response, draft: false);

    /// <summary>A draft: what was given or skipped so far, relevant or not, so that going back loses nothing.</summary>
    internal static string Draft(Evaluation response) => Write(response, draft: true);

    private static string Write(Evaluation response, bool draft)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            foreach (var item in response.Survey.Items)
            {
                if (item.Repeat is not null) continue;
                if (item.Item is Repeat) WriteRepeat(writer, response, item, draft);
                else WriteItem(writer, response, item, -1, draft);
            }
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteRepeat(Utf8JsonWriter writer, Evaluation response, CompiledItem repeat, bool draft)
    {
        var cell = response.At(repeat, -1);
        var count = draft ? response.Given(repeat) : response.Count(repeat);
        if (draft ? !cell.Seen && count == 0 : !cell.Shown) return;
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
                if (response.Survey.Items[slot] is var item && item.Repeat == repeat) WriteItem(writer, response, item, instance, draft);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteItem(Utf8JsonWriter writer, Evaluation response, CompiledItem item, int instance, bool draft)
    {
        ref var cell = ref response.At(item, instance);
        if (item.Item is Calculate)
        {
            var remember = item.Calculation?.Expression.UsesSelf == true;
            if (draft ? !remember || cell.Value.IsEmpty : !cell.Shown) return;
            writer.WritePropertyName(item.Name);
            WriteValue(writer, cell.Value);
        }
        else if (item.IsQuestion && (draft ? cell.Seen : cell.Shown))
        {
            writer.WritePropertyName(item.Name);
            Write(writer, cell.Answer);
        }
    }

    /// <summary>One answer.</summary>
    internal static void Write(Utf8JsonWriter writer, Answer? answer)
    {
        switch (answer)
        {
            case null: writer.WriteNullValue(); break;
            case Answer.Declined: WriteDeclined(writer); break;
            case Answer.Text text: writer.WriteStringValue(text.Words); break;
            case Answer.Whole whole: writer.WriteNumberValue(whole.Value); break;
            case Answer.Number number: writer.WriteNumberValue(number.Value); break;
            case Answer.Day day: writer.WriteStringValue(day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case Answer.Clock clock: writer.WriteStringValue(clock.Value.ToString("HH:mm", CultureInfo.InvariantCulture)); break;
            case Answer.One { Other: null } one: writer.WriteStringValue(one.Choice); break;
            case Answer.One one:
                writer.WriteStartObject();
                writer.WriteString("choice", one.Choice);
                writer.WriteString("other", one.Other);
                writer.WriteEndObject();
                break;
            case Answer.Many { Other: null } many: WriteNames(writer, many.Choices); break;
            case Answer.Many many:
                writer.WriteStartObject();
                writer.WritePropertyName("choices");
                WriteNames(writer, many.Choices);
                writer.WriteString("other", many.Other);
                writer.WriteEndObject();
                break;
            case Answer.Ranking ranking: WriteNames(writer, ranking.Choices); break;
            case Answer.NeedRatings grid: WriteGrid(writer, grid); break;
            case Answer.MatrixRows matrix: WriteMatrix(writer, matrix); break;
            case Answer.BestWorst sets: WriteSets(writer, sets); break;
            case Answer.Point point:
                writer.WriteStartObject();
                writer.WriteNumber("lat", point.Latitude);
                writer.WriteNumber("lon", point.Longitude);
                if (point.Accuracy is { } metres) writer.WriteNumber("accuracy", metres);
                writer.WriteEndObject();
                break;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void WriteGrid(Utf8JsonWriter writer, Answer.NeedRatings grid)
    {
        writer.WriteStartObject();
        foreach (var row in grid.Rows)
        {
            writer.WritePropertyName(row.Row);
            if (row is { Importance.Declined: true, Satisfaction.Declined: true })
            {
                WriteDeclined(writer);
                continue;
            }
            writer.WriteStartObject();
            WriteRating(writer, "importance", row.Importance);
            WriteRating(writer, "satisfaction", row.Satisfaction);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void WriteRating(Utf8JsonWriter writer, string aspect, Rating? rating)
    {
        if (rating is not { } given) return;
        writer.WritePropertyName(aspect);
        if (given.Declined) WriteDeclined(writer);
        else writer.WriteNumberValue(given.Value);
    }

    private static void WriteMatrix(Utf8JsonWriter writer, Answer.MatrixRows matrix)
    {
        writer.WriteStartObject();
        foreach (var row in matrix.Rows)
        {
            writer.WritePropertyName(row.Row);
            if (row.Choice is null) WriteDeclined(writer);
            else writer.WriteStringValue(row.Choice);
        }
        writer.WriteEndObject();
    }

    private static void WriteSets(Utf8JsonWriter writer, Answer.BestWorst sets)
    {
        writer.WriteStartArray();
        foreach (var pick in sets.Sets)
        {
            if (pick is null)
            {
                writer.WriteNullValue();
                continue;
            }
            writer.WriteStartObject();
            if (pick.Best is not null) writer.WriteString("best", pick.Best);
            if (pick.Worst is not null) writer.WriteString("worst", pick.Worst);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteDeclined(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("declined", true);
        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, IReadOnlyList<string> names)
    {
        writer.WriteStartArray();
        foreach (var name in names) writer.WriteStringValue(name);
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
                if (!double.IsFinite(number)) writer.WriteNullValue();
                else if (number == Math.Truncate(number) && Math.Abs(number) < 1e15) writer.WriteNumberValue((long)number);
                else writer.WriteNumberValue(number);
                break;
            default:
                if (AnswerText.TryCanonical(value.ToText(), out var words) && words is not null) writer.WriteStringValue(words);
                else writer.WriteNullValue();
                break;
        }
    }
}
