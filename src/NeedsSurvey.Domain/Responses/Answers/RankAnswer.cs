using System.Globalization;
using System.Text.Json;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>Choices, the first place first.</summary>
public sealed record RankAnswer(IReadOnlyList<string> Choices) : Answer
{
    internal override void Write(Utf8JsonWriter writer) => AnswerWriter.Names(writer, Choices);

    internal override Value ToValue() => Value.OfChoices(Choices);

    internal override IEnumerable<string> Picked => Choices;
}

/// <summary>Names of choices in order; a field and a column for each place.</summary>
internal sealed class RankAnswerType : AnswerType<RankAnswer>
{
    internal static readonly RankAnswerType Instance = new();

    internal override Answer? Read(JsonElement json, Place at, FaultList faults)
    {
        if (
            json.ValueKind == JsonValueKind.Array
            && json.EnumerateArray().Any(place => place.ValueKind == JsonValueKind.String && AnswerReader.IsEmpty(place))
        )
            return AnswerReader.Fault(faults, at, "place_missing");
        if (AnswerReader.IsEmpty(json) || AnswerReader.Choices(json, at, faults) is not { Count: > 0 } names)
            return null;
        var top = ((RankQuestion)at.Item.Item).Top;
        if (names.Count <= (top ?? int.MaxValue))
            return new RankAnswer(names);
        faults.Add(at, "too_many", top!);
        return null;
    }

    private protected override IReadOnlyList<AnswerLine> Say(CompiledItem item, RankAnswer answer, Speech speech) =>
        [.. answer.Choices.Select((name, place) => new AnswerLine(Place(place), AnswerWords.Choice(item, name, null, speech)))];

    internal override void FromForm(Utf8JsonWriter writer, FormQuestion form)
    {
        var places = form.Values.ToList();
        if (places.Count == 0)
            places.AddRange(FormParts(form.Item).Select(place => form.Part(place) ?? ""));
        while (places.Count > 0 && places[^1].Length == 0)
            places.RemoveAt(places.Count - 1);
        FormJson.Names(writer, places);
    }

    internal override IEnumerable<string> FormParts(CompiledItem item) => Enumerable.Range(0, item.Choices.Count).Select(Place);

    private protected override void Fill(FilledQuestion form, RankAnswer answer)
    {
        for (var place = 0; place < answer.Choices.Count; place++)
            form.Put(Place(place), answer.Choices[place]);
    }

    internal override bool TryFill(ref Utf8JsonReader reader, AskedBlock asked, Span<Cell> cells)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return false;
        asked.All(cells, AnswerState.Skipped);
        for (var place = 0; reader.Read() && reader.TokenType == JsonTokenType.String; place++)
            if (place < cells.Length)
                cells[place] = Cell.Of(in reader, CellForm.Code);
        return true;
    }

    /// <summary>There are as many places as choices were offered.</summary>
    internal override void TakeBack(AskedBlock asked, ReadOnlySpan<bool> offered, Span<Cell> cells)
    {
        var places = offered.Count(true);
        if (places == 0)
            AskedBlock.NothingOffered(cells);
        for (var place = Math.Max(places, 1); place < cells.Length; place++)
            if (cells[place].State != AnswerState.Answered)
                cells[place] = new(AnswerState.NotAsked);
    }

    private static string Place(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
