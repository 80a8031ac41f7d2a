using FsCheck.Fluent;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.Domain.Tests.Needs.Coding;

public sealed class AgreementTests
{
    // Krippendorff 2011, "Computing Krippendorff's alpha-reliability": four coders, twelve units, missing codes (0 here).
    private static readonly int[][] Published =
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ];

    private static double?[][] Units(int[][] coders) =>
        [.. Enumerable.Range(0, coders[0].Length).Select(u => coders.Select(c => c[u] == 0 ? null : (double?)c[u]).ToArray())];

    [Theory]
    [InlineData(MeasurementLevel.Nominal, .743)]
    [InlineData(MeasurementLevel.Ordinal, .815)]
    [InlineData(MeasurementLevel.Interval, .849)]
    public void Alpha_of_the_published_example(MeasurementLevel level, double expected)
    {
        var result = KrippendorffAlpha.Of(Units(Published), level);
        Assert.Equal(expected, result.Alpha!.Value, 3);
        Assert.Equal((11, 40), (result.Units, result.Codes));
    }

    [Theory]
    [InlineData("0100000010", "1110010000", .095)]
    [InlineData("aabbdcccedda", "babbbccceddd", .692)]
    public void Alpha_of_the_published_two_coder_examples(string first, string second, double expected)
    {
        var units = first.Zip(second, (a, b) => new double?[] { a, b });
        Assert.Equal(expected, KrippendorffAlpha.Of(units, MeasurementLevel.Nominal).Alpha!.Value, 3);
    }

    [Fact]
    public void Kappa_of_the_worked_examples()
    {
        Assert.Equal(
            .400,
            CohenKappa
                .Of([
                    [20, 5],
                    [10, 15],
                ])!
                .Value,
            3
        );
        Assert.Equal(
            .1304,
            CohenKappa
                .Of([
                    [45, 15],
                    [25, 15],
                ])!
                .Value,
            4
        );
        Assert.Null(
            CohenKappa.Of([
                [7, 0],
                [0, 0],
            ])
        );
        Assert.Null(
            CohenKappa.Of([
                [0, 0],
                [0, 0],
            ])
        );
    }

    [Fact]
    public void Alpha_and_kappa_ignore_the_order_of_coders() =>
        Properties.Hold(
            from coders in Gen.Choose(2, 5)
            from units in Gen.Choose(1, 12)
            from codes in Gen.Choose(0, 4).ArrayOf(coders * units)
            from order in Gen.Shuffle(Enumerable.Range(0, coders).ToArray())
            select (Codes: codes.Chunk(units).ToArray(), Order: order),
            given =>
            {
                int[][] shuffled = [.. given.Order.Select(c => given.Codes[c])];
                foreach (var level in Enum.GetValues<MeasurementLevel>())
                {
                    double? a = KrippendorffAlpha.Of(Units(given.Codes), level).Alpha,
                        b = KrippendorffAlpha.Of(Units(shuffled), level).Alpha;
                    if (a is null != b is null || (a is not null && (Math.Abs(a.Value - b!.Value) > 1e-9 || a > 1 + 1e-9)))
                        return false;
                }
                int[][] table =
                [
                    [0, 0, 0, 0, 0],
                    [0, 0, 0, 0, 0],
                    [0, 0, 0, 0, 0],
                    [0, 0, 0, 0, 0],
                    [0, 0, 0, 0, 0],
                ];
                for (var u = 0; u < given.Codes[0].Length; u++)
                    table[given.Codes[0][u]][given.Codes[1][u]]++;
                int[][] turned = [.. Enumerable.Range(0, 5).Select(i => table.Select(row => row[i]).ToArray())];
                return CohenKappa.Of(table) is { } k ? Math.Abs(k - CohenKappa.Of(turned)!.Value) < 1e-12 : CohenKappa.Of(turned) is null;
            }
        );

    [Fact]
    public void Agreement_per_need_and_overall_with_guidance()
    {
        CodedUnit Read(string unit, string coder, params string[] needs) => new(unit, coder, needs.ToHashSet());
        var rows = CodingAgreement.Of(
            [
                Read("u1", "ana", "food"),
                Read("u1", "ben", "food"),
                Read("u2", "ana"),
                Read("u2", "ben"),
                Read("u3", "ana", "food", "care"),
                Read("u3", "ben", "food"),
                Read("u4", "ana"),
                Read("u4", "ben", "care"),
                Read("u5", "ana", "food"),
            ],
            ["food", "care", "money"]
        );
        Assert.Equal([null, "food", "care", "money"], rows.Select(r => r.Need));
        Assert.Equal([12, 4, 4, 4], rows.Select(r => r.Units));
        Assert.Equal((1.0, 1.0, AgreementGuidance.Reliable), (rows[1].Alpha!.Value, rows[1].Kappa!.Value, rows[1].Guidance));
        Assert.Equal(AgreementGuidance.Unreliable, rows[2].Guidance);
        Assert.Equal((null, AgreementGuidance.NotKnown), (rows[3].Alpha, rows[3].Guidance));
        Assert.InRange(rows[0].Alpha!.Value, .4, .7);
    }

    [Theory]
    [InlineData(.80, AgreementGuidance.Reliable)]
    [InlineData(.79, AgreementGuidance.Tentative)]
    [InlineData(.667, AgreementGuidance.Tentative)]
    [InlineData(.66, AgreementGuidance.Unreliable)]
    public void Guidance_begins_at_its_thresholds(double alpha, AgreementGuidance expected) =>
        Assert.Equal(expected, CodingAgreement.Guidance(alpha));

    [Fact]
    public void A_coder_reads_an_answer_once() =>
        Assert.Throws<ArgumentException>(() =>
            CodingAgreement.Of([new("u", "ana", new HashSet<string>()), new("u", "ana", new HashSet<string>())], ["food"])
        );
}
