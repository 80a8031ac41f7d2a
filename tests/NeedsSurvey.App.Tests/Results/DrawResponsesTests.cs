// A drawing takes in many responses at once; these tests claim that no single one is seen arriving or leaving.

using System.Text.Json;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Results;

namespace NeedsSurvey.App.Tests.Results;

public sealed class DrawResponsesTests(TestData data) : IClassFixture<TestData>
{
    private readonly SubmitResponse submit = data.Get<SubmitResponse>();
    private readonly DrawResponses draw = data.Get<DrawResponses>();
    private readonly DrawnFigures figures = data.Get<DrawnFigures>();

    private async Task<List<string>> Send(string slug, int times)
    {
        var receipts = new List<string>();
        for (var sent = 0; sent < times; sent++)
            receipts.Add(
                (await submit.Run(new(slug, Guid.NewGuid(), "en", JsonElement.Parse("""{"story": "Rent."}""")))).OrThrow().Receipt.Reveal()
            );
        return receipts;
    }

    private Task<Guid> Id(string slug) => data.Database.Db.One<Guid>("select survey_id from survey where slug = @slug", new { slug });

    private async Task<int> Drawn(Guid survey)
    {
        await draw.Run(survey, default);
        return await data.Database.Db.One<int>(
            "select count(*)::int from counted_response where survey_id = @survey and drawn",
            new { survey }
        );
    }

    private async Task<int> Kept(Guid survey, string basis = "") =>
        (
            await figures.Run<int>(
                survey,
                "responses",
                _ => Task.FromResult(new FigureBasis(basis)),
                async snapshot =>
                    await snapshot.One<int>(
                        "select count(*)::int from counted_response where survey_id = @survey and drawn",
                        new { survey }
                    ),
                default
            )
        )
            .OrThrow()
            .Figures;

    [Fact]
    public async Task Fewer_than_ten_are_not_drawn()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        await Send(slug, 9);
        Assert.Equal(0, await Drawn(await Id(slug)));
    }

    [Fact]
    public async Task The_next_join_when_they_are_ten_too()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var survey = await Id(slug);
        await Send(slug, 12);
        Assert.Equal(12, await Drawn(survey));
        await Send(slug, 9);
        Assert.Equal(12, await Drawn(survey));
        await Send(slug, 1);
        Assert.Equal(22, await Drawn(survey));
    }

    [Fact]
    public async Task Ten_who_come_in_the_same_moment_count_as_ten()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var survey = await Id(slug);
        await Send(slug, 12);
        Assert.Equal(12, await Drawn(survey));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Send(slug, 1)));
        Assert.Equal(22, await Drawn(survey));
    }

    [Fact]
    public async Task Responses_that_come_and_go_bring_no_drawing()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var survey = await Id(slug);
        await Send(slug, 12);
        Assert.Equal(12, await Drawn(survey));
        var withdraw = data.Get<WithdrawResponse>();
        foreach (var receipt in await Send(slug, 20))
            (await withdraw.Run(receipt)).OrThrow();
        await Send(slug, 1);
        Assert.Equal(12, await Drawn(survey));
    }

    [Fact]
    public async Task Kept_figures_do_not_show_who_withdraws()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var survey = await Id(slug);
        var receipts = await Send(slug, 30);
        Assert.Equal(30, await Kept(survey));
        var withdraw = data.Get<WithdrawResponse>();
        foreach (var receipt in receipts.Take(9))
            (await withdraw.Run(receipt)).OrThrow();
        Assert.Equal(30, await Kept(survey));
        (await withdraw.Run(receipts[9])).OrThrow();
        Assert.Equal(20, await Kept(survey));
    }

    // A new design, label or version after a withdrawal was one more look at people who differ by one.
    [Fact]
    public async Task A_new_design_after_a_withdrawal_waits_for_the_next_drawing()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var survey = await Id(slug);
        var receipts = await Send(slug, 30);
        Assert.Equal(30, await Kept(survey, "one design"));
        (await data.Get<WithdrawResponse>().Run(receipts[0])).OrThrow();
        Assert.Equal(30, await Kept(survey, "another"));
        await Send(slug, 11);
        Assert.Equal(40, await Kept(survey, "another"));
    }

    [Fact]
    public async Task A_new_design_while_everybody_is_there_has_figures_of_the_same_people()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var survey = await Id(slug);
        await Send(slug, 30);
        Assert.Equal(30, await Kept(survey, "one design"));
        await Send(slug, 3);
        Assert.Equal((30, "another"), (await Kept(survey, "another"), (await Basis(survey)).Split(' ')[^1]));
    }

    private Task<string> Basis(Guid survey) =>
        data.Database.Db.One<string>("select basis from drawn_figures where scope = @survey", new { survey });

    // An open link, and answers of one's own to have everybody else drawn once more.
    [Fact]
    public async Task Answers_that_are_sent_after_others_were_taken_back_bring_no_drawing()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var survey = await Id(slug);
        await Send(slug, 12);
        Assert.Equal(12, await Drawn(survey));
        var own = await Send(slug, 10);
        Assert.Equal(22, await Drawn(survey));
        var withdraw = data.Get<WithdrawResponse>();
        foreach (var receipt in own)
            (await withdraw.Run(receipt)).OrThrow();
        await Send(slug, 11);
        Assert.Equal(12, await Drawn(survey));
        Assert.Equal(1, await data.Database.Db.One<int>("select number - 1 from survey_drawing where survey_id = @survey", new { survey }));
    }

    [Fact]
    public async Task Each_response_has_a_key_of_its_own()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        await Send(slug, 40);
        Assert.Equal(
            40,
            await data.Database.Db.One<int>(
                "select count(distinct record_key)::int from counted_response join survey using (survey_id) where slug = @slug",
                new { slug }
            )
        );
    }

    [Fact]
    public async Task Two_who_look_at_once_make_one_drawing()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var survey = await Id(slug);
        await Send(slug, 15);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => draw.Run(survey, default)));
        Assert.Equal(1, await data.Database.Db.One<int>("select number from survey_drawing where survey_id = @survey", new { survey }));
    }
}
