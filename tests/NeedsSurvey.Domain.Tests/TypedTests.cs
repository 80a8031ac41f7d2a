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
    [InlineData("2 3")]
    [InlineData("1 5")]
    [InlineData("5'6")]
    [InlineData("5\u20196")]
    [InlineData("5\u00A06")]
    [InlineData("\u0662 \u0663")]
    [InlineData("12 34")]
    [InlineData("1 2345")]
    [InlineData("1234 567")]
    [InlineData("0 250")]
    [InlineData("0.250.000")]
    [InlineData("1  234")]
    [InlineData("1\t234")]
    [InlineData("1\n234")]
    [InlineData("1 234'567")]
    [InlineData("1.5 234")]
    [InlineData("2, 3")]
    [InlineData("12 .5")]
    [InlineData("2-3")]
    [InlineData("1\u066C5")]
    [InlineData("1,00,000")]
    public void Row_10_11_12_One_number_is_never_made_of_two(string typed)
    {
        Assert.Null(TypedNumber.Read(typed));
        Assert.Null(TypedNumber.Whole(typed));
    }

    [Theory]
    [InlineData("1 234", 1234)]
    [InlineData("1\u00A0234\u00A0567,5", 1234567.5)]
    [InlineData("1'234.5", 1234.5)]
    [InlineData("1\u066B250", 1.25)]
    [InlineData("\u0661\u066C\u0662\u0663\u0664\u066B\u0665", 1234.5)]
    [InlineData("- 5", -5)]
    [InlineData("\uFF12\uFF10", 20)]
    [InlineData("12\u200B", 12)]
    public void Row_38_58_A_mark_that_parts_thousands_is_passed_over(string typed, double expected) =>
        Assert.Equal((decimal)expected, TypedNumber.Read(typed));

    [Theory]
    [InlineData("09:30")]
    [InlineData("9:30")]
    [InlineData("9.30")]
    [InlineData("9h30")]
    [InlineData("9 h 30")]
    [InlineData("0930")]
    [InlineData("930")]
    [InlineData("9:30:00")]
    [InlineData("9:30 AM")]
    [InlineData("9:30 a.\u00A0m.")]
    [InlineData("9.30 Uhr")]
    [InlineData("9 Uhr 30")]
    [InlineData("9:30 Uhr morgens")]
    [InlineData("\u0660\u0669:\u0663\u0660")]
    [InlineData("\u200F\u0669:\u0663\u0660 \u0635")]
    [InlineData("\uFF19\uFF1A\uFF13\uFF10")]
    [InlineData(" 9:30\u00A0")]
    [InlineData("9:30 de la mañana")]
    public void Row_13_14_Half_past_nine_is_read_in_every_usual_spelling(string typed) =>
        Assert.Equal(new TimeOnly(9, 30), TypedTime.Read(typed));

    [Theory]
    [InlineData("9:30 PM", 21, 30)]
    [InlineData("9:30pm", 21, 30)]
    [InlineData("9.30 p.m.", 21, 30)]
    [InlineData("21:30:00", 21, 30)]
    [InlineData("21:30:45.000", 21, 30)]
    [InlineData("21h", 21, 0)]
    [InlineData("21 Uhr", 21, 0)]
    [InlineData("9 pm", 21, 0)]
    [InlineData("2:30 pm", 14, 30)]
    [InlineData("12:30 am", 0, 30)]
    [InlineData("12:30 pm", 12, 30)]
    [InlineData("14:30 pm", 14, 30)]
    [InlineData("9:30 abends", 21, 30)]
    [InlineData("\u0669:\u0663\u0660 \u0645\u0633\u0627\u0621\u064B", 21, 30)]
    [InlineData("00:00", 0, 0)]
    [InlineData("9 30", 9, 30)]
    public void Row_13_Twelve_and_twenty_four_hours_are_read(string typed, int hours, int minutes) =>
        Assert.Equal(new TimeOnly(hours, minutes), TypedTime.Read(typed));

    [Theory]
    [InlineData("9")]
    [InlineData("9-10")]
    [InlineData("9 10")]
    [InlineData("9.5")]
    [InlineData("9:5")]
    [InlineData("24:00")]
    [InlineData("25:00")]
    [InlineData("9:60")]
    [InlineData("0:30 pm")]
    [InlineData("14:30 am")]
    [InlineData("12:30 abends")]
    [InlineData("half past nine")]
    [InlineData("half 9")]
    [InlineData("9:30 to 10:30")]
    [InlineData("9:30 am pm")]
    [InlineData("09301")]
    [InlineData("-9:30")]
    [InlineData("\uD800 9:30")]
    [InlineData("")]
    [InlineData(null)]
    public void A_time_that_may_be_another_is_not_guessed(string? typed) => Assert.Null(TypedTime.Read(typed));

    [Fact]
    public void A_name_of_a_month_is_the_same_month_in_all_languages()
    {
        var months = NeedsSurvey.Domain.Languages.KnownLanguages.All.SelectMany(TypedDate.NamesOf);
        Assert.All(months.GroupBy(month => month.Name), same => Assert.Single(same.Select(month => month.Month).Distinct()));
    }

    // Field 13 and 30, of the same kind: dates in every usual spelling.
    [Theory]
    [InlineData("Jänner", 1)]
    [InlineData("janner", 1)]
    [InlineData("marz", 3)]
    [InlineData("Maerz", 3)]
    [InlineData("setiembre", 9)]
    [InlineData("كانون الثاني", 1)]
    [InlineData("شباط", 2)]
    [InlineData("اذار", 3)]
    [InlineData("ابريل", 4)]
    [InlineData("ماي", 5)]
    [InlineData("جويلية", 7)]
    [InlineData("غشت", 8)]
    [InlineData("تشرين الاول", 10)]
    [InlineData("2.", 2)]
    [InlineData("Primavera", null)]
    [InlineData("", null)]
    public void A_month_has_the_names_of_every_region(string typed, int? month) => Assert.Equal(month, TypedDate.Month(typed));

    [Theory]
    [InlineData("3", 3)]
    [InlineData("03", 3)]
    [InlineData("3.", 3)]
    [InlineData("3º", 3)]
    [InlineData("3rd", 3)]
    [InlineData("1er", 1)]
    [InlineData("\u0663", 3)]
    [InlineData("3 4", null)]
    [InlineData("3.4", null)]
    [InlineData("three", null)]
    [InlineData("", null)]
    public void A_day_may_have_the_mark_of_its_place(string typed, int? day) => Assert.Equal(day, TypedDate.Day(typed));

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
    [InlineData("3 May 2026", "2026-05-03")]
    [InlineData("3 de mayo de 2026", "2026-05-03")]
    [InlineData("3. Mai 2026", "2026-05-03")]
    [InlineData("May 3, 2026", "2026-05-03")]
    [InlineData("2026. 5. 3.", "2026-05-03")]
    public void A_day_is_read_with_its_year_first_or_its_month_by_name(string typed, string expected) =>
        Assert.Equal(expected, TypedDate.Read(typed)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-5-1 5")]
    [InlineData("2026-02-29")]
    [InlineData("03/05/2026")]
    [InlineData("2026-5")]
    [InlineData("0000-01-01")]
    [InlineData("")]
    public void What_is_no_day_in_one_of_these_ways_is_not_guessed(string typed) => Assert.Null(TypedDate.Read(typed));

    [Theory]
    [InlineData("\ufffe")]
    [InlineData("\ud83d")]
    [InlineData("3 \ufffe 2026")]
    public void Text_that_has_no_normal_form_is_no_day_time_or_place(string typed)
    {
        Assert.Null(TypedDate.Read(typed));
        Assert.Null(TypedDate.Month(typed));
        Assert.Null(TypedTime.Read(typed));
        Assert.Null(NeedsSurvey.Domain.Initiatives.PlaceZone.Of(typed, ["Africa/Nairobi"]));
    }
}
