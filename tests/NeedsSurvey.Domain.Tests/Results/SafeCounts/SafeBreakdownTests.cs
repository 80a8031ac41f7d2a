using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

public sealed class SafeBreakdownTests
{
    private static readonly ulong Area = SafeBreakdown.Mark("area");

    [Fact]
    public void At_least_k_people_stand_outside_every_breakdown_and_every_group_that_stands_has_k()
    {
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            var groups = random.Next(1, 6);
            int Group() => random.Next(12) == 0 ? -1 : (int)(groups * Math.Pow(random.NextDouble(), 2));
            var people = SafeCountTests.Keys(random.Next(5, 200), round).Select(key => (Group: Group(), Key: key)).ToList();
            var breakdown = SafeBreakdown.Of(people, groups, Area, SafeRule.Default);
            var placed = people.Select(p => breakdown.Place(p.Group, p.Key, Area)).ToList();
            Assert.True(placed.Count(p => p < 0) >= Math.Min(10, people.Count));
            for (var g = 0; g < groups; g++)
                Assert.True(breakdown.Stands(g) ? placed.Count(p => p == g) >= 10 : placed.All(p => p != g));
        }
    }

    [Fact]
    public void No_more_than_k_are_left_out_when_nobody_has_to_be()
    {
        var people = SafeCountTests.Keys(200).Select((key, i) => (i % 4, key)).ToList();
        var breakdown = SafeBreakdown.Of(people, 4, Area, SafeRule.Default);
        Assert.Equal(10, people.Count(p => breakdown.Place(p.Item1, p.key, Area) < 0));
    }

    [Fact]
    public void The_order_of_responses_does_not_matter()
    {
        var people = SafeCountTests.Keys(70).Select((key, i) => (Group: i % 3, Key: key)).ToList();
        var one = SafeBreakdown.Of(people, 3, Area, SafeRule.Default);
        var other = SafeBreakdown.Of(people.AsEnumerable().Reverse(), 3, Area, SafeRule.Default);
        Assert.All(people, p => Assert.Equal(one.Place(p.Group, p.Key, Area), other.Place(p.Group, p.Key, Area)));
    }

    [Fact]
    public void Each_group_question_leaves_out_other_people()
    {
        var age = SafeBreakdown.Mark("age");
        var people = SafeCountTests.Keys(500).Select((key, i) => (Group: i % 2, Key: key)).ToList();
        var (byArea, byAge) = (SafeBreakdown.Of(people, 2, Area, SafeRule.Default), SafeBreakdown.Of(people, 2, age, SafeRule.Default));
        Assert.True(people.Count(p => byArea.Place(p.Group, p.Key, Area) < 0 && byAge.Place(p.Group, p.Key, age) < 0) < 4);
    }
}
