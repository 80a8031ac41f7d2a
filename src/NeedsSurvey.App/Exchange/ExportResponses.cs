// The export that never lies. What it guarantees:
// - every counted response is in the file exactly once, and every answer ever given has a column, over all versions
// (Domain/Responses/Table);
// - all files of a package come from one moment: what arrives meanwhile is in none of them;
// - rows stand in the order of their random ids, so the file says nothing about who answered when, and the same answers give the same
// bytes;
// - "not asked", "declined" and "unknown" have codes that no answer in it equals (ExportWithFreeCodes);
// - it streams: memory does not grow with the responses, and a reader who goes away ends the query;
// - a fault in the middle leaves a package that cannot be opened, never one that looks whole.
// Withdrawn responses are left out and counted in the manifest. Who took the data away is in the audit log.

using System.Reflection;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Exchange;

namespace NeedsSurvey.App.Exchange;

/// <summary>An export that is ready to be written.</summary>
/// <param name="OrganisationId">Whose it is.</param>
/// <param name="FileName">ASCII, safe in a header and on every system.</param>
/// <param name="Write">As <see cref="WriteTo"/>.</param>
public sealed record ReadyExport(
    Guid OrganisationId,
    string FileName,
    string ContentType,
    Func<Stream, Action<StateCodes>, CancellationToken, Task> Write
)
{
    /// <summary>Reads and writes it; call once. An exception means that what was written so far is not whole.</summary>
    /// <param name="stream">Where to; one that can seek may be written twice, from where it stands.</param>
    /// <param name="chosen">
    /// Told the codes of the states once, when they are settled: before the first byte, or, in a stream that can seek, behind the last.
    /// </param>
    public Task WriteTo(Stream stream, CancellationToken cancellation, Action<StateCodes>? chosen = null) =>
        Write(stream, chosen ?? (_ => { }), cancellation);
}

/// <summary>Takes a survey's responses away as files.</summary>
public sealed class ExportResponses(Db db, FindSurvey surveys)
{
    /// <summary>What a caller asks for, in the words of the address or the command line; null for the usual.</summary>
    public sealed record Command
    {
        public string? Format { get; init; }
        public string? Preset { get; init; }
        public string? Language { get; init; }
        public string? NotAsked { get; init; }
        public string? Declined { get; init; }
        public string? Unknown { get; init; }
    }

    /// <param name="actor">Needs <see cref="Permission.Export"/>, whatever the format.</param>
    /// <param name="survey">Id or slug.</param>
    /// <param name="initiativeId">When the address names an initiative too, the survey must be one of its own.</param>
    public async Task<Result<ReadyExport>> Run(
        Actor actor,
        string survey,
        Command command,
        CancellationToken cancellation,
        Guid? initiativeId = null
    )
    {
        if (!(await surveys.Run(actor, Permission.Export, survey, cancellation, initiativeId)).Succeeded(out var found, out var problem))
            return problem;
        if (!Read(command).Succeeded(out var options, out problem))
            return problem;
        var languages = await ExportSource.LanguagesOf(db, found.Id, cancellation);
        if (languages.Count == 0)
            return new Problem.Conflict("not_published", "This survey was never published, so nobody has answered it.");
        if (options.Language is { } language && !languages.Contains(language))
            return new Problem.Invalid("language", "unknown_language", $"This survey is offered in: {string.Join(", ", languages)}.");
        if (options.Format == ExportFormat.Xlsx && await TooLarge(found.Id, cancellation) is { } tooLarge)
            return tooLarge;

        var noted = await db.Change<Done>(
            actor,
            found.OrganisationId,
            "responses.export",
            found.Title,
            tx =>
            {
                tx.Detail["format"] = options.Format.Code();
                tx.Detail["preset"] = options.Preset.Code();
                return Task.FromResult(Result.Of(Done.It));
            },
            cancellation
        );
        if (noted.Problem is { } refused)
            return refused;

        return new ReadyExport(
            found.OrganisationId,
            $"{found.Slug}-{(options.Preset == ExportPreset.Analysis ? "responses" : "spreadsheet")}.{options.Format.Code()}",
            options.Format.ContentType(),
            (stream, chosen, stop) => ExportPackage.Write(db, found, options, ProgramVersion, stream, chosen, stop)
        );
    }

    // A sheet that is full is said in words; nothing is cut.
    private async Task<Problem?> TooLarge(Guid surveyId, CancellationToken cancellation) =>
        await db.Snapshot(1, async snapshots => await (await ExportSource.Open(snapshots, surveyId)).LargestFile(), cancellation)
            is var (rows, columns)
        && WorkbookLimits.Refusal(rows, columns) is { } words
            ? new Problem.Conflict("too_large_for_a_sheet", words)
            : null;

    private static Result<ExportOptions> Read(Command command)
    {
        var faults = new List<Fault>();
        var options = new ExportOptions
        {
            Format = command.Format switch
            {
                null or "" => ExportFormat.Zip,
                var word => ExportWritings.Format(word) ?? Wrong("format", "The format is zip, csv or xlsx.", ExportFormat.Zip),
            },
            Preset = command.Preset switch
            {
                // Whoever wants a workbook opens it.
                null or "" when command.Format == "xlsx" => ExportPreset.Spreadsheet,
                null or "" => ExportPreset.Analysis,
                var word => ExportWritings.Preset(word) ?? Wrong("preset", "The preset is analysis or spreadsheet.", ExportPreset.Analysis),
            },
            Language = command.Language is { Length: > 0 } language ? language : null,
            Codes = new(
                command.NotAsked ?? StateCodes.DefaultNotAsked,
                command.Declined ?? StateCodes.DefaultDeclined,
                command.Unknown ?? StateCodes.DefaultUnknown
            ),
        };
        var codes = new[]
        {
            ("not_asked", options.Codes.NotAsked),
            ("declined", options.Codes.Declined),
            ("unknown", options.Codes.Unknown),
        };
        foreach (var (path, code) in codes)
            if (!ExportOptions.IsCode(code))
                Wrong(path, "A code is a whole number, or a word of at most 20 letters, digits and . _ / -.", "");
        if (options.Codes.NotAsked == options.Codes.Declined)
            Wrong("declined", "“Not asked” and “declined” need different codes.", "");
        if (options.Codes.Unknown == options.Codes.NotAsked || options.Codes.Unknown == options.Codes.Declined)
            Wrong("unknown", "“Not asked”, “declined” and “unknown” need different codes.", "");
        return faults.Count > 0 ? new Problem.Invalid(faults) : options;

        T Wrong<T>(string path, string message, T fallback)
        {
            faults.Add(new(path, $"unknown_{path}", message));
            return fallback;
        }
    }

    private static readonly string ProgramVersion = typeof(ExportResponses)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
        ?.InformationalVersion.Split('+')[0]
        ?? "";
}
