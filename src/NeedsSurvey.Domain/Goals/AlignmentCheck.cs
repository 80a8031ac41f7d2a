namespace NeedsSurvey.Domain.Goals;

/// <summary>
/// What is wrong with an alignment's input: faults of the caller (thrown) and reasons people have not written yet (listed).
/// </summary>
internal static class AlignmentCheck
{
    public static void Throw(AlignmentInput input)
    {
        var needs = Ids(input.Needs.Select(n => n.Id), "need");
        var goals = Ids(input.Goals.Select(g => g.Id), "goal");
        var pillars = Ids(input.Pillars.Select(p => p.Id), "pillar");
        foreach (var link in input.NeedLinks)
            Check(link.Goal, link.Need, link.Strength, needs, "need");
        foreach (var link in input.PillarLinks)
            Check(link.Goal, link.Pillar, link.Strength, pillars, "pillar");
        if (input.Needs.Any(n => !(n.Weight >= 0) || double.IsInfinity(n.Weight)))
            throw new ArgumentException("A need's weight is a number from 0 up.", nameof(input));
        if (input.Goals.Any(g => g.Effort is { } e && (!(e >= 0) || double.IsInfinity(e))))
            throw new ArgumentException("A goal's effort is a number from 0 up.", nameof(input));

        void Check(string goal, string other, int strength, HashSet<string> others, string kind)
        {
            if (!goals.Contains(goal))
                throw new ArgumentException($"A link names the goal '{goal}', which is not listed.", nameof(input));
            if (!others.Contains(other))
                throw new ArgumentException($"A link names the {kind} '{other}', which is not listed.", nameof(input));
            if (!LinkStrength.IsValid(strength))
                throw new ArgumentException($"A link has strength {strength}; it is 0, 1, 3 or 9.", nameof(input));
        }
    }

    public static IReadOnlyList<string> WithoutReason(AlignmentInput input)
    {
        var needs = input.Needs.ToDictionary(n => n.Id, n => n.Name, StringComparer.Ordinal);
        var goals = input.Goals.ToDictionary(g => g.Id, g => g.Title, StringComparer.Ordinal);
        var pillars = input.Pillars.ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal);
        return
        [
            .. input
                .NeedLinks.Where(l => l.Strength > 0 && string.IsNullOrWhiteSpace(l.Reason))
                .Select(l =>
                    $"The link from goal “{goals[l.Goal]}” to need “{needs[l.Need]}” has no written reason, so it does not count."
                ),
            .. input
                .PillarLinks.Where(l => l.Strength > 0 && string.IsNullOrWhiteSpace(l.Reason))
                .Select(l =>
                    $"The link from goal “{goals[l.Goal]}” to pillar “{pillars[l.Pillar]}” has no written reason, so it does not count."
                ),
            .. input
                .Needs.Where(n => n.Disposition is { HasReason: false })
                .Select(n => $"The decision about need “{n.Name}” has no written reason, so it does not count."),
        ];
    }

    private static HashSet<string> Ids(IEnumerable<string> ids, string kind)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
            if (!seen.Add(id))
                throw new ArgumentException($"The {kind} '{id}' is listed twice.", nameof(ids));
        return seen;
    }
}
