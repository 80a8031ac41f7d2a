using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NeedsSurvey.App.Seeds;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Demo;

/// <summary>
/// One of the demo's stories: an invented organisation that carries one initiative through all five stages (<c>seeds/demo</c>). It says
/// what exists, not how it is stored; the <c>demo</c> verb puts it through the real operations. Days are counted from the day the
/// survey opened (0), so that the story is always recent.
/// </summary>
public sealed partial record DemoStory
{
    /// <summary>Says, in the file itself, that all of this is invented.</summary>
    public required string Note { get; init; }
    public required DemoOrganisation Organisation { get; init; }

    /// <summary>How many days before today the survey opened.</summary>
    public required int OpenedDaysAgo { get; init; }
    public required DemoInitiative Initiative { get; init; }
    public required DemoSurvey Survey { get; init; }

    /// <summary>Staff's sealed guess: needs by name, the first they expected first.</summary>
    public required IReadOnlyList<string> Prediction { get; init; }

    /// <summary>The need nobody asked about: a coder names it on reading the stories.</summary>
    public CatalogueNeed? NeedFromStories { get; init; }

    /// <summary>Whether the codebook begins with a whole catalogue; otherwise with the needs that the survey names.</summary>
    public bool TakesCatalogue { get; init; } = true;
    public required IReadOnlyList<DemoCoder> Coders { get; init; }
    public required DemoHearingCheck HearingCheck { get; init; }
    public required IReadOnlyList<DemoGoal> Goals { get; init; }

    /// <summary>Whether people can still say what they think of the goals.</summary>
    public bool StillAsksAboutGoals { get; init; }

    /// <summary>One for every need but <see cref="UnheardNeed"/>.</summary>
    public required IReadOnlyList<DemoDisposition> Dispositions { get; init; }

    /// <summary>High among the stated needs, without goal or disposition.</summary>
    public string UnheardNeed { get; init; } = "";

    /// <summary>Key of the goal behind which no need stands.</summary>
    public string UngroundedGoal { get; init; } = "";

    /// <summary>Key of the goal that a need stands behind but no pillar.</summary>
    public string DriftingGoal { get; init; } = "";
    public required DemoReport Report { get; init; }

    /// <summary>Who answers; null where <see cref="DemoResponses"/> draws them.</summary>
    public DemoCrowd? People { get; init; }

    /// <summary>Reads the first story, of the neighbourhood; a fault in the file is a bug and throws.</summary>
    public static DemoStory Load() => Load("riverside");

    /// <summary>All of them: the first one, then a response to an event, then one person.</summary>
    public static IReadOnlyList<DemoStory> All() => [.. Names.Select(Load)];

    private static readonly string[] Names = ["riverside", "mill-road", "one-person"];

    private static DemoStory Load(string name) => SeedLibrary.Read<DemoStory>($"demo/{name}.json");

    /// <summary>The initiative's address, of which an organisation has one only.</summary>
    public string InitiativeSlug => Slug.From(Initiative.Title.In("en"), "initiative");

    /// <summary>The people who answer.</summary>
    /// <param name="most">No more than so many.</param>
    public IEnumerable<DemoResponse> Answers(int most) => People?.Generate(most, Survey.OpenDays) ?? DemoResponses.Generate(most);

    /// <summary>Sentences that the report may quote, first in the language they are written in.</summary>
    internal IEnumerable<LocalText> Quotable() =>
        People is { } crowd
            ? crowd.Sentences.Where(sentence => sentence.Quote).Select(sentence => sentence.Say)
            : new DemoVoices().Quotable();

    /// <summary>The day the survey opened, seen from <paramref name="today"/>.</summary>
    public DateOnly OpenedOn(DateOnly today) => today.AddDays(-OpenedDaysAgo);

    /// <summary>The needs of the catalogue, in its order, without the one that comes from the stories.</summary>
    public IReadOnlyList<CatalogueNeed> CatalogueNeeds() => SeedLibrary.FindCatalogue(Catalogue)!.Needs;

    /// <summary>Key of the catalogue that the initiative's codebook begins with.</summary>
    public string Catalogue => SeedLibrary.FindTemplate(Survey.Template)!.Catalogue;

    /// <summary>The survey to publish: the template with the demo's title, sender, places and days.</summary>
    /// <param name="until">The last day to answer.</param>
    /// <param name="heardBy">The day by which people read what was said.</param>
    /// <param name="isNext">The round after the one that the story is about.</param>
    public SurveyDefinition SurveyDefinition(DateOnly? until = null, DateOnly? heardBy = null, bool isNext = false)
    {
        var template = SeedLibrary.FindTemplate(Survey.Template)!;
        var definition = Survey.FromAge16
            ? SurveyJson.ReadStored(WithoutChildren(JsonNode.Parse(template.DefinitionJson())!).ToJsonString())
            : template.ReadDefinition();
        return definition with
        {
            Title = Survey.Title,
            Start = definition.Start with
            {
                WhoAsks = Survey.WhoAsks,
                WhatNext = Survey.WhatNext ?? definition.Start.WhatNext,
                Why = (isNext ? Survey.NextWhy : Survey.Why) ?? definition.Start.Why,
                AnswersUntil = until,
                HeardBy = heardBy,
            },
            Support = [.. definition.Support.Select(line => line with { Label = Filled(line.Label) })],
            Choices = definition.Choices.ToDictionary(
                list => list.Key,
                list => list.Key == "areas" && Survey.Areas is { } areas ? areas : list.Value
            ),
        };
    }

    // The choice for those under 16 goes, wherever it is offered.
    private static JsonNode WithoutChildren(JsonNode node)
    {
        if (node is JsonArray list)
            foreach (var child in list.Where(one => one is JsonObject choice && choice["name"]?.ToString() == "age_under_16").ToList())
                list.Remove(child);
        foreach (
            var part in node is JsonArray parts ? parts
            : node is JsonObject fields ? fields.Select(field => field.Value)
            : []
        )
            if (part is not null)
                WithoutChildren(part);
        return node;
    }

    // What the template leaves to be filled in stands in square brackets.
    private LocalText Filled(LocalText label) =>
        Survey.WithoutPolice is { } place
            ? new LocalText(
                label.ByLanguage.ToDictionary(words => words.Key, words => Blank().Replace(words.Value, place.In(words.Key, "en")))
            )
            : label;

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blank();
}
