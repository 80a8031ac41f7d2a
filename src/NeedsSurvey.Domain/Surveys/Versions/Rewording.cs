// Whether a text still says the same: a mended misspelling must not ask, another word must. No program knows what words mean, so this errs
// on the side of asking, which costs one tick, and lets pass what typing mistakes look like: letters exchanged, left out or doubled, marks,
// capitals, accents, spaces, articles. Numbers, negations and the answers that a text names are never spelling.

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Compares the words of two versions.</summary>
internal static partial class Rewording
{
    /// <summary>Letters that may differ in a word of at least so many.</summary>
    private const int OneIn = 4,
        OneOtherIn = 5,
        TwoIn = 8;

    /// <summary>
    /// The first language in which words say something else, empty where nothing was said or is said now; null when all that changed is
    /// spelling, or the languages in which something is said.
    /// </summary>
    /// <param name="first">The first language of each version.</param>
    internal static (string Language, string Was, string Now)? Of(LocalText? was, string first, LocalText? now, string newFirst)
    {
        if (was == now)
            return null;
        var (before, after) = (ByLanguage(was, first), ByLanguage(now, newFirst));
        if (before.Count == 0 || after.Count == 0)
            return before.Count > 0 ? (before.First().Key, before.First().Value, "")
                : after.Count > 0 ? (after.First().Key, "", after.First().Value)
                : null;
        foreach (var (language, words) in before)
            if (after.TryGetValue(language, out var changed) && !IsSpelling(words, changed))
                return (language, words, changed);
        return null;
    }

    /// <summary>Whether two texts differ in spelling only.</summary>
    internal static bool IsSpelling(string was, string now)
    {
        if (was == now)
            return true;
        var (before, after) = (Words(was), Words(now));
        if (before.SequenceEqual(after) || string.Concat(before) == string.Concat(after) && !before.Concat(after).Any(HasDigit))
            return before.Count > 0 || after.Count == 0 && was.Trim() == now.Trim();
        if (before.Count > 0 && Alike(before, after))
            return true;
        before.RemoveAll(Articles.Contains);
        after.RemoveAll(Articles.Contains);
        return before.Count > 0 && Alike(before, after);
    }

    // Words are added and left out in pairs of spaces only: health care, healthcare.
    private static bool Alike(List<string> before, List<string> after)
    {
        int one = 0,
            other = 0;
        while (one < before.Count && other < after.Count)
        {
            if (IsMisspelt(before[one], after[other]))
                (one, other) = (one + 1, other + 1);
            else if (one + 1 < before.Count && IsSame(before[one] + before[one + 1], after[other]))
                (one, other) = (one + 2, other + 1);
            else if (other + 1 < after.Count && IsSame(before[one], after[other] + after[other + 1]))
                (one, other) = (one + 1, other + 2);
            else
                return false;
        }
        return one == before.Count && other == after.Count;
    }

    private static bool IsSame(string one, string other) => one == other && !HasDigit(one);

    private static bool IsMisspelt(string was, string now)
    {
        if (was == now)
            return true;
        if (HasDigit(was) || HasDigit(now) || was[0] == '$' || now[0] == '$' || Opposites.Contains(was) || Opposites.Contains(now))
            return false;
        var longer = Math.Max(was.Length, now.Length);
        if (was.Concat(now).Any(IsWholeWord))
            return false;
        var (distance, replaced) = Distance(was, now);
        // What a word begins with turns it round: unsafe, illegal, decrease.
        var keepsBeginning = was[0] == now[0] || longer >= 2 && was.Length == now.Length && was[0] == now[1] && was[1] == now[0];
        if (!keepsBeginning)
            return false;
        return distance == 1 && longer >= (replaced > 0 ? OneOtherIn : OneIn)
            || distance == 1 && longer >= 3 && IsExchange(was, now)
            || distance == 2 && longer >= (was.Concat(now).Any(IsUnspaced) ? int.MaxValue : TwoIn);
    }

    private static bool IsExchange(string was, string now) => was.Length == now.Length && was.Order().SequenceEqual(now.Order());

    /// <summary>Letters left out, added, replaced or exchanged with their neighbour, and how many of them were replaced.</summary>
    private static (int Distance, int Replaced) Distance(string one, string other)
    {
        var steps = new (int Distance, int Replaced)[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        for (var j = 0; j <= other.Length; j++)
        {
            if (i == 0 || j == 0)
            {
                steps[i, j] = (i + j, 0);
                continue;
            }
            var least = Add(steps[i - 1, j], 1, 0);
            least = Least(least, Add(steps[i, j - 1], 1, 0));
            var differs = one[i - 1] == other[j - 1] ? 0 : 1;
            least = Least(least, Add(steps[i - 1, j - 1], differs, differs));
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                least = Least(least, Add(steps[i - 2, j - 2], 1, 0));
            steps[i, j] = least;
        }
        return steps[one.Length, other.Length];

        static (int, int) Add((int Distance, int Replaced) step, int distance, int replaced) =>
            (step.Distance + distance, step.Replaced + replaced);
        static (int, int) Least((int, int) a, (int, int) b) => a.CompareTo(b) <= 0 ? a : b;
    }

    /// <summary>Folded: small letters without accents or marks. An answer that is named and a sign that counts are words too.</summary>
    private static List<string> Words(string text)
    {
        List<string> words = [];
        foreach (Match match in Pieces().Matches(NotShort().Replace(text.InForm(NormalizationForm.FormKC), " not")))
        {
            var word = match.Value[0] == '$' && match.Length > 1 ? match.Value : Folded(match.Value);
            if (word.Length > 0)
                words.Add(word);
        }
        return words;
    }

    private static string Folded(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word.ToLowerInvariant().InForm(NormalizationForm.FormD))
        {
            if (IsAccent(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format || letter is 'ـ' or '\'' or '’')
                continue;
            if (char.GetUnicodeCategory(letter) == UnicodeCategory.DecimalDigitNumber)
                folded.Append(CharUnicodeInfo.GetDecimalDigitValue(letter));
            else
                folded.Append(
                    letter switch
                    {
                        'ß' => "ss",
                        'ى' => "ي",
                        'ة' => "ه",
                        _ => letter.ToString(),
                    }
                );
        }
        var plain = folded.ToString();
        return plain.Length >= 5 && plain.StartsWith("ال", StringComparison.Ordinal) ? plain[2..] : plain;
    }

    // Accents of Latin, Greek and Cyrillic, vowel signs of Hebrew and Arabic; those of other scripts are letters.
    private static bool IsAccent(char letter) =>
        letter
            is >= '\u0300'
                and <= '\u036f'
                or >= '\u0591'
                and <= '\u05c7'
                or >= '\u0610'
                and <= '\u061a'
                or >= '\u064b'
                and <= '\u065f'
                or '\u0670';

    private static bool HasDigit(string word) => word.Any(char.IsDigit);

    // A letter that is a word or a syllable.
    private static bool IsWholeWord(char letter) =>
        letter is >= '\u3040' and <= '\u9fff' or >= '\uac00' and <= '\ud7a3' or >= '\ud800' and <= '\udfff';

    // Thai to Khmer are written without spaces: a "word" is a sentence.
    private static bool IsUnspaced(char letter) =>
        letter is >= '\u0e00' and <= '\u0eff' or >= '\u1000' and <= '\u109f' or >= '\u1780' and <= '\u17ff';

    private static SortedDictionary<string, string> ByLanguage(LocalText? text, string first) =>
        new(
            (text?.All() ?? [])
                .Where(pair => !TypedText.IsBlank(pair.Value))
                .ToDictionary(pair => pair.Key.Length == 0 ? first : pair.Key, pair => pair.Value),
            StringComparer.Ordinal
        );

    /// <summary>Words that come and go without changing what is asked.</summary>
    private static readonly HashSet<string> Articles =
    [
        .. "a an the please el la los las un una unos unas der die das den dem des ein eine einen einem einer eines bitte le les une".Split(
            ' '
        ),
        "يرجى",
        "رجاء",
    ];

    /// <summary>Words that turn a sentence round and are a letter or two away from others.</summary>
    private static readonly HashSet<string> Opposites =
    [
        .. "no not nor none never without less least more most all any some only before after first last over under him her his".Split(' '),
        .. "ni sin nunca nada nicht nie kein keine keinen keinem keiner ohne nur alle mehr weniger jede jeder jedes".Split(' '),
        "لا",
        "ليس",
        "لم",
        "لن",
        "غير",
        "بدون",
    ];

    [GeneratedRegex(@"\$\{[^}]*\}|[\p{L}\p{M}\p{Nd}\p{Cf}'’]+|[%‰€£$¥₹°<>≤≥±+=]", RegexOptions.CultureInvariant, 250)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"(?<=[a-z])n['’]t\b|(?<=\bca)nnot\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 250)]
    private static partial Regex NotShort();
}
