using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>
/// Everything that a Viewer and the public can fetch of an initiative, through one door: numbers of responses, the four states and all
/// one-way tables, every filter by one answer and so every crosstab both ways (each select-one question once as the rows, all others as
/// columns), places of rankings (mean ranks follow from them), and the one-way tables of an earlier drawing. What is said of several
/// surveys together is added up from what is shown of each (<see cref="SharedBase"/>), as the tests of the running program hold. Logical
/// relations are told to the attacker too. Means, shares and scores are worked out from these counts, so they tell nothing more.
/// </summary>
internal sealed partial class Publication
{
    /// <summary>Name of the first survey in the earlier drawing.</summary>
    public const string Then = "then";

    private readonly Attacker attacker;
    private readonly Door door;
    private readonly SafeRule rule;

    // Cells of two group questions are the same people by either of them.
    private readonly Dictionary<string, int> cells = [];

    private Publication(Attacker attacker, Door door, SafeRule rule) => (this.attacker, this.door, this.rule) = (attacker, door, rule);

    /// <param name="breakdowns">How many select-one questions are broken down by.</param>
    /// <param name="everything">Whether the earlier drawing was broken down too.</param>
    public static IReadOnlyList<Guess> Attack(
        SmallInitiative initiative,
        Func<Attacker, Door> through,
        SafeRule? rule = null,
        int breakdowns = int.MaxValue,
        int rounds = 30,
        bool everything = false
    )
    {
        rule ??= SafeRule.Default;
        var attacker = new Attacker(rule.Threshold) { Rounds = rounds };
        var publication = new Publication(attacker, through(attacker), rule);
        publication.Fetch(initiative, breakdowns, everything);
        return attacker.Guesses();
    }

    private void Fetch(SmallInitiative initiative, int breakdowns, bool everything)
    {
        var scopes = new List<Scope>();
        foreach (var survey in initiative.Surveys)
        {
            var scope = OneWay(survey, survey.People, survey.Name);
            scopes.Add(scope);
            Breakdowns(scope, breakdowns);
        }
        if (initiative.Earlier > 0)
        {
            var survey = initiative.Surveys[0];
            var then = OneWay(survey, [.. survey.People.Take(initiative.Earlier)], Then);
            if (everything)
                Breakdowns(then, breakdowns);
            Later(then.Everyone, scopes[0].Everyone);
            foreach (var (before, now) in then.Questions.Zip(scopes[0].Questions))
            foreach (var (a, b) in before.All.Zip(now.All))
                Later(a, b);
        }
    }

    private void Breakdowns(Scope scope, int breakdowns)
    {
        var asked = scope.Survey.Questions;
        for (var row = 0; row < Math.Min(breakdowns, asked.Count); row++)
            if (asked[row].Kind == AskedKind.One && scope.IsShown)
                Breakdown(scope, row);
    }

    private Scope OneWay(SmallSurvey survey, IReadOnlyList<Person> people, string name)
    {
        var everyone = Set(name, people, _ => true);
        attacker.Between(everyone.Id, people.Count, people.Count);
        door.Draw(everyone.Set);
        var shown = door.Base(everyone);
        var questions = new List<Split>();
        for (var q = 0; q < survey.Questions.Count; q++)
        {
            var split = SplitBy(everyone, survey, people, q, questions, shown);
            for (var list = 0; list < split.Lists.Count && split.IsShown; list++)
                door.Parts(split.Answered, split.Offered(list), split.Exclusive);
            Filtered(split);
            questions.Add(split);
        }
        return new(survey, people, everyone, questions, shown);
    }

    // Who is told apart by a select-one question, and where everybody stands; −1 outside.
    private (SafeBreakdown Groups, Func<Person, int> Place) Standing(Scope scope, int by)
    {
        var asked = scope.Survey.Questions[by];
        int Choice(Person p) => p.Answers[by] is [var choice] ? choice : -1;
        var mark = SafeBreakdown.Mark(asked.Name);
        var breakdown = SafeBreakdown.Of(scope.People.Select(p => (Choice(p), p.Key)), asked.Choices, mark, rule);
        return (breakdown, door.LeavesOut ? p => breakdown.Place(Choice(p), p.Key, mark) : Choice);
    }

    private void Breakdown(Scope scope, int by)
    {
        var (survey, people) = (scope.Survey, scope.People);
        var asked = survey.Questions[by];
        var own = scope.Questions[by];
        var name = $"{scope.Everyone.Name} {asked.Name}";
        var (breakdown, place) = Standing(scope, by);
        var outside = Set($"outside {name}", people, p => place(p) < 0);
        var rows = new List<KnownSet>();
        if (door.LeavesOut)
        {
            attacker.Between(outside.Id, outside.Set.True, outside.Set.True);
            var left = new List<int> { own.Skipped.Id };
            if (own.NotAsked is { } never)
                left.Add(never.Id);
            for (var g = 0; g < asked.Choices; g++)
            {
                var group = g;
                if (!breakdown.Stands(g))
                {
                    left.Add(own.Lists[0][g].Id);
                    continue;
                }
                var row = Set($"{name}={g} inside", people, p => place(p) == group);
                rows.Add(row);
                var less = own.Lists[0][g].Set.True - row.Set.True;
                var picked = attacker.Count($"{name}={g} picked", less, outside.Set.True, isSecret: false);
                attacker.Relate(own.Lists[0][g].Id, [row.Id, picked]);
                left.Add(picked);
            }
            attacker.Relate(outside.Id, left);
        }
        else
        {
            rows.AddRange(own.Lists[0]);
            attacker.Relate(outside.Id, own.NotAsked is { } never ? [own.Skipped.Id, never.Id] : [own.Skipped.Id]);
        }
        attacker.Relate(scope.Everyone.Id, [.. rows.Select(r => r.Id), outside.Id]);
        if (rows.Count == 0)
            return;

        bool[] shown = [.. rows.Select(door.Base)];
        var outsideShown = !door.LeavesOut && door.Base(outside);
        int[] groups = [.. Enumerable.Range(0, asked.Choices).Where(g => !door.LeavesOut || breakdown.Stands(g)), -1];
        var sofar = groups.Select(_ => new List<Split>()).ToList();
        for (var q = 0; q < survey.Questions.Count; q++)
        {
            if (q == by)
                continue;
            var splits = new List<Split>();
            var crossed = door.LeavesOut && survey.Questions[q].Kind == AskedKind.One ? Standing(scope, q) : default;
            for (var r = 0; r < groups.Length; r++)
            {
                var whole = groups[r] < 0 ? outside : rows[r];
                var members = people.Where(p => place(p) == groups[r]).ToList();
                var crossing =
                    crossed.Place is null || groups[r] < 0
                        ? null
                        : new Crossing($"{scope.Everyone.Name}", (by, groups[r]), crossed.Groups, crossed.Place);
                splits.Add(SplitBy(whole, survey, members, q, sofar[r], groups[r] < 0 ? outsideShown : shown[r], isInner: true, crossing));
                sofar[r].Add(splits[^1]);
            }
            var told = splits.Select(s => s.Told ?? s).Where(s => s.IsShown).ToList();
            for (var list = 0; list < splits[0].Lists.Count && told.Count > 0; list++)
                door.Table([.. told.Select(s => s.Answered)], [.. told.Select(s => s.Offered(list))], splits[0].Exclusive);
            foreach (var split in told)
                Filtered(split);
            var columns = scope.Questions[q].All;
            for (var c = 0; c < columns.Count; c++)
                attacker.Relate(columns[c].Id, splits.Select(s => s.All[c].Id));
        }
    }

    private void Later(KnownSet then, KnownSet now) =>
        attacker.Relate(now.Id, [then.Id, attacker.Count($"{now.Name} newcomers", now.Set.True - then.Set.True, now.Set.True + 1000)]);

    private KnownSet Set(string name, IReadOnlyList<Person> people, Func<Person, bool> isIn, bool isInner = false, string? cell = null)
    {
        var set = new RecordCounter();
        foreach (var person in people)
            if (isIn(person))
                set.Add(person.Key);
        if (cell is not null && cells.TryGetValue(cell, out var known))
            return new(known, name, set, isInner);
        var id = attacker.Count(name, set.True, people.Count, isInner: isInner);
        if (cell is not null)
            cells[cell] = id;
        return new(id, name, set, isInner);
    }

    private sealed record Scope(
        SmallSurvey Survey,
        IReadOnlyList<Person> People,
        KnownSet Everyone,
        IReadOnlyList<Split> Questions,
        bool IsShown
    );
}
