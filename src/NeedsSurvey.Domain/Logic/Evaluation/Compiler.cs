// Turns a syntax tree into steps: names become slots, functions without context become constants, chains of and/or become one step
// (so that a long chain neither recurses deeply nor costs more than its parts).
using System.Diagnostics;
using System.Text;

namespace NeedsSurvey.Domain.Logic;

internal sealed class Compiler(Func<string, Slot?> names, Func<string, int?>? columns)
{
    public Step Build(Node node) =>
        node switch
        {
            NumberNode number => new Constant(Value.Of(number.Value)),
            TextNode text => new Constant(Value.Of(Composed(text.Value))),
            SelfNode => new ReadSelf(),
            NameNode name => Name(name.Name),
            ColumnNode column => columns?.Invoke(column.Name) is { } index
                ? new ReadColumn(index)
                : Failing($"{column.Name} is not a column of the choice list."),
            ParentNode => Failing("'..' can only be used in position(..)."),
            NegateNode negate => Folded(new Negate(Build(negate.Operand))),
            BinaryNode { Operator: BinaryOperator.And or BinaryOperator.Or } chain => Chain(chain),
            BinaryNode binary when Syntax.IsComparison(binary.Operator) => Folded(
                new Compare(binary.Operator, Build(binary.Left), Build(binary.Right))
            ),
            BinaryNode binary => Folded(new Arithmetic(binary.Operator, Build(binary.Left), Build(binary.Right))),
            CallNode call => Call(call),
            _ => throw new UnreachableException(),
        };

    // Answers are stored in Unicode's composed form, and an author's keyboard may write the other one. Half a surrogate pair has no form.
    private static string Composed(string text) =>
        Ascii.IsValid(text) || text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar)
            ? text
            : text.Normalize(NormalizationForm.FormC);

    private static Constant Failing(string message) => new(Value.Fault(message));

    private static Step Folded(Step step) => step.IsConstant ? new Constant(step.Run(Nowhere.Context)) : step;

    private Step Name(string name) =>
        names(name) switch
        {
            null => Failing($"There is no question named {name}."),
            { Scope: SlotScope.One } slot => new ReadOne(slot.Index),
            { Scope: SlotScope.Many } slot => new ReadMany(slot.Index),
            { Scope: SlotScope.Repeat } => Failing($"{name} is a repeat; it has no answer of its own. Write count(${{{name}}})."),
            _ => throw new UnreachableException(),
        };

    private Step Chain(BinaryNode chain)
    {
        var parts = new List<Step>();
        Node rest = chain;
        while (rest is BinaryNode binary && binary.Operator == chain.Operator)
        {
            parts.Add(Build(binary.Right));
            rest = binary.Left;
        }
        parts.Add(Build(rest));
        parts.Reverse();
        return Folded(chain.Operator == BinaryOperator.And ? new All([.. parts]) : new AnyOf([.. parts]));
    }

    private Step Call(CallNode call)
    {
        if (!FunctionCatalogue.TryFind(call.Function, out var function))
            return Failing(FunctionCatalogue.WhyUnknown(call.Function));
        if (!function.Takes(call.Arguments.Length))
            return Failing(function.WrongCount(call.Arguments.Length));
        switch (call.Function)
        {
            case "position":
                return Position(call.Arguments[0]);
            case "count":
                return Count(call.Arguments[0]);
            case "indexed-repeat":
                return IndexedRepeat(call);
            case "jr:choice-name":
                return Expression.ChoiceNameQuestion(call) is { } question && names(question) is { } slot
                    ? new ChoiceName(slot.Index, Build(call.Arguments[0]))
                    : Failing("jr:choice-name needs the name of a question as its second value, such as '${needs}'.");
        }
        Step[] arguments = [.. call.Arguments.Select(Build)];
        if (call is { Function: "string-length" or "normalize-space", Arguments.Length: 0 })
            arguments = [new ReadSelf()];
        return Folded(
            call.Function switch
            {
                "if" => new If(arguments[0], arguments[1], arguments[2]),
                "coalesce" => new Coalesce(arguments),
                "once" => new Once(arguments[0]),
                "selected" when arguments[0] is ReadOne list && arguments[1] is Constant { Result.Kind: ValueKind.Text } choice =>
                    new SelectedChoice(list, choice.Result.ToText().Trim()),
                "regex" when arguments[1] is Constant { Result.IsFault: false } pattern => new MatchPattern(
                    arguments[0],
                    TimedPattern.For(pattern.Result.ToText())
                ),
                // A day without a time is the same day in every zone.
                "date" when arguments[0] is Constant { Result: var day } && !day.ToText().Contains('T', StringComparison.Ordinal) =>
                    new Apply(function.Body!, arguments, isPure: true),
                _ => new Apply(function.Body!, arguments, function is { IsPure: true, IsLocal: false }),
            }
        );
    }

    private Step Position(Node of) =>
        of switch
        {
            ParentNode parent => new PositionUp(parent.Steps),
            NameNode name when names(name.Name) is { Scope: SlotScope.Repeat } slot => new PositionIn(slot.Index),
            _ => Failing("position takes .. or the name of a repeat. Write position(..)."),
        };

    private Step Count(Node of)
    {
        if (of is NameNode name && names(name.Name) is { Scope: SlotScope.Repeat } slot)
            return new CountInstances(slot.Index);
        return Folded(new CountNodes(Build(of)));
    }

    private Step IndexedRepeat(CallNode call)
    {
        const string Usage = "indexed-repeat needs a question, then a repeat and a number: indexed-repeat(${question}, ${repeat}, 1).";
        if (call.Arguments[0] is not NameNode question || names(question.Name) is not { Scope: not SlotScope.Repeat } slot)
            return Failing(Usage);
        var repeats = new List<int>();
        var positions = new List<Step>();
        for (var i = 1; i + 1 < call.Arguments.Length; i += 2)
        {
            if (call.Arguments[i] is not NameNode repeat || names(repeat.Name) is not { Scope: SlotScope.Repeat } repeatSlot)
                return Failing(Usage);
            repeats.Add(repeatSlot.Index);
            positions.Add(Build(call.Arguments[i + 1]));
        }
        return new ReadIndexed(slot.Index, [.. repeats], [.. positions]);
    }
}
