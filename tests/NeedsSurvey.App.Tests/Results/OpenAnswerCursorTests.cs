using NeedsSurvey.App.Results;

namespace NeedsSurvey.App.Tests.Results;

public sealed class OpenAnswerCursorTests
{
    private const string Id = "0197d0a0-0000-7000-8000-000000000001";

    [Theory]
    [InlineData(Id + ":story")]
    [InlineData(Id + ":homes[2].place.other")]
    public void A_cursor_that_was_given_is_read_again(string text) => Assert.Equal(text, OpenAnswerCursor.Parse(text).OrThrow().ToString());

    [Fact]
    public void No_cursor_is_the_beginning() => Assert.Null(OpenAnswerCursor.Parse(null).OrThrow().ResponseId);

    [Theory]
    [InlineData("")]
    [InlineData("story")]
    [InlineData("story:" + Id)]
    [InlineData(Id + ":a\0b")]
    public void Anything_else_is_refused(string text) => Assert.IsType<Problem.Invalid>(OpenAnswerCursor.Parse(text).Problem);
}
