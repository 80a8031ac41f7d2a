using System.Collections.Frozen;

namespace NeedsSurvey.Domain.Languages;

// Found by reflection, so that the file of a language is all there is to add.

/// <summary>The languages that the program has words for.</summary>
public static class KnownLanguages
{
    /// <summary>All of them: English first, the others by their own names.</summary>
    public static IReadOnlyList<Language> All { get; } =
    [
        .. typeof(Language)
            .Assembly.GetTypes()
            .Where(type => type.IsSealed && type.IsSubclassOf(typeof(Language)))
            .Select(type => (Language)Activator.CreateInstance(type)!)
            .OrderBy(language => language is not Languages.English)
            .ThenBy(language => language.Name, StringComparer.Ordinal),
    ];

    /// <summary>What is read where nothing better is known.</summary>
    public static Language English => All[0];

    /// <summary>All of them, those that a survey is asked in first and in its order: the same on every page of its story.</summary>
    public static IReadOnlyList<Language> From(IReadOnlyList<string> asked) => [.. Order(asked, All, language => language.Code)];

    /// <summary>Languages by their codes, in the order of the survey; others after them, as they came.</summary>
    public static IReadOnlyList<string> From(IReadOnlyList<string> asked, IEnumerable<string> codes) =>
        [.. Order(asked, codes, code => code)];

    private static IEnumerable<T> Order<T>(IReadOnlyList<string> asked, IEnumerable<T> all, Func<T, string> code) =>
        all.OrderBy(one =>
            asked
                .Index()
                .Where(at => at.Item == code(one) || Primary(at.Item) == code(one))
                .Select(at => at.Index)
                .DefaultIfEmpty(int.MaxValue)
                .First()
        );

    private static readonly FrozenDictionary<string, Language> ByCode = All.ToFrozenDictionary(
        language => language.Code,
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The language of a BCP 47 code by its primary part; English when there is none.</summary>
    public static Language For(string? code) => Find(code) ?? English;

    /// <summary>The language of a BCP 47 code by its primary part, or null.</summary>
    public static Language? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(Primary(code));

    /// <summary>The first of several codes that the program has words for; English when there is none.</summary>
    public static Language Spoken(IEnumerable<string?> codes) =>
        codes.Select(Find).FirstOrDefault(language => language is not null) ?? English;

    /// <summary>The primary part of a BCP 47 code, as it is written: <c>es-MX</c> → <c>es</c>.</summary>
    public static string Primary(string code) => code.IndexOf('-', StringComparison.Ordinal) is >= 0 and var end ? code[..end] : code;

    /// <summary>HTML's <c>dir</c> for words in a language, also one that the program has no words for.</summary>
    public static string DirectionOf(string code) =>
        Find(code)?.Direction ?? (OtherLanguages.RightToLeft.Contains(Primary(code)) ? "rtl" : "ltr");
}
