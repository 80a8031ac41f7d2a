using System.Globalization;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Tests.Responses;

public sealed class FarDatesTests
{
    // 1403 is 2024 in Persian years and 1983 in Islamic ones.
    [Theory]
    [InlineData("en", "2024 1982")]
    [InlineData("fa-AF", "2024")]
    [InlineData("ar", "1982")]
    [InlineData("ur", "1982")]
    public void A_far_year_is_offered_in_the_calendars_of_the_readers_language(string language, string years) =>
        Assert.Equal(
            years,
            string.Join(
                ' ',
                FarDates.Offered(new(1403, 1, 1), new(2026, 3, 27), language).Select(day => day.Year.ToString(CultureInfo.InvariantCulture))
            )
        );
}
