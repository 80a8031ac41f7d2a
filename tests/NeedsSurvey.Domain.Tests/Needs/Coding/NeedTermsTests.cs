using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.Domain.Tests.Needs.Coding;

/// <summary>Proposals for coders, from what coders found before.</summary>
public sealed class NeedTermsTests
{
    private static ReadText Read(string words, params (string Need, string Excerpt)[] coded) =>
        new(words, coded.ToDictionary(one => one.Need, one => one.Excerpt));

    private static readonly ReadText[] Town =
    [
        .. Enumerable
            .Range(0, 8)
            .Select(i =>
                Read(
                    $"The bus never comes and the rent is high, number {i}.",
                    ("buses", "The bus never comes"),
                    ("housing", "rent is high")
                )
            ),
        .. Enumerable.Range(0, 8).Select(i => Read($"The rent again, and the damp, number {i}.", ("housing", "The rent again"))),
        .. Enumerable.Range(0, 8).Select(i => Read($"The doctor is away and the neighbours are kind, number {i}.")),
    ];

    [Fact]
    public void Z_is_the_log_odds_ratio_over_its_standard_error()
    {
        // (ln(8.5/2.5) − ln(1.5/10.5)) / √(1/8.5 + 1/2.5 + 1/1.5 + 1/10.5) = 3.16969 / 1.13117
        Assert.Equal(2.8021, NeedTerms.Z(8, 10, 1, 11), 4);
        Assert.Equal(0, NeedTerms.Z(5, 10, 5, 10), 12);
        Assert.Equal(-NeedTerms.Z(1, 11, 8, 10), NeedTerms.Z(8, 10, 1, 11), 12);
    }

    [Fact]
    public void A_need_is_proposed_with_the_words_that_tell_of_it()
    {
        var proposals = NeedTerms.Of(Town).For("Our BUS was cancelled; the doctor too, and the rent?");
        Assert.Equal(["buses: bus", "housing: rent"], proposals.Select(one => $"{one.Need}: {string.Join(' ', one.Terms)}").Order());
    }

    [Fact]
    public void Words_that_stand_everywhere_or_only_beside_what_was_coded_propose_nothing() =>
        Assert.Empty(NeedTerms.Of(Town).For("The damp, the doctor and the neighbours."));

    [Fact]
    public void No_more_needs_are_proposed_than_were_asked_for() => Assert.Single(NeedTerms.Of(Town).For("bus and rent", most: 1));

    [Fact]
    public void A_word_that_is_more_often_said_without_the_need_than_with_it_does_not_tell_of_it()
    {
        // In both, "here" is coded to buses far more often than elsewhere; in the second most who say it mean something else.
        ReadText[] buses = [.. Enumerable.Range(0, 10).Select(_ => Read("buses here", ("buses", "buses here")))],
            nothing = [.. Enumerable.Range(0, 60).Select(_ => Read("nothing"))];
        Assert.Equal(
            "buses",
            Assert.Single(NeedTerms.Of([.. buses, .. nothing, .. Enumerable.Repeat(Read("kind people here"), 10)]).For("here")).Need
        );
        Assert.Empty(NeedTerms.Of([.. buses, .. nothing, .. Enumerable.Repeat(Read("kind people here"), 11)]).For("here"));
    }

    [Fact]
    public void Without_readings_nothing_is_proposed() => Assert.Empty(NeedTerms.Of([]).For("The rent."));

    [Fact]
    public void Two_readings_are_too_few_to_tell()
    {
        Assert.Empty(NeedTerms.Of([Read("rent", ("housing", "rent")), Read("rent", ("housing", "rent")), .. Town[16..]]).For("The rent."));
    }

    [Fact]
    public void Words_of_any_script_count_with_their_marks_and_in_any_case()
    {
        ReadText[] read =
        [
            .. Enumerable.Range(0, 9).Select(_ => Read("الإيجار مرتفع", ("housing", "الإيجار"))),
            .. Enumerable.Range(0, 9).Select(_ => Read("لا شيء")),
            .. Enumerable.Range(0, 9).Select(_ => Read("ÉCOLE fermée", ("school", "ÉCOLE"))),
        ];
        Assert.Equal("housing", Assert.Single(NeedTerms.Of(read).For("ارتفع الإيجار كثيرا")).Need);
        Assert.Equal(
            ["l'été"],
            Assert
                .Single(
                    NeedTerms
                        .Of([
                            .. Enumerable.Range(0, 9).Select(_ => Read("Pas l’été", ("heat", "l’été"))),
                            .. Enumerable.Range(0, 9).Select(_ => Read("pas l'")),
                        ])
                        .For("Avant l'ÉTÉ'")
                )
                .Terms
        );
        Assert.Equal(["école"], Assert.Single(NeedTerms.Of(read).For("une école 🏫")).Terms);
    }
}
