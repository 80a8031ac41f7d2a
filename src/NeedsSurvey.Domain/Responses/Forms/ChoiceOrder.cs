using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>
/// The order in which one person is offered choices that are asked in random order. It follows from a number that travels with them and is
/// stored nowhere, so that it stays while they go back and forth, and cannot be told from their answers.
/// </summary>
public static class ChoiceOrder
{
    /// <summary>Choices in the order for this person; in that of their list where the question does not ask for another.</summary>
    /// <param name="item">The question.</param>
    /// <param name="offered">What it offers.</param>
    /// <param name="seed">The person's number.</param>
    public static IReadOnlyList<Choice> Of(CompiledItem item, IReadOnlyList<Choice> offered, int seed) =>
        item.Item is Question { InRandomOrder: true }
            ? [.. offered.OrderBy(IsLast).ThenBy(choice => IsLast(choice) ? 0 : Place(item, choice, seed))]
            : offered;

    /// <summary>"None of these", "other" and what stands alone are looked for at the end.</summary>
    private static bool IsLast(Choice choice) => choice.Exclusive || choice.Name is CompiledItem.OtherChoice or "none";

    // FNV-1a over the names, then the finaliser of splitmix64: near seeds and near names give places that have nothing to do with one
    // another.
    private static ulong Place(CompiledItem item, Choice choice, int seed)
    {
        var hash = 14695981039346656037 ^ (uint)seed;
        foreach (var letter in $"{item.Name}\n{choice.Name}")
            hash = (hash ^ letter) * 1099511628211;
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
