using NeedsSurvey.Domain.Tests.Surveys.Conformance;

namespace NeedsSurvey.Web.Tests.Conformance;

/// <summary>What types do not do yet. Each is asserted to fail, so that a mended one must leave the list.</summary>
internal static class KnownHoles
{
    private const string NotInEditor = "The editor's list of kinds does not have it; only a definition in JSON can hold it.";
    private const string NoDecline = "The page of a set has no 'prefer not to say', so the question can be skipped but never declined.";
    private const string NoPlaces =
        "Results count who answered and no more: a place, however coarse, can point to one household where few live.";

    internal static readonly IReadOnlyList<KnownHole> All =
    [
        new("best_worst", "page: declining is offered", NoDecline),
        new("best_worst", "filled again: going back to a declined one", NoDecline),
        new("best_worst", "filled again: back and on keeps a declined one", NoDecline),
        new("best_worst", "check page: declined and not answered", NoDecline),
        new("best_worst", "stored: declined", NoDecline),
        new("best_worst", "editor: it can be picked", NotInEditor),
        new("best_worst", "editor: a new one can be made", NotInEditor),
        new("best_worst", "editor: its form has a field for each property", "Its sets can be changed in JSON only."),
        new("geopoint", "results: its tally counts the answers", NoPlaces),
        new("geopoint", "results: its card on the page", NoPlaces),
        new("geopoint", "editor: it can be picked", NotInEditor),
        new("geopoint", "editor: a new one can be made", NotInEditor),
        new("repeat", "editor: it can be picked", NotInEditor),
        new("repeat", "editor: a new one can be made", NotInEditor),
        new("text", "results: its tally counts the answers",
            "The card of a text that is no story links to the open answers, which list stories only: nothing is there."),
    ];
}
