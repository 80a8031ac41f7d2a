using System.Net;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Goals;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Web.Tests.Needs;
using static NeedsSurvey.Web.Tests.Needs.SoundPage;

namespace NeedsSurvey.Web.Tests.Goals;

/// <summary>Stage 4 in a browser that runs no script: drafting, the gate, progress, decisions.</summary>
public sealed class GoalsPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private static async Task<Page> Draft(InitiativePages listening, string title = "Homes first") =>
        await (await listening.Open("/goals/new")).Press(
            "Save draft",
            ("title", title),
            ("needs[0].strength", "9"),
            ("needs[0].reason", "It lowers rents.")
        );

    private async Task<GoalView> Only(InitiativePages listening) =>
        (await site.Get<ReadGoals>().Run(listening.Owner.Actor, listening.Id)).OrThrow().Goals.Single();

    [Fact]
    public async Task A_draft_without_a_reason_comes_back_filled_with_the_error_at_the_right_link()
    {
        var listening = await site.Listening();
        await listening.Answer(3);
        var page = await (await listening.Open("/goals")).Sound().Follow("Draft a goal");
        page = await page.Sound()
            .Press(
                "Save draft",
                ("title", Hostile),
                ("description", Hostile),
                ("effort", "12,5"),
                ("needs[0].strength", "3"),
                ("needs[0].reason", Hostile),
                ("needs[2].strength", "9"),
                ("pillars[1].strength", "1")
            );
        page.CameBack("needs[2].reason", "pillars[1].reason");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(
            (Hostile, "12,5", "9", Hostile),
            (page.Value("title"), page.Value("effort"), page.Value("needs[2].strength"), page.Value("needs[0].reason"))
        );
        page = (await page.Press("Save draft", ("needs[2].reason", "It opens doors."), ("pillars[1].strength", "0"))).Sound();
        Assert.Contains("Saved.", page.Words, StringComparison.Ordinal);
        Assert.Equal(Hostile, page.Heading);
        var saved = await Only(listening);
        Assert.Equal((12.5, 2, 0), (saved.Effort, saved.Needs.Count, saved.Pillars.Count));
        (await listening.Open("/goals")).Sound();
        (await listening.Open("/goals/decisions")).Sound();

        // A browser without a calendar sends what was typed.
        page = (await page.Post(page.Address.AbsolutePath, ("title", "Homes"), ("effort", "a lot"), ("dueOn", "31/3/2027"))).CameBack(
            "effort",
            "dueOn"
        );
        Assert.Equal(("a lot", "31/3/2027"), (page.Value("effort"), page.Document.QuerySelector("#f-dueOn")!.GetAttribute("value")));
        page = (await page.Press("Save", ("dueOn", ""))).CameBack("effort");
        page = (await page.Press("Save", ("effort", "1,250"))).CameBack("effort");
        await page.Press("Save", ("effort", "1250"));
        Assert.Equal(1250, (await Only(listening)).Effort);
    }

    private const string Unweighed = "There are no figures to weigh these needs by";

    [Theory]
    [InlineData("/goals")]
    [InlineData("/goals/decisions")]
    public async Task Needs_that_nothing_weighs_get_no_percentages(string path) =>
        Assert.DoesNotContain("33 %", (await (await site.Listening()).Open(path)).Words, StringComparison.Ordinal);

    [Fact]
    public async Task That_nothing_weighs_needs_is_said() =>
        Assert.Contains(Unweighed, (await (await site.Listening()).Open("/goals")).Words, StringComparison.Ordinal);

    [Fact]
    public async Task Three_answers_weigh_needs_for_those_who_may_export()
    {
        var listening = await site.Listening();
        await listening.Answer(3);
        var page = await listening.Open("/goals");
        Assert.DoesNotContain(Unweighed, page.Words, StringComparison.Ordinal);
        Assert.Contains("These are the true figures.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_answers_weigh_nothing_in_a_report()
    {
        var listening = await site.Listening();
        await listening.Answer(3);
        Assert.Contains(Unweighed, (await listening.Open("/report")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_answers_weigh_nothing_for_a_Viewer()
    {
        var listening = await site.Listening();
        await listening.Answer(3);
        var viewer = await site.SignedIn(Role.Viewer, listening.Owner.Org);
        Assert.Contains(Unweighed, (await viewer.Pages.Open(listening.Base + "/goals")).Sound().Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_a_goal_cannot_be_adopted_yet_is_said_as_it_is()
    {
        var listening = await site.Listening();
        Assert.Contains(
            "0 of at least 3 people have answered, and the survey is still open.",
            (await Draft(listening)).Words,
            StringComparison.Ordinal
        );
        var form = await listening.Owner.Pages.Open($"/o/{listening.Owner.Org}/initiatives/new");
        var other = (await form.Press("Begin the initiative", ("title", "Another"), ("stance", "Allyship"))).Address.AbsolutePath;
        Assert.Contains(
            "Nobody has been asked yet: there is no survey.",
            (await form.Client.Open(other + "/goals")).Words,
            StringComparison.Ordinal
        );
        await (await form.Client.Open(other + "/surveys/new")).Press("Begin a blank survey", ("title", "Blank"));
        Assert.Contains(
            "Nobody has been asked yet: the survey is not published.",
            (await form.Client.Open(other + "/goals")).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_fault_stays_with_its_need_when_the_order_of_needs_has_changed_meanwhile()
    {
        var listening = await site.Listening();
        var page = await listening.Open("/goals/new");
        // Sent in another order than the page would show now.
        page = await page.Post(
            page.Document.QuerySelector("main form[action*='/goals/']")!.GetAttribute("action")!,
            ("title", "Homes"),
            ("effort", "1"),
            ("needs[0].id", "welcome"),
            ("needs[0].strength", "9"),
            ("needs[0].reason", ""),
            ("needs[1].id", "housing"),
            ("needs[1].strength", "3"),
            ("needs[1].reason", "Kept")
        );
        page.CameBack("needs[2].reason");
        Assert.Equal(("9", "Kept"), (page.Value("needs[2].strength"), page.Value("needs[0].reason")));
        page = await (await listening.Open("/goals/decisions")).Post(
            listening.Base + "/goals/decisions",
            ("dispositions[0].need", "welcome"),
            ("dispositions[0].kind", "refer"),
            ("dispositions[0].reason", ""),
            ("dispositions[1].need", "housing"),
            ("dispositions[1].kind", ""),
            ("dispositions[1].reason", "")
        );
        page.CameBack("dispositions[0].reason");
        Assert.Equal(("welcome", "refer"), (page.Value("dispositions[0].need"), page.Value("dispositions[0].kind")));
    }

    [Fact]
    public async Task The_gate_refuses_with_the_field_for_a_reason_open()
    {
        var page = (await Draft(await site.Listening())).Sound();
        Assert.False(page.Document.QuerySelector("#adopt details")!.HasAttribute("open"));
        page = (await page.Press("Adopt goal")).CameBack("overrideReason");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
    }

    /// <summary>The page of a goal that was adopted past the gate.</summary>
    private static async Task<Page> Adopted(InitiativePages listening) =>
        await (await (await Draft(listening)).Press("Adopt goal")).Press("Adopt goal", ("overrideReason", Hostile));

    [Fact]
    public async Task A_written_reason_passes_the_gate() =>
        Assert.Contains("What has happened", (await Adopted(await site.Listening())).Sound().Words, StringComparison.Ordinal);

    [Fact]
    public async Task An_update_with_a_fault_comes_back_filled()
    {
        var page = await Adopted(await site.Listening());
        page = (await page.Press("Add update", ("words", ""))).CameBack("words");
        page = (await page.Post(page.Address.AbsolutePath, ("words", "Begun."), ("happenedOn", "yesterday"))).CameBack("happenedOn");
        Assert.Equal(
            ("Begun.", "yesterday"),
            (page.Value("words").Trim(), page.Document.QuerySelector("#f-happenedOn")!.GetAttribute("value"))
        );
    }

    [Fact]
    public async Task An_update_is_shown_with_its_day()
    {
        var page = await Adopted(await site.Listening());
        page = (await page.Press("Add update", ("words", Hostile), ("happenedOn", "2026-07-14"))).Sound();
        Assert.Contains("14 July 2026", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_goal_that_was_dropped_can_still_be_done()
    {
        var listening = await site.Listening();
        var page = (await (await Adopted(listening)).Press("Drop it")).Sound();
        Assert.Equal(GoalState.Dropped, (await Only(listening)).State);
        page = (await page.Press("Take it up again")).Sound();
        (await page.Press("Mark as done")).Sound();
        Assert.Equal(GoalState.Done, (await Only(listening)).State);
    }

    [Fact]
    public async Task A_goal_past_its_draft_is_not_deleted()
    {
        var page = await Adopted(await site.Listening());
        page = (await page.Post(page.Address.AbsolutePath + "/delete")).CameBack();
        Assert.Contains("Only a draft can be deleted", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_deleted()
    {
        var listening = await site.Listening(minimum: 1);
        var page = await (await Draft(listening)).Press("Delete this draft");
        Assert.Equal(("/goals", "Needs determine goals"), (page.Sound().Address.AbsolutePath[listening.Base.Length..], page.Heading));
    }

    [Fact]
    public async Task With_evidence_a_draft_is_adopted_without_a_reason()
    {
        var listening = await site.Listening(minimum: 1);
        await listening.Answer();
        (await (await Draft(listening)).Sound().Press("Adopt goal")).Sound();
        Assert.Equal(GoalState.Adopted, (await Only(listening)).State);
    }

    [Fact]
    public async Task A_goal_that_does_not_exist_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.Listening()).Open($"/goals/{Guid.NewGuid()}")).Status);

    /// <summary>The form after two decisions, the second without its reason.</summary>
    private static async Task<Page> WithoutReason(InitiativePages listening)
    {
        await listening.Answer(3);
        var page = (await listening.Open("/goals/decisions")).Sound();
        page = await page.Press(
            "Save decisions",
            ("dispositions[0].kind", "act"),
            ("dispositions[0].reason", Hostile),
            ("dispositions[1].kind", "refer")
        );
        return page.CameBack("dispositions[1].reason");
    }

    private async Task<IReadOnlyList<string>> Decided(InitiativePages listening) =>
        [.. (await site.Get<ReadGoals>().Run(listening.Owner.Actor, listening.Id)).OrThrow().Dispositions.Select(decided => decided.Need)];

    [Fact]
    public async Task A_decision_without_a_reason_comes_back_filled()
    {
        var page = await WithoutReason(await site.Listening());
        Assert.Equal(
            ("act", Hostile, "refer"),
            (page.Value("dispositions[0].kind"), page.Value("dispositions[0].reason"), page.Value("dispositions[1].kind"))
        );
    }

    [Fact]
    public async Task A_decision_without_a_reason_changes_nothing()
    {
        var listening = await site.Listening();
        await WithoutReason(listening);
        Assert.Empty(await Decided(listening));
    }

    [Fact]
    public async Task A_decision_can_be_taken_back()
    {
        var listening = await site.Listening();
        var page = await WithoutReason(listening);
        page = (await page.Press("Save decisions", ("dispositions[1].reason", "The city runs them."))).Sound();
        Assert.Contains("Saved.", page.Words, StringComparison.Ordinal);
        (await page.Press("Save decisions", ("dispositions[0].kind", ""))).Sound();
        Assert.Equal("buses", Assert.Single(await Decided(listening)));
    }

    [Fact]
    public async Task A_person_has_values_where_an_organisation_has_a_mission()
    {
        var listening = await site.Listening(kind: OrganisationKind.Individual);
        await listening.Answer(3);
        var page = (await Draft(listening)).Sound();
        Assert.Contains("Values it fits", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("mission", (await listening.Open("/goals")).Sound().Words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("mission", (await listening.Open("/goals/decisions")).Sound().Words, StringComparison.OrdinalIgnoreCase);
    }
}
