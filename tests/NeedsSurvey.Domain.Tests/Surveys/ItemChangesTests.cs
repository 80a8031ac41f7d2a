using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

/// <summary>What two people change in one question at once, from forms that began from the same.</summary>
public sealed class ItemChangesTests
{
    private static readonly SelectMultipleQuestion Matters = new()
    {
        Name = "matters",
        Label = new LocalText(new Dictionary<string, string> { ["en"] = "What matters?", ["es"] = "¿Qué importa?" }),
        Choices = new ChoiceSource.Inline([One("rent"), One("food"), One("bus"), One("doctor")]),
    };

    private static readonly SurveyDefinition Draft = new()
    {
        Title = "Needs",
        Languages = ["en", "es"],
        Questions = [Matters],
    };

    [Fact]
    public void Nothing_changed_is_no_edit() => Assert.Empty(ItemChanges.Between(Matters, Matters with { }, Draft));

    [Fact]
    public void Only_the_words_of_one_language_are_changed()
    {
        var edit = Assert.Single(ItemChanges.Between(Matters, Matters with { Label = Words("What matters?", "¿Qué les importa?") }, Draft));
        Assert.Equal("""{"label":{"es":"¿Qué les importa?"}}""", Text(Assert.IsType<DraftEdit.Change>(edit).Patch));
    }

    [Fact]
    public void Two_languages_written_at_once_are_both_kept()
    {
        var hers = Applied(Draft, Matters with { Label = Words("What matters to you?", "¿Qué importa?") });
        var both = Applied(hers, Matters with { Label = Words("What matters?", "¿Qué les importa?") });
        Assert.Equal(Words("What matters to you?", "¿Qué les importa?"), both.Questions[0].Label);
    }

    [Fact]
    public void The_same_words_written_at_once_are_a_conflict()
    {
        var hers = Applied(Draft, Matters with { Label = Words("Hers", "¿Qué importa?") });
        Assert.Equal(DraftFault.ChangedMeanwhile, Result(hers, Matters with { Label = Words("His", "¿Qué importa?") }).Fault);
    }

    [Fact]
    public void A_choice_moved_from_the_top_to_the_bottom_is_one_move()
    {
        var edits = ItemChanges.Between(Matters, With("food", "bus", "doctor", "rent"), Draft);
        Assert.Equal(new DraftEdit.MoveEntry(new("matters", "choices"), "rent", 3), Assert.Single(edits));
    }

    [Fact]
    public void Choices_added_by_two_people_are_all_there()
    {
        var hers = Applied(Draft, With("rent", "food", "bus", "doctor", "park"));
        Assert.Equal("bench,rent,food,bus,doctor,park", Names(Applied(hers, With("bench", "rent", "food", "bus", "doctor"))));
    }

    [Fact]
    public void Two_who_add_the_same_choice_add_one()
    {
        var hers = Applied(Draft, With("rent", "food", "bus", "doctor", "park"));
        Assert.Equal("rent,food,bus,doctor,park", Names(Applied(hers, With("rent", "food", "bus", "doctor", "park"))));
    }

    [Fact]
    public void Two_who_add_other_words_under_one_code_add_two_choices()
    {
        var hers = Applied(Draft, With("rent", "food", "bus", "doctor", "park"));
        var his = With("rent", "food", "bus", "doctor", "park");
        his = his with
        {
            Choices = new ChoiceSource.Inline([
                .. his.ChoicesIn(Draft).Select(one => one.Name == "park" ? one with { Label = "A place to park" } : one),
            ]),
        };
        Assert.Equal("rent,food,bus,doctor,park_2,park", Names(Applied(hers, his)));
    }

    [Fact]
    public void A_form_that_is_sent_twice_changes_nothing_the_second_time()
    {
        var typed = With("rent", "food", "bus", "doctor", "park") with { Label = Words("What matters to you?", "¿Qué importa?") };
        var once = Applied(Draft, typed);
        Assert.Equal(SurveyJson.Write(once), SurveyJson.Write(Applied(once, typed)));
    }

    [Fact]
    public void A_choice_that_both_took_out_is_gone()
    {
        var hers = Applied(Draft, With("rent", "bus", "doctor"));
        Assert.Equal("rent,bus", Names(Applied(hers, With("rent", "bus"))));
    }

    [Fact]
    public void A_choice_changed_while_somebody_took_it_out_is_a_conflict()
    {
        var hers = Applied(Draft, With("rent", "bus", "doctor"));
        Assert.Equal(DraftFault.ChangedMeanwhile, Result(hers, Renamed("food", "Food and water")).Fault);
    }

    [Fact]
    public void After_a_conflict_the_form_goes_on_with_both()
    {
        var hers = Applied(Draft, Matters with { Label = Words("Hers", "Suyo") });
        var his = Matters with { Label = Words("His", "¿Qué importa?") };
        var merged = ItemChanges.Over(hers, ItemChanges.Between(Matters, his, hers));
        Assert.Equal(Words("His", "Suyo"), merged.Questions[0].Label);
    }

    [Fact]
    public void After_a_conflict_a_choice_taken_out_and_changed_is_there_again()
    {
        var hers = Applied(Draft, With("rent", "bus", "doctor"));
        var merged = ItemChanges.Over(hers, ItemChanges.Between(Matters, Renamed("food", "Food and water"), hers));
        Assert.Equal("rent,bus,doctor,food", Names(merged));
    }

    [Fact]
    public void Any_list_of_choices_becomes_any_other()
    {
        var random = new Random(20261130);
        for (var round = 0; round < 500; round++)
        {
            var (from, to) = (Some(random), Some(random));
            var began = With(from);
            var draft = Draft with { Questions = [began] };
            Assert.Equal(
                string.Join(',', to),
                Names(Domain.Surveys.Draft.Apply(draft, ItemChanges.Between(began, With(to), draft)).Definition)
            );
        }
    }

    private static string[] Some(Random random)
    {
        string[] all = ["a", "b", "c", "d", "e", "f", "g", "h"];
        random.Shuffle(all);
        return all[..random.Next(all.Length + 1)];
    }

    private static SurveyDefinition Applied(SurveyDefinition now, SelectMultipleQuestion typed)
    {
        var result = Result(now, typed);
        Assert.Equal(DraftFault.None, result.Fault);
        return result.Definition;
    }

    private static DraftResult Result(SurveyDefinition now, SelectMultipleQuestion typed) =>
        Domain.Surveys.Draft.Apply(now, ItemChanges.Between(Matters, typed, now));

    private static SelectMultipleQuestion With(params string[] names) =>
        Matters with
        {
            Choices = new ChoiceSource.Inline([.. names.Select(One)]),
        };

    private static SelectMultipleQuestion Renamed(string name, string words) =>
        Matters with
        {
            Choices = new ChoiceSource.Inline([
                .. Matters.ChoicesIn(Draft).Select(one => one.Name == name ? one with { Label = words } : one),
            ]),
        };

    private static Choice One(string name) => new() { Name = name, Label = name };

    private static LocalText Words(string en, string es) => new(new Dictionary<string, string> { ["en"] = en, ["es"] = es });

    private static string Names(SurveyDefinition draft) =>
        string.Join(',', ((Question)draft.Questions[0]).ChoicesIn(draft).Select(choice => choice.Name));

    private static string Text(System.Text.Json.Nodes.JsonObject patch) =>
        patch.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
