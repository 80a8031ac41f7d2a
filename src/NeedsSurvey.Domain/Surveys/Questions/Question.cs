using System.Text.Json.Serialization;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// An item that a person answers. Each type is one file: the record with its JSON keys, and its facts, which are abstract here so that
/// a type that leaves one out does not compile. Facts are internal, because the serializer takes every public property for a key.
/// </summary>
public abstract record Question : SurveyItem
{
    /// <summary>An empty answer is asked for again; "prefer not to say" and "I do not know" satisfy it when offered.</summary>
    public bool Required { get; init; }
    public LocalText? RequiredMessage { get; init; }

    /// <summary>"Prefer not to say" is offered; on by default.</summary>
    public bool MayDecline { get; init; } = true;

    /// <summary>
    /// "I do not know" is offered, to the question or to each row of a grid: a state of its own, neither an answer nor a refusal.
    /// </summary>
    public bool MayNotKnow { get; init; }

    /// <summary>Expression with <c>.</c> for the answer; must be true of a given answer.</summary>
    [IsExpression]
    public string? Constraint { get; init; }
    public LocalText? ConstraintMessage { get; init; }

    /// <summary>Expression or literal for the value shown first.</summary>
    [IsExpression]
    public string? Default { get; init; }

    /// <summary>
    /// What this says about the person (<c>age</c>, <c>area</c>, <c>tenure</c>…): used for representation, weights and breakdowns,
    /// and matched to the population margins of the same name.
    /// </summary>
    public string? GroupRole { get; init; }

    /// <summary>Whether the groups that this tells can be set beside the community's known shares; only said with a group role.</summary>
    [JsonPropertyName("compare")]
    public GroupComparison ComparedWith { get; init; } = GroupComparison.Census;

    /// <summary>What may be chosen, in order, without "other"; empty for types without choices.</summary>
    public virtual IReadOnlyList<Choice> ChoicesIn(SurveyDefinition survey) => [];

    /// <summary>Whether an answer is exactly one choice.</summary>
    public bool PicksOne() => Tally == TallyKind.OneChoice;

    /// <summary>Whether an answer is any number of choices.</summary>
    public bool PicksSeveral() => Tally == TallyKind.SeveralChoices;

    /// <summary>Whether what is chosen is what people would share or do.</summary>
    public virtual bool AsksForOffers() => false;

    /// <summary>Whether each person is asked its choices or rows in an order of their own.</summary>
    public bool IsInRandomOrder() => InRandomOrder || RowsInRandomOrder;

    /// <summary>Whether it is answered in words of one's own.</summary>
    public virtual bool TakesWords() => false;

    /// <summary>Whether its answers are stories, which are read by people and coded to needs.</summary>
    public virtual bool TellsStories() => false;

    /// <summary>Whether an answer can be what the thing it is asked of is called.</summary>
    public virtual bool CanName() => false;

    /// <summary>Whether its answers tell about needs.</summary>
    public virtual bool TellsOfNeeds(SurveyDefinition survey) => NeedsIn(survey).Any();

    /// <summary>How its answers are read, written, said and laid out: the shape they have.</summary>
    internal abstract AnswerType AnswerType { get; }

    /// <summary>What the definition check asks of the type's own keys.</summary>
    internal abstract void Check(QuestionCheck check);

    /// <summary>Its columns in the export, in order (export-format.md, "Data file").</summary>
    internal abstract IEnumerable<ExportColumn> Columns(SurveyDefinition survey);

    /// <summary>What a change of the type's own keys means for answers that are stored.</summary>
    /// <param name="was">The published question: of this type, or of one that it <see cref="Widens"/>.</param>
    /// <param name="changes">Takes what is found.</param>
    internal abstract void Compare(Question was, QuestionChanges changes);

    /// <summary>Whether answers to another type fit its columns: it may take the other's place without a new column.</summary>
    internal virtual bool Widens(Question was) => false;

    /// <summary>Seconds to think, choose and go on; reading is counted apart.</summary>
    internal abstract double Seconds(CompiledItem item);

    /// <summary>The pages it takes when one thing is asked at a time.</summary>
    internal abstract QuestionPages Pages { get; }

    /// <summary>The end of the key of the page that asks for one part, counted from 0: by default its number.</summary>
    internal virtual string PageKey(int part) => (part + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether what a choice filter lets through leaves anything to choose.</summary>
    internal virtual bool IsAskable(CompiledItem item, Func<Choice, bool> offers) => item.Choices.Any(offers);

    /// <summary>As <see cref="IsAskable"/>, for one of the parts that have pages of their own.</summary>
    internal virtual bool IsPartAskable(CompiledItem item, int part, Func<Choice, bool> offers) => IsAskable(item, offers);

    /// <summary>Whether each person is asked its choices in an order of their own.</summary>
    internal virtual bool InRandomOrder => false;

    /// <summary>Whether its choices have an order of their own, which everything that shows them keeps.</summary>
    internal bool IsScale => Looks("likert") || GroupRole == "age";

    /// <summary>Whether each person is asked its rows in an order of their own.</summary>
    internal virtual bool RowsInRandomOrder => false;

    /// <summary>How its answers are counted.</summary>
    internal abstract TallyKind Tally { get; }

    /// <summary>What its answers look like to an expression.</summary>
    internal abstract NameInfo Kind(CompiledItem item);

    /// <summary>Needs that its answers tell about, each with the words that the question has for it.</summary>
    internal abstract IEnumerable<(string Name, LocalText Label)> NeedsIn(SurveyDefinition survey);

    /// <summary>Whether its answers can tell people into groups.</summary>
    internal virtual bool CanTellGroups => false;

    /// <summary>Whether its answers can say in which household, street or class a person was drawn.</summary>
    internal virtual bool CanTellClusters => PicksOne();

    /// <summary>Whether "other" with words of one's own is offered.</summary>
    internal virtual bool OffersOther => false;

    /// <summary>The rows it asks about, in order.</summary>
    internal virtual IReadOnlyList<GridRow> AskedRows => [];

    /// <summary>Words of its scales, read once before all rows.</summary>
    internal virtual IEnumerable<LocalText?> ScaleWords => [];

    /// <summary>Every number that an answer, or a rating in it, can be, where the question lists them; else empty.</summary>
    internal virtual IReadOnlyList<decimal> Points => [];

    /// <summary>Those of one of its columns, where they have scales of their own.</summary>
    internal virtual IReadOnlyList<decimal> PointsIn(ColumnContent content) => Points;

    /// <summary>Whether its numbers are points of a rating, which mean something between its ends only; else they are amounts.</summary>
    internal virtual bool IsRating => false;

    /// <summary>Sets in which its choices are shown together, by their names; empty where all stand in one list.</summary>
    internal virtual IReadOnlyList<IReadOnlyList<string>> ShownSets => [];

    /// <summary>Answers are whole numbers.</summary>
    internal virtual bool IsWhole => false;

    /// <summary>The words of what a column holds beside the question's own: an aspect of a grid, an end of a set.</summary>
    internal virtual LocalText? WordsOf(ColumnContent content) => null;

    /// <summary>The values of a column that are no choices, for the codebook: <c>1 = Low; 5 = High</c>. Null for any.</summary>
    internal virtual string? ValuesOf(ColumnContent content, string language) => null;

    /// <summary>A column whose name is the question's with <paramref name="tail"/> behind it.</summary>
    private protected ExportColumn Column(string tail, ColumnContent content, string part = "") => new(Name + tail, this, content, part);

    /// <summary>"1", "2", …</summary>
    private protected static IEnumerable<string> Numbered(int count) =>
        Enumerable.Range(1, Math.Max(count, 0)).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
