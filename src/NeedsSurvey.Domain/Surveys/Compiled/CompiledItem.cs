using System.Collections.Frozen;
using System.Collections.Immutable;
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// An item of a compiled survey: its place among the others, its choices by name, and its expressions ready to run. Immutable once
/// its <see cref="CompiledSurvey"/> is made.
/// </summary>
public sealed class CompiledItem
{
    /// <summary>The name under which "other" is stored where a question offers it.</summary>
    public const string OtherChoice = "other";

    private readonly ChoiceTable table;
    private readonly FrozenDictionary<string, int> rowOrder;

    internal CompiledItem(int slot, SurveyItem item, CompiledItem? parent, SurveyDefinition survey, ChoiceTables tables)
    {
        Slot = slot;
        End = slot + 1;
        Item = item;
        Parent = parent;
        Repeat = parent?.Item is Repeat ? parent : parent?.Repeat;
        FirstLanguage = survey.FirstLanguage;
        var question = item as Question;
        OffersOther = question?.OffersOther == true;
        table = question is null ? ChoiceTable.Empty : tables.For(question, OffersOther);
        Rows = question?.AskedRows ?? [];
        rowOrder = Rows.Count == 0 ? FrozenDictionary<string, int>.Empty : ChoiceTable.OrderOf(Rows.Select(row => row.Name));
    }

    /// <summary>Its number in the survey: the index in <see cref="CompiledSurvey.Items"/>.</summary>
    public int Slot { get; }

    /// <summary>What it is made from.</summary>
    public SurveyItem Item { get; }

    /// <summary>The item's stable name.</summary>
    public string Name => Item.Name;

    /// <summary>The group or repeat it stands in.</summary>
    public CompiledItem? Parent { get; }

    /// <summary>The repeat it stands in, at any depth; a repeat itself has none.</summary>
    public CompiledItem? Repeat { get; }

    /// <summary>What may be chosen, in order, "other" included where it is offered; empty for types without choices.</summary>
    public IReadOnlyList<Choice> Choices => table.Choices;

    /// <summary>Rows of a need grid or matrix.</summary>
    public IReadOnlyList<GridRow> Rows { get; }

    /// <summary>Each row is a thing of its own, with a page of its own when one thing is asked at a time.</summary>
    public bool AsksRowByRow => Rows.Count > 0 && Item is Question { Pages.Parts: not null };

    /// <summary>Whether "other" with words of one's own is offered.</summary>
    public bool OffersOther { get; }

    /// <summary>The language the survey was written in.</summary>
    public string FirstLanguage { get; }

    /// <summary>True when it takes an answer from a person.</summary>
    public bool IsQuestion => Item is Question;

    /// <summary>True when it is asked only under a condition, its own or a group's around it.</summary>
    public bool IsConditional => Item.Relevant is not null || Parent is { IsConditional: true };

    /// <summary>The slot after the last item inside it; its own slot + 1 for items that hold none.</summary>
    internal int End { get; set; }

    internal CompiledExpression? Relevant { get; set; }
    internal CompiledExpression? Calculation { get; set; }
    internal CompiledExpression? Constraint { get; set; }

    /// <summary>What the constraint says of how low and how high. Read when an answer is first beside it: most never are.</summary>
    internal AnswerLimits Limits => limits ??= Constraint is { } constraint ? ReadLimits(constraint) : AnswerLimits.None;

    internal Func<CompiledExpression, AnswerLimits> ReadLimits { private get; set; } = _ => AnswerLimits.None;
    private AnswerLimits? limits;

    internal CompiledExpression? ChoiceFilter { get; set; }
    internal CompiledExpression? RepeatCount { get; set; }
    internal CompiledExpression? Default { get; set; }

    /// <summary>Columns that the choice filter may name, by number.</summary>
    internal IReadOnlyList<string> FilterColumns { get; set; } = [];

    /// <summary>Names that decide whether it is asked, its value or how many there are of it.</summary>
    internal IReadOnlyList<string> LooksAt
    {
        get
        {
            if (this is { Parent: null, Calculation: null, RepeatCount: null })
                return Relevant?.Expression.Names ?? [];
            List<string> names = Parent is null ? [] : [Parent.Name];
            foreach (var expression in new[] { Relevant, Calculation, RepeatCount })
                names.AddRange(expression?.Expression.Names ?? []);
            return names;
        }
    }

    /// <summary>Items to look at again when this one's value or relevance changes.</summary>
    internal IReadOnlyList<int> Dependents { get; set; } = [];

    /// <summary>The choice of that name, or null.</summary>
    public Choice? Choice(string name) => table.Order(name) is >= 0 and var order ? table.Choices[order] : null;

    /// <summary>Where a choice stands in <see cref="Choices"/>; −1 if there is none of that name.</summary>
    public int ChoiceOrder(string name) => table.Order(name);

    /// <summary>Names of <see cref="Choices"/>.</summary>
    internal ImmutableArray<string> ChoiceNames => table.Names;

    /// <summary>Where a row stands in <see cref="Rows"/>; −1 if there is none of that name.</summary>
    public int RowOrder(string name) => rowOrder.TryGetValue(name, out var order) ? order : -1;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
