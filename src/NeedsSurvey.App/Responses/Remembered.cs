using System.Diagnostics.CodeAnalysis;

namespace NeedsSurvey.App.Responses;

/// <summary>A table of bounded weight: when something new does not fit, what was not looked at for longest goes. From any thread.</summary>
/// <param name="most">The weight of all together; something heavier alone is not kept.</param>
/// <param name="weigh">In whatever unit <paramref name="most"/> is.</param>
internal sealed class Remembered<TKey, TValue>(long most, Func<TValue, long> weigh)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, LinkedListNode<Kept>> known = [];

    // The one looked at last comes first.
    private readonly LinkedList<Kept> used = new();
    private long weight;

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return known.Count;
        }
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (gate)
        {
            if (known.TryGetValue(key, out var node))
            {
                used.Remove(node);
                used.AddFirst(node);
                value = node.Value.Value;
                return true;
            }
        }
        value = default;
        return false;
    }

    public void Set(TKey key, TValue value)
    {
        var heavy = weigh(value);
        lock (gate)
        {
            Drop(key);
            if (heavy > most)
                return;
            known[key] = used.AddFirst(new Kept(key, value, heavy));
            weight += heavy;
            while (weight > most)
                Drop(used.Last!.Value.Key);
        }
    }

    public void Forget(TKey key)
    {
        lock (gate)
            Drop(key);
    }

    private void Drop(TKey key)
    {
        if (!known.Remove(key, out var node))
            return;
        used.Remove(node);
        weight -= node.Value.Weight;
    }

    private readonly record struct Kept(TKey Key, TValue Value, long Weight);
}
