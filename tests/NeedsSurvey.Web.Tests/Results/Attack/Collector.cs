using System.Text.Json.Nodes;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Domain.Tests.Results;

namespace NeedsSurvey.Web.Tests.Results;

/// <summary>
/// Reads every figure out of what was downloaded, under the name that its set has with the model's <see cref="Publication"/>. Where the
/// model's door is given too, holds each figure against it: counts must be the same, and whatever is worked out (shares, means, scores,
/// weights) must be what the domain makes of the counts as they are shown. A number that it does not know is a fault.
/// </summary>
/// <param name="published">Whose figures.</param>
/// <param name="first">What the model calls the first survey: its name, or <see cref="Publication.Then"/>.</param>
/// <param name="door">The model's door; null for true figures.</param>
internal sealed partial class Collector(PublishedInitiative published, string first, SafeDoor? door)
{
    private static readonly SafeRule Rule = SafeRule.Default;
    private readonly HashSet<string> known = [];
    private string address = "";

    /// <summary>Counts by the model's names.</summary>
    public Dictionary<string, ShownCount> Counts { get; } = [];

    /// <summary>What contradicts the model, or another page.</summary>
    public List<string> Faults { get; } = [];

    private SmallInitiative Model => published.Model;

    /// <summary>The surveys that were answered, by the model's names.</summary>
    private IEnumerable<Answered> Surveys =>
        Model
            .Surveys.Select((survey, i) => new Answered(i == 0 ? first : survey.Name, i, survey))
            .Take(first == Publication.Then ? 1 : int.MaxValue);

    private Asked Asked(Answered survey) => survey.Model.Questions[Model.NeedQuestions[survey.Place]];

    /// <summary>Those that show figures of their own about a question.</summary>
    private List<Answered> Telling(IEnumerable<Answered> asked, Func<Answered, string> question) =>
        [.. asked.Where(one => door is null || Base($"{one.Name} {question(one)} answered") is not null)];

    private sealed record Answered(string Name, int Place, SmallSurvey Model);

    public void Read(IReadOnlyDictionary<string, JsonNode?> all)
    {
        for (var i = 0; i < published.Surveys.Count; i++)
        {
            var (survey, name) = (
                Model.Surveys[i],
                i == 0 ? first
                : first == Publication.Then ? ""
                : Model.Surveys[i].Name
            );
            var at = $"/api/v1/surveys/{published.Surveys[i]}";
            In($"{at}/results", body => Results(body, survey, name, null, -1));
            foreach (var by in survey.Questions.Where(q => q.Kind == AskedKind.One))
            {
                for (var c = 0; c < by.Choices; c++)
                {
                    var choice = c;
                    In(Download.Filter(at, by, c), body => Results(body, survey, name, by, choice), () => NotShown(Row(name, by, choice)));
                }
                foreach (var across in survey.Questions.Where(q => q != by && q.Kind != AskedKind.Rank))
                    In(Download.Crosstab(at, by, across), body => Crosstab(body, name, by, across));
            }
        }
        var initiative = $"/api/v1/initiatives/{published.Place.Id}";
        In($"{initiative}/representation", Heard);
        var needs = all[$"{initiative}/needs"]!;
        foreach (var path in all.Keys.Where(path => path.StartsWith($"{initiative}/needs", StringComparison.Ordinal)))
            In(path, body => Needs(body, needs));
        foreach (var path in all.Keys.Where(path => path.StartsWith($"{initiative}/alignment", StringComparison.Ordinal)))
            In(path, body => Alignment(body, needs));

        void In(string path, Action<JsonNode> read, Action? refused = null)
        {
            address = path;
            known.Clear();
            if (all[path] is not { } body)
            {
                if (refused is null)
                    Faults.Add($"{path}: refused");
                else
                    refused();
                return;
            }
            read(body);
            if (door is not null)
                Numbers(body, path.Contains("hearing-gap", StringComparison.Ordinal));
        }
    }

    private string Row(string survey, Asked by, int choice) => $"{survey} {by.Name}={choice}" + (door is null ? "" : " inside");

    private void Results(JsonNode body, SmallSurvey survey, string name, Asked? by, int choice)
    {
        var whole = by is null ? name : Row(name, by, choice);
        Count(body, "responses", name);
        Count(body, "inGroup", whole);
        Said(body, Base(name)?.N);
        if ((string?)body["precision"] != SampleDesign.OptIn.PrecisionSentence())
            Faults.Add($"{address}: {body["precision"]}");
        foreach (var (asked, question) in survey.Questions.Zip(body["questions"]!.AsArray()))
        {
            var set = $"{whole} {asked.Name}";
            var counts = question!["counts"]!;
            if (asked == by)
            {
                // Everybody in the group gave one answer.
                Constant(counts, "answered", ShownCountKind.NearlyAll);
                Constant(counts, "skipped", ShownCountKind.Few);
                foreach (var one in question["choices"]?.AsArray() ?? [])
                    Constant(one!, "count", Code(one!) == choice ? ShownCountKind.NearlyAll : ShownCountKind.Few);
                Known(question["base"]);
                continue;
            }
            Count(counts, "answered", $"{set} answered");
            Count(counts, "skipped", $"{set} skipped");
            if (asked.RelevantOn >= 0)
                Count(counts, "notAsked", $"{set} not asked");
            else
                Constant(counts, "notAsked", ShownCountKind.Few);
            Constant(counts, "declined", ShownCountKind.Few);
            Same(question["base"], Base($"{set} answered")?.N ?? 0);
            foreach (var one in question["choices"]?.AsArray() ?? [])
                Share(one!, "count", "share", $"{set}={Code(one!)}", $"{set} answered");
            foreach (var one in question["ranking"]?.AsArray() ?? [])
            {
                Share(one!, "first", "firstShare", $"{set}={Code(one!)} at 0", $"{set} answered");
                Constant(one!, "inTop", ShownCountKind.NearlyAll);
                var mean = Place(set, Code(one!));
                Same(one!["meanPlace"], mean?.Value);
                Same(one["meanRange"]?["low"], mean?.Range.Low);
                Same(one["meanRange"]?["high"], mean?.Range.High);
                Same(one["meanRange"]?["width"], mean?.Range.Width);
            }
        }
    }

    private void Crosstab(JsonNode body, string name, Asked by, Asked across)
    {
        Count(body, "total", name);
        Said(body, Base(name)?.N);
        for (var r = 0; r < by.Choices; r++)
        {
            var set = $"{Row(name, by, r)} {across.Name}";
            var row = body["rows"]![r]!;
            if (row["totalIs"] is null)
                NotShown($"{set} answered");
            else
                Count(row, "total", $"{set} answered");
            Same(row["base"], Base($"{set} answered")?.N ?? 0);
            for (var c = 0; c < across.Choices; c++)
            {
                if (body["countsAre"]![r]![c] is { } kind)
                    Take($"{set}={c}", body["counts"]![r]![c], (string)kind!);
                else
                    NotShown($"{set} answered");
                Same(
                    body["shares"]![r]![c],
                    door is not null && Base($"{set} answered") is { } of ? ShownFigures.Share(door.Shown[$"{set}={c}"], of).Value : null
                );
            }
        }
        if (door is not null && body["columns"]!.AsArray().Any(column => column!["total"] is not null || column["totalIs"] is not null))
            Faults.Add($"{address}: a column has a total");
    }

    private void Heard(JsonNode body)
    {
        foreach (var group in body["items"]!.AsArray())
        {
            var role = (string)group!["role"]!;
            Same(group["absentShare"], null);
            var told = Telling(Surveys.Where(one => one.Model.Questions.Any(question => question.Name == role)), _ => role);
            // Nobody has answered the second survey in the earlier drawing.
            if (Surveys.All(one => one.Model.Questions.All(question => question.Name != role)))
                continue;
            Sum(group, "n", null, told, one => $"{one.Name} {role} answered");
            foreach (var one in group["categories"]!.AsArray())
                Sum(
                    one!,
                    "count",
                    "share",
                    [.. told.Where(some => some.Model.Questions.Single(question => question.Name == role).Choices > Code(one!))],
                    some => $"{some.Name} {role}={Code(one!)}",
                    told
                );
        }
    }

    private void Needs(JsonNode body, JsonNode every)
    {
        Sum(body, "responses", null, [.. Surveys.Where(one => door is null || Base(one.Name) is not null)], one => one.Name);
        Said(body, Surveys.Select(one => Base(one.Name)?.N).Sum() is > 0 and var n ? n : null);
        Constant(body, "readStories", ShownCountKind.Few);
        Constant(body, "unreadStories", ShownCountKind.Few);
        if (!JsonNode.DeepEquals(body["all"], every["all"]))
            Faults.Add($"{address}: other rankings than at {every}");
        foreach (var ranking in body["all"]!.AsArray())
            Ranking(ranking!);
        if (body["chosen"] is { } chosen)
            Ranking(chosen);
        // Which ranks there may be: worked out from scores, bases and the law, all of which are shown.
        foreach (var number in Leaves(body["confidence"]))
            Known(number);
    }

    /// <summary>A ranking as the needs page and the report have it.</summary>
    private void Ranking(JsonNode ranking)
    {
        var code = (string)ranking["code"]!;
        var raw = new Dictionary<string, double>();
        foreach (var row in ranking["rows"]!.AsArray())
        {
            var need = int.Parse(((string)row!["need"]!)[1..], System.Globalization.CultureInfo.InvariantCulture);
            var told = Telling(
                Surveys.Where(one => Asked(one).Choices > need && (code != "mean_rank" || Asked(one).Kind == AskedKind.Rank)),
                one => Asked(one).Name
            );
            raw[(string)row["need"]!] = 0;
            Known(row["rank"]);
            Sum(row, "n", null, told, one => $"{one.Name} {Asked(one).Name} answered");
            if (door is null || told.Count == 0)
                continue;
            if (code == "mean_rank")
            {
                var first = Added(told, told, one => door.Shown[$"{one.Name} {Asked(one).Name}={need} at 0"]);
                foreach (var figure in row["figures"]!.AsArray())
                    if ((string)figure!["code"]! == "first")
                        Shown(figure, first.Count, first.Share);
                    else
                        Shown(figure, ShownCount.NearlyAll(Rule.Threshold), null);
                Same(row["score"], ShownFigures.Mean([.. told.Select(one => Places($"{one.Name} {Asked(one).Name}", need))])?.Value);
                continue;
            }
            // The first three places state a need: all of them here.
            var stated = Added(told, told, one =>
                Asked(one).Kind == AskedKind.Rank
                    ? ShownCount.NearlyAll(Rule.Threshold)
                    : door.Shown[$"{one.Name} {Asked(one).Name}={need}"]
            );
            Same(row["score"], stated.Share);
            Shown(row["figures"]![0]!, stated.Count, stated.Count.Shown);
            raw[(string)row["need"]!] = stated.Middle;
        }
        foreach (var row in ranking["rows"]!.AsArray())
            if (code == "mean_rank")
                Known(row!["weight"]);
            else
                Same(row!["weight"], raw[(string)row["need"]!] / raw.Values.Sum());
    }

    private void Alignment(JsonNode body, JsonNode needs)
    {
        Sum(body, "responses", null, [.. Surveys.Where(one => door is null || Base(one.Name) is not null)], one => one.Name);
        var method = (string?)body["method"];
        var rows = needs["all"]!.AsArray().FirstOrDefault(one => (string)one!["code"]! == method)?["rows"]!.AsArray();
        foreach (var need in body["result"]!["needs"]!.AsArray())
        {
            var row = rows?.Single(one => (string)one!["need"]! == (string)need!["id"]!);
            Same(need!["weight"], row is null ? 1.0 / body["result"]!["needs"]!.AsArray().Count : (double?)row["weight"]);
            Same(need["rank"], (double?)row?["rank"]);
        }
        foreach (var none in new[] { "coverage", "strengthCoverage", "missionAlignment", "dispositionShare" })
            Same(body["result"]![none], body["result"]![none] is null ? null : 0);
    }

    // The mean place from the table as it is shown; whoever placed one choice only would have the others at 2.5, where nobody is.
    private ShownMean? Place(string set, int choice) => Base($"{set} answered") is null ? null : ShownFigures.Mean([Places(set, choice)]);

    private FrequencyTable Places(string set, int choice)
    {
        var few = ShownCount.Few(Rule.Threshold);
        ShownCount[] cells = [.. Enumerable.Range(0, 3).Select(place => door!.Shown[$"{set}={choice} at {place}"]), few];
        return new(cells, [1, 2, 3, 2.5], Base($"{set} answered")!);
    }

    // What is said of figures is a figure too: it follows from the number of everybody, and for scores from the tables that are shown.
    private void Said(JsonNode body, int? drawn)
    {
        if (door is null)
            return;
        var note = new FigureNote(false, Rule.Threshold, drawn);
        string[] known = [.. note.Sentences, SafeWords.Breakdown(Rule)];
        string[] scores =
        [
            .. (note with { Scores = new(1, true, ["mean_rank"]) })
                .Sentences.Except(known)
                .Select(sentence => sentence[..sentence.IndexOf(' ')]),
        ];
        foreach (var sentence in body["note"]!.AsArray().Select(one => (string)one!))
            if (!known.Contains(sentence) && !scores.Any(start => sentence.StartsWith(start, StringComparison.Ordinal)))
                Faults.Add($"{address}: {sentence}");
    }
}
