using NeedsSurvey.App.Responses;

namespace NeedsSurvey.App.Tests.Responses;

public sealed class ReceiptTests
{
    private static readonly Guid Survey = new("00000000-0000-4000-8000-000000000001");
    private static readonly Guid Submission = new("00000000-0000-4000-8000-000000000002");

    [Fact]
    public void The_code_depends_on_the_survey_and_the_submission_alone()
    {
        var code = Receipt.Of(Survey, Submission);
        Assert.Equal(code, Receipt.Of(Survey, Submission));
        Assert.NotEqual(code, Receipt.Of(Submission, Submission));
        Assert.NotEqual(code, Receipt.Of(Survey, Survey));
    }

    private static List<string> Codes() => [.. Enumerable.Range(0, 2_000).Select(_ => Receipt.Of(Survey, Guid.NewGuid()))];

    [Fact]
    public void Codes_hardly_ever_meet() => Assert.Equal(2_000, Codes().Distinct().Count());

    [Fact]
    public void Codes_use_all_of_their_letters()
    {
        var codes = Codes();
        for (var place = 0; place < 19; place++)
            Assert.Equal(place is 4 or 9 or 14 ? 1 : 32, codes.Select(code => code[place]).Distinct().Count());
    }

    [Theory]
    [InlineData("7k3m 9qwx 0a2b c4de", "7K3M-9QWX-0A2B-C4DE")]
    [InlineData("7K3M9QWX0A2BC4DE", "7K3M-9QWX-0A2B-C4DE")]
    [InlineData(" 7K3M–9QWX–oA2B–C4DE\n", "7K3M-9QWX-0A2B-C4DE")]
    [InlineData("iL3M-9QWX-0A2B-C4D٢", "113M-9QWX-0A2B-C4D2")]
    public void A_code_is_read_as_people_type_it(string typed, string read)
    {
        Assert.True(Receipt.TryRead(typed, out var receipt));
        Assert.Equal(read, receipt);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7K3M-9QWX-0A2B-C4D")]
    [InlineData("7K3M-9QWX-0A2B-C4DEF")]
    [InlineData("7K3M-9QWX-0A2B-C4DU")]
    [InlineData("7K3M-9QWX-0A2B-C4D\ud800")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    public void What_cannot_be_a_code_is_refused(string? typed) => Assert.False(Receipt.TryRead(typed, out _));
}
