using System.Runtime.CompilerServices;

namespace NeedsSurvey.App.Tests.Architecture;

/// <summary>A line fits on a screen beside its neighbour, and a folder’s files fit on it too.</summary>
public sealed class SizeTests
{
    private const int Widest = 140;
    private const int MostFiles = 25;

    private static readonly string[] Kinds = [".cs", ".razor", ".css", ".js"];

    [Fact]
    public void No_line_is_wider_than_140_characters()
    {
        var wide = Files().SelectMany(file => Wide(file.Path, file.Text)).ToList();
        Assert.True(wide.Count == 0, string.Join('\n', wide));
    }

    [Fact]
    public void A_line_of_141_characters_is_reported_with_its_place() =>
        Assert.Equal(["A.razor:2 has 141 characters"], Wide("A.razor", $"{new string('a', 140)}\n{new string('b', 141)}\n"));

    [Fact]
    public void No_folder_holds_more_than_25_files()
    {
        var crowded = Crowded(Files().Select(file => file.Path)).ToList();
        Assert.True(crowded.Count == 0, string.Join('\n', crowded));
    }

    [Fact]
    public void A_folder_of_26_files_is_reported() =>
        Assert.Equal(["src/A holds 26 files"], Crowded(Enumerable.Range(1, 26).Select(number => $"src/A/{number}.cs")));

    [Fact]
    public void Files_of_every_kind_are_read() =>
        Assert.Equal(Kinds.Order(), Files().Select(file => Path.GetExtension(file.Path)).Distinct().Order());

    private static IEnumerable<string> Wide(string path, string text) =>
        text.Split('\n')
            .Select((line, at) => (Width: line.TrimEnd('\r').Length, Number: at + 1))
            .Where(line => line.Width > Widest)
            .Select(line => $"{path}:{line.Number} has {line.Width} characters");

    private static IEnumerable<string> Crowded(IEnumerable<string> paths) =>
        paths
            .GroupBy(path => path[..path.LastIndexOf('/')])
            .Where(folder => folder.Count() > MostFiles)
            .Select(folder => $"{folder.Key} holds {folder.Count()} files");

    private static IEnumerable<(string Path, string Text)> Files([CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
        return new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
            .Where(file => Kinds.Contains(Path.GetExtension(file)))
            .Select(file => (Path: Path.GetRelativePath(root, file).Replace('\\', '/'), File: file))
            .Where(file => !file.Path.Split('/').Any(part => part is "bin" or "obj"))
            .Select(file => (file.Path, File.ReadAllText(file.File)));
    }
}
