using System.Text.Json;

namespace NeedsSurvey.Web.Tests.Story;

/// <summary>The three people of the API's story, one of them in Arabic, and their cells of the export.</summary>
internal static class ApiStoryAnswers
{
    public sealed record Submission(Guid submission, string language, object answers, bool may_quote);

    private static readonly string[] Three = ["housing_cost", "health_care", "food"];

    public static readonly Submission Ana = Answer(
        "en",
        new
        {
            story = "The rent takes half of what I earn.",
            needs = Grid(4, 0, 3, 2),
            age = "age_25_39",
            first_three = Three,
        },
        quote: true
    );

    public static readonly Submission Bob = Answer(
        "en",
        new
        {
            needs = Grid(4, 1, 2, 3),
            age = new { declined = true },
            first_three = Three,
        }
    );

    public static readonly Submission Noor = Answer(
        "ar",
        new
        {
            story = "الإيجار غالٍ جدًّا ولا نجد طبيبًا.",
            needs = Grid(4, 0, 4, 0),
            age = "age_16_24",
            tenure = "rent_private",
            repair_waiting = "months",
            first_three = Three,
        }
    );

    private static object Grid(int housing, int housingNow, int health, int healthNow) =>
        new
        {
            housing_cost = new { importance = housing, satisfaction = housingNow },
            health_care = new { importance = health, satisfaction = healthNow },
            food = new { importance = 1, satisfaction = 4 },
        };

    public static Submission Answer(string language, object answers, bool quote = false) => new(Guid.NewGuid(), language, answers, quote);

    /// <summary>The zip, read back: each person once, each answer in its cell, the four states told apart.</summary>
    public static async Task ExportHoldsEveryCell(ApiProgram program, string survey)
    {
        var package = await program.Key.GetByteArrayAsync($"/api/v1/surveys/{survey}/export?format=zip");
        var rows = ExportFile
            .Read(ExportFile.Entry(package, "responses.csv"))
            .Rows.ConvertAll(row => row.ToDictionary(cell => cell.Key, cell => cell.Value.Text));
        Assert.Equal(3, rows.Count);
        var (ana, bob, noor) = (
            rows.Single(row => row["story"] == "The rent takes half of what I earn."),
            rows.Single(row => row["age"] == "REFUSED"),
            rows.Single(row => row["language"] == "ar")
        );
        Assert.Equal("الإيجار غالٍ جدًّا ولا نجد طبيبًا.", noor["story"]);
        Assert.Equal(
            ["", "age_25_39", "NA", "", ""],
            new[] { "life_here", "age", "repair_waiting", "tenure", "area" }.Select(column => ana[column])
        );
        Assert.Equal(["", "months", "rent_private"], new[] { "area", "repair_waiting", "tenure" }.Select(column => noor[column]));
        Assert.Equal(
            ["4", "1", "2", "3", ""],
            new[]
            {
                "needs.housing_cost.importance",
                "needs.housing_cost.satisfaction",
                "needs.health_care.importance",
                "needs.health_care.satisfaction",
                "needs.youth.importance",
            }.Select(column => bob[column])
        );
        Assert.Equal(
            ["housing_cost", "health_care", "food"],
            new[] { "first_three.rank1", "first_three.rank2", "first_three.rank3" }.Select(column => bob[column])
        );
        Assert.Equal("", bob["story"]);
        using var manifest = JsonDocument.Parse(ExportFile.Entry(package, "manifest.json"));
        Assert.Contains("\"rows\":3", manifest.RootElement.ToString().Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotEmpty(ExportFile.Entry(package, "codebook.csv"));
    }
}
