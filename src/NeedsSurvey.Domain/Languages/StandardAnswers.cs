namespace NeedsSurvey.Domain.Languages;

/// <summary>Answers that the program puts into words where the survey has none of its own.</summary>
public sealed record StandardAnswers
{
    /// <summary>"I’d rather not say", as an answer that was given.</summary>
    public required string Declined { get; init; }
    public required string Unknown { get; init; }

    /// <summary>The end of a best–worst set that matters most.</summary>
    public required string Most { get; init; }

    /// <summary>The other end.</summary>
    public required string Least { get; init; }

    /// <summary>The choice that a person fills in with words of their own: "Something else".</summary>
    public required string Other { get; init; }

    /// <summary>The answer of a yes-or-no question that says yes.</summary>
    public required string Yes { get; init; }

    /// <summary>The answer that says no.</summary>
    public required string No { get; init; }

    /// <summary>One of these in every language that the program has words for, by language code, English first.</summary>
    public static IReadOnlyDictionary<string, string> ByLanguage(Func<StandardAnswers, string> word) =>
        new OrderedDictionary<string, string>(
            KnownLanguages.All.Select(language => KeyValuePair.Create(language.Code, word(language.Answers)))
        );

    /// <summary><see cref="Other"/> by language code, English first.</summary>
    public static IReadOnlyDictionary<string, string> OtherByLanguage { get; } =
        new OrderedDictionary<string, string>(
            ByLanguage(answers => answers.Other).Concat(OtherLanguages.SomethingElse).DistinctBy(word => word.Key)
        );
}
