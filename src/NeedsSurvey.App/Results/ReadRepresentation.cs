// Who was heard and who was not: the answers to group questions beside the community's known shares. Reads counts only.

using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Results;

/// <summary>One group question (by its role, e.g. <c>age</c>) over all surveys of an initiative.</summary>
public sealed record GroupRepresentation
{
    /// <summary>The role that question and margins share.</summary>
    public required string Role { get; init; }

    /// <summary>The question's words.</summary>
    public required string Label { get; init; }

    /// <summary>
    /// Categories in the question's order; counts below the small-cell threshold are null, and so is whatever would give one away.
    /// </summary>
    public required IReadOnlyList<GroupCategory> Categories { get; init; }

    /// <summary>People who answered the question; null when even that would give a hidden count away.</summary>
    public required int? N { get; init; }

    /// <summary>Dissimilarity D = ½Σ|sᵢ−πᵢ|; null without margins or answers, and while a group is hidden.</summary>
    public required double? Dissimilarity { get; init; }

    /// <summary>Least over greatest participation rate, shown beside D; null like it.</summary>
    public required double? ParticipationRatio { get; init; }

    /// <summary>Population share of groups that nobody answered from.</summary>
    public required double AbsentShare { get; init; }

    /// <summary>Where the margins come from.</summary>
    public required string Source { get; init; }
}

/// <param name="Count">Null when hidden to protect a small group.</param>
/// <param name="Share">Of those who answered; null when hidden.</param>
/// <param name="PopulationShare">Null without a margin.</param>
/// <param name="Ratio">Share heard over population share; below 1 the group is under-represented.</param>
public sealed record GroupCategory(string Code, string Label, int? Count, double? Share, double? PopulationShare, double? Ratio);

/// <summary>Reads representation by every group question.</summary>
public sealed class ReadRepresentation(Db db, FindInitiative find)
{
    public async Task<Result<IReadOnlyList<GroupRepresentation>>> Run(
        Actor actor,
        Guid initiative,
        CancellationToken cancellation = default
    )
    {
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        return Result.Of(await Read(db, found.InitiativeId, cancellation));
    }

    /// <summary>For operations that have asked for permission themselves.</summary>
    internal static async Task<IReadOnlyList<GroupRepresentation>> Read(Db db, Guid initiative, CancellationToken cancellation)
    {
        var margins = (await db.Query<MarginRow>(MarginsSql, new { initiative }, cancellation)).ToLookup(row => row.GroupRole);
        var counts = new Dictionary<(string Role, string Code), int>();
        var words = new Dictionary<string, (string Label, List<(string Code, string Label)> Choices)>();
        foreach (var version in await db.Query<VersionRow>(VersionsSql, new { initiative }, cancellation))
        {
            var definition = SurveyJson.Read(version.Definition).Definition!;
            foreach (var question in GroupQuestions(definition.Questions))
            {
                var role = question.GroupRole!;
                var first = definition.Languages[0];
                // The newest version comes first and gives the words; older versions add choices that were dropped since.
                if (!words.TryGetValue(role, out var known))
                    words[role] = known = (question.Label?.In(first) ?? role, []);
                foreach (var choice in question.ChoicesIn(definition))
                    if (known.Choices.All(c => c.Code != choice.Name))
                        known.Choices.Add((choice.Name, choice.Label.In(first)));
                foreach (
                    var row in await db.Query<CountRow>(
                        CountsSql,
                        new
                        {
                            version.SurveyId,
                            version.Version,
                            question = question.Name,
                        },
                        cancellation
                    )
                )
                    counts[(role, row.Code)] = counts.GetValueOrDefault((role, row.Code)) + row.N;
            }
        }
        return [.. words.Select(role => Of(role.Key, role.Value.Label, role.Value.Choices, counts, [.. margins[role.Key]]))];
    }

    private static GroupRepresentation Of(
        string role,
        string label,
        List<(string Code, string Label)> choices,
        Dictionary<(string Role, string Code), int> counts,
        List<MarginRow> margins
    )
    {
        // A margin may name a category that no choice offers: those people could not even say that they are there.
        foreach (var margin in margins.Where(m => choices.All(choice => !Same(choice, m.Category))))
            choices.Add((margin.Category, margin.Category));
        int[] heard = [.. choices.Select(choice => counts.GetValueOrDefault((role, choice.Code)))];
        var safe = Suppression.List(heard, SmallCells.Default);
        double?[] shares = [.. choices.Select(choice => margins.FirstOrDefault(m => Same(choice, m.Category))?.Share)];

        // Answers outside the margins ("another area") say nothing about who is missing.
        var compared = choices
            .Select((choice, i) => new GroupHeard(choice.Code, heard[i], shares[i] ?? 0))
            .Where((_, i) => shares[i] is not null)
            .ToList();
        // One figure over all groups together with the counts that are shown would give a hidden count away.
        var hides = safe.Counts.Any(count => count is null);
        var figures = compared.Sum(g => g.Heard) > 0 && compared.Sum(g => g.PopulationShare) > 0 ? Representation.Of(compared) : null;
        double total = heard.Sum();
        return new GroupRepresentation
        {
            Role = role,
            Label = label,
            N = safe.Total,
            Categories =
            [
                .. choices.Select(
                    (choice, i) =>
                        new GroupCategory(
                            choice.Code,
                            choice.Label,
                            safe.Counts[i],
                            safe.Counts[i] is { } n && total > 0 ? n / total : null,
                            shares[i],
                            safe.Counts[i] is null ? null : figures?.Rows.FirstOrDefault(row => row.Group == choice.Code)?.Ratio
                        )
                ),
            ],
            Dissimilarity = hides ? null : figures?.Dissimilarity,
            ParticipationRatio = hides ? null : figures?.ParticipationRatio,
            AbsentShare = hides ? 0 : figures?.AbsentShare ?? 0,
            Source = string.Join("; ", margins.Select(m => m.Source).Where(source => source.Length > 0).Distinct()),
        };
    }

    private static bool Same((string Code, string Label) choice, string category) =>
        choice.Code == category || string.Equals(choice.Label, category, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Question> GroupQuestions(IReadOnlyList<SurveyItem> items) =>
        items.SelectMany(item =>
            item switch
            {
                Group group => GroupQuestions(group.Questions),
                Question { GroupRole: not null } question when question.PicksOne() => [question],
                _ => Enumerable.Empty<Question>(),
            }
        );

    private const string MarginsSql =
        "select group_role, category, share, source from population_margin where initiative_id = @initiative order by group_role, position";

    private const string VersionsSql = """
        select v.survey_id, v.version, v.definition from survey_version v join survey s using (survey_id)
        where s.initiative_id = @initiative order by v.published_at desc
        """;

    private const string CountsSql = """
        select coalesce(answers -> @question ->> 'choice', answers ->> @question) as code, count(*)::int as n
        from counted_response
        where survey_id = @surveyId and version = @version
          and (jsonb_typeof(answers -> @question) = 'string' or answers -> @question ? 'choice')
        group by 1
        """;

    private sealed record MarginRow
    {
        public required string GroupRole { get; init; }
        public required string Category { get; init; }
        public required double Share { get; init; }
        public required string Source { get; init; }
    }

    private sealed record VersionRow
    {
        public required Guid SurveyId { get; init; }
        public required int Version { get; init; }
        public required string Definition { get; init; }
    }

    private sealed record CountRow
    {
        public required string Code { get; init; }
        public required int N { get; init; }
    }
}
