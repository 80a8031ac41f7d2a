using System.Text.Json;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.Domain.Tests.Languages;

public sealed class RankingWordsTests
{
    public static TheoryData<RankingMethod> Methods => [.. Enum.GetValues<RankingMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_way_of_ranking_has_words_in_every_language(RankingMethod method)
    {
        var code = JsonNamingPolicy.SnakeCaseLower.ConvertName(method.ToString());
        foreach (var language in KnownLanguages.All)
        {
            var (name, explanation) = language.Report.Methods.Of(code);
            Assert.True(name.Length > 0 && explanation.Length > 0, language.Code);
        }
    }
}
