// Every function of the expression language in one table: its name, how many values it takes, how it is used, what it yields
// and where it is computed. Bodies stand by theme in TextFunctions, NumberFunctions, CalendarFunctions and ListFunctions.
// Functions without a body here choose what they evaluate and are built by Compiler.
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace NeedsSurvey.Domain.Logic;

internal static class FunctionCatalogue
{
    private const int Any = int.MaxValue;

    private static readonly FrozenDictionary<string, Function> ByName = new Function[]
    {
        // decisions and truth
        new("if", 3, 3, "if(condition, value if true, value if false)", null, null),
        new("coalesce", 2, Any, "coalesce(${first}, ${otherwise})", null, null),
        new("once", 1, 1, "once(value to keep)", null, null) { IsPure = false },
        new("true", 0, 0, "true()", ValueKind.Boolean, (_, _) => Value.True),
        new("false", 0, 0, "false()", ValueKind.Boolean, (_, _) => Value.False),
        new("not", 1, 1, "not(condition)", ValueKind.Boolean, (v, _) => Value.Of(!v[0].ToBoolean())),
        new("boolean", 1, 1, "boolean(value)", ValueKind.Boolean, (v, _) => Value.Of(v[0].ToBoolean())),
        new("boolean-from-string", 1, 1, "boolean-from-string(text)", ValueKind.Boolean, TextFunctions.BooleanFromString),
        new("checklist", 3, Any, "checklist(fewest, most, condition, condition, …)", ValueKind.Boolean, ListFunctions.Checklist),
        new(
            "weighted-checklist",
            4,
            Any,
            "weighted-checklist(least, most, condition, weight, condition, weight, …)",
            ValueKind.Boolean,
            ListFunctions.WeightedChecklist
        )
        {
            Step = 2,
        },
        // choices
        new("selected", 2, 2, "selected(${question}, 'choice')", ValueKind.Boolean, ListFunctions.Selected),
        new("selected-at", 2, 2, "selected-at(${question}, 0)", ValueKind.Text, ListFunctions.SelectedAt),
        new("count-selected", 1, 1, "count-selected(${question})", ValueKind.Number, ListFunctions.CountSelected),
        new("jr:choice-name", 2, 2, "jr:choice-name(${question}, '${question}')", ValueKind.Text, null) { IsPure = false },
        // repeats and lists
        new("position", 1, 1, "position(..)", ValueKind.Number, null) { IsPure = false },
        new("indexed-repeat", 3, 7, "indexed-repeat(${question}, ${repeat}, 1)", null, null) { Step = 2, IsPure = false },
        new("count", 1, 1, "count(${repeat})", ValueKind.Number, null),
        new("count-non-empty", 1, 1, "count-non-empty(${question})", ValueKind.Number, ListFunctions.CountNonEmpty),
        new("sum", 1, Any, "sum(${question})", ValueKind.Number, ListFunctions.Sum),
        new("min", 1, Any, "min(${question})", ValueKind.Number, ListFunctions.Min),
        new("max", 1, Any, "max(${question})", ValueKind.Number, ListFunctions.Max),
        new("join", 2, Any, "join(', ', ${question})", ValueKind.Text, ListFunctions.Join),
        new("concat", 1, Any, "concat(text, text, …)", ValueKind.Text, ListFunctions.Concat),
        // texts
        new("string", 1, 1, "string(value)", ValueKind.Text, (v, _) => Value.Of(v[0].ToText())),
        new("string-length", 0, 1, "string-length(${question})", ValueKind.Number, TextFunctions.StringLength),
        new("substr", 2, 3, "substr(text, start, end), counting from 0", ValueKind.Text, TextFunctions.Substr),
        new("substring-before", 2, 2, "substring-before(text, mark)", ValueKind.Text, TextFunctions.SubstringBefore),
        new("substring-after", 2, 2, "substring-after(text, mark)", ValueKind.Text, TextFunctions.SubstringAfter),
        new("contains", 2, 2, "contains(text, part)", ValueKind.Boolean, TextFunctions.Contains),
        new("starts-with", 2, 2, "starts-with(text, beginning)", ValueKind.Boolean, TextFunctions.StartsWith),
        new("ends-with", 2, 2, "ends-with(text, ending)", ValueKind.Boolean, TextFunctions.EndsWith),
        new("normalize-space", 0, 1, "normalize-space(text)", ValueKind.Text, TextFunctions.NormalizeSpace),
        new("translate", 3, 3, "translate(text, 'abc', 'ABC')", ValueKind.Text, TextFunctions.Translate),
        new("regex", 2, 2, "regex(text, 'pattern')", ValueKind.Boolean, TextFunctions.Regex),
        new("digest", 2, 3, "digest(text, 'SHA-256', 'hex')", ValueKind.Text, Digest.Of),
        // numbers
        new("number", 1, 1, "number(value)", ValueKind.Number, (v, _) => Value.Of(v[0].ToNumber())),
        new("int", 1, 1, "int(number)", ValueKind.Number, NumberFunctions.Int),
        new("round", 1, 2, "round(number, decimals)", ValueKind.Number, NumberFunctions.Round),
        Numeric("floor", "floor(number)", Math.Floor),
        Numeric("ceiling", "ceiling(number)", Math.Ceiling),
        Numeric("abs", "abs(number)", Math.Abs),
        Numeric("sqrt", "sqrt(number)", Math.Sqrt),
        Numeric("exp", "exp(number)", Math.Exp),
        Numeric("exp10", "exp10(number)", x => Math.Pow(10, x)),
        Numeric("log", "log(number)", Math.Log),
        Numeric("log10", "log10(number)", Math.Log10),
        Numeric("sin", "sin(angle)", Math.Sin),
        Numeric("cos", "cos(angle)", Math.Cos),
        Numeric("tan", "tan(angle)", Math.Tan),
        Numeric("asin", "asin(number)", Math.Asin),
        Numeric("acos", "acos(number)", Math.Acos),
        Numeric("atan", "atan(number)", Math.Atan),
        new("atan2", 2, 2, "atan2(y, x)", ValueKind.Number, (v, _) => Value.Of(Math.Atan2(v[0].ToNumber(), v[1].ToNumber()))),
        new("pow", 2, 2, "pow(number, exponent)", ValueKind.Number, (v, _) => Value.Of(Math.Pow(v[0].ToNumber(), v[1].ToNumber()))),
        new("pi", 0, 0, "pi()", ValueKind.Number, (_, _) => Value.Of(Math.PI)),
        // dates and times
        new("today", 0, 0, "today()", ValueKind.Date, CalendarFunctions.Today) { IsPure = false },
        new("now", 0, 0, "now()", ValueKind.DateTime, CalendarFunctions.Now) { IsPure = false },
        new("date", 1, 1, "date('2024-09-30')", ValueKind.Date, CalendarFunctions.Date) { IsLocal = true },
        new("date-time", 1, 1, "date-time('2024-09-30T14:05')", ValueKind.DateTime, CalendarFunctions.DateAndTime) { IsLocal = true },
        new("format-date", 2, 2, "format-date(${date}, '%Y-%m-%d')", ValueKind.Text, CalendarFunctions.FormatDate) { IsLocal = true },
        new("format-date-time", 2, 2, "format-date-time(${time}, '%Y-%m-%d %H:%M')", ValueKind.Text, CalendarFunctions.FormatDate)
        {
            IsLocal = true,
        },
        new("decimal-date-time", 1, 1, "decimal-date-time(${date})", ValueKind.Number, CalendarFunctions.DecimalDateTime)
        {
            IsLocal = true,
        },
        new("decimal-time", 1, 1, "decimal-time(${time})", ValueKind.Number, CalendarFunctions.DecimalTime) { IsLocal = true },
        // chance and the survey itself
        new("random", 0, 0, "random()", ValueKind.Number, (_, c) => Value.Of(c.Random.NextDouble())) { IsPure = false },
        new("uuid", 0, 1, "uuid()", ValueKind.Text, TextFunctions.Uuid) { IsPure = false },
        new("version", 0, 0, "version()", ValueKind.Text, (_, c) => Value.Of(c.Version)) { IsPure = false },
    }.ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>Functions of XLSForm that this program does not have, and words from other languages, with what to do instead.</summary>
    private static readonly FrozenDictionary<string, string> Instead = new Dictionary<string, string>
    {
        ["pulldata"] =
            "pulldata is not available: a survey has no attached data files. Write the few values that are needed as "
            + "if( … ), or ask with choices narrowed by a choice filter.",
        ["instance"] = "instance( … ) is not available. Use a choice list with a choice filter.",
        ["current"] = "current() is only available as current()/../name. Usually ${name} is enough.",
        ["randomize"] =
            "randomize is not available in expressions. To ask each person in another order, write \"randomize\": true on a "
            + "question with choices, or tick it in the editor.",
        ["search"] = "search( … ) is not available. Use a choice list with a choice filter.",
        ["area"] = "area is not available: this program does not measure places.",
        ["distance"] = "distance is not available: this program does not measure places.",
        ["geofence"] = "geofence is not available: this program does not measure places.",
        ["property"] = "property is not available: nothing is known about the respondent's device.",
        ["base64-decode"] = "base64-decode is not available.",
        ["extract-signed"] = "extract-signed is not available.",
        ["substring"] = "substring is not available. Write substr(text, start, end), counting from 0.",
        ["length"] = "There is no function length. Write string-length( … ) for a text or count( … ) for a repeat.",
        ["len"] = "There is no function len. Write string-length( … ).",
        ["and"] = "and stands between two conditions: a and b.",
        ["or"] = "or stands between two conditions: a or b.",
        ["div"] = "div stands between two numbers: a div b.",
        ["mod"] = "mod stands between two numbers: a mod b.",
        ["iif"] = "There is no function iif. Write if(condition, value if true, value if false).",
        ["includes"] = "There is no function includes. Write selected(${question}, 'choice').",
        ["avg"] = "There is no function avg. Write sum( … ) div count( … ).",
        ["mean"] = "There is no function mean. Write sum( … ) div count( … ).",
        ["isempty"] = "There is no function isempty. Write ${question} = ''.",
        ["is-null"] = "There is no function is-null. Write ${question} = ''.",
        ["isnull"] = "There is no function isnull. Write ${question} = ''.",
        ["lower"] = "There is no function lower. Write translate(text, 'ABC…', 'abc…').",
        ["upper"] = "There is no function upper. Write translate(text, 'abc…', 'ABC…').",
        ["is-selected"] = "There is no function is-selected. Write selected(${question}, 'choice').",
        ["last"] = "last() is not available. Use indexed-repeat with count(${repeat}).",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static Function Numeric(string name, string usage, Func<double, double> compute) =>
        new(name, 1, 1, usage, ValueKind.Number, (v, _) => Value.Of(compute(v[0].ToNumber())));

    public static IEnumerable<Function> All => ByName.Values;

    public static bool TryFind(string name, [NotNullWhen(true)] out Function? function) => ByName.TryGetValue(name, out function);

    /// <summary>What to say about a function that does not exist.</summary>
    public static string WhyUnknown(string name)
    {
        if (Instead.TryGetValue(name, out var instead) || Instead.TryGetValue(name.ToLowerInvariant(), out instead))
            return instead;
        return Spelling.Nearest(name, ByName.Keys) is { } near
            ? $"There is no function {name}. Did you mean {near}?"
            : $"There is no function {name}.";
    }
}
