using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using NeedsSurvey.Domain.Results;
using Xunit.Abstractions;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>Variance by linearisation against R's package survey.</summary>
public sealed class SurveyOracleTests(ITestOutputHelper output)
{
    public static TheoryData<string> Designs =>
        new(Schools.Figures(Schools.Resource("survey.csv")).Select(figure => figure.Design).Distinct());

    [Theory]
    [MemberData(nameof(Designs))]
    public void N11_figures_and_standard_errors_are_those_of_R(string design)
    {
        var schools = Schools.Of(design);
        var plan = Schools.Plan(design, schools);
        foreach (var expected in Schools.Figures(Schools.Resource("survey.csv")).Where(figure => figure.Design == design))
        {
            var found = Schools.Figure(expected.Figure, plan, schools);
            output.WriteLine(
                $"{design} {expected.Figure}: off by {found.Value - expected.Value:0.0e0}, "
                    + $"standard error by {found.StandardError - expected.StandardError:0.0e0}"
            );
            Near(expected.Value, found.Value);
            Near(expected.StandardError, found.StandardError);
            Assert.Equal(expected.DegreesOfFreedom, found.DegreesOfFreedom);
            if (!expected.Figure.StartsWith("mean", StringComparison.Ordinal) || double.IsNaN(expected.Low))
                continue;
            Near(expected.Low, found.WithT()!.Value.Low);
            Near(expected.High, found.WithT()!.Value.High);
        }
    }

    // The others are held to at most the n of people drawn one by one, which R does not do.
    [Theory]
    [InlineData("strat_clus")]
    [InlineData("clus2")]
    public void Intervals_of_shares_are_those_of_R_where_the_draw_does_not_gain(string design)
    {
        var schools = Schools.Of(design);
        var expected = Schools
            .Figures(Schools.Resource("survey.csv"))
            .Single(figure => figure.Design == design && figure.Figure == "share_met");
        var found = ShareIntervals.Of(Schools.Plan(design, schools), Schools.Met(schools))!;
        Near(expected.Low, found.Interval.Low);
        Near(expected.High, found.Interval.High);
    }

    [SkippableFact]
    public void The_kept_figures_are_those_that_R_gives_today()
    {
        var script = Path.GetFullPath(Path.Combine(Here(), "..", "..", "oracles", "survey.R"));
        var (data, figures) = (Run(script, "data"), Run(script, "figures"));
        Skip.If(
            data is null || figures is null,
            "NOT CHECKED against R: Rscript with the package survey is not installed (Debian: r-cran-survey)."
        );
        Assert.Equal(Schools.Resource("api.csv"), data);
        foreach (
            var (kept, now) in Schools.Figures(Schools.Resource("survey.csv")).Zip(Schools.Figures(figures!), (kept, now) => (kept, now))
        )
        {
            Assert.Equal((kept.Design, kept.Figure, kept.DegreesOfFreedom), (now.Design, now.Figure, now.DegreesOfFreedom));
            Near(kept.Value, now.Value);
            Near(kept.StandardError, now.StandardError);
        }
    }

    private static void Near(double expected, double found) => Assert.Equal(expected, found, 1e-6 * Math.Max(.1, Math.Abs(expected)));

    // What the script prints; null where R or its package is missing.
    private static string? Run(string script, string what)
    {
        try
        {
            using var probe = Process.Start(
                new ProcessStartInfo("Rscript", ["-e", "quit(status = !requireNamespace('survey', quietly = TRUE))"])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            probe.WaitForExit();
            if (probe.ExitCode != 0)
                return null;
            using var process = Process.Start(new ProcessStartInfo("Rscript", [script, what]) { RedirectStandardOutput = true })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return text;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
