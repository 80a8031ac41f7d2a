using NeedsSurvey.App.Responses;

namespace NeedsSurvey.App.Tests.Responses;

/// <summary>Fault 15: published surveys are remembered by weight, the least used goes first.</summary>
public sealed class RememberedTests
{
    [Fact]
    public void Fault_15_the_thousandth_is_remembered_like_the_first_one_was()
    {
        var table = new Remembered<int, string>(most: 500, text => text.Length);
        for (var i = 0; i < 1_000; i++)
            table.Set(i, "x");
        Assert.True(table.TryGet(999, out _));
        Assert.Equal(500, table.Count);
    }

    [Fact]
    public void Fault_15_what_was_looked_at_stays_longer_than_what_was_not()
    {
        var table = new Remembered<int, string>(most: 3, text => text.Length);
        for (var i = 0; i < 3; i++)
            table.Set(i, "x");
        table.TryGet(0, out _);
        table.Set(3, "x");
        Assert.Equal([true, false, true, true], Enumerable.Range(0, 4).Select(i => table.TryGet(i, out _)));
    }

    [Fact]
    public void Fault_15_something_heavy_pushes_out_as_much_as_it_needs()
    {
        var table = new Remembered<int, string>(most: 10, text => text.Length);
        for (var i = 0; i < 10; i++)
            table.Set(i, "x");
        table.Set(10, "12345678");
        Assert.Equal(3, table.Count);
    }

    [Fact]
    public void Fault_15_what_is_set_again_counts_once()
    {
        var table = new Remembered<int, string>(most: 3, text => text.Length);
        for (var i = 0; i < 10; i++)
            table.Set(1, "xx");
        table.Set(2, "x");
        Assert.Equal(2, table.Count);
    }

    [Fact]
    public void Fault_15_what_is_too_heavy_alone_is_not_kept()
    {
        var table = new Remembered<int, string>(most: 3, text => text.Length);
        table.Set(1, "x");
        table.Set(1, "xxxx");
        Assert.False(table.TryGet(1, out _));
        Assert.Equal(0, table.Count);
    }
}
