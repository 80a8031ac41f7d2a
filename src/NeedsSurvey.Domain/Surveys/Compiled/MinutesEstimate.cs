namespace NeedsSurvey.Domain.Surveys;

// The "about N minutes" of the start page. A promise to people, so it errs towards longer. It measures nobody.

/// <summary>
/// Estimates how long a survey takes: reading every word at 200 words a minute (Brysbaert 2019 finds 238 for adults reading quietly
/// in English; many respondents read in a second language), plus seconds to think and answer by type; a question asked under a
/// condition counts half.
/// </summary>
public static class MinutesEstimate
{
    private const double SecondsPerWord = 60.0 / 200;

    /// <summary>Whole minutes, rounded up; the survey's own figure if it states one. At least 1.</summary>
    public static int Of(CompiledSurvey survey)
    {
        if (survey.Definition.Start.Minutes is { } stated)
            return stated;
        var seconds = survey.Items.Sum(item =>
            (item.IsConditional ? 0.5 : 1) * (Answering(item) + SecondsPerWord * Words(item, item.FirstLanguage))
        );
        return Math.Max(1, (int)Math.Ceiling(seconds / 60));
    }

    /// <summary>Seconds to think, choose and go on.</summary>
    private static double Answering(CompiledItem item) => item.Item is Question question ? question.Seconds(item) : 0;

    /// <summary>Words to read; scales are read once, not again for each row.</summary>
    private static double Words(CompiledItem item, string language)
    {
        if (item.Item is Calculate)
            return 0;
        var texts = new List<LocalText?> { item.Item.Label, item.Item.Hint, (item.Item as Group)?.Warning };
        texts.AddRange(item.Choices.Take(30).Select(choice => choice.Label)); // a list of countries is skimmed, not read
        texts.AddRange(item.Rows.SelectMany(row => new[] { row.Label, row.Hint }));
        if (item.Item is Question question)
            texts.AddRange(question.ScaleWords);
        return texts.Sum(text => text is null ? 0 : text.In(language).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
