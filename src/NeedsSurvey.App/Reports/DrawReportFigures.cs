// Every figure of a report, from one drawing: what people said, and how many they were. Words and decisions are AssembleReport's.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Reports;

/// <summary>What figures were drawn from.</summary>
/// <param name="Name">The drawings of the surveys and of the readings of stories: two of one name have the same figures.</param>
/// <param name="Responses">How many responses they held; true, and shown nowhere.</param>
public sealed record ReportDrawing(string Name, int Responses);

/// <summary>A report's figures of what people said.</summary>
public sealed record ReportFigures(
    FigureNote Note,
    int? Responses,
    NeedRanking? Ranking,
    IReadOnlyList<NeedRanking> OtherRankings,
    IReadOnlyList<GroupRepresentation> Heard,
    string? Precision,
    LocalText? PrecisionByLanguage,
    IReadOnlyList<Offer> Offers
)
{
    /// <summary>How precise they are, in the languages that it is known in; null in early versions.</summary>
    public LocalText? PrecisionInWords => PrecisionByLanguage ?? (Precision is { } english ? new LocalText(english) : null);

    /// <summary>Those of a version.</summary>
    public static ReportFigures Of(ReportContent content) =>
        new(
            content.Figures ?? FigureNote.None,
            content.Responses,
            content.Ranking,
            content.OtherRankings,
            content.Heard,
            content.Precision,
            content.PrecisionByLanguage,
            content.Offers
        );

    /// <summary>The same content with these figures.</summary>
    public ReportContent In(ReportContent content) =>
        content with
        {
            Figures = Note,
            Responses = Responses,
            Ranking = Ranking,
            OtherRankings = OtherRankings,
            Heard = Heard,
            Precision = Precision,
            Offers = Offers,
            PrecisionByLanguage = PrecisionByLanguage,
        };
}

/// <summary>Figures as they are drawn now.</summary>
/// <param name="Needs">In codebook order.</param>
/// <param name="Asked">Names of the needs that a question asks about; null in figures that were kept before this was.</param>
/// <param name="Quotable">Names of the needs that enough people stated for words about them to be printed.</param>
public sealed record DrawnReport(
    ReportFigures Figures,
    ReportDrawing Drawing,
    IReadOnlyList<NeedEntry> Needs,
    IReadOnlyList<string>? Asked,
    IReadOnlySet<string> Quotable
);

/// <summary>Draws a report's figures; the caller has asked for permission.</summary>
public sealed class DrawReportFigures(Db db, ReadNeedFigures read, ReadRepresentation representation, DrawOffers drawOffers)
{
    public async Task<DrawnReport> Run(Guid initiative, CancellationToken cancellation)
    {
        while (true)
        {
            var before = await Drawing(initiative, cancellation);
            var needs = (await read.Run(initiative, safe: true, cancellation: cancellation)).OrThrow();
            var heard = (await representation.Safe(initiative, cancellation)).OrThrow();
            var offers = await drawOffers.Run(initiative, cancellation);
            var drawing = await Drawing(initiative, cancellation);
            // Figures and the name of their drawing belong together; the first look may have made the drawing.
            if (drawing != before)
                continue;
            return new(
                new(
                    needs.Note with
                    {
                        Stay = true,
                    },
                    needs.Responses?.Shown,
                    needs.Chosen,
                    [.. needs.All.Where(ranking => ranking.Code != needs.Chosen?.Code)],
                    heard,
                    needs.Precision,
                    needs.PrecisionByLanguage,
                    offers
                ),
                drawing,
                needs.Needs,
                needs.Asked,
                needs.Quotable.ToHashSet()
            );
        }
    }

    private Task<ReportDrawing> Drawing(Guid initiative, CancellationToken cancellation) =>
        db.One<ReportDrawing>(DrawingSql, new { initiative }, cancellation);

    private const string DrawingSql = """
        select concat_ws(' ', string_agg(concat(d.survey_id, '.', d.number), ' ' order by d.survey_id),
                   (select concat('stories.', t.number) from story_drawing t where t.initiative_id = @initiative)) as name,
               coalesce(sum(d.responses), 0)::int as responses
        from survey_drawing d join survey s using (survey_id) where s.initiative_id = @initiative
        """;
}
