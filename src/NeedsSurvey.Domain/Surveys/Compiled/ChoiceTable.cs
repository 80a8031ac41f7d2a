using System.Collections.Frozen;
using System.Collections.Immutable;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain.Surveys;

// Lookups for one list of choices or rows. Shared lists share one table: five thousand questions may name the same thousand choices.
internal sealed class ChoiceTable
{
    internal static readonly ChoiceTable Empty = new([]);

    private readonly FrozenDictionary<string, int> order;

    internal ChoiceTable(IReadOnlyList<Choice> choices)
    {
        Choices = choices;
        Names = [.. choices.Select(choice => choice.Name)];
        order = OrderOf(Names);
    }

    internal IReadOnlyList<Choice> Choices { get; }

    internal ImmutableArray<string> Names { get; }

    /// <summary>−1 if there is none of that name; the first if there are several.</summary>
    internal int Order(string name) => order.TryGetValue(name, out var index) ? index : -1;

    internal static FrozenDictionary<string, int> OrderOf(IEnumerable<string> names)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        var next = 0;
        foreach (var name in names)
            order.TryAdd(name, next++);
        return order.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <summary>Makes each table once while a survey is compiled.</summary>
internal sealed class ChoiceTables(SurveyDefinition survey)
{
    private static readonly Choice Other = new()
    {
        Name = CompiledItem.OtherChoice,
        Label = new LocalText(StandardAnswers.OtherByLanguage),
    };

    private readonly Dictionary<(string List, bool Other), ChoiceTable> shared = [];

    internal ChoiceTable For(Question question, bool offersOther)
    {
        if (question is not ChoiceQuestion { Choices: ChoiceSource.Shared { ListName: var name } })
            return Make(question, offersOther);
        if (!shared.TryGetValue((name, offersOther), out var table))
            shared[(name, offersOther)] = table = Make(question, offersOther);
        return table;
    }

    private ChoiceTable Make(Question question, bool offersOther)
    {
        var choices = question.ChoicesIn(survey);
        if (choices.Count == 0 && !offersOther)
            return ChoiceTable.Empty;
        return new(offersOther && choices.All(choice => choice.Name != CompiledItem.OtherChoice) ? [.. choices, Other] : choices);
    }
}
