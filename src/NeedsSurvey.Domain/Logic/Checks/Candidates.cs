// Answers that stand for all answers to one question, as far as some parts of a condition can tell them apart.
// A part "age compared with a constant" changes only at the constant, so the constants, points between and beyond them, and no answer
// are enough; a select_one has no more answers than choices; a select_multiple is tried with every set of the choices that are named.
namespace NeedsSurvey.Domain.Logic;

internal static class Candidates
{
    private const int MostNamedChoices = 6;
    private const int MostFillers = 12;
    private const int LongestText = 2_000;

    /// <summary>The name that a part is about, if it is about one name only and in a form that candidates can decide; else null.</summary>
    public static string? KeyOf(Node atom, CheckScope scope)
    {
        string? key = null;
        foreach (var node in Expression.NodesOf(atom))
        {
            var isOpen = node switch
            {
                ParentNode => true,
                CallNode { Function: "string-length" or "normalize-space", Arguments.Length: 0 } => true,
                CallNode call => !FunctionCatalogue.TryFind(call.Function, out var function) || !function.IsPure,
                _ => false,
            };
            if (isOpen)
                return null;
            if (Key(node) is not { } found)
                continue;
            if (key is not null && key != found)
                return null;
            key = found;
        }
        if (key is null || (key.StartsWith('$') && scope.IsMany(key[2..^1])))
            return null;
        return Decides(atom, Info(key, scope)) ? key : null;
    }

    private static string? Key(Node node) =>
        node switch
        {
            NameNode name => $"${{{name.Name}}}",
            SelfNode => ".",
            ColumnNode column => column.Name,
            _ => null,
        };

    private static NameInfo Info(string key, CheckScope scope) =>
        key switch
        {
            "." => scope.Self,
            _ when key.StartsWith('$') => scope.Names.GetValueOrDefault(key[2..^1], new NameInfo(AnswerKind.Other)),
            _ => new NameInfo(AnswerKind.Text),
        };

    private static bool Decides(Node atom, NameInfo info)
    {
        switch (info.Kind)
        {
            case AnswerKind.Boolean:
                return true;
            case AnswerKind.SelectOne when info.Choices is not null:
                return true;
            case AnswerKind.SelectMany when info.Choices is not null:
                return PickedChoice(atom) is not null
                    || Comparison(atom) switch
                    {
                        {
                            Side: CallNode { Function: "count-selected", Arguments: [NameNode or SelfNode] },
                            Constant.Kind: ValueKind.Number
                        } => true,
                        { Side: NameNode or SelfNode, Constant.Kind: ValueKind.Text or ValueKind.Empty } => atom
                            is BinaryNode { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual },
                        _ => false,
                    };
            case AnswerKind.Text or AnswerKind.SelectOne or AnswerKind.Any:
                return Comparison(atom)
                    is {
                        Side: NameNode
                            or SelfNode
                            or ColumnNode
                            or CallNode { Function: "string-length", Arguments: [NameNode or SelfNode or ColumnNode] }
                    };
            case AnswerKind.Integer or AnswerKind.Decimal or AnswerKind.Date or AnswerKind.DateTime or AnswerKind.Time:
                return Comparison(atom) is { Side: NameNode or SelfNode };
            default:
                return false;
        }
    }

    /// <summary>The choice in <c>selected(${question}, 'choice')</c>.</summary>
    private static string? PickedChoice(Node atom) =>
        atom is CallNode { Function: "selected", Arguments: [NameNode or SelfNode, TextNode choice] } ? choice.Value.Trim() : null;

    /// <summary>A comparison of something with a constant.</summary>
    private static (Node Side, Value Constant)? Comparison(Node atom)
    {
        if (atom is not BinaryNode binary || !Syntax.IsComparison(binary.Operator))
            return null;
        if (ConstantCheck.ValueOf(binary.Right) is { IsFault: false } right)
            return (binary.Left, right);
        return ConstantCheck.ValueOf(binary.Left) is { IsFault: false } left ? (binary.Right, left) : null;
    }

    /// <summary>The different combinations of truth that the parts have over all answers; null if that cannot be told.</summary>
    public static List<bool[]>? Combinations(string key, Node[] atoms, CheckScope scope)
    {
        var info = Info(key, scope);
        if (Answers(info, atoms) is not { } answers)
            return null;
        // A constraint is only asked of an answer that was given.
        if (key != "." || scope.Purpose != ExpressionPurpose.Constraint)
            answers = answers.Prepend(Value.Empty);
        var compiled = Array.ConvertAll(atoms, atom => new Compiler(_ => new Slot(0), _ => 0).Build(atom));
        var context = new Tried();
        var combinations = new List<bool[]>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            context.Self = answer;
            var combination = Array.ConvertAll(compiled, step => step.Run(context).ToBoolean());
            if (seen.Add(string.Concat(combination.Select(truth => truth ? '1' : '0'))))
                combinations.Add(combination);
        }
        return combinations;
    }

    private sealed class Tried : EvaluationContext
    {
        public override Value Read(int slot) => Self;

        public override Value ReadColumn(int column) => Self;
    }

    private static IEnumerable<Value>? Answers(NameInfo info, Node[] atoms)
    {
        switch (info.Kind)
        {
            case AnswerKind.Boolean:
                return [Value.True, Value.False];
            case AnswerKind.SelectOne when info.Choices is { } choices:
                return choices.Select(Value.Of);
            case AnswerKind.SelectMany when info.Choices is { } choices:
                return Picks(choices, atoms);
        }
        var constants = atoms.Select(atom => Comparison(atom)!.Value).ToList();
        var numbers = constants.Select(compared => Number(compared.Constant, info.Kind)).Where(double.IsFinite).ToList();
        return info.Kind switch
        {
            AnswerKind.Integer => Around(numbers, whole: true).Select(Value.Of),
            AnswerKind.Decimal => Around(numbers, whole: false).Select(Value.Of),
            AnswerKind.Date => Around(numbers, whole: true).Where(CalendarText.InRange).Select(Value.DateOfDays),
            AnswerKind.DateTime => Around(numbers, whole: false).Where(CalendarText.InRange).Select(Value.DateTimeOfDays),
            AnswerKind.Time => Around(numbers, whole: false).Append(0).Where(day => day is >= 0 and < 1).Select(Value.TimeOfFraction),
            _ => Texts(info.Kind, constants, numbers),
        };
    }

    private static double Number(Value constant, AnswerKind kind)
    {
        if (constant.Kind == ValueKind.Text && kind is AnswerKind.Date or AnswerKind.DateTime)
            return CalendarText.TryParse(constant.ToText(), TimeZoneInfo.Utc, out var days, out _) ? days : double.NaN;
        if (constant.Kind == ValueKind.Text && kind is AnswerKind.Time)
            return CalendarText.TryParseTime(constant.ToText(), out var fraction, out _) ? fraction : double.NaN;
        return constant.ToNumber();
    }

    /// <summary>The constants themselves, a point between each two neighbours, and one beyond each end.</summary>
    private static List<double> Around(List<double> constants, bool whole)
    {
        if (constants.Count == 0)
            return [0];
        double[] sorted = [.. constants.Distinct().Order()];
        var points = new List<double>();
        if (whole)
        {
            foreach (var constant in sorted)
                points.AddRange([Math.Floor(constant) - 1, Math.Floor(constant), Math.Ceiling(constant), Math.Ceiling(constant) + 1]);
            return [.. points.Distinct()];
        }
        points.Add(sorted[0] - Math.Max(1, Math.Abs(sorted[0])));
        for (var i = 0; i < sorted.Length; i++)
        {
            points.Add(sorted[i]);
            if (i + 1 < sorted.Length)
                points.Add(sorted[i] + (sorted[i + 1] - sorted[i]) / 2);
        }
        points.Add(sorted[^1] + Math.Max(1, Math.Abs(sorted[^1])));
        // A fraction of a day beyond each end, for times.
        points.AddRange([sorted[0] / 2, sorted[^1] + (1 - sorted[^1]) / 2]);
        return points;
    }

    private static List<Value>? Texts(AnswerKind kind, List<(Node Side, Value Constant)> constants, List<double> numbers)
    {
        var answers = new List<Value> { Value.Of("\u0001") };
        answers.AddRange(constants.Where(compared => compared.Constant.Kind == ValueKind.Text).Select(compared => compared.Constant));
        foreach (var number in Around(numbers, whole: false).Concat(Around(numbers, whole: true)))
        {
            answers.Add(Value.Of(NumberText.Format(number)));
            if (kind == AnswerKind.Any)
                answers.Add(Value.Of(number));
        }
        if (kind == AnswerKind.Any)
            answers.AddRange([Value.True, Value.False]);
        foreach (var (_, constant) in constants)
            answers.AddRange(DaysAndTimes(kind, constant));
        foreach (var (_, constant) in constants.Where(compared => compared.Side is CallNode))
        {
            var length = constant.ToNumber();
            if (!(length <= LongestText))
                return null;
            foreach (var size in Around([length], whole: true).Where(size => size > 0))
                answers.Add(Value.Of(new string('\u0001', (int)size)));
        }
        return answers;
    }

    /// <summary>
    /// A text beside a date is read as a date, and a calculation that yields a date reads a text beside it as one:
    /// the days and times around such a constant.
    /// </summary>
    private static IEnumerable<Value> DaysAndTimes(AnswerKind kind, Value constant)
    {
        var day = Number(constant, constant.Kind == ValueKind.Text ? AnswerKind.Date : AnswerKind.DateTime);
        if (double.IsFinite(day) && constant.Kind is ValueKind.Text or ValueKind.Date or ValueKind.DateTime)
        {
            foreach (var point in Around([day], whole: true).Append(day).Where(CalendarText.InRange))
            {
                yield return Value.Of(CalendarText.FormatDateTime(point));
                if (kind == AnswerKind.Any)
                    yield return Value.DateTimeOfDays(point);
            }
        }
        var time = constant.Kind is ValueKind.Text or ValueKind.Time ? Number(constant, AnswerKind.Time) : double.NaN;
        if (!double.IsFinite(time))
            yield break;
        foreach (var point in Around([time], whole: false).Where(point => point is >= 0 and < 1))
        {
            yield return Value.Of(CalendarText.FormatTime(point));
            if (kind == AnswerKind.Any)
                yield return Value.TimeOfFraction(point);
        }
    }

    /// <summary>
    /// Every set of the named choices, each with none to several of the others; and the very lists that are compared with.
    /// </summary>
    private static IEnumerable<Value>? Picks(IReadOnlyList<string> choices, Node[] atoms)
    {
        var constants = atoms.Select(Comparison).OfType<(Node Side, Value Constant)>().Select(compared => compared.Constant).ToList();
        var lists = constants
            .Where(constant => constant.Kind == ValueKind.Text)
            .Select(constant => constant.ToText().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(list => list.All(choices.Contains))
            .ToList();
        var named = atoms
            .Select(PickedChoice)
            .OfType<string>()
            .Where(choices.Contains)
            .Concat(lists.SelectMany(list => list))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (named.Count > MostNamedChoices)
            return null;
        var largest = constants
            .Where(constant => constant.Kind == ValueKind.Number)
            .Select(constant => constant.ToNumber())
            .Where(double.IsFinite)
            .DefaultIfEmpty(0)
            .Max();
        var others = choices.Except(named, StringComparer.Ordinal).ToList();
        var most = Math.Min((int)Math.Clamp(largest + 1, 1, MostFillers), others.Count);
        if (others.Count > most && largest > MostFillers)
            return null;
        var sets =
            from fillers in Enumerable.Range(0, most + 1)
            from bits in Enumerable.Range(0, 1 << named.Count)
            select Value.OfChoices([.. named.Where((_, i) => (bits >> i & 1) == 1), .. others.Take(fillers)]);
        return sets.Concat(lists.Select(Value.OfChoices));
    }
}
