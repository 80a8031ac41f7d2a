using System.Diagnostics;
using NeedsSurvey.Domain.Surveys;
using static NeedsSurvey.Domain.Tests.Surveys.DefinitionCheckTests;

namespace NeedsSurvey.Domain.Tests.Surveys;

/// <summary>How large a definition may be, and what checking a large one may cost.</summary>
public sealed class DefinitionLimitTests
{
    private static string Many(int count, Func<int, string> one) => string.Join(",", Enumerable.Range(0, count).Select(one));

    [Fact]
    public void A_list_of_too_many_choices_is_refused()
    {
        var choices = Many(Limits.ChoicesPerList + 1, n => $$"""{"name":"c{{n}}","label":"C"}""");
        Assert.Contains(
            "too_many",
            Faults($$"""{"type":"select_multiple","name":"a","label":"A","choices":[{{choices}}]}""").Select(f => f.Code)
        );
    }

    // field, row 32
    [Fact]
    public void A_list_for_one_answer_may_be_as_long_as_a_register_of_villages()
    {
        var choices = Many(Limits.ChoicesOfOne, n => $$"""{"name":"c{{n}}","label":"C"}""");
        Assert.Empty(
            Faults(
                """{"type":"select_one","name":"a","label":"A","choices":"all"}""",
                $$"""
                "choices":{"all":[{{choices}}]},
                """
            )
        );
        Assert.Equal(
            "too_many",
            Assert
                .Single(Faults($$"""{"type":"select_one","name":"a","label":"A","choices":[{{choices}},{"name":"d","label":"D"}]}"""))
                .Code
        );
    }

    [Fact]
    public void A_label_that_is_too_long_is_refused() =>
        Assert.Equal(
            "too_long",
            Assert.Single(Faults($$"""{"type":"text","name":"a","label":"{{new string('x', Limits.LabelCharacters + 1)}}"}""")).Code
        );

    [Fact]
    public void A_survey_of_too_many_questions_is_refused() =>
        Assert.Equal(
            "too_many",
            Assert.Single(Faults(Many(Limits.Questions + 1, n => $$"""{"type":"text","name":"q{{n}}","label":"Q"}"""))).Code
        );

    [Fact]
    public void A_survey_in_too_many_languages_is_refused()
    {
        var languages = Many(Limits.Languages + 1, n => $"\"x{(char)('a' + n)}\"");
        Assert.Contains(Faults("""{"type":"text","name":"a","label":{"xa":"A"}}""", $"\"languages\":[{languages}],"), fault =>
            fault is { Path: "languages", Code: "too_many" }
        );
    }

    [Fact]
    public void A_small_text_cannot_make_a_large_survey()
    {
        var list = string.Join(",", Enumerable.Range(0, Limits.ChoicesPerList).Select(n => $$"""{"name":"c{{n}}","label":"C"}"""));
        var many = string.Join(
            ",",
            Enumerable
                .Range(0, Limits.Questions)
                .Select(n => $$"""{"type":"select_multiple","name":"q{{n}}","label":"Q","choices":"all"}""")
        );
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains(
            Faults(
                many,
                $$"""
                "choices":{"all":[{{list}}]},
                """
            ),
            fault => fault.Code == "too_many_columns"
        );
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
    }

    [Fact]
    public void Groups_deeper_than_the_limit_are_refused_once()
    {
        var nested = """{"type":"text","name":"a","label":"A"}""";
        for (var depth = 0; depth <= Limits.Depth; depth++)
            nested = $$"""{"type":"group","name":"g{{depth}}","questions":[{{nested}}]}""";
        Assert.Contains(Faults(nested), fault => fault.Code == "too_deep");
    }

    [Fact]
    public void All_faults_of_three_hundred_questions_are_found_in_a_moment()
    {
        var survey = BigSurvey.Of(300, 150);
        DefinitionCheck.Check(survey);
        // The fastest of several, until it is fast: the noise of a busy machine goes away with trying, slow code does not. The benchmark
        // holds it to 10 ms on a quiet one.
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 100 && fastest > TimeSpan.FromMilliseconds(100); i++)
        {
            var watch = Stopwatch.StartNew();
            Assert.DoesNotContain(DefinitionCheck.Check(survey), fault => fault.IsError);
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;
        }
        Assert.InRange(fastest, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
    }
}
