using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>The part of Publication that splits a set by one question: its states, its choices, and whom each was offered.</summary>
internal sealed partial class Publication
{
    private Split SplitBy(
        KnownSet whole,
        SmallSurvey survey,
        IReadOnlyList<Person> people,
        int q,
        IReadOnlyList<Split> earlier,
        bool shown,
        bool isInner = false,
        Crossing? crossing = null
    )
    {
        var asked = survey.Questions[q];
        // What is told of a group question inside a breakdown is of fewer people; see Inside.
        var name = $"{whole.Name} {asked.Name}" + (crossing is null ? "" : " in all");
        var answered = Set($"{name} answered", people, p => p.Answers[q] is { Length: > 0 }, isInner);
        var skipped = Set($"{name} skipped", people, p => p.Answers[q] is [], isInner);
        var never = asked.RelevantOn < 0 ? null : Set($"{name} not asked", people, p => p.Answers[q] is null, isInner);
        List<KnownSet> states = never is null ? [skipped] : [skipped, never];
        attacker.Relate(whole.Id, [answered.Id, .. states.Select(s => s.Id)]);
        // Who was asked a follow-up chose the answer that it depends on.
        if (never is not null && earlier.FirstOrDefault(s => s.Question == asked.RelevantOn) is { } on)
            attacker.Relate(on.Lists[0][asked.RelevantChoice].Id, [answered.Id, skipped.Id]);
        if (shown && crossing is null)
            door.States(whole, states);
        var open = shown && crossing is null && door.Answered(whole, answered);

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
        var split = new Split(q, answered, skipped, never, lists, asked.Kind != AskedKind.Many, open);
        return split with
        {
            Filter = asked.OfferedOn < 0 ? null : OfferedBy(asked, split, whole, people, earlier, name, isInner),
            Told = crossing is null ? null : Inside(asked, split, whole, people, crossing, shown),
        };

        IReadOnlyList<KnownSet> Cells(int place) =>
            [
                .. Enumerable
                    .Range(0, asked.Choices)
                    .Select(c =>
                        Set($"{name}={c} at {place}", people, p => p.Answers[q] is { Length: > 0 } order && order[place] == c, isInner)
                    ),
            ];
    }

    // A filter offers the further choices to those who picked something before, which is not a group question: one more base.
    private Filter OfferedBy(
        Asked asked,
        Split split,
        KnownSet whole,
        IReadOnlyList<Person> people,
        IReadOnlyList<Split> earlier,
        string name,
        bool isInner
    )
    {
        bool Picked(Person p) => p.Answers[asked.OfferedOn]?.Contains(asked.OfferedChoice) == true;
        bool Answered(Person p) => p.Answers[split.Question] is { Length: > 0 };
        var to = Set($"{name} offered", people, p => Answered(p) && Picked(p), isInner);
        var never = Set($"{name} not offered", people, p => Answered(p) && !Picked(p), isInner);
        attacker.Relate(split.Answered.Id, [to.Id, never.Id]);
        var silent = Set($"{name} offered in vain", people, p => !Answered(p) && Picked(p), isInner);
        attacker.Relate(earlier.Single(s => s.Question == asked.OfferedOn).Lists[0][asked.OfferedChoice].Id, [to.Id, silent.Id]);
        var open = split.IsShown && door.Answered(whole, to);
        if (open)
            door.Compare(split.Answered, to, never);
        return new(to, asked.OfferedFrom, open);
    }

    private void Filtered(Split split)
    {
        if (split.Filter is { IsShown: true } filter)
            door.Parts(filter.To, [.. split.Lists[0].Skip(filter.From)], exclusive: false);
    }

    // Of a group question, a breakdown by another tells those who stand inside both.
    private Split Inside(Asked asked, Split all, KnownSet whole, IReadOnlyList<Person> people, Crossing crossing, bool shown)
    {
        var name = $"{whole.Name} {asked.Name}";
        var answered = Set($"{name} answered", people, p => crossing.Place(p) >= 0, isInner: true);
        var left = Set($"{name} outside", people, p => p.Answers[all.Question] is { Length: > 0 } && crossing.Place(p) < 0, isInner: true);
        attacker.Relate(all.Answered.Id, [answered.Id, left.Id]);
        var (cells, others) = (new List<KnownSet>(), new List<KnownSet>());
        for (var c = 0; c < asked.Choices; c++)
        {
            var choice = c;
            cells.Add(Set($"{name}={c}", people, p => crossing.Place(p) == choice, isInner: true, crossing.Cell(all.Question, c)));
            others.Add(
                Set(
                    $"{name}={c} outside",
                    people,
                    p => p.Answers[all.Question] is [var own] && own == choice && crossing.Place(p) < 0,
                    isInner: true
                )
            );
            attacker.Relate(all.Lists[0][c].Id, [cells[c].Id, others[c].Id]);
            // Which groups there are is seen.
            if (!crossing.Groups.Stands(c))
                attacker.Between(cells[c].Id, 0, 0);
        }
        attacker.Relate(answered.Id, cells.Select(cell => cell.Id));
        attacker.Relate(left.Id, others.Select(other => other.Id));
        return new(all.Question, answered, all.Skipped, all.NotAsked, [cells], true, shown && door.Answered(whole, answered));
    }

    /// <param name="Row">The question broken down by, and the row.</param>
    /// <param name="Groups">Of the question across, by which the survey is broken down too.</param>
    private sealed record Crossing(string Scope, (int Question, int Choice) Row, SafeBreakdown Groups, Func<Person, int> Place)
    {
        public string Cell(int question, int choice)
        {
            (int, int)[] both = [Row, (question, choice)];
            return $"{Scope} {string.Join(' ', both.Order())}";
        }
    }

    /// <param name="To">Those of the answered who were offered the choices from <paramref name="From"/> on.</param>
    private sealed record Filter(KnownSet To, int From, bool IsShown);

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
        public Filter? Filter { get; init; }

        /// <summary>What is shown of it instead, where that is of fewer people.</summary>
        public Split? Told { get; init; }

        /// <summary>The choices that all who answered were offered.</summary>
        public IReadOnlyList<KnownSet> Offered(int list) => Filter is null ? Lists[list] : [.. Lists[list].Take(Filter.From)];

        public IReadOnlyList<KnownSet> All { get; } =
        [Answered, Skipped, .. NotAsked is null ? [] : new[] { NotAsked }, .. Lists.SelectMany(list => list)];
    }
}
