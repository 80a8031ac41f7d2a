using System.Buffers;
using System.Text.RegularExpressions;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Checks texts shown to people: present, translated, not too long, and without characters that nobody sees or meant.</summary>
internal sealed partial class WordsCheck(SurveyDefinition survey, DefinitionFaults faults)
{
    private readonly HashSet<string> languages = [.. survey.Languages];
    private readonly string first = survey.FirstLanguage;

    /// <summary>Texts that name answers, with their paths, in the order of the check.</summary>
    internal List<(string Path, LocalText Text)> Naming { get; } = [];

    /// <summary>A text that must be there in the first language.</summary>
    internal void Needed(LocalText? text, string path, string ifMissing)
    {
        if (text is null || text.All().All(pair => TypedText.IsBlank(pair.Value)))
            faults.Error(path, "label_missing", ifMissing);
        else
            Check(text, path);
    }

    /// <summary>A text that may be absent.</summary>
    internal void Check(LocalText? text, string path)
    {
        if (text is null)
            return;
        if (text.All().Any(pair => pair.Value.Contains("${", StringComparison.Ordinal)))
            Naming.Add((path, text));
        if (text.Plain is null && !text.Has(first, first))
            faults.Error(path, "label_missing", $"The words in {first}, the survey's first language, are missing. Write them.");
        if (survey.Languages.Where(language => language != first && !text.Has(language, first)).ToList() is { Count: > 0 } missing)
            faults.Warning(
                path,
                "translation_missing",
                $"The words in {string.Join(", ", missing)} are missing; people will read {first} instead. Translate them."
            );
        foreach (var (language, words) in text.All())
        {
            var where = language.Length == 0 ? path : $"{path}.{language}";
            if (language.Length > 0 && !languages.Contains(language))
                faults.Warning(
                    where,
                    "unknown_language",
                    $"The survey is not offered in {Shown(language)}, so nobody reads this. Add the language or remove the words."
                );
            if (words.Length > Limits.LabelCharacters)
                faults.Error(where, "too_long", $"This has {words.Length} characters; at most {Limits.LabelCharacters} fit. Shorten it.");
            if (Gap().Match(words) is { Success: true } gap)
                faults.Error(
                    where,
                    "placeholder",
                    $"Something is still to be filled in: {Shown(gap.Value)} Write what belongs there. What is not meant so stands in "
                        + "round brackets."
                );
            if (words.AsSpan().ContainsAny(Marks) && Markup().IsMatch(words))
                faults.Warning(
                    where,
                    "markup",
                    "Words are shown as they are written: marks such as **bold** or <b> stand in the text. Remove them."
                );
            if (Promises.In(words) is { } promise)
                faults.Warning(
                    where,
                    "promise",
                    $"“{promise}” promises what cannot be kept from here: nobody knows who answered, and nobody can be told "
                        + "to be safe. Say what "
                        + "you publish, and that people can look it up with their code."
                );
            if (!JsonText.CanBeStored(words) || words.AsSpan().ContainsAny(Unwanted))
                faults.Error(
                    where,
                    "control_character",
                    "This holds an invisible control character. Retype or paste it again as plain text."
                );
        }
    }

    /// <summary>What templates leave to be filled in: words in square brackets. A link in Markdown is another fault.</summary>
    [GeneratedRegex(@"\[[^\[\]\n]*\p{L}{2}[^\[\]\n]*\](?!\()", RegexOptions.CultureInvariant, 250)]
    private static partial Regex Gap();

    /// <summary>
    /// Controls and what is no character. Line breaks and tabs are meant; marks for the direction of writing and joiners are letters to
    /// their languages.
    /// </summary>
    private static readonly SearchValues<char> Unwanted = SearchValues.Create([
        NormalForm.NoCharacter,
        .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl).Except(['\n', '\r', '\t']),
    ]);

    /// <summary>One of these is in whatever <see cref="Markup"/> finds.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_<]#");

    /// <summary>Markdown and HTML that form tools turn into type; a star or a less-than sign alone is neither.</summary>
    [GeneratedRegex(
        """
            \*\*\S[^*]*\*\* | (?<!\w)__\S[^_]*__(?!\w) | (?<![\w*])\*[^\s*][^*\n]*\*(?![\w*])
            | </?(b|i|u|em|strong|span|br|p|div|font|a|h[1-6]|ul|ol|li)\b[^<>]*> | \]\(https?: | ^\#{1,6}[ ]
            """,
        RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.IgnoreCase
            | RegexOptions.Multiline
            | RegexOptions.IgnorePatternWhitespace,
        250
    )]
    private static partial Regex Markup();

    private static string Shown(string text) => text.Length <= 20 ? text : text[..20] + "…";
}
