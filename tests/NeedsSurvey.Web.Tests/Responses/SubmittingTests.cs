using System.Net;
using NeedsSurvey.App;
using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>The moment of Submit: twice, too late, on a full disk, and what an earlier page shows afterwards.</summary>
public sealed class SubmittingTests(TestSite site) : IClassFixture<TestSite>
{
    // field, row 52
    [Fact]
    public async Task Submitting_one_page_twice_is_one_response_with_one_receipt()
    {
        var slug = await site.Data.Survey(SampleSurveys.ManyTypes);
        using var visitor = site.NewPageClient();
        var check = await (await visitor.Open("/s/" + slug)).ToCheck();
        var receipts = new[] { (await check.Press("Submit")).Receipt(), (await check.Press("Submit")).Receipt() };
        Assert.Single(receipts.Distinct());
        Assert.Equal(1, await site.Rows(slug));
    }

    // field, row 54
    [Fact]
    public async Task After_Submit_an_earlier_page_that_is_sent_again_shows_the_receipt_instead_of_answers()
    {
        var slug = await site.Data.Survey(SampleSurveys.ManyTypes);
        using var visitor = site.NewPageClient();
        var second = await (await (await visitor.Open("/s/" + slug)).Press("Start")).Press(
            "Continue",
            ("story", "Only for whom I tell it.")
        );
        var check = await second.ToCheck();
        var receipt = (await check.Press("Submit")).Receipt();
        foreach (
            var again in new[]
            {
                await second.Go("back"),
                await second.Go("next"),
                await check.Go("change story"),
                await check.Go("language ar"),
            }
        )
        {
            Assert.Equal(receipt, again.Receipt());
            Assert.DoesNotContain("Only for whom I tell it.", again.Html, StringComparison.Ordinal);
        }
    }

    private async Task<(Page Question, Page Check)> TakenBack()
    {
        var slug = await site.Data.Survey(Words);
        var visitor = site.NewPageClient();
        var question = await (await visitor.Open("/s/" + slug)).Press("Start");
        var check = await question.Press("Continue", ("t", "Only for whom I tell it."));
        var receipt = (await check.Press("Submit")).Receipt();
        var shown = await (await visitor.Open("/receipt")).Press("Show me", ("code", receipt));
        await (await shown.Press("Take my answers back")).Press("Yes, delete my answers");
        return (question, check);
    }

    // Of the kind of field, rows 7 and 54: nothing is said to be stored that is not.
    [Fact]
    public async Task After_answers_were_taken_back_Submit_says_that_they_are_not_stored()
    {
        var again = await (await TakenBack()).Check.Press("Submit");
        Assert.Equal((HttpStatusCode.Conflict, "Check your answers"), (again.Status, again.Heading));
        Assert.Contains("taken back and are deleted. Those below are not stored.", again.Words, StringComparison.Ordinal);
        Assert.Equal("Thank you", (await again.Press("Submit")).Heading);
    }

    [Fact]
    public async Task After_answers_were_taken_back_an_earlier_page_shows_none_of_them()
    {
        var (question, check) = await TakenBack();
        foreach (var again in new[] { await question.Go("next", ("t", "x")), await check.Go("change t") })
        {
            Assert.Equal((HttpStatusCode.Gone, "Your answers are deleted"), (again.Status, again.Heading));
            Assert.DoesNotContain("Only for whom I tell it.", again.Html, StringComparison.Ordinal);
        }
    }

    private const string Words = """{"title":"T","questions":[{"type":"text","name":"t","label":"What is going on?"}]}""";

    // Beside field, row 52: two people, or one person twice, with one start page.
    [Fact]
    public async Task Two_windows_of_one_start_page_are_two_people()
    {
        var slug = await site.Data.Survey(Words);
        using var visitor = site.NewPageClient();
        var start = await visitor.Open("/s/" + slug);
        var (one, other) = (await start.Press("Start"), await start.Press("Start"));
        foreach (var window in new[] { one, other })
            Assert.Equal("Thank you", (await (await window.Press("Continue", ("t", "Rent."))).Press("Submit")).Heading);
        Assert.Equal(2, await site.Rows(slug));
    }

    // Beside field, row 52: a page that was copied in the middle.
    [Fact]
    public async Task Other_answers_of_the_same_page_are_kept_and_sent_only_when_somebody_says_so()
    {
        var slug = await site.Data.Survey(Words);
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + slug)).Press("Start");
        var (one, other) = (await page.Press("Continue", ("t", "Rent.")), await page.Press("Continue", ("t", "Noise.")));
        var receipt = (await one.Press("Submit")).Receipt();
        var asked = await other.Press("Submit");
        Assert.Equal((HttpStatusCode.Conflict, "Check your answers"), (asked.Status, asked.Heading));
        Assert.Contains($"with the code {receipt}", asked.Words, StringComparison.Ordinal);
        Assert.Contains("Noise.", asked.Words, StringComparison.Ordinal);
        Assert.Equal(1, await site.Rows(slug));
        Assert.Equal("Thank you", (await asked.Press("Submit")).Heading);
        Assert.Equal(2, await site.Rows(slug));
    }

    [Fact]
    public async Task What_is_changed_after_Submit_is_said_not_to_be_stored()
    {
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + await site.Data.Survey(Words))).Press("Start");
        var thanks = await (await page.Press("Continue", ("t", "Rent."))).Press("Submit");
        Assert.DoesNotContain("What was changed afterwards is not stored.", thanks.Words, StringComparison.Ordinal);
        var again = await page.Press("Continue", ("t", "Noise."));
        Assert.Contains("What was changed afterwards is not stored.", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_survey_says_so_even_in_the_middle_of_answering() =>
        Assert.All(await ClosedInTheMiddle(), page =>
            Assert.Equal((HttpStatusCode.Gone, "This survey is closed"), (page.Status, page.Heading))
        );

    [Fact]
    public async Task A_closed_survey_leads_to_the_report_even_in_the_middle_of_answering() =>
        Assert.All(await ClosedInTheMiddle(), page => Assert.Contains("/r/heard-", page.Html, StringComparison.Ordinal));

    [Fact]
    public async Task When_the_disk_is_full_Submit_keeps_everything_on_the_page()
    {
        var full = await OnFullDisk(await site.Data.Survey(SampleSurveys.OneQuestion));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, full.Status);
        Assert.Contains("They are still here: wait a moment and press Submit again.", full.Words, StringComparison.Ordinal);
        Assert.Contains("Not lost.", full.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_disk_has_room_again_the_same_page_is_submitted()
    {
        var slug = await site.Data.Survey(SampleSurveys.OneQuestion);
        Assert.Equal("Thank you", (await (await OnFullDisk(slug)).Press("Submit")).Heading);
        Assert.Equal(1, await site.Rows(slug));
    }

    /// <summary>The start page, Submit and Back of a survey that was closed while somebody answered it.</summary>
    private async Task<Page[]> ClosedInTheMiddle()
    {
        var slug = await site.Data.Survey(SampleSurveys.ManyTypes, report: "heard-" + Guid.NewGuid().ToString("N")[..8]);
        var visitor = site.NewPageClient();
        var check = await (await visitor.Open("/s/" + slug)).ToCheck();
        (await site.Get<CloseSurvey>().Run(Actor.Operator, slug, default)).OrThrow();
        return [await visitor.Open("/s/" + slug), await check.Press("Submit"), await check.Press("Back")];
    }

    /// <summary>What Submit answered while the disk was full, which it is no longer.</summary>
    private async Task<Page> OnFullDisk(string slug)
    {
        await site.Database.Execute(
            $"""
            create function disk_full() returns trigger language plpgsql as $$ begin
                raise exception 'No space left on device' using errcode = '53100'; end $$;
            create trigger disk_full before insert on response for each row
                when (new.answers ->> 'story' = 'Not lost.') execute function disk_full()
            """
        );
        var page = await (await site.NewPageClient().Open("/s/" + slug)).Press("Start");
        var full = await (await page.Press("Continue", ("story", "Not lost."))).Press("Submit");
        await site.Database.Execute("drop trigger disk_full on response; drop function disk_full()");
        return full;
    }
}
