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

    [Fact]
    public void Nobody_is_said_to_be_left_out_where_nothing_is_shown() =>
        Assert.Equal(0, Breakdowns(FigureNote.None with { BreaksDown = true }));
}
