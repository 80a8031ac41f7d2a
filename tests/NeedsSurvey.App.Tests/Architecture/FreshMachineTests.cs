using System.Text.RegularExpressions;

namespace NeedsSurvey.App.Tests.Architecture;

/// <summary>What a machine must have, as far as it can be read from the program's and the tests' text.</summary>
public sealed partial class FreshMachineTests
{
    // fresh machines, 1: a minimal Debian has no procps, so signals are sent by the system's own call.
    [Fact]
    public void Nothing_starts_a_program_to_send_a_signal() =>
        Assert.Empty(
            ArchitectureTests
                .Sources("src")
                .Concat(ArchitectureTests.Sources("tests"))
                .Where(source => StartsKill().IsMatch(source.Text))
                .Select(source => source.File)
        );

    [Theory]
    [InlineData("Process.Start(\"kill\", [\"-9\"])")]
    [InlineData("new ProcessStartInfo(\"pkill\")")]
    [InlineData("new(\"/bin/kill\")")]
    public void A_program_that_is_started_to_send_a_signal_is_found(string source) => Assert.Matches(StartsKill(), source);

    // fresh machines, 11: with nothing installed, 460 tests fail of one cause.
    [Fact]
    public void A_cause_that_many_tests_fail_of_is_told_once()
    {
        var cause = new ToldOnce("The first failure says why.");
        Assert.Equal(
            ["Install it.", "The first failure says why.", "The first failure says why."],
            Enumerable.Range(0, 3).Select(_ => cause.Tell("Install it."))
        );
    }

    // fresh machines, 10
    [Fact]
    public void The_README_names_its_conditions_in_one_sentence() =>
        Assert.Matches(
            @"Needs git, the \[\.NET 10 SDK\][^.]*, and PostgreSQL [^.]* or npm or [^.]*; "
                + @"the browser\s+tests Chromium[^.]*; nothing else\.",
            File.ReadAllText(Path.Combine(CitationTests.Root(), "README.md"))
                .Replace("https://dotnet.microsoft.com", "", StringComparison.Ordinal)
        );

    [GeneratedRegex("""(Process\.Start|ProcessStartInfo|\bnew)\("(/\w+)*/?(kill|pkill|killall|ps)"[,)]""")]
    private static partial Regex StartsKill();
}
