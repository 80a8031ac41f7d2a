// Dates and times: reading, reckoning, writing.
using System.Globalization;
using static NeedsSurvey.Domain.Tests.Logic.Evaluated;

namespace NeedsSurvey.Domain.Tests.Logic;

public class DateExpressionTests
{
    [Theory]
    [InlineData("today()", "2026-03-14")]
    [InlineData("now()", "2026-03-14T15:09:26.000")]
    [InlineData("date(now())", "2026-03-14")]
    [InlineData("date(14127)", "2008-09-05")]
    [InlineData("date(14127.9)", "2008-09-05")]
    [InlineData("date('2008-9-5')", "2008-09-05")]
    [InlineData("date('2008-09-05T23:30:00Z')", "2008-09-05")]
    [InlineData("date('')", "")]
    [InlineData("date(number('x'))", "")]
    [InlineData("date(today() + 1)", "2026-03-15")]
    [InlineData("date-time('2008-09-05T10:00:00+02:00')", "2008-09-05T08:00:00.000")]
    [InlineData("date-time('2008-09-05T10:00')", "2008-09-05T10:00:00.000")]
    [InlineData("format-date('2008-09-05', '%d/%m/%y')", "05/09/08")]
    [InlineData("format-date(date('2008-09-05'), '%a %e %b %Y, %n 100%%')", "Fri 5 Sep 2008, 9 100%")]
    [InlineData("format-date-time('2008-09-05T07:08:09.123', '%H:%M:%S.%3 %h')", "07:08:09.123 7")]
    [InlineData("format-date('', '%Y')", "")]
    [InlineData("decimal-time('06:00:00.000+02:00')", "0.25")]
    [InlineData("decimal-time(now()) > 0.63 and decimal-time(now()) < 0.64", "true")]
    [InlineData("decimal-date-time('1970-01-02T12:00:00Z')", "1.5")]
    [InlineData("decimal-date-time('')", "")]
    [InlineData("int((today() - date('2008-03-15')) div 365.25)", "17")]
    public void Dates_are_days_that_can_be_reckoned_with(string source, string expected) =>
        Assert.Equal(expected, new Survey().Evaluate(source).ToText());

    [Fact]
    public void A_text_with_an_offset_is_read_on_the_clock_of_the_survey()
    {
        var survey = new Survey { Zone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(-5), "test", "test") };
        IsText("string(date('2024-01-01T02:00:00Z'))", "2023-12-31", survey);
    }

    [Fact]
    public void Names_of_months_follow_the_language()
    {
        var spanish = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        spanish.DateTimeFormat.AbbreviatedMonthNames =
        [
            "ene",
            "feb",
            "mar",
            "abr",
            "may",
            "jun",
            "jul",
            "ago",
            "sept",
            "oct",
            "nov",
            "dic",
            "",
        ];
        IsText("format-date('2008-09-05', '%b')", "sept", new Survey { Culture = spanish });
    }
}
