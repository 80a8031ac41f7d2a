using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Results;

/// <summary>
/// Ranking: who gave a choice which place, and who gave it none. Whoever was asked counts for every choice, so that one person's first
/// place does not outrank a hundred others': choices without a place share the mean of the places left (Kendall 1945; the same rule as
/// <c>EmptyPlaces</c> in Needs).
/// </summary>
public sealed class RankTally : QuestionTally
{
    /// <summary>Places that count as "near the top".</summary>
    public const int Top = 3;

    private readonly CodeIndex codes;
    private readonly int places;
    private readonly int[] placeOf;

    // A table a group, choices × cells. Cells are the places and then, by how many places were used, those who left the choice out.
    private readonly RecordTally[] cellsOf;

    public RankTally(AnswerBlock block, int groups)
        : base(block, groups)
    {
        codes = new(block);
        (places, placeOf) = (block.Columns.Count, new int[block.Choices.Count]);
        cellsOf = [.. Enumerable.Range(0, groups).Select(_ => new RecordTally(Math.Max(1, block.Choices.Count), 2 * places))];
        Values =
        [
            .. Enumerable.Range(1, places).Select(place => (double)place),
            .. Enumerable.Range(1, places).Select(used => (used + 1 + Math.Max(block.Choices.Count, used)) / 2.0),
        ];
    }

    /// <summary>The place that each cell of <see cref="Cells"/> stands for.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Everybody of a group who ranked, by what they made of a choice.</summary>
    public ReadOnlySpan<RecordCounter> Cells(int group, int choice) => cellsOf[group].Row(choice);

    /// <summary>People who gave a choice one of the first so many places.</summary>
    public RecordCounter Within(int group, int choice, int first) => RecordCounter.Of(Cells(group, choice)[..Math.Min(first, places)]);

    protected override void Count(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group, RecordCounter people)
    {
        Array.Clear(placeOf);
        var used = 0;
        for (var place = 0; place < cells.Length; place++)
        {
            if (codes.Of(json, cells[place]) is not (>= 0 and var choice) || placeOf[choice] > 0)
                continue;
            placeOf[choice] = place + 1;
            used++;
        }
        if (used == 0)
            return;
        for (var choice = 0; choice < placeOf.Length; choice++)
            cellsOf[group].Add(choice, placeOf[choice] > 0 ? placeOf[choice] - 1 : places + used - 1, people);
    }
}
