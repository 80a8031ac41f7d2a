// Stage 2's result: what people need most, by every method that the answers allow, with how settled the order is. Nothing is cached: the
// figures are those of this moment.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Needs;

/// <summary>Rankings of an initiative's needs.</summary>
/// <param name="Chosen">The method asked for, or the preferred one; null while nothing can be ranked.</param>
/// <param name="All">Every method offered, the chosen one included.</param>
/// <param name="Stability">How settled the chosen order is when the answers are redrawn; null like <paramref name="Chosen"/>.</param>
/// <param name="Design">How people came to be asked, where all surveys agree on it; else as if anyone could answer.</param>
/// <param name="Standing">What the chosen method calls each need, where it sorts them too.</param>
/// <param name="Map">The importance–performance map, where that is the chosen method.</param>
public sealed record NeedRankings(
    NeedEvidence Evidence,
    NeedRanking? Chosen,
    IReadOnlyList<NeedRanking> All,
    RankingStability? Stability,
    SampleDesign Design,
    IReadOnlyDictionary<string, string> Standing,
    ImportancePerformanceMap? Map
);

/// <summary>Ranks an initiative's needs.</summary>
public sealed class RankNeeds(Db db, FindInitiative find, ReadNeedAnswers read)
{
    /// <summary>The seed of the bootstrap: the same answers always show the same figures.</summary>
    public const ulong Seed = 20_260_401;

    /// <param name="method">A method's code; null for the preferred one.</param>
    /// <param name="cut">Where the importance–performance map is cut: <c>means</c>, <c>medians</c> or <c>diagonal</c>; null for the
    /// means.</param>
    public async Task<Result<NeedRankings>> Run(
        Actor actor,
        Guid initiative,
        string? method = null,
        string? cut = null,
        CancellationToken cancellation = default
    )
    {
        if (CutOf(cut) is not { } at)
            return new Problem.Invalid("cut", "unknown_cut", "The map is cut at the means, at the medians or along the diagonal.");
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        var evidence = await read.Run(found.InitiativeId, cancellation);
        var all = Rankings.All(evidence.Answers);
        if (!Choose(all, method).Succeeded(out var chosen, out problem))
            return problem;
        var stability = chosen.Ranking is { } ranking
            ? Stability.Of(evidence.Answers, ranking.Method, Seed, cancellation: cancellation)
            : null;
        var designs = await db.Query<string>(DesignsSql, new { initiative }, cancellation);
        var design = designs.Count == 1 ? SampleDesigns.Stored(designs[0]) : SampleDesign.OptIn;
        return new NeedRankings(
            evidence,
            chosen.Ranking,
            all,
            stability,
            design,
            chosen.Ranking is null ? new Dictionary<string, string>() : NeedStanding.Of(evidence.Answers, chosen.Ranking, at),
            chosen.Ranking?.Method == RankingMethod.ImportancePerformance ? ImportancePerformance.Map(evidence.Answers, at, design) : null
        );
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
    internal static Result<ChosenRanking> Choose(IReadOnlyList<NeedRanking> offered, string? method)
    {
        if (method is null)
            return new ChosenRanking(PreferredRanking.Of(offered));
        if (offered.FirstOrDefault(ranking => ranking.Code == method) is { } chosen)
            return new ChosenRanking(chosen);
        return new Problem.Invalid(
            "method",
            "method_not_offered",
            offered.Count == 0
                ? "Nothing can be ranked yet: no answers about needs have been received."
                : $"These answers cannot be ranked by '{method}'. Offered are: "
                    + $"{string.Join(", ", offered.Select(ranking => ranking.Code))}."
        );
    }

    internal readonly record struct ChosenRanking(NeedRanking? Ranking);

    private const string DesignsSql = "select distinct sample_design from survey where initiative_id = @initiative and state <> 'draft'";
}
