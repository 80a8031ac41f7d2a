using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Results;

namespace NeedsSurvey.App.Tests.Needs;

/// <summary>Who was heard, beside what is known of the community.</summary>
public sealed class HeardTests(TestData data) : IClassFixture<TestData>
{
    [Fact]
    public async Task Groups_are_compared_with_the_community()
    {
        var heard = await data.Home.Listening();
        (
            await data.Get<SetMargins>().Run(data.Owner, heard.Id, [new("age", "census", [new("young", 0.4), new("old", 0.6)])], default)
        ).OrThrow();
        await heard.Answers(12, housing: "5 1", age: "young");
        await heard.Answers(28, housing: "5 1", age: "old");
        var age = (await data.Get<ReadRepresentation>().Run(data.Owner, heard.Id)).OrThrow().Single();
        Assert.Equal(0.1, age.Dissimilarity!.Value, 6);
        Assert.Equal(0.75, age.Categories[0].Ratio!.Value, 6);
    }

    // content, T9
    [Fact]
    public async Task Groups_for_reading_are_shown_without_a_comparison()
    {
        var heard = await data.Home.Listening();
        (
            await data.Get<SetMargins>().Run(data.Owner, heard.Id, [new("age", "census", [new("young", 0.4), new("old", 0.6)])], default)
        ).OrThrow();
        await heard.Answers(12, housing: "5 1", age: "young");
        await data.Database.Execute(
            """
            update survey_version set definition = jsonb_set(definition, '{questions}', (
                select jsonb_agg(case when q ->> 'group_role' = 'age' then q || '{"compare": "reading"}' else q end)
                from jsonb_array_elements(definition -> 'questions') q))
            """
        );
        var age = (await data.Get<ReadRepresentation>().Run(data.Owner, heard.Id)).OrThrow().Single();
        Assert.Equal((false, null, ""), (age.IsCompared, age.Dissimilarity, age.Source));
        Assert.All(age.Categories, category => Assert.Equal((null, null), (category.PopulationShare, category.Ratio)));
    }
}
