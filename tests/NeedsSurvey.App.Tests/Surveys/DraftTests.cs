using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Surveys;

/// <summary>What is done to a draft, alone and by several people at once.</summary>
public sealed class DraftTests(TestData data) : IClassFixture<TestData>
{
    private async Task<SurveyView> Read(string survey) => (await data.Get<ReadSurvey>().Run(data.Owner, survey, default)).OrThrow();

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
    public async Task Saving_a_draft_says_what_would_stop_publishing()
    {
        var saved = (
            await data.Get<SaveDraft>().Run(data.Owner, await data.Home.Survey(), new() { Title = "Empty" }, 1, default)
        ).OrThrow();
        Assert.Contains(saved.Faults, fault => fault is { Code: "nothing_to_ask", IsError: true });
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
        Assert.Null((await Typed("story", "Mine")).Problem);
        Assert.Null((await Typed("age", "Theirs")).Problem);
        Assert.Equal("draft_changed", (await Typed("age", "Late")).Problem?.Code);
        Assert.Equal(["Mine", "Theirs"], (await Read(slug)).Draft.Questions.Select(item => item.Label!.In("en")));

        Task<Result<EditDraft.Edited>> Typed(string name, string words)
        {
            var began = Outline.Find(draft.Questions, name)!;
            return data.Get<EditDraft>()
                .Run(data.Owner, slug, now => ItemChanges.Between(began, began with { Label = words }, now), default);
        }
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
                        .Run(data.Owner, slug, [new DraftEdit.Add(new Note { Name = $"n{n}" }, new(null, int.MaxValue))], default)
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
        var removed = (await data.Get<EditDraft>().Run(data.Owner, slug, [new DraftEdit.Remove("story")], default)).OrThrow();
        var undo = new DraftEdit.Add(Outline.Find(removed.Before.Questions, "story")!, Outline.PlaceOf(removed.Before.Questions, "story")!);
        Assert.Null((await data.Get<EditDraft>().Run(data.Owner, slug, [undo], default)).Problem);
        Assert.Equal(["hello", "story", "bye"], (await Read(slug)).Draft.Questions.Select(item => item.Name));
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
        await data.Get<EditDraft>().Run(data.Owner, slug, [new DraftEdit.Remove("story_2")], default);
        Assert.Equal(
            "story_3",
            (await data.Get<EditDraft>().Run(data.Owner, slug, [new DraftEdit.Duplicate("story")], default)).OrThrow().Focus
        );
    }

    [Fact]
    public async Task The_surveys_title_follows_the_one_people_see_unless_it_has_its_own()
    {
        var slug = await data.Home.Survey();
        await data.Get<EditDraft>()
            .Run(data.Owner, slug, [new DraftEdit.ChangeSettings(SampleSurveys.Small with { Title = "Tell us" })], default);
        Assert.Equal("Tell us", (await Read(slug)).Title);
        var named = (
            await data.Get<CreateSurvey>().Run(data.Owner, (await data.Home.Initiative()).Id, new("Wave 2", SampleSurveys.Small), default)
        ).OrThrow();
        await data.Get<EditDraft>()
            .Run(data.Owner, named.Slug, [new DraftEdit.ChangeSettings(SampleSurveys.Small with { Title = "Tell us" })], default);
        Assert.Equal("Wave 2", (await Read(named.Slug)).Title);
    }
}
