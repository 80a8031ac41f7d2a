// What a survey's design says about figures, once the names in it were looked up: strata with their sizes, clusters,
// the community's size, or the reason why no interval can be given. Results, needs and reports ask it, so that all say the same.
namespace NeedsSurvey.Domain.Surveys;

/// <summary>A stratum: one or several merged categories of the strata question.</summary>
/// <param name="Name">Words people read; "North, Middle" where merged.</param>
/// <param name="Codes">Names of its choices.</param>
/// <param name="People">People in the community.</param>
public sealed record FrameStratum(string Name, IReadOnlyList<string> Codes, double People);

/// <summary>A category of the strata question with its share of the community, null where no population margin names it.</summary>
public sealed record FrameCategory(string Code, string Label, double? Share);

/// <summary>How people were drawn, with all that the design names looked up; Results counts people by it.</summary>
public sealed record SampleFrame
{
    private SampleFrame() { }

    /// <summary>How people were reached.</summary>
    public required SampleDesign Kind { get; init; }

    /// <summary>People in the community; null where it is not known.</summary>
    public required int? Population { get; init; }

    /// <summary>The strata question; null where there are no strata.</summary>
    public string? StrataQuestion { get; private init; }

    /// <summary>In the order of the question's choices; empty where there are none.</summary>
    public IReadOnlyList<FrameStratum> Strata { get; private init; } = [];

    /// <summary>The cluster question; null where people were drawn one by one.</summary>
    public string? ClusterQuestion { get; private init; }

    /// <summary>Why no interval can be given whatever is answered; empty where one can.</summary>
    public IReadOnlyList<SamplePlanFault> Faults { get; private init; } = [];

    /// <summary>Whether it is of several surveys for which people were reached in different ways.</summary>
    public bool IsMixed { get; private init; }

    /// <summary>Whether people were drawn one by one from one list.</summary>
    public bool IsPlain => StrataQuestion is null && ClusterQuestion is null;

    /// <summary>Everybody drawn alike, or anyone with a link.</summary>
    public static SampleFrame Plain(SampleDesign kind, int? population = null) => new() { Kind = kind, Population = population };

    /// <summary>Several surveys together for which people were reached in different ways: no interval, as if anyone could have answered.
    /// </summary>
    public static SampleFrame Mixed { get; } = Plain(SampleDesign.OptIn) with { IsMixed = true };

    /// <summary>Several surveys together, of which some have strata or clusters: no interval.</summary>
    public static SampleFrame Several(SampleDesign kind) =>
        Plain(kind) with
        {
            Faults = [Fault(SamplePlanFaultKind.SeveralDraws, SurveyDesignWords.SeveralDraws)],
        };

    /// <summary>Looks up what a design names.</summary>
    /// <param name="design">What was said.</param>
    /// <param name="population">People in the community, where it is known.</param>
    /// <param name="categories">Choices of the strata question with their margins; null where there is no such group question.</param>
    /// <param name="clusterExists">Whether the survey has the cluster question, with one answer a person.</param>
    /// <param name="clusterIsStory">Whether it has it, and it asks for an open story.</param>
    public static SampleFrame Of(
        SurveyDesign design,
        int? population,
        IReadOnlyList<FrameCategory>? categories,
        bool clusterExists,
        bool clusterIsStory = false
    )
    {
        var plain = Plain(design.Kind, population);
        if (design.IsPlain)
            return plain;
        if (design.Kind == SampleDesign.OptIn)
            return plain with { Faults = [Fault(SamplePlanFaultKind.NothingDrawn, SurveyDesignWords.OptIn)] };
        var faults = new List<SamplePlanFault>();
        if (design.Cluster is { } cluster && !clusterExists)
            faults.Add(
                Fault(
                    SamplePlanFaultKind.NoSuchCluster,
                    clusterIsStory ? SurveyDesignWords.StoryCluster(cluster) : SurveyDesignWords.NoCluster(cluster)
                )
            );
        if (design.Cluster is { } same && same == design.Strata)
            faults.Add(Fault(SamplePlanFaultKind.NoSuchCluster, SurveyDesignWords.Same(same)));
        IReadOnlyList<FrameStratum> strata = [];
        if (design.Strata is { } question && categories is null)
            faults.Add(Fault(SamplePlanFaultKind.NoSuchStrata, SurveyDesignWords.NoStrata(question)));
        else if (design.Strata is not null)
            strata = StrataOf(design.Sizes ?? [], population, categories!, faults);
        return plain with { StrataQuestion = design.Strata, ClusterQuestion = design.Cluster, Strata = strata, Faults = faults };
    }

    private static List<FrameStratum> StrataOf(
        IReadOnlyList<StratumSize> sizes,
        int? population,
        IReadOnlyList<FrameCategory> categories,
        List<SamplePlanFault> faults
    )
    {
        StratumSize? Line(string code) => sizes.FirstOrDefault(line => line.Category == code);
        double? People(FrameCategory category) => Line(category.Code)?.People ?? category.Share * population;

        var unknown = categories.Where(category => People(category) is null).Select(category => category.Label).ToList();
        if (unknown.Count > 0)
        {
            faults.Add(Fault(SamplePlanFaultKind.StrataWithoutPopulation, SurveyDesignWords.NoSizes(unknown, population is null)));
            return [];
        }
        foreach (var line in sizes.Where(line => categories.All(category => category.Code != line.Category)))
            faults.Add(Fault(SamplePlanFaultKind.NoSuchCategory, SurveyDesignWords.NoCategory(line.Category)));
        foreach (var line in sizes.Where(line => line.With is { } with && categories.All(category => category.Code != with)))
            faults.Add(Fault(SamplePlanFaultKind.NoSuchCategory, SurveyDesignWords.NoCategory(line.With!)));
        foreach (var circle in Circles(sizes))
            faults.Add(
                Fault(
                    SamplePlanFaultKind.MergedInCircle,
                    SurveyDesignWords.Circle([
                        .. circle.Select(code => categories.FirstOrDefault(category => category.Code == code)?.Label ?? code),
                    ])
                )
            );
        // Merged ones meet at the first of them.
        var together = categories.Select((_, at) => at).ToArray();
        for (var at = 0; at < categories.Count; at++)
            if (
                Line(categories[at].Code)?.With is { } with
                && categories.ToList().FindIndex(category => category.Code == with) is >= 0 and var other
            )
            {
                var (first, second) = (Math.Min(together[at], together[other]), Math.Max(together[at], together[other]));
                for (var i = 0; i < together.Length; i++)
                    if (together[i] == second)
                        together[i] = first;
            }
        return
        [
            .. categories
                .Select((category, at) => (category, first: together[at]))
                .GroupBy(one => one.first, one => one.category)
                .Select(group => new FrameStratum(
                    string.Join(", ", group.Select(category => category.Label)),
                    [.. group.Select(category => category.Code)],
                    group.Sum(category => People(category)!.Value)
                )),
        ];
    }

    // Each once, from its first line on.
    private static IEnumerable<IReadOnlyList<string>> Circles(IReadOnlyList<StratumSize> sizes)
    {
        var with = sizes
            .Where(line => line.With is not null)
            .DistinctBy(line => line.Category)
            .ToDictionary(line => line.Category, line => line.With!);
        var passed = new HashSet<string>();
        foreach (var line in sizes)
        {
            var way = new List<string>();
            var at = line.Category;
            while (with.TryGetValue(at, out var next) && passed.Add(at))
            {
                way.Add(at);
                at = next;
            }
            if (way.IndexOf(at) is >= 0 and var first)
                yield return way[first..];
        }
    }

    private static SamplePlanFault Fault(SamplePlanFaultKind kind, string message) => new(kind, null, [], message);
}
