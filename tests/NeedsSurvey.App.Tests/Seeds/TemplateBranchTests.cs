using NeedsSurvey.App.Seeds;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Seeds;

public sealed class TemplateBranchTests
{
    [Theory]
    [InlineData("neighbourhood-needs", """{"tenure":"rent_social","repair_waiting":"months"}""")]
    [InlineData("community-response", """{"would_help":["believed","truth"],"first":["truth"],"turn_to":"no","how_close":["none"]}""")]
    [InlineData(
        "museum-visitors",
        """{"last_visit":"year","visit_day":"2026-03-01","came_with":0,"welcome_felt":5,"remembered":"The loom."}"""
    )]
    [InlineData("museum-visitors", """{"last_visit":"longer","remembered":"The loom."}""")]
    [InlineData(
        "mutual-aid",
        """{"need_now":["food","stay"],"first":["stay","food"],"how_soon":"today","food_kind":["any"],"""
            + """ "notice":"letter","leave_by":"2026-12-01"}"""
    )]
    [InlineData(
        "mutual-aid",
        """{"need_now":{"choices":["home","other"],"other":"A pram"},"first":["home"],"how_soon":"week","""
            + """ "notice":"court","leave_by":"2026-12-01"}"""
    )]
    [InlineData("one-person", """{"heard":1,"not_heard":"That we are tired."}""")]
    public void Answers_open_the_questions_that_follow_from_them(string key, string answers)
    {
        var verdict = Check(key, answers);
        Assert.Empty(verdict.Faults.Select(fault => fault.ToString()));
        Assert.Empty(verdict.Dropped);
    }

    [Theory]
    [InlineData("neighbourhood-needs", """{"tenure":"own","repair_waiting":"months"}""", "repair_waiting")]
    [InlineData("neighbourhood-needs", """{"repair_waiting":"months"}""", "repair_waiting")]
    [InlineData("community-response", """{"would_help":["not_now"],"first":["truth"]}""", "first")]
    [InlineData("museum-visitors", """{"last_visit":"never","visit_day":"2026-03-01"}""", "visit_day")]
    [InlineData("museum-visitors", """{"remembered":"The loom."}""", "remembered")]
    [InlineData("mutual-aid", """{"need_now":["none"],"how_soon":"today"}""", "how_soon")]
    [InlineData("mutual-aid", """{"need_now":{"declined":true},"food_kind":["any"]}""", "food_kind")]
    [InlineData("one-person", """{"heard":3,"not_heard":"That we are tired."}""", "not_heard")]
    public void What_does_not_follow_is_not_asked(string key, string answers, string notAsked)
    {
        var verdict = Check(key, answers);
        Assert.Empty(verdict.Faults.Select(fault => fault.ToString()));
        Assert.Equal([notAsked], verdict.Dropped.Select(dropped => dropped.Question));
    }

    [Theory]
    [InlineData("mutual-aid", """{"need_now":["food","care"],"first":["lift"]}""")]
    [InlineData("mutual-aid", """{"need_now":["food","none"]}""")]
    [InlineData("mutual-aid", """{"household":0}""")]
    [InlineData("museum-visitors", """{"would_enjoy":["meet","make","music","guide"]}""")]
    [InlineData("museum-visitors", """{"last_visit":"month","visit_day":"2031-01-01"}""")]
    public void Answers_that_cannot_be_are_asked_again(string key, string answers) => Assert.Single(Check(key, answers).Faults);

    [Fact]
    public void The_questionnaires_together_use_every_type_of_question_that_an_organiser_can_add()
    {
        var used = SeedLibrary
            .Templates.SelectMany(template => SeedJson.Items(template.Definition))
            .Select(item => item.GetProperty("type").GetString()!)
            .ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "text",
                "integer",
                "select_one",
                "select_multiple",
                "range",
                "rank",
                "need_grid",
                "date",
                "note",
                "group",
            },
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
