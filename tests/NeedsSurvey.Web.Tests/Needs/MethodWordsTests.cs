using NeedsSurvey.App.Needs;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;
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

    // figures, 19 of the fresh tester
    [Theory]
    [InlineData("What people need most: a, and b", 1, 2, 3)]
    [InlineData("What people need most: a", 1, 2, 2)]
    [InlineData("What people need most, all alike: a and b", 1, 1, 3)]
    [InlineData("4 needs come first, all alike", 1, 1, 1, 1, 5)]
    [InlineData("What people need most")]
    public void Needs_of_one_place_are_told_as_such(string finding, params int[] places)
    {
        var rows = places.Select((place, i) => new RankedNeed($"{i}", $"{(char)('a' + i)}", 1, ShownCount.Number(60), place, 0, []));
        Assert.Equal(finding, MethodWords.Finding(new(RankingMethod.Borich, "", "", "", "", true, false, [.. rows])));
    }

    [Theory]
    [InlineData("n = 60", 60, 60)]
    [InlineData("n = 31 to 60, need by need", 60, 31)]
    [InlineData("n = all but fewer than 10", null, null)]
    [InlineData("n = 31 or all but fewer than 10, need by need", null, 31)]
    public void People_behind_scores_are_told_in_words_where_they_have_no_number(string told, int? one, int? other)
    {
        var rows = ((int?[])[one, other]).Select(n => new RankedNeed(
            "n",
            "N",
            1,
            n is { } people ? ShownCount.Number(people) : ShownCount.NearlyAll(10),
            1,
            0,
            []
        ));
        Assert.Equal(told, MethodWords.N(new(RankingMethod.Borich, "", "", "", "", true, false, [.. rows])));
    }

    // figures, 21 of the fresh tester: a catalogue of forty leaves no stripes to the few that were asked about.
    [Fact]
    public void Colours_go_to_the_needs_that_were_asked_about_first()
    {
        NeedEntry[] needs =
        [
            .. Enumerable
                .Range(0, 40)
                .Select(i => new NeedEntry
                {
                    Name = $"n{i}",
                    Label = new("N"),
                    Definition = "",
                    Include = "",
                    Exclude = "",
                    Example = "",
                    Origin = NeedOrigin.Catalogue,
                    Version = 1,
                }),
        ];
        Assert.Equal(["c1", "c2", "c3"], ((string[])["n17", "n39", "n0"]).Select(need => NeedColour.Of(needs, ["n17", "n39"], need)));
    }
}
