using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// Fills one of a draft's other languages, and nothing but that: what a Translator may do. Translations are found by the words they
/// translate, so several people can work at once; those whose original says something else by now are handed back, and the others are
/// stored.
/// </summary>
public sealed class TranslateSurvey(Db db, FindSurvey surveys, ReadSurvey read)
{
    /// <summary>A draft's words beside those of one other language.</summary>
    public sealed record Texts(string Language, string OriginalLanguage, IReadOnlyList<SurveyText> Items);

    /// <param name="Revision">The draft's revision now.</param>
    /// <param name="Unplaced">What could not be stored, since the survey no longer says it or somebody else translated it
    /// meanwhile.</param>
    public sealed record Translated(int Revision, IReadOnlyList<Translation> Unplaced);

    /// <summary>What there is to translate.</summary>
    public async Task<Result<Texts>> Read(Actor actor, string survey, string language, CancellationToken cancellation)
    {
        if (!(await surveys.Run(actor, Permission.TranslateSurvey, survey, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (!(await read.Run(actor, found.Id.ToString(), cancellation)).Succeeded(out var view, out problem))
            return problem;
        return Refusal(view.Draft, language) is { } refusal
            ? refusal
            : new Texts(language, view.Draft.FirstLanguage, SurveyTexts.In(view.Draft, language));
    }

    /// <inheritdoc cref="TranslateSurvey"/>
    public async Task<Result<Translated>> Run(
        Actor actor,
        string survey,
        string language,
        IReadOnlyList<Translation> translations,
        CancellationToken cancellation
    )
    {
        if (!(await surveys.Run(actor, Permission.TranslateSurvey, survey, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (translations.Any(text => text is null))
            return new Problem.Invalid("texts", "null", "Leave out what you do not translate; null stands for nothing here.");
        if (!translations.All(SurveyTexts.CanBeStored))
            return new Problem.Invalid(
                "texts",
                "control_character",
                "The words hold a character that cannot be stored. Retype or paste them again as plain text."
            );
        return await db.Change<Translated>(
            actor,
            found.OrganisationId,
            "survey.translate",
            found.Title,
            async tx =>
            {
                if (await StoredDraft.Lock(tx, found.Id) is not { } stored)
                    return new Problem.NotFound("survey");
                if (Refusal(stored.Definition, language) is { } refusal)
                    return refusal;
                if (translations.FirstOrDefault(text => text.Words.Length > Limits.LabelCharacters) is { } lengthy)
                    return new Problem.Invalid(
                        "texts",
                        "too_long",
                        $"The words for “{(lengthy.Original.Length <= 40 ? lengthy.Original : lengthy.Original[..40] + "…")}” are too "
                            + $"long: at most {Limits.LabelCharacters} characters fit."
                    );
                var (translated, unplaced) = SurveyTexts.Translate(stored.Definition, language, translations);
                tx.Detail["language"] = language;
                var same = SurveyJson.Write(translated) == SurveyJson.Write(stored.Definition);
                var revision = same ? stored.Revision : await stored.Replace(tx, actor, found.Id, translated);
                return new Translated(revision, unplaced);
            },
            cancellation
        );
    }

    private static Problem? Refusal(SurveyDefinition draft, string language) =>
        language == draft.FirstLanguage
            ? new Problem.Invalid(
                "language",
                "original",
                "This is the language the survey is written in. Its words are changed in the questions."
            )
        : draft.Languages.Contains(language) ? null
        : new Problem.NotFound("language");
}
