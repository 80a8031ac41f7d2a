// Whether a condition can be true at all, and whether it can be false. The condition is cut at and, or and not( … ) into questions
// of truth ("atoms"). For each name the atoms about it alone are evaluated over candidate answers that stand for all answers
// (Candidates), which gives the combinations of truth that can occur; atoms about several names, or about the clock, are free.
// A search over these combinations then decides. The evaluator itself does the evaluating, so nothing of the language is said twice.
// What it does not see: relations between names (${a} > ${b} and ${b} > ${a}); it errs towards "can be true".
using System.Collections.Immutable;

namespace NeedsSurvey.Domain.Logic;

internal sealed class ConditionCheck
{
    private const int MostSteps = 1_000;

    private readonly List<Node> atoms = [];
    private readonly List<Group> groups = [];

    /// <summary>Atoms that hang together, with every combination of truth they can have.</summary>
    private sealed record Group(string? About, int[] Atoms, List<bool[]> Combinations);

    public static void Check(Node root, CheckScope scope, List<ExpressionFault> faults)
    {
        if (root is CallNode { Function: "true" })
            return;
        var check = new ConditionCheck(root, scope);
        if (!check.CanBe(true, root, null))
        {
            faults.Add(
                ExpressionFault.Warning(
                    FaultCode.NeverTrue,
                    root.Span,
                    check.WhoForbids(root) is { } about
                        ? $"This can never be true: no answer to {about} meets it."
                        : "This can never be true, whatever the answers are."
                )
            );
            return;
        }
        if (!check.CanBe(false, root, null))
        {
            faults.Add(ExpressionFault.Warning(FaultCode.AlwaysTrue, root.Span, "This is always true, whatever the answers are."));
            return;
        }
        foreach (var part in Alternatives(root))
        {
            if (part != root && !check.PartCanBeTrue(part, scope))
                faults.Add(
                    ExpressionFault.Warning(FaultCode.NeverTrue, part.Span, "This part can never be true, whatever the answers are.")
                );
        }
    }

    /// <summary>Of a part that is an atom its group knows already; otherwise only the part's own atoms are looked at.</summary>
    private bool PartCanBeTrue(Node part, CheckScope scope)
    {
        if (Inner(part) is not null)
            return new ConditionCheck(part, scope).CanBe(true, part, null);
        var atom = atoms.FindIndex(candidate => ReferenceEquals(candidate, part));
        var group = groups.Find(group => group.Atoms.Contains(atom))!;
        return group.Combinations.Exists(combination => combination[Array.IndexOf(group.Atoms, atom)]);
    }

    private static IEnumerable<Node> Alternatives(Node node)
    {
        while (node is BinaryNode { Operator: BinaryOperator.Or } either)
        {
            yield return either.Right;
            node = either.Left;
        }
        yield return node;
    }

    private ConditionCheck(Node root, CheckScope scope)
    {
        CollectAtoms(root);
        var byKey = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < atoms.Count; i++)
        {
            var atom = atoms[i];
            if (ConstantCheck.ValueOf(atom) is { } constant)
                groups.Add(
                    new Group(
                        null,
                        [i],
                        [
                            [constant.ToBoolean()],
                        ]
                    )
                );
            else if (Candidates.KeyOf(atom, scope) is not { } key)
                groups.Add(
                    new Group(
                        null,
                        [i],
                        [
                            [true],
                            [false],
                        ]
                    )
                );
            else if (byKey.TryGetValue(key, out var atoms))
                atoms.Add(i);
            else
                byKey[key] = [i];
        }
        foreach (var (key, atoms) in byKey)
        {
            var combinations = Candidates.Combinations(key, [.. atoms.Select(i => this.atoms[i])], scope);
            if (combinations is not null)
                groups.Add(new Group(key == "." ? "this question" : key, [.. atoms], combinations));
            else
                groups.AddRange(
                    atoms.Select(i => new Group(
                        null,
                        [i],
                        [
                            [true],
                            [false],
                        ]
                    ))
                );
        }
        // What is decided, or nearly so, first: it prunes most.
        groups.Sort((a, b) => a.Combinations.Count.CompareTo(b.Combinations.Count));
    }

    private void CollectAtoms(Node node)
    {
        if (Inner(node) is { } inner)
        {
            foreach (var child in inner)
                CollectAtoms(child);
        }
        else
        {
            atoms.Add(node);
        }
    }

    private static ImmutableArray<Node>? Inner(Node node) =>
        node switch
        {
            BinaryNode { Operator: BinaryOperator.And or BinaryOperator.Or } => node.Children,
            CallNode { Function: "not" or "boolean" } call => call.Arguments,
            _ => null,
        };

    /// <summary>The one name whose possible answers alone rule the condition out.</summary>
    private string? WhoForbids(Node root) => groups.Find(group => group.About is not null && !CanBe(true, root, group))?.About;

    /// <summary>Whether some combination gives the part this truth. If the search is too long: yes.</summary>
    /// <param name="wanted">True or false.</param>
    /// <param name="part">The whole condition or a part of it.</param>
    /// <param name="only">If given, all other groups are free.</param>
    private bool CanBe(bool wanted, Node part, Group? only)
    {
        var truths = new Dictionary<Node, bool?>(ReferenceEqualityComparer.Instance);
        var steps = 0;
        return Search(0);

        bool Search(int at)
        {
            var known = TruthOf(part, truths);
            if (known is { } decided)
                return decided == wanted;
            if (at == groups.Count || ++steps > MostSteps)
                return true;
            var group = groups[at];
            if (only is not null && group != only)
            {
                // Left open, a free group would be unknown to the end; each of its atoms may be either.
                return group.Atoms.Length > 3 || Try(group, Free(group.Atoms.Length), at);
            }
            return Try(group, group.Combinations, at);
        }

        bool Try(Group group, IEnumerable<bool[]> combinations, int at)
        {
            foreach (var combination in combinations)
            {
                for (var i = 0; i < combination.Length; i++)
                    truths[atoms[group.Atoms[i]]] = combination[i];
                if (Search(at + 1))
                    return true;
            }
            foreach (var atom in group.Atoms)
                truths.Remove(atoms[atom]);
            return false;
        }
    }

    private static IEnumerable<bool[]> Free(int atoms) =>
        Enumerable.Range(0, 1 << atoms).Select(bits => Enumerable.Range(0, atoms).Select(i => (bits >> i & 1) == 1).ToArray());

    /// <summary>Kleene's three-valued logic: null is "not yet known".</summary>
    private static bool? TruthOf(Node node, Dictionary<Node, bool?> truths) =>
        node switch
        {
            BinaryNode { Operator: BinaryOperator.And } both => TruthOf(both.Left, truths) & TruthOf(both.Right, truths),
            BinaryNode { Operator: BinaryOperator.Or } either => TruthOf(either.Left, truths) | TruthOf(either.Right, truths),
            CallNode { Function: "not" } not => !TruthOf(not.Arguments[0], truths),
            CallNode { Function: "boolean" } same => TruthOf(same.Arguments[0], truths),
            _ => truths.GetValueOrDefault(node),
        };
}
