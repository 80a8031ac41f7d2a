using System.Buffers.Text;
using System.Runtime.InteropServices;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Results;

/// <summary>Days by year, times by hour: what the text of the answer begins with.</summary>
/// <param name="block">Which question.</param>
/// <param name="groups">How many groups.</param>
/// <param name="digits">4 for years, 2 for hours.</param>
public sealed class PeriodTally(AnswerBlock block, int groups, int digits) : QuestionTally(block, groups)
{
    private readonly Dictionary<int, RecordCounter>[] periods =
    [
        .. Enumerable.Range(0, groups).Select(_ => new Dictionary<int, RecordCounter>()),
    ];

    /// <summary>A group's periods, ascending, each with its people.</summary>
    public IReadOnlyList<KeyValuePair<int, RecordCounter>> Periods(int group) => [.. periods[group].OrderBy(pair => pair.Key)];

    /// <summary>Those of a group in one period.</summary>
    public RecordCounter People(int group, int period) => periods[group].GetValueOrDefault(period);

    /// <summary>A period as the answers write it: <c>2024</c>, <c>06</c>.</summary>
    public string Code(int period) => period.ToString("D" + digits, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A period for people: 2024, 06:00–06:59.</summary>
    public string Label(int period) => digits == 4 ? Code(period) : $"{Code(period)}:00–{Code(period)}:59";

    protected override void Count(in GivenAnswer answer, int group, RecordCounter people)
    {
        var cell = answer.Cells[0];
        if (Utf8Parser.TryParse(answer.Json.Slice(cell.Start, Math.Min(digits, cell.Length)), out int period, out _))
            CollectionsMarshal.GetValueRefOrAddDefault(periods[group], period, out _).Add(people);
    }
}
