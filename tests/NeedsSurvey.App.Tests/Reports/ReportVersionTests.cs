// A new version of a report must not tell what the few people between it and the last one said.

using System.Text.Json;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Results;

namespace NeedsSurvey.App.Tests.Reports;

public sealed class ReportVersionTests(TestData data) : IClassFixture<TestData>
{
    private async Task<PublishedReport> Read(string slug, int? version = null) =>
        (await data.Get<ReadReport>().Run(slug, version)).OrThrow();

    // All that is said in figures, as it is stored.
    private static string FiguresOf(ReportContent content) =>
        JsonSerializer.Serialize(
            new
            {
                content.Figures,
                content.Responses,
                content.Ranking,
                content.OtherRankings,
                content.Heard,
                content.Hearing,
                content.Alignment,
                content.Disclosure,
            },
            FigureJson.Options
        );

    private async Task<(TestInitiative Heard, string Slug)> Published()
    {
        var heard = await data.Home.Listening();
        await heard.Answers(30, housing: "5 1", buses: "2 4");
        await heard.Answers(30, housing: "2 4", buses: "5 1");
        return (heard, (await heard.Report()).OrThrow().Slug);
    }

    [Fact]
    public async Task A_second_version_after_three_more_responses_is_refused_without_a_reason()
    {
        var (heard, _) = await Published();
        await heard.Answers(3, housing: "5 1");
        var refused = Assert.IsType<Problem.Invalid>((await heard.Report()).Problem);
        Assert.Equal(("reason", "reason_required"), (refused.Faults.Single().Path, refused.Faults.Single().Code));
    }

    [Fact]
    public async Task With_a_reason_its_figures_equal_those_of_the_first()
    {
        var (heard, slug) = await Published();
        await heard.Answers(3, housing: "5 1");
        (await heard.Report(reason: "A typing error.", lead: "Rents, above all.")).OrThrow();
        var (first, second) = (await Read(slug, 1), await Read(slug, 2));
        Assert.Equal(FiguresOf(first.Content), FiguresOf(second.Content));
        Assert.Equal("Rents, above all.", second.Content.Lead);
    }

    [Fact]
    public async Task The_reason_is_printed_with_its_version()
    {
        var (heard, slug) = await Published();
        (await heard.Report(reason: " A typing error. ")).OrThrow();
        Assert.Equal("A typing error.", (await Read(slug, 2)).Reason);
    }

    [Fact]
    public async Task Twenty_more_responses_need_no_reason()
    {
        var (heard, slug) = await Published();
        await heard.Answers(20, housing: "5 1", buses: "2 4");
        Assert.Equal(2, (await heard.Report()).OrThrow().Version);
        Assert.NotEqual((await Read(slug, 1)).Content.Responses, (await Read(slug, 2)).Content.Responses);
    }

    // Several versions of the same figures must not add up to a step.
    [Fact]
    public async Task Three_more_responses_after_a_version_with_a_reason_need_a_reason_again()
    {
        var (heard, _) = await Published();
        (await heard.Report(reason: "A typing error.")).OrThrow();
        await heard.Answers(3, housing: "5 1");
        Assert.IsType<Problem.Invalid>((await heard.Report()).Problem);
    }

    [Fact]
    public async Task A_reason_has_at_most_500_characters()
    {
        var (heard, _) = await Published();
        Assert.Equal(
            "too_long",
            Assert.IsType<Problem.Invalid>((await heard.Report(reason: new string('a', 501))).Problem).Faults.Single().Code
        );
    }

    [Fact]
    public async Task What_the_public_reads_is_the_same_before_and_after_somebody_withdraws()
    {
        var (heard, slug) = await Published();
        var receipt = (
            await data.Get<SubmitResponse>()
                .Run(new(heard.Survey, Guid.NewGuid(), "en", JsonElement.Parse("""{"needs": {"housing": {"importance": 5}}}""")))
        )
            .OrThrow()
            .Receipt;
        var before = JsonSerializer.Serialize(await Read(slug), FigureJson.Options);
        (await data.Get<WithdrawResponse>().Run(receipt)).OrThrow();
        Assert.Equal(before, JsonSerializer.Serialize(await Read(slug), FigureJson.Options));
    }

    [Fact]
    public async Task The_figures_of_a_next_version_do_not_show_who_withdrew_since_the_last()
    {
        var heard = await data.Home.Listening();
        var receipt = (
            await data.Get<SubmitResponse>()
                .Run(new(heard.Survey, Guid.NewGuid(), "en", JsonElement.Parse("""{"needs": {"housing": {"importance": 5}}}""")))
        )
            .OrThrow()
            .Receipt;
        await heard.Answers(30, housing: "5 1", buses: "2 4");
        var slug = (await heard.Report()).OrThrow().Slug;
        (await data.Get<WithdrawResponse>().Run(receipt)).OrThrow();
        (await heard.Report(reason: "A typing error.")).OrThrow();
        Assert.Equal(FiguresOf((await Read(slug, 1)).Content), FiguresOf((await Read(slug, 2)).Content));
    }
}
