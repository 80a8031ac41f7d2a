using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Domain.Tests.Surveys.Conformance;
using NeedsSurvey.Web.Questions;

namespace NeedsSurvey.Web.Tests.Architecture;

/// <summary>
/// A question type is a place: what the web storey knows of a type stands in its folder of Questions, reached through one list. The
/// operations know none, neither by its record nor by its word.
/// </summary>
public sealed partial class QuestionTypeTests
{
    private static readonly string[] Types =
    [
        .. typeof(Question)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Question)) && !type.IsAbstract)
            .Select(type => type.Name),
    ];

    [Fact]
    public void Every_type_of_the_model_is_in_the_list() =>
        Assert.Equal(ItemKinds.All.Select(kind => kind.Value.Name).Order(), QuestionTypes.All.Select(entry => entry.Type.Name).Order());

    [Fact]
    public void Every_kind_can_be_found_by_a_key_of_its_own()
    {
        var kinds = QuestionTypes.All.SelectMany(entry => entry.Kinds).ToList();
        Assert.Equal(kinds.Count, kinds.Select(kind => kind.Key).Distinct().Count());
        Assert.All(kinds, kind => Assert.Equal(kind, QuestionTypes.Of(kind.Blank("new")).KindOf(kind.Blank("new"))));
    }

    [Fact]
    public void No_switch_over_types_stands_outside_their_places()
    {
        var violations = Sources()
            .Where(source => !source.File.StartsWith("Questions/", StringComparison.Ordinal))
            .SelectMany(source => Switches(source.Text).Select(found => $"{source.File}: {found}"));
        Assert.Equal([], violations);
    }

    [Theory]
    [InlineData("case RankQuestion rank: break;")]
    [InlineData("if (item is RankQuestion) return;")]
    [InlineData("if (item is not RankQuestion) return;")]
    [InlineData("item is TextQuestion or RankQuestion ? 1 : 2")]
    [InlineData("RankQuestion => 1,")]
    [InlineData("RankQuestion { Top: 3 } rank => 1,")]
    [InlineData("(item as RankQuestion)?.Top")]
    [InlineData("((RankQuestion)item).Top")]
    [InlineData("questions.OfType<RankQuestion>()")]
    [InlineData("if (item is Domain.Surveys.RankQuestion) return;")]
    [InlineData("questions.OfType<Domain.Surveys.RankQuestion>()")]
    [InlineData("question.Type == \"select_one\"")]
    [InlineData("question.Type is \"rank\" or \"select_one\"")]
    [InlineData("question switch { { Type: \"text\" } => 1, _ => 2 }")]
    public void A_switch_over_types_is_seen(string code) => Assert.NotEmpty(Switches(code));

    [Theory]
    [InlineData("if (item is Question) return;")]
    [InlineData("if (item is ChoiceQuestion choice) return;")]
    [InlineData("new RankQuestion { Name = name }")]
    [InlineData("<input type=\"text\">")]
    [InlineData("question.Type == type")]
    [InlineData("/// <see cref=\"RankQuestion\"/>")]
    public void What_is_true_of_many_types_is_no_switch(string code) => Assert.Empty(Switches(code));

    // A type's record, or its word in the format, which is compared as text where the record is out of sight.
    private static IEnumerable<string> Switches(string text) =>
        Pattern()
            .Matches(text)
            .Where(match => match.Groups["type"].Captures.Any(type => Types.Contains(type.Value)))
            .Concat(Quoted().Matches(text).Where(match => ItemKinds.Questions.Contains(match.Groups["word"].Value)))
            .Select(match => match.Value);

    [GeneratedRegex(
        @"\b(case|is|as|not|or|and)\s+\(?(\w+\.)*(?<type>\w+Question)\b|\b(?<type>\w+Question)\b(\s*\{[^}]*\})?(\s+\w+)?\s*=>"
            + @"|\((\w+\.)*(?<type>\w+Question)\)\s*\w|OfType<(\w+\.)*(?<type>\w+Question)>",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(\b(case|is|not|or|and)|[=!]=|Type:)\s*""(?<word>[a-z_]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    private static IEnumerable<(string File, string Text)> Sources([CallerFilePath] string here = "")
    {
        var source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src"));
        return new[] { "NeedsSurvey.Web", "NeedsSurvey.App" }
            .Select(storey => Path.Combine(source, storey))
            .SelectMany(root =>
                Directory
                    .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                    .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
                    .Select(file => (File: Path.GetRelativePath(root, file).Replace('\\', '/'), Path: file))
            )
            .Where(one => one.File.Split('/')[0] is not ("obj" or "bin"))
            .Select(one => (one.File, File.ReadAllText(one.Path)));
    }
}
