using System.Text;
using System.Text.Json;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Responses;

/// <summary>Random answers from a seed: mostly of the right form, some of any other.</summary>
internal sealed class RandomAnswers(int seed)
{
    private static readonly string[] Odd =
    [
        "null",
        "true",
        "5",
        "-0.5",
        "1e400",
        "9223372036854775808",
        "\"\"",
        "\"a\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "[]",
        "{}",
        "[[]]",
        "{\"declined\":true}",
        "{\"unknown\":true}",
        "{\"declined\":1}",
        "{\"choice\":null}",
        "{\"\\ud800\":1}",
        "[null]",
        "[{}]",
    ];

    private readonly Random random = new(seed);

    internal string For(CompiledSurvey survey)
    {
        var json = new StringBuilder("{");
        foreach (var item in survey.Items.Where(item => item.Repeat is null && item.Item is not (Group or Note)))
            Append(json, item, survey);
        if (random.Next(20) == 0)
            Append(json, "nobody", "1");
        return json.Append('}').ToString();
    }

    internal Dictionary<string, IReadOnlyList<string>> Fields(SurveyPage page)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>();
        string[] values = ["a", "b", "r0", "1", "3", "12,5", "", " ", ":declined", ":unknown", "other", "\ud800", "2026-02-30", "words"];
        string[] parts =
        [
            "",
            ":other",
            ":declined",
            ":1",
            ":2",
            ":day",
            ":month",
            ":year",
            ":r0",
            ":r0:importance",
            ":r1:satisfaction",
            ":1:best",
            ":1:worst",
            ":lat",
            ":lon",
        ];
        foreach (var item in page.Items)
        foreach (var part in parts)
            if (random.Next(2) == 0)
                fields[FormFields.Prefix(item, random.Next(3)) + part] =
                [
                    .. Enumerable.Range(0, random.Next(3)).Select(_ => values[random.Next(values.Length)]),
                ];
        return fields;
    }

    private void Append(StringBuilder json, CompiledItem item, CompiledSurvey survey)
    {
        if (random.Next(4) == 0)
            return;
        if (item.Item is not Repeat || random.Next(10) == 0)
        {
            Append(json, item.Name, random.Next(12) == 0 ? Odd[random.Next(Odd.Length)] : Fitting(item));
            return;
        }
        var instances = Enumerable
            .Range(0, random.Next(4))
            .Select(_ =>
            {
                var instance = new StringBuilder("{");
                foreach (var inside in survey.Items.Where(inside => inside.Repeat == item && inside.Item is not (Group or Note or Repeat)))
                    Append(instance, inside, survey);
                return instance.Append('}').ToString();
            });
        Append(json, item.Name, $"[{string.Join(',', instances)}]");
    }

    private static void Append(StringBuilder json, string name, string value)
    {
        if (json.Length > 1)
            json.Append(',');
        json.Append(JsonSerializer.Serialize(name)).Append(':').Append(value);
    }

    private string Fitting(CompiledItem item) =>
        item.Item switch
        {
            _ when random.Next(8) == 0 => Pick("{\"declined\":true}", "{\"unknown\":true}"),
            IntegerQuestion => random.Next(-3, 130).ToString(System.Globalization.CultureInfo.InvariantCulture),
            DecimalQuestion or RangeQuestion => random.Next(0, 24) + Pick("", ".0", ".50"),
            DateQuestion => Pick("\"2026-03-27\"", "\"2024-02-29\"", "\"2026-02-30\""),
            TimeQuestion => Pick("\"09:30\"", "\"25:00\""),
            SelectOneQuestion => Pick("\"a\"", "\"b\"", "\"other\"", "{\"choice\":\"other\",\"other\":\"e\\u0301\"}"),
            SelectMultipleQuestion => Pick("[\"c\",\"a\"]", "[\"b\"]", "{\"choices\":[\"other\",\"a\"],\"other\":\"x\\r\\ny\"}", "[]"),
            RankQuestion => Pick("[\"c\",\"a\"]", "[\"a\"]", "[\"b\",\"c\",\"a\"]"),
            NeedGridQuestion => Pick(
                "{\"r0\":{\"satisfaction\":4,\"importance\":0}}",
                "{\"r1\":{\"importance\":{\"declined\":true}},\"r0\":{\"declined\":true}}",
                "{\"r1\":{\"importance\":{\"unknown\":true},\"satisfaction\":1},\"r0\":{\"unknown\":true}}",
                "{\"r0\":{}}"
            ),
            MatrixQuestion => Pick("{\"r1\":\"a\",\"r0\":\"b\"}", "{\"r0\":{\"declined\":true}}", "{\"r1\":{\"unknown\":true}}"),
            BestWorstQuestion => Pick("[{\"worst\":\"b\",\"best\":\"a\"}]", "[null,{\"best\":\"c\"}]", "[{},null]"),
            GeopointQuestion => Pick("{\"lon\":1.50,\"lat\":-2}", "{\"lat\":1,\"lon\":2,\"accuracy\":3}"),
            _ => Pick("\"words\"", "\"e\\u0301 \\ud83d\\ude00\"", "\"  \"", "7"),
        };

    private string Pick(params string[] from) => from[random.Next(from.Length)];
}
