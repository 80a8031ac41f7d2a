using System.Text;
using System.Text.RegularExpressions;
using NeedsSurvey.App.Seeds;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Demo;

/// <summary>
/// Puts stories together from the sentences in <c>seeds/demo/voices.json</c>, and remembers which sentence speaks of which need,
/// so that the demo's coders have something true to find. Spans count UTF-16 code units, as C# strings do.
/// </summary>
internal sealed partial class DemoVoices
{
    private readonly IReadOnlyDictionary<string, VoiceLanguage> languages = SeedLibrary.Read<VoiceFile>("demo/voices.json").Languages;

    /// <summary>
    /// A story about some of these needs (weights by name, "" for nothing in particular), in the person's language; null when no
    /// sentence fits them.
    /// </summary>
    public DemoStoryText? Tell(DemoPerson person, IReadOnlyList<KeyValuePair<string, double>> weights, int sentences, DemoRandom random)
    {
        var voice = languages[person.Language];
        List<VoiceSaying> chosen = [];
        while (chosen.Count < sentences && Choose() is { } saying)
            chosen.Add(saying);
        if (chosen.Count == 0)
            return null;

        var hasty = person.Language != "ar" && random.Chance(0.1);
        var story = new StringBuilder();
        List<DemoSpan> spans = [];
        if (random.Chance(0.15))
            Say(random.OneOf(voice.Openers));
        foreach (var saying in chosen)
        {
            if (spans.Count > 0)
                Say(random.OneOf(voice.Joins));
            var start = Say(Reword(saying.Say, random));
            spans.Add(new(start, story.Length - start, saying.Needs, saying.Quote && !hasty ? saying.Say : null));
        }
        if (random.Chance(0.15))
            Say(random.OneOf(voice.Closers));
        else if (story[^1] == '.' && random.Chance(0.25))
        {
            story.Length--;
            spans[^1] = spans[^1] with { Length = spans[^1].Length - 1, Quotable = null };
        }
        return new(story.ToString(), [.. spans.Where(span => span.Needs.Count > 0)]);

        int Say(string words)
        {
            if (words.Length == 0)
                return story.Length;
            if (story.Length > 0)
                story.Append(' ');
            var start = story.Length;
            story.Append(hasty ? words.ToLowerInvariant() : words);
            return start;
        }

        VoiceSaying? Choose()
        {
            var open = weights.Where(need => !chosen.Any(saying => saying.IsAbout(need.Key))).ToList();
            while (open.Count > 0)
            {
                var need = random.Pick(open);
                var fitting = voice
                    .Sayings.Where(saying =>
                        saying.IsAbout(need) && saying.Fits(person) && !chosen.Any(said => said.Needs.Intersect(saying.Needs).Any())
                    )
                    .ToList();
                if (fitting.Count > 0)
                    return random.OneOf(fitting);
                open.RemoveAll(each => each.Key == need);
            }
            return null;
        }
    }

    /// <summary>Every wording of a sentence that is worth quoting, first in its own language, then as it is told in the others.</summary>
    public IEnumerable<LocalText> Quotable() =>
        from language in languages
        from saying in language.Value.Sayings.Concat(language.Value.StandWith)
        where saying.Quote
        from wording in Wordings(saying.Say).Select((words, at) => (Words: words, At: at))
        select new LocalText(
            new OrderedDictionary<string, string>([
                new(language.Key, wording.Words),
                .. (saying.Told ?? new Dictionary<string, string>()).Select(told => new KeyValuePair<string, string>(
                    told.Key,
                    Wordings(told.Value).ElementAt(wording.At)
                )),
            ])
        );

    private static IEnumerable<string> Wordings(string saying) =>
        Wordings().Match(saying) is { Success: true } match
            ? match
                .Groups[1]
                .Value.Split('|')
                .SelectMany(word => Wordings(saying[..match.Index] + word + saying[(match.Index + match.Length)..]))
            : [saying];

    /// <summary>What somebody writes beside "other" when asked what gets in the way.</summary>
    public DemoStoryText InTheWay(DemoPerson person, DemoRandom random) => One(languages[person.Language].InTheWay, random);

    /// <summary>What somebody answers when asked what standing with them looks like.</summary>
    public DemoStoryText StandWith(DemoPerson person, DemoRandom random) => One(languages[person.Language].StandWith, random);

    private static DemoStoryText One(IReadOnlyList<VoiceSaying> sayings, DemoRandom random)
    {
        var saying = random.OneOf(sayings);
        var words = Reword(saying.Say, random);
        return new(words, saying.Needs.Count == 0 ? [] : [new(0, words.Length, saying.Needs, saying.Quote ? saying.Say : null)]);
    }

    /// <summary>Chooses one of the wordings in each pair of brackets.</summary>
    private static string Reword(string saying, DemoRandom random) =>
        Wordings().Replace(saying, match => random.OneOf(match.Groups[1].Value.Split('|')));

    [GeneratedRegex(@"\[([^\]]*)\]", RegexOptions.None, 1000)]
    private static partial Regex Wordings();
}

/// <summary>A story and the spans in it that speak of needs.</summary>
internal sealed record DemoStoryText(string Text, IReadOnlyList<DemoSpan> Spans);

/// <summary>The file of sentences.</summary>
internal sealed record VoiceFile(string Note, IReadOnlyDictionary<string, VoiceLanguage> Languages);

/// <summary>One language's sentences, and what people put before, between and after them.</summary>
internal sealed record VoiceLanguage(
    IReadOnlyList<string> Openers,
    IReadOnlyList<string> Joins,
    IReadOnlyList<string> Closers,
    IReadOnlyList<VoiceSaying> InTheWay,
    IReadOnlyList<VoiceSaying> StandWith,
    IReadOnlyList<VoiceSaying> Sayings
);

/// <summary>
/// A sentence with wordings in brackets, the needs it speaks of, by group question who alone would say it, and whether it is worth
/// quoting, with a translation where it is, which has the same wordings in the same order.
/// </summary>
internal sealed record VoiceSaying(
    string Say,
    IReadOnlyList<string> Needs,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Only = null,
    bool Quote = false,
    IReadOnlyDictionary<string, string>? Told = null
)
{
    /// <summary>"" asks for a sentence about nothing in particular.</summary>
    public bool IsAbout(string need) => need.Length == 0 ? Needs.Count == 0 : Needs.Contains(need);

    public bool Fits(DemoPerson person) => Only is null || Only.All(group => group.Value.Contains(person.Groups[group.Key]));
}

/// <summary>A span of a story, in UTF-16 code units, its needs, and the sentence it came from if that is worth quoting.</summary>
internal sealed record DemoSpan(int Start, int Length, IReadOnlyList<string> Needs, string? Quotable);
