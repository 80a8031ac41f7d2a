using System.Net;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Web.Tests.Needs;
using static NeedsSurvey.Web.Tests.Needs.SoundPage;

namespace NeedsSurvey.Web.Tests.Reports;

/// <summary>The second hearing, about goals, in a browser that runs no script (case content M7).</summary>
public sealed class GoalHearingPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private async Task<(InitiativePages Listening, Guid Goal, string Address)> Asked()
    {
        var listening = await site.Listening();
        await listening.Answer(40);
        var goal = await listening.Initiative.AdoptedGoal(Hostile);
        var page = await (await listening.Open("/hearing/goals")).Sound().Press("Ask the community about the adopted goals");
        return (listening, goal, page.Sound().Shared());
    }

    [Theory]
    [InlineData("en", "Is this what you would want from us?")]
    [InlineData("es", "¿Es esto lo que querría de nosotros?")]
    [InlineData("ar", "هل هذا ما تريدونه منّا؟")]
    [InlineData("de", "Ist es das, was Sie von uns wollen?")]
    public async Task It_asks_in_each_language(string language, string question)
    {
        var (_, _, address) = await Asked();
        var page = (await site.Public($"{address}?language={language}")).Sound();
        Assert.Equal((language, question), (page.Spoken().Language, page.Heading));
    }

    [Fact]
    public async Task What_somebody_says_reaches_the_organiser()
    {
        var (listening, goal, address) = await Asked();
        using var anyone = site.NewPageClient();
        var thanks = await (await anyone.Open(address)).Press("Send", ($"goal.{goal}", "do_not"), ($"words.{goal}", "Leave it to us."));
        Assert.Equal("Thank you", thanks.Sound().Heading);
        var page = (await listening.Open("/hearing/goals")).Sound();
        Assert.Contains("“Leave it to us.”", page.Words, StringComparison.Ordinal);
        Assert.Contains("100 % ask us not to", page.Words.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_says_nothing_comes_back()
    {
        var (_, _, address) = await Asked();
        using var anyone = site.NewPageClient();
        var page = await (await anyone.Open(address)).Press("Send");
        Assert.Equal(HttpStatusCode.BadRequest, page.Sound().Status);
        Assert.Contains("Choose an answer for at least one goal", page.Words, StringComparison.Ordinal);
    }

    // F13: they were thanked for, and stored nowhere.
    [Fact]
    public async Task Words_about_a_goal_without_an_answer_come_back()
    {
        var (listening, goal, address) = await Asked();
        var second = await listening.Initiative.AdoptedGoal("A second goal");
        using var anyone = site.NewPageClient();
        var page = await (await anyone.Open(address)).Press("Send", ($"goal.{goal}", "yes"), ($"words.{second}", Hostile));
        Assert.Equal((HttpStatusCode.BadRequest, Hostile), (page.Sound().Status, page.Value($"words.{second}").Trim()));
        Assert.Contains("chose no answer for it", page.Words, StringComparison.Ordinal);
    }

    // F28
    [Fact]
    public async Task Closed_while_the_page_was_open_keeps_what_was_written()
    {
        var (listening, goal, address) = await Asked();
        using var anyone = site.NewPageClient();
        var late = await anyone.Open(address);
        (await site.Get<AskAboutGoals>().Run(listening.Owner.Actor, listening.Id, open: false)).OrThrow();
        var page = (await late.Press("Send", ($"goal.{goal}", "yes"), ($"words.{goal}", Hostile))).Sound();
        Assert.Equal((HttpStatusCode.Gone, Hostile), (page.Status, page.Document.QuerySelector("blockquote")!.TextContent.Trim()));
    }

    // F29
    [Fact]
    public async Task Words_about_a_goal_that_was_dropped_meanwhile_are_shown_once_more()
    {
        var (listening, goal, address) = await Asked();
        var second = await listening.Initiative.AdoptedGoal("A second goal");
        using var anyone = site.NewPageClient();
        var page = await anyone.Open(address);
        (await site.Get<ChangeGoalState>().Run(listening.Owner.Actor, listening.Id, second, GoalState.Dropped)).OrThrow();
        page = (await page.Press("Send", ($"goal.{goal}", "yes"), ($"goal.{second}", "change"), ($"words.{second}", Hostile))).Sound();
        Assert.Equal(("Thank you", Hostile), (page.Heading, page.Document.QuerySelector("blockquote")!.TextContent.Trim()));
    }

    // F14
    [Fact]
    public async Task Changing_the_language_keeps_what_was_chosen_and_written()
    {
        var (_, goal, address) = await Asked();
        using var anyone = site.NewPageClient();
        var page = await (await anyone.Open(address)).Press("العربية", ($"goal.{goal}", "change"), ($"words.{goal}", Hostile));
        Assert.Equal(("ar", "change", Hostile), (page.Spoken().Language, page.Value($"goal.{goal}"), page.Value($"words.{goal}").Trim()));
    }

    [Fact]
    public async Task Words_about_a_goal_that_are_too_long_are_told_their_own_limit()
    {
        var (_, goal, address) = await Asked();
        using var anyone = site.NewPageClient();
        var form = await anyone.Open(address + "?language=es");
        var page = await form.Press("Enviar", ($"goal.{goal}", "change"), ($"words.{goal}", new string('a', 2_001)));
        Assert.Equal("Como máximo 2.000 caracteres.", page.Sound().Document.QuerySelector(".error-summary a")!.TextContent);
    }

    [Fact]
    public async Task A_report_says_beside_a_goal_who_wants_it()
    {
        var (listening, goal, _) = await Asked();
        var slug = (await site.Get<ReadGoalHearing>().Run(listening.Owner.Actor, listening.Id)).OrThrow()!.Slug;
        for (var i = 0; i < 30; i++)
            (await site.Get<ReplyToGoals>().Run(slug, new(Guid.NewGuid(), "en", [new(goal, GoalVerdict.Yes, "")]))).OrThrow();
        var report = (await site.Public("/r/" + (await listening.Initiative.Report()).OrThrow().Slug)).Sound();
        Assert.Contains("who replied about this goal", report.Words, StringComparison.Ordinal);
    }
}
