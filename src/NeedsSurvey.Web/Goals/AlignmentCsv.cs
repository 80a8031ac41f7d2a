using CsvHelper;
using NeedsSurvey.App;
using NeedsSurvey.App.Goals;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Web.Goals;

/// <summary>An alignment as JSON, or as CSV: one row for each need and goal that meet, so that a spreadsheet can pivot it.</summary>
internal static class AlignmentCsv
{
    public static IResult Of(AlignmentView view, string format) =>
        format switch
        {
            "json" => TypedResults.Ok(AlignmentResource.Of(view)),
            "csv" => Csv(view.Result, view.Board.Goals, "alignment.csv"),
            _ => HttpResults.Of(new Problem.Invalid("format", "unknown_format", "The format is json or csv.")),
        };

    /// <summary>The same for an alignment that a report has frozen.</summary>
    public static IResult Csv(Alignment alignment, IReadOnlyList<GoalView> goals, string name) =>
        TypedResults.Stream(stream => Write(stream, alignment, goals), "text/csv; charset=utf-8", name);

    private static async Task Write(Stream stream, Alignment alignment, IReadOnlyList<GoalView> goals)
    {
        var told = goals.ToDictionary(goal => goal.GoalId.ToString());
        await using var csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { Injection = CsvInjection.Escape }, leaveOpen: true);
        csv.WriteHeader(
            "need",
            "need_label",
            "rank",
            "weight",
            "disposition",
            "disposition_reason",
            "unheard",
            "goal",
            "goal_title",
            "strength",
            "reason",
            "goal_pillar_strength",
            "goal_led_by",
            "goal_decided_with",
            "goal_uses",
            "goal_effect"
        );
        foreach (var need in alignment.Needs)
        {
            if (need.Links.Count == 0)
                await WriteRow(csv, need, null, null, told);
            foreach (var link in need.Links)
                await WriteRow(csv, need, link, alignment.Goals.First(goal => goal.Id == link.Goal), told);
        }
        foreach (var goal in alignment.Goals.Where(goal => goal.Ungrounded))
            await WriteRow(csv, null, null, goal, told);
        await csv.FlushAsync();
    }

    private static async Task WriteRow(
        CsvWriter csv,
        NeedAlignment? need,
        GoalNeedLink? link,
        GoalAlignment? goal,
        Dictionary<string, GoalView> told
    )
    {
        var view = goal is null ? null : told.GetValueOrDefault(goal.Id);
        csv.WriteField(need?.Id);
        csv.WriteField(need?.Name);
        csv.WriteField(need?.Rank);
        csv.WriteField(need?.Weight, "0.####");
        csv.WriteField(need?.Disposition?.Kind.Code());
        csv.WriteField(need?.Disposition?.Reason);
        csv.WriteField(
            need is null ? ""
            : need.Unheard ? "1"
            : "0"
        );
        csv.WriteField(goal?.Id);
        csv.WriteField(goal?.Title);
        csv.WriteField(goal is null ? null : link?.Strength ?? 0);
        csv.WriteField(link?.Reason);
        csv.WriteField(goal?.MaxPillar);
        csv.WriteField(view?.LedBy);
        csv.WriteField(view?.DecidedWith);
        csv.WriteField(view?.Uses);
        csv.WriteField(view?.Effect?.Code());
        await csv.EndRecordAsync();
    }
}

/// <summary>Needs, goals and mission together.</summary>
internal sealed record AlignmentResource
{
    /// <summary>The code of the ranking whose weights count; null while nothing can be ranked: then all needs weigh the same.</summary>
    public required string? Method { get; init; }
    public required FigureNote Figures { get; init; }

    /// <summary>Those whom the figures are of: where they are safe, people of the last drawings, a number changed as all others.</summary>
    public required ShownCount? Responses { get; init; }

    /// <summary>Responses that count at this moment, exactly.</summary>
    public required long ResponsesSoFar { get; init; }
    public required Alignment Result { get; init; }

    /// <summary>Goals, pillars, decisions.</summary>
    public required GoalBoard Board { get; init; }

    public static AlignmentResource Of(AlignmentView view) =>
        new()
        {
            Method = view.Ranking?.Code,
            Figures = view.Evidence.Note,
            Responses = view.Evidence.Responses,
            ResponsesSoFar = view.Evidence.ResponsesSoFar,
            Result = view.Result,
            Board = view.Board,
        };
}
