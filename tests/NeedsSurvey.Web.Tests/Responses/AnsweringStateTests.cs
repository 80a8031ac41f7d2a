using System.Buffers.Text;
using System.IO.Compression;
using NeedsSurvey.Web.Responses;

namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>What a form carries from page to page.</summary>
public sealed class AnsweringStateTests
{
    private static AnsweringState State(string words) =>
        new()
        {
            Submission = new Guid("6f2c0f0e-5a3f-4f5e-9a52-0d6a4f1f0001"),
            Version = 1,
            Language = "th",
            Draft = $$"""{"a":"{{words}}"}""",
        };

    [Theory]
    [InlineData(1)]
    [InlineData(10_000)]
    [InlineData(300_000)]
    public void What_is_written_is_read_again(int letters)
    {
        var state = State(new string('ก', letters));
        Assert.Equal(state, AnsweringState.Read(state.Write()));
    }

    [Fact]
    public void A_hundred_answers_of_the_greatest_length_in_letters_by_chance_fit()
    {
        var random = new Random(1);
        Assert.True(State(string.Concat(Enumerable.Range(0, 1_000_000).Select(_ => (char)random.Next('一', '龥')))).Fits());
    }

    [Fact]
    public void There_is_an_end_to_what_fits() => Assert.False(State(new string('ก', 3_000_000)).Fits());

    [Fact]
    public void A_state_that_unpacks_to_more_than_any_form_holds_is_refused()
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            brotli.Write(new byte[64 * 1024 * 1024]);
        Assert.Null(AnsweringState.Read("z" + Base64Url.EncodeToString(packed.ToArray())));
    }

    [Theory]
    [InlineData("z")]
    [InlineData("z!!")]
    [InlineData("zAAAA")]
    public void What_is_not_packed_by_us_is_refused(string field) => Assert.Null(AnsweringState.Read(field));
}
