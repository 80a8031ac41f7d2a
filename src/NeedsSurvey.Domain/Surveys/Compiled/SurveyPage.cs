namespace NeedsSurvey.Domain.Surveys;

/// <summary>What a page is for.</summary>
public enum PageKind
{
    /// <summary>
    /// A question with the notes before it, a <c>field-list</c> group, or everything when the layout is <c>all_on_one</c>.
    /// </summary>
    Questions,

    /// <summary>One row of a need grid: <see cref="SurveyPage.Part"/> says which.</summary>
    NeedGridRow,

    /// <summary>One set of a best–worst question: <see cref="SurveyPage.Part"/> says which.</summary>
    BestWorstSet,

    /// <summary>All instances of a repeat; its first item is the repeat.</summary>
    Repeat,

    /// <summary>Said before a hard section, whose group is its only item; offers to skip to the page after the section.</summary>
    Warning,
}

/// <summary>One page of a survey.</summary>
/// <param name="Index">Its place in <see cref="CompiledSurvey.Pages"/>.</param>
/// <param name="Key">Stable text for addresses: <c>age</c>, <c>needs:housing</c>, <c>trade:2</c>, <c>loss:warning</c>, <c>all</c>.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Items">What it shows, in order: questions, notes, and groups as headings.</param>
/// <param name="Part">0-based row or set; −1 for the whole question.</param>
public sealed record SurveyPage(int Index, string Key, PageKind Kind, IReadOnlyList<CompiledItem> Items, int Part = -1)
{
    /// <summary>The group the page stands in, whose label heads it; null at the top.</summary>
    public CompiledItem? Section => Kind == PageKind.Warning ? Items[0] : Items[0].Parent;

    /// <summary>True when the item is asked here.</summary>
    public bool Holds(CompiledItem item) => Items.Contains(item);
}
