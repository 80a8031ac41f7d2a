// What is known of a function of the expression language; FunctionCatalogue lists them all.
using System.Globalization;

namespace NeedsSurvey.Domain.Logic;

/// <summary>Computes a function from its evaluated values, none of which is a fault. Must not throw.</summary>
internal delegate Value FunctionBody(ReadOnlySpan<Value> values, EvaluationContext context);

/// <summary>A function of the expression language.</summary>
/// <param name="Name">As written in expressions.</param>
/// <param name="Least">Fewest values.</param>
/// <param name="Most">Most values.</param>
/// <param name="Usage">How to write it, for messages.</param>
/// <param name="Yields">The kind of its result; null if that depends on its values.</param>
/// <param name="Body">Null if <see cref="Compiler"/> builds it.</param>
internal sealed record Function(string Name, int Least, int Most, string Usage, ValueKind? Yields, FunctionBody? Body)
{
    /// <summary>Whether the result depends on the values alone: no clock, randomness, place or labels.</summary>
    public bool IsPure { get; init; } = true;

    /// <summary>Whether the result depends on the survey's zone or language as well, so that it is not computed beforehand.</summary>
    public bool IsLocal { get; init; }

    /// <summary>After the fewest values, further ones come in groups of this size.</summary>
    public int Step { get; init; } = 1;

    public bool Takes(int count) => count >= Least && count <= Most && (count - Least) % Step == 0;

    public string WrongCount(int count)
    {
        var needed =
            Most == 0 ? "no values"
            : Least == Most ? Count(Least)
            : Step > 1 ? $"{Least}, {Least + Step}, {Least + 2 * Step} … values"
            : Most == int.MaxValue ? $"at least {Count(Least)}"
            : Most == Least + 1 ? $"{Least} or {Count(Most)}"
            : $"{Least} to {Count(Most)}";
        return $"{Name} takes {needed}; here it has {(count == 0 ? "none" : count.ToString(CultureInfo.InvariantCulture))}. Write {Usage}.";

        static string Count(int count) => count == 1 ? "1 value" : $"{count} values";
    }
}
