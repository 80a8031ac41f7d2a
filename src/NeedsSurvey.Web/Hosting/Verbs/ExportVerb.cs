using System.CommandLine;
using NeedsSurvey.App;
using NeedsSurvey.App.Exchange;
using NeedsSurvey.Domain.Exchange;

namespace NeedsSurvey.Web.Hosting;

/// <summary><c>export</c>: a survey's responses on stdout, or in a file that is there only when it is whole.</summary>
public static class ExportVerb
{
    /// <summary>The verb.</summary>
    public static Command Make()
    {
        var survey = new Argument<string>("SURVEY") { Description = "Id or slug of the survey." };
        var format = new Option<string>("--format")
        {
            Description = "zip (the package with codebook and manifest), csv (responses.csv alone) or xlsx (a workbook).",
            DefaultValueFactory = _ => "zip",
        };
        var preset = new Option<string?>("--preset") { Description = "analysis (codes; default but for xlsx) or spreadsheet (words)." };
        var language = new Option<string?>("--language") { Description = "Language of the words, for the spreadsheet preset." };
        var file = new Option<FileInfo?>("--out") { Description = "The file to write; stdout without it." };
        var verb = new Command("export", "Writes a survey's responses.") { survey, format, preset, language, file };
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var instance = await Instance.OpenMigrated(Settings.Read(), cancellation);
                var result = await instance
                    .Get<ExportResponses>()
                    .Run(
                        Actor.Operator,
                        parsed.GetRequiredValue(survey),
                        new()
                        {
                            Format = parsed.GetValue(format),
                            Preset = parsed.GetValue(preset),
                            Language = parsed.GetValue(language),
                        },
                        cancellation
                    );
                if (!result.Succeeded(out var export, out var problem))
                    return await CommandLine.Ended(problem);
                if (parsed.GetValue(file) is { } target)
                    return await WriteFile(export, target, cancellation);
                await using var stdout = Console.OpenStandardOutput();
                await export.WriteTo(stdout, cancellation, SayCodes);
                return 0;
            }
        );
        return verb;
    }

    private static void SayCodes(StateCodes codes) =>
        Console.Error.WriteLine($"Not asked: {codes.NotAsked}. Declined: {codes.Declined}. Not known: {codes.Unknown}.");

    // Written beside its place and moved there at the end, so that a fault leaves neither half a file nor a lost old one.
    private static async Task<int> WriteFile(ReadyExport export, FileInfo target, CancellationToken cancellation)
    {
        var part = new FileInfo(target.FullName + ".part");
        try
        {
            await using (var stream = part.Create())
                await export.WriteTo(stream, cancellation, SayCodes);
            part.MoveTo(target.FullName, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Cannot write {target.FullName}: {e.Message}");
            part.Delete();
            return 1;
        }
        await Console.Error.WriteLineAsync($"Wrote {target.FullName}.");
        return 0;
    }
}
