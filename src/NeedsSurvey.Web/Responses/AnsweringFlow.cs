// The way through a survey page by page: which button was pressed on which page, hence which page comes next. It holds nothing and stores
// nothing; what is asked and what is wrong is the domain's to say.

using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Responses;

/// <summary>One step of one person through one survey.</summary>
/// <param name="survey">What is asked.</param>
/// <param name="state">Where they are.</param>
/// <param name="fields">What the form sent.</param>
/// <param name="now">For <c>today()</c>, on the initiative's clock.</param>
public sealed partial class AnsweringFlow(
    PublishedSurvey survey,
    AnsweringState state,
    IReadOnlyDictionary<string, IReadOnlyList<string>> fields,
    DateTimeOffset now
)
{
    /// <summary>
    /// The field of every button; its value is one of the verbs below, with an argument after a space where one is needed.
    /// </summary>
    public const string Button = "-go";
    public const string Next = "next";
    public const string Back = "back";
    public const string Skip = "skip";
    public const string SkipSection = "skip-section";
    public const string KeepSection = "keep-section";
    public const string Remove = "remove";
    public const string More = "more";
    public const string Change = "change";
    public const string Language = "language";
    public const string Submit = "submit";

    /// <summary>The tick on the check-answers page.</summary>
    public const string QuoteField = "-quote";

    /// <summary>On the page that asks before it deletes: the button that was pressed.</summary>
    public const string AskedField = "-asked";

    private static readonly JsonElement NoAnswers = JsonElement.Parse("{}");

    private readonly PatternBudget patterns = PatternTime.Budget();

    // The draft and the fields tell of the same members of a repeat (FormMembers): what takes one out takes it out of both.
    private IReadOnlyDictionary<string, IReadOnlyList<string>> fields = Chosen(survey.Survey, fields);

    // The pages in the order for this person.
    private readonly IReadOnlyList<SurveyPage> way = ChoiceOrder.Pages(survey.Survey, state.Order);

    private SurveyPage? page;

    private SurveyPage? Find(string key) => way.FirstOrDefault(one => one.Key == key);

    /// <summary>Takes in what the page sent and says what comes next.</summary>
    public AnsweringView Step()
    {
        page = Find(state.Page);
        if (state.Page == AnsweringState.CheckPage)
            state = state with { MayQuote = fields.ContainsKey(QuoteField) };
        var (verb, argument) = (fields.GetValueOrDefault(Button) is [var pressed, ..] ? pressed.Split(' ', 2) : []) switch
        {
            [var word, var rest] => (word, rest),
            [var word] => (word, ""),
            _ => (Next, ""),
        };
        return verb switch
        {
            Language => InLanguage(argument),
            Submit => Send(Open(state)),
            Change when Find(argument) is { } wanted => At(wanted, state with { Checking = true }),
            Back when page is not null && fields.ContainsKey(AskedField) => Shown(state, page),
            Back => GoBack(),
            Skip when page is not null => SkipPage(page),
            SkipSection when page is { Kind: PageKind.Warning } => SkipAll(page),
            KeepSection when page is { Kind: PageKind.Warning } => PastSection(page, Open(state).PassOver(PagesInside(page))),
            Remove when page is not null && MemberOf(page, argument) is var (repeat, instance) => RemoveMember(page, repeat, instance),
            _ when page is not null => Forward(page, another: verb == More ? argument : null),
            _ when state.Page == AnsweringState.CheckPage => AtCheck(state),
            _ => Start(Begun()),
        };
    }

    private AnsweringView Start(AnsweringState begun) => Open(begun).After(null) is { } first ? At(first, begun) : AtCheck(begun);

    // Whoever presses Start on a page without answers is another person, also in another window and after Submit. With answers in it the
    // page is one that they came back to.
    private AnsweringState Begun() => state is { Page: "", Draft: "", Typed: null } ? state with { Submission = Guid.NewGuid() } : state;

    /// <summary>What was sent for nothing chosen is left out; a person's own words may read like it.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Chosen(
        CompiledSurvey survey,
        IReadOnlyDictionary<string, IReadOnlyList<string>> fields
    ) =>
        fields
            .Where(field =>
                field.Value is not [FormFields.NotChosen]
                || field.Key.EndsWith(":other", StringComparison.Ordinal)
                || AnswerLines.QuestionAt(survey, field.Key).Item?.Item is Question question && question.TakesWords()
            )
            .ToDictionary();

    private AnsweringView InLanguage(string language)
    {
        state = state with { Language = survey.Language(language, []) };
        if (state.Page == AnsweringState.CheckPage)
            return AtCheck(state);
        // Exactly what was typed, whether or not it is in order yet.
        return page is null ? new AnsweringView.Start(state) : Shown(state, page);
    }

    /// <param name="from">The page that was sent.</param>
    /// <param name="another">The repeat to which another instance is to be added; null to go on.</param>
    private AnsweringView Forward(SurveyPage from, string? another)
    {
        Align(from);
        var before = state;
        var kept = Keep(from, FormAnswers.Read(from, fields));
        if (!state.Fits())
            return Shown(before, from) with { Faults = [TooMuch()] };
        if (kept.Faults.Count > 0)
            return Shown(state, from, kept.Opened) with { Faults = FieldFaults(kept) };
        state = Untyped(from, before, kept);
        if (kept.Opened.Count > 0)
            return At(from, state, another, kept.Opened);
        return another is null ? Onwards(kept, from) : At(from, state, another);
    }

    /// <summary>To the next page; for somebody who is changing answers, to what the change opened or back to the check.</summary>
    private AnsweringView Onwards(CheckedPage kept, SurveyPage from)
    {
        // What an answer opens is shown before anything else is: here on the same page, and, before the check, wherever it stands.
        if (kept.Opened.Count > 0)
            return At(from, state, opened: kept.Opened);
        var next = kept.State.After(from);
        if (!state.Checking || state.Walking && IsPartBeside(next, from))
            return next is null ? ToCheck(kept.State) : At(next, state);
        return ToCheck(kept.State);
    }

    /// <summary>Another part of the question that a page asks a part of.</summary>
    private static bool IsPartBeside(SurveyPage? other, SurveyPage page) => other is { Part: >= 0 } && other.Items[^1] == page.Items[^1];

    private AnsweringView ToCheck(ResponseState draft) =>
        FirstUnseen(draft) is { } unseen ? At(unseen, Opened(unseen, state)) : AtCheck(state);

    private static SurveyPage? FirstUnseen(ResponseState draft) => draft.Pages().FirstOrDefault(page => draft.Unseen(page).Any());

    private static AnsweringState Opened(SurveyPage unseen, AnsweringState there) =>
        there with
        {
            Checking = true,
            Walking = unseen.Part >= 0,
        };

    private AnsweringView GoBack()
    {
        if (page is null)
            return Open(state).Pages().LastOrDefault() is { } last && state.Page.Length > 0
                ? At(last, state)
                : new AnsweringView.Start(state);
        Align(page);
        var before = state;
        var kept = Keep(page, FormAnswers.Read(page, fields));
        state = Untyped(page, before, kept);
        if (!state.Fits())
            return Shown(before, page) with { Faults = [TooMuch()] };
        var earlier = kept.State.Before(page);
        if (state.Walking && earlier is not null)
        {
            if (IsPartBeside(earlier, page))
                return At(earlier, state);
            // The other parts were not passed over, since nobody has seen them: all are asked again before the check.
            if (IsPartBeside(kept.State.After(page), page))
                return At(earlier, state with { Draft = kept.State.AskAgain(page.Items[^1]), Walking = false });
        }
        if (state.Checking)
            return ToCheck(kept.State);
        return earlier is null ? new AnsweringView.Start(state with { Page = "" }) : At(earlier, state);
    }

    /// <summary>Takes out the members whose questions were all cleared.</summary>
    private void Align(SurveyPage sent)
    {
        if (!sent.Items.Any(item => item.Item is Repeat { RepeatCount: null }))
            return;
        (var draft, fields) = FormMembers.WithoutEmpty(Open(state), sent, fields);
        state = state with { Draft = draft };
    }

    /// <summary>Takes what a page sent into the draft.</summary>
    private CheckedPage Keep(SurveyPage sent, JsonElement answers)
    {
        var kept = AnswerCheck.CheckPage(survey.Survey, state.Draft, sent, answers, Context(state));
        state = state with { Draft = kept.Draft };
        return kept;
    }

    /// <summary>
    /// The state without what was typed on a page and could not be read, but for what is wrong with it now, what other answers hid, and
    /// what the page did not show.
    /// </summary>
    private AnsweringState Untyped(SurveyPage from, AnsweringState drawn, CheckedPage? kept = null)
    {
        var draft = Open(drawn);
        var typed = (state.Typed ?? NoFields)
            .Where(field => !IsOn(from, field.Key) || IsAway(field.Key, draft))
            .Concat(fields.Where(field => kept is not null && IsUnread(field.Key, kept)))
            .DistinctBy(field => field.Key)
            .ToDictionary();
        return state with { Typed = typed.Count == 0 ? null : typed };
    }

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoFields = new Dictionary<string, IReadOnlyList<string>>();

    private bool IsOn(SurveyPage on, string field) => AnswerLines.QuestionAt(survey.Survey, field).Item is { } item && on.Holds(item);

    /// <summary>Of a question that another answer hid, or of a member beyond a number that fell: both come back.</summary>
    private bool IsAway(string field, ResponseState draft) =>
        AnswerLines.QuestionAt(survey.Survey, field) is ({ } item, var instance)
        && (
            item.Repeat is { Item: Repeat { RepeatCount: var count } } repeat && instance >= draft.Instances(repeat)
                ? count is not null
                : !draft.IsAsked(item, instance)
        );

    private bool IsUnread(string field, CheckedPage kept) =>
        AnswerLines.QuestionAt(survey.Survey, field) is ({ } item, var instance)
        && FormFields.Prefix(item, instance) is var prefix
        && (
            kept.Hidden.Contains((item, instance))
            || kept.Faults.Any(fault => fault.Field == prefix || fault.Field.StartsWith(prefix + ":", StringComparison.Ordinal))
        );

    private static List<Fault> FieldFaults(CheckedPage kept) => [.. kept.Faults.Select(fault => fault.At(fault.Field))];

    private Fault TooMuch() => new("", "too_long_together", KnownLanguages.For(state.Language).Answering.TooMuchTogether);

    /// <summary>A page with what was answered so far.</summary>
    private AnsweringView.Question At(
        SurveyPage shown,
        AnsweringState there,
        string? another = null,
        IReadOnlyList<(CompiledItem, int)>? opened = null
    )
    {
        there = there with { Page = shown.Key };
        var draft = Open(there);
        var filled = FilledFields.Of(draft, shown, there.Language);
        foreach (var (field, values) in there.Typed ?? NoFields)
            if (IsOn(shown, field))
                filled[field] = values;
        FormMembers.Offer(draft, shown, filled, another);
        return new(there, shown, draft, filled) { Opened = opened ?? [] };
    }

    /// <summary>A page with exactly what was typed on it; what it shows for the first time has the values it begins with.</summary>
    private AnsweringView.Question Shown(
        AnsweringState there,
        SurveyPage shown,
        IReadOnlyList<(CompiledItem Item, int Instance)>? opened = null
    )
    {
        var draft = Open(there);
        var typed = new Dictionary<string, IReadOnlyList<string>>(fields);
        foreach (var (field, values) in FilledFields.Of(draft, shown, there.Language))
            if (AnswerLines.QuestionAt(survey.Survey, field) is ({ } item, var at) && opened?.Contains((item, at)) == true)
                typed.TryAdd(field, values);
        FormMembers.Offer(draft, shown, typed);
        return new(there, shown, draft, typed) { Opened = opened ?? [] };
    }

    private AnsweringView.Check AtCheck(AnsweringState there)
    {
        there = there with { Page = AnsweringState.CheckPage, Checking = false, Walking = false };
        var draft = Open(there);
        return new AnsweringView.Check(there, draft) { Unread = [.. Unread(there, draft)] };
    }

    private ResponseState Open(AnsweringState there) => ResponseState.Open(survey.Survey, there.Draft, Context(there));

    private ResponseContext Context(AnsweringState there) =>
        survey.Context(there.Language, survey.Today(now), there.Submission) with
        {
            Patterns = patterns,
            Order = there.Order,
        };
}
