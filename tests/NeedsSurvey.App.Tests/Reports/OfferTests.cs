using System.Text.Json;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Responses;

namespace NeedsSurvey.App.Tests.Reports;

/// <summary>What people would share is told beside what they need (case content M5).</summary>
public sealed class OfferTests(TestData data) : IClassFixture<TestData>
{
    private const string Asks = """
        {
            "title": "Ours",
            "languages": ["en", "es"],
            "questions": [
                {
                    "type": "select_multiple", "name": "to_share", "offers": true,
                    "label": {"en": "What would you share?", "es": "¿Qué compartiría?"},
                    "choices": [
                        {"name": "cooking", "label": {"en": "Cooking", "es": "Cocinar"}},
                        {"name": "tools", "label": {"en": "Tools", "es": "Herramientas"}},
                        {"name": "nothing", "label": {"en": "Nothing now", "es": "Nada ahora"}, "exclusive": true}
                    ]
                }
            ]
        }
        """;

    private async Task<ReportContent> Report(int cooking, int tools, int nothing)
    {
        var slug = await data.Survey(Asks);
        foreach (var (choice, times) in new[] { ("cooking", cooking), ("tools", tools), ("nothing", nothing) })
            for (var i = 0; i < times; i++)
            {
                var answers = JsonSerializer.SerializeToElement(new { to_share = new[] { choice } });
                (await data.Get<SubmitResponse>().Run(new(slug, Guid.NewGuid(), "en", answers))).OrThrow();
            }
        var initiative = await data.Database.Db.One<Guid>("select initiative_id from survey where slug = @slug", new { slug });
        return (await data.Get<AssembleReport>().Run(Actor.Operator, initiative)).OrThrow().Content;
    }

    [Fact]
    public async Task What_enough_people_offered_is_told_in_every_language_of_the_survey()
    {
        var offer = (await Report(cooking: 40, tools: 2, nothing: 30)).Offers.Single();
        Assert.Equal(("Cooking", "Cocinar"), (offer.Label.In("en"), offer.Label.In("es")));
        Assert.InRange(offer.People, 35, 45);
    }

    [Fact]
    public async Task What_nearly_all_offered_is_told_in_words()
    {
        var offer = (await Report(cooking: 40, tools: 2, nothing: 1)).Offers.Single();
        Assert.Equal(("Cooking", true), (offer.Label.In("en"), offer.IsNearlyAll));
    }

    [Fact]
    public async Task What_fewer_than_ten_offered_is_not_told() => Assert.Empty((await Report(cooking: 9, tools: 3, nothing: 20)).Offers);
}
