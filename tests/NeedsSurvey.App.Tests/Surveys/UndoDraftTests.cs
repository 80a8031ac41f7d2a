using System.Text.Json.Nodes;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Surveys;

/// <summary>Taking back and doing again, by several people and across everything that changes a draft.</summary>
public sealed class UndoDraftTests(TestData data) : IClassFixture<TestData>
{
    private async Task<SurveyDefinition> Draft(string survey) =>
        (await data.Get<ReadSurvey>().Run(data.Owner, survey, default)).OrThrow().Draft;

    private Task<Result<EditDraft.Edited>> Say(Actor who, string survey, string name, string words) =>
        data.Get<EditDraft>()
            .Run(who, survey, [new DraftEdit.Change(name, new() { ["label"] = new JsonObject { ["en"] = words } })], default);

    private Task<Result<EditDraft.Edited>> Undo(Actor who, string survey) => data.Get<UndoDraft>().Run(who, survey, false, default);

    private Task<Result<EditDraft.Edited>> Redo(Actor who, string survey) => data.Get<UndoDraft>().Run(who, survey, true, default);

    private static string Words(SurveyDefinition draft, string name) => Outline.Find(draft.Questions, name)!.Label!.In("en");

    private Task<string> TwoQuestions() =>
        data.Home.Survey(
            SampleSurveys.Small with
            {
                Questions = [new TextQuestion { Name = "one", Label = "One" }, new TextQuestion { Name = "two", Label = "Two" }],
            }
        );

    [Fact]
    public async Task One_takes_back_ones_own_change_and_not_what_somebody_else_changed_after_it()
    {
        var slug = await TwoQuestions();
        (await Say(data.Owner, slug, "one", "Mine")).OrThrow();
        (await Say(Actor.Operator, slug, "two", "Theirs")).OrThrow();
        (await Undo(data.Owner, slug)).OrThrow();
        var draft = await Draft(slug);
        Assert.Equal(["One", "Theirs"], [Words(draft, "one"), Words(draft, "two")]);
    }

    [Fact]
    public async Task What_was_taken_back_can_be_done_again()
    {
        var slug = await TwoQuestions();
        (await Say(data.Owner, slug, "one", "Mine")).OrThrow();
        (await Undo(data.Owner, slug)).OrThrow();
        (await Redo(data.Owner, slug)).OrThrow();
        Assert.Equal("Mine", Words(await Draft(slug), "one"));
    }

    [Fact]
    public async Task Where_nothing_of_ones_own_is_left_it_says_so()
    {
        var slug = await TwoQuestions();
        (await Say(Actor.Operator, slug, "one", "Theirs")).OrThrow();
        Assert.Equal("nothing_to_undo", (await Undo(data.Owner, slug)).Problem?.Code);
    }

    [Fact]
    public async Task A_draft_written_as_a_whole_is_taken_back_as_long_as_nothing_else_was_changed()
    {
        var slug = await TwoQuestions();
        var before = await Draft(slug);
        (await data.Get<SaveDraft>().Run(data.Owner, slug, SampleSurveys.Small, 1, default)).OrThrow();
        (await Undo(data.Owner, slug)).OrThrow();
        Assert.Equal(SurveyJson.Write(before), SurveyJson.Write(await Draft(slug)));
    }

    [Fact]
    public async Task A_draft_written_as_a_whole_is_not_taken_back_over_the_changes_of_others()
    {
        var slug = await TwoQuestions();
        (await data.Get<SaveDraft>().Run(data.Owner, slug, await Draft(slug) with { AskToQuote = true }, 1, default)).OrThrow();
        (await Say(Actor.Operator, slug, "one", "Theirs")).OrThrow();
        Assert.Equal("changed_since", (await Undo(data.Owner, slug)).Problem?.Code);
    }

    [Fact]
    public async Task Of_two_who_change_the_same_words_the_second_is_told()
    {
        var slug = await TwoQuestions();
        (await Say(Actor.Operator, slug, "one", "Theirs")).OrThrow();
        var late = new DraftEdit.Change(
            "one",
            new() { ["label"] = new JsonObject { ["en"] = "Mine" } },
            Was: new() { ["label"] = new JsonObject { ["en"] = "One" } }
        );
        Assert.Equal("draft_changed", (await data.Get<EditDraft>().Run(data.Owner, slug, [late], default)).Problem?.Code);
    }

    [Fact]
    public async Task What_was_changed_is_told_with_who_did_it()
    {
        var slug = await TwoQuestions();
        (await Say(Actor.Operator, slug, "one", "Theirs")).OrThrow();
        (await Say(data.Owner, slug, "two", "Mine")).OrThrow();
        var told = (await data.Get<ListDraftChanges>().Run(data.Owner, slug, 1, default)).OrThrow();
        Assert.Equal([(3, true), (2, false)], told.Changes.Select(change => (change.Revision, change.IsMine)));
    }
}
