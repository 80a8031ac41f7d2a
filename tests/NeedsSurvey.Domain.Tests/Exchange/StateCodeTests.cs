using System.Globalization;
using System.Text;
using NeedsSurvey.Domain.Exchange;

namespace NeedsSurvey.Domain.Tests.Exchange;

/// <summary>N6: codes of the states that no cell reads like.</summary>
public sealed class StateCodeTests
{
    [Theory]
    [InlineData("NA", "REFUSED", "", "NA", "REFUSED")]
    [InlineData("NA", "REFUSED", "na|N A|NAN|NA_|NA_1|NA_02|NA_x|xNA|REFUSED!", "NA", "REFUSED")]
    [InlineData("NA", "REFUSED", "NA", "NA_2", "REFUSED")]
    [InlineData("NA", "REFUSED", "REFUSED|NA_2", "NA", "REFUSED_2")]
    [InlineData("NA", "REFUSED", "NA_3|NA|NA_2|NA_5", "NA_4", "REFUSED")]
    [InlineData("NA", "REFUSED", " NA|REFUSED\n", "NA_2", "REFUSED_2")]
    [InlineData("NA", "NA_2", "NA", "NA_3", "NA_2")]
    [InlineData("NA_2", "NA", "NA", "NA_2", "NA_3")]
    [InlineData("-99", "-77", "-99.0|99|-990", "-100", "-77")]
    [InlineData("-99", "-77", " -9.9e1 |-100|-7.7", "-101", "-77")]
    [InlineData("-99", "-100", "-99|-100", "-101", "-102")]
    [InlineData("0", "9", "0|9|10", "-1", "11")]
    [InlineData("-99", "99", "79228162514264337593543950335|-79228162514264337593543950335", "-99", "99")]
    public void N6_a_code_gives_way_to_the_next_that_no_value_reads_like(
        string notAsked,
        string declined,
        string values,
        string thenNotAsked,
        string thenDeclined
    )
    {
        var search = new StateCodeSearch(new(notAsked, declined));
        foreach (var value in values.Split('|'))
            search.See(value);
        Assert.Equal(new StateCodes(thenNotAsked, thenDeclined), search.Settle());
    }

    [Theory]
    [InlineData("NA", "REFUSED", "NA")]
    [InlineData("NA", "REFUSED", " NA\t")]
    [InlineData("NA", "REFUSED", "REFUSED")]
    [InlineData("-99", "KO", "-99.0")]
    [InlineData("-99", "KO", " -9.9e1")]
    [InlineData("-99", "KO", "KO")]
    public void N6_the_watch_sees_what_the_search_finds_taken(string notAsked, string declined, string cell) =>
        Assert.True(new StateCodeWatch(new(notAsked, declined)).Sees(Encoding.UTF8.GetBytes(cell)));

    [Theory]
    [InlineData("NA", "REFUSED", "")]
    [InlineData("NA", "REFUSED", "na")]
    [InlineData("NA", "REFUSED", "N A")]
    [InlineData("NA", "REFUSED", "NA_2")]
    [InlineData("-99", "KO", "-98")]
    [InlineData("-99", "KO", "-")]
    [InlineData("-99", "KO", "99")]
    public void N6_the_watch_lets_other_cells_pass(string notAsked, string declined, string cell) =>
        Assert.False(new StateCodeWatch(new(notAsked, declined)).Sees(Encoding.UTF8.GetBytes(cell)));

    [Theory]
    [InlineData("NA", "NA_65537")]
    [InlineData("-9", "-65545")]
    public void N6_somebody_who_takes_every_candidate_makes_it_look_again_and_not_fail(string notAsked, string then)
    {
        var search = new StateCodeSearch(new(notAsked, "REFUSED"));
        StateCodes? codes;
        var looks = 0;
        do
        {
            looks++;
            search.See(notAsked);
            for (var place = 1; place < StateCodeCandidates.Window; place++)
                search.See(notAsked == "NA" ? $"NA_{place + 1}" : (-9 - place).ToString(CultureInfo.InvariantCulture));
            codes = search.Settle();
        } while (codes is null);
        Assert.Equal((2, new StateCodes(then, "REFUSED")), (looks, codes));
    }
}
