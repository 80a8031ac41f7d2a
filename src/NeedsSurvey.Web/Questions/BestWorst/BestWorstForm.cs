using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>Sets of choices; in each, the best and the worst are named. The sets are made from the list, or written a line each.</summary>
internal sealed class BestWorstForm : ChoiceItemForm<BestWorstQuestion>
{
    /// <summary>Field: how the sets come about, <see cref="Made"/> or <see cref="Written"/>.</summary>
    public const string How = "sets.how";
    public const string Made = "made";
    public const string Written = "written";

    /// <summary>Fields of sets that are made: choices in each, and how often each is shown.</summary>
    public const string Size = "sets.size";
    public const string Times = "sets.times";

    /// <summary>Field of sets that are written.</summary>
    public const string Sets = "sets";

    // Four together and each shown three times is what the method's handbooks begin with.
    private const int UsualSize = 4;
    private const int UsualTimes = 3;

    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [
        new(
            "best_worst",
            KindGroup.Choices,
            "Most and least",
            "A few choices at a time: which matters most, which least? Ranks a long list without asking for a long ranking.",
            name => new BestWorstQuestion
            {
                Name = name,
                Choices = NoChoices,
                Sets = [],
            }
        ),
    ];

    public override IReadOnlyList<GuidedComparison> Comparisons => GuidedComparisons.None;

    public override string FirstPart(CompiledItem item, int row) => ":1:best";

    public override string WordsOf(QuestionContext context, CompiledItem item, string part)
    {
        if (part.Split(':') is not [var number, var end])
            return "";
        var asked = (BestWorstQuestion)item.Item;
        var words = end == "best" ? MostOf(context, asked) : LeastOf(context, asked);
        return int.TryParse(number, out var set) && PlaceOf(context, item, set - 1) is { Length: > 0 } place ? $"{place} – {words}" : words;
    }

    /// <summary>The words of the upper end.</summary>
    public static string MostOf(QuestionContext context, BestWorstQuestion asked) =>
        context.Say(asked.BestLabel) is { Length: > 0 } words ? words : AnswerWords.Most(context.Language);

    /// <summary>The words of the lower end.</summary>
    public static string LeastOf(QuestionContext context, BestWorstQuestion asked) =>
        context.Say(asked.WorstLabel) is { Length: > 0 } words ? words : AnswerWords.Least(context.Language);

    public override string PartWords(QuestionContext context, CompiledItem item, int part) => PlaceOf(context, item, part);

    /// <summary>Which of how many sets, of those in which a filter leaves something to compare; empty where there is one.</summary>
    public static string PlaceOf(QuestionContext context, CompiledItem item, int set)
    {
        var sets = ((BestWorstQuestion)item.Item).Sets;
        HashSet<string> offered = [.. context.Offered(item, context.Instance).Select(choice => choice.Name)];
        List<int> asked = [.. Enumerable.Range(0, sets.Count).Where(at => at == set || sets[at].Count(offered.Contains) > 1)];
        return asked.Count == 1 ? "" : context.Words.RowOf(asked.IndexOf(set) + 1, asked.Count);
    }

    protected override void WriteMore(FormWriter form, BestWorstQuestion item)
    {
        var choices = form.Choices(item.Choices);
        var made = SetsText.MadeWith(item.Sets, choices);
        form.Words("best_label", item.BestLabel)
            .Words("worst_label", item.WorstLabel)
            .Tick("randomize", item.Randomize)
            .Text(How, item.Sets.Count == 0 || made is not null ? Made : Written)
            .Number(Size, made?.Size ?? UsualSize)
            .Number(Times, made?.Times ?? UsualTimes)
            .Text(Sets, SetsText.Write(item.Sets, choices, form.Language));
    }

    protected override BestWorstQuestion ReadMore(FormReader reader, BestWorstQuestion item, BestWorstQuestion was) =>
        item with
        {
            BestLabel = reader.Words("best_label", was.BestLabel),
            WorstLabel = reader.Words("worst_label", was.WorstLabel),
            Randomize = reader.Tick("randomize"),
            Sets =
                reader.Text(How) == Written
                    ? SetsText.Read(reader, Sets, reader.Choices(item.Choices), reader.Choices(was.Choices))
                    : Make(reader, reader.Choices(item.Choices)),
        };

    private static IReadOnlyList<IReadOnlyList<string>> Make(FormReader reader, IReadOnlyList<Choice> choices)
    {
        var (size, times) = (reader.Whole(Size) ?? UsualSize, reader.Whole(Times) ?? UsualTimes);
        if (size is < 2 or > BalancedSets.Most)
            OutOfRange(Size, 2);
        if (times is < 1 or > BalancedSets.Most)
            OutOfRange(Times, 1);
        if (reader.Faults.Count > 0)
            return [];
        List<string> names = [.. choices.Select(choice => choice.Name).Distinct()];
        if (BalancedSets.Count(names.Count, size, times) is > Limits.GridRows and var count)
        {
            reader.Faults.Add(
                new(
                    Times,
                    "too_many",
                    $"This makes {count} sets, and a question has at most {Limits.GridRows}. Show each choice less often, or more at a "
                        + "time."
                )
            );
            return [];
        }
        return BalancedSets.Of(names, size, times);

        void OutOfRange(string field, int least) =>
            reader.Faults.Add(new(field, "out_of_range", $"Enter a number from {least} to {BalancedSets.Most}."));
    }
}
