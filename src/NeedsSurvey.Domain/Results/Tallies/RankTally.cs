using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Results;

/// <summary>Ranking: who was put first, who among the first three, and who at each place.</summary>
public sealed class RankTally : QuestionTally
{
    /// <summary>Places that count as "near the top".</summary>
    public const int Top = 3;

    private readonly CodeIndex codes;

    public RankTally(AnswerBlock block, int groups)
        : base(block, groups)
    {
        codes = new(block);
        Places = [.. Enumerable.Range(0, groups).Select(_ => (int[][])[.. block.Choices.Select(_ => new int[block.Columns.Count])])];
    }

    /// <summary>Groups × choices × places: people who gave the choice this place.</summary>
    public IReadOnlyList<int[][]> Places { get; }

    /// <summary>Groups × choices: people who put it first.</summary>
    public IReadOnlyList<int[]> First => Within(1);

    /// <summary>Groups × choices: people who put it among the first three.</summary>
    public IReadOnlyList<int[]> InTop => Within(Top);

    private IReadOnlyList<int[]> Within(int places) =>
        [.. Places.Select(group => (int[])[.. group.Select(choice => choice.Take(places).Sum())])];

    protected override void Count(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group)
    {
        for (var place = 0; place < cells.Length; place++)
            if (codes.Of(json, cells[place]) is >= 0 and var choice)
                Places[group][choice][place]++;
    }
}
