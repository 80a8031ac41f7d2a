using System.Collections;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

public sealed class SurveyJsonProperties
{
    private static readonly Config Many = Properties.Cases(500);

    [Fact]
    public void Any_definition_reads_back_as_it_was_written() =>
        Prop.ForAll(RandomSurveys.Seeds, seed =>
            {
                var definition = new RandomSurveys(seed).Next();
                var reading = SurveyJson.Read(SurveyJson.Write(definition));
                Assert.Empty(reading.Faults);
                AssertSame(definition, reading.Definition, "survey");
            })
            .Check(Many);

    [Fact]
    public void Writing_is_stable_whatever_order_a_database_keeps_the_keys_in() =>
        Prop.ForAll(RandomSurveys.Seeds, seed =>
            {
                var written = SurveyJson.Write(new RandomSurveys(seed).Next());
                var reordered = AsJsonb(JsonNode.Parse(written)!).ToJsonString();
                Assert.Equal(written, SurveyJson.Write(SurveyJson.Read(reordered).Definition!));
                Assert.Equal(
                    written,
                    SurveyJson.Write(SurveyJson.Read(SurveyJson.Write(SurveyJson.Read(written).Definition!, indented: true)).Definition!)
                );
            })
            .Check(Many);

    [Fact]
    public void Checking_any_definition_ends_without_an_exception() =>
        Prop.ForAll(RandomSurveys.Seeds, seed =>
                Assert.All(DefinitionCheck.Check(new RandomSurveys(seed).Next()), fault => Assert.NotEqual("", fault.Message))
            )
            .Check(Many);

    [Fact]
    public void Compiling_any_definition_ends_without_an_exception() =>
        Prop.ForAll(RandomSurveys.Seeds, seed =>
                Assert.InRange(MinutesEstimate.Of(CompiledSurvey.Compile(new RandomSurveys(seed).Next())), 1, 1_000)
            )
            .Check(Many);

    [Fact]
    public void Comparing_any_definitions_ends_without_an_exception() =>
        Prop.ForAll(RandomSurveys.Seeds, seed =>
                Assert.NotNull(
                    VersionDiff.Between(
                        [new RandomSurveys(seed + 1).Next(), new RandomSurveys(seed + 2).Next()],
                        new RandomSurveys(seed).Next()
                    )
                )
            )
            .Check(Many);

    [Fact]
    public void A_sensible_survey_does_not_differ_from_itself() =>
        Prop.ForAll(RandomSurveys.Seeds, seed =>
            {
                var definition = new RandomSurveys(seed, sane: true).Next();
                Assert.Empty(VersionDiff.Between(definition, SurveyJson.Read(SurveyJson.Write(definition)).Definition!));
            })
            .Check(Many);

    [Fact]
    public void Reading_a_definition_damaged_anywhere_ends_without_an_exception() =>
        Prop.ForAll(RandomSurveys.Seeds, RandomSurveys.Seeds, (seed, at) =>
            {
                var bytes = SurveyJson.WriteUtf8(new RandomSurveys(seed).Next());
                bytes[(int)((uint)at % (uint)bytes.Length)] = (byte)(at % 251);
                var reading = SurveyJson.Read(bytes);
                Assert.Equal(reading.Ok, reading.Faults.Count == 0);
            })
            .Check(Many);

    /// <summary>PostgreSQL orders the keys of jsonb by length, then by bytes.</summary>
    private static JsonNode AsJsonb(JsonNode node) =>
        node switch
        {
            JsonObject keys => new JsonObject(
                keys.OrderBy(pair => pair.Key.Length)
                    .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => KeyValuePair.Create(pair.Key, pair.Value is null ? null : AsJsonb(pair.Value)))
            ),
            JsonArray list => new JsonArray([.. list.Select(value => value is null ? null : AsJsonb(value))]),
            _ => node.DeepClone(),
        };

    /// <summary>Property by property, so that a key the writer forgot cannot hide.</summary>
    private static void AssertSame(object? expected, object? actual, string path)
    {
        switch (expected)
        {
            case null or string or LocalText or ValueType:
                Assert.True(Equals(expected, actual), $"{path}: {expected} became {actual}");
                break;
            case IDictionary keys:
                var others = ((IEnumerable)actual!)
                    .Cast<object>()
                    .ToDictionary(
                        pair => (string)pair.GetType().GetProperty("Key")!.GetValue(pair)!,
                        pair => pair.GetType().GetProperty("Value")!.GetValue(pair)
                    );
                Assert.Equal(keys.Count, others.Count);
                foreach (string key in keys.Keys)
                    AssertSame(keys[key], others[key], $"{path}.{key}");
                break;
            case IEnumerable list:
                var (one, two) = (list.Cast<object>().ToList(), ((IEnumerable)actual!).Cast<object>().ToList());
                Assert.Equal(one.Count, two.Count);
                for (var index = 0; index < one.Count; index++)
                    AssertSame(one[index], two[index], $"{path}[{index}]");
                break;
            default:
                Assert.Equal(expected.GetType(), actual!.GetType());
                foreach (
                    var property in expected
                        .GetType()
                        .GetProperties()
                        .Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract")
                )
                    AssertSame(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
                break;
        }
    }
}
