// What code, tests, migrations and documents cite, as functions from text to what is not there. CitationTests runs them on the repository,
// and each on a sample that breaks it.

using System.Text.RegularExpressions;

namespace NeedsSurvey.App.Tests.Architecture;

/// <summary>A text of the repository.</summary>
/// <param name="Path">From the root, with slashes.</param>
public sealed record RepositoryText(string Path, string Text);

/// <summary>Looks for citations of documents, sections, types and tests that do not exist.</summary>
/// <param name="all">Every text of the repository.</param>
public sealed partial class Citations(IReadOnlyCollection<RepositoryText> all)
{
    private readonly Dictionary<string, RepositoryText> documents = all.Where(text => text.Path.EndsWith(".md", StringComparison.Ordinal))
        .ToDictionary(text => text.Path, StringComparer.Ordinal);

    private readonly ILookup<string, RepositoryText> declarations = all.Where(text => text.Path.EndsWith(".cs", StringComparison.Ordinal))
        .SelectMany(text => Declaration().Matches(text.Text).Select(match => (Name: match.Groups[1].Value, text)))
        .ToLookup(declared => declared.Name, declared => declared.text, StringComparer.Ordinal);

    /// <summary>Words such as <c>methods.md 3</c> or <c>survey-format.md, "Names"</c> whose document or section is missing.</summary>
    public IEnumerable<string> Missing(RepositoryText text)
    {
        foreach (Match cited in Mention().Matches(text.Text))
        {
            var name = cited.Groups["file"].Value;
            if (Document(name, text.Path) is not { } document)
            {
                yield return $"{text.Path} cites {name}, which is not there";
                continue;
            }
            foreach (Match number in Number().Matches(cited.Groups["numbers"].Value))
                if (!HasNumber(document, number.Value))
                    yield return $"{text.Path} cites {name} {number.Value}, which has no such section";
            if (cited.Groups["heading"] is { Success: true, Value: var heading } && !HasHeading(document, heading))
                yield return $"{text.Path} cites {name}, “{heading}”, which has no such heading";
        }
    }

    /// <summary>Relative links of a document that lead to no file, or to no heading of one.</summary>
    public IEnumerable<string> DeadLinks(RepositoryText document, Func<string, bool> exists)
    {
        foreach (Match link in Link().Matches(Code().Replace(document.Text, "")))
        {
            var parts = link.Groups[1].Value.Split('#', 2);
            var target = parts[0].Length == 0 ? document.Path : Resolve(document.Path, parts[0]);
            if (!exists(target))
                yield return $"{document.Path} links to {parts[0]}, which is not there";
            else if (
                parts.Length == 2
                && documents.TryGetValue(target, out var there)
                && !Headings(there).Select(Anchor).Contains(parts[1])
            )
                yield return $"{document.Path} links to {link.Groups[1].Value}, which has no such heading";
        }
    }

    /// <summary>Paths in backticks, with the storeys' short names (<c>App/Actor.cs</c>) and stars, that lead nowhere.</summary>
    public static IEnumerable<string> DeadPaths(RepositoryText document, IReadOnlyCollection<string> known) =>
        from Match path in ShortPath().Matches(document.Text)
        let full = Storey().Replace(path.Groups[1].Value, "src/NeedsSurvey.$1/").TrimEnd('/')
        let pattern = Regex.Escape(full).Replace(@"\*", "[^/]*", StringComparison.Ordinal)
        where !known.Any(file => Regex.IsMatch(file, $"^{pattern}(?:/|$)", RegexOptions.None, TimeSpan.FromSeconds(1)))
        select $"{document.Path} names {path.Groups[1].Value}, which is not there";

    /// <summary>Types, members and tests in backticks that are declared nowhere.</summary>
    public IEnumerable<string> UnknownNames(RepositoryText document)
    {
        foreach (Match name in Name().Matches(document.Text))
        {
            var (type, member) = (name.Groups[1].Value, name.Groups[2].Value);
            var files = declarations[type].ToList();
            if (files.Count == 0)
                yield return $"{document.Path} names {type}, which is declared nowhere";
            else if (member.Length > 0 && !files.Exists(file => Holds(file, $@"\b{member}\b")))
                yield return $"{document.Path} names {type}.{member}, which {type} does not have";
        }
    }

    private RepositoryText? Document(string name, string from) =>
        new[] { name, "src/docs/" + name, ".github/" + name, Resolve(from, name) }
            .Select(path => documents.GetValueOrDefault(path))
            .FirstOrDefault(found => found is not null);

    private static string Resolve(string from, string relative)
    {
        var parts = new Stack<string>(from.Split('/')[..^1]);
        foreach (var part in relative.Split('/'))
        {
            if (part == "..")
                parts.TryPop(out _);
            else if (part is not ("" or "."))
                parts.Push(part);
        }
        return string.Join('/', parts.Reverse());
    }

    /// <summary>A numbered heading, or a numbered row of a table.</summary>
    private static bool HasNumber(RepositoryText document, string number) => Holds(document, $@"^(?:#+ {number}[. ]|\| {number} \|)");

    private static bool Holds(RepositoryText text, string pattern) =>
        Regex.IsMatch(text.Text, pattern, RegexOptions.Multiline, TimeSpan.FromSeconds(1));

    private static bool HasHeading(RepositoryText document, string heading) =>
        Headings(document).Any(known => known.Equals(heading, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Headings(RepositoryText document) =>
        Heading().Matches(document.Text).Select(match => match.Groups[1].Value.Trim());

    // As code hosts do: lower case, punctuation left out, spaces as hyphens.
    private static string Anchor(string heading) => Punctuation().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    // A path must not begin inside a word or an address; links of documents are looked at by themselves.
    private const string File = @"(?<![\w/.-])(?<!\]\([^)\s]*)(?<file>[\w./-]*[\w-]\.md)\b";

    private const string Place = @"(?:`?(?: §| )(?<numbers>\d+(?:(?:, | and | to )\d+)*)|`?, ""(?<heading>[^""\r\n]+)"")?";

    [GeneratedRegex(File + Place, RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\]\((?![a-z]+:)([^)\s]+)\)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Code();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"`([A-Z][a-z0-9]+[A-Za-z0-9]*)(?:\.([A-Z]\w+))?`", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Name();

    [GeneratedRegex(@"`((?:Domain|App|Web|src|tests|migrations|seeds)/[\w./*-]*)`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ShortPath();

    [GeneratedRegex("^(Domain|App|Web)/", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Storey();

    [GeneratedRegex(
        @"\b(?:class|record struct|record|struct|enum|interface)\s+([A-Z]\w*)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Declaration();
}
