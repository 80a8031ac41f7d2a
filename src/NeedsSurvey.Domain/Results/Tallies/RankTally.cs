using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Results;

/// <summary>
/// Ranking: who gave a choice which place, and who gave it none. Whoever was offered it counts, so that one person's first place does not
/// outrank a hundred others': choices without a place share the mean of the places left (Kendall 1945; <see cref="RankPlaces"/>). Whoever
/// answered a version without the choice, or was not offered it by a filter, was not asked about it.
/// </summary>
public sealed class RankTally : QuestionTally
{
    /// <summary>Places that count as "near the top".</summary>
    public const int Top = 3;

    private readonly CodeIndex codes;
    private readonly AskedVersions versions;
    private readonly int places;
    private readonly int[] placeOf;

    // Twice the places that any choice can have, and which of them each can.
    private readonly int[] twice;
    private readonly int[][] reach;

    // A table a group, choices × the place given, and choices × the place shared.
    private readonly RecordTally[] given;
    private readonly RecordTally[] shared;

    internal RankTally(AnswerBlock block, int groups, AskedVersions versions)
        : base(block, groups)
    {
        codes = new(block);
        this.versions = versions;
        (places, placeOf) = (block.Columns.Count, new int[block.Choices.Count]);
        var asked = versions.All.Select(stage => (stage.Offered, Twice: Twice(stage))).ToList();
        twice = [.. asked.SelectMany(one => one.Twice).Distinct().Order()];
        reach =
        [
            .. block.Choices.Select(
                (_, choice) => asked.Where(one => one.Offered[choice]).SelectMany(one => one.Twice).Distinct().Order().Select(At).ToArray()
            ),
        ];
        var choices = Math.Max(1, block.Choices.Count);
        given = [.. Enumerable.Range(0, groups).Select(_ => new RecordTally(choices, places))];
        shared = [.. Enumerable.Range(0, groups).Select(_ => new RecordTally(choices, twice.Length))];
    }

    /// <summary>The places that a choice can have, given or shared, rising.</summary>
    public IReadOnlyList<double> Values(int choice) => [.. reach[choice].Select(at => twice[at] / 2.0)];

    /// <summary>
    /// Those of a group who ranked and were offered a choice, by its place; in the order of <see cref="Values"/>. They exclude each other.
    /// </summary>
    public RecordCounter[] Cells(int group, int choice)
    {
        var cells = shared[group].Row(choice).ToArray();
        for (var place = 0; place < places; place++)
            cells[At(2 * (place + 1))].Add(given[group][choice, place]);
        return [.. reach[choice].Select(at => cells[at])];
    }

    /// <summary>People who gave a choice one of the first so many places.</summary>
    public RecordCounter Within(int group, int choice, int first) => RecordCounter.Of(given[group].Row(choice)[..Math.Min(first, places)]);

    protected override void Count(in GivenAnswer answer, int group, RecordCounter people)
    {
        Array.Clear(placeOf);
        var used = 0;
        for (var place = 0; place < answer.Cells.Length; place++)
        {
            if (codes.Of(answer.Json, answer.Cells[place]) is not (>= 0 and var choice) || placeOf[choice] > 0)
                continue;
            placeOf[choice] = place + 1;
            used++;
        }
        if (used == 0)
            return;
        var stage = versions.In(answer.Version);
        var offered = stage.Choices;
        if (stage.HasFilter)
        {
            offered = 0;
            for (var choice = 0; choice < placeOf.Length; choice++)
                if (placeOf[choice] > 0 || IsOffered(choice, stage, answer))
                    offered++;
        }
        var left = At(RankPlaces.TwiceShared(used, offered));
        for (var choice = 0; choice < placeOf.Length; choice++)
            if (placeOf[choice] > 0)
                given[group].Add(choice, placeOf[choice] - 1, people);
            else if (IsOffered(choice, stage, answer))
                shared[group].Add(choice, left, people);
    }

    private static bool IsOffered(int choice, AskedVersions.Stage stage, in GivenAnswer answer) =>
        stage.Offered[choice] && (!stage.HasFilter || answer.Offers(choice));

    private static IEnumerable<int> Twice(AskedVersions.Stage stage) => RankPlaces.Twice(stage.Choices, stage.Columns, stage.HasFilter);

    // A place that no version allows counts as the nearest.
    private int At(int value)
    {
        var nearest = 0;
        for (var i = 1; i < twice.Length; i++)
            if (Math.Abs(twice[i] - value) < Math.Abs(twice[nearest] - value))
                nearest = i;
        return nearest;
    }
}
