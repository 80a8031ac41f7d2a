using System.Text.Json;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>Words, in NFC with line feeds.</summary>
public sealed record TextAnswer(string Words) : Answer
{
    internal override void Write(Utf8JsonWriter writer) => writer.WriteStringValue(Words);

    internal override Value ToValue() => Value.Of(Words);
}

/// <summary>A JSON string; blank is no answer.</summary>
internal sealed class TextAnswerType : AnswerType<TextAnswer>
{
    internal static readonly TextAnswerType Instance = new();

    internal override string CellMeaning => "The person's own words.";

    internal override Answer? Read(JsonElement json, Place at, FaultList faults)
    {
        if (json.ValueKind != JsonValueKind.String)
            return AnswerReader.Fault(faults, at, "text_needed");
        var longest = ((TextQuestion)at.Item.Item).MaxLength ?? Limits.TextAnswerCharacters;
        return AnswerReader.Words(json, longest, at, faults) is { } words ? new TextAnswer(words) : null;
    }

    private protected override IReadOnlyList<AnswerLine> Say(CompiledItem item, TextAnswer answer, Speech speech) =>
        AnswerWords.Line(answer.Words);

    internal override void FromForm(Utf8JsonWriter writer, FormQuestion form) => FormJson.Text(writer, form.Value);

    private protected override void Fill(FilledQuestion form, TextAnswer answer) => form.Put([answer.Words]);
}
