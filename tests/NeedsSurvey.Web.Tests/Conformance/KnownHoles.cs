using NeedsSurvey.Domain.Tests.Surveys.Conformance;

namespace NeedsSurvey.Web.Tests.Conformance;

/// <summary>What types do not do yet. Each is asserted to fail, so that a mended one must leave the list.</summary>
internal static class KnownHoles
{
    private const string NoPlaces =
        "Results count who answered and no more: a place, however coarse, can point to one household where few live.";

    internal static readonly IReadOnlyList<KnownHole> All =
    [
        new("geopoint", "results: its tally counts the answers", NoPlaces),
        new("geopoint", "results: its card on the page", NoPlaces),
        new(
            "text",
            "results: its tally counts the answers",
            "The card of a text that is no story links to the open answers, which list stories only: nothing is there."
        ),
    ];
}
