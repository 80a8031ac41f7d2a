// The steps of compiled expressions that look at the survey: answers, repeats, labels.
namespace NeedsSurvey.Domain.Logic;

internal sealed class ReadOne(int slot) : Step
{
    public override Value Run(EvaluationContext context) => context.Read(slot);
}

internal sealed class ReadMany(int slot) : Step
{
    public override Value Run(EvaluationContext context) => Value.OfNodes(context.ReadAll(slot));
}

internal sealed class ReadSelf : Step
{
    public override Value Run(EvaluationContext context) => context.Self;
}

internal sealed class ReadColumn(int column) : Step
{
    public override Value Run(EvaluationContext context) => context.ReadColumn(column);
}

/// <summary><c>selected(${question}, 'choice')</c>, the commonest call: no values are passed around.</summary>
internal sealed class SelectedChoice(ReadOne list, string choice) : Step
{
    public override Value Run(EvaluationContext context)
    {
        var value = list.Run(context);
        return value.IsFault ? value : Value.Of(ListFunctions.Holds(value, choice));
    }
}

internal sealed class PositionUp(int steps) : Step
{
    public override Value Run(EvaluationContext context) => Value.Of(context.Position(steps));
}

internal sealed class PositionIn(int repeat) : Step
{
    public override Value Run(EvaluationContext context) => Value.Of(context.PositionIn(repeat));
}

internal sealed class CountInstances(int repeat) : Step
{
    public override Value Run(EvaluationContext context) => Value.Of(context.CountInstances(repeat));
}

/// <summary>XPath counts nodes, answered or not; a single question is one node.</summary>
internal sealed class CountNodes(Step nodes) : Step
{
    public override bool IsConstant => nodes.IsConstant;

    public override Value Run(EvaluationContext context)
    {
        var value = nodes.Run(context);
        return value.IsFault ? value : Value.Of(value.Kind == ValueKind.Nodes ? value.Nodes.Count : 1);
    }
}

internal sealed class ReadIndexed(int slot, int[] repeats, Step[] positions) : Step
{
    public override Value Run(EvaluationContext context)
    {
        Span<int> places = stackalloc int[positions.Length];
        for (var i = 0; i < places.Length; i++)
        {
            var value = positions[i].Run(context);
            if (value.IsFault)
                return value;
            var place = value.ToNumber();
            if (!(place >= 1 && place <= int.MaxValue))
                return Value.Empty;
            places[i] = (int)place;
        }
        return context.ReadAt(slot, repeats, places);
    }
}

internal sealed class ChoiceName(int slot, Step choice) : Step
{
    public override Value Run(EvaluationContext context)
    {
        var value = choice.Run(context);
        return value.IsFault ? value : Value.Of(context.ChoiceLabel(slot, value.ToText()));
    }
}
