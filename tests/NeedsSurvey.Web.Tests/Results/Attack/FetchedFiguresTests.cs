// The attacker of Domain.Tests/Results/SafeCounts works on a model of what can be fetched. Here the model is joined to the program: small
// initiatives are published and answered, everything is fetched with a Viewer's key, and each figure is held against the model's.

using System.Text.Json.Nodes;
using NeedsSurvey.App;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Tests.Results;

namespace NeedsSurvey.Web.Tests.Results;

/// <summary>A few initiatives, fetched once for all tests.</summary>
public sealed class FetchedInitiatives : IAsyncLifetime
{
    private readonly TestSite site = new();

    internal List<Fetched> All { get; } = [];

    public async Task InitializeAsync()
    {
        await site.InitializeAsync();
        // Each brings something that those before had not.
        var seen = new HashSet<string>();
        for (var seed = 1; seed <= 60; seed++)
            if (SmallInitiative.Random(seed) is var one && !seen.IsSupersetOf(Features(one)))
            {
                seen.UnionWith(Features(one));
                All.Add(await Fetched.Of(site, one));
            }
        foreach (var seed in (int[])[1, 2])
            All.Add(await Fetched.Of(site, SmallInitiative.Several(seed)));
        All.Add(await Fetched.Of(site, SmallInitiative.Filtered(1)));
    }

    private static IEnumerable<string> Features(SmallInitiative one)
    {
        var need = one.Surveys[0].Questions[one.NeedQuestions[0]];
        yield return need.Exactly > 0 ? "exactly" : need.Kind.ToString();
        if (one.Surveys[0].Questions.Any(asked => asked.RelevantOn >= 0))
            yield return "follow-up";
        if (one.Surveys.Count > 1)
            yield return need.Kind == AskedKind.Rank ? "two, ranked" : "two";
        if (one.Earlier > 0)
            yield return one.Surveys.Count > 1 ? "earlier of two" : "earlier";
    }

    public Task DisposeAsync() => site.DisposeAsync();
}

/// <summary>An initiative and what was fetched of it.</summary>
internal sealed class Fetched
{
    public required PublishedInitiative Published { get; init; }

    /// <summary>The model's door after everything has been shown.</summary>
    public required SafeDoor Door { get; init; }

    /// <summary>At the earlier drawing, where there is one.</summary>
    public Dictionary<string, JsonNode?>? Then { get; private set; }

    public Dictionary<string, JsonNode?> Now { get; private set; } = [];

    /// <summary>After a few more responses and a withdrawal.</summary>
    public Dictionary<string, JsonNode?> After { get; private set; } = [];

    /// <summary>With the owner's key.</summary>
    public Dictionary<string, JsonNode?> True { get; private set; } = [];

    public JsonNode Report { get; private set; } = null!;

    public static async Task<Fetched> Of(TestSite site, SmallInitiative model)
    {
        SafeDoor door = null!;
        Publication.Attack(model, attacker => door = new(attacker, SafeRule.Default), rounds: 0, everything: true);
        var published = await PublishedInitiative.Of(site, model);
        var fetched = new Fetched { Published = published, Door = door };
        using var viewer = await site.Bearer(published.Place.Organisation.Slug, Role.Viewer);
        using var owner = await site.Bearer(published.Place.Organisation.Slug);
        await published.Answer(0, 0, model.Earlier);
        if (model.Earlier > 0)
            fetched.Then = await Download.Of(viewer, published);
        await published.Answer(0, model.Earlier, model.Surveys[0].People.Count);
        for (var i = 1; i < model.Surveys.Count; i++)
            await published.Answer(i, 0, model.Surveys[i].People.Count);
        fetched.Now = await Download.Of(viewer, published);
        fetched.True = await Download.Of(owner, published);
        var report = (await published.Place.Report()).OrThrow();
        using var anybody = site.NewClient();
        fetched.Report = JsonNode.Parse(await anybody.GetStringAsync($"/r/{report.Slug}/report.json"))!;
        await published.AnswerMore(3);
        await published.Withdraw();
        fetched.After = await Download.Of(viewer, published);
        return fetched;
    }

    public Collector Collect(bool areTrue = false)
    {
        var collector = new Collector(Published, Published.Model.Surveys[0].Name, areTrue ? null : Door);
        collector.Read(areTrue ? True : Now);
        if (!areTrue && Then is not null)
        {
            var then = new Collector(Published, Publication.Then, Door);
            then.Read(Then);
            collector.Faults.AddRange(then.Faults);
            foreach (var (set, count) in then.Counts)
                collector.Counts[set] = count;
        }
        return collector;
    }

    public IReadOnlyList<Guess> Attack(Collector collector, bool areTrue) =>
        Publication.Attack(
            Published.Model,
            attacker => new FetchedDoor(attacker, SafeRule.Default, collector.Counts, areTrue),
            rounds: 0,
            everything: true
        );
}

public sealed class FetchedFiguresTests(FetchedInitiatives initiatives) : IClassFixture<FetchedInitiatives>
{
    [Fact]
    public void Every_figure_that_a_viewer_fetches_is_the_models()
    {
        var faults = initiatives.All.SelectMany(one => one.Collect().Faults).ToList();
        Assert.True(faults.Count == 0, $"{faults.Count}:\n{string.Join('\n', faults.Take(40))}");
    }

    [Fact]
    public void No_count_below_k_follows_from_what_a_viewer_fetches() =>
        Assert.DoesNotContain(initiatives.All.SelectMany(one => one.Attack(one.Collect(), areTrue: false)), guess => guess.IsPinned);

    [Fact]
    public void With_the_owners_key_the_same_collector_finds_the_counts_below_k()
    {
        foreach (var one in initiatives.All)
        {
            // The owner fetches once, when all have answered.
            var guesses = one.Attack(one.Collect(areTrue: true), areTrue: true)
                .Where(guess => !guess.Name.StartsWith(Publication.Then, StringComparison.Ordinal))
                .ToList();
            var found = guesses.Count(guess => guess.IsPinned);
            Assert.True(found > guesses.Count / 2, $"{found} of {guesses.Count}");
        }
    }

    [Fact]
    public void Neither_a_few_more_responses_nor_a_withdrawal_change_anything_that_was_fetched() =>
        Assert.Empty(
            initiatives.All.SelectMany(one =>
                one.Now.Where(document => !JsonNode.DeepEquals(document.Value, one.After[document.Key])).Select(document => document.Key)
            )
        );

    [Fact]
    public void The_public_report_has_the_same_figures()
    {
        foreach (var one in initiatives.All)
        {
            var at = $"/api/v1/initiatives/{one.Published.Place.Id}";
            Assert.Equal(
                Texts(one.Now[$"{at}/representation"]!["items"]!, "categories"),
                Texts(Inside(one.Report, "heard")!, "categories")
            );
            var offered = one.Now[$"{at}/needs"]!["all"]!.AsArray();
            foreach (var ranking in Inside(one.Report, "otherRankings")!.AsArray().Append(Inside(one.Report, "ranking")))
            {
                if (ranking is null)
                    continue;
                var same = offered.Single(other => (string)other!["code"]! == (string)ranking["code"]!);
                Assert.Equal(same!["rows"]!.ToJsonString(), ranking["rows"]!.ToJsonString());
            }
        }
    }

    private static List<string> Texts(JsonNode of, string property) => [.. of.AsArray().Select(one => one![property]!.ToJsonString())];

    private static JsonNode? Inside(JsonNode report, string property) => report[property] ?? report["content"]?[property];
}
