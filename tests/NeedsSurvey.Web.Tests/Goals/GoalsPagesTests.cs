using System.Net;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Goals;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Web.Tests.Needs;
using NeedsSurvey.Web.Tests.Responses;
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

    [Fact]
    public async Task Needs_that_nothing_weighs_get_no_percentages_for_organisers_or_in_a_report_of_few_answers()
    {
        var listening = await site.Listening();
        foreach (var path in new[] { "/goals", "/goals/decisions" })
            Assert.DoesNotContain("33 %", (await listening.Open(path)).Words, StringComparison.Ordinal);
        Assert.Contains("There are no figures to weigh these needs by", (await listening.Open("/goals")).Words, StringComparison.Ordinal);
        await listening.Answer(3);
        Assert.DoesNotContain("There are no figures", (await listening.Open("/goals")).Words, StringComparison.Ordinal);
        // Three people are too few for the public.
        Assert.Contains("There are no figures to weigh these needs by", (await listening.Open("/report")).Words, StringComparison.Ordinal);
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
    public async Task The_gate_refuses_with_the_reason_open_and_lets_a_written_reason_pass()
    {
        var listening = await site.Listening();
        var page = (await Draft(listening)).Sound();
        Assert.False(page.Document.QuerySelector("#adopt details")!.HasAttribute("open"));
        page = (await page.Press("Adopt goal")).CameBack("overrideReason");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        page = (await page.Press("Adopt goal", ("overrideReason", Hostile))).Sound();
        Assert.Contains("What has happened", page.Words, StringComparison.Ordinal);

        page = (await page.Press("Add update", ("words", ""))).CameBack("words");
        page = (await page.Post(page.Address.AbsolutePath, ("words", "Begun."), ("happenedOn", "yesterday"))).CameBack("happenedOn");
        Assert.Equal(
            ("Begun.", "yesterday"),
            (page.Value("words").Trim(), page.Document.QuerySelector("#f-happenedOn")!.GetAttribute("value"))
        );
        page = (await page.Press("Add update", ("words", Hostile), ("happenedOn", "2026-07-14"))).Sound();
        Assert.Contains("14 July 2026", page.Words, StringComparison.Ordinal);
        page = (await page.Press("Drop it")).Sound();
        Assert.Equal(GoalState.Dropped, (await Only(listening)).State);
        page = (await page.Press("Take it up again")).Sound();
        page = (await page.Press("Mark as done")).Sound();
        Assert.Equal(GoalState.Done, (await Only(listening)).State);
        page = (await page.Post(page.Address.AbsolutePath + "/delete")).CameBack();
        Assert.Contains("Only a draft can be deleted", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_deleted_and_with_evidence_adopted_without_a_reason()
    {
        var listening = await site.Listening(minimum: 1);
        var page = await (await Draft(listening)).Press("Delete this draft");
        Assert.Equal(("/goals", "Needs determine goals"), (page.Sound().Address.AbsolutePath[listening.Base.Length..], page.Heading));
        await listening.Answer();
        page = (await (await Draft(listening)).Sound().Press("Adopt goal")).Sound();
        Assert.Equal(GoalState.Adopted, (await Only(listening)).State);
        Assert.Equal(HttpStatusCode.NotFound, (await listening.Open($"/goals/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task A_decision_without_a_reason_comes_back_filled_and_changes_nothing()
    {
        var listening = await site.Listening();
        await listening.Answer(3);
        var page = (await listening.Open("/goals/decisions")).Sound();
        page = await page.Press(
            "Save decisions",
            ("dispositions[0].kind", "act"),
            ("dispositions[0].reason", Hostile),
            ("dispositions[1].kind", "refer")
        );
        page.CameBack("dispositions[1].reason");
        Assert.Equal(
            ("act", Hostile, "refer"),
            (page.Value("dispositions[0].kind"), page.Value("dispositions[0].reason"), page.Value("dispositions[1].kind"))
        );
        Assert.Empty((await site.Get<ReadGoals>().Run(listening.Owner.Actor, listening.Id)).OrThrow().Dispositions);
        page = (await page.Press("Save decisions", ("dispositions[1].reason", "The city runs them."))).Sound();
        Assert.Contains("Saved.", page.Words, StringComparison.Ordinal);
        page = (await page.Press("Save decisions", ("dispositions[0].kind", ""))).Sound();
        Assert.Equal(
            "buses",
            Assert.Single((await site.Get<ReadGoals>().Run(listening.Owner.Actor, listening.Id)).OrThrow().Dispositions).Need
        );
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
