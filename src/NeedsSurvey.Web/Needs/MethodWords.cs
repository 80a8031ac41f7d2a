using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Web.Components;
using NeedsSurvey.Web.Results;

namespace NeedsSurvey.Web.Needs;

/// <summary>
/// The ranking methods as organisers read them; their names in the field stand beside the figures (<see cref="NeedRanking.Name"/>).
/// </summary>
public static class MethodWords
{
    /// <summary>The method in a few plain words.</summary>
    public static string Of(NeedRanking ranking) => KnownLanguages.English.Report.Methods.Of(ranking.Code).Name;

    /// <summary>What comes first, in a sentence: needs of one place are told as such, none of them is left out.</summary>
    public static string Finding(NeedRanking? ranking)
    {
        const int most = 3;
        var places = (ranking?.Rows ?? [])
            .Where(row => row.Rank is not null)
            .GroupBy(row => row.Rank!.Value, row => InSentence.Lower(row.Name))
            .OrderBy(place => place.Key)
            .Take(2)
            .Select(place => place.ToList())
            .ToList();
        return places switch
        {
            [] => "What people need most",
            [[var first], [var second]] => $"What people need most: {first}, and {second}",
            [[var first], ..] => $"What people need most: {first}",
            [{ Count: <= most } first, ..] => $"What people need most, all alike: {Figures.And(first)}",
            [var first, ..] => $"{first.Count} needs come first, all alike",
        };
    }

    /// <summary>A score in its method's own shape: shares as per cent, the rest as numbers.</summary>
    public static string Score(NeedRanking ranking, double? score) =>
        ranking.Method == RankingMethod.Prevalence && score is { } share ? Figures.Percent(share) : Figures.Score(score);

    /// <summary>A figure behind a score: shares as per cent, times and people as counts or words, the rest as numbers.</summary>
    public static string Figure(NeedFigure figure) =>
        figure.Count is { } count ? count.Words()
        : figure.Value is not { } value ? "–"
        : figure.Kind switch
        {
            NeedFigureKind.Share => Figures.Percent(value),
            NeedFigureKind.People or NeedFigureKind.Times => Figures.Count((long)Math.Round(value)),
            _ => Figures.Score(value),
        };

    /// <summary>How many people stand behind its scores: "n = 60", "n = 31 to 60 or all but fewer than 10, need by need".</summary>
    public static string N(NeedRanking ranking)
    {
        var known = ranking.Rows.Where(IsRated).Select(row => row.N).Distinct().ToList();
        var numbers = known.Select(n => n.Shown).OfType<int>().Order().ToList();
        List<string> told =
        [
            .. numbers.Count switch
            {
                0 => Array.Empty<string>(),
                1 => [Figures.Count(numbers[0])],
                _ => [$"{Figures.Count(numbers[0])} to {Figures.Count(numbers[^1])}"],
            },
            .. known.Where(n => n.Shown is null).Select(n => n.Words()),
        ];
        return $"n = {string.Join(" or ", told)}{(known.Count > 1 ? ", need by need" : "")}";
    }

    /// <summary>The words in the place of a score that safe figures tell in words; null for every other row.</summary>
    public static string? InWords(RankedNeed row) => CountInWords(row)?.ToString();

    /// <summary>The count behind them.</summary>
    public static ShownCount? CountInWords(RankedNeed row) =>
        row.Score is null ? row.Figures.Select(figure => figure.Count).FirstOrDefault() : null;

    /// <summary>Whether the method says something about the need.</summary>
    public static bool IsRated(RankedNeed row) => row.Score is not null || row.Figures.Count > 0;
}
