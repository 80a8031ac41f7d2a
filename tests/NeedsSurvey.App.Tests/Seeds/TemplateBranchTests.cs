using NeedsSurvey.App.Seeds;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Seeds;

public sealed class TemplateBranchTests
{
    [Theory]
    [InlineData("neighbourhood-needs", """{"tenure":"rent_social","repair_waiting":"months"}""")]
    [InlineData("community-response", """{"would_help":["believed","truth"],"first":["truth"],"turn_to":"no","nearness":"none"}""")]
    [InlineData("community-response", """{"would_help":{"choices":["truth","other"],"other":"A bus"},"first":["other"]}""")]
    [InlineData("museum-visitors", """{"last_visit":"year","welcome_felt":5,"remembered":"The loom."}""")]
    [InlineData("museum-visitors", """{"last_visit":"longer","remembered":"The loom."}""")]
    [InlineData(
        "mutual-aid",
        """{"need_now":["food","stay"],"first":["stay","food"],"cannot_wait":["food"],"food_kind":["any"],"""
            + """ "notice":"letter","how_soon":"week"}"""
    )]
    [InlineData(
        "mutual-aid",
        """{"need_now":{"choices":["rent","other"],"other":"A pram"},"first":["other"],"cannot_wait":["other"],"""
            + """ "notice":"court","how_soon":"later"}"""
    )]
    [InlineData("one-person", """{"heard":"a_little","not_heard":"That we are tired."}""")]
    [InlineData("one-person", """{"heard":"silent","hard_to_say":"My papers."}""")]
    [InlineData("displacement", """{"need_now":["shelter","documents"],"first":["documents"],"cannot_wait":["can_wait"],"turn_to":"no"}""")]
    [InlineData("health", """{"not_asked":"A bench.","first_three":["own_words","teeth"],"went_without":"once","why_without":["cost"]}""")]
    [InlineData("school", """{"would_help":["learning","other"],"first":["other","learning"],"here_as":"teach"}""")]
    [InlineData("workplace", """{"would_help":["work","voice"],"first":["voice"],"to_share":["swap"],"here_as":"through"}""")]
    [InlineData("pocket", """{"story":"Rain.","would_help":"A roof.","nobody_should":"Take pictures."}""")]
    public void Answers_open_the_questions_that_follow_from_them(string key, string answers)
    {
        var verdict = Check(key, answers);
        Assert.Empty(verdict.Faults.Select(fault => fault.ToString()));
        Assert.Empty(verdict.Dropped);
    }

    [Theory]
    [InlineData("neighbourhood-needs", """{"tenure":"own_mortgage","repair_waiting":"months"}""", "repair_waiting")]
    [InlineData("neighbourhood-needs", """{"repair_waiting":"months"}""", "repair_waiting")]
    [InlineData("community-response", """{"would_help":["not_now"],"first":["truth"]}""", "first")]
    [InlineData("museum-visitors", """{"last_visit":"never","welcome_felt":5}""", "welcome_felt")]
    [InlineData("museum-visitors", """{"remembered":"The loom."}""", "remembered")]
    [InlineData("mutual-aid", """{"need_now":["none"],"cannot_wait":["food"]}""", "cannot_wait")]
    [InlineData("mutual-aid", """{"need_now":{"declined":true},"food_kind":["any"]}""", "food_kind")]
    [InlineData("one-person", """{"heard":"a_lot","not_heard":"That we are tired."}""", "not_heard")]
    public void What_does_not_follow_is_not_asked(string key, string answers, string notAsked)
    {
        var verdict = Check(key, answers);
        Assert.Empty(verdict.Faults.Select(fault => fault.ToString()));
        Assert.Equal([notAsked], verdict.Dropped.Select(dropped => dropped.Question));
    }

    [Theory]
    [InlineData("mutual-aid", """{"need_now":["food","care"],"first":["ride"]}""")]
    [InlineData("mutual-aid", """{"need_now":["food","none"]}""")]
    [InlineData("mutual-aid", """{"household":"n0"}""")]
    [InlineData("museum-visitors", """{"would_enjoy":["meet","make","music","guide"]}""")]
    [InlineData("neighbourhood-needs", """{"first_three":["own_words"]}""")]
    public void Answers_that_cannot_be_are_asked_again(string key, string answers) => Assert.Single(Check(key, answers).Faults);

    [Fact]
    public void The_questionnaires_together_use_the_common_types_of_questions()
    {
        var used = SeedLibrary
            .Templates.SelectMany(template => SeedJson.Items(template.Definition))
            .Select(item => item.GetProperty("type").GetString()!)
            .ToHashSet();
        Assert.Superset(
            new HashSet<string> { "text", "select_one", "select_multiple", "range", "rank", "need_grid", "note", "group" },
            used
        );
    }

    private static CheckedAnswers Check(string key, string answers) =>
        AnswerCheck.Check(
            CompiledSurvey.Compile(SeedLibrary.FindTemplate(key)!.ReadDefinition()),
            answers,
            new ResponseContext { Language = "en", Now = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero) }
        );
}
