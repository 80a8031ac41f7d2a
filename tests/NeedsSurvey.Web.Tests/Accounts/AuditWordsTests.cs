using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.Web.Accounts;

namespace NeedsSurvey.Web.Tests.Accounts;

public sealed partial class AuditWordsTests
{
    [Fact]
    public void Everything_that_an_operation_writes_into_the_history_has_words_of_its_own()
    {
        var actions = Sources()
            .SelectMany(text => Change().Matches(text))
            .SelectMany(line => Action().Matches(line.Value))
            .Select(match => match.Groups["action"].Value)
            .Distinct()
            .ToList();
        Assert.True(actions.Count > 40, "The operations' calls are found by how they are written.");
        using var detail = JsonDocument.Parse("{}");
        var plain = actions.Where(action =>
            AuditWords
                .What(new ReadAudit.AuditEntry(default, ActorKind.Account, "Ana", action, "x", detail.RootElement))
                .StartsWith(action.Replace(".", ", ", StringComparison.Ordinal).Replace('_', ' '), StringComparison.Ordinal)
        );
        Assert.Empty(plain);
    }

    // case pages 33
    [Fact]
    public void Answers_coded_one_after_another_are_one_line_with_their_number()
    {
        using var detail = JsonDocument.Parse("{}");
        ReadAudit.AuditEntry Entry(string who, string action) => new(default, ActorKind.Account, who, action, "x", detail.RootElement);
        var lines = HistoryLine.Of([
            Entry("Ana", "answer.code"),
            Entry("Ana", "answer.code"),
            Entry("Bo", "answer.code"),
            Entry("Ana", "report.publish"),
            Entry("Ana", "report.publish"),
        ]);
        Assert.Equal([2, 1, 1, 1], lines.Select(line => line.Count));
        Assert.Equal(["coded 2 open answers to needs", "coded an open answer to needs"], lines.Take(2).Select(line => line.What));
    }

    private static IEnumerable<string> Sources([CallerFilePath] string here = "") =>
        Directory
            .EnumerateFiles(
                Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "NeedsSurvey.App")),
                "*.cs",
                SearchOption.AllDirectories
            )
            .Select(File.ReadAllText);

    [GeneratedRegex(@"db\.Change<[^>]*>\((?:(?!=>).){0,400}", RegexOptions.Singleline, 1000)]
    private static partial Regex Change();

    [GeneratedRegex("\"(?<action>[a-z_]+\\.[a-z_]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Action();
}
