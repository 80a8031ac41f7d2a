// What people said, question by question, over all versions. One pass over the responses of one moment, in memory that does not grow with
// them. Whoever may export sees the true figures of now; while nothing has changed since, the same ones are given again without a pass
// (response_change rises with every response and withdrawal). Everybody else sees the safe figures of the last drawing. What is shown is
// decided in Domain/Results/Tallies, so that pages and API cannot differ. It shows no single answer: open answers are read in their own
// place, by people who may.

using System.Collections.Concurrent;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Results;

/// <summary>A choice of a group question.</summary>
public sealed record GroupChoice(string Code, string Label);

/// <summary>A group question by which results can be filtered.</summary>
/// <param name="Question">Its name.</param>
public sealed record GroupFilter(string Question, string Label, IReadOnlyList<GroupChoice> Choices);

/// <summary>The filter in force.</summary>
public sealed record AppliedFilter(string Question, string QuestionLabel, string Code, string Label);

/// <summary>A survey's results.</summary>
public sealed record SurveyResults
{
    public required SurveyName Survey { get; init; }

    /// <summary>True or safe ones.</summary>
    public required FigureNote Figures { get; init; }

    /// <summary>All responses that count.</summary>
    public required ShownCount Responses { get; init; }

    /// <summary>Those in the group that is looked at; the same without a filter.</summary>
    public required ShownCount InGroup { get; init; }
    public required AppliedFilter? Filter { get; init; }
    public required SampleDesign Design { get; init; }
    public required IReadOnlyList<GroupFilter> Groups { get; init; }

    /// <summary>In the order of the newest version, then retired ones.</summary>
    public required IReadOnlyList<QuestionResult> Questions { get; init; }

    /// <summary>What is said of the figures, with what a filter leaves out.</summary>
    public IReadOnlyList<string> Note =>
        Filter is null || Figures.AreTrue ? Figures.Sentences : [SafeWords.Breakdown(new(Figures.Threshold)), .. Figures.Sentences];
}

/// <summary>Reads a survey's results.</summary>
public sealed class ReadResults(Db db, FindSurvey surveys, DrawnFigures drawn)
{
    /// <summary>Results kept in memory, a few kilobytes each.</summary>
    private const int MostKept = 100;

    private readonly ConcurrentDictionary<
        (Guid SurveyId, string Filter),
        (SurveyName Survey, AboutRow About, SurveyResults Results)
    > known = new();

    /// <param name="actor">Needs <see cref="Permission.View"/>; with <see cref="Permission.Export"/> the figures are true.</param>
    /// <param name="survey">Id or slug.</param>
    /// <param name="filter"><c>area=north</c>: only people who chose north at the group question area; null for everybody.</param>
    /// <param name="initiativeId">When the address names an initiative too, the survey must be one of its own.</param>
    public async Task<Result<SurveyResults>> Run(
        Actor actor,
        string survey,
        string? filter,
        CancellationToken cancellation,
        Guid? initiativeId = null
    )
    {
        if (!(await surveys.Run(actor, Permission.View, survey, cancellation, initiativeId)).Succeeded(out var found, out var problem))
            return problem;
        if (actor.May(Permission.Export, found.OrganisationId))
            return await db.Snapshot(snapshot => True(snapshot, found, filter, cancellation), cancellation);
        var safe = await drawn.Run(
            found.Id,
            string.IsNullOrEmpty(filter) ? "results" : $"results?filter={Uri.EscapeDataString(filter)}",
            async snapshot => (await snapshot.One<AboutRow>(AboutSql, new { surveyId = found.Id })).Basis,
            async snapshot =>
            {
                var about = await snapshot.One<AboutRow>(AboutSql, new { surveyId = found.Id });
                return await WorkOut(snapshot, found, about, filter, SafeRule.Default, cancellation);
            },
            cancellation
        );
        // Its name and state may have changed since.
        return safe.Then(results => results with { Survey = found });
    }

    private async Task<Result<SurveyResults>> True(ReadSnapshot snapshot, SurveyName survey, string? filter, CancellationToken cancellation)
    {
        var about = await snapshot.One<AboutRow>(AboutSql, new { surveyId = survey.Id });
        var key = (survey.Id, filter ?? "");
        if (known.TryGetValue(key, out var last) && last.Survey == survey && last.About == about)
            return last.Results;
        var result = await WorkOut(snapshot, survey, about, filter, SafeRule.Off, cancellation);
        if (result.Problem is null)
        {
            if (known.Count >= MostKept)
                known.Clear();
            known[key] = (survey, about, result.OrThrow());
        }
        return result;
    }

    private static async Task<Result<SurveyResults>> WorkOut(
        ReadSnapshot snapshot,
        SurveyName survey,
        AboutRow about,
        string? filter,
        SafeRule rule,
        CancellationToken cancellation
    )
    {
        var design = SampleDesigns.Stored(about.SampleDesign);
        var empty = new SurveyResults
        {
            Survey = survey,
            Figures = FigureNote.Of(new Drawing(rule, default)),
            Responses = rule.Nobody,
            InGroup = rule.Nobody,
            Filter = null,
            Design = design,
            Groups = [],
            Questions = [],
        };
        if (await SurveyTable.Read(snapshot, survey.Id) is not { } table)
            return empty;

        var file = table.Answers.Responses;
        if (!FilterOf(filter, file, table.Language).Succeeded(out var chosen, out var problem))
            return problem;
        var by = chosen.Block is { } block ? await GroupPlaces.Of(snapshot, survey.Id, file, block, rule, cancellation) : null;
        if (by is not null && !rule.IsOff && !by.Breakdown.Stands(chosen.Choice))
            return TooSmall;
        QuestionTally[] tallies = [.. file.Blocks.Select(one => QuestionTally.Of(one, groups: 1))];
        var (everyone, inGroup) = (new RecordCounter(), new RecordCounter());
        var reader = new RowReader(file);
        var cells = new Cell[file.Columns.Count];
        await foreach (var row in snapshot.Read(AnswersSql, new { surveyId = survey.Id, all = rule.IsOff }, cancellation))
        {
            var answers = row.GetFieldValue<byte[]>(1);
            var key = new RecordKey(unchecked((ulong)row.GetInt64(2)));
            everyone.Add(key);
            reader.Read(answers, row.GetInt32(0), cells);
            if (by is not null && by.Of(answers, cells, key) != chosen.Choice)
                continue;
            inGroup.Add(key);
            foreach (var tally in tallies)
                tally.Add(answers, cells.AsSpan(tally.Block.First, tally.Block.Columns.Count), 0, key);
        }

        var drawing = new Drawing(rule, everyone);
        var shown = drawing.Base(inGroup);
        if (by is not null && !rule.IsOff && shown is null)
            return TooSmall;
        var rules = new ResultRules(design, rule, table.Language, about.CommunitySize);
        return empty with
        {
            Figures = FigureNote.Of(drawing),
            Responses = drawing.Everyone?.Count ?? rule.Nobody,
            InGroup = shown?.Count ?? rule.Nobody,
            Filter = chosen.Applied,
            Groups =
            [
                .. file
                    .Blocks.Where(GroupPlaces.IsGroup)
                    .Select(one => new GroupFilter(
                        one.Question,
                        one.Item.Item.Label?.In(table.Language) ?? one.Question,
                        [.. one.Choices.Select(choice => new GroupChoice(choice.Name, choice.Label.In(table.Language)))]
                    )),
            ],
            Questions =
            [
                .. tallies
                    .Where(tally => tally.Block.Item.Item is not Calculate)
                    .Select(tally => rules.Of(tally, SurveyTable.TypeOf(tally.Block), shown)),
            ],
        };
    }

    private static Result<ChosenFilter> FilterOf(string? filter, AnswerFile file, string language)
    {
        if (string.IsNullOrEmpty(filter))
            return new ChosenFilter(null, -1, null);
        var parts = filter.Split('=', 2);
        if (
            file.Blocks.FirstOrDefault(block => GroupPlaces.IsGroup(block) && block.Question == parts[0]) is not { } block
            || parts.Length < 2
        )
            return new Problem.Invalid(
                "filter",
                "unknown_filter",
                "Write a group question and one of its choices: area=north. Results can be filtered by questions with a group role only."
            );
        var choice = block.Choices.ToList().FindIndex(one => one.Name == parts[1]);
        if (choice < 0)
            return new Problem.Invalid("filter", "unknown_filter", $"“{parts[0]}” has no choice “{parts[1]}”.");
        return new ChosenFilter(
            block,
            choice,
            new(block.Question, block.Item.Item.Label?.In(language) ?? block.Question, parts[1], block.Choices[choice].Label.In(language))
        );
    }

    private static readonly Problem.Invalid TooSmall = new(
        "filter",
        "group_too_small",
        $"Fewer than {SafeRule.DefaultThreshold} people are in this group, or are left in it without those who stand outside every "
            + "breakdown, so nothing is shown: they could be recognised."
    );

    private const string AboutSql = """
        select s.sample_design, i.community_size,
               (select coalesce(max(version), 0) from survey_version where survey_id = s.survey_id) as version,
               (select coalesce(sum(changes), 0)::bigint from response_change where survey_id = s.survey_id) as changes
        from survey s join initiative i using (initiative_id) where s.survey_id = @surveyId
        """;

    private const string AnswersSql =
        "select version, answers, record_key from counted_response where survey_id = @surveyId and (@all or drawn)";

    private sealed record ChosenFilter(AnswerBlock? Block, int Choice, AppliedFilter? Applied);

    /// <summary>All that results depend on besides the survey's own row.</summary>
    private sealed record AboutRow
    {
        public required string SampleDesign { get; init; }
        public required int? CommunitySize { get; init; }
        public required int Version { get; init; }
        public required long Changes { get; init; }

        /// <summary>Without what changes with a response.</summary>
        public string Basis =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Version} {SampleDesign} {CommunitySize}");
    }
}
