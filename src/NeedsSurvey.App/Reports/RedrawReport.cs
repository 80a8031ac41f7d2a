// Versions published before figures were protected (decision 0027) have figures that tell what few people said. People have read them,
// and they are evidence of what was promised: words and decisions stay as they were published. Figures of a drawing take the place of
// their own, once, and stay then; what was published is kept and read by no page.

using System.Text.Json;
using System.Text.Json.Nodes;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Reports;

namespace NeedsSurvey.App.Reports;

/// <summary>Puts safe figures in the place of an old version's own.</summary>
public sealed class RedrawReport(Db db, DrawReportFigures draw, DrawHearingReplies replies, TimeProvider clock)
{
    /// <param name="initiative">Whose report.</param>
    /// <param name="version">Which version.</param>
    /// <param name="published">Its content, as it was published.</param>
    /// <param name="cancellation">Ends the reads.</param>
    /// <returns>
    /// The version as it is shown, and the day on which its figures were drawn; null while there are too few people for any.
    /// </returns>
    public async Task<(ReportContent Content, DateOnly? RedrawnOn)> Run(
        Guid initiative,
        int version,
        string published,
        CancellationToken cancellation
    )
    {
        var content = WithoutFigures(published);
        var drawn = await draw.Run(initiative, cancellation);
        content = drawn.Figures.In(content) with
        {
            Hearing = content.Hearing is { } hearing
                ? hearing with
                {
                    // There was one summary then.
                    Counted = (await replies.Run(initiative, safe: true, cancellation)).GetValueOrDefault(1) ?? DrawHearingReplies.None,
                }
                : null,
            Disclosure = [.. content.Disclosure.Select(item => WithoutFigures(item, drawn.Figures.Responses))],
        };
        content = content with
        {
            Alignment = Alignments.Of(
                AlignmentInputs.Of(
                    [.. content.Needs.Select(need => (need.Name, need.Label))],
                    content.Ranking,
                    [.. content.Goals.Where(goal => goal.State.Stands())],
                    content.Pillars,
                    content.Dispositions
                )
            ),
        };
        if (drawn.Figures.Responses is null)
            return (content, null);

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await db.Maintenance<Done>(
            async tx =>
            {
                // Two who read it at once: the first one's figures stay.
                await tx.Execute(
                    KeepSql,
                    new
                    {
                        initiative,
                        version,
                        redrawn = Jsonb.Of(JsonSerializer.Serialize(content, FigureJson.Options)),
                        today,
                        drawing = drawn.Drawing.Name,
                        responses = drawn.Drawing.Responses,
                    }
                );
                return Done.It;
            },
            cancellation
        );
        return (content, today);
    }

    // Not even read: their shapes are those of older programs. Quotes are not figures, and are read from what was published.
    private static ReportContent WithoutFigures(string published)
    {
        var node = JsonNode.Parse(published)!.AsObject();
        node["responses"] = null;
        node["ranking"] = null;
        node["other_rankings"] = new JsonArray();
        node["heard"] = new JsonArray();
        node["quotes"] = new JsonArray();
        if (node["hearing"] is JsonObject hearing)
            node["hearing"] = new JsonObject { ["dissent"] = hearing["dissent"]?.DeepClone() ?? new JsonArray() };
        return node.Deserialize<ReportContent>(FigureJson.Options)!;
    }

    private static DisclosureItem WithoutFigures(DisclosureItem item, int? responses) =>
        item.Code switch
        {
            "sizes" => item with { Words = Disclosure.WithSize(item.Words, responses, AssembleReport.Rule.Threshold) },
            "processing" => item with { Words = Disclosure.Checked },
            _ => item,
        };

    private const string KeepSql = """
        update report_version set redrawn = @redrawn, redrawn_on = @today::date, drawing = @drawing, drawn_responses = @responses
        where initiative_id = @initiative and version = @version and drawing is null
        """;
}
