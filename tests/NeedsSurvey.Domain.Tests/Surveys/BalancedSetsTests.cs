using System.Collections.Concurrent;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

public sealed class BalancedSetsTests
{
    private static string[] Names(int count) => [.. Enumerable.Range(1, count).Select(number => $"c{number}")];

    public static TheoryData<int, int, int> Designs()
    {
        var designs = new TheoryData<int, int, int>();
        foreach (var choices in new[] { 3, 5, 7, 8, 12, 13, 20 })
        foreach (var size in new[] { 2, 3, 4, 5 }.Where(size => size < choices))
        foreach (var times in new[] { 1, 2, 3, 4 })
            designs.Add(choices, size, times);
        return designs;
    }

    // A design takes time to find, and several claims are about the same ones.
    private static readonly ConcurrentDictionary<(int Choices, int Size, int Times), IReadOnlyList<IReadOnlyList<string>>> Found = [];

    private static IReadOnlyList<IReadOnlyList<string>> Sets(int choices, int size, int times) =>
        Found.GetOrAdd((choices, size, times), design => BalancedSets.Of(Names(design.Choices), design.Size, design.Times));

    [Theory]
    [MemberData(nameof(Designs))]
    public void Every_choice_is_shown_as_often_as_wanted_or_once_more(int choices, int size, int times)
    {
        var shown = Sets(choices, size, times).SelectMany(set => set).CountBy(name => name).ToDictionary();
        Assert.All(Names(choices), name => Assert.InRange(shown[name], times, times + 1));
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void Every_set_offers_as_many_different_choices_as_its_size(int choices, int size, int times) =>
        Assert.All(Sets(choices, size, times), set => Assert.Equal(size, set.Distinct().Count()));

    [Theory]
    [MemberData(nameof(Designs))]
    public void There_are_as_many_sets_as_were_foretold(int choices, int size, int times) =>
        Assert.Equal(BalancedSets.Count(choices, size, times), Sets(choices, size, times).Count);

    // The plane of seven points, where every pair can meet just once, and its cousin of thirteen, where greed gets within two.
    [Theory]
    [InlineData(7, 3, 3, 1)]
    [InlineData(13, 4, 4, 2)]
    [InlineData(12, 4, 3, 2)]
    public void Choices_meet_each_other_about_equally_often(int choices, int size, int times, int most)
    {
        var pairs =
            from set in BalancedSets.Of(Names(choices), size, times)
            from one in set
            from other in set
            where string.CompareOrdinal(one, other) < 0
            select (one, other);
        Assert.InRange(pairs.CountBy(pair => pair).Max(pair => pair.Value), 1, most);
    }

    [Fact]
    public void The_same_list_makes_the_same_sets() => Assert.Equal(BalancedSets.Of(Names(9), 4, 3), BalancedSets.Of(Names(9), 4, 3));

    [Fact]
    public void A_list_no_longer_than_a_set_makes_one_set_of_all() => Assert.Equal([Names(3)], BalancedSets.Of(Names(3), 4, 3));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Fewer_than_two_choices_make_no_set(int choices) => Assert.Empty(BalancedSets.Of(Names(choices), 4, 3));
}
