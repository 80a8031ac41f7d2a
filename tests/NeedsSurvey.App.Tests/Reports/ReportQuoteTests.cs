using System.Text.Json;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Responses;

namespace NeedsSurvey.App.Tests.Reports;

/// <summary>Whose words a report prints, and that they leave it again.</summary>
public sealed class ReportQuoteTests(TestData data) : IClassFixture<TestData>
{
    private async Task<IReadOnlyList<Quote>> Quotes(TestInitiative heard) =>
        (await data.Get<AssembleReport>().Run(data.Owner, heard.Id)).OrThrow().Content.Quotes;

    // So many who state housing, one of them with words that somebody checked.
    private async Task<TestInitiative> Quoted(int stated, bool mayQuote = true, bool isChecked = true)
    {
        var heard = await data.Home.Listening();
        await heard.Answer(housing: "5 1", story: "The rent rose again.", mayQuote: mayQuote);
        await heard.Answers(stated - 1, housing: "5 1");
        var answer = (await data.Get<ReadOpenAnswers>().Run(data.Owner, heard.Id)).OrThrow().Items.Single();
        var code = new CodeAnswer.Command(
            answer.SurveyId,
            answer.ResponseId,
            answer.Field,
            [new("housing", "rent rose", Quote: isChecked && mayQuote)]
        );
        (await data.Get<CodeAnswer>().Run(data.Owner, heard.Id, code)).OrThrow();
        return heard;
    }

    [Fact]
    public async Task A_quote_is_printed_when_twenty_stated_the_need() =>
        Assert.Equal("rent rose", (await Quotes(await Quoted(stated: 20))).Single().Words);

    // content T1: what standing with people looks like is asked, and has its place.
    [Fact]
    public async Task A_quote_says_which_question_it_answers()
    {
        var heard = await Quoted(stated: 20);
        var slug = (await heard.Report()).OrThrow().Slug;
        var quote = (await data.Get<ReadReport>().Run(slug)).OrThrow().Content.Quotes.Single();
        Assert.False(string.IsNullOrWhiteSpace(quote.Question?.In("en")));
    }

    [Fact]
    public async Task A_quote_about_a_need_that_was_merged_is_about_the_one_it_went_into()
    {
        var heard = await Quoted(stated: 20);
        (await data.Get<MergeNeed>().Run(data.Owner, heard.Id, "housing", "buses")).OrThrow();
        Assert.Equal("buses", (await Quotes(heard)).Single().Need);
    }

    [Fact]
    public async Task A_quote_is_not_printed_when_nineteen_stated_the_need() => Assert.Empty(await Quotes(await Quoted(stated: 19)));

    [Fact]
    public async Task Words_that_nobody_checked_are_not_printed() => Assert.Empty(await Quotes(await Quoted(stated: 20, isChecked: false)));

    [Fact]
    public async Task Words_that_were_taken_back_are_printed_in_no_published_report_any_more()
    {
        var heard = await data.Home.Listening();
        var receipt = (
            await data.Get<SubmitResponse>()
                .Run(
                    new(heard.Survey, Guid.NewGuid(), "en", JsonElement.Parse("""{"story": "The \"cheap\" flat:\nthe rent rose again."}"""))
                    {
                        MayQuote = true,
                    }
                )
        )
            .OrThrow()
            .Receipt;
        await heard.Answer(housing: "5 1", story: "Nobody answers the phone.", mayQuote: true);
        await heard.Answers(20, housing: "5 1");
        var (words, other) = ("\"cheap\" flat:\nthe rent", "answers the phone");
        foreach (var answer in (await data.Get<ReadOpenAnswers>().Run(data.Owner, heard.Id)).OrThrow().Items)
            (
                await data.Get<CodeAnswer>()
                    .Run(
                        data.Owner,
                        heard.Id,
                        new(
                            answer.SurveyId,
                            answer.ResponseId,
                            answer.Field,
                            [new("housing", answer.Words.Contains(other, StringComparison.Ordinal) ? other : words, Quote: true)]
                        )
                    )
            ).OrThrow();
        var slug = (await heard.Report()).OrThrow().Slug;
        Assert.Equal([other, words], await Printed(slug, 1));
        Assert.Equal(2, (await heard.Report(reason: "Words that were missing.")).OrThrow().Version);

        (await data.Get<WithdrawResponse>().Run(receipt)).OrThrow();
        foreach (var version in new[] { 1, 2 })
            Assert.Equal([other], await Printed(slug, version));
        Assert.Equal(0, await data.Database.Db.One<int>("select count(*)::int from report_version where content::text like '%flat%'"));
    }

    // content E1, R12: a translation of words is those words.
    [Fact]
    public async Task Words_that_were_taken_back_are_told_in_no_other_language_any_more()
    {
        var heard = await data.Home.Listening();
        var receipt = (
            await data.Get<SubmitResponse>()
                .Run(new(heard.Survey, Guid.NewGuid(), "en", JsonElement.Parse("""{"story": "The rent."}""")) { MayQuote = true })
        )
            .OrThrow()
            .Receipt;
        await heard.Answers(20, housing: "5 1");
        await Quote(heard, (await data.Get<ReadOpenAnswers>().Run(data.Owner, heard.Id)).OrThrow().Items.Single());
        var words = (await Quotes(heard)).Single().Words;
        var told = new Dictionary<string, string> { [ReportTexts.SaidKey(words)] = "El alquiler.", ["title"] = "Lo que escuchamos" };
        (
            await data.Get<SaveReportDraft>()
                .Run(
                    data.Owner,
                    heard.Id,
                    new("What we heard", "", new Dictionary<string, string>())
                    {
                        Translations = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["es"] = told },
                    }
                )
        ).OrThrow();
        await heard.Report();
        (await data.Get<WithdrawResponse>().Run(receipt)).OrThrow();
        var left = await data.Database.Db.One<string>(
            """
            select concat(r.translations, v.content, v.redrawn) from report r join report_version v using (initiative_id)
            where r.initiative_id = @Id
            """,
            new { heard.Id }
        );
        Assert.Equal(
            (false, true),
            (left.Contains("El alquiler", StringComparison.Ordinal), left.Contains("escuchamos", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Withdrawing_leaves_what_another_person_said_in_the_same_words()
    {
        var heard = await data.Home.Listening();
        var receipt = (
            await data.Get<SubmitResponse>()
                .Run(new(heard.Survey, Guid.NewGuid(), "en", JsonElement.Parse("""{"story": "Rent."}""")) { MayQuote = true })
        )
            .OrThrow()
            .Receipt;
        await heard.Answer(housing: "5 1", story: "Rent.", mayQuote: true);
        await heard.Answers(20, housing: "5 1");
        foreach (var answer in (await data.Get<ReadOpenAnswers>().Run(data.Owner, heard.Id)).OrThrow().Items)
            await Quote(heard, answer);
        var slug = (await heard.Report()).OrThrow().Slug;
        Assert.Equal(["Rent.", "Rent."], await Printed(slug, 1));
        (await data.Get<WithdrawResponse>().Run(receipt)).OrThrow();
        Assert.Equal(["Rent."], await Printed(slug, 1));
    }

    [Fact]
    public async Task Words_are_taken_back_also_when_they_were_coded_again_after_they_were_printed()
    {
        var heard = await data.Home.Listening();
        var receipt = (
            await data.Get<SubmitResponse>()
                .Run(new(heard.Survey, Guid.NewGuid(), "en", JsonElement.Parse("""{"story": "Rent."}""")) { MayQuote = true })
        )
            .OrThrow()
            .Receipt;
        await heard.Answers(20, housing: "5 1");
        var answer = (await data.Get<ReadOpenAnswers>().Run(data.Owner, heard.Id)).OrThrow().Items.Single();
        await Quote(heard, answer);
        var slug = (await heard.Report()).OrThrow().Slug;
        await Quote(heard, answer);
        (await data.Get<WithdrawResponse>().Run(receipt)).OrThrow();
        Assert.Empty(await Printed(slug, 1));
    }

    private async Task Quote(TestInitiative heard, OpenAnswer answer) =>
        (
            await data.Get<CodeAnswer>()
                .Run(
                    data.Owner,
                    heard.Id,
                    new(answer.SurveyId, answer.ResponseId, answer.Field, [new("housing", answer.Words, Quote: true)])
                )
        ).OrThrow();

    private async Task<IEnumerable<string>> Printed(string slug, int version) =>
        (await data.Get<ReadReport>().Run(slug, version))
            .OrThrow()
            .Content.Quotes.Select(quote => quote.Words)
            .Order(StringComparer.Ordinal)
            .Reverse();
}
