using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Needs;

/// <summary>A version and the needs it names are published together.</summary>
public sealed class PublishingTests(HeardWorld world) : IClassFixture<HeardWorld>
{
    [Fact]
    public async Task Publishing_brings_the_needs_that_the_questions_name_into_the_codebook()
    {
        var (initiative, survey) = await Drafted();
        (await world.Get<PublishSurvey>().Run(world.Owner, survey, new(), default)).OrThrow();
        Assert.Equal(["housing", "buses"], await Codebook(initiative));
    }

    [Fact]
    public async Task When_the_needs_cannot_be_stored_nothing_is_published_and_the_next_try_does_both()
    {
        var (initiative, survey) = await Drafted();
        await world.Database.Execute($"""
            create function no_needs() returns trigger language plpgsql as $body$ begin raise exception 'no needs today'; end $body$;
            create trigger no_needs before insert on need for each row when (new.initiative_id = '{initiative}') execute function no_needs();
            """);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => world.Get<PublishSurvey>().Run(world.Owner, survey, new(), default));
        var view = (await world.Get<ReadSurvey>().Run(world.Owner, survey, default)).OrThrow();
        Assert.Equal((SurveyState.Draft, 0), (view.State, view.Versions.Count));

        await world.Database.Execute("drop trigger no_needs on need; drop function no_needs();");
        Assert.Equal(1, (await world.Get<PublishSurvey>().Run(world.Owner, survey, new(), default)).OrThrow().Version);
        Assert.Equal(["housing", "buses"], await Codebook(initiative));
    }

    private async Task<IEnumerable<string>> Codebook(Guid initiative) =>
        (await world.Get<ReadCodebook>().Run(world.Owner, initiative)).OrThrow().Select(need => need.Name);

    private async Task<(Guid Initiative, string Survey)> Drafted()
    {
        var initiative = (await world.Get<CreateInitiative>().Run(world.Owner, world.OrganisationId.ToString(),
            new() { Title = "Publishing " + Guid.NewGuid().ToString()[..8], Stance = Stance.Allyship }, default)).OrThrow().Id;
        var survey = await world.Get<CreateSurvey>().Run(world.Owner, initiative, new(Definition: SurveyJson.Read(HeardWorld.Definition).Definition), default);
        return (initiative, survey.OrThrow().Slug);
    }
}
