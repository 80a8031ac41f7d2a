using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Web.Pages.Words;

namespace NeedsSurvey.Web.Tests.Reports;

public sealed class ReportWordsTests
{
    [Fact]
    public void The_report_has_words_for_every_way_of_ranking_every_decision_and_every_disclosure_in_every_language()
    {
        var facts = new DisclosureFacts
        {
            Organisation = "", Community = "", Place = "", CommunitySize = null, SurveyTitles = [], OpenedOn = null, ClosedOn = null, Languages = [], Responses = 0,
            Design = SampleDesign.OptIn, OpenAnswers = 0, OpenAnswersRead = 0, Coders = 0,
        };
        foreach (var language in AnsweringWords.Languages)
        {
            var words = ReportWords.For(language);
            Assert.Equal(language, words.Language);
            Assert.Equal(Enum.GetValues<DispositionKind>().Select(kind => kind.Code()).Order(), words.Decided.Keys.Order());
            if (language == "en") continue; // English is what rankings and disclosures speak themselves.
            Assert.Equal(Enum.GetValues<RankingMethod>().Order(), words.Methods.Keys.Order());
            Assert.Equal(Disclosure.Of(facts, new Dictionary<string, string>()).Select(item => item.Code).Order(), words.Disclosed.Keys.Order());
        }
    }

    [Theory]
    [InlineData("en", "\u2068Water\u2069, \u2068Bread\u2069 and \u2068Heat\u2069")]
    [InlineData("es", "\u2068Water\u2069, \u2068Bread\u2069 y \u2068Heat\u2069")]
    [InlineData("ar", "\u2068Water\u2069، \u2068Bread\u2069 و\u2068Heat\u2069")]
    public void Things_in_a_row_are_joined_as_the_language_joins_them(string language, string joined) =>
        Assert.Equal(joined, ReportWords.For(language).List(["Water", "Bread", "Heat"]));
}
