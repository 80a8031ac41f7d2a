using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Accounts;

/// <summary>
/// The settings form's fields and the command they stand for. Rows of pillars are numbered (<c>pillars[0].name</c>); the buttons that add,
/// move and remove one carry what to do (<c>do=up:2</c>), so that all of it works without script.
/// </summary>
public static class SettingsForm
{
    public static EditOrganisation.Command Of(ReadOrganisation.Organisation organisation) =>
        new(
            organisation.Name,
            organisation.Kind,
            organisation.Mission,
            [.. organisation.Pillars.Select(p => new EditOrganisation.PillarEdit(p.Name, p.Description, p.Id))]
        );

    /// <param name="save">False when a button only rearranged the rows.</param>
    public static EditOrganisation.Command Read(PostedForm form, out bool save)
    {
        var pillars = new List<EditOrganisation.PillarEdit>();
        for (var i = 0; form.Has($"pillars[{i}].name"); i++)
        {
            pillars.Add(
                new EditOrganisation.PillarEdit(
                    form[$"pillars[{i}].name"],
                    form[$"pillars[{i}].description"],
                    Guid.TryParse(form[$"pillars[{i}].id"], out var id) ? id : null
                )
            );
        }

        save = !Rearrange(pillars, form["do"]);
        if (save)
        {
            // A row that was added and left empty is not a mistake.
            pillars.RemoveAll(p => p.Id is null && string.IsNullOrWhiteSpace(p.Name) && string.IsNullOrWhiteSpace(p.Description));
        }

        return new(form["name"], form.Choice("kind", OrganisationKind.Organisation), form["mission"], pillars);
    }

    private static bool Rearrange(List<EditOrganisation.PillarEdit> pillars, string what)
    {
        if (what == "add")
        {
            pillars.Add(new EditOrganisation.PillarEdit(""));
            return true;
        }

        if (
            what.Split(':') is not [var verb and ("up" or "down" or "remove"), var number]
            || !int.TryParse(number, out var index)
            || index < 0
            || index >= pillars.Count
        )
        {
            return false;
        }

        var row = pillars[index];
        pillars.RemoveAt(index);
        if (verb != "remove")
            pillars.Insert(Math.Clamp(verb == "up" ? index - 1 : index + 1, 0, pillars.Count), row);

        return true;
    }
}
