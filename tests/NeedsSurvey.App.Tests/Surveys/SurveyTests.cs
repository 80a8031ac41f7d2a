using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Surveys;

public sealed class SurveyTests(ListenWorld world) : IClassFixture<ListenWorld>
{
    [Fact]
    public async Task Every_template_becomes_a_draft_that_could_be_published()
    {
        var initiative = await world.NewInitiative();
        foreach (var template in NeedsSurvey.App.Seeds.SeedLibrary.Templates)
        {
            var made = (await world.CreateSurvey.Run(world.Owner, initiative, new(Template: template.Key), default)).OrThrow();
            var report = (await world.CheckSurvey.Run(world.Owner, made.Slug, default)).OrThrow();
            Assert.True(report.CanPublish, template.Key + ": " + string.Join("; ", report.Faults));
            Assert.Equal((SurveyState.Draft, template.Key), ((await world.Read(made.Slug)).State, (await world.Read(made.Slug)).Template));
        }
    }

    [Fact]
    public async Task A_survey_begins_blank_from_a_definition_or_from_a_template_but_not_from_two()
    {
        var initiative = await world.NewInitiative();
        var blank = (await world.CreateSurvey.Run(world.Owner, initiative, new("A blank one"), default)).OrThrow();
        Assert.Equal("A blank one", (await world.Read(blank.Slug)).Draft.Title.In("en"));
        var again = (await world.CreateSurvey.Run(world.Owner, initiative, new("A blank one"), default)).OrThrow();
        Assert.StartsWith("a-blank-one-", again.Slug, StringComparison.Ordinal);
        var both = await world.CreateSurvey.Run(world.Owner, initiative, new(Definition: ListenWorld.Small, Template: "mutual-aid"), default);
        Assert.Equal("invalid", both.Problem?.Code);
        Assert.Equal("title", Assert.Single(Assert.IsType<Problem.Invalid>((await world.CreateSurvey.Run(world.Owner, initiative, new(), default)).Problem).Faults).Path);
        Assert.Equal("template", Assert.Single(Assert.IsType<Problem.Invalid>((await world.CreateSurvey.Run(world.Owner, initiative, new(Template: "none"), default)).Problem).Faults).Path);
    }

    [Fact]
    public async Task A_draft_is_saved_only_over_the_revision_it_was_made_from()
    {
        var slug = await world.NewSurvey();
        var mine = ListenWorld.Small with { Questions = [.. ListenWorld.Small.Questions, new IntegerQuestion { Name = "age", Label = "Age" }] };
        var saved = (await world.SaveDraft.Run(world.Owner, slug, mine, 1, default)).OrThrow();
        Assert.Equal(2, saved.Revision);
        var late = await world.SaveDraft.Run(world.Owner, slug, ListenWorld.Small with { AskToQuote = true }, 1, default);
        Assert.Equal("draft_changed", late.Problem?.Code);
        Assert.Contains("age, settings", late.Problem!.Message, StringComparison.Ordinal);
        Assert.Equal(SurveyJson.Write(mine), SurveyJson.Write((await world.Read(slug)).Draft));
    }

    [Fact]
    public async Task A_draft_with_faults_is_saved_and_says_what_would_stop_publishing()
    {
        var slug = await world.NewSurvey();
        var saved = (await world.SaveDraft.Run(world.Owner, slug, new() { Title = "Empty" }, 1, default)).OrThrow();
        Assert.Contains(saved.Faults, fault => fault is { Code: "nothing_to_ask", IsError: true });
        var refused = await world.PublishSurvey.Run(world.Owner, slug, new(), default);
        Assert.Contains(Assert.IsType<Problem.Invalid>(refused.Problem).Faults, fault => fault.Code == "nothing_to_ask");
        Assert.Equal(SurveyState.Draft, (await world.Read(slug)).State);
    }

    [Fact]
    public async Task Two_people_who_edit_two_questions_do_not_get_in_each_others_way()
    {
        var slug = await world.NewSurvey(ListenWorld.Small with { Questions = [.. ListenWorld.Small.Questions, new IntegerQuestion { Name = "age" }] });
        var draft = (await world.Read(slug)).Draft;
        DraftEdit story = new DraftEdit.Replace("story", new TextQuestion { Name = "story", Label = "Mine" });
        DraftEdit age = new DraftEdit.Replace("age", new IntegerQuestion { Name = "age", Label = "Theirs" });
        var (storyMark, ageMark) = (EditDraft.Mark(draft, story), EditDraft.Mark(draft, age));
        Assert.Null((await world.EditDraft.Run(world.Owner, slug, story, storyMark, default)).Problem);
        Assert.Null((await world.EditDraft.Run(world.Owner, slug, age, ageMark, default)).Problem);
        var lost = await world.EditDraft.Run(world.Owner, slug, new DraftEdit.Replace("age", new IntegerQuestion { Name = "age", Label = "Late" }), ageMark, default);
        Assert.Equal("draft_changed", lost.Problem?.Code);
        Assert.Equal(["Mine", "Theirs"], (await world.Read(slug)).Draft.Questions.Select(item => item.Label!.In("en")));
    }

    [Fact]
    public async Task Fifty_edits_at_once_are_all_kept()
    {
        var slug = await world.NewSurvey();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(n =>
            world.EditDraft.Run(world.Owner, slug, new DraftEdit.Add(new Note { Name = $"n{n}" }, new(null, int.MaxValue)), null, default)));
        var view = await world.Read(slug);
        Assert.Equal((51, 51), (view.Draft.Questions.Count, view.Revision));
    }

    [Fact]
    public async Task A_removed_question_comes_back_where_it_was()
    {
        var slug = await world.NewSurvey(ListenWorld.Small with { Questions = [new Note { Name = "hello" }, .. ListenWorld.Small.Questions, new Note { Name = "bye" }] });
        var removed = (await world.EditDraft.Run(world.Owner, slug, new DraftEdit.Remove("story"), null, default)).OrThrow();
        var undo = new DraftEdit.Add(Outline.Find(removed.Before.Questions, "story")!, Outline.PlaceOf(removed.Before.Questions, "story")!);
        Assert.Null((await world.EditDraft.Run(world.Owner, slug, undo, null, default)).Problem);
        Assert.Equal(["hello", "story", "bye"], (await world.Read(slug)).Draft.Questions.Select(item => item.Name));
    }

    [Fact]
    public async Task A_published_version_never_changes_and_the_next_draft_becomes_the_next_version()
    {
        var slug = await world.NewSurvey();
        Assert.Equal(1, (await world.PublishSurvey.Run(world.Owner, slug, new(), default)).OrThrow().Version);
        Assert.Equal("nothing_new", (await world.PublishSurvey.Run(world.Owner, slug, new(), default)).Problem?.Code);
        await world.EditDraft.Run(world.Owner, slug, new DraftEdit.Add(new Note { Name = "thanks", Label = "Thank you." }, new(null, 9)), null, default);
        var between = await world.Read(slug);
        Assert.Equal((1, true), (between.Published!.Questions.Count, between.HasUnpublishedChanges));
        Assert.Equal(2, (await world.PublishSurvey.Run(world.Owner, slug, new(), default)).OrThrow().Version);
        var versions = await world.Database.Db.Query<string>("""
            select definition ->> 'questions' from survey_version join survey using (survey_id) where slug = @slug order by version
            """, new { slug });
        Assert.Equal([false, true], versions.Select(version => version.Contains("thanks", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Publishing_the_revision_one_looked_at_refuses_a_draft_that_changed_since()
    {
        var slug = await world.NewSurvey();
        await world.EditDraft.Run(world.Owner, slug, new DraftEdit.Add(new Note { Name = "new" }, new(null, 0)), null, default);
        Assert.Equal("draft_changed", (await world.PublishSurvey.Run(world.Owner, slug, new(Revision: 1), default)).Problem?.Code);
        Assert.Empty((await world.Read(slug)).Versions);
    }

    [Fact]
    public async Task An_open_survey_closes_once_and_opens_again_with_the_version_it_had()
    {
        var slug = await world.NewSurvey();
        Assert.Equal("not_open", (await world.CloseSurvey.Run(world.Owner, slug, default)).Problem?.Code);
        await world.PublishSurvey.Run(world.Owner, slug, new(), default);
        Assert.Null((await world.CloseSurvey.Run(world.Owner, slug, default)).Problem);
        var closed = await world.Read(slug);
        Assert.Equal((SurveyState.Closed, true), (closed.State, closed.ClosedOn is not null));
        Assert.Equal("not_open", (await world.CloseSurvey.Run(world.Owner, slug, default)).Problem?.Code);
        Assert.Null((await world.ReopenSurvey.Run(world.Owner, slug, default)).Problem);
        Assert.Equal("not_closed", (await world.ReopenSurvey.Run(world.Owner, slug, default)).Problem?.Code);
        var open = await world.Read(slug);
        Assert.Equal((SurveyState.Open, 1, null), (open.State, open.Versions.Count, open.ClosedOn));
    }

    [Fact]
    public async Task A_name_that_a_published_version_used_is_not_given_to_a_copy()
    {
        var slug = await world.NewSurvey(ListenWorld.Small with { Questions = [.. ListenWorld.Small.Questions, new TextQuestion { Name = "story_2", Label = "More?" }] });
        await world.PublishSurvey.Run(world.Owner, slug, new(), default);
        await world.EditDraft.Run(world.Owner, slug, new DraftEdit.Remove("story_2"), null, default);
        Assert.Equal("story_3", (await world.EditDraft.Run(world.Owner, slug, new DraftEdit.Duplicate("story"), null, default)).OrThrow().Focus);
    }

    [Fact]
    public async Task The_surveys_title_follows_the_one_people_see_unless_it_has_its_own()
    {
        var slug = await world.NewSurvey();
        await world.EditDraft.Run(world.Owner, slug, new DraftEdit.ChangeSettings(ListenWorld.Small with { Title = "Tell us" }), null, default);
        Assert.Equal("Tell us", (await world.Read(slug)).Title);
        var named = (await world.CreateSurvey.Run(world.Owner, await world.NewInitiative(), new("Wave 2", ListenWorld.Small), default)).OrThrow();
        await world.EditDraft.Run(world.Owner, named.Slug, new DraftEdit.ChangeSettings(ListenWorld.Small with { Title = "Tell us" }), null, default);
        Assert.Equal("Wave 2", (await world.Read(named.Slug)).Title);
    }

    [Fact]
    public async Task Strangers_find_no_survey_and_viewers_may_only_look()
    {
        var slug = await world.NewSurvey();
        var before = (await world.Read(slug)).Revision;
        Problem?[] strangers =
        [
            (await world.ReadSurvey.Run(world.Stranger, slug, default)).Problem,
            (await world.SaveDraft.Run(world.Stranger, slug, ListenWorld.Small, 1, default)).Problem,
            (await world.EditDraft.Run(world.Stranger, slug, new DraftEdit.Remove("story"), null, default)).Problem,
            (await world.PublishSurvey.Run(world.Stranger, slug, new(), default)).Problem,
            (await world.CloseSurvey.Run(world.Stranger, slug, default)).Problem,
            (await world.ReopenSurvey.Run(world.Stranger, slug, default)).Problem,
            (await world.SetSampleDesign.Run(world.Stranger, slug, "census", default)).Problem,
            (await world.CheckSurvey.Run(world.Stranger, slug, default)).Problem,
        ];
        Assert.All(strangers, problem => Assert.Equal(new Problem.NotFound("survey"), problem));
        Assert.IsType<Problem.Forbidden>((await world.SaveDraft.Run(world.Viewer, slug, ListenWorld.Small, 1, default)).Problem);
        Assert.IsType<Problem.Forbidden>((await world.PublishSurvey.Run(world.Viewer, slug, new(), default)).Problem);
        Assert.Null((await world.ReadSurvey.Run(world.Viewer, slug, default)).Problem);
        Assert.Equal(before, (await world.Read(slug)).Revision);
    }

    [Fact]
    public async Task A_survey_is_not_found_under_another_initiative_of_the_same_organisation()
    {
        var slug = await world.NewSurvey();
        var other = await world.NewInitiative("Another initiative");
        Assert.IsType<Problem.NotFound>((await world.ReadSurvey.Run(world.Owner, slug, default, other)).Problem);
    }

    [Fact]
    public async Task The_sample_design_is_one_of_three()
    {
        var slug = await world.NewSurvey();
        foreach (var design in SetSampleDesign.Designs) Assert.Null((await world.SetSampleDesign.Run(world.Owner, slug, design, default)).Problem);
        Assert.Equal("census", (await world.Read(slug)).SampleDesign);
        Assert.Equal("invalid", (await world.SetSampleDesign.Run(world.Owner, slug, "guess", default)).Problem?.Code);
    }

    [Fact]
    public async Task A_name_never_comes_to_mean_something_else_once_somebody_has_answered()
    {
        var slug = await world.NewSurvey();
        (await world.PublishSurvey.Run(world.Owner, slug, new(), default)).OrThrow();
        var other = ListenWorld.Small with { Questions = [new Calculate { Name = ListenWorld.Small.Questions[0].Name, Calculation = "1" }, new TextQuestion { Name = "more", Label = "More" }] };
        (await world.SaveDraft.Run(world.Owner, slug, other, (await world.Read(slug)).Revision, default)).OrThrow();
        var submit = NeedsSurvey.App.Tests.Responses.PublishedSurveys.Submitting(world.Database);
        (await submit.Run(new(slug, Guid.NewGuid(), "en", System.Text.Json.JsonElement.Parse("{}")))).OrThrow();

        var refused = await world.PublishSurvey.Run(world.Owner, slug, new(), default);

        Assert.Equal("name_reused", Assert.Single(Assert.IsType<Problem.Invalid>(refused.Problem).Faults).Code);
    }

    [Fact]
    public async Task A_change_that_splits_the_data_is_published_only_when_it_is_confirmed()
    {
        var slug = await world.NewSurvey(ListenWorld.Small with { Questions = [.. ListenWorld.Small.Questions, new IntegerQuestion { Name = "age", Label = "Age" }] });
        (await world.PublishSurvey.Run(world.Owner, slug, new(), default)).OrThrow();
        await world.EditDraft.Run(world.Owner, slug, new DraftEdit.Remove("age"), null, default);
        var id = (await world.Read(slug)).Id;
        Assert.All((await world.CheckSurvey.Run(world.Owner, slug, default)).OrThrow().Changes, change => Assert.Equal(ChangeEffect.Safe, change.Effect));
        await world.Database.Execute($"""
            insert into response (survey_id, response_id, version, language, received_on, answers, submission_hash, receipt_hash)
            values ('{id}', gen_random_uuid(), 1, 'en', current_date, '{"{}"}', '\x01', '\x02')
            """);
        Assert.Contains((await world.CheckSurvey.Run(world.Owner, slug, default)).OrThrow().Changes, change => change is { Name: "age", Effect: ChangeEffect.SplitsData });
        Assert.Equal("splits_data", (await world.PublishSurvey.Run(world.Owner, slug, new(), default)).Problem?.Code);
        Assert.Equal(2, (await world.PublishSurvey.Run(world.Owner, slug, new(ConfirmSplits: true), default)).OrThrow().Version);
    }
}
