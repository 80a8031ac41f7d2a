using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Results;

/// <summary>What one response, or several alike, holds of one question.</summary>
/// <param name="json">Their stored answers.</param>
/// <param name="cells">The question's own cells.</param>
/// <param name="version">The version that was answered.</param>
/// <param name="offered">
/// By the order of <see cref="AnswerBlock.Choices"/>, which were offered (<see cref="RowReader.Offered"/>); empty for all of them.
/// </param>
public readonly ref struct GivenAnswer(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int version, ReadOnlySpan<bool> offered = default)
{
    /// <summary>The stored answers of the response, in which the cells say where values stand.</summary>
    public ReadOnlySpan<byte> Json { get; } = json;

    /// <summary>The question's own cells.</summary>
    public ReadOnlySpan<Cell> Cells { get; } = cells;

    /// <summary>The version that was answered.</summary>
    public int Version => version;

    /// <summary>Which of the question's choices were offered; empty for all.</summary>
    public ReadOnlySpan<bool> Offered { get; } = offered;

    /// <summary>Whether a choice was offered.</summary>
    public bool Offers(int choice) => Offered.IsEmpty || Offered[choice];

    /// <summary>What a response that was read last says to a question of its file.</summary>
    /// <param name="reader">It read the response.</param>
    /// <param name="json">What it read.</param>
    /// <param name="row">The cells that it filled.</param>
    /// <param name="block">The question.</param>
    /// <param name="at">Its index in the file.</param>
    /// <param name="version">The version that was answered.</param>
    public static GivenAnswer Of(
        RowReader reader,
        ReadOnlySpan<byte> json,
        ReadOnlySpan<Cell> row,
        AnswerBlock block,
        int at,
        int version
    ) => new(json, row.Slice(block.First, block.Columns.Count), version, reader.Offered(at));
}
