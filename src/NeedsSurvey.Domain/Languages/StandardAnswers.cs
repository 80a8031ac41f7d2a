namespace NeedsSurvey.Domain.Languages;

/// <summary>Answers that the program puts into words where the survey has none of its own.</summary>
public sealed record StandardAnswers
{
    /// <summary>"I’d rather not say", as an answer that was given.</summary>
    public required string Declined { get; init; }

    /// <summary>The end of a best–worst set that matters most.</summary>
    public required string Most { get; init; }

    /// <summary>The other end.</summary>
    public required string Least { get; init; }

    /// <summary>The choice that a person fills in with words of their own: "Something else".</summary>
    public required string Other { get; init; }

    /// <summary><see cref="Other"/> by language code, English first.</summary>
    public static IReadOnlyDictionary<string, string> OtherByLanguage { get; } = EveryOther();

    private static OrderedDictionary<string, string> EveryOther()
    {
        var words = new OrderedDictionary<string, string>();
        foreach (var language in KnownLanguages.All)
            words[language.Code] = language.Answers.Other;
        foreach (var (code, other) in OtherLanguages.SomethingElse)
            words.TryAdd(code, other);
        return words;
    }
}
