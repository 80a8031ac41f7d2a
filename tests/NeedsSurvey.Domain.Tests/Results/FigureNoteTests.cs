using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>What is said of figures is true of them.</summary>
public sealed class FigureNoteTests
{
    private static int Breakdowns(FigureNote note) =>
        KnownLanguages.All.Count(spoken => note.In(spoken).Contains(SafeWords.Breakdown(SafeRule.Default, spoken)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void People_are_said_to_be_left_out_only_where_there_is_a_breakdown(bool stay)
    {
        var note = new FigureNote(false, SafeRule.DefaultThreshold, 40, stay);
        Assert.Equal(0, Breakdowns(note));
        Assert.Equal(KnownLanguages.All.Count, Breakdowns(note with { BreaksDown = true }));
    }

    // figures, 7 of the fresh tester: each survey is drawn again by itself.
    [Fact]
    public void Of_several_surveys_no_step_of_them_all_is_told()
    {
        var note = new FigureNote(false, SafeRule.DefaultThreshold, 258);
        foreach (var spoken in KnownLanguages.All)
        {
            Assert.Contains(SafeWords.Drawn(SafeRule.Default, 258, spoken), note.In(spoken));
            var apart = (note with { AreDrawnApart = true }).In(spoken);
            Assert.DoesNotContain(SafeWords.Drawn(SafeRule.Default, 258, spoken), apart);
            Assert.Contains(SafeWords.DrawnApart(SafeRule.Default, spoken), apart);
        }
    }

    // figures, 7 of the fresh tester
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Figures_of_several_surveys_are_known_as_such(int surveys, bool apart)
    {
        var drawings = new Drawings(
            SafeRule.Default,
            [
                .. Enumerable
                    .Range(0, surveys)
                    .Select(survey => RecordCounter.Of([.. SafeCountTests.Keys(40, survey + 1).Select(key => new RecordCounter(key))])),
            ]
        );
        Assert.Equal(apart, FigureNote.Of(drawings).AreDrawnApart);
    }

    // figures, 13 of the fresh tester
    [Fact]
    public void A_part_in_words_of_a_base_in_words_is_told_plainly()
    {
        var nearly = ShownCount.NearlyAll(19);
        foreach (var spoken in KnownLanguages.All)
        {
            var all = SafeWords.PartOf(nearly, nearly, SafeWords.Of(nearly, spoken), spoken);
            var few = SafeWords.PartOf(ShownCount.Few(19), nearly, SafeWords.Of(nearly, spoken), spoken);
            Assert.All((string[])[all, few], said => Assert.Equal(2, said.Split(spoken.Count(19)).Length));
        }
        Assert.Equal("fewer than 10 of 62 people", SafeWords.PartOf(ShownCount.Few(10), ShownCount.Number(62), "62 people"));
    }

    [Fact]
    public void Nobody_is_said_to_be_left_out_where_nothing_is_shown() =>
        Assert.Equal(0, Breakdowns(FigureNote.None with { BreaksDown = true }));
}
