using System.Text.Json;
using NeedsSurvey.App.Exchange;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Responses;

/// <summary>Today is what the clock of the initiative says.</summary>
public sealed class TimeZoneTests : IClassFixture<TestDatabase>
{
    private const string Visit = """
        {"title":"Visit","questions":[{"type":"date","name":"d","label":"When?","constraint":". <= today()"},
            {"type":"calculate","name":"heard","calculation":"today()"}]}
        """;

    private readonly TestData data;

    public TimeZoneTests(TestDatabase database)
    {
        data = TestData.On(database, new ManualClock());
        // 20:16 in UTC: tomorrow has begun in India, and today has not ended in Mexico.
        data.Clock.Move(data.Clock.GetUtcNow().Date.AddDays(1).AddHours(20).AddMinutes(16) - data.Clock.GetUtcNow().DateTime);
    }

    private DateOnly Utc => DateOnly.FromDateTime(data.Clock.GetUtcNow().UtcDateTime);

    private async Task<(string Slug, TestInitiative Initiative)> Asked(string zone)
    {
        var initiative = await (await data.Organisation()).Initiative(
            new InitiativeFields
            {
                Title = "Visits",
                Stance = Stance.Allyship,
                TimeZone = zone,
            }
        );
        var slug = await initiative.Draft(SurveyJson.Read(Visit).Definition!);
        await data.Publish(slug);
        return (slug, initiative);
    }

    private Task<Result<SubmitResponse.Submitted>> Send(string slug, DateOnly day) =>
        data.Get<SubmitResponse>().Run(new(slug, Guid.NewGuid(), "en", JsonElement.Parse($$"""{"d":"{{day:yyyy-MM-dd}}"}""")), default);

    [Theory]
    [InlineData("Asia/Kolkata", 1, true)]
    [InlineData("Asia/Kolkata", 2, false)]
    [InlineData("UTC", 1, false)]
    [InlineData("America/Mexico_City", 0, true)]
    public async Task Row_15_Today_is_the_day_where_people_answer(string zone, int ahead, bool accepted)
    {
        var (slug, _) = await Asked(zone);
        Assert.Equal(accepted, (await Send(slug, Utc.AddDays(ahead))).Problem is null);
    }

    [Fact]
    public async Task Row_15_The_days_that_are_stored_are_days_of_the_same_clock()
    {
        var (slug, _) = await Asked("Asia/Kolkata");
        (await Send(slug, Utc)).OrThrow();
        await data.Close(slug);
        var days = await data.Database.Db.One<Days>(
            """
            select received_on, (answers ->> 'heard')::date as heard, opened_on, closed_on
            from response join survey using (survey_id) where slug = @slug
            """,
            new { slug }
        );
        var there = Utc.AddDays(1);
        Assert.Equal(new(there, there, there, there), days);
    }

    [Fact]
    public async Task Row_15_The_manifest_of_an_export_has_days_of_the_same_clock()
    {
        var (slug, _) = await Asked("Asia/Kolkata");
        await data.Database.Execute("update survey_version set published_at = $1", data.Clock.GetUtcNow());
        using var package = new MemoryStream();
        var ready = await data.Get<ExportResponses>().Run(Actor.Operator, slug, new(), default);
        await ready.OrThrow().WriteTo(package, default);
        var manifest = JsonElement.Parse(ExportFile.Entry(package.ToArray(), "manifest.json"));
        Assert.Equal("Asia/Kolkata", manifest.GetProperty("time_zone").GetString());
        var published = Assert.Single(manifest.GetProperty("versions").EnumerateArray()).GetProperty("published_on");
        Assert.Equal($"{Utc.AddDays(1):yyyy-MM-dd}", published.GetString());
    }

    [Fact]
    public async Task A_new_initiative_has_the_clock_of_its_place()
    {
        var home = await data.Organisation();
        foreach (
            var (place, zone) in new[] { ("Kibera, Nairobi", "Africa/Nairobi"), ("Leeds, UK", "Europe/London"), ("The valley", "UTC") }
        )
        {
            var fields = new InitiativeFields
            {
                Title = place,
                Stance = Stance.Allyship,
                Place = place,
            };
            var made = (await data.Get<CreateInitiative>().Run(home.Owner, home.Slug, fields, default)).OrThrow();
            Assert.Equal(zone, (await data.Get<ReadInitiative>().Run(home.Owner, made.Id, default)).OrThrow().Fields.TimeZone);
        }
    }

    [Fact]
    public async Task A_change_that_names_no_clock_leaves_it()
    {
        var (_, initiative) = await Asked("Asia/Kolkata");
        var fields = new InitiativeFields
        {
            Title = "Visits",
            Stance = Stance.Allyship,
            Place = "Nairobi",
        };
        var owner = initiative.Organisation.Owner;
        (await data.Get<EditInitiative>().Run(owner, initiative.Id, fields, default)).OrThrow();
        var view = (await data.Get<ReadInitiative>().Run(owner, initiative.Id, default)).OrThrow();
        Assert.Equal("Asia/Kolkata", view.Fields.TimeZone);
    }

    [Theory]
    [InlineData("Europe/Atlantis")]
    [InlineData("EST")]
    [InlineData("UTC+5")]
    [InlineData("../etc/passwd")]
    public async Task A_clock_that_is_no_IANA_name_is_refused(string zone)
    {
        var home = await data.Organisation();
        var fields = new InitiativeFields
        {
            Title = "Visits",
            Stance = Stance.Allyship,
            TimeZone = zone,
        };
        var refused = await data.Get<CreateInitiative>().Run(home.Owner, home.Slug, fields, default);
        Assert.Equal("unknown_time_zone", Assert.Single(Assert.IsType<Problem.Invalid>(refused.Problem).Faults).Code);
    }

    private sealed record Days(DateOnly ReceivedOn, DateOnly Heard, DateOnly OpenedOn, DateOnly ClosedOn);
}
