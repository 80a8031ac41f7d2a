using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Domain.Tests.Needs;

namespace NeedsSurvey.Domain.Tests.Languages;

/// <summary>Whatever other rooms know by a code, every language has words for.</summary>
public sealed partial class CodesInWordsTests
{
    [Fact]
    public void Every_fault_of_an_answer_has_its_message()
    {
        var codes = FaultCodes();
        Assert.True(codes.Count > 30, $"only {codes.Count} codes were found in the source");
        Assert.All(KnownLanguages.All, language => Assert.All(codes, code => Assert.NotNull(Message(language, code))));
    }

    [Fact]
    public void Messages_differ_from_fault_to_fault()
    {
        var codes = FaultCodes();
        Assert.All(KnownLanguages.All, language =>
            Assert.Equal(codes.Count, codes.Select(code => Message(language, code)).Distinct().Count())
        );
    }

    [Fact]
    public void A_code_of_no_message_gives_none() => Assert.Null(KnownLanguages.English.Messages.Of("fine", CultureInfo.InvariantCulture));

    [Fact]
    public void Numbers_in_messages_are_the_readers()
    {
        var german = KnownLanguages.For("de");
        Assert.Equal("Wählen Sie eine Zahl von 0,5 bis 20.", german.Messages.Of("off_scale", german.Culture, 0.5m, 20m));
    }

    [Fact]
    public void Every_way_of_ranking_has_words_of_its_own()
    {
        var codes = Enum.GetNames<RankingMethod>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName).ToList();
        Assert.All(KnownLanguages.All, language =>
            Assert.Equal(codes.Count, codes.Select(code => language.Report.Methods.Of(code).Name).Distinct().Count())
        );
    }

    [Fact]
    public void A_ranking_explains_itself_in_the_words_of_its_code()
    {
        var ranking = Rankings.Of(Given.WorkedPairs(), RankingMethod.RankedDiscrepancy);
        Assert.Equal("ranked_discrepancy", ranking.Code);
        Assert.Equal(KnownLanguages.English.Report.Methods.RankedDiscrepancy.Explanation, ranking.Explanation);
    }

    [Fact]
    public void Every_decision_has_words_of_its_own()
    {
        var codes = Enum.GetValues<DispositionKind>().Select(kind => kind.Code()).ToList();
        Assert.All(KnownLanguages.All, language =>
        {
            Assert.Equal(codes.Count, codes.Select(language.Receipt.Decisions.Of).Distinct().Count());
            Assert.Equal(codes.Count, codes.Select(language.Report.Decided.Of).Distinct().Count());
        });
    }

    [Fact]
    public void Every_effect_of_a_goal_has_words_of_its_own()
    {
        var codes = Enum.GetValues<GoalEffect>().Select(effect => effect.Code()).ToList();
        Assert.All(KnownLanguages.All, language => Assert.Equal(codes.Count, codes.Select(language.Report.Effect.Of).Distinct().Count()));
    }

    [Fact]
    public void A_goal_s_effect_is_stored_in_the_word_that_json_has_for_it() =>
        Assert.All(Enum.GetValues<GoalEffect>(), effect =>
            Assert.Equal(JsonNamingPolicy.SnakeCaseLower.ConvertName(effect.ToString()), effect.Code())
        );

    [Fact]
    public void Every_state_of_a_goal_has_words_of_its_own()
    {
        var codes = Enum.GetValues<GoalState>().Select(state => state.Code()).ToList();
        Assert.All(KnownLanguages.All, language =>
            Assert.Equal(codes.Count, codes.Select(language.Receipt.GoalStates.Of).Distinct().Count())
        );
    }

    [Fact]
    public void A_goal_s_state_is_stored_in_the_word_that_json_has_for_it() =>
        Assert.All(Enum.GetValues<GoalState>(), state =>
            Assert.Equal(JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString()), state.Code())
        );

    [Fact]
    public void A_hearing_check_s_state_is_stored_in_the_word_that_json_has_for_it() =>
        Assert.All(Enum.GetValues<HearingState>(), state =>
            Assert.Equal(JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString()), state.Code())
        );

    [Fact]
    public void A_sample_design_is_stored_in_the_word_that_json_has_for_it() =>
        Assert.All(Enum.GetValues<SampleDesign>(), design =>
            Assert.Equal(JsonNamingPolicy.SnakeCaseLower.ConvertName(design.ToString()), design.Code())
        );

    [Fact]
    public void A_sample_design_is_read_back_from_its_word() =>
        Assert.All(Enum.GetValues<SampleDesign>(), design => Assert.Equal(design, SampleDesigns.Stored(design.Code())));

    [Fact]
    public void A_need_s_origin_is_one_of_the_three_words_that_are_stored() =>
        Assert.Equal(["catalogue", "survey", "stories"], Enum.GetNames<NeedOrigin>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));

    [Fact]
    public void Every_disclosure_has_a_label_of_its_own()
    {
        var facts = new DisclosureFacts
        {
            Organisation = "",
            Community = "",
            Place = "",
            CommunitySize = null,
            SurveyTitles = [],
            SurveysInRandomOrder = 1,
            OffersNotKnowing = true,
            OpenedOn = null,
            ClosedOn = null,
            Languages = [],
            HasResponses = false,
            Responses = null,
            Threshold = 10,
            Precision = "",
            OpenAnswers = 0,
            OpenAnswersRead = 0,
            Coders = 0,
        };
        var items = Disclosure.Of(facts, new Dictionary<string, string>());
        Assert.Equal(12, items.Count);
        Assert.All(items, item => Assert.Equal(item.Label, KnownLanguages.English.Report.Disclosed.Of(item.Code)));
        Assert.All(KnownLanguages.All, language =>
            Assert.Equal(12, items.Select(item => language.Report.Disclosed.Of(item.Code)).Distinct().Count())
        );
    }

    // Of the messages with values, the widest takes two numbers.
    private static string? Message(Language language, string code) => language.Messages.Of(code, CultureInfo.InvariantCulture, 7, 9);

    // The codes that the checking of answers hands to the list of faults, as its source has them.
    private static HashSet<string> FaultCodes([CallerFilePath] string here = "")
    {
        var room = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/NeedsSurvey.Domain/Responses"));
        return
        [
            .. Directory
                .EnumerateFiles(room, "*Answer*.cs", SearchOption.AllDirectories)
                .SelectMany(file => Statement().Matches(File.ReadAllText(file)))
                .SelectMany(statement => Literal().Matches(statement.Value))
                .Select(literal => literal.Groups[1].Value)
                .Where(literal => literal is not ("best" or "worst" or "other" or "choice" or "choices")),
        ]; // Parts of an answer's JSON.
    }

    [GeneratedRegex(@"\bfaults\b[^;]*;", RegexOptions.None, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex("\"([a-z]+(?:_[a-z]+)*)\"", RegexOptions.None, 1000)]
    private static partial Regex Literal();
}
