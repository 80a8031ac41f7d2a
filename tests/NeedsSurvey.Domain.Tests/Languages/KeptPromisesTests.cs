using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain.Tests.Languages;

/// <summary>What the words promise stands in a document, each promise with the tests that hold it.</summary>
public sealed class KeptPromisesTests
{
    // They sound like a promise and are none: a state, a count, a question, a request, what somebody else said.
    private static readonly string[] None =
    [
        "AnsweringWords.Closed",
        "AnsweringWords.NotFound",
        "MessageWords.WrongForm",
        "MessageWords.BadText",
        "MessageWords.ChoiceNotOffered",
        "ReceiptWords.NotDecided",
        "PrivacyWords.Lead",
        "HearingWords.Closed",
        "HearingWords.GoalsClosed",
        "ReportWords.SummaryOpen",
        "ReportWords.NoReplies",
        "ReportWords.PeopleTold",
        "ReportWords.Told",
        "ReportWords.FewTold",
        "ReportWords.NoGroups",
        "PrecisionWords.FewInStrata",
    ];

    [Fact]
    public void Whatever_sounds_like_a_promise_stands_in_the_document() => Nothing(Promising().Except(Listed()).Except(None));

    [Fact]
    public void Every_text_that_the_document_names_is_one() => Nothing(Listed().Except(Keys().Select(text => text.Key)));

    [Fact]
    public void What_is_said_to_be_no_promise_still_sounds_like_one() => Nothing(None.Except(Promising()));

    private static void Nothing(IEnumerable<string> keys)
    {
        var all = string.Join(", ", keys.Order());
        Assert.True(all.Length == 0, all);
    }

    private static IEnumerable<string> Promising() =>
        Keys()
            .Where(text =>
                Regex.IsMatch(
                    text.Words,
                    @"\b(never|nobody|no longer|cannot (be|look|promise)|could not be|not (stored|printed|kept|given|changed)"
                        + @"|nothing (is|of)|only (you|if|here)|at any time|any question|most questions|we (delete|publish|print)"
                        + @"|(is|are|will be) (deleted|published|printed)|once\.|still (here|on this page)|is kept|safe)\b",
                    RegexOptions.IgnoreCase,
                    TimeSpan.FromSeconds(1)
                )
            )
            .Select(text => text.Key)
            .Distinct();

    private static IEnumerable<(string Key, string Words)> Keys() =>
        Said.By(KnownLanguages.English)
            .Where(said => said.Path.Contains('.', StringComparison.Ordinal))
            .Select(said => (KeyOf(said.Path), said.Words));

    // Report.Disclosed.OnAForm, as it is reached from a language, by the type that has it: DisclosureWords.OnAForm.
    private static string KeyOf(string path)
    {
        var key = "";
        var type = typeof(Language);
        foreach (var name in Regex.Replace(path, @"[(\[].*$", "", RegexOptions.None, TimeSpan.FromSeconds(1)).Split('.'))
        {
            if (type == typeof(PrivacySection))
                break;
            key = $"{type.Name}.{name}";
            type = type.GetProperty(name)!.PropertyType;
        }
        return key;
    }

    private static IEnumerable<string> Listed([CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "docs", "promises.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(line => Regex.Matches(line.Split('|')[2], @"`(\w+\.\w+)`", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Select(match => match.Groups[1].Value)
            .Distinct();
}
