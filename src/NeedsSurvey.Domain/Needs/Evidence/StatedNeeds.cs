// The bridge from a survey's answers to the columns that rankings read: which question says what about which
// need. It reads answers in the canonical form of AnswerCheck and ignores what it cannot use; it stores nothing and ranks nothing.

using System.Text.Json;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Needs;

/// <summary>A need that a survey's questions name, with the words they use for it.</summary>
public sealed record NamedNeed(string Name, LocalText Label);

/// <summary>
/// What one survey version lets people say about needs:
/// <list type="bullet">
/// <item>a need grid's row gives importance and satisfaction; the need counts as <em>stated</em> when it is important (upper half of the
/// scale) and less well met than it is important;</item>
/// <item>a choice that points to a need states it when chosen, and everyone who answered the question was asked, unless all that were
/// offered had to be chosen; a question that allows at most three choices, and not all, also names priorities;</item>
/// <item>a ranking gives places; the first three state the need as far as they lie in the upper half of what was offered, and are
/// priorities where no choice of at most three is asked: whoever puts all of three in order says which comes first, and nothing of
/// whether any of them is needed;</item>
/// <item>a range rates importance; best–worst sets count how often a need was shown, best and worst.</item>
/// </list>
/// A choice that a filter did not offer was not asked about. Questions inside repeats are about things, not about the respondent, and are
/// left out. Not for several threads at once.
/// </summary>
public sealed partial class StatedNeeds
{
    /// <summary>
    /// The need of whoever puts first what they wrote in their own words: no question names it, and yet it has a share and a place.
    /// </summary>
    public const string OwnWords = "own_words";

    /// <summary>Most places of a ranking that count as stated (of n offered, ⌊n/2⌋ at most), and the size of "top three".</summary>
    public const int Top = 3;

    private readonly SurveyDefinition survey;
    private readonly IReadOnlyList<AskedQuestion> questions;
    private readonly IReadOnlyDictionary<string, int> indexOf;
    private readonly RatingScale scale;
    private readonly bool asksPriorities;

    /// <param name="version">A published version.</param>
    /// <param name="indexOf">The index of each need, by its name as the survey uses it; names that are missing are ignored.</param>
    /// <param name="scale">The common scale of importance and satisfaction; other scales are mapped onto it linearly and rounded.</param>
    public StatedNeeds(CompiledSurvey version, IReadOnlyDictionary<string, int> indexOf, RatingScale scale)
    {
        (survey, this.indexOf, this.scale) = (version.Definition, indexOf, scale);
        questions =
        [
            .. version
                .Items.Where(item => item.Repeat is null && item.Item is Question question && question.NeedsIn(survey).Any())
                .Select(item => new AskedQuestion((Question)item.Item, item, OfferedChoices.Of(version, item))),
        ];
        asksPriorities = questions
            .Select(asked => asked.Question)
            .OfType<SelectMultipleQuestion>()
            .Any(many =>
                IsPriority(many, Offered(many, _ => true))
                && many.Choices.In(survey).Any(choice => choice.Need is { } name && IndexOf(name) is not null)
            );
    }

    /// <summary>The needs that the survey names, in the order asked, each once with its first label.</summary>
    public static IReadOnlyList<NamedNeed> NamedIn(SurveyDefinition survey) =>
        [
            .. QuestionsOf(survey.Questions)
                .SelectMany(question => question.NeedsIn(survey))
                .Select(need => new NamedNeed(need.Name, need.Name == OwnWords ? OwnWordsLabel : need.Label))
                .DistinctBy(need => need.Name),
        ];

    // Whoever answers says "I"; whoever reads how many said so reads it of them.
    private static readonly LocalText OwnWordsLabel = LocalText.Spoken(language => language.Report.OwnWords);

    /// <summary>
    /// The scale of the survey's first need grid, or null when it has none. One that goes below 0 begins at 0 instead (−2…2 is 0…4),
    /// because importance weighs and a weight is not negative; one wider than a column holds is 0…100.
    /// </summary>
    public static RatingScale? ScaleOf(SurveyDefinition survey) =>
        QuestionsOf(survey.Questions)
            .OfType<NeedGridQuestion>()
            .Select(grid => grid.Importance.Scale)
            .Where(points => points.Count > 1)
            .Select(points =>
                ((long)points.Min(p => p.Value), (long)points.Max(p => p.Value)) switch
                {
                    (>= 0 and var low, <= sbyte.MaxValue and var high) => (RatingScale?)new RatingScale((sbyte)low, (sbyte)high),
                    var (low, high) when high - low <= sbyte.MaxValue => new RatingScale(0, (sbyte)(high - low)),
                    _ => new RatingScale(0, 100),
                }
            )
            .FirstOrDefault();

    /// <summary>What answers to this version can hold about a need at most, whoever answers.</summary>
    public AnswerReach Reach(int need) =>
        AnswerReach.Together([.. questions.Select(asked => StatedReach.Of(survey, asked, scale, name => IndexOf(name) == need))]);

    /// <summary>Places that the longest of its rankings has: as many as it offers choices; 0 without one.</summary>
    public int Places => questions.Select(asked => asked.Question).OfType<RankQuestion>().Select(Offers).DefaultIfEmpty(0).Max();

    /// <summary>Whether any question asks about this need.</summary>
    public bool Asks(int need) => questions.Any(asked => asked.Question.NeedsIn(survey).Any(named => IndexOf(named.Name) == need));

    private int Offers(RankQuestion rank) => rank.Choices.In(survey).Count;

    // To name three of three sets nothing before anything.
    private static bool IsPriority(SelectMultipleQuestion question, int offered) =>
        question.Max is > 0 and <= Top and var most && most < offered;

    // How many answers a person could have chosen together.
    private int Offered(SelectMultipleQuestion question, Func<Choice, bool> offers) =>
        question.Choices.In(survey).Count(choice => !choice.Exclusive && offers(choice)) + (question.Other ? 1 : 0);

    /// <summary>
    /// Adds what one response says about needs to <paramref name="builder"/>. Places and picks beyond the 127th count as the 127th.
    /// </summary>
    /// <param name="answers">Canonical answers: an object by question name.</param>
    public void Read(JsonElement answers, NeedAnswersBuilder builder, int respondent)
    {
        foreach (var asked in questions)
        {
            var question = asked.Question;
            if (!answers.TryGetProperty(question.Name, out var answer))
                continue;
            if (!IsAnswer(answer))
            {
                foreach (var named in question.NeedsIn(survey))
                    if (IndexOf(named.Name) is { } need)
                        builder.Set(respondent, need, NeedMeasure.Left, 1);
                continue;
            }
            var offers = asked.OffersTo(answers);
            switch (question)
            {
                case NeedGridQuestion grid:
                    ReadGrid(grid, answer, builder, respondent);
                    break;
                case RankQuestion rank:
                    ReadRank(rank, offers, answer, builder, respondent);
                    break;
                case BestWorstQuestion sets:
                    ReadBestWorst(sets, offers, answer, builder, respondent);
                    break;
                case SelectOneQuestion one:
                    ReadChosen(one, offers, isPriority: false, answer, builder, respondent);
                    break;
                // Who had to choose all that were offered was asked nothing.
                case SelectMultipleQuestion many when many.Min >= Offered(many, offers):
                    break;
                case SelectMultipleQuestion many:
                    ReadChosen(many, offers, IsPriority(many, Offered(many, offers)), answer, builder, respondent);
                    break;
                case RangeQuestion range:
                    ReadRange(range, answer, builder, respondent);
                    break;
                default:
                    throw Unread(question);
            }
        }
    }

    // Skipped is null, declined and not known are objects that say so.
    private static bool IsAnswer(JsonElement answer) =>
        answer.ValueKind != JsonValueKind.Null
        && !(
            answer.ValueKind == JsonValueKind.Object
            && MissingAnswer.All.Any(missing => answer.TryGetProperty(missing.Key, out var said) && said.ValueKind == JsonValueKind.True)
        );

    // A type that names needs tells here what its answers are worth; the conformance tests take each through it.
    internal static System.Diagnostics.UnreachableException Unread(Question question) =>
        new($"{question.GetType().Name} names needs, and nothing here reads its answers.");

    private void ReadRange(RangeQuestion range, JsonElement answer, NeedAnswersBuilder builder, int respondent)
    {
        if (range.Need is { } need && IndexOf(need) is { } index && answer.ValueKind == JsonValueKind.Number)
            builder.Rate(respondent, index, scale.Of((double)answer.GetDecimal(), (double)range.Start, (double)range.End), null);
    }

    private void ReadGrid(NeedGridQuestion grid, JsonElement answer, NeedAnswersBuilder builder, int respondent)
    {
        if (answer.ValueKind != JsonValueKind.Object)
            return;
        foreach (var row in grid.Rows)
        {
            if (
                IndexOf(row.Need ?? row.Name) is not { } need
                || !answer.TryGetProperty(row.Name, out var rating)
                || rating.ValueKind != JsonValueKind.Object
            )
                continue;
            var importance = Rating(rating, "importance", grid.Importance);
            var satisfaction = Rating(rating, "satisfaction", grid.Satisfaction);
            builder.Rate(respondent, need, importance, satisfaction);
            if (importance is not { } i)
                continue;
            builder.Ask(respondent, need);
            // "Satisfied" is the upper half of a scale: here it reads "important".
            if (scale.IsSatisfied((sbyte)i) && satisfaction is { } s && s < i)
                builder.State(respondent, need);
        }
    }

    private int? Rating(JsonElement rating, string aspect, GridAspect of) =>
        rating.TryGetProperty(aspect, out var value) && value.ValueKind == JsonValueKind.Number
            ? scale.Of(value.GetInt32(), of.Scale.Min(p => p.Value), of.Scale.Max(p => p.Value))
            : null;

    private int? IndexOf(string need) => indexOf.TryGetValue(need, out var index) ? index : null;

    private static IEnumerable<Question> QuestionsOf(IReadOnlyList<SurveyItem> items) =>
        items.SelectMany(item =>
            item switch
            {
                Group group => QuestionsOf(group.Questions),
                Question question => [question],
                _ => [],
            }
        );
}
