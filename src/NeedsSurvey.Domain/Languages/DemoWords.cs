namespace NeedsSurvey.Domain.Languages;

/// <summary>Words of <c>/demo</c>: the way into three invented stories, for people who answer, who read and who ask.</summary>
public sealed record DemoWords
{
    public required string Title { get; init; }
    public required string Heading { get; init; }
    public required string Lead { get; init; }

    /// <summary>The button that makes the demo where there is none yet.</summary>
    public required string Explore { get; init; }
    public required string ExploreWhat { get; init; }

    // Three sides
    public required string AskedTitle { get; init; }
    public required string Asked { get; init; }
    public required string OpenSurvey { get; init; }
    public required string ToldTitle { get; init; }
    public required string Told { get; init; }
    public required string AskTitle { get; init; }

    /// <summary>What organisers see; in other languages than English also that it is in English.</summary>
    public required string Ask { get; init; }
    public required string SeeAsking { get; init; }

    /// <summary>For whoever has no account where an owner has set the program up.</summary>
    public required string Members { get; init; }
    public required string SignIn { get; init; }

    /// <summary>For whoever is signed in and does not belong to the demo.</summary>
    public required string NotYours { get; init; }

    // What a visitor without an account may do
    public required string TryTitle { get; init; }
    public required string Try { get; init; }
    public required string TryCopy { get; init; }
    public required string Leave { get; init; }
    public required string GuestOnly { get; init; }

    /// <summary>A link to the front page, after <see cref="GuestOnly"/>.</summary>
    public required string SetUp { get; init; }

    // The other two stories
    public required string OthersTitle { get; init; }
    public required string SolidarityTitle { get; init; }
    public required string Solidarity { get; init; }
    public required string PersonTitle { get; init; }
    public required string Person { get; init; }
    public required string SayOfGoals { get; init; }

    // Where the idea comes from
    public required string HandsTitle { get; init; }
    public required string HandsIdea { get; init; }
    public required string HandsMark { get; init; }
}
