using NeedsSurvey.App.Responses;

namespace NeedsSurvey.App.Tests.Responses;

/// <summary>What was sent is judged the same when it is sent again, whatever chance and the calendar say then.</summary>
public sealed class SentAgainTests(TestDatabase database) : Submitting(database)
{
    private const string Arms = """
        {"title":"Arms","questions":[{"type":"calculate","name":"r","calculation":"once(random())"},
          {"type":"text","name":"a","label":"A","relevant":"${r} < 0.5"},{"type":"text","name":"b","label":"B","relevant":"${r} >= 0.5"}]}
        """;

    [Fact]
    public async Task Chance_decides_the_same_for_the_same_submission()
    {
        var slug = await data.Survey(Arms);
        for (var times = 0; times < 8; times++)
        {
            var submission = Guid.NewGuid();
            var first = (await Send(slug, submission, """{"a":"A","b":"B"}""")).OrThrow();
            Assert.Equal(first.Dropped, (await Send(slug, submission, """{"a":"A","b":"B"}""")).OrThrow().Dropped);
        }
    }

    [Fact]
    public async Task Chance_decides_otherwise_for_other_submissions()
    {
        var slug = await data.Survey(Arms);
        HashSet<string> dropped = [];
        for (var times = 0; times < 20; times++)
            dropped.Add((await Send(slug, Guid.NewGuid(), """{"a":"A","b":"B"}""")).OrThrow().Dropped[0].Question);
        Assert.Equal(2, dropped.Count);
    }

    [Fact]
    public void Chance_is_spread_evenly_over_submissions()
    {
        var firsts = Enumerable
            .Range(0, 2_000)
            .Select(number => new SubmissionChance(Guid.Empty, new(number, 0, 0, new byte[8])).NextDouble());
        Assert.Equal(Enumerable.Repeat(200, 10), firsts.GroupBy(first => (int)(first * 10)).Select(tenth => tenth.Count()), Near);

        static bool Near(int expected, int counted) => Math.Abs(counted - expected) < 60;
    }

    [Fact]
    public async Task After_midnight_the_same_answers_are_the_same()
    {
        var slug = await data.Survey(
            """{"title":"Day","questions":[{"type":"date","name":"d","label":"When?","constraint":". >= today()"}]}"""
        );
        var (submission, answers) = (Guid.NewGuid(), $$"""{"d":"{{data.Clock.GetUtcNow():yyyy-MM-dd}}"}""");
        var first = (await Send(slug, submission, answers)).OrThrow();
        data.Clock.Move(TimeSpan.FromDays(1));
        Assert.Equal(first.Receipt, (await Send(slug, submission, answers)).OrThrow().Receipt);
    }
}
