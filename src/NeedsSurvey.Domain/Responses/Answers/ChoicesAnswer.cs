using System.Text.Json;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>Choices in the survey's order, none twice.</summary>
public sealed record ChoicesAnswer(IReadOnlyList<string> Choices, string? Other = null) : Answer
{
    internal override void Write(Utf8JsonWriter writer)
    {
        if (Other is null)
        {
            AnswerWriter.Names(writer, Choices);
            return;
        }
        writer.WriteStartObject();
        writer.WritePropertyName("choices");
        AnswerWriter.Names(writer, Choices);
        writer.WriteString("other", Other);
        writer.WriteEndObject();
    }

    internal override Value ToValue() => Value.OfChoices(Choices);

    internal override IEnumerable<string> Picked => Choices;
}

/// <summary>Names of choices, or <c>{"choices": ["a", "other"], "other": "own words"}</c>; a column for each choice.</summary>
internal sealed class ChoicesAnswerType : AnswerType<ChoicesAnswer>
{
    internal static readonly ChoicesAnswerType Instance = new();

    internal override Answer? Read(JsonElement json, Place at, FaultList faults)
    {
        if (AnswerReader.IsEmpty(json) || !AnswerReader.Unwrap(ref json, "choices"u8, at, faults, out var other))
            return null;
        if (AnswerReader.Choices(json, at, faults) is not { } names)
            return null;
        if (names.Count == 0 && other is null)
            return null;
        var item = at.Item;
        var question = (SelectMultipleQuestion)item.Item;
        if (names.Count > 1)
            names.Sort((a, b) => item.ChoiceOrder(a).CompareTo(item.ChoiceOrder(b)));

        if (other is not null && !names.Contains(CompiledItem.OtherChoice))
            faults.Add(at.Part("other"), "other_not_chosen");
        else if (names.Count > 1 && names.Find(name => item.Choice(name)!.Exclusive) is { } alone)
            faults.Add(at, "exclusive", faults.Say(item.Choice(alone)!.Label, at));
        else if (item.ChoiceFilter is null && question.Min > names.Count && !item.Choice(names[0])!.Exclusive)
            faults.Add(at, "too_few", question.Min);
        else if (question.Max < names.Count)
            faults.Add(at, "too_many", question.Max);
        else
            return new ChoicesAnswer(names, other);
        return null;
    }

    /// <summary>Nobody is asked for more than a filter offers.</summary>
    internal override void Count(Answer answer, Place at, Func<Choice, bool> offers, FaultList faults)
    {
        var (item, names) = (at.Item, ((ChoicesAnswer)answer).Choices);
        if (((SelectMultipleQuestion)item.Item).Min is not { } min || names.Count >= min || item.Choice(names[0])!.Exclusive)
            return;
        var wanted = Math.Min(min, item.Choices.Count(choice => !choice.Exclusive && offers(choice)));
        if (names.Count < wanted)
            faults.Add(at, "too_few", wanted);
    }

    private protected override IReadOnlyList<AnswerLine> Say(CompiledItem item, ChoicesAnswer answer, Speech speech) =>
        [.. answer.Choices.Select(name => new AnswerLine("", AnswerWords.Choice(item, name, answer.Other, speech)))];

    internal override void FromForm(Utf8JsonWriter writer, FormQuestion form)
    {
        var words = form.Item.OffersOther ? form.Part("other") : null;
        var names = form.Values.Distinct().ToList();
        if (words is not null && !names.Contains(CompiledItem.OtherChoice))
            names.Add(CompiledItem.OtherChoice);
        if (words is not null)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("choices");
        }
        FormJson.Names(writer, names);
        if (words is null)
            return;
        writer.WriteString("other", FormNumber.Storable(words));
        writer.WriteEndObject();
    }

    internal override IEnumerable<string> FormParts(CompiledItem item) => ["other"];

    private protected override void Fill(FilledQuestion form, ChoicesAnswer answer)
    {
        form.Put(answer.Choices);
        form.Put("other", answer.Other);
    }

    internal override void MissInForm(FilledQuestion form, MissingAnswer missing)
    {
        form.Put([missing.Chosen]);
        base.MissInForm(form, missing);
    }

    internal override void BeginForm(FilledQuestion form, string beginning) => form.Put(beginning.Split(' '));

    internal override bool TryFill(ref Utf8JsonReader reader, AskedBlock asked, Span<Cell> cells)
    {
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
            return false;
        for (var i = 0; i < cells.Length; i++)
            if (asked.Has[i] && i != asked.Other)
                cells[i] = new(AnswerState.Answered, CellForm.No);
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            FillNames(ref reader, asked, cells);
            return true;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isChoices = reader.ValueTextEquals("choices"u8);
            reader.Read();
            if (isChoices)
                FillNames(ref reader, asked, cells);
            else
                cells[asked.OtherOrFirst] = Cell.Of(in reader);
        }
        return true;
    }

    /// <summary>"Prefer not to say" was said of the choices that were there.</summary>
    internal override void TakeBack(AskedBlock asked, ReadOnlySpan<bool> offered, Span<Cell> cells)
    {
        if (!offered.Contains(true))
        {
            AskedBlock.NothingOffered(cells);
            return;
        }
        for (var i = 0; i < cells.Length; i++)
            if (asked.Orders[i] is >= 0 and var order && !offered[order] && cells[i].Form != CellForm.Yes)
                cells[i] = new(AnswerState.NotAsked);
    }

    private static void FillNames(ref Utf8JsonReader reader, AskedBlock asked, Span<Cell> cells)
    {
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            var at = asked.Part(in reader, next);
            if (at < 0)
                continue;
            next = at + 1;
            if (at != asked.Other)
                cells[at] = new(AnswerState.Answered, CellForm.Yes);
            else if (cells[at].State != AnswerState.Answered)
                cells[at] = new(AnswerState.Skipped);
        }
    }
}
