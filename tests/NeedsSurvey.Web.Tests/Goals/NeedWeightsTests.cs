using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Web.Goals;

namespace NeedsSurvey.Web.Tests.Goals;

public sealed class NeedWeightsTests
{
    private static readonly NeedRanking Ranking = new(
        RankingMethod.Prevalence,
        "prevalence",
        "Prevalence",
        "",
        "share",
        HigherMeansGreaterNeed: true,
        Weighted: false,
        [
            new("food", "Food", .6, ShownCount.Number(60), 1, .9, [new("stated", "Stated", 36, ShownCount.Number(36))]),
            new("quiet", "Quiet", null, ShownCount.Number(60), null, .1, [new("stated", "Stated", null, ShownCount.Few(10))]),
        ]
    );

    private static string? Of(string need, double weight, NeedRanking? ranking, string language = "en") =>
        NeedWeights.Of(new(need, need, null, weight, null, 0, [], false, null), ranking, KnownLanguages.For(language));

    [Fact]
    public void A_need_with_a_score_has_a_share_of_what_people_need() =>
        Assert.Equal("90\u00A0% of what people need", Of("food", .9, Ranking));

    [Theory]
    [InlineData("en", "said by fewer than 10 people")]
    [InlineData("de", "das sagen weniger als 10 Menschen")]
    public void A_need_told_in_words_has_no_share_but_those_words(string language, string words) =>
        Assert.Equal(words, Of("quiet", .1, Ranking, language));

    [Fact]
    public void Without_a_ranking_there_is_no_share() => Assert.Null(Of("food", .5, null));
}
