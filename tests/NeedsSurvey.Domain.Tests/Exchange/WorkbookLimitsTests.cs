using NeedsSurvey.Domain.Exchange;

namespace NeedsSurvey.Domain.Tests.Exchange;

/// <summary>Field 25: what a sheet cannot hold is said; nothing is cut.</summary>
public sealed class WorkbookLimitsTests
{
    [Theory]
    [InlineData(1_048_575, 16_374, null)]
    [InlineData(1_048_576, 1, "A sheet of a workbook holds 1,048,575 rows, and there are 1,048,576. Take the CSV file or the package.")]
    [InlineData(
        1,
        16_375,
        "A sheet of a workbook holds 16,374 columns of answers, and there are 16,375. Take the CSV file or the package."
    )]
    public void A_table_that_does_not_fit_is_refused_with_its_size(long rows, int columns, string? words) =>
        Assert.Equal(words, WorkbookLimits.Refusal(rows, columns));

    [Fact]
    public void A_text_of_the_greatest_length_stands_whole()
    {
        var text = new string('ก', 32_767);
        Assert.Equal(text, WorkbookLimits.Fitting(text));
    }

    [Fact]
    public void In_the_place_of_a_longer_text_its_length_is_said() =>
        Assert.StartsWith("[32,768 characters", WorkbookLimits.Fitting(new string('ก', 32_768)), StringComparison.Ordinal);

    [Fact]
    public void Names_of_sheets_are_short_and_no_two_alike() =>
        Assert.Equal(
            ["responses", "a_repeat_with_a_name_that_is_lo", "a_repeat_with_a_name_that_is__2", "history_2"],
            WorkbookLimits.SheetNames([
                "responses",
                "a_repeat_with_a_name_that_is_longer_1",
                "a_repeat_with_a_name_that_is_longer_2",
                "history",
            ])
        );
}
