using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Seeds;

namespace NeedsSurvey.App.Needs;

/// <summary>
/// Brings a catalogue's needs into an initiative as its codebook: people write of more than a survey asks about. Needs that are there
/// already keep their words.
/// </summary>
public sealed class AdoptCatalogue(Db db, FindInitiative find)
{
    /// <param name="catalogue">Key of a catalogue in <see cref="SeedLibrary"/>.</param>
    /// <returns>How many needs are new.</returns>
    public async Task<Result<int>> Run(Actor actor, Guid initiative, string catalogue, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.EditNeeds, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (SeedLibrary.FindCatalogue(catalogue) is not { } seed)
            return new Problem.Invalid("catalogue", "unknown", $"There is no catalogue '{catalogue}'.");
        var needs = JsonSerializer.Serialize(
            seed.Needs.Select(
                (need, at) =>
                    new
                    {
                        name = need.Name,
                        label = need.Label.ByLanguage,
                        definition = need.Definition.In(Coders),
                        include = need.Include.In(Coders),
                        exclude = need.Exclude.In(Coders),
                        example = need.Example.In(Coders),
                        position = at + 1,
                    }
            )
        );
        return await db.Change<int>(
            actor,
            found.OrganisationId,
            "need.adopt_from_catalogue",
            catalogue,
            async tx => await tx.Execute(InsertSql, new { initiative, needs = Jsonb.Of(needs) }),
            cancellation
        );
    }

    // Rules are stored in one language; the pages of those who code are in English.
    private const string Coders = "en";

    private const string InsertSql = """
        insert into need (initiative_id, name, label, definition, include, exclude, example, position, origin)
        select @initiative, n.name, n.label, n.definition, n.include, n.exclude, n.example,
               n.position + coalesce((select max(position) from need where initiative_id = @initiative), 0), 'catalogue'
        from jsonb_to_recordset(@needs) as n(name text, label jsonb, definition text, include text, exclude text, example text,
            position int)
        on conflict (initiative_id, name) do nothing
        """;
}
