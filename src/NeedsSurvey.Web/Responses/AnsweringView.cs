using NeedsSurvey.App;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Responses;

/// <summary>What a person who answers sees next.</summary>
public abstract record AnsweringView(AnsweringState State)
{
    /// <summary>The start page again.</summary>
    public sealed record Start(AnsweringState State) : AnsweringView(State);

    /// <summary>A page of the survey.</summary>
    /// <param name="Draft">The answers so far.</param>
    /// <param name="Fields">What its fields hold: answers so far, or exactly what was typed when it came back.</param>
    public sealed record Question(
        AnsweringState State,
        SurveyPage Page,
        ResponseState Draft,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Fields
    ) : AnsweringView(State)
    {
        public IReadOnlyList<Fault> Faults { get; init; } = [];

        /// <summary>What the answers opened on this same page, with the 0-based instance inside a repeat.</summary>
        public IReadOnlyList<(CompiledItem Item, int Instance)> Opened { get; init; } = [];
    }

    /// <summary>Asks before anything that was said is deleted.</summary>
    /// <param name="Page">The page they came from; its fields are carried along as they were sent.</param>
    /// <param name="Draft">The answers, with those of the page taken in.</param>
    /// <param name="Fields">What the page sent.</param>
    /// <param name="Deleting">The button that would delete.</param>
    /// <param name="Keeping">The button that keeps it all.</param>
    /// <param name="Lines">What would be deleted.</param>
    public sealed record Delete(
        AnsweringState State,
        SurveyPage Page,
        ResponseState Draft,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Fields,
        string Deleting,
        string Keeping,
        IReadOnlyList<CheckedLine> Lines
    ) : AnsweringView(State);

    /// <summary>The check-answers page.</summary>
    public sealed record Check(AnsweringState State, ResponseState Draft) : AnsweringView(State)
    {
        public IReadOnlyList<Fault> Faults { get; init; } = [];

        /// <summary>What was typed, could not be read and was left by going back.</summary>
        public IReadOnlyList<UnreadAnswer> Unread { get; init; } = [];
    }

    /// <summary>Nothing more to ask: submit.</summary>
    public sealed record Submit(AnsweringState State, ResponseState Draft) : AnsweringView(State);
}
