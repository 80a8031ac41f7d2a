using NeedsSurvey.Domain.Tests.Surveys.Conformance;

namespace NeedsSurvey.Web.Tests.Conformance;

/// <summary>What types do not do yet. Each is asserted to fail, so that a mended one must leave the list.</summary>
internal static class KnownHoles
{
    private const string NoTally = "Results count who answered and show nothing of the answers.";

    internal static readonly IReadOnlyList<KnownHole> All =
    [
        new("best_worst", "results: its tally counts the answers", NoTally),
        new("best_worst", "results: its card on the page", NoTally),
        new("geopoint", "results: its tally counts the answers", NoTally),
        new("geopoint", "results: its card on the page", NoTally),
        new("matrix", "filled again: going back to a declined one",
            "Every row declined is stored as the whole declined, which fills no row again."),
        new("matrix", "filled again: back and on keeps a declined one",
            "For the same reason: going on from the empty rows turns declined into skipped."),
        new("text", "results: its tally counts the answers",
            "The card of a text that is no story links to the open answers, which list stories only: nothing is there."),
        new("time", "results: its tally counts the answers", NoTally),
        new("time", "results: its card on the page", NoTally),
    ];
}
