using System.Text.RegularExpressions;

namespace NeedsSurvey.App.Tests.Architecture;

/// <summary>tests/README.md, as far as it can be read from the tests' text.</summary>
public sealed partial class TestConventionTests
{
    [Fact]
    public void A_test_class_has_a_test() => None(Empty(ArchitectureTests.Sources("tests")));

    [Fact]
    public void A_test_class_without_a_test_is_found() =>
        Assert.Equal(
            ["x.cs: NoTests"],
            Empty([("x.cs", "public sealed class NoTests\n{\n}\npublic sealed class SomeTests\n{\n    [Fact]\n}\n")])
        );

    [Fact]
    public void A_name_is_a_sentence() => None(Nameless(ArchitectureTests.Sources("tests")));

    [Fact]
    public void A_name_that_is_no_sentence_is_found() =>
        Assert.Equal(
            ["x.cs: Test1"],
            Nameless([("x.cs", "    [Fact]\n    public void Test1() => x();\n    [Fact]\n    public void It_works() => x();\n")])
        );

    [Fact]
    public void What_projects_share_is_not_taken_from_the_tests_of_operations() =>
        None(
            ArchitectureTests
                .Sources("tests")
                .Where(source => !source.File.Contains("NeedsSurvey.App.Tests", StringComparison.Ordinal))
                .Where(source => AppTests().IsMatch(source.Text))
                .Select(source => source.File)
        );

    private static IEnumerable<string> Empty(IEnumerable<(string File, string Text)> sources) =>
        from source in sources
        let classes = TestClass().Matches(source.Text)
        from one in classes
        let end = classes.Where(next => next.Index > one.Index).Select(next => next.Index).DefaultIfEmpty(source.Text.Length).First()
        where !Test().IsMatch(source.Text[one.Index..end])
        select $"{source.File}: {one.Groups[1].Value}";

    private static IEnumerable<string> Nameless(IEnumerable<(string File, string Text)> sources) =>
        from source in sources
        from test in TestMethod().Matches(source.Text)
        where !test.Groups[1].Value.Contains('_', StringComparison.Ordinal)
        select $"{source.File}: {test.Groups[1].Value}";

    private static void None(IEnumerable<string> violations)
    {
        var found = violations.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [GeneratedRegex(@"^public (?:sealed )?(?:partial )?class (\w+Tests|\w+Properties)\b", RegexOptions.Multiline, 1000)]
    private static partial Regex TestClass();

    [GeneratedRegex(@"^\s*\[(?:Skippable|Slow)?(?:Fact|Theory)\b", RegexOptions.Multiline, 1000)]
    private static partial Regex Test();

    [GeneratedRegex(
        @"^\s*\[(?:Skippable|Slow)?(?:Fact|Theory)\b[^\n]*\n(?:\s*\[[^\n]*\n)*\s*public (?:async )?\w+ (\w+)\(",
        RegexOptions.Multiline,
        1000
    )]
    private static partial Regex TestMethod();

    [GeneratedRegex(@"^using NeedsSurvey\.App\.Tests\.", RegexOptions.Multiline, 1000)]
    private static partial Regex AppTests();
}
