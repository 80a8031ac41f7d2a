using System.Globalization;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

// The relevance pass. Items are visited in the survey's order of evaluation, so one visit each is enough; a question that is not
// relevant counts as unanswered for all that follow (XForms), and its answer waits untouched in case it becomes relevant again.

/// <summary>One response's answers while they are looked at: values by slot and instance, and what is asked.</summary>
internal sealed class Evaluation : EvaluationContext
{
    /// <summary>An answer, what it means to expressions, and whether its question is asked.</summary>
    internal struct Cell
    {
        internal Answer? Answer;
        internal Value Given;
        internal Value Value;
        internal bool Shown;
        internal bool Seen;
    }

    private readonly CompiledSurvey survey;
    private readonly ResponseContext context;
    private readonly string language;
    private readonly Cell[] single;
    private readonly Cell[]?[] repeated;
    private readonly int[] counts;
    private int instance = -1;
    private Choice? column;
    private CompiledItem? columnOf;

    internal Evaluation(CompiledSurvey survey, ResponseContext context)
    {
        (this.survey, this.context) = (survey, context);
        language = context.Language;
        Now = context.Now;
        Zone = context.Zone;
        Random = context.Random;
        Patterns = context.Patterns;
        Order = context.Order;
        Version = survey.Version?.ToString(CultureInfo.InvariantCulture) ?? "";
        Culture = ReaderCulture.Of(context.Language);
        single = new Cell[survey.Items.Count];
        repeated = new Cell[]?[survey.Items.Count];
        counts = new int[survey.Items.Count];
    }

    /// <summary>The same answers with the same things asked; what is given to one of the two, the other does not know.</summary>
    internal Evaluation Copy()
    {
        var copy = new Evaluation(survey, context);
        single.CopyTo(copy.single, 0);
        counts.CopyTo(copy.counts, 0);
        for (var slot = 0; slot < repeated.Length; slot++)
            copy.repeated[slot] = repeated[slot] is { } cells ? [.. cells] : null;
        return copy;
    }

    internal CompiledSurvey Survey => survey;
    internal string Language => language;
    internal int? Order { get; }

    /// <summary>The cell of an item; <paramref name="at"/> is the instance inside a repeat, −1 outside.</summary>
    internal ref Cell At(CompiledItem item, int at)
    {
        if (item.Repeat is null)
            return ref single[item.Slot];
        return ref repeated[item.Slot]![at];
    }

    /// <summary>Instances of a repeat that are asked.</summary>
    internal int Count(CompiledItem repeat) => single[repeat.Slot].Shown ? counts[repeat.Slot] : 0;

    /// <summary>Instances for which answers were given, asked or not.</summary>
    internal int Room(CompiledItem item) => repeated[item.Slot]?.Length ?? 0;

    /// <summary>Instances that were given, whether or not the repeat is asked.</summary>
    internal int Given(CompiledItem repeat) => counts[repeat.Slot];

    /// <summary>
    /// Instances of which a draft keeps something: those given and, where an expression counts them, those beyond it that were answered
    /// before it fell.
    /// </summary>
    internal int Kept(CompiledItem repeat)
    {
        var kept = counts[repeat.Slot];
        if (repeat.RepeatCount is null)
            return kept;
        for (var slot = repeat.Slot + 1; slot < repeat.End; slot++)
            if (survey.Items[slot].Repeat == repeat)
                for (var at = Room(survey.Items[slot]) - 1; at >= kept; at--)
                    if (repeated[slot]![at] is { Seen: true } or { Answer: not null })
                        kept = at + 1;
        return kept;
    }

    /// <summary>Takes one instance out of a repeat; those behind it move up. Takes effect with the next <see cref="Run()"/>.</summary>
    internal void RemoveInstance(CompiledItem repeat, int at)
    {
        if (at < 0 || at >= counts[repeat.Slot])
            return;
        for (var slot = repeat.Slot + 1; slot < repeat.End; slot++)
            if (survey.Items[slot].Repeat == repeat && repeated[slot] is { } cells && at < cells.Length)
            {
                Array.Copy(cells, at + 1, cells, at, cells.Length - at - 1);
                cells[^1] = default;
            }
        counts[repeat.Slot]--;
    }

    /// <summary>Whether there is a cell for that instance.</summary>
    internal bool Exists(CompiledItem item, int at) => item.Repeat is null ? at < 0 : at >= 0 && at < Room(item);

    /// <summary>Whether an item is asked, or shown.</summary>
    internal bool IsAsked(CompiledItem item, int at) => Exists(item, at) && At(item, at).Shown;

    /// <summary>Makes room for so many instances of a repeat; answers already there stay.</summary>
    internal void SetInstances(CompiledItem repeat, int number)
    {
        counts[repeat.Slot] = number;
        for (var slot = repeat.Slot + 1; slot < repeat.End; slot++)
            if (survey.Items[slot].Repeat == repeat && Room(survey.Items[slot]) < number)
                Array.Resize(ref repeated[slot], number);
    }

    /// <summary>Puts an answer in its place; takes effect with the next <see cref="Run"/>.</summary>
    internal void Give(CompiledItem item, int at, Answer? answer)
    {
        ref var cell = ref At(item, at);
        cell.Answer = answer;
        cell.Given = answer is null ? Value.Empty : answer.ToValue();
        cell.Seen = true;
    }

    /// <summary>Visits every item once.</summary>
    internal void Run()
    {
        foreach (var item in survey.Order)
            Visit(item);
    }

    /// <summary>Visits only what depends on the items that changed.</summary>
    internal void Run(IEnumerable<CompiledItem> changed)
    {
        var due = new bool[survey.Items.Count];
        foreach (var item in changed)
        {
            due[item.Slot] = true;
            foreach (var dependent in item.Dependents)
                due[dependent] = true; // how many instances a repeat has shows in no value of its own
        }
        foreach (var item in survey.Order)
        {
            if (!due[item.Slot] || !Visit(item))
                continue;
            foreach (var dependent in item.Dependents)
                due[dependent] = true;
        }
    }

    /// <summary>True when value, relevance or number of instances changed.</summary>
    private bool Visit(CompiledItem item)
    {
        if (item.Repeat is not { } repeat)
        {
            var changed = Visit(item, ref single[item.Slot]);
            return item.RepeatCount is { } count ? CountInstances(item, count) | changed : changed;
        }
        var any = false;
        if (Room(item) == 0)
            return false;
        var cells = repeated[item.Slot]!;
        for (instance = 0; instance < cells.Length; instance++)
            any |= Visit(item, ref cells[instance], instance < counts[repeat.Slot]);
        instance = -1;
        return any;
    }

    private bool Visit(CompiledItem item, ref Cell cell, bool exists = true)
    {
        var (shown, value) = (cell.Shown, cell.Value);
        cell.Shown = exists && IsShown(item.Parent);
        if (cell.Shown && item.Relevant is { } relevant)
        {
            Self = cell.Given;
            cell.Shown = relevant.IsTrue(this);
        }
        if (!cell.Shown)
            cell.Value = default;
        else if (item.Calculation is { } calculation)
        {
            Self = cell.Given;
            cell.Value = calculation.Evaluate(this);
            // Stored as no answer, as ODK does with what is not a number; other expressions see what is stored.
            if (cell.Value.Kind == ValueKind.Number && !double.IsFinite(cell.Value.ToNumber()))
                cell.Value = default;
        }
        else
            cell.Value = cell.Given;
        return shown != cell.Shown || value != cell.Value;
    }

    private bool CountInstances(CompiledItem repeat, CompiledExpression expression)
    {
        var before = counts[repeat.Slot];
        var number = single[repeat.Slot].Shown ? expression.Evaluate(this).ToNumber() : 0;
        SetInstances(repeat, number >= 1 ? (int)Math.Min(number, Limits.RepeatInstances) : 0);
        return before != counts[repeat.Slot];
    }

    private bool IsShown(CompiledItem? parent) =>
        parent is null || (parent.Repeat is null ? single[parent.Slot].Shown : repeated[parent.Slot]![instance].Shown);

    /// <summary>Evaluates an item's expression in an instance, with <c>.</c> as its value.</summary>
    internal Value Evaluate(CompiledExpression expression, CompiledItem item, int at)
    {
        instance = at;
        Self = At(item, at).Value;
        var value = expression.Evaluate(this);
        instance = -1;
        return value;
    }

    /// <summary>Whether the choice filter lets a choice through; a filter that fails lets all through.</summary>
    internal bool Offers(CompiledItem item, int at, Choice choice)
    {
        if (item.ChoiceFilter is not { } filter || choice.Name == CompiledItem.OtherChoice && item.OffersOther)
            return true;
        (column, columnOf) = (choice, item);
        var value = Evaluate(filter, item, at);
        (column, columnOf) = (null, null);
        return value.IsFault || value.ToBoolean();
    }

    /// <summary>Whether there is anything to choose; true of questions without a filter.</summary>
    internal bool OffersAny(CompiledItem item, int at) =>
        item is not { ChoiceFilter: not null, Item: Question question } || question.IsAskable(item, OffersOf(item, at));

    /// <summary><see cref="Offers"/> of one question, for those who ask it of many choices.</summary>
    internal Func<Choice, bool> OffersOf(CompiledItem item, int at) => choice => Offers(item, at, choice);

    /// <inheritdoc/>
    public override Value Read(int slot)
    {
        var cells = repeated[slot];
        if (cells is null)
            return single[slot].Value;
        return instance >= 0 && instance < cells.Length ? cells[instance].Value : default;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Value> ReadAll(int slot)
    {
        if (survey.Items[slot].Repeat is not { } repeat)
            return [single[slot].Value];
        var values = new Value[Math.Min(Count(repeat), Room(survey.Items[slot]))];
        for (var at = 0; at < values.Length; at++)
            values[at] = repeated[slot]![at].Value;
        return values;
    }

    /// <inheritdoc/>
    public override Value ReadAt(int slot, ReadOnlySpan<int> repeats, ReadOnlySpan<int> positions)
    {
        if (survey.Items[slot].Repeat is not { } repeat || repeats.Length == 0 || repeats[^1] != repeat.Slot)
            return default;
        var at = positions[^1] - 1;
        return at >= 0 && at < Math.Min(Count(repeat), Room(survey.Items[slot])) ? repeated[slot]![at].Value : default;
    }

    /// <inheritdoc/>
    public override int CountInstances(int repeatSlot) => Count(survey.Items[repeatSlot]);

    /// <inheritdoc/>
    public override int Position(int steps) => instance < 0 ? 1 : instance + 1;

    /// <inheritdoc/>
    public override int PositionIn(int repeatSlot) => instance + 1;

    /// <inheritdoc/>
    public override string? ChoiceLabel(int slot, string choice) =>
        survey.Items[slot].Choice(choice) is { Label: var label }
            ? string.Concat(new ResponseState(this).Words(label, instance).Select(part => part.Text))
            : null;

    /// <inheritdoc/>
    public override Value ReadColumn(int column)
    {
        if (this.column is not { } choice || columnOf is null)
            return default;
        return columnOf.FilterColumns[column] switch
        {
            "name" => Value.Of(choice.Name),
            "label" => Value.Of(choice.Label.In(language, columnOf.FirstLanguage)),
            var name => Value.Of(choice.Filter?.GetValueOrDefault(name)),
        };
    }
}
