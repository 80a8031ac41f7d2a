namespace NeedsSurvey.Web.Tests.Hosting;

/// <summary>What no page would send.</summary>
internal static class HostileValues
{
    // As they stand in JSON: texts that cannot be kept or end what they stand in, numbers that no type holds, days that never were, shapes
    // nobody asked for.
    public static readonly string[] Json =
    [
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\udc00x\"",
        "\"x\\r\\nSet-Cookie: split=1\"",
        "\"'; drop table response; --\"",
        '"' + new string('x', 70_000) + '"',
        "\"\"",
        "\"NaN\"",
        "\"2026-02-30\"",
        "\"9999-12-31\"",
        "null",
        "1e400",
        "9223372036854775808",
        "2147483648",
        "-1",
        "1.5",
        "true",
        "[]",
        "[null]",
        "[{}]",
        "[\"\\u0000\"]",
        "[\"\\udc00\"]",
        "[-1]",
        "{}",
        "{\"\\ud800\":1}",
    ];

    // As they stand in an address and in a form.
    public static readonly string[] Encoded =
    [
        "%00",
        "a%00b",
        "%ED%A0%80",
        "%FF",
        "x%0D%0ASet-Cookie:%20split%3D1",
        "%27%3B%20drop%20table%20response%3B%20--",
        "..%2f..%2fetc%2fpasswd",
        "-1",
        "99999999999999999999",
        "NaN",
        "9999-12-31",
        "{0}%25s",
    ];

    // Names that some address takes after its question mark.
    public static readonly string[] Queries =
    [
        "cursor",
        "limit",
        "format",
        "filter",
        "method",
        "row",
        "column",
        "language",
        "version",
        "saved",
        "next",
        "token",
        "q",
        "page",
        "question",
        "field",
        "need",
        "all",
        "survey",
        "position",
        "index",
        "by",
        "from",
        "state",
        "template",
        "v",
    ];
}
