// Who was heard and who was not: the answers to group questions beside the community's known shares. Reads counts only; whatever is worked
// out from them is worked out from the counts as they are shown.

using System.Numerics;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Results;

/// <summary>Reads representation by every group question.</summary>
public sealed class ReadRepresentation(Db db, FindInitiative find, DrawnFigures drawn)
{
    /// <param name="actor">Needs <see cref="Permission.View"/>; with <see cref="Permission.Export"/> the figures are true.</param>
    public async Task<Result<IReadOnlyList<GroupRepresentation>>> Run(
        Actor actor,
        Guid initiative,
        CancellationToken cancellation = default
    )
    {
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        return actor.SeesTrueFigures(found.OrganisationId)
            ? Result.Of(await db.Snapshot(snapshot => Read(snapshot, found.InitiativeId, SafeRule.Off), cancellation))
            : await Safe(found.InitiativeId, cancellation);
    }

    /// <summary>
    /// Safe figures as they are kept: the same to members and in the report. For operations that have asked for permission themselves.
    /// </summary>
    internal async Task<Result<IReadOnlyList<GroupRepresentation>>> Safe(Guid initiative, CancellationToken cancellation)
    {
        var kept = await drawn.Run<IReadOnlyList<GroupRepresentation>>(
            initiative,
            "representation",
            async snapshot => new(await snapshot.One<string>(BasisSql, new { initiative })),
            async snapshot => Result.Of(await Read(snapshot, initiative, SafeRule.Default)),
            cancellation
        );
        if (!kept.Succeeded(out var groups, out var problem))
            return problem;
        return Result.Of<IReadOnlyList<GroupRepresentation>>([
            .. groups.Figures.Select(group => group with { Figures = group.Figures! with { Waits = groups.Wait, BreaksDown = false } }),
        ]);
    }

    private static async Task<IReadOnlyList<GroupRepresentation>> Read(ReadSnapshot snapshot, Guid initiative, SafeRule rule)
    {
        var all = rule.IsOff;
        var margins = (await snapshot.Query<MarginRow>(MarginsSql, new { initiative })).ToLookup(row => row.GroupRole);
        var versions = await snapshot.Query<VersionRow>(VersionsSql, new { initiative, all });
        var surveys = versions.Select(version => version.SurveyId).Distinct().Order().ToList();
        var everybody = new RecordCounter[surveys.Count];
        var groups = new Dictionary<string, RoleGroups>();
        foreach (var version in versions)
        {
            var survey = surveys.IndexOf(version.SurveyId);
            everybody[survey].Add(version.Counter);
            var definition = SurveyJson.Read(version.Definition).Definition!;
            foreach (var questions in GroupQuestions(definition.Questions).GroupBy(question => question.GroupRole!))
            {
                var first = definition.Languages[0];
                // The newest version comes first and gives the words; older versions add choices that were dropped since.
                if (!groups.TryGetValue(questions.Key, out var known))
                    groups[questions.Key] = known = new(questions.Key, ByLanguage(questions.First().Label, first), first, surveys.Count)
                    {
                        IsCompared = questions.First().ComparedWith == GroupComparison.Census,
                    };
                foreach (var choice in questions.SelectMany(question => question.ChoicesIn(definition)).DistinctBy(one => one.Name))
                {
                    if (known.Choices.All(c => c.Code != choice.Name))
                        known.Choices.Add(new(choice.Name, choice.Label.In(first), ByLanguage(choice.Label, first)));
                    known.Offer(choice.Name, survey, version.Counter);
                }
                var asked = new
                {
                    version.SurveyId,
                    version.Version,
                    all,
                    questions = questions.Select(question => question.Name).ToArray(),
                };
                foreach (var row in await snapshot.Query<CountRow>(CountsSql, asked))
                    known.Add(row.Code!, survey, row.Counter);
            }
        }
        var drawings = new Drawings(rule, everybody);
        return [.. groups.Values.Select(group => Of(group, drawings, group.IsCompared ? [.. margins[group.Role]] : []))];
    }

    private static GroupRepresentation Of(RoleGroups group, Drawings drawings, List<MarginRow> margins)
    {
        var choices = group.Choices;
        // A margin may name a category that no choice offers: those people could not even say that they are there.
        foreach (var margin in margins.Where(m => choices.All(choice => !Same(choice, m.Category))))
            choices.Add(new(margin.Category, margin.Category, null));
        var answered = drawings.Base(group.Everybody);
        (ShownCount Count, double? Share)[] heardOf =
        [
            .. choices.Select(choice =>
                answered?.Part(group.Of(choice.Code), survey => drawings.Offer(survey, group.OfferedTo(choice.Code, survey)))
                    is var (count, share)
                    ? (count, share.Value)
                    : (drawings.Rule.Nobody, null)
            ),
        ];
        ShownCount[] counts = [.. heardOf.Select(one => one.Count)];
        double?[] shares = [.. choices.Select(choice => margins.FirstOrDefault(m => Same(choice, m.Category))?.Share)];

        // Answers outside the margins ("another area") say nothing about who is missing.
        var compared = Enumerable.Range(0, choices.Count).Where(i => shares[i] is not null).ToList();
        // Without all of the numbers no figure over all groups follows.
        var known = compared.All(i => counts[i].Shown is not null);
        GroupHeard[] heard = known
            ? [.. compared.Select(i => new GroupHeard(choices[i].Code, counts[i].Shown!.Value, shares[i]!.Value))]
            : [];
        var figures = heard.Sum(g => g.Heard) > 0 && heard.Sum(g => g.PopulationShare) > 0 ? Representation.Of(heard) : null;
        return new GroupRepresentation
        {
            Role = group.Role,
            Label = group.Label,
            Labels = group.Labels,
            N = answered?.Count ?? drawings.Rule.Nobody,
            Categories = [.. choices.Select((_, i) => Category(i))],
            Dissimilarity = figures?.Dissimilarity,
            ParticipationRatio = figures?.ParticipationRatio,
            AbsentShare = figures?.AbsentShare,
            IsCompared = group.IsCompared,
            Source = string.Join("; ", margins.Select(m => m.Source).Where(source => source.Length > 0).Distinct()),
            Figures = FigureNote.Of(drawings),
        };

        // Over the community's share of the groups that are compared, or of all people where some of them are told in words.
        GroupCategory Category(int i)
        {
            var share = heardOf[i].Share;
            var ratio = figures?.Rows.FirstOrDefault(row => row.Group == choices[i].Code)?.Ratio
                ?? (known || shares[i] is not > 0 ? null : share * shares.Sum() / shares[i]);
            return new(choices[i].Code, choices[i].Label, counts[i], share, shares[i], ratio) { Labels = choices[i].Labels };
        }
    }

    // A text without a language is in the survey's first one.
    private static LocalText? ByLanguage(LocalText? text, string first) =>
        text is { Plain: { } plain } ? new(new Dictionary<string, string> { [first] = plain }) : text;

    private static bool Same(KnownChoice choice, string category) =>
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
        select v.survey_id, v.version, v.definition, coalesce(r.n, 0)::int as n, coalesce(r.keys, 0) as keys
        from survey_version v join survey s using (survey_id)
            left join (
                select survey_id, version, count(*) as n, sum(record_key) as keys
                from counted_response join survey using (survey_id)
                where initiative_id = @initiative and (@all or drawn) group by 1, 2
            ) r using (survey_id, version)
        where s.initiative_id = @initiative order by v.published_at desc
        """;

    // Where a version asks two questions of one role, the first that was answered counts: everybody is in one category.
    private const string CountsSql = """
        select code, count(*)::int as n, sum(record_key) as keys
        from (
            select record_key, (
                select coalesce(answers -> q.name ->> 'choice', answers ->> q.name)
                from unnest(@questions) with ordinality as q (name, place)
                where jsonb_typeof(answers -> q.name) = 'string' or answers -> q.name ? 'choice' order by q.place limit 1) as code
            from counted_response where survey_id = @SurveyId and version = @Version and (@all or drawn)
        ) as answered
        where code is not null group by code
        """;

    private const string BasisSql = """
        select concat(
            (select string_agg(concat(v.survey_id, '.', v.version), ' ' order by v.survey_id, v.version)
             from survey_version v join survey s using (survey_id) where s.initiative_id = @initiative), ' ',
            (select md5(string_agg(concat_ws('|', m.group_role, m.category, m.share, m.source), '||' order by m.group_role, m.position))
             from population_margin m where m.initiative_id = @initiative))
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
        public required int N { get; init; }
        public required decimal Keys { get; init; }

        /// <summary>Everybody who answered it.</summary>
        public RecordCounter Counter => Of(N, Keys);
    }

    private sealed record CountRow
    {
        public required string? Code { get; init; }
        public required int N { get; init; }
        public required decimal Keys { get; init; }

        public RecordCounter Counter => Of(N, Keys);
    }

    // Sum of the keys as signed numbers; twenty-eight digits are enough for a billion of them.
    private static RecordCounter Of(int n, decimal keys) => new(n, (ulong)((BigInteger)keys & ulong.MaxValue));

    private readonly record struct KnownChoice(string Code, string Label, LocalText? Labels);

    /// <summary>One role over all surveys.</summary>
    private sealed class RoleGroups(string role, LocalText? labels, string first, int surveys)
    {
        private readonly Dictionary<string, RecordCounter[]> people = [];
        private readonly Dictionary<string, RecordCounter[]> offered = [];

        public string Role => role;
        public required bool IsCompared { get; init; }
        public string Label => labels?.In(first) ?? role;
        public LocalText? Labels => labels;
        public List<KnownChoice> Choices { get; } = [];

        /// <summary>Those of each survey who gave an answer.</summary>
        public IReadOnlyList<RecordCounter> Everybody =>
            [.. Enumerable.Range(0, surveys).Select(survey => RecordCounter.Of([.. people.Values.Select(some => some[survey])]))];

        public RecordCounter[] Of(string code) => people.GetValueOrDefault(code) ?? new RecordCounter[surveys];

        /// <summary>Those of a survey whose version offered a choice.</summary>
        public RecordCounter OfferedTo(string code, int survey) => offered.TryGetValue(code, out var some) ? some[survey] : default;

        public void Add(string code, int survey, RecordCounter more) => Take(people, code, survey, more);

        public void Offer(string code, int survey, RecordCounter more) => Take(offered, code, survey, more);

        private void Take(Dictionary<string, RecordCounter[]> into, string code, int survey, RecordCounter more)
        {
            if (!into.TryGetValue(code, out var some))
                into[code] = some = new RecordCounter[surveys];
            some[survey].Add(more);
        }
    }
}
