using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using NeedsSurvey.App;
using NeedsSurvey.App.Goals;
using NeedsSurvey.Domain.Goals;

namespace NeedsSurvey.Web.Goals;

/// <summary>An alignment as JSON, or as CSV: one row for each need and goal that meet, so that a spreadsheet can pivot it.</summary>
internal static class AlignmentAnswer
{
    public static IResult Of(AlignmentView view, string format) => format switch
    {
        "json" => TypedResults.Ok(new { Method = view.Ranking?.Code, view.Evidence.Responses, view.Result, view.Board }),
        "csv" => Results.Stream(stream => Write(stream, view), "text/csv; charset=utf-8", "alignment.csv"),
        _ => Answers.Of(new Problem.Invalid("format", "unknown_format", "The format is json or csv.")),
    };

    private static async Task Write(Stream stream, AlignmentView view)
    {
        await using var text = new StreamWriter(stream, new System.Text.UTF8Encoding(false), leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape });
        foreach (var header in (string[])["need", "need_label", "rank", "weight", "disposition", "disposition_reason", "unheard", "goal", "goal_title", "strength", "reason", "goal_pillar_strength"])
            csv.WriteField(header);
        await csv.NextRecordAsync();
        foreach (var need in view.Result.Needs)
        {
            foreach (var link in need.Links.Count > 0 ? need.Links : [null!])
                await WriteRow(csv, need, link, view.Result.Goals);
        }
        foreach (var goal in view.Result.Goals.Where(goal => goal.Ungrounded))
        {
            foreach (var blank in Enumerable.Repeat("", 7)) csv.WriteField(blank);
            csv.WriteField(goal.Id);
            csv.WriteField(goal.Title);
            csv.WriteField("0");
            csv.WriteField("");
            csv.WriteField(goal.MaxPillar);
            await csv.NextRecordAsync();
        }
        await csv.FlushAsync();
    }

    private static async Task WriteRow(CsvWriter csv, NeedAlignment need, GoalNeedLink? link, IReadOnlyList<GoalAlignment> goals)
    {
        var goal = goals.FirstOrDefault(g => g.Id == link?.Goal);
        csv.WriteField(need.Id);
        csv.WriteField(need.Name);
        csv.WriteField(need.Rank);
        csv.WriteField(need.Weight.ToString("0.####", CultureInfo.InvariantCulture));
        csv.WriteField(need.Disposition?.Kind.Code());
        csv.WriteField(need.Disposition?.Reason);
        csv.WriteField(need.Unheard ? "1" : "0");
        csv.WriteField(goal?.Id);
        csv.WriteField(goal?.Title);
        csv.WriteField(link?.Strength);
        csv.WriteField(link?.Reason);
        csv.WriteField(goal?.MaxPillar);
        await csv.NextRecordAsync();
    }
}
