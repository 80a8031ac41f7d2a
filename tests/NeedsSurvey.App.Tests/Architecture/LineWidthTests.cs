using System.Runtime.CompilerServices;

namespace NeedsSurvey.App.Tests.Architecture;

/// <summary>A line fits on a screen beside its neighbour: at most 140 characters.</summary>
public sealed class LineWidthTests
{
    private const int Widest = 140;

    private static readonly string[] Kinds = [".razor", ".css", ".js"];

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
    public void Files_of_every_kind_are_read() =>
        Assert.Equal(Kinds.Order(), Files().Select(file => Path.GetExtension(file.Path)).Distinct().Order());

    private static IEnumerable<string> Wide(string path, string text) =>
        text.Split('\n')
            .Select((line, at) => (Width: line.TrimEnd('\r').Length, Number: at + 1))
            .Where(line => line.Width > Widest)
            .Select(line => $"{path}:{line.Number} has {line.Width} characters");

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
