using NeedsSurvey.App.Seeds;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Demo;

/// <summary>
/// The demo: an invented organisation that carries one initiative through all five stages (<c>seeds/demo/story.json</c>). It says
/// what exists, not how it is stored; the <c>demo</c> verb puts it through the real operations. Days are counted from the day the
/// survey opened (0), so that the story is always recent.
/// </summary>
public sealed record DemoStory
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
    public required CatalogueNeed NeedFromStories { get; init; }
    public required IReadOnlyList<DemoCoder> Coders { get; init; }
    public required DemoHearingCheck HearingCheck { get; init; }
    public required IReadOnlyList<DemoGoal> Goals { get; init; }

    /// <summary>One for every need but <see cref="UnheardNeed"/>.</summary>
    public required IReadOnlyList<DemoDisposition> Dispositions { get; init; }

    /// <summary>High among the stated needs, without goal or disposition.</summary>
    public required string UnheardNeed { get; init; }

    /// <summary>Key of the goal behind which no need stands.</summary>
    public required string UngroundedGoal { get; init; }

    /// <summary>Key of the goal that a need stands behind but no pillar.</summary>
    public required string DriftingGoal { get; init; }
    public required DemoReport Report { get; init; }

    /// <summary>Reads the story; a fault in the file is a bug and throws.</summary>
    public static DemoStory Load() => SeedLibrary.Read<DemoStory>("demo/story.json");

    /// <summary>The day the survey opened, seen from <paramref name="today"/>.</summary>
    public DateOnly OpenedOn(DateOnly today) => today.AddDays(-OpenedDaysAgo);

    /// <summary>The needs of the catalogue, in its order, without the one that comes from the stories.</summary>
    public IReadOnlyList<CatalogueNeed> CatalogueNeeds() => SeedLibrary.FindCatalogue(Catalogue)!.Needs;

    /// <summary>Key of the catalogue that the initiative's codebook begins with.</summary>
    public string Catalogue => SeedLibrary.FindTemplate(Survey.Template)!.Catalogue;

    /// <summary>The survey to publish: the template with the demo's title, sender and places.</summary>
    public SurveyDefinition SurveyDefinition()
    {
        var definition = SeedLibrary.FindTemplate(Survey.Template)!.ReadDefinition();
        return definition with
        {
            Title = Survey.Title,
            Start = definition.Start with { WhoAsks = Survey.WhoAsks, WhatNext = Survey.WhatNext },
            Choices = definition.Choices.ToDictionary(list => list.Key, list => list.Key == "areas" ? Survey.Areas : list.Value),
        };
    }
}
