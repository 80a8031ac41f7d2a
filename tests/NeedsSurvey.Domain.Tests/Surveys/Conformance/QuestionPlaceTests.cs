using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Tests.Surveys.Conformance;

/// <summary>
/// A question type is a place: its record under Surveys/Questions, the shape of its answers under Responses/Answers. Elsewhere in the
/// pure storey, and in the operations above it, no code names one, so that a new type needs no line there.
/// </summary>
public sealed partial class QuestionPlaceTests
{
    /// <summary>Files that may name types, each with the reason.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["Domain/Needs/Evidence/StatedNeeds.cs"] = Evidence,
        ["Domain/Needs/Evidence/StatedChoices.cs"] = Evidence,
        ["Domain/Needs/Evidence/StatedReach.cs"] = Evidence,
    };

    private const string Evidence = "What an answer is worth as evidence of a need is a method of the Needs room, type by type.";

    private static readonly string[] Names =
    [
        .. ItemKinds.Questions.Select(kind => ItemKinds.All[kind].Name),
        .. typeof(Answer)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Answer)) && type != typeof(MissingAnswer))
            .Select(type => type.Name),
    ];

    [Fact]
    public void No_code_outside_their_places_names_a_question_type_or_a_shape_of_answer() =>
        Assert.Empty(
            Sources()
                .Where(source => !Allowed.ContainsKey(source.File))
                .SelectMany(source => Named(source.Text).Select(name => $"{source.File} names {name}: make it a fact of the type."))
        );

    [Fact]
    public void Every_file_that_is_allowed_to_name_types_does() =>
        Assert.Empty(Allowed.Keys.Except(Sources().Where(source => Named(source.Text).Any()).Select(source => source.File)));

    [Theory]
    [InlineData("case TextQuestion { Story: true }: break;")]
    [InlineData("var many = item is SelectMultipleQuestion or RankQuestion;")]
    [InlineData("NeedGridAnswer grid => grid.Rows.Count,")]
    public void Code_that_names_one_is_found(string code) => Assert.NotEmpty(Named(code));

    [Theory]
    [InlineData("case Question question: break; // as a TextQuestion does")]
    [InlineData("/// <summary>See <see cref=\"TextQuestion\"/>.</summary>")]
    [InlineData("ChoiceQuestion { ChoiceFilter: not null }")]
    public void Code_that_names_none_is_not_found(string code) => Assert.Empty(Named(code));

    private static IEnumerable<string> Named(string code) =>
        Comment().Replace(code, "") is var bare
            ? Names.Where(name => Regex.IsMatch(bare, $@"\b{name}\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
            : [];

    private static IEnumerable<(string File, string Text)> Sources([CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "src"));
        return new[] { "Domain", "App" }
            .SelectMany(storey => In(storey, Path.Combine(root, "NeedsSurvey." + storey)))
            .Where(source => !Places.Any(place => source.File.StartsWith(place, StringComparison.Ordinal)))
            .Select(source => (source.File, File.ReadAllText(source.Path)));

        static IEnumerable<(string File, string Path)> In(string storey, string folder) =>
            Directory
                .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Select(path => ($"{storey}/{Path.GetRelativePath(folder, path).Replace('\\', '/')}", path));
    }

    private static readonly string[] Places =
    [
        "Domain/Surveys/Questions/",
        "Domain/Responses/Answers/",
        "Domain/bin/",
        "Domain/obj/",
        "App/bin/",
        "App/obj/",
    ];

    [GeneratedRegex(@"//.*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();
}
