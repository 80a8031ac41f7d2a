namespace NeedsSurvey.Domain.Tests;

/// <summary>What people type is read when it can mean one thing only.</summary>
public sealed class TypedTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData("12,5", 12.5)]
    [InlineData("1\u202F250,75", 1250.75)]
    [InlineData("1\u2009250", 1250)]
    [InlineData("1'250", 1250)]
    [InlineData("1.250.000", 1250000)]
    [InlineData("\u22123", -3)]
    [InlineData("\u20113", -3)]
    [InlineData("\uFF0D3", -3)]
    [InlineData("\u0661\u0662\u066B\u0665", 12.5)]
    [InlineData("\u06F1\u06F2\u066C\u06F3\u06F4\u06F5", 12345)]
    [InlineData("\u200F12\u200E", 12)]
    public void A_number_is_read_in_every_way_of_writing_it(string typed, double expected) =>
        Assert.Equal((decimal)expected, TypedNumber.Read(typed));

    [Theory]
    [InlineData("1,250")]
    [InlineData("1.250")]
    [InlineData("\u0661\u060C\u0662\u0665\u0660")]
    [InlineData("1,2,3")]
    [InlineData("12 people")]
    [InlineData("")]
    [InlineData(null)]
    public void What_could_mean_two_numbers_or_none_is_not_guessed(string? typed) => Assert.Null(TypedNumber.Read(typed));

    [Theory]
    [InlineData("1,250", 1250)]
    [InlineData("1.250", 1250)]
    [InlineData("40 000", 40000)]
    [InlineData("\u0661\u066C\u0662\u0665\u0660", 1250)]
    [InlineData("1.0", 1)]
    [InlineData("1,25", null)]
    [InlineData("1.2", null)]
    [InlineData("99999999999", null)]
    public void Where_only_whole_numbers_make_sense_a_mark_before_three_digits_is_thousands(string typed, int? expected) =>
        Assert.Equal(expected, TypedNumber.Whole(typed));

    [Theory]
    [InlineData("2026-05-03", "2026-05-03")]
    [InlineData(" 2026/5/3 ", "2026-05-03")]
    [InlineData("2026\u20115\u20113", "2026-05-03")]
    [InlineData("\u0662\u0660\u0662\u0666-\u0660\u0665-\u0660\u0663", "2026-05-03")]
    public void A_day_is_read_with_its_year_first(string typed, string expected) =>
        Assert.Equal(expected, TypedDate.Read(typed)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("03/05/2026")]
    [InlineData("2026-5")]
    [InlineData("0000-01-01")]
    [InlineData("")]
    public void What_is_no_day_with_its_year_first_is_not_guessed(string typed) => Assert.Null(TypedDate.Read(typed));
}
