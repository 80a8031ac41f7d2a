using System.Text.Json.Nodes;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Testing;

/// <summary>Surveys that several tests ask.</summary>
public static class SampleSurveys
{
    /// <summary>The smallest survey that can be published.</summary>
    public static readonly SurveyDefinition Small = new()
    {
        Title = "What is going on?",
        Questions =
        [
            new TextQuestion
            {
                Name = "story",
                Label = "Let's talk about what is going on.",
                Story = true,
            },
        ],
    };

    /// <summary>A survey of one question.</summary>
    public const string OneQuestion =
        """{"title": "One", "questions": [{"type": "text", "name": "story", "story": true, "label": "What is going on?"}]}""";

    /// <summary>
    /// A long survey in English and Arabic, of the types that most surveys ask. Every type there is stands in the conformance tests.
    /// </summary>
    public const string ManyTypes = """
        {
          "title": {"en": "What matters here", "ar": "ما يهمّنا هنا"}, "languages": ["en", "ar"], "ask_to_quote": true,
          "start": {"why": {"en": "We begin with what you need.", "ar": "نبدأ بما تحتاجون إليه."}, "minutes": 6},
          "support": [{"label": {"en": "A friendly ear", "ar": "أذن صديقة"}, "url": "https://help.example.org", "phone": "+44 800 11 11"}],
          "questions": [
            {"type": "text", "name": "story", "story": true, "label": {"en": "What is going on?", "ar": "ماذا يجري؟"}},
            {"type": "integer", "name": "people", "label": {"en": "How many live with you?", "ar": "كم شخصًا يعيش معكم؟"},
             "constraint": ". >= 0 and . < 50",
             "constraint_message": {"en": "Give a number from 0 to 49.", "ar": "اكتبوا عددًا من 0 إلى 49."}},
            {"type": "select_one", "name": "tenure", "other": true, "label": {"en": "How do you live?", "ar": "كيف تسكنون؟"},
             "group_role": "tenure",
             "choices": [{"name": "rent", "label": {"en": "Renting", "ar": "بالإيجار"}},
             {"name": "own", "label": {"en": "Owning", "ar": "ملك"}}]},
            {"type": "text", "name": "landlord", "relevant": "${tenure} = 'rent'",
             "label": {"en": "How is your landlord?", "ar": "كيف هو المالك؟"}},
            {"type": "select_multiple", "name": "help", "other": true, "max": 2,
             "label": {"en": "What would help?", "ar": "ما الذي يساعد؟"},
             "choices": [{"name": "food", "label": {"en": "Food", "ar": "طعام"}, "need": "food"},
             {"name": "care", "label": {"en": "Care", "ar": "رعاية"}, "need": "care"},
                         {"name": "none", "label": {"en": "Nothing", "ar": "لا شيء"}, "exclusive": true}]},
            {"type": "range", "name": "life", "start": 0, "end": 10, "low_label": {"en": "Hard", "ar": "صعبة"},
             "high_label": {"en": "Good", "ar": "جيدة"},
             "label": {"en": "How is life?", "ar": "كيف الحياة؟"}},
            {"type": "rank", "name": "first", "top": 2, "label": {"en": "What comes first?", "ar": "ما الذي يأتي أولًا؟"},
             "choices": [{"name": "food", "label": {"en": "Food", "ar": "طعام"}}, {"name": "home", "label": {"en": "Home", "ar": "بيت"}},
             {"name": "care", "label": {"en": "Care", "ar": "رعاية"}}]},
            {"type": "need_grid", "name": "needs", "label": {"en": "Needs", "ar": "الحاجات"},
             "rows": [{"name": "housing", "label": {"en": "Housing", "ar": "السكن"}},
             {"name": "safety", "label": {"en": "Safety", "ar": "الأمان"}}],
             "importance": {"label": {"en": "How important?", "ar": "ما الأهمية؟"},
             "scale": [{"value": 0, "label": {"en": "Not", "ar": "لا"}}, {"value": 4, "label": {"en": "Very", "ar": "جدًّا"}}]},
             "satisfaction": {"label": {"en": "How is it going?", "ar": "كيف الحال؟"},
             "scale": [{"value": 0, "label": {"en": "Badly", "ar": "سيئ"}}, {"value": 4, "label": {"en": "Well", "ar": "جيد"}}]}},
            {"type": "group", "name": "loss", "label": {"en": "Loss", "ar": "الفقد"},
             "warning": {"en": "This may be hard.", "ar": "قد يكون هذا صعبًا."},
             "questions": [{"type": "date", "name": "since", "label": {"en": "Since when?", "ar": "منذ متى؟"}}]},
            {"type": "group", "name": "you", "appearance": "field-list", "label": {"en": "About you", "ar": "عنكم"},
             "questions": [
               {"type": "note", "name": "why_you", "label": {"en": "So we see whom we heard.", "ar": "لنعرف من سمعنا."}},
               {"type": "select_one", "name": "age", "required": true, "group_role": "age", "label": {"en": "Your age", "ar": "عمركم"},
                "choices": [{"name": "young", "label": {"en": "Under 30", "ar": "أقل من 30"}},
                {"name": "old", "label": {"en": "30 or over", "ar": "30 فأكثر"}}]},
               {"type": "decimal", "name": "km", "label": {"en": "Kilometres to work", "ar": "كيلومترات إلى العمل"}},
               {"type": "time", "name": "wake", "label": {"en": "When do you get up?", "ar": "متى تستيقظون؟"}}]}
          ]
        }
        """;

    /// <summary>Two or three needs on scales from 1 to 5, a story that may be quoted, and an age group; in three languages.</summary>
    /// <param name="housing">What the first need is called in English.</param>
    /// <param name="withWelcome">Whether there is a third need.</param>
    public static string Listening(string housing = "Housing you can afford", bool withWelcome = false)
    {
        JsonNode Step(int value) => new JsonObject { ["value"] = value, ["label"] = $"{value}" };
        var scale = new JsonArray([.. Enumerable.Range(1, 5).Select(Step)]);
        JsonObject Aspect(JsonObject label) => new() { ["label"] = label, ["scale"] = scale.DeepClone() };
        JsonObject Named(string name, JsonObject label) => new() { ["name"] = name, ["label"] = label };
        JsonArray rows =
        [
            Named("housing", Words(housing, "Vivienda", "سكن")),
            Named("buses", Words("A bus that comes", "Autobús", "حافلة")),
        ];
        if (withWelcome)
            rows.Add(Named("welcome", Words("Feeling welcome", "Acogida", "ترحيب")));
        return new JsonObject
        {
            ["title"] = Words("What matters here", "Lo que importa aquí", "ما يهم هنا"),
            ["languages"] = new JsonArray("en", "es", "ar"),
            ["ask_to_quote"] = true,
            ["questions"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "need_grid",
                    ["name"] = "needs",
                    ["label"] = Words("Needs", "Necesidades", "احتياجات"),
                    ["rows"] = rows,
                    ["importance"] = Aspect(Words("How important?", "¿Importa?", "مهم؟")),
                    ["satisfaction"] = Aspect(Words("How well?", "¿Va bien?", "جيد؟")),
                },
                new JsonObject
                {
                    ["type"] = "text",
                    ["name"] = "story",
                    ["story"] = true,
                    ["label"] = Words("What is going on?", "¿Qué pasa?", "ماذا يجري؟"),
                },
                new JsonObject
                {
                    ["type"] = "select_one",
                    ["name"] = "age",
                    ["group_role"] = "age",
                    ["label"] = Words("Your age", "Su edad", "العمر"),
                    ["choices"] = new JsonArray(
                        Named("young", Words("Under 30", "Menos de 30", "أقل من 30")),
                        Named("old", Words("30 or over", "30 o más", "30 أو أكثر"))
                    ),
                }
            ),
        }.ToJsonString();
    }

    /// <summary>A template as an organiser leaves it: gaps filled in, and a place nearby where it asks for one.</summary>
    public static string FilledIn(string definition)
    {
        var survey = JsonNode.Parse(definition)!.AsObject();
        Fill(survey);
        if (survey["requires_local_help"]?.GetValue<bool>() == true)
            survey["support"]![0]!["local"] = true;
        return survey.ToJsonString();
    }

    private static void Fill(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject parts:
                foreach (var part in parts.ToList())
                    Fill(part.Value);
                break;
            case JsonArray list:
                foreach (var one in list.ToList())
                    Fill(one);
                break;
            case JsonValue value when value.TryGetValue<string>(out var words) && words.Contains('[', StringComparison.Ordinal):
                value.ReplaceWith(words.Replace('[', '(').Replace(']', ')'));
                break;
        }
    }

    private static JsonObject Words(string english, string spanish, string arabic) =>
        new()
        {
            ["en"] = english,
            ["es"] = spanish,
            ["ar"] = arabic,
        };
}
