using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NeedsSurvey.Benchmarks.Support;

/// <summary>
/// The survey that is measured with: 20 questions on one page, each one column, half of them choices; and what people answer to it.
/// </summary>
internal static class TwentyQuestions
{
    private static readonly string[] Choices = ["rent", "own", "share", "care_of_family", "prefer_to_describe"];
    private static readonly string[] Words =
    [
        "Rent rose again this spring",
        "the bus stops at six",
        "we cook together on Fridays",
        "nobody told us about the meeting",
        "my neighbour needs a lift, and so do I",
        "the clinic is an hour away",
        "\"ask us first\", she said",
        "heating",
        "places for children after school",
    ];

    /// <summary>Question names in the survey's order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enumerable.Range(1, 20).Select(number => $"q{number:00}")];

    /// <summary>The definition, as the API takes it.</summary>
    public static string Definition { get; } =
        $$"""
            {"title": "Twenty questions", "questions": [{"type": "group", "name": "all", "appearance": "field-list",
                "label": "Twenty questions",
             "questions": [{{string.Join(",\n", Names.Select(Question))}}]}]}
            """;

    /// <summary>What one person answered; the same number gives the same answers.</summary>
    public static string Answers(int person)
    {
        var json = new StringBuilder("{");
        for (var i = 0; i < Names.Count; i++)
        {
            var pick = unchecked((uint)(person * 2654435761L + i * 40503L) >> 7);
            json.Append(i == 0 ? "\"" : ",\"").Append(Names[i]).Append("\":");
            // One in ten was skipped.
            if (pick % 10 == 0)
                json.Append("null");
            else
                json.Append(
                    (i % 5) switch
                    {
                        0 or 1 => $"\"{Choices[pick % Choices.Length]}\"",
                        2 => (pick % 60).ToString(CultureInfo.InvariantCulture),
                        3 => (pick % 11).ToString(CultureInfo.InvariantCulture),
                        _ => JsonSerializer.Serialize($"{Words[pick % Words.Length]}, {Words[pick / 10 % Words.Length]}"),
                    }
                );
        }
        return json.Append('}').ToString();
    }

    private static string Question(string name, int index) =>
        (index % 5) switch
        {
            0 or 1 => $$"""{"type": "select_one", "name": "{{name}}", "label": "How do you live ({{index}})?" """
                + (index == 0 ? ", \"group_role\": \"tenure\"" : "")
                + $$""", "choices": [{{string.Join(", ", Choices.Select(Choice))}}] }""",
            2 => $$"""{"type": "integer", "name": "{{name}}", "label": "How many people ({{index}})?", "constraint": ". >= 0 """
                + $$"""and . < 100"}""",
            3 => $$"""{"type": "range", "name": "{{name}}", "start": 0, "end": 10, "label": "How is life ({{index}})?"}""",
            _ => $$"""{"type": "text", "name": "{{name}}", "label": "What is going on ({{index}})?"}""",
        };

    private static string Choice(string name) => $$"""{"name": "{{name}}", "label": "{{name}}"}""";
}
