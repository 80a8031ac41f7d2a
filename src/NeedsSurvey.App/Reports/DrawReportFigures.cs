// Every figure of a report, from one drawing: what people said, and how many they were. Words and decisions are AssembleReport's.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Reports;

/// <summary>What figures were drawn from.</summary>
/// <param name="Name">The surveys' drawings; two drawings of one name have the same figures.</param>
/// <param name="Responses">How many responses they held; true, and shown nowhere.</param>
internal sealed record ReportDrawing(string Name, int Responses);

/// <summary>A report's figures of what people said.</summary>
internal sealed record ReportFigures(
    FigureNote Note,
    int? Responses,
    NeedRanking? Ranking,
    IReadOnlyList<NeedRanking> OtherRankings,
    IReadOnlyList<GroupRepresentation> Heard
)
{
    /// <summary>Those of a version.</summary>
    public static ReportFigures Of(ReportContent content) =>
        new(content.Figures ?? FigureNote.None, content.Responses, content.Ranking, content.OtherRankings, content.Heard);

    /// <summary>The same content with these figures.</summary>
    public ReportContent In(ReportContent content) =>
        content with
        {
            Figures = Note,
            Responses = Responses,
            Ranking = Ranking,
            OtherRankings = OtherRankings,
            Heard = Heard,
        };
}

/// <summary>Figures as they are drawn now.</summary>
/// <param name="Needs">In codebook order.</param>
/// <param name="Quotable">Names of the needs that enough people stated for words about them to be printed.</param>
internal sealed record DrawnReport(
    ReportFigures Figures,
    ReportDrawing Drawing,
    IReadOnlyList<NeedEntry> Needs,
    IReadOnlySet<string> Quotable
);

/// <summary>Draws a report's figures; the caller has asked for permission.</summary>
public sealed class DrawReportFigures(Db db, ReadNeedAnswers read, DrawResponses draw)
{
    internal async Task<DrawnReport> Run(Guid initiative, CancellationToken cancellation)
    {
        await draw.Run(initiative, cancellation);
        var evidence = await read.Run(initiative, cancellation);
        var all = Rankings.All(evidence.Answers);
        var chosen = PreferredRanking.Of(all);
        var drawing = await Drawing(initiative, cancellation);
        var quotable = new HashSet<string>();
        for (var need = 0; need < evidence.Needs.Count; need++)
        {
            var stated = 0;
            foreach (var value in evidence.Answers.Column(need, NeedMeasure.Stated))
                stated += value == 1 ? 1 : 0;
            if (stated >= 20)
                quotable.Add(evidence.Needs[need].Name);
        }
        return new(
            new(
                new FigureNote(false, 10, drawing.Responses == 0 ? null : drawing.Responses, Stay: true),
                drawing.Responses == 0 ? null : drawing.Responses,
                chosen is null ? null : PublicRanking.Of(chosen, SmallCells.Default).Ranking,
                [.. all.Where(r => r.Code != chosen?.Code).Select(r => PublicRanking.Of(r, SmallCells.Default).Ranking)],
                await ReadRepresentation.Read(db, initiative, cancellation)
            ),
            drawing,
            evidence.Needs,
            quotable
        );
    }

    private Task<ReportDrawing> Drawing(Guid initiative, CancellationToken cancellation) =>
        db.One<ReportDrawing>(DrawingSql, new { initiative }, cancellation);

    private const string DrawingSql = """
        select coalesce(string_agg(concat(d.survey_id, '.', d.number), ' ' order by d.survey_id), '') as name,
               coalesce(sum(d.responses), 0)::int as responses
        from survey_drawing d join survey s using (survey_id) where s.initiative_id = @initiative
        """;
}
