using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.App.Tests.Responses;

/// <summary>What an answer meets that arrives while its survey is closed, reopened or published anew, here or on another node.</summary>
public sealed class ChangingSurveyTests(TestDatabase database) : Submitting(database)
{
    [Fact]
    public async Task A_close_is_honoured_at_once_with_where_to_read_on()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion, report: "what-we-heard");
        (await Send(slug, Guid.NewGuid(), """{"story": "Before."}""")).OrThrow();
        await data.OtherNode().Close(slug);
        var late = Assert.IsType<Problem.Gone>((await Send(slug, Guid.NewGuid(), """{"story": "After."}""")).Problem);
        Assert.Equal("survey_closed", late.Code);
        Assert.Contains("/r/what-we-heard", late.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Rows(slug));
    }

    [Fact]
    public async Task A_retry_after_the_close_still_gets_its_receipt()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var submission = Guid.NewGuid();
        var first = (await Send(slug, submission, """{"story": "Before."}""")).OrThrow();
        await data.OtherNode().Close(slug);
        Assert.Equal(first.Receipt, (await Send(slug, submission, """{"story": "Before."}""")).OrThrow().Receipt);
        Assert.Equal(1, await Rows(slug));
    }

    [Fact]
    public async Task A_survey_that_another_node_closed_takes_nothing_even_while_this_node_has_not_seen_it()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var surveys = new ReadPublishedSurvey(database.Db, data.Clock);
        Assert.True((await surveys.Run(slug)).OrThrow().IsOpen);
        (await Send(slug, Guid.NewGuid(), """{"story": "Before."}""")).OrThrow();
        await data.OtherNode().Close(slug);
        Assert.True((await surveys.Run(slug)).OrThrow().IsOpen, "for less than a second it may look open");
        Assert.IsType<Problem.Gone>((await Send(slug, Guid.NewGuid(), """{"story": "After."}""")).Problem);
        Assert.Equal(1, await Rows(slug));
        data.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.False((await surveys.Run(slug)).OrThrow().IsOpen);
    }

    [Fact]
    public async Task A_version_that_another_node_published_a_moment_ago_is_known_to_whoever_answers_it()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        (await Send(slug, Guid.NewGuid(), """{"story": "One."}""")).OrThrow();
        await data.OtherNode()
            .Publish(slug, """{"title": "One", "questions": [{"type": "text", "name": "other_story", "label": "What else?"}]}""");
        Assert.Null((await Send(slug, Guid.NewGuid(), """{"other_story": "Two."}""", version: 2)).Problem);
    }

    [Fact]
    public async Task A_change_on_this_node_is_seen_at_once()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var surveys = new ReadPublishedSurvey(database.Db, data.Clock);
        var find = new FindSurvey(database.Db);
        Assert.True((await surveys.Run(slug)).OrThrow().IsOpen);
        (await new CloseSurvey(database.Db, find, data.Clock).Run(Actor.Operator, slug, default)).OrThrow();
        Assert.False((await surveys.Run(slug)).OrThrow().IsOpen);
        (await new ReopenSurvey(database.Db, find).Run(Actor.Operator, slug, default)).OrThrow();
        Assert.True((await surveys.Run(slug)).OrThrow().IsOpen);
    }

    [Fact]
    public async Task Answers_are_judged_by_the_version_that_was_answered()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var submission = Guid.NewGuid();
        var first = (await Send(slug, submission, """{"story": "One."}""")).OrThrow();
        await data.OtherNode()
            .Publish(
                slug,
                """{"title": "One", "questions": [{"type": "text", "name": "other_story", "required": true, "label": "What else?"}]}"""
            );
        data.Clock.Move(TimeSpan.FromSeconds(1));

        Assert.Null((await Send(slug, Guid.NewGuid(), """{"story": "Still on my phone."}""", version: 1)).Problem);
        Assert.Equal(first.Receipt, (await Send(slug, submission, """{"story": "One."}""")).OrThrow().Receipt);
        var now = Assert.IsType<Problem.Invalid>((await Send(slug, Guid.NewGuid(), """{"story": "Too late."}""")).Problem);
        Assert.Contains(now.Faults, fault => fault is { Path: "answers.story", Code: "unknown_question" });
        Assert.Contains(now.Faults, fault => fault is { Path: "answers.other_story" });
        Assert.Equal(
            "unknown_version",
            Assert.Single(Assert.IsType<Problem.Invalid>((await Send(slug, Guid.NewGuid(), "{}", version: 3)).Problem).Faults).Code
        );
    }
}
