// Which choices a person was offered is not stored: the choice filter tells it again, from the stored answers that it looks at. Few answers
// are looked at and most people gave the same, so what was found is kept by their stored bytes. A filter that looks at the clock, at chance
// or at the language cannot tell it again; everything counts as offered then (DefinitionCheck warns of such filters).

using System.Text;
using System.Text.Json;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>The choices that one version's question offered to each response. Not for several threads at once.</summary>
internal sealed class OfferedChoices
{
    /// <summary>Combinations of answers kept.</summary>
    private const int MostKept = 4_096;

    private readonly CompiledSurvey survey;
    private readonly CompiledItem item;
    private readonly byte[][] fromWhole;
    private readonly byte[][] fromInstance;
    private readonly bool byPlace;
    private readonly Dictionary<string, bool[]> known = new(StringComparer.Ordinal);
    private char[] key = new char[256];
    private int length;

    private OfferedChoices(CompiledSurvey survey, CompiledItem item, Expression filter)
    {
        (this.survey, this.item) = (survey, item);
        var sides = survey
            .LookedAtBy(item)
            .ToLookup(
                asked => item.Repeat is not null && asked.Repeat == item.Repeat,
                asked => Encoding.UTF8.GetBytes(asked.Repeat is { } repeat && repeat != item.Repeat ? repeat.Name : asked.Name)
            );
        (fromWhole, fromInstance) = ([.. sides[false]], [.. sides[true]]);
        byPlace = ChoiceFilters.LooksAtPlace(filter);
    }

    /// <summary>Null where every choice is offered to everybody, or where the filter cannot tell.</summary>
    internal static OfferedChoices? Of(CompiledSurvey survey, CompiledItem item) =>
        item.ChoiceFilter is { } filter && ChoiceFilters.CanBeToldAgain(filter.Expression) ? new(survey, item, filter.Expression) : null;

    /// <summary>By the order of the version's choices, whether each was offered.</summary>
    /// <param name="whole">The stored answers of the response.</param>
    /// <param name="instance">Those of the instance, inside a repeat.</param>
    /// <param name="place">The place of the instance, from 0.</param>
    internal ReadOnlySpan<bool> To(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> instance, int place)
    {
        length = 0;
        Gather(whole, fromWhole);
        Gather(instance, fromInstance);
        if (byPlace)
            Put([(byte)place]);
        var kept = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (kept.TryGetValue(key.AsSpan(0, length), out var offered))
            return offered;
        if (known.Count >= MostKept)
            known.Clear();
        return kept[key.AsSpan(0, length)] = WorkOut(whole, item.Repeat is null ? -1 : place);
    }

    private bool[] WorkOut(ReadOnlySpan<byte> whole, int place)
    {
        var reader = new Utf8JsonReader(whole);
        using var answers = JsonDocument.ParseValue(ref reader);
        var stored = StoredAnswers.Open(survey, answers.RootElement);
        return [.. item.Choices.Select(choice => stored.Offers(item, place, choice))];
    }

    private void Gather(ReadOnlySpan<byte> json, byte[][] names)
    {
        if (names.Length == 0 || json.IsEmpty)
            return;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = AskedBlock.Find(in reader, names, 0);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (at < 0)
                continue;
            Put([(byte)at]);
            Put(json[start..(int)reader.BytesConsumed]);
        }
        Put([byte.MaxValue]);
    }

    // Byte by byte: it is looked up and never read.
    private void Put(ReadOnlySpan<byte> bytes)
    {
        if (key.Length < length + bytes.Length)
            Array.Resize(ref key, (length + bytes.Length) * 2);
        length += Encoding.Latin1.GetChars(bytes, key.AsSpan(length));
    }
}

/// <summary>Opens answers as they were stored: nothing is worked out again, and what is there was asked.</summary>
internal static class StoredAnswers
{
    internal static Evaluation Open(CompiledSurvey survey, JsonElement answers)
    {
        var language = survey.Definition.FirstLanguage;
        var evaluation = new Evaluation(survey, new() { Language = language, Now = DateTimeOffset.UnixEpoch });
        AnswerLoader.Load(answers, evaluation, new FaultList(survey.Definition, language));
        foreach (var item in survey.Items)
            if (item.Repeat is null)
                Restore(evaluation, item, -1, answers);
            else if (answers.TryGetProperty(item.Repeat.Name, out var instances) && instances.ValueKind == JsonValueKind.Array)
                for (var place = 0; place < Math.Min(evaluation.Room(item), instances.GetArrayLength()); place++)
                    Restore(evaluation, item, place, instances[place]);
        return evaluation;
    }

    private static void Restore(Evaluation evaluation, CompiledItem item, int place, JsonElement answers)
    {
        if (answers.ValueKind != JsonValueKind.Object || !answers.TryGetProperty(item.Name, out var stored))
            return;
        ref var cell = ref evaluation.At(item, place);
        cell.Shown = true;
        cell.Value = item.Item is Calculate ? AnswerLoader.Remembered(stored) : cell.Given;
    }
}
