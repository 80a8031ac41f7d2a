using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Surveys;

/// <summary>Versions: what becomes one, and what never changes again.</summary>
public sealed class PublishSurveyTests(TestData data) : IClassFixture<TestData>
{
    private async Task<SurveyView> Read(string survey) => (await data.Get<ReadSurvey>().Run(data.Owner, survey, default)).OrThrow();

    // Published, then edited.
    private async Task<string> Edited()
    {
        var slug = await data.Home.Survey();
        Assert.Equal(1, (await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default)).OrThrow().Version);
        await data.Get<EditDraft>()
            .Run(data.Owner, slug, [new DraftEdit.Add(new Note { Name = "thanks", Label = "Thank you." }, new(null, 9))], default);
        return slug;
    }

    [Fact]
    public async Task A_draft_with_faults_is_not_published()
    {
        var slug = await data.Home.Survey();
        (await data.Get<SaveDraft>().Run(data.Owner, slug, new() { Title = "Empty" }, 1, default)).OrThrow();
        var refused = await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default);
        Assert.Contains(Assert.IsType<Problem.Invalid>(refused.Problem).Faults, fault => fault.Code == "nothing_to_ask");
        Assert.Equal(SurveyState.Draft, (await Read(slug)).State);
    }

    [Fact]
    public async Task An_edit_of_a_published_survey_waits_to_be_published()
    {
        var between = await Read(await Edited());
        Assert.Equal((1, true), (between.Published!.Questions.Count, between.HasUnpublishedChanges));
    }

    [Fact]
    public async Task The_next_draft_becomes_the_next_version() =>
        Assert.Equal(2, (await data.Get<PublishSurvey>().Run(data.Owner, await Edited(), new(), default)).OrThrow().Version);

    // pages, row 1
    [Fact]
    public async Task Publishing_advises_what_the_check_advises()
    {
        var initiative = await data.Home.Initiative(
            new InitiativeFields
            {
                Title = "With a night line",
                Stance = Stance.Allyship,
                UrgentReferral = "Ring 112.",
            }
        );
        var slug = await initiative.Draft(SampleSurveys.Small);
        var check = (await data.Get<CheckSurvey>().Run(data.Owner, slug, default)).OrThrow().Faults;
        Assert.Equal(check, (await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default)).OrThrow().Warnings);
    }

    [Fact]
    public async Task A_published_version_never_changes()
    {
        var slug = await Edited();
        (await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default)).OrThrow();
        var versions = await data.Database.Db.Query<string>(
            """
            select definition ->> 'questions' from survey_version join survey using (survey_id) where slug = @slug order by version
            """,
            new { slug }
        );
        Assert.Equal([false, true], versions.Select(version => version.Contains("thanks", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_new_is_not_published()
    {
        var slug = await data.Home.Survey();
        (await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default)).OrThrow();
        Assert.Equal("nothing_new", (await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default)).Problem?.Code);
    }

    [Fact]
    public async Task Publishing_the_revision_one_looked_at_refuses_a_draft_that_changed_since()
    {
        var slug = await data.Home.Survey();
        await data.Get<EditDraft>().Run(data.Owner, slug, [new DraftEdit.Add(new Note { Name = "new" }, new(null, 0))], default);
        Assert.Equal("draft_changed", (await data.Get<PublishSurvey>().Run(data.Owner, slug, new(Revision: 1), default)).Problem?.Code);
        Assert.Empty((await Read(slug)).Versions);
    }

    [Fact]
    public async Task A_name_never_comes_to_mean_something_else_once_somebody_has_answered()
    {
        var slug = await data.Home.Survey();
        (await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default)).OrThrow();
        var other = SampleSurveys.Small with
        {
            Questions =
            [
                new Calculate { Name = SampleSurveys.Small.Questions[0].Name, Calculation = "1" },
                new TextQuestion { Name = "more", Label = "More" },
            ],
        };
        (await data.Get<SaveDraft>().Run(data.Owner, slug, other, (await Read(slug)).Revision, default)).OrThrow();
        var submit = data.Get<NeedsSurvey.App.Responses.SubmitResponse>();
        (await submit.Run(new(slug, Guid.NewGuid(), "en", System.Text.Json.JsonElement.Parse("{}")))).OrThrow();

        var refused = await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default);

        Assert.Equal("name_reused", Assert.Single(Assert.IsType<Problem.Invalid>(refused.Problem).Faults).Code);
    }

    [Fact]
    public async Task A_change_that_splits_the_data_is_published_only_when_it_is_confirmed()
    {
        var slug = await data.Home.Survey(
            SampleSurveys.Small with
            {
                Questions = [.. SampleSurveys.Small.Questions, new IntegerQuestion { Name = "age", Label = "Age" }],
            }
        );
        (await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default)).OrThrow();
        await data.Get<EditDraft>().Run(data.Owner, slug, [new DraftEdit.Remove("age")], default);
        var id = (await Read(slug)).Id;
        Assert.All((await data.Get<CheckSurvey>().Run(data.Owner, slug, default)).OrThrow().Changes, change =>
            Assert.Equal(ChangeEffect.Safe, change.Effect)
        );
        await data.Database.Execute(
            $"""
            insert into response (survey_id, response_id, version, language, received_on, answers, submission_hash, receipt_hash)
            values ('{id}', gen_random_uuid(), 1, 'en', current_date, '{"{}"}', '\x01', '\x02')
            """
        );
        Assert.Contains((await data.Get<CheckSurvey>().Run(data.Owner, slug, default)).OrThrow().Changes, change =>
            change is { Name: "age", Effect: ChangeEffect.SplitsData }
        );
        Assert.Equal("splits_data", (await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default)).Problem?.Code);
        Assert.Equal(2, (await data.Get<PublishSurvey>().Run(data.Owner, slug, new(ConfirmSplits: true), default)).OrThrow().Version);
    }
}
