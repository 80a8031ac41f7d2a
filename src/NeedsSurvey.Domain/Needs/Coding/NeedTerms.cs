// What coders have read so far says which words go with which need. That makes proposals for the answers still to be
// read, each with the words that led to it, so that a coder sees why and decides. It never codes anything.
using System.Globalization;

namespace NeedsSurvey.Domain.Needs;

/// <summary>An answer that was read, with the words coded to each need in it; no entry where nobody found the need.</summary>
public sealed record ReadText(string Words, IReadOnlyDictionary<string, string> Excerpts);

/// <summary>A need that an unread answer may state.</summary>
/// <param name="Terms">The words in it that led to the proposal, most telling first.</param>
/// <param name="Strength">Sum of their z; only for the order of proposals.</param>
public sealed record NeedProposal(string Need, IReadOnlyList<string> Terms, double Strength);

/// <summary>
/// Words that tell of needs: those much commoner in what was coded to a need than in answers without it, by the log odds ratio with half a
/// count added everywhere, and coded to it in at least half of the answers that hold them: "here" and "to" tell of none, in any language.
/// Sources: Haldane 1956; Monroe, Colaresi &amp; Quinn 2008, "Fightin' Words".
/// </summary>
public sealed class NeedTerms
{
    /// <summary>A word tells of a need from this z upwards (about one chance in 200 that it does not).</summary>
    public const double Telling = 2.58;

    /// <summary>A word says nothing before so many answers hold it.</summary>
    public const int FewestAnswers = 3;

    private readonly int all;
    private readonly Dictionary<string, int> answersWith = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> codedTo = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Need, string Term), (int Excerpts, int Answers)> together = [];

    private NeedTerms(int all) => this.all = all;

    /// <summary>Counts the words of what was read; each counts once an answer.</summary>
    public static NeedTerms Of(IReadOnlyCollection<ReadText> read)
    {
        var terms = new NeedTerms(read.Count);
        foreach (var text in read)
        {
            var words = WordsOf(text.Words);
            foreach (var word in words)
                terms.answersWith[word] = terms.answersWith.GetValueOrDefault(word) + 1;
            foreach (var (need, excerpt) in text.Excerpts)
            {
                terms.codedTo[need] = terms.codedTo.GetValueOrDefault(need) + 1;
                var inside = WordsOf(excerpt);
                foreach (var word in words)
                {
                    var (excerpts, answers) = terms.together.GetValueOrDefault((need, word));
                    terms.together[(need, word)] = (excerpts + (inside.Contains(word) ? 1 : 0), answers + 1);
                }
            }
        }
        return terms;
    }

    /// <summary>The needs that an answer's words tell of, the surest first.</summary>
    /// <param name="answer">An answer that was not read yet.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<NeedProposal> For(string answer, int most = 3)
    {
        var words = WordsOf(answer);
        return
        [
            .. codedTo
                .Keys.Select(need =>
                {
                    var telling = words
                        .Select(word => (Word: word, Z: Z(need, word)))
                        .Where(term => term.Z >= Telling)
                        .OrderByDescending(term => term.Z)
                        .ThenBy(term => term.Word, StringComparer.Ordinal)
                        .ToList();
                    return new NeedProposal(need, [.. telling.Select(term => term.Word)], telling.Sum(term => term.Z));
                })
                .Where(proposal => proposal.Terms.Count > 0)
                .OrderByDescending(proposal => proposal.Strength)
                .ThenBy(proposal => proposal.Need, StringComparer.Ordinal)
                .Take(most),
        ];
    }

    /// <summary>
    /// z = δ/√(1/a + 1/b + 1/c + 1/d) with δ = ln(a/b) − ln(c/d), where a, b are excerpts with and without the word and c, d other answers
    /// with and without it, each plus ½.
    /// </summary>
    public static double Z(int excerptsWith, int excerpts, int othersWith, int others)
    {
        double a = excerptsWith + .5,
            b = excerpts - excerptsWith + .5,
            c = othersWith + .5,
            d = others - othersWith + .5;
        return (Math.Log(a / b) - Math.Log(c / d)) / Math.Sqrt(1 / a + 1 / b + 1 / c + 1 / d);
    }

    private double Z(string need, string word)
    {
        var (excerpts, answers) = together.GetValueOrDefault((need, word));
        return excerpts < FewestAnswers || 2 * excerpts < answersWith[word]
            ? double.NegativeInfinity
            : Z(excerpts, codedTo[need], answersWith[word] - answers, all - codedTo[need]);
    }

    // Runs of letters and digits of any script, with an apostrophe inside, in lower case; one letter alone says nothing.
    private static HashSet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside =
                i < text.Length
                && (
                    char.IsLetterOrDigit(text[i])
                    || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark
                    || (text[i] is '\'' or '’' && start >= 0 && i + 1 < text.Length && char.IsLetter(text[i + 1]))
                );
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            if (i - start > 1)
                words.Add(text[start..i].Replace('’', '\'').ToLowerInvariant());
            start = -1;
        }
        return words;
    }
}
