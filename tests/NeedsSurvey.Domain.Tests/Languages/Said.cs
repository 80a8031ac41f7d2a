using System.Globalization;
using System.Reflection;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain.Tests.Languages;

/// <summary>One text of a language, as it comes out for one set of arguments.</summary>
/// <param name="Path">Where it stands: <c>Report.Answered(37)</c>.</param>
/// <param name="Words">The text.</param>
/// <param name="Missing">Arguments that the text should repeat and does not.</param>
internal sealed record Said(string Path, string Words, IReadOnlyList<string> Missing)
{
    // Numbers of no single form in any language of the world that we know; 1 has one in most.
    private static readonly int[] Counts = [1, 37];

    /// <summary>Every text that a language brings. Functions are called for one and for many, for a person alone and for several.</summary>
    internal static IEnumerable<Said> By(Language language) =>
        typeof(Language).GetProperties().Where(property => property.PropertyType.Name.EndsWith("Words", StringComparison.Ordinal)
                || property.PropertyType == typeof(StandardAnswers) || property.PropertyType == typeof(string))
            .SelectMany(property => Of(property.Name, property.GetValue(language)!));

    private static IEnumerable<Said> Of(string path, object value) => value switch
    {
        string words => [new(path, words, [])],
        Delegate text => Called(path, text),
        IEnumerable<string> several => several.SelectMany((words, i) => Of($"{path}[{i}]", words)),
        IEnumerable<PrivacySection> => [], // Seen as properties of their own.
        _ => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(property => Of($"{path}.{property.Name}", property.GetValue(value)!)),
    };

    private static IEnumerable<Said> Called(string path, Delegate text)
    {
        var takes = text.GetType().GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        foreach (var count in takes.Contains(typeof(int)) || takes.Contains(typeof(long)) ? Counts : [0])
        {
            foreach (var alone in takes.Contains(typeof(bool)) ? new[] { false, true } : [false])
            {
                var given = takes.Select((type, at) => Argument(type, at, count, alone)).ToArray();
                var words = (string)text.DynamicInvoke(given)!;
                // A number has its own word where there is one of a thing, and no figure then; the count as the reader writes it likewise.
                var repeated = given.Where((value, at) => value is string && !(count == 1 && at > 0 && takes[at - 1] == typeof(long)) || value is int && count > 1)
                    .Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)!);
                yield return new($"{path}({string.Join(", ", given)})", words, [.. repeated.Where(part => !words.Contains(part, StringComparison.Ordinal))]);
            }
        }
    }

    private static object Argument(Type type, int at, int count, bool alone) =>
        type == typeof(int) ? count == 1 ? 1 : count + at
        : type == typeof(long) ? (long)count
        : type == typeof(bool) ? alone
        : $"‹{(char)('A' + at)}›";
}
