using System.Collections.Frozen;
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Surveys;

// A survey version ready to be asked: made once per immutable version and shared by all requests. It decides nothing about answers;
// Domain/Responses does. It never throws: an expression that DefinitionCheck would refuse is left out here (a preview of a draft
// still works), so publish only what DefinitionCheck passed.

/// <summary>An immutable survey version with its items numbered, its expressions compiled and its pages laid out. Thread-safe.</summary>
public sealed class CompiledSurvey
{
    private readonly FrozenDictionary<string, CompiledItem> byName;

    private CompiledSurvey(SurveyDefinition definition, int? version, CompiledItem[] items)
    {
        (Definition, Version) = (definition, version);
        Items = items;
        var names = new Dictionary<string, CompiledItem>(items.Length, StringComparer.Ordinal);
        foreach (var item in items)
            names.TryAdd(item.Name, item);
        byName = names.ToFrozenDictionary(StringComparer.Ordinal);
        CompileExpressions();
        Filtered = [.. items.Where(item => item.ChoiceFilter is { } filter && ChoiceFilters.CanBeToldAgain(filter.Expression))];
        Order = OrderOfEvaluation();
        Pages = PagePlan.Of(definition, items);
    }

    /// <summary>What it was compiled from.</summary>
    public SurveyDefinition Definition { get; }

    /// <summary>Its number, for <c>version()</c>; null for a draft.</summary>
    public int? Version { get; }

    /// <summary>Groups, repeats, questions, notes and calculations in the survey's order; each one's index is its slot.</summary>
    public IReadOnlyList<CompiledItem> Items { get; }

    /// <summary>Pages in order, whether or not they are shown to a particular person.</summary>
    public IReadOnlyList<SurveyPage> Pages { get; }

    /// <summary>Questions of which the answers say what they offer.</summary>
    internal IReadOnlyList<CompiledItem> Filtered { get; }

    /// <summary>Items in an order in which each comes after all that its relevance, calculation or count looks at.</summary>
    internal IReadOnlyList<CompiledItem> Order { get; }

    /// <summary>Compiles. Linear in the size of the survey; a survey of 300 questions takes a few milliseconds.</summary>
    /// <param name="version">The number of a published version; null for a draft.</param>
    public static CompiledSurvey Compile(SurveyDefinition definition, int? version = null)
    {
        var items = new List<CompiledItem>();
        Flatten(definition, new(definition), definition.Questions, null, 0, items);
        return new(definition, version, [.. items]);
    }

    /// <summary>The item of that name, or null.</summary>
    public CompiledItem? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>What the choice filter of a question looks at.</summary>
    internal IEnumerable<CompiledItem> LookedAtBy(CompiledItem filtered)
    {
        var filter = filtered.ChoiceFilter!.Expression;
        var looked = filter.Names.Select(Find).OfType<CompiledItem>();
        return filter.UsesSelf ? looked.Append(filtered) : looked;
    }

    /// <summary>Everything inside a group or repeat, in order, at any depth.</summary>
    public IEnumerable<CompiledItem> Inside(CompiledItem container)
    {
        for (var slot = container.Slot + 1; slot < container.End; slot++)
            yield return Items[slot];
    }

    /// <summary>The page with that key, or null.</summary>
    public SurveyPage? FindPage(string key) => Pages.FirstOrDefault(page => page.Key == key);

    private static void Flatten(
        SurveyDefinition survey,
        ChoiceTables tables,
        IReadOnlyList<SurveyItem> from,
        CompiledItem? parent,
        int depth,
        List<CompiledItem> items
    )
    {
        if (depth > SurveyJson.MaxDepth)
            return;
        foreach (var item in from)
        {
            var compiled = new CompiledItem(items.Count, item, parent, survey, tables);
            items.Add(compiled);
            if (item is Container container)
                Flatten(survey, tables, container.Questions, compiled, depth + 1, items);
            compiled.End = items.Count;
        }
    }

    private void CompileExpressions()
    {
        foreach (var item in Items)
        {
            item.Relevant = Compile(item.Item.Relevant, item);
            item.Calculation = Compile((item.Item as Calculate)?.Calculation, item);
            item.RepeatCount = Compile((item.Item as Repeat)?.RepeatCount, item);
            if (item.Item is not Question question)
                continue;
            item.Constraint = Compile(question.Constraint, item);
            if (item.Constraint is not null)
                item.ReadLimits = constraint =>
                    AnswerLimits.In(constraint.Expression, part => constraint.Expression.Part(part).Compile(name => SlotOf(name, item)));
            item.Default = Compile(question.Default, item);
            if (question is not ChoiceQuestion { ChoiceFilter: { } filter })
                continue;
            item.FilterColumns = ColumnsOf(item.Choices);
            item.ChoiceFilter = Compile(filter, item, column => ColumnNumber(item, column));
        }
    }

    /// <summary>Columns of a choice list: <c>name</c>, <c>label</c> and what the choices bring along.</summary>
    internal static List<string> ColumnsOf(IReadOnlyList<Choice> choices) =>
        ["name", "label", .. choices.SelectMany(choice => choice.Filter?.Keys ?? []).Except(OwnColumns)];

    private static readonly string[] OwnColumns = ["name", "label"];

    private static int? ColumnNumber(CompiledItem item, string column)
    {
        for (var number = 0; number < item.FilterColumns.Count; number++)
            if (item.FilterColumns[number] == column)
                return number;
        return null;
    }

    private CompiledExpression? Compile(string? source, CompiledItem at, Func<string, int?>? columns = null)
    {
        if (string.IsNullOrWhiteSpace(source))
            return null;
        var read = ExpressionParser.Parse(source);
        return read.IsValid ? read.Expression.Compile(name => SlotOf(name, at), columns) : null;
    }

    private Slot? SlotOf(string name, CompiledItem at)
    {
        if (Find(name) is not { } item)
            return null;
        if (item.Item is Repeat)
            return new(item.Slot, SlotScope.Repeat);
        return new(item.Slot, item.Repeat is null || item.Repeat == at.Repeat || item.Repeat == at ? SlotScope.One : SlotScope.Many);
    }

    private CompiledItem[] OrderOfEvaluation()
    {
        var dependents = new List<int>[Items.Count];
        var needs = new List<(string, IReadOnlyList<string>)>(Items.Count);
        foreach (var item in Items)
        {
            var names = item.LooksAt;
            needs.Add((item.Name, names));
            foreach (var name in names)
                if (Find(name) is { } needed)
                    (dependents[needed.Slot] ??= []).Add(item.Slot);
        }
        foreach (var item in Items)
            item.Dependents =
                dependents[item.Slot] is not { } all ? []
                : all.Count == 1 ? all
                : all.Distinct().ToArray();
        var order = DependencyOrder.Of(needs);
        // A draft may go in circles, which publishing refuses; its preview lets go of what closes them.
        for (var circles = 0; order.HasCycle && circles < 20; circles++)
        {
            var first = Find(order.Cycle[0])!;
            needs[first.Slot] = (first.Name, []);
            order = DependencyOrder.Of(needs);
        }
        return order.HasCycle ? [.. Items] : [.. order.Order.Select(slot => Items[slot])];
    }
}
