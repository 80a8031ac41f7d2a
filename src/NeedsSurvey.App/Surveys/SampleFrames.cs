// A survey's design with all that it names looked up: the questions in its versions, sizes from the initiative's margins. Saving, results
// and needs read it here, so that what is refused on saving is what would stand in place of an interval.

using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

internal static class SampleFrames
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The frame of the design that is stored.</summary>
    public static async Task<SampleFrame> Read(ReadSnapshot snapshot, Guid surveyId)
    {
        var from = await Sources.Read(snapshot, surveyId);
        return from.Frame(from.Design);
    }

    /// <summary>
    /// What a design says of tables <c>survey s</c> and <c>initiative i</c>, as text for the basis of kept figures: none of it changes with
    /// a response.
    /// </summary>
    public const string Basis = """
        concat(s.sample_design, '|', i.community_size, '|', s.strata_question, '|', s.cluster_question, '|',
            case when s.strata_question is not null then md5(concat(s.strata_sizes,
                (select string_agg(concat_ws(' ', m.group_role, m.category, m.share), ',' order by m.group_role, m.position)
                    from population_margin m where m.initiative_id = s.initiative_id))) end)
        """;

    public static string Sizes(IReadOnlyList<StratumSize> sizes) => JsonSerializer.Serialize(sizes, Json);

    /// <summary>What a design is held against.</summary>
    internal sealed record Sources
    {
        public required SurveyDesign Design { get; init; }

        /// <summary>What an edit of the design begins from.</summary>
        public required string Revision { get; init; }
        public required int? Population { get; init; }

        /// <summary>Published ones, newest first, then the draft.</summary>
        public required IReadOnlyList<SurveyDefinition> Definitions { get; init; }
        public required IReadOnlyList<MarginRow> Margins { get; init; }

        public static async Task<Sources> Read(ReadSnapshot snapshot, Guid surveyId)
        {
            var row = await snapshot.One<DesignRow>(DesignSql, new { surveyId });
            return new()
            {
                Design = new(
                    SampleDesigns.Stored(row.SampleDesign),
                    row.StrataQuestion,
                    row.ClusterQuestion,
                    JsonSerializer.Deserialize<List<StratumSize>>(row.StrataSizes, Json)
                ),
                Revision = row.Revision,
                Population = row.CommunitySize,
                Definitions = [.. (await snapshot.Query<string>(DefinitionsSql, new { surveyId })).Select(SurveyJson.ReadStored)],
                Margins = await snapshot.Query<MarginRow>(MarginsSql, new { surveyId }),
            };
        }

        /// <summary>Questions of a kind over all definitions, in their newest words; the draft's own last.</summary>
        public IEnumerable<(string Name, string Label)> Named(Func<SurveyDefinition, IEnumerable<Question>> which) =>
            Definitions
                .SelectMany(survey =>
                    which(survey).Select(question => (question.Name, Label: question.Label?.In(survey.FirstLanguage) ?? question.Name))
                )
                .DistinctBy(question => question.Name);

        public SampleFrame Frame(SurveyDesign design) =>
            SampleFrame.Of(
                design,
                Population,
                design.Strata is { } strata ? Categories(strata) : null,
                Definitions.Any(survey => DesignQuestions.Clusters(survey).Any(question => question.Name == design.Cluster)),
                Definitions.Any(survey => DesignQuestions.Stories(survey).Any(question => question.Name == design.Cluster))
            );

        /// <summary>Every choice that a published version offered, or the draft where none did; null where nothing asks it.</summary>
        public IReadOnlyList<FrameCategory>? Categories(string name)
        {
            var asked = Definitions
                .Select(survey => (survey, question: DesignQuestions.Strata(survey).FirstOrDefault(question => question.Name == name)))
                .Where(one => one.question is not null)
                .ToList();
            if (asked.Count == 0)
                return null;
            // The draft is the last: it counts where nothing else asks the question.
            var published = asked.Where(one => one.survey != Definitions[^1]).ToList();
            return
            [
                .. (published.Count > 0 ? published : asked)
                    .SelectMany(one =>
                        one.question!.ChoicesIn(one.survey)
                            .Select(choice =>
                                (
                                    choice.Name,
                                    Label: choice.Label.In(one.survey.FirstLanguage),
                                    Role: one.question.ComparedWith == GroupComparison.Census ? one.question.GroupRole : null
                                )
                            )
                    )
                    .DistinctBy(choice => choice.Name)
                    .Select(choice => new FrameCategory(
                        choice.Name,
                        choice.Label,
                        Margins.FirstOrDefault(margin => margin.GroupRole == choice.Role && margin.IsOf(choice.Name, choice.Label))?.Share
                    )),
            ];
        }
    }

    private const string DesignSql = $"""
        select s.sample_design, s.strata_question, s.cluster_question, s.strata_sizes::text as strata_sizes, i.community_size,
               {SetSampleDesign.Fingerprint} as revision
        from survey s join initiative i using (initiative_id) where s.survey_id = @surveyId
        """;

    private const string DefinitionsSql = """
        select definition from (
            select definition, version from survey_version where survey_id = @surveyId
            union all select draft, 0 from survey where survey_id = @surveyId
        ) as known order by version desc
        """;

    private const string MarginsSql = """
        select group_role, category, share from population_margin join survey using (initiative_id)
        where survey_id = @surveyId order by group_role, position
        """;

    private sealed record DesignRow
    {
        public required string SampleDesign { get; init; }
        public string? StrataQuestion { get; init; }
        public string? ClusterQuestion { get; init; }
        public required string StrataSizes { get; init; }
        public int? CommunitySize { get; init; }
        public required string Revision { get; init; }
    }

    internal sealed record MarginRow
    {
        public required string GroupRole { get; init; }
        public required string Category { get; init; }
        public required double Share { get; init; }

        public bool IsOf(string code, string label) =>
            code == Category || string.Equals(label, Category, StringComparison.OrdinalIgnoreCase);
    }
}
