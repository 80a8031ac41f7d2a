using System.Globalization;
using FluentValidation;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Initiatives;

/// <summary>Known shares of the community for one group question: the whole that "who was heard" is held against.</summary>
/// <param name="GroupRole">The <c>group_role</c> of the questions it belongs to: age, area…</param>
/// <param name="Source">Where the shares come from, printed in the report.</param>
/// <param name="Categories">In the order to show them; their shares sum to 1.</param>
public sealed record Margin(string GroupRole, string Source, IReadOnlyList<MarginCategory> Categories);

/// <param name="Category">Name of the choice (its code) in the group question.</param>
/// <param name="Share">From 0 to 1.</param>
public sealed record MarginCategory(string Category, double Share);

/// <summary>
/// Replaces all population margins of an initiative. Shares of one question must sum to 1 within <see cref="Tolerance"/> (published tables
/// round); they are stored as given, weighting scales them.
/// </summary>
public sealed class SetMargins(Db db, FindInitiative initiatives)
{
    /// <summary>How far from 1 the shares of one question may sum.</summary>
    public const double Tolerance = 0.005;

    public async Task<Result<Done>> Run(Actor actor, Guid initiative, IReadOnlyList<Margin> margins, CancellationToken cancellation)
    {
        if (!(await initiatives.Run(actor, Permission.EditInitiative, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (Shape.It.Faults(new Command(margins)) is { } invalid)
            return invalid;
        var rows = margins
            .SelectMany(margin =>
                margin.Categories.Select(
                    (category, position) =>
                        (
                            margin.GroupRole,
                            Category: category.Category.Trim(),
                            category.Share,
                            Source: margin.Source.Trim(),
                            Position: position
                        )
                )
            )
            .ToList();
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "initiative.margins",
            found.Title,
            async tx =>
            {
                tx.Detail["groups"] = margins.Select(margin => margin.GroupRole).ToArray();
                // Two who save at once come one after the other; else both would insert the same rows.
                await tx.Execute(HoldSql, new { found.InitiativeId });
                await tx.Execute(ClearSql, new { found.InitiativeId });
                await tx.Execute(
                    InsertSql,
                    new
                    {
                        found.InitiativeId,
                        roles = rows.Select(row => row.GroupRole).ToArray(),
                        categories = rows.Select(row => row.Category).ToArray(),
                        shares = rows.Select(row => row.Share).ToArray(),
                        sources = rows.Select(row => row.Source).ToArray(),
                        positions = rows.Select(row => row.Position).ToArray(),
                    }
                );
                return Done.It;
            },
            cancellation
        );
    }

    private sealed record Command(IReadOnlyList<Margin> Margins);

    private sealed class Shape : AbstractValidator<Command>
    {
        public static readonly Shape It = new();

        private Shape()
        {
            RuleFor(command => command.Margins)
                .Must(margins => margins.Count <= 20)
                .WithErrorCode("too_many")
                .WithMessage("Keep to at most 20 group questions.");
            RuleFor(command => command.Margins)
                .Must(margins => margins.DistinctBy(margin => margin.GroupRole).Count() == margins.Count)
                .WithErrorCode("twice")
                .WithMessage("The same group stands twice. Put its rows together.");
            RuleForEach(command => command.Margins)
                .ChildRules(margin =>
                {
                    margin.RuleFor(one => one.GroupRole).Line("Say which group question these shares belong to.", "required", "group");
                    margin.RuleFor(one => one.Source).Words(500);
                    margin
                        .RuleFor(one => one.Categories)
                        .Must(rows => rows.Count is > 0 and <= 200)
                        .WithErrorCode("rows")
                        .WithMessage("Give between 1 and 200 rows.");
                    margin
                        .RuleFor(one => one.Categories)
                        .Must(rows => rows.DistinctBy(row => row.Category.Trim()).Count() == rows.Count)
                        .WithErrorCode("twice")
                        .WithMessage("A category stands twice. Keep one of the two.");
                    margin
                        .RuleForEach(one => one.Categories)
                        .ChildRules(row =>
                        {
                            row.RuleFor(one => one.Category).Line("Name the category.", "required", "category");
                            row.RuleFor(one => one.Share)
                                .Must(share => share is >= 0 and <= 1)
                                .WithErrorCode("share")
                                .WithMessage("A share is a number from 0 to 1, or from 0 % to 100 %.");
                        });
                    margin
                        .RuleFor(one => one.Categories)
                        .Must(rows =>
                            rows.Count == 0
                            || rows.Any(row => row.Share is not (>= 0 and <= 1))
                            || Math.Abs(rows.Sum(row => row.Share) - 1) <= Tolerance + 1e-9
                        )
                        .WithErrorCode("sum")
                        .WithMessage(one =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"The shares add up to {100 * one.Categories.Sum(row => row.Share):0.#} %, not to 100 %. Correct them, or "
                                    + $"add a row for everybody else."
                            )
                        );
                });
        }
    }

    private const string HoldSql = "select 1 from initiative where initiative_id = @InitiativeId for no key update";

    private const string ClearSql = "delete from population_margin where initiative_id = @InitiativeId";

    private const string InsertSql = """
        insert into population_margin (initiative_id, group_role, category, share, source, position)
        select @InitiativeId, role, category, share, source, position
        from unnest(@roles, @categories, @shares, @sources, @positions) as row (role, category, share, source, position)
        """;
}
