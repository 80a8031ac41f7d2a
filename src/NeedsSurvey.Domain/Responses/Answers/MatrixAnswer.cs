using System.Text.Json;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>A row of a matrix: a choice, or what was said in its place.</summary>
public sealed record MatrixRow(string Row, string? Choice, MissingAnswer? Missing = null);

/// <summary>Answered rows of a matrix, in the survey's order.</summary>
public sealed record MatrixAnswer(IReadOnlyList<MatrixRow> Rows) : Answer
{
    /// <summary>The one form of these rows: null for none; declined, or not known, when every row was.</summary>
    internal static Answer? Of(List<MatrixRow> rows, int inMatrix) =>
        rows.Count == 0 ? null
        : rows.Count == inMatrix && rows[0].Missing is { } missing && rows.TrueForAll(row => row.Missing == missing) ? missing
        : new MatrixAnswer(rows);

    internal override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var row in Rows)
        {
            writer.WritePropertyName(row.Row);
            if (row.Missing is { } missing)
                missing.Write(writer);
            else
                writer.WriteStringValue(row.Choice);
        }
        writer.WriteEndObject();
    }

    /// <summary>The answered rows.</summary>
    internal override Value ToValue() => Value.OfChoices([.. Rows.Select(row => row.Row)]);

    internal override IEnumerable<string> Picked => Rows.Select(row => row.Choice).OfType<string>();
}

/// <summary>
/// <c>{"monday": "never", "tuesday": {"declined": true}, "sunday": {"unknown": true}}</c>; a field and a column for each row.
/// </summary>
internal sealed class MatrixAnswerType : AnswerType<MatrixAnswer>
{
    internal static readonly MatrixAnswerType Instance = new();

    internal override Answer? Read(JsonElement json, Place at, FaultList faults)
    {
        var all = at.Item.Rows;
        if (AnswerReader.Rows(json, all, at, faults) is not { } given)
            return null;
        var rows = new List<MatrixRow>(given.Length);
        for (var index = 0; index < given.Length; index++)
        {
            var value = given[index];
            if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || AnswerReader.IsEmpty(value))
                continue;
            var row = all[index].Name;
            if (AnswerReader.Missing(value) is { } missing)
            {
                if (AnswerReader.Take(missing, (Question)at.Item.Item, at.Row(row), faults) is not null)
                    rows.Add(new(row, null, missing));
            }
            else if (AnswerReader.Choice(value, at.Row(row), faults, "choice_needed") is { } choice)
                rows.Add(new(row, choice));
        }
        return MatrixAnswer.Of(rows, all.Count);
    }

    /// <summary>Complete when every row is.</summary>
    internal override void Require(Answer? answer, MissingParts missing, int part)
    {
        var rows = (answer as MatrixAnswer)?.Rows ?? [];
        foreach (var row in missing.At.Item.Rows)
            if (rows.All(given => given.Row != row.Name))
                missing.Add(missing.At.Row(row.Name));
    }

    private protected override IReadOnlyList<AnswerLine> Say(CompiledItem item, MatrixAnswer answer, Speech speech) =>
        [
            .. answer.Rows.Select(row => new AnswerLine(
                AnswerWords.Row(item, row.Row, speech),
                row.Missing is { } missing
                    ? AnswerWords.Missing(missing, speech.Language)
                    : AnswerWords.Choice(item, row.Choice!, null, speech)
            )),
        ];

    internal override void FromForm(Utf8JsonWriter writer, FormQuestion form)
    {
        writer.WriteStartObject();
        foreach (var row in form.Item.Rows)
        {
            writer.WritePropertyName(row.Name);
            var choice = form.Part(row.Name);
            if (FormFields.MissingIn(choice) is { } missing)
                missing.Write(writer);
            else
                FormJson.Text(writer, choice);
        }
        writer.WriteEndObject();
    }

    private protected override void Fill(FilledQuestion form, MatrixAnswer answer)
    {
        foreach (var row in answer.Rows)
            form.Put(row.Row, row.Missing?.Chosen ?? row.Choice);
    }

    /// <summary>It stands in each row: every row declined is stored as the whole declined.</summary>
    internal override void MissInForm(FilledQuestion form, MissingAnswer missing)
    {
        base.MissInForm(form, missing);
        foreach (var row in form.Item.Rows)
            form.Put(row.Name, missing.Chosen);
    }

    internal override bool TryFill(ref Utf8JsonReader reader, AskedBlock asked, Span<Cell> cells)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        asked.All(cells, AnswerState.Skipped);
        for (var next = 0; asked.NextRow(ref reader, ref next, out var at); )
        {
            if (at < 0)
                continue;
            cells[at] = reader.TokenType == JsonTokenType.StartObject ? Cell.OrMissing(ref reader) : Cell.Of(in reader, CellForm.Code);
        }
        return true;
    }
}
