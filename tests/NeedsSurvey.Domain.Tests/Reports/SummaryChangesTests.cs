using NeedsSurvey.Domain.Reports;

namespace NeedsSurvey.Domain.Tests.Reports;

// case content R3
public sealed class SummaryChangesTests
{
    private static string Told(string before, string after) =>
        string.Join(
            " ",
            SummaryChanges
                .Between(before, after)
                .Select(part =>
                    part.Change switch
                    {
                        SummaryChange.Removed => $"-{part.Words}",
                        SummaryChange.Added => $"+{part.Words}",
                        _ => part.Words,
                    }
                )
        );

    [Theory]
    [InlineData("Rent. Buses.", "Rent. Buses.", "Rent. Buses.")]
    [InlineData("Rent. Buses.", "Rent. Doctors. Buses.", "Rent. +Doctors. Buses.")]
    [InlineData("Rent. Buses.", "Rent.", "Rent. -Buses.")]
    [InlineData("Rent. Buses stop.", "Rent. Buses never start.", "Rent. -Buses stop. +Buses never start.")]
    [InlineData("", "Rent.", "+Rent.")]
    public void Sentences_are_kept_removed_or_added(string before, string after, string told) => Assert.Equal(told, Told(before, after));

    [Theory]
    [InlineData(
        "You said that buses stop too early.",
        "You said that buses stop too early; on Sundays they never start.",
        "You said that buses stop too early; +on Sundays they never start."
    )]
    [InlineData(
        "Rent is too high. People who rent told us about damp.",
        "Rent is too high. People who rent told us about damp, and owners about heating.",
        "Rent is too high. People who rent told us about damp, +and owners about heating."
    )]
    [InlineData(
        "Many of you asked for more patrols on the street.",
        "You want protection; for many of you more police is the opposite.",
        "-Many of you asked for more patrols on the street. +You want protection; for many of you more police is the opposite."
    )]
    [InlineData(
        "There is nowhere to sit. Young people hardly answered; we do not know what they say.",
        "There is nowhere to sit. The benches were taken away. We asked where it was easy. "
            + "Young people and carers hardly answered; we do not know what they say.",
        "There is nowhere to sit. +The benches were taken away. +We asked where it was easy. "
            + "-Young people +Young people and carers hardly answered; we do not know what they say."
    )]
    [InlineData("a b c d e x f g h i j k", "a b c d e y f z h i j k", "a b c d e -x f g +y f z h i j k")]
    public void Words_that_a_changed_sentence_keeps_are_not_crossed_out(string before, string after, string told) =>
        Assert.Equal(told, Told(before, after));

    [Theory]
    [InlineData("Rent costs 1.200 a month. Why?", 2)]
    [InlineData("السكن غالٍ. هل من حافلات؟ لا.", 3)]
    [InlineData("«¿Cuánto?» Mucho.\nY más.", 3)]
    [InlineData("  ", 0)]
    public void A_text_has_so_many_sentences(string text, int sentences) => Assert.Equal(sentences, SummaryChanges.Sentences(text).Count);
}
