using NeedsSurvey.App.Needs;

namespace NeedsSurvey.App.Tests.Needs;

public sealed class CodebookTests(TestData data) : IClassFixture<TestData>
{
    [Fact]
    public async Task A_catalogue_fills_the_codebook_once()
    {
        var heard = await data.Home.Listening();
        var added = (await data.Get<AdoptCatalogue>().Run(data.Owner, heard.Id, "neighbourhood")).OrThrow();
        Assert.True(added > 10, $"{added} needs were added");
        Assert.Equal(0, (await data.Get<AdoptCatalogue>().Run(data.Owner, heard.Id, "neighbourhood")).OrThrow());
    }

    [Fact]
    public async Task A_catalogue_leaves_a_need_that_is_there_as_it_is()
    {
        var heard = await data.Home.Listening();
        (
            await data.Get<EditNeed>()
                .Run(data.Owner, heard.Id, "food", new() { Label = new Dictionary<string, string> { ["en"] = "Bread" } })
        ).OrThrow();
        (await data.Get<AdoptCatalogue>().Run(data.Owner, heard.Id, "neighbourhood")).OrThrow();
        Assert.Equal(
            "Bread",
            (await data.Get<ReadCodebook>().Run(data.Owner, heard.Id)).OrThrow().Single(need => need.Name == "food").Words
        );
    }

    [Fact]
    public async Task An_unknown_catalogue_is_named()
    {
        var heard = await data.Home.Listening();
        Assert.Equal(
            "catalogue",
            Assert.IsType<Problem.Invalid>((await data.Get<AdoptCatalogue>().Run(data.Owner, heard.Id, "none")).Problem).Faults[0].Path
        );
    }

    [Fact]
    public async Task Of_two_needs_added_at_once_under_one_name_the_second_is_refused()
    {
        var heard = await data.Home.Listening();
        var command = new EditNeed.Command { Label = new Dictionary<string, string> { ["en"] = "Shade in summer" } };
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => data.Get<EditNeed>().Add(data.Owner, heard.Id, command)));
        Assert.Single(added, result => result.Problem is null);
        Assert.All(added.Where(result => result.Problem is not null), result =>
            Assert.Equal("taken", Assert.IsType<Problem.Invalid>(result.Problem).Faults.Single().Code)
        );
    }
}
