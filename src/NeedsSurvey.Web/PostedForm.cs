using System.Reflection;
using Microsoft.Extensions.Primitives;

namespace NeedsSurvey.Web;

/// <summary>
/// The fields of a posted HTML form, as a handler's parameter. Missing fields are empty, so that a handler only translates; what must be
/// there is the operation's business. (Binding with <c>[FromForm]</c> would ask for the framework's antiforgery middleware; here <see
/// cref="Routes"/> checks the token.)
/// </summary>
public sealed class PostedForm(IFormCollection fields)
{
    public static readonly PostedForm Empty = new(FormCollection.Empty);

    /// <summary>The field's text as posted; empty when it is missing.</summary>
    public string this[string name] => fields[name].ToString();

    /// <summary>Every value of a field that may come several times.</summary>
    public StringValues All(string name) => fields[name];

    public bool Has(string name) => fields.ContainsKey(name);

    /// <summary>The same form with another value in one field.</summary>
    public PostedForm With(string name, string value) =>
        new(new FormCollection(new Dictionary<string, StringValues>(fields.Where(field => field.Key != name)) { [name] = value }));

    /// <summary>The names that were posted.</summary>
    public IEnumerable<string> Names => fields.Keys;

    /// <summary>The field as an id; null when it is none.</summary>
    public Guid? Id(string name) => Guid.TryParse(this[name], out var id) ? id : null;

    /// <summary>The field as one of an enumeration's names; <paramref name="otherwise"/> when it is none.</summary>
    public T Choice<T>(string name, T otherwise)
        where T : struct, Enum =>
        Enum.TryParse<T>(this[name], ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : otherwise;

    public static async ValueTask<PostedForm> BindAsync(HttpContext http, ParameterInfo _) =>
        http.Request.HasFormContentType ? new PostedForm(await http.Request.ReadFormAsync(http.RequestAborted)) : Empty;
}
