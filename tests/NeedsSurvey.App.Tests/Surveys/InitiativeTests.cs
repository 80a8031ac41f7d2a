using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.App.Tests.Surveys;

public sealed class InitiativeTests(TestData data) : IClassFixture<TestData>
{
    private static readonly InitiativeFields Fields = new()
    {
        Title = "Open doors",
        Stance = Stance.Allyship,
        Purpose = "To find out.",
        Community = "People of the valley",
        Place = "Riverside",
        TimeZone = "Africa/Nairobi",
        CommunitySize = 40_000,
        MinimumResponses = 120,
        StartsOn = new(2026, 1, 1),
        EndsOn = new(2026, 12, 31),
        UrgentReferral = "Ring 112.",
    };

    private static Fault Only(Problem? problem) => Assert.Single(Assert.IsType<Problem.Invalid>(problem).Faults);

    [Fact]
    public async Task What_is_said_about_an_initiative_is_read_back_as_it_was_said()
    {
        var made = (await data.Get<CreateInitiative>().Run(data.Owner, "riverside-museum", Fields, default)).OrThrow();
        Assert.Equal("initiative.create", await data.LastAudit());
        var byId = (await data.Get<ReadInitiative>().Run(data.Owner, made.Id, default)).OrThrow();
        var bySlug = (await data.Get<ReadInitiative>().Run(data.Owner, "riverside-museum", made.Slug, default)).OrThrow();
        var byIds = (await data.Get<ReadInitiative>().Run(data.Owner, data.Home.Id.ToString(), made.Id.ToString(), default)).OrThrow();
        Assert.Equal(Fields, byId.Fields);
        Assert.Equal((byId.Id, byId.Id), (bySlug.Id, byIds.Id));
    }

    private static readonly Dictionary<string, InitiativeTexts> Spanish = new()
    {
        ["es"] = new() { Title = "Puertas abiertas", Purpose = "Para saber." },
    };

    // pages, row 41
    [Fact]
    public async Task What_is_said_in_other_languages_is_read_back_too()
    {
        var made = (
            await data.Get<CreateInitiative>().Run(data.Owner, "riverside-museum", Fields with { Translations = Spanish }, default)
        ).OrThrow();
        Assert.Equal(Spanish, (await data.Get<ReadInitiative>().Run(data.Owner, made.Id, default)).OrThrow().Fields.Translations);
    }

    [Fact]
    public async Task A_change_that_says_nothing_of_other_languages_leaves_them()
    {
        var fields = Fields with { Translations = Spanish };
        var made = (await data.Get<CreateInitiative>().Run(data.Owner, "riverside-museum", fields, default)).OrThrow();
        (await data.Get<EditInitiative>().Run(data.Owner, made.Id, Fields, default)).OrThrow();
        Assert.Equal(Spanish, (await data.Get<ReadInitiative>().Run(data.Owner, made.Id, default)).OrThrow().Fields.Translations);
    }

    [Theory]
    [InlineData("Spanish!", "x", "translations")]
    [InlineData("es", "\u0001", "translations.es.purpose")]
    public async Task What_is_wrong_in_another_language_is_told_at_its_place(string language, string purpose, string path)
    {
        var fields = Fields with { Translations = new Dictionary<string, InitiativeTexts> { [language] = new() { Purpose = purpose } } };
        var refused = await data.Get<CreateInitiative>().Run(data.Owner, "riverside-museum", fields, default);
        Assert.Equal(path, Only(refused.Problem).Path);
    }

    [Fact]
    public async Task A_title_that_is_there_already_gets_an_address_of_its_own()
    {
        var first = (
            await data.Get<CreateInitiative>().Run(data.Owner, "riverside-museum", Fields with { Title = "Twice" }, default)
        ).OrThrow();
        var second = (
            await data.Get<CreateInitiative>().Run(data.Owner, "riverside-museum", Fields with { Title = "Twice" }, default)
        ).OrThrow();
        Assert.Equal(("twice", "twice-2"), (first.Slug, second.Slug));
    }

    [Theory]
    [InlineData("settings")]
    [InlineData("Initiatives")]
    public async Task A_title_that_would_hide_a_page_of_the_organisation_gets_another_address(string title)
    {
        var made = (
            await data.Get<CreateInitiative>().Run(data.Owner, "riverside-museum", Fields with { Title = title }, default)
        ).OrThrow();
        Assert.Equal(title.ToLowerInvariant() + "-2", made.Slug);
    }

    private async Task<Problem?> CreateFaulty() =>
        (
            await data.Get<CreateInitiative>()
                .Run(
                    data.Owner,
                    "riverside-museum",
                    Fields with
                    {
                        Title = " ",
                        CommunitySize = 0,
                        MinimumResponses = 0,
                        EndsOn = new(2025, 1, 1),
                        Purpose = "a\0b",
                    },
                    default
                )
        ).Problem;

    [Fact]
    public async Task Every_fault_of_the_fields_is_told_at_once() =>
        Assert.Equal(
            ["communitySize", "endsOn", "minimumResponses", "purpose", "title"],
            Assert.IsType<Problem.Invalid>(await CreateFaulty()).Faults.Select(fault => fault.Path).Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task An_initiative_with_faults_is_not_stored()
    {
        var before = await data.Database.Db.One<long>("select count(*) from initiative");
        await CreateFaulty();
        Assert.Equal(before, await data.Database.Db.One<long>("select count(*) from initiative"));
    }

    [Fact]
    public async Task Editing_replaces_everything_but_the_address()
    {
        var made = (
            await data.Get<CreateInitiative>().Run(data.Owner, "riverside-museum", Fields with { Title = "Before" }, default)
        ).OrThrow();
        var changed = Fields with { Title = "After", Stance = Stance.Solidarity, CommunitySize = null };
        Assert.Null((await data.Get<EditInitiative>().Run(data.Owner, made.Id, changed, default)).Problem);
        var view = (await data.Get<ReadInitiative>().Run(data.Owner, made.Id, default)).OrThrow();
        Assert.Equal((changed, "before"), (view.Fields, view.Slug));
    }

    [Fact]
    public async Task Strangers_find_nothing()
    {
        var id = (await data.Home.Initiative("Closed doors")).Id;
        Assert.IsType<Problem.NotFound>((await data.Get<ReadInitiative>().Run(data.Stranger, id, default)).Problem);
        Assert.IsType<Problem.NotFound>((await data.Get<EditInitiative>().Run(data.Stranger, id, Fields, default)).Problem);
        Assert.IsType<Problem.NotFound>((await data.Get<SetMargins>().Run(data.Stranger, id, [], default)).Problem);
        Assert.IsType<Problem.NotFound>(
            (await data.Get<CreateInitiative>().Run(data.Stranger, "riverside-museum", Fields, default)).Problem
        );
        Assert.IsType<Problem.NotFound>(
            (await data.Get<ListInitiatives>().Run(data.Stranger, "riverside-museum", null, 10, default)).Problem
        );
        Assert.IsType<Problem.NotFound>(
            (await data.Get<ReadInitiative>().Run(data.Stranger, "another-house", "closed-doors", default)).Problem
        );
    }

    [Fact]
    public async Task Members_without_the_right_are_told_so()
    {
        var id = (await data.Home.Initiative("Closed doors")).Id;
        Assert.IsType<Problem.Forbidden>(
            (await data.Get<EditInitiative>().Run(data.Home.Member("Vic", Role.Viewer), id, Fields, default)).Problem
        );
        Assert.IsType<Problem.Forbidden>(
            (await data.Get<CreateInitiative>().Run(data.Home.Member("Vic", Role.Viewer), "riverside-museum", Fields, default)).Problem
        );
    }

    private static readonly Margin Age = new("age", "Census 2021", [new("under_25", .19), new("25_64", .58), new("65_up", .23)]);

    private async Task<IReadOnlyList<Margin>> Margins(params Margin[][] sets)
    {
        var id = (await data.Home.Initiative("Shares")).Id;
        foreach (var margins in sets)
            Assert.Null((await data.Get<SetMargins>().Run(data.Owner, id, margins, default)).Problem);
        return (await data.Get<ReadInitiative>().Run(data.Owner, id, default)).OrThrow().Margins;
    }

    [Fact]
    public async Task Margins_are_replaced_as_a_whole()
    {
        var read = Assert.Single(await Margins([Age, new("area", "", [new("north", .5), new("south", .504)])], [Age]));
        Assert.Equal(("age", "Census 2021"), (read.GroupRole, read.Source));
    }

    [Fact]
    public async Task The_categories_of_a_margin_keep_their_order() =>
        Assert.Equal(Age.Categories, Assert.Single(await Margins([Age])).Categories);

    [Fact]
    public async Task Shares_that_do_not_sum_to_one_are_refused_with_their_sum()
    {
        var id = (await data.Home.Initiative("Shares that do not sum")).Id;
        var fault = Only(
            (await data.Get<SetMargins>().Run(data.Owner, id, [new("age", "", [new("young", .4), new("old", .5)])], default)).Problem
        );
        Assert.Equal(("margins[0].categories", "sum"), (fault.Path, fault.Code));
        Assert.Contains("90 %", fault.Message, StringComparison.Ordinal);
        Assert.Equal(
            "twice",
            Only(
                (await data.Get<SetMargins>().Run(data.Owner, id, [new("age", "", [new("young", .5), new("young", .5)])], default)).Problem
            ).Code
        );
        Assert.Equal(
            "share",
            Only((await data.Get<SetMargins>().Run(data.Owner, id, [new("age", "", [new("young", double.NaN)])], default)).Problem).Code
        );
    }

    private async Task<List<string>> Paged()
    {
        foreach (var number in Enumerable.Range(1, 5))
            await data.Home.Initiative($"Paged {number}");
        List<string> seen = [];
        string? after = null;
        do
        {
            var page = (await data.Get<ListInitiatives>().Run(data.Owner, "riverside-museum", after, 2, default)).OrThrow();
            seen.AddRange(page.Items.Select(item => item.Title));
            after = page.Next;
        } while (after is not null);
        return seen;
    }

    [Fact]
    public async Task Lists_are_paged_newest_first() =>
        Assert.Equal(["Paged 5", "Paged 4", "Paged 3", "Paged 2", "Paged 1"], (await Paged())[..5]);

    [Fact]
    public async Task No_initiative_is_missed_by_paging() =>
        Assert.Equal((await Paged()).Count, await data.Database.Db.One<long>("select count(*) from initiative"));

    [Fact]
    public async Task A_broken_cursor_of_a_list_is_refused() =>
        Assert.Equal("cursor", Only((await data.Get<ListInitiatives>().Run(data.Owner, "riverside-museum", "x", 2, default)).Problem).Code);
}
