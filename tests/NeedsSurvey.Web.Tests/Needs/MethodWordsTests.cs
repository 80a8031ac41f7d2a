using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Web.Needs;

namespace NeedsSurvey.Web.Tests.Needs;

public sealed class MethodWordsTests
{
    [Theory]
    [InlineData(NeedFigureKind.Share, 0.5, "50\u00A0%")]
    [InlineData(NeedFigureKind.Times, 1204.0, "1,204")]
    [InlineData(NeedFigureKind.People, 3.0, "3")]
    [InlineData(NeedFigureKind.Value, 0.5, "0.50")]
    public void A_figure_is_written_as_what_it_is_whatever_it_is_called(NeedFigureKind kind, double value, string words) =>
        Assert.Equal(words, MethodWords.Figure(new("any", "Any words", value, Kind: kind)));
}
