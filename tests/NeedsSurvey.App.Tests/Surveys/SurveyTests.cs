using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Surveys;

public sealed class SurveyTests(TestData data) : IClassFixture<TestData>
{
    private async Task<SurveyView> Read(string survey) => (await data.Get<ReadSurvey>().Run(data.Owner, survey, default)).OrThrow();

    [Fact]
    public async Task Every_template_becomes_a_draft_that_could_be_published()
    {
        var initiative = (await data.Home.Initiative()).Id;
        foreach (var template in NeedsSurvey.App.Seeds.SeedLibrary.Templates)
        {
            var made = (await data.Get<CreateSurvey>().Run(data.Owner, initiative, new(Template: template.Key), default)).OrThrow();
            var report = (await data.Get<CheckSurvey>().Run(data.Owner, made.Slug, default)).OrThrow();
            Assert.True(report.CanPublish, template.Key + ": " + string.Join("; ", report.Faults));
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
    public async Task A_draft_is_saved_only_over_the_revision_it_was_made_from()
    {
        var slug = await data.Home.Survey();
        var mine = SampleSurveys.Small with
        {
            Questions = [.. SampleSurveys.Small.Questions, new IntegerQuestion { Name = "age", Label = "Age" }],
        };
        var saved = (await data.Get<SaveDraft>().Run(data.Owner, slug, mine, 1, default)).OrThrow();
        Assert.Equal(2, saved.Revision);
        var late = await data.Get<SaveDraft>().Run(data.Owner, slug, SampleSurveys.Small with { AskToQuote = true }, 1, default);
        Assert.Equal("draft_changed", late.Problem?.Code);
        Assert.Contains("age, settings", late.Problem!.Message, StringComparison.Ordinal);
        Assert.Equal(SurveyJson.Write(mine), SurveyJson.Write((await Read(slug)).Draft));
    }

    [Fact]
    public async Task A_draft_with_faults_is_saved_and_says_what_would_stop_publishing()
    {
        var slug = await data.Home.Survey();
        var saved = (await data.Get<SaveDraft>().Run(data.Owner, slug, new() { Title = "Empty" }, 1, default)).OrThrow();
        Assert.Contains(saved.Faults, fault => fault is { Code: "nothing_to_ask", IsError: true });
        var refused = await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default);
        Assert.Contains(Assert.IsType<Problem.Invalid>(refused.Problem).Faults, fault => fault.Code == "nothing_to_ask");
        Assert.Equal(SurveyState.Draft, (await Read(slug)).State);
    }

    [Fact]
    public async Task Two_people_who_edit_two_questions_do_not_get_in_each_others_way()
    {
        var slug = await data.Home.Survey(
            SampleSurveys.Small with
            {
                Questions = [.. SampleSurveys.Small.Questions, new IntegerQuestion { Name = "age" }],
            }
        );
        var draft = (await Read(slug)).Draft;
        DraftEdit story = new DraftEdit.Replace("story", new TextQuestion { Name = "story", Label = "Mine" });
        DraftEdit age = new DraftEdit.Replace("age", new IntegerQuestion { Name = "age", Label = "Theirs" });
        var (storyMark, ageMark) = (EditDraft.Mark(draft, story), EditDraft.Mark(draft, age));
        Assert.Null((await data.Get<EditDraft>().Run(data.Owner, slug, story, storyMark, default)).Problem);
        Assert.Null((await data.Get<EditDraft>().Run(data.Owner, slug, age, ageMark, default)).Problem);
        var lost = await data.Get<EditDraft>()
            .Run(data.Owner, slug, new DraftEdit.Replace("age", new IntegerQuestion { Name = "age", Label = "Late" }), ageMark, default);
        Assert.Equal("draft_changed", lost.Problem?.Code);
        Assert.Equal(["Mine", "Theirs"], (await Read(slug)).Draft.Questions.Select(item => item.Label!.In("en")));
    }

    [Fact]
    public async Task Fifty_edits_at_once_are_all_kept()
    {
        var slug = await data.Home.Survey();
        await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(n =>
                    data.Get<EditDraft>()
                        .Run(data.Owner, slug, new DraftEdit.Add(new Note { Name = $"n{n}" }, new(null, int.MaxValue)), null, default)
                )
        );
        var view = await Read(slug);
        Assert.Equal((51, 51), (view.Draft.Questions.Count, view.Revision));
    }

    [Fact]
    public async Task A_removed_question_comes_back_where_it_was()
    {
        var slug = await data.Home.Survey(
            SampleSurveys.Small with
            {
                Questions = [new Note { Name = "hello" }, .. SampleSurveys.Small.Questions, new Note { Name = "bye" }],
            }
        );
        var removed = (await data.Get<EditDraft>().Run(data.Owner, slug, new DraftEdit.Remove("story"), null, default)).OrThrow();
        var undo = new DraftEdit.Add(Outline.Find(removed.Before.Questions, "story")!, Outline.PlaceOf(removed.Before.Questions, "story")!);
        Assert.Null((await data.Get<EditDraft>().Run(data.Owner, slug, undo, null, default)).Problem);
        Assert.Equal(["hello", "story", "bye"], (await Read(slug)).Draft.Questions.Select(item => item.Name));
    }

    [Fact]
    public async Task A_published_version_never_changes_and_the_next_draft_becomes_the_next_version()
    {
        var slug = await data.Home.Survey();
        Assert.Equal(1, (await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default)).OrThrow().Version);
        Assert.Equal("nothing_new", (await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default)).Problem?.Code);
        await data.Get<EditDraft>()
            .Run(data.Owner, slug, new DraftEdit.Add(new Note { Name = "thanks", Label = "Thank you." }, new(null, 9)), null, default);
        var between = await Read(slug);
        Assert.Equal((1, true), (between.Published!.Questions.Count, between.HasUnpublishedChanges));
        Assert.Equal(2, (await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default)).OrThrow().Version);
        var versions = await data.Database.Db.Query<string>(
            """
            select definition ->> 'questions' from survey_version join survey using (survey_id) where slug = @slug order by version
            """,
            new { slug }
        );
        Assert.Equal([false, true], versions.Select(version => version.Contains("thanks", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Publishing_the_revision_one_looked_at_refuses_a_draft_that_changed_since()
    {
        var slug = await data.Home.Survey();
        await data.Get<EditDraft>().Run(data.Owner, slug, new DraftEdit.Add(new Note { Name = "new" }, new(null, 0)), null, default);
        Assert.Equal("draft_changed", (await data.Get<PublishSurvey>().Run(data.Owner, slug, new(Revision: 1), default)).Problem?.Code);
        Assert.Empty((await Read(slug)).Versions);
    }

    [Fact]
    public async Task An_open_survey_closes_once_and_opens_again_with_the_version_it_had()
    {
        var slug = await data.Home.Survey();
        Assert.Equal("not_open", (await data.Get<CloseSurvey>().Run(data.Owner, slug, default)).Problem?.Code);
        await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default);
        Assert.Null((await data.Get<CloseSurvey>().Run(data.Owner, slug, default)).Problem);
        var closed = await Read(slug);
        Assert.Equal((SurveyState.Closed, true), (closed.State, closed.ClosedOn is not null));
        Assert.Equal("not_open", (await data.Get<CloseSurvey>().Run(data.Owner, slug, default)).Problem?.Code);
        Assert.Null((await data.Get<ReopenSurvey>().Run(data.Owner, slug, default)).Problem);
        Assert.Equal("not_closed", (await data.Get<ReopenSurvey>().Run(data.Owner, slug, default)).Problem?.Code);
        var open = await Read(slug);
        Assert.Equal((SurveyState.Open, 1, null), (open.State, open.Versions.Count, open.ClosedOn));
    }

    [Fact]
    public async Task A_name_that_a_published_version_used_is_not_given_to_a_copy()
    {
        var slug = await data.Home.Survey(
            SampleSurveys.Small with
            {
                Questions = [.. SampleSurveys.Small.Questions, new TextQuestion { Name = "story_2", Label = "More?" }],
            }
        );
        await data.Get<PublishSurvey>().Run(data.Owner, slug, new(), default);
        await data.Get<EditDraft>().Run(data.Owner, slug, new DraftEdit.Remove("story_2"), null, default);
        Assert.Equal(
            "story_3",
            (await data.Get<EditDraft>().Run(data.Owner, slug, new DraftEdit.Duplicate("story"), null, default)).OrThrow().Focus
        );
    }

    [Fact]
    public async Task The_surveys_title_follows_the_one_people_see_unless_it_has_its_own()
    {
        var slug = await data.Home.Survey();
        await data.Get<EditDraft>()
            .Run(data.Owner, slug, new DraftEdit.ChangeSettings(SampleSurveys.Small with { Title = "Tell us" }), null, default);
        Assert.Equal("Tell us", (await Read(slug)).Title);
        var named = (
            await data.Get<CreateSurvey>().Run(data.Owner, (await data.Home.Initiative()).Id, new("Wave 2", SampleSurveys.Small), default)
        ).OrThrow();
        await data.Get<EditDraft>()
            .Run(data.Owner, named.Slug, new DraftEdit.ChangeSettings(SampleSurveys.Small with { Title = "Tell us" }), null, default);
        Assert.Equal("Wave 2", (await Read(named.Slug)).Title);
    }

    [Fact]
    public async Task Strangers_find_no_survey_and_viewers_may_only_look()
    {
        var slug = await data.Home.Survey();
        var before = (await Read(slug)).Revision;
        Problem?[] strangers =
        [
            (await data.Get<ReadSurvey>().Run(data.Stranger, slug, default)).Problem,
            (await data.Get<SaveDraft>().Run(data.Stranger, slug, SampleSurveys.Small, 1, default)).Problem,
            (await data.Get<EditDraft>().Run(data.Stranger, slug, new DraftEdit.Remove("story"), null, default)).Problem,
            (await data.Get<PublishSurvey>().Run(data.Stranger, slug, new(), default)).Problem,
            (await data.Get<CloseSurvey>().Run(data.Stranger, slug, default)).Problem,
            (await data.Get<ReopenSurvey>().Run(data.Stranger, slug, default)).Problem,
            (await data.Get<SetSampleDesign>().Run(data.Stranger, slug, SampleDesign.Census, default)).Problem,
            (await data.Get<CheckSurvey>().Run(data.Stranger, slug, default)).Problem,
        ];
        Assert.All(strangers, problem => Assert.Equal(new Problem.NotFound("survey"), problem));
        Assert.IsType<Problem.Forbidden>(
            (await data.Get<SaveDraft>().Run(data.Home.Member("Vic", Role.Viewer), slug, SampleSurveys.Small, 1, default)).Problem
        );
        Assert.IsType<Problem.Forbidden>(
            (await data.Get<PublishSurvey>().Run(data.Home.Member("Vic", Role.Viewer), slug, new(), default)).Problem
        );
        Assert.Null((await data.Get<ReadSurvey>().Run(data.Home.Member("Vic", Role.Viewer), slug, default)).Problem);
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
        await data.Get<EditDraft>().Run(data.Owner, slug, new DraftEdit.Remove("age"), null, default);
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
