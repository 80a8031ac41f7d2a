using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>
/// Everything that a Viewer and the public can fetch of an initiative, through one door: numbers of responses, the four states and all
/// one-way tables, every filter by one answer and so every crosstab both ways (each select-one question once as the rows, all others as
/// columns), places of rankings (mean ranks follow from them), and the one-way tables of an earlier drawing. What is said of several
/// surveys together is added up from what is shown of each (<see cref="SharedBase"/>), as the tests of the running program hold. Logical
/// relations are told to the attacker too. Means, shares and scores are worked out from these counts, so they tell nothing more.
/// </summary>
internal sealed class Publication
{
    /// <summary>Name of the first survey in the earlier drawing.</summary>
    public const string Then = "then";

    private readonly Attacker attacker;
    private readonly Door door;
    private readonly SafeRule rule;

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
            if (split.IsShown)
                foreach (var list in split.Lists)
                    door.Parts(split.Answered, list, split.Exclusive);
            questions.Add(split);
        }
        return new(survey, people, everyone, questions, shown);
    }

    private void Breakdown(Scope scope, int by)
    {
        var (survey, people) = (scope.Survey, scope.People);
        var asked = survey.Questions[by];
        var own = scope.Questions[by];
        var name = $"{scope.Everyone.Name} {asked.Name}";
        int Choice(Person p) => p.Answers[by] is [var choice] ? choice : -1;
        Func<Person, int> place = Choice;
        var breakdown = SafeBreakdown.Of(people.Select(p => (Choice(p), p.Key)), asked.Choices, SafeBreakdown.Mark(asked.Name), rule);
        if (door.LeavesOut)
            place = p => breakdown.Place(Choice(p), p.Key, SafeBreakdown.Mark(asked.Name));
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
            for (var r = 0; r < groups.Length; r++)
            {
                var whole = groups[r] < 0 ? outside : rows[r];
                var members = people.Where(p => place(p) == groups[r]).ToList();
                splits.Add(SplitBy(whole, survey, members, q, sofar[r], groups[r] < 0 ? outsideShown : shown[r], isInner: true));
                sofar[r].Add(splits[^1]);
            }
            for (var list = 0; list < splits[0].Lists.Count; list++)
            {
                var open = splits.Where(s => s.IsShown).ToList();
                if (open.Count == 0)
                    continue;
                door.Table([.. open.Select(s => s.Answered)], [.. open.Select(s => s.Lists[list])], splits[0].Exclusive);
            }
            var columns = scope.Questions[q].All;
            for (var c = 0; c < columns.Count; c++)
                attacker.Relate(columns[c].Id, splits.Select(s => s.All[c].Id));
        }
    }

    private void Later(KnownSet then, KnownSet now) =>
        attacker.Relate(now.Id, [then.Id, attacker.Count($"{now.Name} newcomers", now.Set.True - then.Set.True, now.Set.True + 1000)]);

    private Split SplitBy(
        KnownSet whole,
        SmallSurvey survey,
        IReadOnlyList<Person> people,
        int q,
        IReadOnlyList<Split> earlier,
        bool shown,
        bool isInner = false
    )
    {
        var asked = survey.Questions[q];
        var name = $"{whole.Name} {asked.Name}";
        var answered = Set($"{name} answered", people, p => p.Answers[q] is { Length: > 0 }, isInner);
        var skipped = Set($"{name} skipped", people, p => p.Answers[q] is [], isInner);
        var never = asked.RelevantOn < 0 ? null : Set($"{name} not asked", people, p => p.Answers[q] is null, isInner);
        List<KnownSet> states = never is null ? [skipped] : [skipped, never];
        attacker.Relate(whole.Id, [answered.Id, .. states.Select(s => s.Id)]);
        // Who was asked a follow-up chose the answer that it depends on.
        if (never is not null && earlier.FirstOrDefault(s => s.Question == asked.RelevantOn) is { } on)
            attacker.Relate(on.Lists[0][asked.RelevantChoice].Id, [answered.Id, skipped.Id]);
        if (shown)
            door.States(whole, states);
        var open = shown && door.Answered(whole, answered);

        List<IReadOnlyList<KnownSet>> lists =
            asked.Kind == AskedKind.Rank
                ? [.. Enumerable.Range(0, asked.Choices).Select(place => Cells(place))]
                :
                [
                    [
                        .. Enumerable
                            .Range(0, asked.Choices)
                            .Select(c => Set($"{name}={c}", people, p => p.Answers[q]?.Contains(c) == true, isInner)),
                    ],
                ];
        if (asked.Kind != AskedKind.Many)
            foreach (var list in lists)
                attacker.Relate(answered.Id, list.Select(s => s.Id));
        if (asked.Kind == AskedKind.Rank)
            for (var c = 0; c < asked.Choices; c++)
                attacker.Relate(answered.Id, lists.Select(list => list[c].Id));
        if (asked.Exactly > 0)
            attacker.Relate(answered.Id, lists[0].Select(s => s.Id), asked.Exactly);
        return new(q, answered, skipped, never, lists, asked.Kind != AskedKind.Many, open);

        IReadOnlyList<KnownSet> Cells(int place) =>
            [
                .. Enumerable
                    .Range(0, asked.Choices)
                    .Select(c =>
                        Set($"{name}={c} at {place}", people, p => p.Answers[q] is { Length: > 0 } order && order[place] == c, isInner)
                    ),
            ];
    }

    private KnownSet Set(string name, IReadOnlyList<Person> people, Func<Person, bool> isIn, bool isInner = false)
    {
        var set = new RecordCounter();
        foreach (var person in people)
            if (isIn(person))
                set.Add(person.Key);
        return new(attacker.Count(name, set.True, people.Count, isInner: isInner), name, set, isInner);
    }

    private sealed record Scope(
        SmallSurvey Survey,
        IReadOnlyList<Person> People,
        KnownSet Everyone,
        IReadOnlyList<Split> Questions,
        bool IsShown
    );

    private sealed record Split(
        int Question,
        KnownSet Answered,
        KnownSet Skipped,
        KnownSet? NotAsked,
        IReadOnlyList<IReadOnlyList<KnownSet>> Lists,
        bool Exclusive,
        bool IsShown
    )
    {
        public IReadOnlyList<KnownSet> All { get; } =
        [Answered, Skipped, .. NotAsked is null ? [] : new[] { NotAsked }, .. Lists.SelectMany(list => list)];
    }
}
