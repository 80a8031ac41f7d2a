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
                .Select(sentence =>
                    sentence.Change switch
                    {
                        SentenceChange.Removed => $"-{sentence.Words}",
                        SentenceChange.Added => $"+{sentence.Words}",
                        _ => sentence.Words,
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
    [InlineData("Rent costs 1.200 a month. Why?", 2)]
    [InlineData("السكن غالٍ. هل من حافلات؟ لا.", 3)]
    [InlineData("«¿Cuánto?» Mucho.\nY más.", 3)]
    [InlineData("  ", 0)]
    public void A_text_has_so_many_sentences(string text, int sentences) => Assert.Equal(sentences, SummaryChanges.Sentences(text).Count);
}
