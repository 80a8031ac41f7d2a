using System.Text;
using System.Text.Json;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>One choice; <see cref="Other"/> holds the person's own words when the choice is <c>other</c>.</summary>
public sealed record ChoiceAnswer(string Choice, string? Other = null) : Answer
{
    internal override void Write(Utf8JsonWriter writer)
    {
        if (Other is null)
        {
            writer.WriteStringValue(Choice);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("choice", Choice);
        writer.WriteString("other", Other);
        writer.WriteEndObject();
    }

    internal override Value ToValue() => Value.Of(Choice);

    internal override IEnumerable<string> Picked => [Choice];
}

/// <summary>The name of a choice, or <c>{"choice": "other", "other": "own words"}</c>.</summary>
internal sealed class ChoiceAnswerType : AnswerType<ChoiceAnswer>
{
    internal static readonly ChoiceAnswerType Instance = new();

    internal override string CellMeaning => "Code of the choice.";

    private static readonly byte[] OtherUtf8 = Encoding.UTF8.GetBytes(CompiledItem.OtherChoice);

    internal override Answer? Read(JsonElement json, Place at, FaultList faults)
    {
        if (AnswerReader.IsEmpty(json) || !AnswerReader.Unwrap(ref json, "choice"u8, at, faults, out var other))
            return null;
        if (json.ValueKind == JsonValueKind.Null && other is null)
            return null;
        if (AnswerReader.Choice(json, at, faults, "choice_needed") is not { } choice)
            return null;
        if (other is null || choice == CompiledItem.OtherChoice)
            return new ChoiceAnswer(choice, other);
        return AnswerReader.Fault(faults, at.Part("other"), "other_not_chosen");
    }

    private protected override IReadOnlyList<AnswerLine> Say(CompiledItem item, ChoiceAnswer answer, Speech speech) =>
        AnswerWords.Line(AnswerWords.Choice(item, answer.Choice, answer.Other, speech));

    internal override void FromForm(Utf8JsonWriter writer, FormQuestion form)
    {
        var choice = form.Value;
        if (form.Part("other") is not { } words || !form.Item.OffersOther)
        {
            FormJson.Text(writer, choice);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("choice", FormNumber.Storable(choice ?? CompiledItem.OtherChoice));
        writer.WriteString("other", FormNumber.Storable(words));
        writer.WriteEndObject();
    }

    internal override IEnumerable<string> FormParts(CompiledItem item) => ["other"];

    private protected override void Fill(FilledQuestion form, ChoiceAnswer answer)
    {
        form.Put([answer.Choice]);
        form.Put("other", answer.Other);
    }

    internal override void MissInForm(FilledQuestion form, MissingAnswer missing)
    {
        form.Put([missing.Chosen]);
        base.MissInForm(form, missing);
    }

    internal override bool TryFill(ref Utf8JsonReader reader, AskedBlock asked, Span<Cell> cells)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            cells[0] = Cell.Of(in reader, CellForm.Code);
            if (asked.Other >= 0 && reader.ValueTextEquals(OtherUtf8))
                cells[asked.Other] = new(AnswerState.Skipped);
            return true;
        }
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isChoice = reader.ValueTextEquals("choice"u8);
            reader.Read();
            if (isChoice)
                cells[0] = Cell.Of(in reader, CellForm.Code);
            else
                cells[asked.OtherOrFirst] = Cell.Of(in reader);
        }
        return true;
    }
}
