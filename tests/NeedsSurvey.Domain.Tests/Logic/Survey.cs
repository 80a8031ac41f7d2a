// A small survey in memory for the tests of expressions: names with answers, optionally a repeat.
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Tests.Logic;

/// <summary>Answers by name. Slots are the positions in <see cref="_names"/>.</summary>
internal sealed class Survey : EvaluationContext
{
    private readonly List<string> names = [];
    private readonly List<Slot> slots = [];
    private readonly List<IReadOnlyList<Value>> values = [];

    public Dictionary<(string Question, string Choice), string> Labels { get; } = [];

    public Dictionary<string, Value> Columns { get; } = [];

    /// <summary>The instance the expression stands in, counted from 1.</summary>
    public int Instance { get; set; } = 1;

    public Survey()
    {
        Now = new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.FromHours(1));
        Random = new Random(1);
    }

    public Survey With(string name, Value value) => Add(name, SlotScope.One, [value]);

    public Survey WithMany(string name, params Value[] values) => Add(name, SlotScope.Many, values);

    public Survey WithRepeat(string name, int instances) => Add(name, SlotScope.Repeat, new Value[instances]);

    public Survey WithColumn(string name, Value value)
    {
        Columns[name] = value;
        return this;
    }

    public Survey WithSelf(Value value)
    {
        Self = value;
        return this;
    }

    private Survey Add(string name, SlotScope scope, IReadOnlyList<Value> values)
    {
        slots.Add(new Slot(names.Count, scope));
        names.Add(name);
        this.values.Add(values);
        return this;
    }

    public Slot? Find(string name) => names.IndexOf(name) is >= 0 and var at ? slots[at] : null;

    public override Value Read(int slot) => values[slot][0];

    public override IReadOnlyList<Value> ReadAll(int slot) => values[slot];

    public override Value ReadAt(int slot, ReadOnlySpan<int> repeats, ReadOnlySpan<int> positions) =>
        positions[0] <= values[slot].Count ? values[slot][positions[0] - 1] : Value.Empty;

    public override int CountInstances(int repeatSlot) => values[repeatSlot].Count;

    public override int Position(int steps) => Instance;

    public override int PositionIn(int repeatSlot) => Instance;

    public override string? ChoiceLabel(int slot, string choice) => Labels.GetValueOrDefault((names[slot], choice));

    public override Value ReadColumn(int column) => Columns.Values.ElementAt(column);

    /// <summary>Reads, compiles and evaluates; a fault of reading fails the test.</summary>
    public Value Evaluate(string source)
    {
        var read = ExpressionParser.Parse(source);
        Assert.True(read.IsValid, string.Join('\n', read.Faults.Select(fault => fault.WithCaret(source))));
        var columns = Columns.Keys.ToList();
        return read.Expression!.Compile(Find, name => columns.IndexOf(name) is >= 0 and var at ? at : null).Evaluate(this);
    }
}
