using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Tests.Results;

namespace NeedsSurvey.Web.Tests.Results;

/// <summary>Tells the attacker what was fetched of each set, and nothing else.</summary>
/// <param name="areTrue">Whether numbers are true ones, as whoever may export gets them.</param>
internal sealed class FetchedDoor(Attacker attacker, SafeRule rule, IReadOnlyDictionary<string, ShownCount> fetched, bool areTrue)
    : ShownDoor(attacker, rule)
{
    public override bool LeavesOut => !areTrue;

    public override void Draw(RecordCounter everyone) { }

    public override bool Base(KnownSet set) => Tell(null, set);

    public override bool Answered(KnownSet whole, KnownSet set) => Tell(whole, set);

    public override void Parts(KnownSet whole, IReadOnlyList<KnownSet> parts, bool exclusive)
    {
        foreach (var part in parts)
        {
            Tell(whole, part);
            if (!exclusive && (!fetched.TryGetValue(part.Name, out var count) || count.Kind != ShownCountKind.NearlyAll))
                Rest(whole, part);
        }
    }

    private bool Tell(KnownSet? whole, KnownSet set)
    {
        if (!fetched.TryGetValue(set.Name, out var count))
            return true;
        if (areTrue)
            Attacker.Look(set.Id, count.Shown!.Value);
        else
            Tell(whole, set, count);
        return areTrue || count.Kind != ShownCountKind.Few;
    }
}
