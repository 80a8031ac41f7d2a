using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// An organisation with a mission and its pillars, or one person with their values: the same model, other words on the pages.
/// </summary>
public enum OrganisationKind
{
    Organisation,
    Individual,
}

/// <summary>An organisation about to be made, by set-up, by a member or by the demo.</summary>
internal sealed record NewOrganisation(Guid Id, string Name, OrganisationKind Kind)
{
    public string Mission { get; init; } = "";
    public bool IsDemo { get; init; }

    /// <summary>Stores it and answers its slug, made of the name and free.</summary>
    public static async Task<string> Insert(Tx tx, NewOrganisation organisation)
    {
        var wish = Slug.From(organisation.Name, "organisation");
        for (var number = 1; ; number++)
        {
            var slug = Slug.Numbered(wish, number);
            var inserted = await tx.Execute(
                InsertSql,
                new
                {
                    organisation.Id,
                    slug,
                    name = organisation.Name.Trim(),
                    kind = KindText(organisation.Kind),
                    mission = organisation.Mission.Trim(),
                    organisation.IsDemo,
                }
            );
            if (inserted == 1)
                return slug;
        }
    }

    /// <summary>As the column has it.</summary>
    public static string KindText(OrganisationKind kind) => kind == OrganisationKind.Individual ? "individual" : "organisation";

    private const string InsertSql = """
        insert into organisation (organisation_id, slug, name, kind, mission, is_demo) values (@Id, @slug, @name, @kind, @mission, @IsDemo)
        on conflict (slug) do nothing
        """;
}
