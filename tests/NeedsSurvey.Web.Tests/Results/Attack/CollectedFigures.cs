// The part of Collector that holds one figure against the model.

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Web.Tests.Results;

internal sealed partial class Collector
{
    private CountBase? Base(string set) => door?.Bases.GetValueOrDefault(set);

    private static int Code(JsonNode one) => int.Parse(((string)one["code"]!)[1..], System.Globalization.CultureInfo.InvariantCulture);

    private void Share(JsonNode at, string count, string share, string set, string of)
    {
        Count(at, count, set);
        if (door is not null)
            Same(
                at[share],
                Base(of) is { } people && door.Shown.TryGetValue(set, out var shown) ? ShownFigures.Share(shown, people).Value : null
            );
    }

    // What several surveys tell together is what each tells of itself, added up; of one it is that one's.
    private void Sum(
        JsonNode at,
        string property,
        string? share,
        IReadOnlyList<Answered> offering,
        Func<Answered, string> set,
        IReadOnlyList<Answered>? told = null
    )
    {
        told ??= offering;
        if (told.Count == 0)
        {
            Constant(at, property, ShownCountKind.Few);
            return;
        }
        if (told is [var only] && offering.Count == 1)
        {
            if (share is null)
                Count(at, property, set(only));
            else
                Share(at, property, share, set(only), set(only)[..set(only).LastIndexOf('=')] + " answered");
            return;
        }
        if (door is null)
            return;
        var sum = Added(
            offering,
            told,
            one => door.Shown[set(one)],
            one => set(one).Split('=')[0].Replace(" answered", "", StringComparison.Ordinal)
        );
        Same(at[property], sum.Count.Shown);
        Constant(at, property, sum.Count.Kind);
        if (share is not null)
            Same(at[share], sum.Share);
    }

    /// <param name="offering">The surveys that can have it.</param>
    /// <param name="told">The surveys in the base.</param>
    private (ShownCount Count, double? Share, double Middle) Added(
        IReadOnlyList<Answered> offering,
        IReadOnlyList<Answered> told,
        Func<Answered, ShownCount> count,
        Func<Answered, string>? of = null
    )
    {
        of ??= one => $"{one.Name} {Asked(one).Name}";
        int N(Answered one) => (Base($"{of(one)} answered") ?? Base(of(one)))!.N;
        var few = Rule.Threshold - 1;
        var counts = offering.Select(one => (Count: count(one), N: N(one))).ToList();
        var people = counts.Sum(one =>
            one.Count.Kind switch
            {
                ShownCountKind.Few => few / 2.0,
                ShownCountKind.NearlyAll => one.N - few / 2.0,
                _ => one.Count.Shown!.Value,
            }
        );
        var all = told.Sum(N);
        var isFew = counts.All(one => one.Count.Kind == ShownCountKind.Few);
        var isNearly = offering.Count == told.Count && counts.All(one => one.Count.Kind == ShownCountKind.NearlyAll);
        var middle = Math.Min(1, people / all);
        return isFew ? (ShownCount.Few(Rule.Threshold), null, middle)
            : isNearly ? (ShownCount.NearlyAll(Rule.Threshold), null, middle)
            : (ShownCount.Number((int)Math.Round(people), Rule.Threshold), middle, middle);
    }

    // A figure behind a score.
    private void Shown(JsonNode figure, ShownCount count, double? value)
    {
        Same(figure["value"], value);
        Same(figure["count"], figure["countIs"] is null ? null : count.Shown);
        if (figure["countIs"] is { } kind && (string)kind! != Word(count.Kind))
            Faults.Add($"{figure.GetPath()} of {address}: {kind} instead of {count.Kind}");
    }

    private void Count(JsonNode at, string property, string set) => Take(set, at[property], (string)at[property + "Is"]!);

    private void Take(string set, JsonNode? number, string kind)
    {
        Known(number);
        var count = kind switch
        {
            "number" => ShownCount.Number((int)number!, door is null ? 0 : Rule.Threshold),
            "few" => ShownCount.Few(Rule.Threshold),
            _ => ShownCount.NearlyAll(Rule.Threshold),
        };
        if (Counts.TryGetValue(set, out var other) && other != count)
            Faults.Add($"{address}: {set} is {count}, elsewhere {other}");
        Counts[set] = count;
        if (door is not null && (!door.Shown.TryGetValue(set, out var shown) ? count.Kind != ShownCountKind.Few : shown != count))
            Faults.Add($"{address}: {set} is {count}, the model shows {(door.Shown.ContainsKey(set) ? shown : "nothing")}");
    }

    private void Constant(JsonNode at, string property, ShownCountKind kind)
    {
        if (door is not null && ((string)at[property + "Is"]! is var word && word != Word(kind) && word != Word(ShownCountKind.Few)))
            Faults.Add($"{address}: {at.GetPath()}.{property} is {word}");
    }

    private void NotShown(string set)
    {
        if (door is not null && door.Shown.TryGetValue(set, out var shown) && shown.Kind != ShownCountKind.Few)
            Faults.Add($"{address}: {set} is not shown, with the model it is {shown}");
    }

    private void Same(JsonNode? number, double? expected)
    {
        Known(number);
        if (
            door is not null
            && !(
                (double?)number is { } value && expected is { } other
                    ? Math.Abs(value - other) < 1e-9
                    : (number is null) == (expected is null)
            )
        )
            Faults.Add($"{address}: {number?.GetPath()} is {number?.ToString() ?? "nothing"} instead of {expected}");
    }

    private void Known(JsonNode? number)
    {
        if (number is not null)
            known.Add(number.GetPath());
    }

    private void Numbers(JsonNode body, bool all)
    {
        foreach (var number in Leaves(body))
            if (!all && !known.Contains(number.GetPath()) && !NoFigure().IsMatch(number.GetPath()))
                Faults.Add($"{address}: {number.GetPath()} is {number}, of which the model knows nothing");
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode? node) =>
        node switch
        {
            JsonObject one => one.SelectMany(property => Leaves(property.Value)),
            JsonArray list => list.SelectMany(Leaves),
            JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => [value],
            _ => [],
        };

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
        string[] known = [.. note.Sentences, SafeWords.Breakdown(Rule), SafeWords.DrawnApart(Rule)];
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

    private static string Word(ShownCountKind kind) =>
        kind switch
        {
            ShownCountKind.Few => "few",
            ShownCountKind.Number => "number",
            _ => "nearly_all",
        };

    // Numbers that say nothing of what people answered.
    [GeneratedRegex(@"\.(threshold|scaleTop|scaleBottom)$|\.versions\[\d+\]$|\.board\.|\.maxStrength$|\.sensitivity\.")]
    private static partial Regex NoFigure();
}
