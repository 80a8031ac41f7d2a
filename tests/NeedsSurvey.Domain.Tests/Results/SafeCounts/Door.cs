using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>A set of people whose count the attacker may know something of.</summary>
/// <param name="Id">Its place with the attacker.</param>
internal sealed record KnownSet(int Id, string Name, RecordCounter Set, bool IsInner = false);

/// <summary>
/// How counts leave. Each door is given a whole and its parts, tells the attacker what it shows of each part, and answers whether the
/// whole's own parts are shown. Sets stay the attacker's unknowns whether anything of them is shown or not.
/// </summary>
internal abstract class Door(Attacker attacker)
{
    protected Attacker Attacker => attacker;

    /// <summary>Whether breakdowns leave people out, as <see cref="SafeBreakdown"/> says.</summary>
    public virtual bool LeavesOut => false;

    /// <summary>A new drawing of everybody in a survey or initiative.</summary>
    public abstract void Draw(RecordCounter everyone);

    /// <summary>Shows a group's size; false: nothing of the group is shown.</summary>
    public abstract bool Base(KnownSet set);

    /// <summary>Shows how many of a shown base answered a question; false: nothing of the question is shown.</summary>
    public abstract bool Answered(KnownSet whole, KnownSet set);

    /// <summary>Shows parts of a base; exclusive ones fill it, others may overlap and each has its complement.</summary>
    public abstract void Parts(KnownSet whole, IReadOnlyList<KnownSet> parts, bool exclusive);

    /// <summary>A base and one inside it are shown: unequal numbers say that somebody is in the difference.</summary>
    public virtual void Compare(KnownSet whole, KnownSet part, KnownSet rest) { }

    /// <summary>Shows how many skipped a question or were not asked it.</summary>
    public virtual void States(KnownSet whole, IReadOnlyList<KnownSet> states) => Parts(whole, states, exclusive: true);

    /// <summary>Shows a whole breakdown: rows × cells.</summary>
    public virtual void Table(IReadOnlyList<KnownSet> rows, IReadOnlyList<IReadOnlyList<KnownSet>> cells, bool exclusive)
    {
        for (var row = 0; row < rows.Count; row++)
            Parts(rows[row], cells[row], exclusive);
    }

    protected KnownSet Rest(KnownSet whole, KnownSet part)
    {
        var rest = whole.Set.Without(part.Set);
        var id = attacker.Count($"{whole.Name} without {part.Name}", rest.True, whole.Set.True, isInner: part.IsInner);
        attacker.Relate(whole.Id, [part.Id, id]);
        return new(id, "", rest, part.IsInner);
    }
}

/// <summary>What safe counts tell the attacker, who knows the law.</summary>
internal abstract class ShownDoor(Attacker attacker, SafeRule rule) : Door(attacker)
{
    protected SafeRule Rule => rule;

    // The same people shown twice are one look.
    private readonly HashSet<(int, ShownCountKind)> told = [];

    private int FewMost => rule.Threshold - 1 + rule.Law.Bound;

    /// <summary>Words or a number.</summary>
    protected void Tell(KnownSet? whole, KnownSet set, ShownCount count)
    {
        if (count.Kind == ShownCountKind.NearlyAll)
            Few(Rest(whole!, set).Id);
        else if (!told.Add((set.Id, count.Kind)))
            return;
        else if (count.Kind == ShownCountKind.Few)
            Few(set.Id);
        else
            Number(set, count.Shown!.Value);
    }

    private void Few(int count)
    {
        Attacker.Between(count, 0, FewMost);
        var below = Enumerable.Range(-rule.Law.Bound, rule.Law.Bound);
        Attacker.Look(
            count,
            x => x < rule.Threshold ? 1 : below.Where(d => x + d < rule.Threshold).Sum(d => rule.Law.Probability(d, x)),
            isNumber: false
        );
    }

    private void Number(KnownSet set, int shown)
    {
        Attacker.Look(set.Id, x => rule.Law.Probability(shown - x, x));
        Attacker.Between(set.Id, Math.Max(rule.Threshold, shown - rule.Law.Bound), shown + rule.Law.Bound);
    }
}

/// <summary>The program's door. What it has shown is kept by the sets' names.</summary>
internal sealed class SafeDoor(Attacker attacker, SafeRule rule) : ShownDoor(attacker, rule)
{
    private readonly Dictionary<int, CountBase> open = [];
    private readonly Dictionary<string, ShownCount> shown = [];
    private readonly Dictionary<string, CountBase> bases = [];
    private Drawing drawing = new(rule, default);

    /// <summary>What was shown.</summary>
    public IReadOnlyDictionary<string, ShownCount> Shown => shown;

    /// <summary>Sets whose parts were shown.</summary>
    public IReadOnlyDictionary<string, CountBase> Bases => bases;

    public override bool LeavesOut => true;

    public override void Draw(RecordCounter everyone) => drawing = new(Rule, everyone);

    public override bool Base(KnownSet set) => Open(null, set, drawing.Base(set.Set));

    public override bool Answered(KnownSet whole, KnownSet set) => Open(whole, set, open[whole.Id].Within(set.Set));

    public override void Parts(KnownSet whole, IReadOnlyList<KnownSet> parts, bool exclusive)
    {
        foreach (var part in parts)
        {
            var count = open[whole.Id].Part(part.Set);
            Show(whole, part, count);
            // The complement of an option is a count as well.
            if (count.Kind != ShownCountKind.NearlyAll && !exclusive)
                Rest(whole, part);
        }
    }

    // Equal numbers are told by the same people, and now and then by others.
    public override void Compare(KnownSet whole, KnownSet part, KnownSet rest)
    {
        if (open[whole.Id].Count.Shown is not { } all || open[part.Id].Count.Shown is not { } some)
            return;
        var (law, many) = (Rule.Law, Rule.Threshold);
        var noises = Enumerable.Range(-law.Bound, 2 * law.Bound + 1);
        if (all != some)
            Attacker.Between(rest.Id, 1, int.MaxValue);
        else
            Attacker.Look(
                rest.Id,
                x => x == 0 ? 1 : noises.Sum(d => law.Probability(d, many) * law.Probability(d + x, many)),
                isNumber: false
            );
    }

    private bool Open(KnownSet? whole, KnownSet set, CountBase? of)
    {
        Show(whole, set, of?.Count ?? ShownCount.Few(Rule.Threshold));
        if (of is not null)
            bases[set.Name] = open[set.Id] = of;
        return of is not null;
    }

    private void Show(KnownSet? whole, KnownSet set, ShownCount count)
    {
        shown[set.Name] = count;
        Tell(whole, set, count);
    }
}

/// <summary>
/// The census offices' method by itself, as a table builder has it: the noise is a function of the set alone, zeros are shown, safe
/// numbers from 1 to k−1 read
/// "fewer than k", breakdowns cover everybody. What the program's door adds is missing here.
/// </summary>
internal sealed class LawAloneDoor(Attacker attacker, SafeRule rule) : Door(attacker)
{
    private readonly Dictionary<int, int> numbers = [];
    private readonly Drawing drawing = new(rule, default);

    public override void Draw(RecordCounter everyone) => numbers.Clear();

    public override bool Base(KnownSet set)
    {
        var noisy = drawing.Noisy(set.Set);
        if (noisy < rule.Threshold)
        {
            Attacker.Between(set.Id, 0, rule.Threshold - 1 + rule.Law.Bound);
            return false;
        }
        Number(set, noisy);
        return true;
    }

    public override bool Answered(KnownSet whole, KnownSet set)
    {
        if (!Base(set))
            return false;
        Compare(whole, set);
        return true;
    }

    public override void Parts(KnownSet whole, IReadOnlyList<KnownSet> parts, bool exclusive)
    {
        foreach (var part in parts)
        {
            var noisy = drawing.Noisy(part.Set);
            if (noisy == 0)
                Attacker.Between(part.Id, 0, rule.Law.Bound);
            else if (noisy < rule.Threshold)
                Attacker.Between(part.Id, 1, rule.Threshold - 1 + rule.Law.Bound);
            else
            {
                Number(part, noisy);
                Compare(whole, part);
            }
        }
    }

    private void Number(KnownSet set, int noisy)
    {
        numbers[set.Id] = noisy;
        Attacker.Look(set.Id, x => rule.Law.Probability(noisy - x, x));
        Attacker.Between(set.Id, Math.Max(1, noisy - rule.Law.Bound), noisy + rule.Law.Bound);
    }

    // Equal sets have equal numbers, so unequal numbers mean that somebody is in the difference.
    private void Compare(KnownSet whole, KnownSet part)
    {
        var rest = Rest(whole, part);
        if (numbers.TryGetValue(whole.Id, out var number) && number != numbers[part.Id])
            Attacker.Between(rest.Id, 1, int.MaxValue);
    }
}
