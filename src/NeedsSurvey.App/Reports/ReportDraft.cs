using System.Text.Json.Serialization;
using NeedsSurvey.Domain.Reports;

namespace NeedsSurvey.App.Reports;

/// <summary>A report as it would be published now.</summary>
/// <param name="Slug">Null before the first draft is saved.</param>
/// <param name="Version">The newest published version, 0 for none.</param>
/// <param name="NeedsReason">Whether a new version needs a written reason: there are fewer than k responses more or fewer.</param>
/// <param name="FiguresStay">Whether its figures are those of the newest version, because nothing was drawn since.</param>
/// <param name="Blank">Disclosure items that must be filled in first.</param>
public sealed record ReportDraft(
    ReportContent Content,
    string? Slug,
    int Version,
    bool NeedsReason,
    bool FiguresStay,
    IReadOnlyList<DisclosureItem> Blank
)
{
    internal Guid OrganisationId { get; init; }

    /// <summary>What an edit of its words begins from: <see cref="SaveReportDraft.Command.Revision"/>.</summary>
    [JsonIgnore]
    public string Revision { get; init; } = "";

    internal bool HasResponses { get; init; }

    internal ReportDrawing Drawing { get; init; } = new("", 0);
}
