using System.Text.Json.Nodes;

namespace NeedsSurvey.Browser.Tests.Clients;

/// <summary>One page of <see cref="EveryKind"/>: how it is headed, and what is put into its fields, counted from 0 as they stand.</summary>
internal sealed record KindPage(string Heading, params Put[] Puts);

/// <summary>What is done in one field.</summary>
/// <param name="Field">Its number on the page.</param>
/// <param name="Name">Its name, and for buttons and boxes its value, for browsers that are driven by name.</param>
internal abstract record Put(int Field, string Name)
{
    /// <summary>Turns a button or a box on.</summary>
    internal sealed record On(int Field, string Name, string Value) : Put(Field, Name);

    /// <summary>Writes words without spaces in a line.</summary>
    internal sealed record Line(int Field, string Name, string Words) : Put(Field, Name);

    /// <summary>Writes words without spaces where there is room for several lines.</summary>
    internal sealed record Lines(int Field, string Name, string Words) : Put(Field, Name);

    /// <summary>Chooses from a list.</summary>
    internal sealed record Choose(int Field, string Name, int Option, string Value) : Put(Field, Name);
}

/// <summary>A survey with a question of every kind, each on a page of its own, and what one person says to it.</summary>
internal static class EveryKind
{
    internal const string Survey = """
        {"title": "Every kind", "questions": [
          {"type": "note", "name": "hello", "label": "Before we begin"},
          {"type": "text", "name": "line", "label": "A word on one line?"},
          {"type": "text", "name": "story", "story": true, "label": "What is going on?"},
          {"type": "integer", "name": "people", "label": "How many people?"},
          {"type": "decimal", "name": "rent", "label": "How much is the rent?"},
          {"type": "date", "name": "moved", "label": "Since which day?"},
          {"type": "time", "name": "quiet", "label": "When is it quiet?"},
          {"type": "yes_no", "name": "pets", "label": "Are there pets?"},
          {"type": "select_one", "name": "tenure", "other": true, "label": "How do you live?",
           "choices": [{"name": "rent", "label": "Renting"}, {"name": "own", "label": "Owning"}]},
          {"type": "select_one", "name": "street", "appearance": "minimal", "label": "Which street?",
           "choices": [{"name": "high", "label": "High Street"}, {"name": "mill", "label": "Mill Lane"}]},
          {"type": "select_multiple", "name": "ways", "label": "What gets in the way?",
           "choices": [{"name": "cost", "label": "Cost"}, {"name": "time", "label": "Time"}, {"name": "fear", "label": "Fear"}]},
          {"type": "rank", "name": "first", "top": 2, "label": "What comes first?",
           "choices": [{"name": "home", "label": "Home"}, {"name": "food", "label": "Food"}, {"name": "care", "label": "Care"}]},
          {"type": "range", "name": "life", "end": 3, "low_label": "Hard", "high_label": "Good", "label": "How is life?"},
          {"type": "range", "name": "percent", "end": 100, "label": "Out of a hundred?"},
          {"type": "need_grid", "name": "needs", "label": "Needs", "rows": [{"name": "home", "label": "Housing to pay for"}],
           "importance": {"label": "How important?", "scale": [{"value": 0, "label": "Not"}, {"value": 1, "label": "Very"}]},
           "satisfaction": {"label": "How is it going?", "scale": [{"value": 0, "label": "Badly"}, {"value": 1, "label": "Well"}]}},
          {"type": "matrix", "name": "visits", "label": "When are you there?", "rows": [{"name": "mon", "label": "Monday"},
           {"name": "sun", "label": "Sunday"}], "choices": [{"name": "day", "label": "By day"}, {"name": "night", "label": "At night"}]},
          {"type": "best_worst", "name": "trade", "label": "Of these three?", "choices": [{"name": "trees", "label": "Trees"},
           {"name": "lamps", "label": "Lamps"}, {"name": "bins", "label": "Bins"}], "sets": [["trees", "lamps", "bins"]]},
          {"type": "geopoint", "name": "place", "label": "Where is it?"},
          {"type": "repeat", "name": "child", "label": "Your children", "questions": [
            {"type": "text", "name": "called", "label": "Name"}, {"type": "yes_no", "name": "school", "label": "At school?"}]},
          {"type": "group", "name": "hard", "label": "What happened", "warning": "This may be hard.",
           "questions": [{"type": "text", "name": "seen", "label": "What did you see?"}]}]}
        """;

    internal static readonly KindPage[] Pages =
    [
        new("A word on one line?", new Put.Line(0, "line", "quiet")),
        new("What is going on?", new Put.Lines(0, "story", "much")),
        new("How many people?", new Put.Line(0, "people", "3")),
        new("How much is the rent?", new Put.Line(0, "rent", "812.5")),
        new(
            "Since which day?",
            new Put.Line(0, "moved:day", "3"),
            new Put.Line(1, "moved:month", "5"),
            new Put.Line(2, "moved:year", "2019")
        ),
        new("When is it quiet?", new Put.Line(0, "quiet", "21:30")),
        new("Are there pets?", new Put.On(2, "pets", "no")),
        new("How do you live?", new Put.On(3, "tenure", "other"), new Put.Line(4, "tenure:other", "boat")),
        new("Which street?", new Put.Choose(0, "street", 2, "mill")),
        new("What gets in the way?", new Put.On(0, "ways", "cost"), new Put.On(2, "ways", "fear")),
        new("What comes first?", new Put.Choose(0, "first:1", 3, "care"), new Put.Choose(1, "first:2", 1, "home")),
        new("How is life?", new Put.On(3, "life", "2")),
        new("Out of a hundred?", new Put.Line(0, "percent", "40")),
        new("Housing to pay for", new Put.On(2, "needs:home:importance", "1"), new Put.On(7, "needs:home:satisfaction", ":declined")),
        new("When are you there?", new Put.On(2, "visits:mon", "night")),
        new("Of these three?", new Put.On(2, "trade:1:best", "lamps"), new Put.On(7, "trade:1:worst", "bins")),
        new("Where is it?", new Put.Line(0, "place:lat", "51.5"), new Put.Line(1, "place:lon", "-0.5")),
        new("Your children", new Put.Line(0, "child:1:called", "Ann"), new Put.On(3, "child:1:school", "yes")),
        new("Before you go on"),
        new("What did you see?", new Put.On(1, "seen:declined", "yes")),
    ];

    /// <summary>What is stored of what the pages say.</summary>
    internal static readonly JsonNode Said = JsonNode.Parse(
        """
        {"line": "quiet", "story": "much", "people": 3, "rent": 812.5, "moved": "2019-05-03", "quiet": "21:30", "pets": "no",
         "tenure": {"choice": "other", "other": "boat"}, "street": "mill", "ways": ["cost", "fear"], "first": ["care", "home"], "life": 2,
         "percent": 40, "needs": {"home": {"importance": 1, "satisfaction": {"declined": true}}}, "visits": {"mon": "night"},
         "trade": [{"best": "lamps", "worst": "bins"}], "place": {"lat": 51.5, "lon": -0.5},
         "child": [{"called": "Ann", "school": "yes"}], "seen": {"declined": true}}
        """
    )!;

    /// <summary>The answers of the only response to a survey, but for those that say that nothing was answered.</summary>
    internal static async Task<JsonNode> Stored(TestSite site, string slug)
    {
        var stored = JsonNode
            .Parse(
                await site.Database.Db.One<string>(
                    "select answers from response join survey using (survey_id) where slug = @slug",
                    new { slug }
                )
            )!
            .AsObject();
        foreach (var (name, _) in stored.Where(answer => answer.Value is null).ToList())
            stored.Remove(name);
        return stored;
    }
}
