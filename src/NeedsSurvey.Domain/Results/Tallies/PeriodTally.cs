using System.Buffers.Text;
using System.Runtime.InteropServices;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Results;

/// <summary>
/// Days by year (or several years together, where they are many), times by hour: what the text of the answer begins with.
/// </summary>
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

    /// <summary>Those of a group in some periods.</summary>
    public RecordCounter People(int group, int first, int width) =>
        RecordCounter.Of([.. Enumerable.Range(first, width).Select(period => periods[group].GetValueOrDefault(period))]);

    /// <summary>
    /// How many years make a bar, so that there are not many more bars than of numbers: 1, 5, 10, 20, 50… An hour is always one of its own.
    /// </summary>
    /// <param name="fewest">Years are counted between those that so many people reach from either end.</param>
    public int Width(int group, int fewest)
    {
        var all = Periods(group);
        if (digits != 4 || First(all) is not { } low || First(all.Reverse()) is not { } high)
            return 1;
        var width = 1;
        foreach (var wider in (int[])[5, 10, 20, 50, 100, 200, 500, 1000])
            if ((high - low) / width >= MostYears)
                width = wider;
        return width;

        int? First(IEnumerable<KeyValuePair<int, RecordCounter>> years)
        {
            var seen = 0;
            foreach (var (year, people) in years)
                if ((seen += people.True) >= fewest)
                    return year;
            return null;
        }
    }

    /// <summary>Periods as the answers write them: <c>2024</c>, <c>2020-2029</c>, <c>06</c>.</summary>
    public string Code(int first, int width) => width == 1 ? Text(first) : $"{Text(first)}-{Text(first + width - 1)}";

    /// <summary>Periods for people: 2024, 2020–2029, 06:00–06:59.</summary>
    public string Label(int first, int width) =>
        digits != 4 ? $"{Text(first)}:00–{Text(first)}:59"
        : width == 1 ? Text(first)
        : $"{Text(first)}–{Text(first + width - 1)}";

    // Bars of one year each, before several are put together.
    private const int MostYears = 12;

    private string Text(int period) => period.ToString("D" + digits, System.Globalization.CultureInfo.InvariantCulture);

    protected override void Count(in GivenAnswer answer, int group, RecordCounter people)
    {
        var cell = answer.Cells[0];
        if (Utf8Parser.TryParse(answer.Json.Slice(cell.Start, Math.Min(digits, cell.Length)), out int period, out _))
            CollectionsMarshal.GetValueRefOrAddDefault(periods[group], period, out _).Add(people);
    }
}
