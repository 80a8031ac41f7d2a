using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>Rows S1–S8, P1 and P3 of the list of hidden cells that could be worked out: found with the door off, not found through
/// it.</summary>
public sealed class ShapeTests
{
    private static readonly Asked Area = new("area", AskedKind.One, 2);

    [Fact]
    public void S1_the_union_of_crosstabs_filters_and_states_gives_many_hidden_cells()
    {
        var random = SmallInitiative.Random(1);
        Assert.True(Found(random).Count() > 10);
        AssertSafe(random);
    }

    [Fact]
    public void S2_a_total_hidden_in_the_crosstab_was_printed_by_the_results()
    {
        var survey = AnsweredAlike.Survey(
            [Area, new("x", AskedKind.One, 2)],
            (
                10,
                [
                    [0],
                    [0],
                ]
            ),
            (
                10,
                [
                    [0],
                    [1],
                ]
            ),
            (
                10,
                [
                    [1],
                    [0],
                ]
            ),
            (
                20,
                [
                    [1],
                    [1],
                ]
            ),
            (
                4,
                [
                    [],
                    [0],
                ]
            )
        );
        Assert.Contains("s area skipped", Found(survey));
        AssertSafe(survey);
    }

    [Fact]
    public void S3_who_was_asked_a_follow_up_gave_the_answer_before()
    {
        var survey = AnsweredAlike.Survey(
            [new("violence", AskedKind.One, 3), new("helped", AskedKind.One, 2, 0, 0)],
            (
                3,
                [
                    [0],
                    [],
                ]
            ),
            (
                12,
                [
                    [1],
                    null,
                ]
            ),
            (
                45,
                [
                    [2],
                    null,
                ]
            )
        );
        Assert.Contains("s violence=0", Found(survey));
        AssertSafe(survey);
    }

    [Fact]
    public void S4_a_base_of_three_with_a_zero_told_what_all_three_said()
    {
        var survey = AnsweredAlike.Survey(
            [Area, new("debt", AskedKind.One, 2)],
            (
                3,
                [
                    [0],
                    [0],
                ]
            ),
            (
                37,
                [
                    [0],
                    [],
                ]
            ),
            (
                10,
                [
                    [1],
                    [0],
                ]
            ),
            (
                10,
                [
                    [1],
                    [1],
                ]
            ),
            (
                20,
                [
                    [1],
                    [],
                ]
            )
        );
        Assert.Contains("s area=0 debt=0", Found(survey));
        AssertSafe(survey);
    }

    [Fact]
    public void S6_picks_of_exactly_two_add_up()
    {
        var survey = AnsweredAlike.Survey(
            [new("picks", AskedKind.Many, 4, Exactly: 2)],
            (
                4,
                [
                    [0, 3],
                ]
            ),
            (
                14,
                [
                    [0, 1],
                ]
            ),
            (
                22,
                [
                    [0, 2],
                ]
            ),
            (
                20,
                [
                    [1, 2],
                ]
            )
        );
        Assert.Contains("s picks=3", Found(survey));
        AssertSafe(survey);
    }

    [Fact]
    public void S7_figures_before_and_after_one_response_told_that_response()
    {
        var survey = AnsweredAlike.Survey(
            [Area, new("x", AskedKind.One, 2)],
            (
                15,
                [
                    [0],
                    [0],
                ]
            ),
            (
                15,
                [
                    [0],
                    [1],
                ]
            ),
            (
                15,
                [
                    [1],
                    [0],
                ]
            ),
            (
                15,
                [
                    [1],
                    [1],
                ]
            ),
            (
                1,
                [
                    [0],
                    [1],
                ]
            )
        );
        Assert.Contains("s area=0 newcomers", Found(survey with { Earlier = 60 }));
        Assert.False(SafeSteps.MayDraw(new(60, 60), 61, SafeRule.Default));
        AssertSafe(survey with { Earlier = 46 });
    }

    [Fact]
    public void S8_and_P1_a_need_hidden_on_one_page_has_the_same_words_on_every_other()
    {
        var keys = SafeCountTests.Keys(60);
        RecordCounter everyone = default,
            byOption = default,
            byNeed = default;
        foreach (var key in keys)
            everyone.Add(key);
        foreach (var key in keys[..3])
            byOption.Add(key);
        foreach (var key in keys[..3].Reverse())
            byNeed.Add(key);
        var all = new Drawing(SafeRule.Default, everyone).Everyone!;
        Assert.Equal("fewer than 10", all.Part(byOption).ToString());
        Assert.Equal(all.Part(byOption), all.Part(byNeed));
        Assert.Null(ShownFigures.Share(all.Part(byNeed), all).Value);
        AssertSafe(
            AnsweredAlike.Survey(
                [new("help", AskedKind.Many, 2)],
                (
                    47,
                    [
                        [0],
                    ]
                ),
                (
                    3,
                    [
                        [0, 1],
                    ]
                )
            )
        );
    }

    [Fact]
    public void P3_replies_to_the_hearing_check_are_told_in_words()
    {
        var survey = AnsweredAlike.Survey(
            [new("heard", AskedKind.One, 3)],
            (
                12,
                [
                    [0],
                ]
            ),
            (
                2,
                [
                    [1],
                ]
            ),
            (
                1,
                [
                    [2],
                ]
            )
        );
        Assert.Contains("s heard=2", Found(survey, hides: false));
        AssertSafe(survey);
    }

    // "Hidden" is how the program hid counts until now; some rows were printed without any hiding.
    private static IEnumerable<string> Found(SmallInitiative initiative, bool hides = true) =>
        Publication
            .Attack(initiative, attacker => new TrueDoor(attacker, hides), rounds: 0)
            .Where(guess => guess.IsPinned)
            .Select(guess => guess.Name);

    private static void AssertSafe(SmallInitiative initiative) =>
        Assert.All(Publication.Attack(initiative, attacker => new SafeDoor(attacker, SafeRule.Default)), guess =>
            Assert.False(guess.IsPinned || guess.Probability > .5, guess.ToString())
        );
}
