using System.Globalization;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Changes of the survey as a whole: title, languages, start page, layout.</summary>
internal static class SurveyDiff
{
    private const string NoEffect = "The export does not change.";

    internal static void Compare(SurveyDefinition was, SurveyDefinition now, List<VersionChange> changes)
    {
        if (was.Title != now.Title)
            Safe("title", "words", "The title reads differently.");
        if (was.Start != now.Start)
            Safe("start", "words", "The start page reads differently.");
        if (was.Thanks != now.Thanks)
            Safe("thanks", "words", "The words after Submit read differently.");
        if (!was.Support.SequenceEqual(now.Support))
            Safe("support", "support", "The places to turn to are different.");
        if (was.Layout != now.Layout)
            Safe("layout", "layout", "The pages are laid out differently.");
        if (was.AskToQuote != now.AskToQuote)
            Safe(
                "ask_to_quote",
                "quoting",
                now.AskToQuote ? "People are asked whether they may be quoted." : "People are no longer asked whether they may be quoted."
            );
        CompareLanguages(was, now, changes);

        void Safe(string path, string code, string message) => changes.Add(new(path, "", code, ChangeEffect.Safe, message, NoEffect));
    }

    private static void CompareLanguages(SurveyDefinition was, SurveyDefinition now, List<VersionChange> changes)
    {
        var (first, newFirst) = (was.FirstLanguage, now.FirstLanguage);
        if (first != newFirst)
            changes.Add(
                new(
                    "languages[0]",
                    "",
                    "first_language",
                    HasPlainWords(now) ? ChangeEffect.Refused : ChangeEffect.Safe,
                    $"The first language is {NameOf(newFirst)} instead of {NameOf(first)}.",
                    HasPlainWords(now)
                        ? $"Words without a language would be taken for {NameOf(newFirst)}. Give every text its language first."
                        : "The codebook's first labels are in the new language."
                )
            );
        foreach (var language in now.Languages.Except(was.Languages))
            changes.Add(
                new(
                    "languages",
                    "",
                    "language_added",
                    ChangeEffect.Safe,
                    $"The survey is offered in {NameOf(language)} too.",
                    "The codebook gets the labels in it."
                )
            );
        foreach (var language in was.Languages.Except(now.Languages))
            changes.Add(
                new(
                    "languages",
                    "",
                    "language_removed",
                    ChangeEffect.Safe,
                    $"The survey is no longer offered in {NameOf(language)}.",
                    "Responses given in it stay; their column 'language' still says so."
                )
            );
    }

    private static string NameOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language, predefinedOnly: true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return language;
        }
    }

    private static bool HasPlainWords(SurveyDefinition survey) => survey.Title.Plain is not null || AnyPlain(survey.Questions);

    private static bool AnyPlain(IReadOnlyList<SurveyItem> items) =>
        items.Any(item => item.Label?.Plain is not null || item is Container container && AnyPlain(container.Questions));
}
