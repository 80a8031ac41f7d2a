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
    // One has a form of its own in most languages, 37 in none of ours.
    private static readonly int[] Counts = [1, 37];

    /// <summary>Every text that a language brings. Functions are called for one and for many, for a person alone and for several.</summary>
    internal static IEnumerable<Said> By(Language language) =>
        typeof(Language)
            .GetProperties()
            .Where(property =>
                property.PropertyType.Name.EndsWith("Words", StringComparison.Ordinal)
                || property.PropertyType == typeof(StandardAnswers)
                || property.PropertyType == typeof(string)
            )
            .SelectMany(property => Of(property.Name, property.GetValue(language)!));

    private static IEnumerable<Said> Of(string path, object value) =>
        value switch
        {
            string words => [new(path, words, [])],
            Delegate text => Called(path, text),
            IEnumerable<string> several => several.SelectMany((words, i) => Of($"{path}[{i}]", words)),
            IEnumerable<PrivacySection> => [], // Seen as properties of their own.
            _ => value
                .GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
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
                var repeated = given
                    .Where((value, at) => IsRepeated(value, count, isCount: at > 0 && takes[at - 1] == typeof(long)))
                    .Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)!);
                yield return new(
                    $"{path}({string.Join(", ", given)})",
                    words,
                    [.. repeated.Where(part => !words.Contains(part, StringComparison.Ordinal))]
                );
            }
        }
    }

    // One of a thing may be said in words without a figure; what a figure is given for twice is said once.
    private static bool IsRepeated(object value, int count, bool isCount) =>
        value switch
        {
            int => count > 1,
            string => count != 1 || !isCount,
            _ => false,
        };

    private static object Argument(Type type, int at, int count, bool alone) =>
        type == typeof(int)
            ? count == 1
                ? 1
                : count + at
            : type == typeof(long)
                ? (long)count
                : type == typeof(bool)
                    ? alone
                    : $"‹{(char)('A' + at)}›";
}
