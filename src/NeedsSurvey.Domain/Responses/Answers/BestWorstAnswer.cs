using System.Text.Json;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>Best and worst of one set; either may be missing, not both.</summary>
public sealed record BestWorstPick(string? Best, string? Worst);

/// <summary>A pick for each set of a best–worst question; <c>null</c> where a set was skipped.</summary>
public sealed record BestWorstAnswer(IReadOnlyList<BestWorstPick?> Sets) : Answer
{
    /// <summary>Skipped sets at the end are left out; null for none.</summary>
    internal static Answer? Of(List<BestWorstPick?> sets)
    {
        while (sets.Count > 0 && sets[^1] is null)
            sets.RemoveAt(sets.Count - 1);
        return sets.Count == 0 ? null : new BestWorstAnswer(sets);
    }

    internal override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var pick in Sets)
        {
            if (pick is null)
            {
                writer.WriteNullValue();
                continue;
            }
            writer.WriteStartObject();
            if (pick.Best is not null)
                writer.WriteString("best", pick.Best);
            if (pick.Worst is not null)
                writer.WriteString("worst", pick.Worst);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>What was called best.</summary>
    internal override Value ToValue() => Value.OfChoices([.. Sets.Select(pick => pick?.Best).OfType<string>()]);

    internal override IEnumerable<string> Picked => Sets.SelectMany(pick => new[] { pick?.Best, pick?.Worst }).OfType<string>();
}

/// <summary><c>[{"best": "a", "worst": "b"}, null]</c>: a page for each set.</summary>
internal sealed class BestWorstAnswerType : AnswerType<BestWorstAnswer>
{
    internal static readonly BestWorstAnswerType Instance = new();

    internal override Answer? Read(JsonElement json, Place at, FaultList faults)
    {
        if (AnswerReader.IsEmpty(json))
            return null;
        var sets = ((BestWorstQuestion)at.Item.Item).Sets;
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > sets.Count)
            return AnswerReader.Fault(faults, at, "wrong_form");
        var picks = new List<BestWorstPick?>();
        foreach (var element in json.EnumerateArray())
            picks.Add(element.ValueKind == JsonValueKind.Null ? null : ReadPick(element, sets[picks.Count], picks.Count, at, faults));
        return BestWorstAnswer.Of(picks);
    }

    private static BestWorstPick? ReadPick(JsonElement json, IReadOnlyList<string> set, int index, Place at, FaultList faults)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add(at.Set(index, "best"), "wrong_form");
            return null;
        }
        string? best = null,
            worst = null;
        foreach (var property in json.EnumerateObject())
        {
            var part =
                property.Is("best"u8) ? "best"
                : property.Is("worst"u8) ? "worst"
                : null;
            if (part is null)
                faults.Add(at, "unknown_part", AnswerReader.Shown(property));
            else if (property.Value.ValueKind == JsonValueKind.Null || AnswerReader.IsEmpty(property.Value))
                continue;
            else if (AnswerReader.Choice(property.Value, at.Set(index, part), faults, "choice_needed") is { } choice)
            {
                if (!set.Contains(choice))
                    faults.Add(at.Set(index, part), "not_in_set");
                else if (part == "best")
                    best = choice;
                else
                    worst = choice;
            }
        }
        if (best is not null && best == worst)
            faults.Add(at.Set(index, "worst"), "same_best_worst");
        return best is null && worst is null ? null : new(best, worst);
    }

    /// <summary>Complete when every set has both ends; a page that shows one set asks for that one only.</summary>
    internal override void Require(Answer? answer, MissingParts missing, int part)
    {
        var picks = (answer as BestWorstAnswer)?.Sets ?? [];
        var asked = (BestWorstQuestion)missing.At.Item.Item;
        var sets = asked.Sets.Count;
        for (var set = Math.Max(part, 0); set < (part < 0 ? sets : Math.Min(sets, part + 1)); set++)
        {
            if (!asked.IsPartAskable(missing.At.Item, set, missing.Offers))
                continue;
            var pick = set < picks.Count ? picks[set] : null;
            if (pick?.Best is null)
                missing.Add(missing.At.Set(set, "best"));
            if (pick?.Worst is null)
                missing.Add(missing.At.Set(set, "worst"));
        }
    }

    /// <summary>A page replaces its own set; declining there, or not knowing, is about the whole.</summary>
    internal override Answer? Merge(CompiledItem item, int part, Answer? before, Answer? now)
    {
        if (now is MissingAnswer)
            return now;
        var picks = ((before as BestWorstAnswer)?.Sets ?? []).ToList();
        while (picks.Count <= part)
            picks.Add(null);
        picks[part] = now is BestWorstAnswer sets && part < sets.Sets.Count ? sets.Sets[part] : null;
        return BestWorstAnswer.Of(picks);
    }

    internal override Answer? Part(CompiledItem item, Answer answer, int part) =>
        ((BestWorstAnswer)answer).Sets.ElementAtOrDefault(part) is { } pick ? new BestWorstAnswer([pick]) : null;

    private protected override IReadOnlyList<AnswerLine> Say(CompiledItem item, BestWorstAnswer answer, Speech speech)
    {
        var question = (BestWorstQuestion)item.Item;
        var most = speech.Say(question.BestLabel, item) ?? AnswerWords.Most(speech.Language);
        var least = speech.Say(question.WorstLabel, item) ?? AnswerWords.Least(speech.Language);
        var lines = new List<AnswerLine>();
        foreach (var pick in answer.Sets)
        {
            if (pick?.Best is { } best)
                lines.Add(new(most, AnswerWords.Choice(item, best, null, speech)));
            if (pick?.Worst is { } worst)
                lines.Add(new(least, AnswerWords.Choice(item, worst, null, speech)));
        }
        return lines;
    }

    internal override void FromForm(Utf8JsonWriter writer, FormQuestion form)
    {
        writer.WriteStartArray();
        for (var set = 1; set <= ((BestWorstQuestion)form.Item.Item).Sets.Count; set++)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("best");
            FormJson.Text(writer, form.Part($"{set}:best"));
            writer.WritePropertyName("worst");
            FormJson.Text(writer, form.Part($"{set}:worst"));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private protected override void Fill(FilledQuestion form, BestWorstAnswer answer)
    {
        for (var set = 0; set < answer.Sets.Count; set++)
        {
            form.Put($"{set + 1}:best", answer.Sets[set]?.Best);
            form.Put($"{set + 1}:worst", answer.Sets[set]?.Worst);
        }
    }

    internal override bool TryFill(ref Utf8JsonReader reader, AskedBlock asked, Span<Cell> cells)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return false;
        asked.All(cells, AnswerState.Skipped);
        for (var set = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; set++)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                continue;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var at = set * 2 + (reader.ValueTextEquals("best"u8) ? 0 : 1);
                reader.Read();
                if (at < cells.Length)
                    cells[at] = Cell.Of(in reader, CellForm.Code);
            }
        }
        return true;
    }

    /// <summary>A set of which less than two choices were offered was not asked.</summary>
    internal override void TakeBack(AskedBlock asked, ReadOnlySpan<bool> offered, Span<Cell> cells)
    {
        var sets = ((BestWorstQuestion)asked.Item.Item).Sets;
        for (var set = 0; set < sets.Count && set * 2 + 1 < cells.Length; set++)
        {
            var left = 0;
            foreach (var choice in sets[set])
                left += asked.Item.ChoiceOrder(choice) is >= 0 and var order && offered[order] ? 1 : 0;
            if (left < 2)
                AskedBlock.NothingOffered(cells.Slice(set * 2, 2));
        }
    }
}
