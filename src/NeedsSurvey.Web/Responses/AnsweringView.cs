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

        /// <summary>The answers opened questions on this same page.</summary>
        public bool MoreOpened { get; init; }
    }

    /// <summary>The check-answers page.</summary>
    public sealed record Check(AnsweringState State, ResponseState Draft) : AnsweringView(State)
    {
        public IReadOnlyList<Fault> Faults { get; init; } = [];
    }

    /// <summary>Nothing more to ask: submit.</summary>
    public sealed record Submit(AnsweringState State, ResponseState Draft) : AnsweringView(State);
}
