using System.Diagnostics;
using System.Text.Json;
using NeedsSurvey.App.Responses;

namespace NeedsSurvey.App.Tests.Responses;

/// <summary>Fault 8: all patterns of a submission share one second.</summary>
public sealed class PatternTimeTests(TestData data) : IClassFixture<TestData>
{
    private const int Questions = 40;

    // No linear engine can run it: it looks ahead.
    private const string Backtracking = "regex(., '(?=(a+)+b).*')";

    [Fact]
    public async Task Fault_8_forty_patterns_that_backtrack_for_ever_take_a_second_together()
    {
        var survey = await data.Survey(Definition());
        var started = Stopwatch.StartNew();
        var refused = await Submit(survey, new string('a', 40) + "!");
        // Ten seconds without a common budget; on a busy machine a second may take three.
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(5), started.Elapsed.ToString());
        Assert.Equal(Questions, Assert.IsType<Problem.Invalid>(refused.Problem).Faults.Count);
    }

    [Fact]
    public async Task Fault_8_sound_answers_to_as_many_patterns_are_taken() =>
        Assert.Null((await Submit(await data.Survey(Definition()), "aab")).Problem);

    private Task<Result<SubmitResponse.Submitted>> Submit(string survey, string answer) =>
        data.Get<SubmitResponse>()
            .Run(
                new(
                    survey,
                    Guid.NewGuid(),
                    "en",
                    JsonSerializer.SerializeToElement(Enumerable.Range(0, Questions).ToDictionary(i => "q" + i, _ => answer))
                )
            );

    private static string Definition() =>
        JsonSerializer.Serialize(
            new
            {
                title = "Patterns",
                questions = Enumerable
                    .Range(0, Questions)
                    .Select(i => new
                    {
                        type = "text",
                        name = "q" + i,
                        label = "Write.",
                        constraint = Backtracking,
                    }),
            }
        );
}
