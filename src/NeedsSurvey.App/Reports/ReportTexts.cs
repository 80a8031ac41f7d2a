using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NeedsSurvey.Domain;
using NeedsSurvey.Domain.Goals;

namespace NeedsSurvey.App.Reports;

/// <summary>A text of a report that people wrote, and can write in other languages too.</summary>
/// <param name="Key"><c>title</c>, <c>lead</c>, <c>organisation</c>, <c>mission</c>, a disclosure item's code, <c>learned</c>,
/// <c>pillar.</c> and the id of a pillar of the mission, <c>goal.</c> and a goal's id (and <c>.description</c>, <c>.led_by</c>,
/// <c>.decided_with</c>, <c>.uses</c>), <c>need.</c> and a need's name for the reason of its decision, <c>happened</c>, <c>stays</c>;
/// <c>said.</c> and a digest of the words for what has no key of its own: what people wrote, answers to it, progress, and why a goal serves
/// a need.</param>
/// <param name="What">What it is, for whoever translates it.</param>
/// <param name="Words">As it was written.</param>
public sealed record ReportText(string Key, string What, string Words)
{
    /// <summary>The language that it was written in, where that is known not to be the report's.</summary>
    public string? Language { get; init; }
}

/// <summary>
/// Which texts of a report can be told in other languages. Needs and groups are not among them: the survey has their words.
/// </summary>
public static partial class ReportTexts
{
    /// <summary>Those that are not blank, in the order printed.</summary>
    public static IReadOnlyList<ReportText> Of(ReportContent content)
    {
        List<ReportText> texts =
        [
            new("title", "Title", content.Title),
            new("lead", "Lead", content.Lead),
            new(
                OrganisationKey,
                content.IsIndividual ? "Your name (it may stay as it is)" : "The organisation's name (it may stay as it is)",
                content.Organisation
            ),
            new("mission", content.IsIndividual ? "Your values" : "The mission", content.Mission),
            .. content
                .Pillars.Where(pillar => content.Goals.Any(goal => goal.Pillars.Any(link => link.Pillar == pillar.PillarId)))
                .Select(pillar => new ReportText(
                    PillarKey(pillar.PillarId),
                    content.IsIndividual ? "One of your values" : "A pillar of the mission",
                    pillar.Name
                )),
            new(LearnedKey, "What you learned", content.Learned),
            new(HappenedKey, "What happened", content.Happened),
            new(StaysKey, "What stays when this ends", content.Stays),
        ];
        foreach (var goal in content.Goals.Where(goal => goal.State != GoalState.Draft))
        {
            texts.Add(new(GoalKey(goal.GoalId), "Goal", goal.Title));
            texts.Add(new(DescriptionKey(goal.GoalId), "What the goal is", goal.Description));
            texts.Add(new(LedByKey(goal.GoalId), "Who leads the goal", goal.LedBy ?? ""));
            texts.Add(new(DecidedWithKey(goal.GoalId), "Who decided on the goal with you", goal.DecidedWith ?? ""));
            texts.Add(new(UsesKey(goal.GoalId), "What people offered that the goal uses", goal.Uses ?? ""));
            foreach (var link in goal.Needs)
                texts.Add(Said($"Why “{goal.Title}” serves {LabelOf(content, link.Need)}", link.Reason));
            foreach (var update in goal.Updates)
                texts.Add(Said($"What has happened on “{goal.Title}”", update.Words));
        }
        foreach (var decided in content.Dispositions)
            texts.Add(new(ReasonKey(decided.Need), $"Why you decided so about {LabelOf(content, decided.Need)}", decided.Reason));
        foreach (var item in content.Disclosure.Where(item => item.ByPeople))
            texts.Add(new(item.Code, item.Label, item.Words));
        foreach (var passed in content.Overrides)
            texts.AddRange([Said("What was decided before there was evidence", passed.Target), Said("Why", passed.Reason)]);
        foreach (var quote in content.Quotes)
            texts.Add(Said($"Words about {LabelOf(content, quote.Need)}", quote.Words, quote.Language));
        if (content.Hearing is { } hearing)
            foreach (var correction in hearing.Told())
            {
                texts.Add(Said("A correction", correction.Words, correction.Language));
                texts.Add(Said("Your answer to a correction", correction.Reason));
            }
        return [.. texts.Where(text => !TypedText.IsBlank(text.Words)).DistinctBy(text => text.Key)];

        ReportText Said(string what, string words, string? language = null) =>
            new(SaidKey(words), what, words) { Language = language == content.Language ? null : language };
    }

    /// <summary>Those that readers of a language might read in another.</summary>
    public static IReadOnlyList<ReportText> For(ReportContent content, string language) =>
        [.. Of(content).Where(text => (text.Language ?? content.Language) != language)];

    /// <summary>Those that readers of a language read in another; a name may stay as it is.</summary>
    public static IReadOnlyList<ReportText> Missing(ReportContent content, string language) =>
        [.. For(content, language).Where(text => text.Key != OrganisationKey && In(content, language, text.Key) is null)];

    /// <summary>A text in a language; null where nobody wrote it.</summary>
    public static string? In(ReportContent content, string language, string key) =>
        content.Translations.TryGetValue(language, out var words) && words.TryGetValue(key, out var told) && told.Length > 0 ? told : null;

    /// <summary>A pillar of the mission, or a value.</summary>
    public static string PillarKey(Guid pillar) => $"pillar.{pillar}";

    /// <summary>A goal's title.</summary>
    public static string GoalKey(Guid goal) => $"goal.{goal}";

    /// <summary>What a goal is.</summary>
    public static string DescriptionKey(Guid goal) => $"goal.{goal}.description";

    /// <summary>Who leads a goal.</summary>
    public static string LedByKey(Guid goal) => $"goal.{goal}.led_by";

    /// <summary>Who decided on a goal with the organisation.</summary>
    public static string DecidedWithKey(Guid goal) => $"goal.{goal}.decided_with";

    /// <summary>What people offered that a goal uses.</summary>
    public static string UsesKey(Guid goal) => $"goal.{goal}.uses";

    /// <summary>The name of who reports.</summary>
    public const string OrganisationKey = "organisation";

    /// <summary>What the organisation learned.</summary>
    public const string LearnedKey = "learned";

    /// <summary>What a response to an event answers.</summary>
    public const string HappenedKey = "happened";

    /// <summary>What stays when it is over.</summary>
    public const string StaysKey = "stays";

    /// <summary>What has no key of its own: by its words, so that it needs none.</summary>
    public static string SaidKey(string words) =>
        SaidPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..16];

    /// <summary>
    /// What is said since a version was published, as it is told now: only of these words, so that nothing else of a draft is read.
    /// </summary>
    internal static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> With(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> published,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> draft,
        IEnumerable<string> words
    )
    {
        var keys = words.Select(SaidKey).ToHashSet();
        return published
            .Keys.Union(draft.Keys)
            .ToDictionary(
                language => language,
                language =>
                    (IReadOnlyDictionary<string, string>)
                        (draft.GetValueOrDefault(language) ?? new Dictionary<string, string>())
                            .Where(text => keys.Contains(text.Key))
                            .Concat(published.GetValueOrDefault(language) ?? new Dictionary<string, string>())
                            .GroupBy(text => text.Key)
                            .ToDictionary(text => text.Key, text => text.Last().Value)
            );
    }

    private const string SaidPrefix = "said.";

    /// <summary>Why something was decided about a need.</summary>
    public static string ReasonKey(string need) => $"need.{need}";

    /// <summary>Whether a text can have this key.</summary>
    internal static bool IsKey(string key) => Key().IsMatch(key);

    private static string LabelOf(ReportContent content, string need) =>
        content.Needs.FirstOrDefault(known => known.Name == need)?.Label ?? need;

    [GeneratedRegex(
        @"^(title|lead|organisation|mission|learned|happened|stays|said\.[0-9a-f]{16}|sponsor|recruitment|limitations"
            + @"|pillar\.[0-9a-f-]{36}|need\.[A-Za-z0-9_]{1,100}|goal\.[0-9a-f-]{36}(\.(description|led_by|decided_with|uses))?)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Key();
}
