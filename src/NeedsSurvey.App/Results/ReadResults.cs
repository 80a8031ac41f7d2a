// What people said, question by question, over all versions. One pass over the responses of one moment, in memory that does not grow with
// them; while nothing has changed since, the same results are given again without a pass (response_change rises with every response and
// withdrawal). What may be shown is decided in Domain/Results/Tallies, so that pages and API cannot differ. It shows no single answer:
// open answers are read in their own place, by people who may.

using System.Collections.Concurrent;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Results;

/// <summary>A group question by which results can be filtered.</summary>
/// <param name="Question">Its name.</param>
public sealed record GroupFilter(string Question, string Label, IReadOnlyList<(string Code, string Label)> Choices);

/// <summary>The filter in force.</summary>
public sealed record AppliedFilter(string Question, string QuestionLabel, string Code, string Label);

/// <summary>A survey's results.</summary>
public sealed record SurveyResults
{
    public required SurveyName Survey { get; init; }

    /// <summary>All responses that count.</summary>
    public required int Responses { get; init; }

    /// <summary>Those in the group that is looked at; the same without a filter.</summary>
    public required int InGroup { get; init; }
    public required AppliedFilter? Filter { get; init; }
    public required SampleDesign Design { get; init; }

    /// <summary>Counts below it are hidden.</summary>
    public required int Threshold { get; init; }
    public required IReadOnlyList<GroupFilter> Groups { get; init; }

    /// <summary>In the order of the newest version, then retired ones.</summary>
    public required IReadOnlyList<QuestionResult> Questions { get; init; }
}

/// <summary>Reads a survey's results.</summary>
public sealed class ReadResults(Db db, FindSurvey surveys)
{
    private static readonly SmallCells Rule = SmallCells.Default;

    /// <summary>Results kept in memory, a few kilobytes each.</summary>
    private const int MostKept = 100;

    private readonly ConcurrentDictionary<
        (Guid SurveyId, string Filter),
        (SurveyName Survey, AboutRow About, SurveyResults Results)
    > known = new();

    /// <param name="actor">Needs <see cref="Permission.View"/>.</param>
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
        return await db.Snapshot(snapshot => Read(snapshot, found, filter, cancellation), cancellation);
    }

    private async Task<Result<SurveyResults>> Read(ReadSnapshot snapshot, SurveyName survey, string? filter, CancellationToken cancellation)
    {
        var about = await snapshot.One<AboutRow>(AboutSql, new { surveyId = survey.Id });
        var key = (survey.Id, filter ?? "");
        if (known.TryGetValue(key, out var last) && last.Survey == survey && last.About == about)
            return last.Results;
        var result = await WorkOut(snapshot, survey, about, filter, cancellation);
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
        CancellationToken cancellation
    )
    {
        var design = SampleDesigns.Stored(about.SampleDesign);
        var empty = new SurveyResults
        {
            Survey = survey,
            Responses = 0,
            InGroup = 0,
            Filter = null,
            Design = design,
            Threshold = Rule.Threshold,
            Groups = [],
            Questions = [],
        };
        if (await SurveyTable.Read(snapshot, survey.Id) is not { } table)
            return empty;

        var file = table.Answers.Responses;
        if (!FilterOf(filter, file, table.Language).Succeeded(out var chosen, out var problem))
            return problem;
        // The last group is for those who did not answer the question, so that groups add up to everybody.
        var groups = chosen.Block is { } by ? by.Choices.Count + 1 : 1;
        QuestionTally[] tallies = [.. file.Blocks.Select(block => QuestionTally.Of(block, groups))];
        var sizes = new int[groups];
        var reader = new RowReader(file);
        var cells = new Cell[file.Columns.Count];
        await foreach (var row in snapshot.Read(AnswersSql, new { surveyId = survey.Id }, cancellation))
        {
            var answers = row.GetFieldValue<byte[]>(1);
            reader.Read(answers, row.GetInt32(0), cells);
            var group = chosen.Block is null ? 0 : GroupOf(chosen.Block, answers, cells);
            sizes[group]++;
            foreach (var tally in tallies)
                tally.Add(answers, cells.AsSpan(tally.Block.First, tally.Block.Columns.Count), group);
        }

        int? shown = chosen.Block is null ? null : chosen.Choice;
        if (shown is { } one && (!Rule.AllowsFilter(sizes[one], sizes.Sum()) || Suppression.List(sizes, Rule).Counts[one] is null))
            return TooSmall;
        var rules = new ResultRules(design, Rule, table.Language, about.CommunitySize);
        return empty with
        {
            Responses = sizes.Sum(),
            InGroup = shown is { } at ? sizes[at] : sizes.Sum(),
            Filter = chosen.Applied,
            Groups =
            [
                .. file
                    .Blocks.Where(IsGroup)
                    .Select(block => new GroupFilter(
                        block.Question,
                        block.Item.Item.Label?.In(table.Language) ?? block.Question,
                        [.. block.Choices.Select(choice => (choice.Name, choice.Label.In(table.Language)))]
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
        if (file.Blocks.FirstOrDefault(block => IsGroup(block) && block.Question == parts[0]) is not { } block || parts.Length < 2)
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

    private static bool IsGroup(AnswerBlock block) => block.Item.Item is Question { GroupRole.Length: > 0 } question && question.PicksOne();

    private static int GroupOf(AnswerBlock by, ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells)
    {
        var cell = cells[by.First];
        if (cell.State != AnswerState.Answered)
            return by.Choices.Count;
        var code = json.Slice(cell.Start, cell.Length);
        for (var i = 0; i < by.Choices.Count; i++)
            if (System.Text.Ascii.Equals(code, by.Choices[i].Name))
                return i;
        return by.Choices.Count;
    }

    private static readonly Problem.Invalid TooSmall = new(
        "filter",
        "group_too_small",
        $"Fewer than {SmallCells.DefaultThreshold} people are in this group, or in what is left without it, so nothing is shown: they "
            + $"could be recognised."
    );

    private const string AboutSql = """
        select s.sample_design, i.community_size,
               (select coalesce(max(version), 0) from survey_version where survey_id = s.survey_id) as version,
               (select coalesce(sum(changes), 0)::bigint from response_change where survey_id = s.survey_id) as changes
        from survey s join initiative i using (initiative_id) where s.survey_id = @surveyId
        """;

    private const string AnswersSql = "select version, answers from counted_response where survey_id = @surveyId";

    private sealed record ChosenFilter(AnswerBlock? Block, int Choice, AppliedFilter? Applied);

    /// <summary>All that results depend on besides the survey's own row.</summary>
    private sealed record AboutRow
    {
        public required string SampleDesign { get; init; }
        public required int? CommunitySize { get; init; }
        public required int Version { get; init; }
        public required long Changes { get; init; }
    }
}
