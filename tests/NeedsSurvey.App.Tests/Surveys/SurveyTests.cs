using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Surveys;

public sealed class SurveyTests(TestData data) : IClassFixture<TestData>
{
    private async Task<SurveyView> Read(string survey) => (await data.Get<ReadSurvey>().Run(data.Owner, survey, default)).OrThrow();

    private async Task<string> Open()
    {
        var slug = await data.Home.Survey();
        (await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default)).OrThrow();
        return slug;
    }

    private async Task<string> Closed()
    {
        var slug = await Open();
        Assert.Null((await data.Get<CloseSurvey>().Run(data.Owner, slug, default)).Problem);
        return slug;
    }

    [Fact]
    public async Task Every_template_becomes_a_draft_that_waits_for_what_only_its_organiser_knows()
    {
        var initiative = (await data.Home.Initiative()).Id;
        foreach (var template in NeedsSurvey.App.Seeds.SeedLibrary.Templates)
        {
            var made = (await data.Get<CreateSurvey>().Run(data.Owner, initiative, new(Template: template.Key), default)).OrThrow();
            var report = (await data.Get<CheckSurvey>().Run(data.Owner, made.Slug, default)).OrThrow();
            Assert.Empty(
                report
                    .Faults.Where(fault => fault.IsError && fault.Code is not ("placeholder" or "no_local_help"))
                    .Select(fault => $"{template.Key}: {fault}")
            );
            Assert.Equal((SurveyState.Draft, template.Key), ((await Read(made.Slug)).State, (await Read(made.Slug)).Template));
        }
    }

    [Fact]
    public async Task A_survey_begins_blank_from_a_definition_or_from_a_template_but_not_from_two()
    {
        var initiative = (await data.Home.Initiative()).Id;
        var blank = (await data.Get<CreateSurvey>().Run(data.Owner, initiative, new("A blank one"), default)).OrThrow();
        Assert.Equal("A blank one", (await Read(blank.Slug)).Draft.Title.In("en"));
        var again = (await data.Get<CreateSurvey>().Run(data.Owner, initiative, new("A blank one"), default)).OrThrow();
        Assert.StartsWith("a-blank-one-", again.Slug, StringComparison.Ordinal);
        var both = await data.Get<CreateSurvey>()
            .Run(data.Owner, initiative, new(Definition: SampleSurveys.Small, Template: "mutual-aid"), default);
        Assert.Equal("invalid", both.Problem?.Code);
        Assert.Equal(
            "title",
            Assert
                .Single(
                    Assert
                        .IsType<Problem.Invalid>((await data.Get<CreateSurvey>().Run(data.Owner, initiative, new(), default)).Problem)
                        .Faults
                )
                .Path
        );
        Assert.Equal(
            "template",
            Assert
                .Single(
                    Assert
                        .IsType<Problem.Invalid>(
                            (await data.Get<CreateSurvey>().Run(data.Owner, initiative, new(Template: "none"), default)).Problem
                        )
                        .Faults
                )
                .Path
        );
    }

    [Fact]
    public async Task Only_an_open_survey_closes()
    {
        foreach (var slug in new[] { await data.Home.Survey(), await Closed() })
            Assert.Equal("not_open", (await data.Get<CloseSurvey>().Run(data.Owner, slug, default)).Problem?.Code);
    }

    [Fact]
    public async Task A_closed_survey_says_since_when()
    {
        var closed = await Read(await Closed());
        Assert.Equal((SurveyState.Closed, true), (closed.State, closed.ClosedOn is not null));
    }

    [Fact]
    public async Task A_closed_survey_opens_again_with_the_version_it_had()
    {
        var slug = await Closed();
        Assert.Null((await data.Get<ReopenSurvey>().Run(data.Owner, slug, default)).Problem);
        var open = await Read(slug);
        Assert.Equal((SurveyState.Open, 1, null), (open.State, open.Versions.Count, open.ClosedOn));
    }

    [Fact]
    public async Task Only_a_closed_survey_opens_again() =>
        Assert.Equal("not_closed", (await data.Get<ReopenSurvey>().Run(data.Owner, await Open(), default)).Problem?.Code);

    [Fact]
    public async Task Strangers_find_no_survey()
    {
        var slug = await data.Home.Survey();
        var before = (await Read(slug)).Revision;
        Problem?[] strangers =
        [
            (await data.Get<ReadSurvey>().Run(data.Stranger, slug, default)).Problem,
            (await data.Get<SaveDraft>().Run(data.Stranger, slug, SampleSurveys.Small, 1, default)).Problem,
            (await data.Get<EditDraft>().Run(data.Stranger, slug, [new DraftEdit.Remove("story")], default)).Problem,
            (await data.Get<PublishSurvey>().Run(data.Stranger, slug, new(), default)).Problem,
            (await data.Get<CloseSurvey>().Run(data.Stranger, slug, default)).Problem,
            (await data.Get<ReopenSurvey>().Run(data.Stranger, slug, default)).Problem,
            (await data.Get<SetSampleDesign>().Run(data.Stranger, slug, SampleDesign.Census, default)).Problem,
            (await data.Get<CheckSurvey>().Run(data.Stranger, slug, default)).Problem,
        ];
        Assert.All(strangers, problem => Assert.Equal(new Problem.NotFound("survey"), problem));
        Assert.Equal(before, (await Read(slug)).Revision);
    }

    [Fact]
    public async Task Viewers_may_only_look()
    {
        var slug = await data.Home.Survey();
        var (before, viewer) = ((await Read(slug)).Revision, data.Home.Member("Vic", Role.Viewer));
        Assert.IsType<Problem.Forbidden>((await data.Get<SaveDraft>().Run(viewer, slug, SampleSurveys.Small, 1, default)).Problem);
        Assert.IsType<Problem.Forbidden>((await data.Get<PublishSurvey>().Run(viewer, slug, new(), default)).Problem);
        Assert.Null((await data.Get<ReadSurvey>().Run(viewer, slug, default)).Problem);
        Assert.Equal(before, (await Read(slug)).Revision);
    }

    [Fact]
    public async Task A_survey_is_not_found_under_another_initiative_of_the_same_organisation()
    {
        var slug = await data.Home.Survey();
        var other = (await data.Home.Initiative("Another initiative")).Id;
        Assert.IsType<Problem.NotFound>((await data.Get<ReadSurvey>().Run(data.Owner, slug, default, other)).Problem);
    }

    [Fact]
    public async Task The_sample_design_is_one_of_three()
    {
        var slug = await data.Home.Survey();
        foreach (var design in Enum.GetValues<SampleDesign>())
            Assert.Null((await data.Get<SetSampleDesign>().Run(data.Owner, slug, design, default)).Problem);
        Assert.Equal(SampleDesign.Census, (await Read(slug)).SampleDesign);
        Assert.Equal("invalid", (await data.Get<SetSampleDesign>().Run(data.Owner, slug, (SampleDesign)7, default)).Problem?.Code);
    }
}
