using System.Text.RegularExpressions;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain.Tests.Languages;

/// <summary>One person who asks is not "we".</summary>
public sealed class OneVoiceTests
{
    public static TheoryData<string> Codes => [.. KnownLanguages.All.Select(language => language.Code)];

    private static IEnumerable<string> Texts(object words) =>
        words.GetType().GetProperties().Where(text => text.PropertyType == typeof(string)).Select(text => (string)text.GetValue(words)!);

    // content E6
    [Fact]
    public void One_person_never_says_we_on_a_receipt_or_in_a_hearing_check()
    {
        // Before anybody knows whose code it is, the program speaks.
        var said = Texts(KnownLanguages.English.ReceiptByOne)
            .Concat(Texts(KnownLanguages.English.HearingByOne))
            .Except([KnownLanguages.English.Receipt.Unknown]);
        Assert.DoesNotContain(said, text =>
            Regex.IsMatch(text.Replace("that is what we said", ""), @"\b(we|us|our)\b", RegexOptions.IgnoreCase)
        );
    }

    // What is said of an answer is said for whoever asks.
    [Fact]
    public void Messages_never_say_we() =>
        Assert.DoesNotContain(Texts(KnownLanguages.English.Messages), text =>
            Regex.IsMatch(text, @"\b(we|us|our)\b", RegexOptions.IgnoreCase)
        );

    // content E6
    [Theory, MemberData(nameof(Codes))]
    public void One_person_asks_in_words_of_their_own(string code)
    {
        var spoken = KnownLanguages.For(code);
        Assert.NotEqual(spoken.Hearing.Question, spoken.HearingOf(one: true).Question);
        Assert.NotEqual(spoken.Receipt.WithdrawWhat, spoken.ReceiptOf(one: true).WithdrawWhat);
        Assert.NotEqual(spoken.Answering.WhatNextDefault, spoken.AnsweringOf(one: true).WhatNextDefault);
        Assert.NotEqual(spoken.Report.HowTitle, spoken.ReportOf(one: true).HowTitle);
    }
}
