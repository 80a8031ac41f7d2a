using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Needs;

/// <summary>A version and the needs it names are published together.</summary>
public sealed class PublishingTests(TestData data) : IClassFixture<TestData>
{
    [Fact]
    public async Task Publishing_brings_the_needs_that_the_questions_name_into_the_codebook()
    {
        var (initiative, survey) = await Drafted();
        (await data.Get<PublishSurvey>().Run(data.Owner, survey, new(), default)).OrThrow();
        Assert.Equal(["housing", "buses"], await Codebook(initiative));
    }

    [Fact]
    public async Task When_the_needs_cannot_be_stored_nothing_is_published()
    {
        var (initiative, survey) = await Drafted();
        await FailToPublish(initiative, survey);
        var view = (await data.Get<ReadSurvey>().Run(data.Owner, survey, default)).OrThrow();
        Assert.Equal((SurveyState.Draft, 0), (view.State, view.Versions.Count));
    }

    [Fact]
    public async Task The_try_after_one_that_failed_publishes_the_survey_with_its_needs()
    {
        var (initiative, survey) = await Drafted();
        await FailToPublish(initiative, survey);
        Assert.Equal(1, (await data.Get<PublishSurvey>().Run(data.Owner, survey, new(), default)).OrThrow().Version);
        Assert.Equal(["housing", "buses"], await Codebook(initiative));
    }

    private async Task FailToPublish(Guid initiative, string survey)
    {
        await data.Database.Execute(
            $"""
            create function no_needs() returns trigger language plpgsql as $body$ begin raise exception 'no needs today'; end $body$;
            create trigger no_needs before insert on need for each row
                when (new.initiative_id = '{initiative}') execute function no_needs();
            """
        );
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => data.Get<PublishSurvey>().Run(data.Owner, survey, new(), default));
        await data.Database.Execute("drop trigger no_needs on need; drop function no_needs();");
    }

    private async Task<IEnumerable<string>> Codebook(Guid initiative) =>
        (await data.Get<ReadCodebook>().Run(data.Owner, initiative)).OrThrow().Select(need => need.Name);

    private async Task<(Guid Initiative, string Survey)> Drafted()
    {
        var initiative = await data.Home.Initiative();
        return (initiative.Id, await initiative.Draft(SurveyJson.Read(Definition).Definition!));
    }

    private const string Definition = """
        {"title": "What matters here", "questions": [{"type": "need_grid", "name": "needs", "label": "Needs",
          "rows": [{"name": "housing", "label": "Housing you can afford"}, {"name": "buses", "label": "A bus that comes"}],
          "importance": {"label": "How important?", "scale": [{"value": 1, "label": "Not"}, {"value": 5, "label": "Very"}]},
          "satisfaction": {"label": "How well?", "scale": [{"value": 1, "label": "Badly"}, {"value": 5, "label": "Well"}]}}]}
        """;
}
