// Repeats over two versions, with so many responses that they come in several ranges; exported once.

using System.Text.Json;
using NeedsSurvey.App.Exchange;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.App.Tests.Exchange;

/// <summary>9080 households in two versions, as they are stored and as they were exported.</summary>
public sealed class ExportedHouseholds : IAsyncLifetime
{
    private const string First = """
        {"title": "Households", "questions": [
          {"type": "text", "name": "street", "label": "Which street?"},
          {"type": "repeat", "name": "people", "label": "Who lives with you?", "questions": [
            {"type": "text", "name": "nickname", "label": "What do you call them?"},
            {"type": "integer", "name": "years", "label": "How old?"},
            {"type": "select_multiple", "name": "wants", "label": "What would help?", "choices": [{"name": "food", "label": "Food"},
                {"name": "care", "label": "Care"}]}]},
          {"type": "repeat", "name": "pets", "label": "Which animals?", "questions": [{"type": "text", "name": "animal",
              "label": "Which?"}]}]}
        """;

    /// <summary>Without pets; <c>years</c> is words now; <c>wants</c> got rest; a new question in the repeat.</summary>
    private const string Second = """
        {"title": "Households", "questions": [
          {"type": "text", "name": "street", "label": "Which street?"},
          {"type": "repeat", "name": "people", "label": "Who lives with you?", "questions": [
            {"type": "text", "name": "nickname", "label": "What do you call them?"},
            {"type": "text", "name": "years", "label": "How old, in words?"},
            {"type": "text", "name": "work", "label": "What do they do?"},
            {"type": "select_multiple", "name": "wants", "label": "What would help?", "choices": [{"name": "food", "label": "Food"},
                {"name": "care", "label": "Care"}, {"name": "rest", "label": "Rest"}]}]}]}
        """;

    private static readonly string[] Names = ["NA", "REFUSED", "a,b", "\"q\"", "two\nlines", "=1+1", "", "x  y"];

    private readonly TestDatabase database = new();

    public IReadOnlyList<Stored> Responses { get; private set; } = [];

    public byte[] Package { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        var random = new Random(20261122);
        var data = TestData.On(database, new ManualClock());
        var submit = data.Get<SubmitResponse>();
        var slug = await data.Survey(First);
        for (var i = 0; i < 40; i++)
            await Send(1);
        await data.Publish(slug, Second);
        data.Clock.Move(TimeSpan.FromSeconds(2));
        for (var i = 0; i < 40; i++)
            await Send(2);
        // More than one range: empty ones, and the first and last id that can be.
        await database.Execute(
            """
            insert into response (survey_id, response_id, version, language, received_on, answers, submission_hash, receipt_hash)
            select survey_id, case n when 1 then '00000000-0000-0000-0000-000000000000' when 2
                then 'ffffffff-ffff-ffff-ffff-ffffffffffff' else gen_random_uuid() end, 1, 'en', current_date,
                   jsonb_build_object('street', n::text, 'people', jsonb_build_array(
                    jsonb_build_object('nickname', 'p' || n, 'years', n,
                        'wants', null)), 'pets', null), sha256(n::text::bytea), sha256(n::text::bytea)
            from survey, generate_series(1, 9000) n
            """
        );

        using var into = new MemoryStream();
        await (await new ExportResponses(database.Db, new FindSurvey(database.Db)).Run(Actor.Operator, slug, new(), default))
            .OrThrow()
            .WriteTo(into, default);
        Package = into.ToArray();
        Responses = await database.Db.Query<Stored>("select response_id, version, answers from counted_response order by response_id");

        async Task Send(int version)
        {
            var people = Enumerable.Range(0, random.Next(4)).Select(_ => Person(version)).ToArray();
            var answers = new Dictionary<string, object?> { ["street"] = "Mill Lane", ["people"] = people };
            if (version == 1)
                answers["pets"] = Enumerable.Range(0, random.Next(3)).Select(n => new { animal = $"cat {n}" }).ToArray();
            (await submit.Run(new(slug, Guid.NewGuid(), "en", JsonSerializer.SerializeToElement(answers)))).OrThrow();
        }

        Dictionary<string, object?> Person(int version)
        {
            var person = new Dictionary<string, object?> { ["nickname"] = Names[random.Next(Names.Length)] };
            if (random.Next(3) > 0)
                person["years"] = version == 1 ? random.Next(100) : "about " + random.Next(100);
            if (random.Next(3) > 0)
                person["wants"] =
                    random.Next(4) == 0 ? new { declined = true }
                    : version == 1 ? new[] { "care" }
                    : ["food", "rest"];
            if (version == 2 && random.Next(2) == 0)
                person["work"] = "mends bicycles";
            return person;
        }
    }

    public Task DisposeAsync() => database.DisposeAsync();

    public sealed record Stored
    {
        public required Guid ResponseId { get; init; }
        public required int Version { get; init; }
        public required string Answers { get; init; }
    }
}
