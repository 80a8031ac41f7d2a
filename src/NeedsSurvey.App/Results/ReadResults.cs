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

    /// <summary>Those whom the figures are of: all that count, or the safe number of the drawing.</summary>
    public required ShownCount Responses { get; init; }

    /// <summary>Responses that count at this moment, exactly: every member is told (methods.md 3).</summary>
    public long ResponsesSoFar { get; init; }

    /// <summary>Those in the group that is looked at; the same without a filter.</summary>
    public required ShownCount InGroup { get; init; }
    public required AppliedFilter? Filter { get; init; }
    public required SampleDesign Design { get; init; }

    /// <summary>What is said of how precise the figures are.</summary>
    public required string Precision { get; init; }
    public required IReadOnlyList<GroupFilter> Groups { get; init; }

    /// <summary>In the order of the newest version, then retired ones.</summary>
    public required IReadOnlyList<QuestionResult> Questions { get; init; }

    /// <summary>What is said of the figures, with what a filter leaves out.</summary>
    public IReadOnlyList<string> Note => (Figures with { BreaksDown = Filter is not null }).Sentences;
}

/// <summary>Reads a survey's results.</summary>
public sealed class ReadResults(Db db, FindSurvey surveys, DrawSurveyFigures drawn)
{
    /// <summary>Results kept in memory, a few kilobytes each.</summary>
    private const int MostKept = 100;

    private readonly ConcurrentDictionary<
        (Guid SurveyId, string Filter),
        (SurveyName Survey, AboutSurvey About, SurveyResults Results)
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
        if (actor.SeesTrueFigures(found.OrganisationId))
            return await db.Snapshot(snapshot => True(snapshot, found, filter, cancellation), cancellation);
        if ((await db.Snapshot(snapshot => Chosen(snapshot, found.Id, filter), cancellation)).Problem is { } unknown)
            return unknown;
        var (safe, waits) = await drawn.Run<SurveyResults>(found, DrawSurveyFigures.ResultsOf(filter), cancellation);
        // Its name and state may have changed since.
        return safe is not null
                ? safe with
                {
                    Survey = found,
                    Figures = safe.Figures with { Waits = waits },
                    ResponsesSoFar = await db.One<long>(SoFarSql, new { found.Id }, cancellation),
                }
            : waits ? NotDrawn
            : TooSmall;
    }

    private async Task<Result<SurveyResults>> True(ReadSnapshot snapshot, SurveyName survey, string? filter, CancellationToken cancellation)
    {
        var about = await AboutSurvey.Read(snapshot, survey.Id);
        var key = (survey.Id, filter ?? "");
        if (known.TryGetValue(key, out var last) && last.Survey == survey && last.About == about)
            return last.Results;
        var result = await WorkOut(snapshot, survey, filter, cancellation);
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
        string? filter,
        CancellationToken cancellation
    )
    {
        var units = await SampleUnitsReader.BeforeResponses(snapshot, survey.Id, drawnOnly: false);
        if (await SurveyTable.Read(snapshot, survey.Id) is not { } table)
            return Unpublished(survey, units, SafeRule.Off);
        var file = table.Answers.Responses;
        if (!FilterOf(filter, file, table.Language).Succeeded(out var chosen, out var problem))
            return problem;
        var tally = new SurveyTally(table, 1, units);
        var (everyone, read) = (new RecordCounter(), 0);
        var reader = new RowReader(file);
        var cells = new Cell[file.Columns.Count];
        var asked = new
        {
            surveyId = survey.Id,
            strata = units.Frame.StrataQuestion,
            cluster = units.Frame.ClusterQuestion,
        };
        await foreach (var row in snapshot.Read(AnswersSql, asked, cancellation))
        {
            var answers = row.GetFieldValue<byte[]>(1);
            var key = new RecordKey(unchecked((ulong)row.GetInt64(2)));
            everyone.Add(key);
            read++;
            var version = row.GetInt32(0);
            reader.Read(answers, version, cells);
            if (chosen.Block is null || GroupPlaces.Choice(chosen.Block, answers, cells) == chosen.Choice)
                tally.Add(reader, answers, cells, version, 0, key, SampleUnitsReader.UnitOf(units, row, 3));
        }
        if (units.Frame.IsPlain)
            units.Add(null, null, read);
        return Of(survey, units, table, Drawing.True(everyone), tally, 0, chosen.Applied) with { ResponsesSoFar = read };
    }

    /// <summary>Results of a survey that was never published.</summary>
    internal static SurveyResults Unpublished(SurveyName survey, SampleUnits units, SafeRule rule) =>
        new()
        {
            Survey = survey,
            Figures = FigureNote.Of(new Drawing(rule, default)),
            Responses = rule.Nobody,
            InGroup = rule.Nobody,
            Filter = null,
            Design = units.Frame.Kind,
            Precision = units.Precision(rule.IsOff, withRanges: false),
            Groups = [],
            Questions = [],
        };

    /// <summary>From counters to results.</summary>
    /// <param name="units">How people were drawn, with everybody who answered in it.</param>
    /// <param name="tally">The counters.</param>
    /// <param name="group">Who is looked at in it.</param>
    /// <param name="filter">What they have in common; null for everybody.</param>
    internal static SurveyResults Of(
        SurveyName survey,
        SampleUnits units,
        SurveyTable table,
        Drawing drawing,
        SurveyTally tally,
        int group,
        AppliedFilter? filter
    )
    {
        var rule = drawing.Rule;
        var shown = drawing.Base(tally.People(group));
        var rules = new ResultRules(units, rule, table.Language);
        List<QuestionResult> questions =
        [
            .. tally
                .Questions.Select((one, i) => (Tally: one, ByUnit: tally.ByUnit(i)))
                .Where(one => one.Tally.Block.Item.Item is not Calculate)
                .Select(one => rules.Of(one.Tally, SurveyTable.TypeOf(one.Tally.Block), shown, group, one.ByUnit)),
        ];
        return Unpublished(survey, units, rule) with
        {
            Figures = FigureNote.Of(drawing),
            Precision =
                filter is null || rule.IsOff || units.Frame.IsPlain
                    ? units.Precision(rule.IsOff, withRanges: questions.Any(question => question.HasRanges()))
                    : NoneOfGroups,
            Responses = drawing.Everyone?.Count ?? rule.Nobody,
            InGroup = shown?.Count ?? rule.Nobody,
            Filter = filter,
            Groups =
            [
                .. table
                    .Answers.Responses.Blocks.Where(GroupPlaces.IsGroup)
                    .Select(one => new GroupFilter(
                        one.Question,
                        one.Item.Item.Label?.In(table.Language) ?? one.Question,
                        [.. one.Choices.Select(choice => new GroupChoice(choice.Name, choice.Label.In(table.Language)))]
                    )),
            ],
            Questions = questions,
        };
    }

    private static async Task<Result<ChosenFilter>> Chosen(ReadSnapshot snapshot, Guid surveyId, string? filter) =>
        !string.IsNullOrEmpty(filter) && await SurveyTable.Read(snapshot, surveyId) is { } table
            ? FilterOf(filter, table.Answers.Responses, table.Language)
            : new ChosenFilter(null, -1, null);

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
        return new ChosenFilter(block, choice, FilterBy(block, choice, language));
    }

    /// <summary>A filter by a group question's choice.</summary>
    internal static AppliedFilter FilterBy(AnswerBlock block, int choice, string language) =>
        new(
            block.Question,
            block.Item.Item.Label?.In(language) ?? block.Question,
            block.Choices[choice].Name,
            block.Choices[choice].Label.In(language)
        );

    // Safe figures of all groups are drawn at once; counting each by unit too would take more memory than there may be.
    private const string NoneOfGroups =
        "Ranges are not given of one group, because people were drawn by strata or clusters; who may export the answers sees them.";

    /// <summary>Of a question that is in no drawing yet.</summary>
    internal static readonly Problem.Conflict NotDrawn = new(
        "not_drawn",
        "These figures were not among those that were drawn, and somebody has taken answers back since. They come with the next drawing."
    );

    private static readonly Problem.Invalid TooSmall = new(
        "filter",
        "group_too_small",
        $"Fewer than {SafeRule.DefaultThreshold} people are in this group, or are left in it without those who stand outside every "
            + "breakdown, so nothing is shown: they could be recognised."
    );

    private const string AnswersSql = $"""
        select version, answers, record_key, {SampleUnitsReader.UnitColumns} from counted_response where survey_id = @surveyId
        """;

    private const string SoFarSql = "select count(*) from counted_response where survey_id = @Id";

    private sealed record ChosenFilter(AnswerBlock? Block, int Choice, AppliedFilter? Applied);
}
