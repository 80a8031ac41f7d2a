using NeedsSurvey.App;
using NeedsSurvey.App.Results;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Web.Results;

/// <summary>How a survey's people were reached and drawn, as JSON.</summary>
internal static class DesignApi
{
    public static void MapDesignApi(this IEndpointRouteBuilder app)
    {
        var api = app.Api("/surveys/{survey}").WithTags("Surveys");

        api.MapGet("/sample-design", async (string survey, Actor actor, ReadSampleDesign read, CancellationToken cancellation) =>
                (await read.Run(actor, survey, cancellation)).Then(DesignResource.Of).Ok()
            )
            .Requires(Permission.EditSurvey)
            .WithName("getSampleDesign")
            .WithSummary("How people were reached and drawn, and why no interval is given, if none is.");

        api.MapPut(
                "/sample-design",
                async (
                    string survey,
                    DesignBody body,
                    Actor actor,
                    SetSampleDesign set,
                    ReadSampleDesign read,
                    CancellationToken cancellation
                ) =>
                    (
                        (await set.Run(actor, survey, body.Design(), cancellation, body.Revision)).Problem is { } problem
                            ? problem
                            : await read.Run(actor, survey, cancellation)
                    )
                        .Then(DesignResource.Of)
                        .Ok()
            )
            .Requires(Permission.EditSurvey)
            .WithName("setSampleDesign")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Say how people were reached (opt_in, probability_sample or census) and drawn.")
            .WithDescription(
                "strata: a group question; sizes: people of its categories in the community, and with which other one each is merged; "
                    + "what is left out comes from the population margins. cluster: a question whose answers are households, streets or "
                    + "classes. revision: the one read before; where the design has changed since, nothing is stored (changed_meanwhile); "
                    + "without it the last to save wins. The answer says what the responses so far speak against."
            );
    }

    internal sealed record DesignBody(
        SampleDesign SampleDesign,
        string? Strata = null,
        string? Cluster = null,
        IReadOnlyList<StratumSize>? Sizes = null,
        string? Revision = null
    )
    {
        public SurveyDesign Design() => new(SampleDesign, Strata, Cluster, Sizes);
    }
}

internal sealed record DesignResource
{
    public required SampleDesign SampleDesign { get; init; }
    public required string? Strata { get; init; }
    public required string? Cluster { get; init; }
    public required IReadOnlyList<StratumSize> Sizes { get; init; }

    /// <summary>What the next change begins from.</summary>
    public required string Revision { get; init; }

    /// <summary>The sentence beside the figures.</summary>
    public required string Precision { get; init; }

    /// <summary>Why no interval is given.</summary>
    public required IReadOnlyList<SamplePlanFault> Faults { get; init; }

    public static DesignResource Of(SampleDesignView view) =>
        new()
        {
            SampleDesign = view.Design.Kind,
            Strata = view.Design.Strata,
            Cluster = view.Design.Cluster,
            Sizes = view.Design.Sizes ?? [],
            Revision = view.Revision,
            Precision = view.Precision,
            Faults = view.Faults,
        };
}
