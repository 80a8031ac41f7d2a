using System.Runtime.CompilerServices;

namespace NeedsSurvey.App.Tests.Architecture;

/// <summary>Whatever is cited is there: documents and their sections, what documents link to, types and tests that they name.</summary>
public sealed class CitationTests
{
    private static readonly string[] Kinds = [".cs", ".razor", ".md", ".sql", ".js", ".css", ".json", ".props", ".csproj"];

    private static readonly string[] Skipped =
    [
        "bin",
        "obj",
        ".git",
        ".vs",
        ".idea",
        "TestResults",
        "artifacts",
        "BenchmarkDotNet.Artifacts",
    ];

    // Documents that speak of code by its names; the others use backticks for data as well.
    private static readonly string[] NamingCode =
    [
        .. new[] { "threat-model", "methods", "answering-pages", "privacy", "survey-format", "promises" }.Select(name =>
            $"src/docs/{name}.md"
        ),
    ];

    private static readonly IReadOnlyList<RepositoryText> All = Texts();

    [Fact]
    public void Every_document_and_section_that_is_cited_exists() => None(All.SelectMany(new Citations(All).Missing));

    [Fact]
    public void Every_relative_link_of_a_document_leads_somewhere()
    {
        var citations = new Citations(All);
        None(Documents.SelectMany(document => citations.DeadLinks(document, path => Path.Exists(Path.Combine(Root(), path)))));
    }

    [Fact]
    public void Every_path_that_a_guide_or_document_names_exists()
    {
        var known = All.Select(text => text.Path).ToList();
        None(
            Documents
                .Where(document => !document.Path.Contains("/decisions/", StringComparison.Ordinal))
                .SelectMany(document => Citations.DeadPaths(document, known))
        );
    }

    [Fact]
    public void Every_type_and_test_that_a_document_names_exists()
    {
        var citations = new Citations(All);
        None(NamingCode.SelectMany(path => citations.UnknownNames(All.Single(text => text.Path == path))));
    }

    [Theory]
    [InlineData("nowhere@")]
    [InlineData("src/docs/nowhere@")]
    [InlineData("known@ 3")]
    [InlineData("known@ §1 and 3")]
    [InlineData("known@, \"No heading\"")]
    public void A_citation_of_what_is_not_there_is_reported(string citation) =>
        Assert.Single(Sample.Missing(new("src/A.cs", $"/// ({Md(citation)}).")));

    [Theory]
    [InlineData("known@")]
    [InlineData("known@ 1 and 2")]
    [InlineData("known@ §35: more")]
    [InlineData("known@, \"A heading\"")]
    [InlineData("src/docs/known@, which ends here.")]
    public void A_citation_of_what_is_there_is_not_reported(string citation) =>
        Assert.Empty(Sample.Missing(new("src/A.cs", $"/// ({Md(citation)}).")));

    [Fact]
    public void A_dead_link_is_reported_and_a_living_one_is_not()
    {
        var document = new RepositoryText(
            Md("src/docs/other@"),
            Md("[a](known@) [b](../gone@) [c](known@#a-heading) [d](known@#gone) [e](https://example.org/gone@)")
        );
        Assert.Equal(2, Sample.DeadLinks(document, path => path == Md("src/docs/known@")).Count());
    }

    [Fact]
    public void A_dead_path_is_reported() =>
        Assert.Equal(
            2,
            Citations
                .DeadPaths(
                    new(Md("a@"), "`App/Actor.cs` `App/Surveys` `App/Surv*.cs` `App/Sur*/Find.cs` `App/Gone.cs`"),
                    ["src/NeedsSurvey.App/Actor.cs", "src/NeedsSurvey.App/Surveys/Find.cs"]
                )
                .Count()
        );

    [Fact]
    public void A_name_that_is_declared_nowhere_is_reported() =>
        Assert.Equal(2, Sample.UnknownNames(new(Md("a@"), "`Known` `Known.Member` `Unknown` `Known.Other` `key` `NA`")).Count());

    private static readonly Citations Sample = new([
        new(Md("src/docs/known@"), "# Known\n\n## 1. One\n\n## A heading\n\n| 2 | two |\n| 35 | thirty-five |\n"),
        new("src/Known.cs", "public sealed class Known { public int Member; }"),
    ]);

    // The samples of this file must not be citations themselves.
    private static string Md(string text) => text.Replace("@", ".md", StringComparison.Ordinal);

    private static IEnumerable<RepositoryText> Documents => All.Where(text => text.Path.EndsWith(".md", StringComparison.Ordinal));

    private static void None(IEnumerable<string> violations)
    {
        var found = violations.Distinct().ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    internal static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    private static List<RepositoryText> Texts()
    {
        var texts = new List<RepositoryText>();
        var waiting = new Stack<string>([Root()]);
        while (waiting.TryPop(out var folder))
        {
            foreach (var inner in Directory.EnumerateDirectories(folder))
                if (!Skipped.Contains(Path.GetFileName(inner)))
                    waiting.Push(inner);
            foreach (var file in Directory.EnumerateFiles(folder).Where(file => Kinds.Contains(Path.GetExtension(file))))
                texts.Add(new(Path.GetRelativePath(Root(), file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText(file)));
        }
        return texts;
    }
}
