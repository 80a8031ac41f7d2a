using NeedsSurvey.App.Database;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Results;

/// <summary>A question that a design may name.</summary>
/// <param name="Categories">Its choices, for strata; empty for clusters.</param>
public sealed record DesignQuestion(string Name, string Label, IReadOnlyList<DesignCategory> Categories);

/// <param name="People">People in the community by the margins; null where they are not known.</param>
public sealed record DesignCategory(string Code, string Label, double? People);

/// <summary>How a survey's people were reached and drawn, and what speaks against intervals so far.</summary>
public sealed record SampleDesignView
{
    public required SurveyDesign Design { get; init; }

    /// <summary>What an edit of it begins from: the revision that <see cref="SetSampleDesign"/> takes.</summary>
    public required string Revision { get; init; }

    /// <summary>Group questions with one choice.</summary>
    public required IReadOnlyList<DesignQuestion> StrataQuestions { get; init; }

    /// <summary>Questions with one answer.</summary>
    public required IReadOnlyList<DesignQuestion> ClusterQuestions { get; init; }

    /// <summary>Why no interval is given; empty where it is, where nobody was drawn, and before anybody answered.</summary>
    public required IReadOnlyList<SamplePlanFault> Faults { get; init; }

    /// <summary>The sentence beside the figures.</summary>
    public required string Precision { get; init; }
}

/// <summary>Reads a survey's design and holds it against the answers, so that what does not fit is known before results are read.</summary>
public sealed class ReadSampleDesign(Db db, FindSurvey surveys)
{
    /// <param name="actor">
    /// Needs <see cref="Permission.EditSurvey"/>; and <see cref="Permission.Export"/> for what the answers say, because it tells how many
    /// answered from a stratum.
    /// </param>
    public async Task<Result<SampleDesignView>> Run(Actor actor, string survey, CancellationToken cancellation, Guid? initiativeId = null)
    {
        if (
            !(await surveys.Run(actor, Permission.EditSurvey, survey, cancellation, initiativeId)).Succeeded(out var found, out var problem)
        )
            return problem;
        var seesTrue = actor.SeesTrueFigures(found.OrganisationId);
        return await db.Snapshot(snapshot => Read(snapshot, found.Id, seesTrue), cancellation);
    }

    private static async Task<Result<SampleDesignView>> Read(ReadSnapshot snapshot, Guid surveyId, bool seesTrue)
    {
        var from = await SampleFrames.Sources.Read(snapshot, surveyId);
        var units = await SampleUnitsReader.Read(snapshot, surveyId, drawnOnly: !seesTrue);
        var answered = units.People + units.Outside > 0;
        return new SampleDesignView
        {
            Design = from.Design,
            Revision = from.Revision,
            StrataQuestions =
            [
                .. from.Named(DesignQuestions.Strata)
                    .Select(question => new DesignQuestion(
                        question.Name,
                        question.Label,
                        [
                            .. from.Categories(question.Name)!
                                .Select(category => new DesignCategory(category.Code, category.Label, category.Share * from.Population)),
                        ]
                    )),
            ],
            ClusterQuestions = [.. from.Named(DesignQuestions.Clusters).Select(one => new DesignQuestion(one.Name, one.Label, []))],
            Faults =
                !seesTrue || !answered ? units.Frame.Faults
                : units.Frame.Kind.AllowsIntervals() ? units.Faults
                : [],
            Precision = units.Precision(seesTrue),
        };
    }
}
