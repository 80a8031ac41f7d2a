using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.Web.Hosting;

/// <summary>
/// The web framework's keys (they protect form tokens) in PostgreSQL, so that every node and every restart has the same ones.
/// </summary>
public sealed class StoredKeys(DataProtectionKeys keys) : IXmlRepository
{
    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements() => keys.All().Select(xml => XElement.Parse(xml)).ToList();

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName) =>
        keys.Store(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
