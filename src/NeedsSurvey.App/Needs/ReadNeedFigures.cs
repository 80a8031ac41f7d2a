// Everything that is said in figures about an initiative's needs comes through here: the needs pages and API, the hearing gap, the
// alignment and the report. So one figure has one value everywhere, true for those who may export and safe for everybody else.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Results;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Needs;

/// <summary>People who wrote in their own words. Both are null where everybody is fewer than k.</summary>
/// <param name="Read">Those of whom something was read to the end: they count as asked about every need.</param>
/// <param name="Unread">Those of whom nothing was: their words count for no need yet.</param>
public sealed record StoryCounts(ShownCount? Read, ShownCount? Unread);

/// <summary>Figures about an initiative's needs.</summary>
/// <param name="Note">Whether they are true or safe.</param>
/// <param name="Needs">The needs that stand for themselves, in codebook order.</param>
/// <param name="Responses">Everyone whom the figures are of; null where safe figures have fewer than k.</param>
/// <param name="Stories">How far what people wrote has been read.</param>
/// <param name="Chosen">The method asked for, or the preferred one; null while nothing can be ranked.</param>
/// <param name="All">Every method offered, the chosen one included.</param>
/// <param name="Confidence">Which ranks the answers allow by the chosen method; null like <paramref name="Chosen"/>.</param>
/// <param name="Precision">
/// What is said of how precise the figures are, by how people were drawn; of ranges only where the chosen method shows any.
/// </param>
/// <param name="Standing">What the chosen method calls each need, where it sorts them too.</param>
/// <param name="Map">The importance–performance map, where that is the chosen method.</param>
public sealed record NeedFigures(
    FigureNote Note,
    IReadOnlyList<NeedEntry> Needs,
    ShownCount? Responses,
    StoryCounts Stories,
    NeedRanking? Chosen,
    IReadOnlyList<NeedRanking> All,
    RankConfidence? Confidence,
    string Precision,
    IReadOnlyDictionary<string, string> Standing,
    ImportancePerformanceMap? Map
)
{
    /// <summary>Needs that enough people stated for words about them to be quoted (<see cref="SafeRule.AllowsQuote"/>), by name.</summary>
    public required IReadOnlyList<string> Quotable { get; init; }

    /// <summary>
    /// Whether the way people were drawn lets the answers say something of people who did not answer. Where not, an order is the order of
    /// those who answered, and <see cref="Confidence"/> tells only which needs lie close together in it.
    /// </summary>
    public required bool SpeakOfOthers { get; init; }

    /// <summary>Names of the needs that a question asks about; null in figures that were kept before this was.</summary>
    public IReadOnlyList<string>? Asked { get; init; }

    /// <summary>
    /// That of means of ratings, whatever the scale that they were given on; null where nothing asks for any, and in figures that were kept
    /// before this was.
    /// </summary>
    public RatingScale? Scale { get; init; }

    /// <summary>Responses that count at this moment, exactly: every member is told (methods.md 3).</summary>
    public required long ResponsesSoFar { get; init; }

    /// <summary>Safe figures: <see cref="Precision"/> in every language that the program has.</summary>
    public LocalText? PrecisionByLanguage { get; init; }
}

/// <summary>Reads <see cref="NeedFigures"/>; the caller has asked for permission.</summary>
public sealed class ReadNeedFigures(Db db, DrawResponses responses, DrawStories stories, DrawnFigures drawn)
{
    /// <summary>The seed of resamples: the same answers always show the same figures.</summary>
    public const ulong Seed = 20_260_401;

    /// <param name="initiativeId">Whose needs.</param>
    /// <param name="safe">Figures of the drawing, for whoever may not export; else true ones of this moment.</param>
    /// <param name="method">A method's code; null for the preferred one.</param>
    /// <param name="cut">Where the importance–performance map is cut: <c>means</c>, <c>medians</c> or <c>diagonal</c>; null for the
    /// means.</param>
    /// <param name="cancellation">Ends the reads.</param>
    public async Task<Result<NeedFigures>> Run(
        Guid initiativeId,
        bool safe,
        string? method = null,
        string? cut = null,
        CancellationToken cancellation = default
    )
    {
        if (CutOf(cut) is not { } at)
            return new Problem.Invalid("cut", "unknown_cut", "The map is cut at the means, at the medians or along the diagonal.");
        if (!safe)
            return await db.Snapshot(snapshot => True(snapshot, initiativeId, method, at, cancellation), cancellation);

        // All methods and cuts are one document: were each drawn when somebody first asks for it, the moments between would tell of the
        // people who withdrew in them.
        await responses.Run(initiativeId, cancellation);
        await stories.Run(initiativeId, cancellation);
        var result = await drawn.Run(
            initiativeId,
            "needs",
            snapshot => snapshot.One<FigureBasis>(BasisSql, new { initiativeId }),
            snapshot => Draw(snapshot, initiativeId),
            cancellation
        );
        if (!result.Succeeded(out var kept, out var problem))
            return problem;
        return Of(kept, await db.One<long>(SoFarSql, new { initiativeId }, cancellation), method, at);
    }

    private static async Task<Result<NeedFigures>> True(
        ReadSnapshot snapshot,
        Guid initiativeId,
        string? method,
        QuadrantCut cut,
        CancellationToken cancellation
    )
    {
        var evidence = await ReadNeedAnswers.Read(snapshot, initiativeId, drawn: false);
        var (answers, draw) = (evidence.Answers, evidence.Draw);
        NeedRanking[] all = [.. Rankings.All(answers).Select(ranking => draw.WithIntervals(ranking, answers))];
        if (!Choose(all, method).Succeeded(out var choice, out var problem))
            return problem;
        var chosen = choice.Ranking;
        var map = chosen?.Method == RankingMethod.ImportancePerformance ? ImportancePerformance.Map(answers, cut, draw) : null;
        return new NeedFigures(
            FigureNote.True,
            evidence.Needs,
            ShownCount.Number(evidence.Answers.Count),
            StoriesOf(evidence, new(SafeRule.Off, evidence.Everybody)),
            chosen,
            all,
            chosen is null ? null : draw.Ranks(answers, chosen.Method, new RankSetOptions(Seed), cancellation),
            draw.Precision(areTrue: true, ShowsRanges(chosen, map)),
            chosen is null ? new Dictionary<string, string>() : NeedStanding.Of(answers, chosen, cut),
            map
        )
        {
            Quotable = QuotableIn(evidence),
            SpeakOfOthers = draw.AllowsIntervals,
            Asked = evidence.Asked,
            Scale = ScaleOf(evidence),
            ResponsesSoFar = evidence.Answers.Count,
        };
    }

    private static async Task<Result<DrawnNeeds>> Draw(ReadSnapshot snapshot, Guid initiativeId)
    {
        var evidence = await ReadNeedAnswers.Read(snapshot, initiativeId, drawn: true);
        var drawings = new Drawings(SafeRule.Default, evidence.Everybody);
        var safe = new SafeRankings(evidence.Answers, evidence.Keys, evidence.Reach, drawings, evidence.Draw, evidence.Surveys);
        var rankings = safe.All();
        return new DrawnNeeds
        {
            Note = FigureNote.Of(drawings),
            Needs = evidence.Needs,
            Responses = drawings.Everyone,
            Stories = StoriesOf(evidence, drawings),
            Precision = evidence.Draw.Precision(areTrue: false, withRanges: true),
            PrecisionByLanguage = evidence.Draw.SafePrecision(withRanges: true),
            WithoutRanges = evidence.Draw.SafePrecision(withRanges: false),
            Rankings = rankings,
            Withheld = safe.Withheld,
            Cuts =
            [
                .. Enum.GetValues<QuadrantCut>()
                    .Select(cut => new DrawnCut(
                        safe.Map(cut),
                        rankings.ToDictionary(one => one.Ranking.Code, one => safe.Standing(one.Ranking, cut))
                    )),
            ],
            Quotable = QuotableIn(evidence),
            SpeakOfOthers = evidence.Draw.AllowsIntervals,
            Asked = evidence.Asked,
            Scale = ScaleOf(evidence),
        };
    }

    private static Result<NeedFigures> Of(Kept<DrawnNeeds> kept, long responsesSoFar, string? method, QuadrantCut cut)
    {
        var figures = kept.Figures;
        NeedRanking[] all = [.. figures.Rankings.Select(one => one.Ranking)];
        if (!Choose(all, method).Succeeded(out var choice, out var problem))
            return problem;
        var chosen = figures.Rankings.FirstOrDefault(one => ReferenceEquals(one.Ranking, choice.Ranking));
        var at = figures.Cuts.Single(one => one.Map.Cut == cut);
        var map = chosen?.Ranking.Method == RankingMethod.ImportancePerformance ? at.Map : null;
        var precision = !ShowsRanges(chosen?.Ranking, map) && figures.WithoutRanges is { } without ? without : figures.PrecisionByLanguage;
        return new NeedFigures(
            figures.Note with
            {
                Waits = kept.Wait,
                Scores = new(chosen?.Protection ?? 0, chosen?.InWords ?? false, figures.Withheld),
            },
            figures.Needs,
            figures.Responses,
            figures.Stories,
            chosen?.Ranking,
            all,
            chosen?.Confidence,
            precision?.In("en") ?? figures.Precision,
            chosen is null ? new Dictionary<string, string>() : at.Standing[chosen.Ranking.Code],
            map
        )
        {
            Quotable = figures.Quotable,
            SpeakOfOthers = figures.SpeakOfOthers,
            Asked = figures.Asked,
            Scale = figures.Scale,
            ResponsesSoFar = responsesSoFar,
            PrecisionByLanguage = precision,
        };
    }

    // By the questions: that somebody rated is as little told in safe figures as who did.
    private static RatingScale? ScaleOf(NeedEvidence evidence) =>
        evidence.Reach.SelectMany(survey => survey).Any(need => need is { Importance.Count: > 0 } or { Satisfaction.Count: > 0 })
            ? evidence.Answers.Scale
            : null;

    // Other methods' figures are a page of their own each.
    private static bool ShowsRanges(NeedRanking? chosen, ImportancePerformanceMap? map) =>
        chosen?.Rows.Any(row => row.Interval is not null) == true
        || map?.Points.Any(point => point.ImportanceInterval is not null || point.SatisfactionInterval is not null) == true;

    private static StoryCounts StoriesOf(NeedEvidence evidence, Drawings drawings)
    {
        return drawings.Everyone is null && !drawings.Rule.IsOff ? new(null, null) : new(Of(evidence.Read), Of(evidence.Unread));

        ShownCount Of(IReadOnlyList<RecordCounter> people) => drawings.Base(people)?.Count ?? drawings.Rule.Nobody;
    }

    // By true numbers, as quotes always are: what is printed is somebody's words, not a count.
    private static List<string> QuotableIn(NeedEvidence evidence)
    {
        var quotable = new List<string>();
        for (var need = 0; need < evidence.Needs.Count; need++)
        {
            var stated = new RecordCounter();
            var column = evidence.Answers.Column(need, NeedMeasure.Stated);
            for (var r = 0; r < column.Length; r++)
                if (column[r] == 1)
                    stated.Add(evidence.Keys[r]);
            if (SafeRule.Default.AllowsQuote(stated))
                quotable.Add(evidence.Needs[need].Name);
        }
        return quotable;
    }

    private static QuadrantCut? CutOf(string? cut) =>
        cut switch
        {
            null or "means" => QuadrantCut.Means,
            "medians" => QuadrantCut.Medians,
            "diagonal" => QuadrantCut.Diagonal,
            _ => null,
        };

    /// <summary>The ranking that a method's code names, or the preferred one.</summary>
    private static Result<ChosenRanking> Choose(NeedRanking[] offered, string? method)
    {
        if (method is null)
            return new ChosenRanking(PreferredRanking.Of(offered));
        if (offered.FirstOrDefault(ranking => ranking.Code == method) is { } chosen)
            return new ChosenRanking(chosen);
        return new Problem.Invalid(
            "method",
            "method_not_offered",
            offered.Length == 0
                ? "Nothing can be ranked yet: no answers about needs have been received, or too few to show."
                : $"These answers cannot be ranked by '{method}'. Offered are: "
                    + $"{string.Join(", ", offered.Select(ranking => ranking.Code))}."
        );
    }

    private readonly record struct ChosenRanking(NeedRanking? Ranking);

    // What safe figures depend on besides the drawings: the codebook with its merges, the surveys' versions and designs, and how often
    // readings joined. None of it changes with a single response or reading.
    private const string BasisSql = $"""
        select concat_ws(' ',
                (select md5(coalesce(string_agg(to_jsonb(n)::text, '' order by n.position, n.name), '')) from need n
                    where n.initiative_id = @initiativeId),
                (select string_agg(concat(v.survey_id, '.', v.version, '.', {SampleFrames.Basis}), ' ' order by v.survey_id, v.version)
                    from survey_version v join survey s using (survey_id) join initiative i using (initiative_id)
                    where s.initiative_id = @initiativeId and s.state <> 'draft')) as known,
            coalesce((select number from story_drawing where initiative_id = @initiativeId)::text, '') as steps
        """;

    private const string SoFarSql = """
        select count(*) from counted_response join survey using (survey_id) where initiative_id = @initiativeId
        """;
}
