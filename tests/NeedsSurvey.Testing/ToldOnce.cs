namespace NeedsSurvey.Testing;

/// <summary>A cause that many tests fail of, told by the first of them; the others say in a line that it was the same.</summary>
public sealed class ToldOnce(string afterwards)
{
    private int told;

    public string Tell(string words) => Interlocked.Exchange(ref told, 1) == 0 ? words : afterwards;
}
