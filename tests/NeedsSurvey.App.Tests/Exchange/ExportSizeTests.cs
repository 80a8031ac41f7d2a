// Memory must not grow with the responses: 50,000 of them are exported through a stream that looks at the heap as the bytes pass.

using NeedsSurvey.App.Exchange;
using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.App.Tests.Exchange;

public sealed class ExportSizeTests(TestData data) : IClassFixture<TestData>
{
    private const long Most = 48 << 20;

    [SlowFact]
    public async Task Fifty_thousand_responses_are_exported_in_memory_that_does_not_grow_with_them()
    {
        var slug = await data.Survey(SampleSurveys.ManyTypes);
        await data.Database.Execute(
            """
            insert into response (survey_id, response_id, version, language, received_on, answers, submission_hash, receipt_hash)
            select survey_id, gen_random_uuid(), 1, 'en', current_date, jsonb_build_object('age', 'old', 'story', repeat('Rent, "again". ',
                40), 'help', '["food"]'::jsonb, 'people', n),
                   sha256(n::text::bytea), sha256(n::text::bytea)
            from survey, generate_series(1, 50000) n
            """
        );
        using var looking = new LookingStream();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var export = (await data.Get<ExportResponses>().Run(Actor.Operator, slug, new(), default)).OrThrow();
        await export.WriteTo(looking, default);
        Assert.InRange(looking.Peak - before, long.MinValue, Most);
        Assert.True(looking.Writes > 10, "It was sent in pieces, not at the end.");
    }

    /// <summary>Looks at what is alive each time a piece passes; other tests' garbage is not counted.</summary>
    private sealed class LookingStream : MemoryStream
    {
        public long Peak { get; private set; }
        public int Writes { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Writes++ % 64 == 0)
                Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: true));
            return ValueTask.CompletedTask;
        }
    }
}
