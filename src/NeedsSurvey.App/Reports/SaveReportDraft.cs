using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Reports;

/// <summary>
/// Saves the words that only people can write: title, lead, and the disclosure items nobody else knows; and publishes the report with them
/// where that is wanted, both or neither.
/// </summary>
public sealed class SaveReportDraft(Db db, FindInitiative find, AssembleReport assemble, TimeProvider clock)
{
    /// <param name="Title">The finding, as a headline.</param>
    /// <param name="Lead">One or two sentences under it.</param>
    /// <param name="Disclosure">Words by item code: <c>sponsor</c>, <c>recruitment</c>, <c>limitations</c>.</param>
    public sealed record Command(string Title, string Lead, IReadOnlyDictionary<string, string> Disclosure)
    {
        /// <summary>
        /// The same and more in other languages: by language, then by <see cref="ReportText.Key"/>. Null leaves what was saved.
        /// </summary>
        public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Translations { get; init; }

        /// <summary>What you learned, beside what you had expected. Null leaves what was saved.</summary>
        public string? Learned { get; init; }

        /// <summary>
        /// The day by which people have an answer about the needs of which nothing is decided. Null leaves what was saved.
        /// </summary>
        public DateOnly? AnswersBy { get; init; }

        internal Command Trimmed() =>
            new(Title.Trim(), Lead.Trim(), Disclosure.ToDictionary(item => item.Key, item => item.Value.Trim()))
            {
                Learned = Learned?.Trim(),
                AnswersBy = AnswersBy,
                Translations = Translations?.ToDictionary(
                    language => language.Key,
                    language =>
                        (IReadOnlyDictionary<string, string>)
                            language
                                .Value.Where(text => !string.IsNullOrWhiteSpace(text.Value))
                                .ToDictionary(text => text.Key, text => text.Value.Trim())
                ),
            };
    }

    private const int MostLanguages = 50;

    public Task<Result<Done>> Run(Actor actor, Guid initiative, Command command, CancellationToken cancellation = default) =>
        Run(actor, initiative, command, publish: false, null, cancellation);

    /// <param name="publish">Publishes a version with these words; refused as <see cref="PublishReport"/> refuses, and then nothing is
    /// saved.</param>
    /// <param name="reason">Why there is a new version; see <see cref="PublishReport"/>.</param>
    public async Task<Result<Done>> Run(
        Actor actor,
        Guid initiative,
        Command command,
        bool publish,
        string? reason,
        CancellationToken cancellation
    )
    {
        if (!(await find.Run(actor, Permission.PublishReport, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        if (Faults(command) is { } invalid)
            return invalid;

        var words = command.Trimmed();
        ReportDraft? draft = null;
        if (publish && !(await assemble.Run(actor, initiative, words, cancellation)).Succeeded(out draft, out problem))
            return problem;

        if (draft is not null && PublishReport.Refusal(draft, reason) is { } refusal)
            return refusal;

        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            publish ? "report.publish" : "report.save",
            draft?.Content.Title ?? found.Title,
            async tx =>
            {
                await tx.Execute(
                    SaveSql,
                    new
                    {
                        initiative,
                        slug = $"{found.OrganisationSlug}-{found.Slug}",
                        words.Title,
                        words.Lead,
                        words.Learned,
                        words.AnswersBy,
                        disclosure = Jsonb.Of(JsonSerializer.Serialize(words.Disclosure)),
                        translations = Jsonb.Of(words.Translations is null ? "{}" : JsonSerializer.Serialize(words.Translations)),
                        keep = words.Translations is null,
                    }
                );
                return draft is null
                    ? Done.It
                    : (await PublishReport.Store(tx, initiative, draft, reason, actor.Name, clock.GetUtcNow())).Then(_ => Done.It);
            },
            cancellation
        );
    }

    private static Problem.Invalid? Faults(Command command) =>
        command switch
        {
            { Title.Length: > 200 } => new("title", "too_long", "The title may have 200 characters."),
            { Lead.Length: > 2_000 } => new("lead", "too_long", "The lead may have 2,000 characters."),
            { Learned.Length: > 4_000 } => new("learned", "too_long", "This may have 4,000 characters."),
            _ when command.Disclosure.FirstOrDefault(item => item.Value is not { Length: <= 4_000 }) is { Key: { } code } => new(
                code,
                "too_long",
                "This may have 4,000 characters."
            ),
            { Translations: { } translations } => FaultsOf(translations),
            _ => null,
        };

    private static Problem.Invalid? FaultsOf(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> translations)
    {
        if (translations.Count > MostLanguages || translations.Keys.FirstOrDefault(code => !LanguageCode.IsValid(code)) is not null)
            return new("translations", "unknown_language", "Translations stand by the code of their language: es, ar, pt-BR.");
        if (translations.Values.Any(texts => texts is null))
            return new("translations", "no_texts", "Each language has an object with its texts.");
        foreach (var (language, texts) in translations)
        foreach (var (key, words) in texts)
        {
            if (!ReportTexts.IsKey(key))
                return new("translations", "unknown_text", $"A report has no text “{key}”.");
            if (words is not { Length: <= 4_000 })
                return new($"in.{language}.{key}", "too_long", "This may have 4,000 characters.");
        }
        return null;
    }

    private const string SaveSql = """
        insert into report (initiative_id, slug, title, lead, learned, answers_by, disclosure, translations)
        values (@initiative, @slug, @Title, @Lead, coalesce(@Learned, ''), @AnswersBy, @disclosure, @translations)
        on conflict (initiative_id) do update set title = excluded.title, lead = excluded.lead, disclosure = excluded.disclosure,
            learned = coalesce(@Learned, report.learned), answers_by = coalesce(@AnswersBy, report.answers_by),
            translations = case when @keep then report.translations else excluded.translations end
        """;
}
