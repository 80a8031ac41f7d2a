using System.Globalization;
using System.Text.Json;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>Rated rows of a need grid, in the survey's order; rows without any rating are absent.</summary>
public sealed record NeedGridAnswer(IReadOnlyList<NeedRating> Rows) : Answer
{
    /// <summary>The one form of these rows: null for none; declined, or not known, when every row of the grid was.</summary>
    internal static Answer? Of(List<NeedRating> rows, int inGrid) =>
        rows.Count == 0 ? null
        : rows.Count == inGrid && rows[0].Whole is { } missing && rows.TrueForAll(row => row.Whole == missing) ? missing
        : new NeedGridAnswer(rows);

    internal override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var row in Rows)
        {
            writer.WritePropertyName(row.Row);
            if (row.Whole is { } missing)
            {
                missing.Write(writer);
                continue;
            }
            writer.WriteStartObject();
            Write(writer, "importance", row.Importance);
            Write(writer, "satisfaction", row.Satisfaction);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string aspect, Rating? rating)
    {
        if (rating is not { } given)
            return;
        writer.WritePropertyName(aspect);
        if (given.Missing is { } missing)
            missing.Write(writer);
        else
            writer.WriteNumberValue(given.Value);
    }

    /// <summary>The rated rows, so that <c>selected(${needs}, 'housing')</c> asks whether a row was rated.</summary>
    internal override Value ToValue() => Value.OfChoices([.. Rows.Select(row => row.Row)]);
}

/// <summary>
/// <c>{"housing": {"importance": 4, "satisfaction": 1}}</c>: each row and each rating may be declined, or not known; a page for each row.
/// </summary>
internal sealed class NeedGridAnswerType : AnswerType<NeedGridAnswer>
{
    internal static readonly NeedGridAnswerType Instance = new();

    private static readonly string[] Aspects = ["importance", "satisfaction"];

    internal override Answer? Read(JsonElement json, Place at, FaultList faults)
    {
        var grid = (NeedGridQuestion)at.Item.Item;
        if (AnswerReader.Rows(json, grid.Rows, at, faults) is not { } given)
            return null;
        var rows = new List<NeedRating>(given.Length);
        for (var index = 0; index < given.Length; index++)
        {
            if (given[index].ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
                continue;
            if (ReadRow(given[index], grid, at, grid.Rows[index].Name, faults) is { } rating)
                rows.Add(rating);
        }
        return NeedGridAnswer.Of(rows, grid.Rows.Count);
    }

    private static NeedRating? ReadRow(JsonElement json, NeedGridQuestion grid, Place at, string row, FaultList faults)
    {
        if (AnswerReader.Missing(json) is { } missing)
            return AnswerReader.Take(missing, grid, at.Row(row), faults) is null ? null : NeedRating.Of(row, missing);
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add(at.Row(row), "wrong_form");
            return null;
        }
        Rating? importance = null,
            satisfaction = null;
        foreach (var property in json.EnumerateObject())
        {
            if (property.Is("importance"u8))
                importance = ReadRating(property.Value, grid, grid.Importance, at.Row(row, "importance"), faults);
            else if (property.Is("satisfaction"u8))
                satisfaction = ReadRating(property.Value, grid, grid.Satisfaction, at.Row(row, "satisfaction"), faults);
            else
                faults.Add(at.Row(row), "unknown_part", AnswerReader.Shown(property));
        }
        return importance is null && satisfaction is null ? null : new(row, importance, satisfaction);
    }

    private static Rating? ReadRating(JsonElement json, NeedGridQuestion grid, GridAspect aspect, Place at, FaultList faults)
    {
        if (json.ValueKind == JsonValueKind.Null || AnswerReader.IsEmpty(json))
            return null;
        if (AnswerReader.Missing(json) is { } missing)
            return AnswerReader.Take(missing, grid, at, faults) is null ? null : Rating.Of(missing);
        if (json.ValueKind != JsonValueKind.Number)
            faults.Add(at, "choice_needed");
        else if (json.TryGetInt32(out var value) && aspect.Scale.Any(point => point.Value == value))
            return new(value);
        else
            faults.Add(at, "unknown_choice");
        return null;
    }

    /// <summary>Complete when every row has both ratings; a page that shows one row asks for that one only.</summary>
    internal override void Require(Answer? answer, MissingParts missing, int part)
    {
        var ratings = (answer as NeedGridAnswer)?.Rows ?? [];
        var rows = missing.At.Item.Rows;
        foreach (var row in part < 0 ? rows : rows.Skip(part).Take(1))
        {
            var rating = ratings.FirstOrDefault(given => given.Row == row.Name);
            if (rating?.Importance is null)
                missing.Add(missing.At.Row(row.Name, "importance"));
            if (rating?.Satisfaction is null)
                missing.Add(missing.At.Row(row.Name, "satisfaction"));
        }
    }

    /// <summary>A page replaces its own row; declining there, or not knowing, is about the row.</summary>
    internal override Answer? Merge(CompiledItem item, int part, Answer? before, Answer? now)
    {
        var row = item.Rows[part].Name;
        var rated = now is MissingAnswer missing
            ? NeedRating.Of(row, missing)
            : (now as NeedGridAnswer)?.Rows.FirstOrDefault(given => given.Row == row);
        var known = before is MissingAnswer whole
            ? [.. item.Rows.Select(given => NeedRating.Of(given.Name, whole))]
            : (before as NeedGridAnswer)?.Rows ?? [];
        var rows = known.Where(given => given.Row != row).Concat(rated is null ? [] : [rated]);
        return NeedGridAnswer.Of([.. rows.OrderBy(given => item.RowOrder(given.Row))], item.Rows.Count);
    }

    internal override Answer? Part(CompiledItem item, Answer answer, int part) =>
        ((NeedGridAnswer)answer).Rows.FirstOrDefault(given => given.Row == item.Rows[part].Name) is { } row
            ? new NeedGridAnswer([row])
            : null;

    private protected override IReadOnlyList<AnswerLine> Say(CompiledItem item, NeedGridAnswer answer, Speech speech)
    {
        var grid = (NeedGridQuestion)item.Item;
        return
        [
            .. answer.Rows.Select(row => new AnswerLine(
                AnswerWords.Row(item, row.Row, speech),
                string.Join(
                    " · ",
                    new[] { Point(grid.Importance, row.Importance), Point(grid.Satisfaction, row.Satisfaction) }.OfType<string>()
                )
            )),
        ];

        string? Point(GridAspect aspect, Rating? rating) =>
            rating switch
            {
                null => null,
                { Missing: { } missing } => AnswerWords.Missing(missing, speech.Language),
                { Value: var value } => speech.Say(aspect.Scale.FirstOrDefault(point => point.Value == value)?.Label, item)
                    ?? value.ToString(CultureInfo.InvariantCulture),
            };
    }

    internal override void FromForm(Utf8JsonWriter writer, FormQuestion form)
    {
        writer.WriteStartObject();
        foreach (var row in form.Item.Rows)
        {
            writer.WritePropertyName(row.Name);
            writer.WriteStartObject();
            if (Array.Find(MissingAnswer.Both, missing => form.Part($"{row.Name}:{missing.Key}") is not null) is { } whole)
                writer.WriteBoolean(whole.KeyUtf8, true);
            else
                foreach (var aspect in Aspects)
                {
                    writer.WritePropertyName(aspect);
                    var value = form.Part($"{row.Name}:{aspect}");
                    if (FormFields.MissingIn(value) is { } missing)
                        missing.Write(writer);
                    else
                        FormNumber.Write(writer, value);
                }
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private protected override void Fill(FilledQuestion form, NeedGridAnswer answer)
    {
        foreach (var row in answer.Rows)
        {
            form.Put(row.Row + ":importance", Field(row.Importance));
            form.Put(row.Row + ":satisfaction", Field(row.Satisfaction));
        }

        static string? Field(Rating? rating) =>
            rating is not { } given ? null
            : given.Missing is { } missing ? missing.Chosen
            : given.Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>It stands in each row's scales.</summary>
    internal override void MissInForm(FilledQuestion form, MissingAnswer missing)
    {
        base.MissInForm(form, missing);
        foreach (var row in form.Item.Rows)
        foreach (var aspect in Aspects)
            form.Put($"{row.Name}:{aspect}", missing.Chosen);
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
            var columns = cells.Slice(at, Aspects.Length);
            if (reader.TokenType != JsonTokenType.StartObject)
                columns[0] = Cell.Of(in reader, CellForm.Code);
            else if (Cell.MissingAt(reader) is { } missing)
            {
                reader.Skip();
                columns.Fill(new(missing));
            }
            else
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var aspect = reader.ValueTextEquals("importance"u8) ? 0 : 1;
                    reader.Read();
                    columns[aspect] = Cell.OrMissing(ref reader);
                }
        }
        return true;
    }
}
