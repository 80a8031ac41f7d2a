// The way through a survey page by page: which button was pressed on which page, hence which page comes next. It holds nothing and stores
// nothing; what is asked and what is wrong is the domain's to say.

using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Responses;

/// <summary>One step of one person through one survey.</summary>
/// <param name="survey">What is asked.</param>
/// <param name="state">Where they are.</param>
/// <param name="fields">What the form sent.</param>
/// <param name="now">For <c>today()</c>, on the initiative's clock.</param>
public sealed class AnsweringFlow(
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
    public const string More = "more";
    public const string Change = "change";
    public const string Language = "language";
    public const string Submit = "submit";

    /// <summary>The tick on the check-answers page.</summary>
    public const string QuoteField = "-quote";

    private static readonly JsonElement NoAnswers = JsonElement.Parse("{}");

    private readonly PatternBudget patterns = PatternTime.Budget();
    private readonly SurveyPage? page = survey.Survey.FindPage(state.Page);

    /// <summary>Takes in what the page sent and says what comes next.</summary>
    public AnsweringView Step()
    {
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
            Submit => new AnsweringView.Submit(state, Open(state)),
            Change when survey.Survey.FindPage(argument) is { } wanted => At(wanted, state with { Checking = true }),
            Back => GoBack(),
            Skip when page is not null => Onwards(Keep(page, NoAnswers), page),
            SkipSection when page is { Kind: PageKind.Warning } => PastSection(page),
            _ when page is not null => Forward(page, more: verb == More),
            _ when state.Page == AnsweringState.CheckPage => AtCheck(state),
            _ => Open(state).After(null) is { } first ? At(first, state) : AtCheck(state),
        };
    }

    private AnsweringView InLanguage(string language)
    {
        state = state with { Language = survey.Language(language, []) };
        if (state.Page == AnsweringState.CheckPage)
            return AtCheck(state);
        // Exactly what was typed, whether or not it is in order yet.
        return page is null ? new AnsweringView.Start(state) : new AnsweringView.Question(state, page, Open(state), fields);
    }

    private AnsweringView Forward(SurveyPage from, bool more)
    {
        var kept = Keep(from, FormAnswers.Read(from, fields));
        // Questions that this very page's answers opened are shown before they are complained about.
        var opened = kept.Turned.Where(item => item.Item is not Calculate && from.Holds(item) && kept.State.IsAsked(item)).ToList();
        var faults = kept
            .Faults.Where(fault => opened.TrueForAll(item => item.Name != fault.Question))
            .Select(fault => new Fault(fault.Field, fault.Code, fault.Message))
            .ToList();
        if (faults.Count > 0)
            return new AnsweringView.Question(state, from, Open(state with { Draft = kept.Draft }), fields)
            {
                Faults = faults,
                MoreOpened = opened.Count > 0,
            };
        if (opened.Count > 0)
            return At(from, state with { Draft = kept.Draft }, moreOpened: true);
        return more ? At(from, state with { Draft = kept.Draft }) : Onwards(kept, from);
    }

    /// <summary>To the next page; for somebody who is changing answers, to what the change opened or back to the check.</summary>
    private AnsweringView Onwards(CheckedPage kept, SurveyPage from)
    {
        var ahead = state with { Draft = kept.Draft };
        var next = state.Checking ? kept.State.Pages().FirstOrDefault(page => Unseen(page, kept.State)) : kept.State.After(from);
        return next is null ? AtCheck(ahead) : At(next, ahead);
    }

    private static bool Unseen(SurveyPage page, ResponseState draft) =>
        page.Kind == PageKind.Repeat
            ? !draft.WasSeen(page.Items[0])
            : page.Items.Any(item => item is { IsQuestion: true, Repeat: null } && draft.IsAsked(item) && !draft.WasSeen(item));

    private AnsweringView PastSection(SurveyPage warning)
    {
        var past = Open(state).AfterSection(warning);
        foreach (var inside in survey.Survey.Pages.Skip(warning.Index + 1).Where(inside => IsInside(inside.Items[0], warning.Items[0])))
            state = state with { Draft = Keep(inside, NoAnswers).Draft };
        return past is null || state.Checking ? AtCheck(state) : At(past, state);
    }

    private AnsweringView GoBack()
    {
        if (page is null)
            return Open(state).Pages().LastOrDefault() is { } last && state.Page.Length > 0
                ? At(last, state)
                : new AnsweringView.Start(state);
        var kept = Keep(page, FormAnswers.Read(page, fields));
        var behind = state with { Draft = kept.Draft };
        if (state.Checking)
            return AtCheck(behind);
        return kept.State.Before(page) is { } before ? At(before, behind) : new AnsweringView.Start(behind with { Page = "" });
    }

    private CheckedPage Keep(SurveyPage sent, JsonElement answers) =>
        AnswerCheck.CheckPage(survey.Survey, state.Draft, sent, answers, Context(state));

    private AnsweringView.Question At(SurveyPage shown, AnsweringState there, bool moreOpened = false)
    {
        there = there with { Page = shown.Key };
        var draft = Open(there);
        return new AnsweringView.Question(there, shown, draft, FilledFields.Of(draft, shown, there.Language)) { MoreOpened = moreOpened };
    }

    private AnsweringView.Check AtCheck(AnsweringState there)
    {
        there = there with { Page = AnsweringState.CheckPage, Checking = false };
        return new AnsweringView.Check(there, Open(there));
    }

    private ResponseState Open(AnsweringState there) => ResponseState.Open(survey.Survey, there.Draft, Context(there));

    private ResponseContext Context(AnsweringState there) => survey.Context(there.Language, now) with { Patterns = patterns };

    private static bool IsInside(CompiledItem item, CompiledItem group) =>
        item == group || item.Parent is { } parent && IsInside(parent, group);
}
