using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.App.Needs;

/// <summary>How far coders agree where two or more read the same answers (methods.md §4): overall first, then need by need.</summary>
public sealed class ReadCodingAgreement(Db db, FindInitiative find)
{
    /// <param name="actor">Needs <see cref="Permission.Code"/>: the figures are true counts of answers.</param>
    public async Task<Result<IReadOnlyList<NeedAgreement>>> Run(Actor actor, Guid initiative, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.Code, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        var needs = await ReadNeedAnswers.ReadCodebook(db, found.InitiativeId, cancellation);
        var countsAs = ReadNeedAnswers.CountsAs(needs);
        var rows = await db.Query<Row>(Sql, new { initiative }, cancellation);
        return Result.Of(
            CodingAgreement.Of(
                [
                    .. rows.Select(row => new CodedUnit(
                        $"{row.ResponseId}/{row.Field}",
                        row.CoderId.ToString(),
                        row.Needs.Select(need => countsAs.GetValueOrDefault(need, need)).ToHashSet()
                    )),
                ],
                [.. needs.Where(need => need.MergedInto is null).Select(need => need.Name)]
            )
        );
    }

    private const string Sql = """
        select x.response_id, x.field, x.coder_id,
               array(select distinct c.need from coding c
                     where c.survey_id = x.survey_id and c.response_id = x.response_id and c.field = x.field
                         and c.coder_id = x.coder_id) as needs
        from reading x join survey s using (survey_id)
        where s.initiative_id = @initiative
          and (select count(*) from reading y where y.survey_id = x.survey_id and y.response_id = x.response_id and y.field = x.field) > 1
        """;

    private sealed record Row
    {
        public required Guid ResponseId { get; init; }
        public required string Field { get; init; }
        public required Guid CoderId { get; init; }
        public required string[] Needs { get; init; }
    }
}
