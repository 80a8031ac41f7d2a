namespace NeedsSurvey.Testing;

/// <summary>An initiative of <see cref="TestSite.Listening"/>, and its owner at its pages.</summary>
public sealed record InitiativePages(TestInitiative Initiative, SignedInPerson Owner)
{
    /// <summary>Its id.</summary>
    public Guid Id => Initiative.Id;

    /// <summary>Its survey's slug.</summary>
    public string Survey => Initiative.Survey;

    /// <summary>The path of its pages, without a slash at the end.</summary>
    public string Base => $"/o/{Owner.Org}/{Initiative.Slug}";

    /// <summary>A page under <see cref="Base"/>.</summary>
    public Task<Page> Open(string path) => Owner.Pages.Open(Base + path);

    /// <summary>Responses that rate housing worst, then buses, then welcome; each with this story; one in three is old.</summary>
    public async Task Answer(int times = 1, string? story = null, bool mayQuote = false)
    {
        for (var i = 0; i < times; i++)
            await Initiative.Answer("5 1", "4 2", "3 3", story, i % 3 == 0 ? "old" : "young", mayQuote);
    }
}
