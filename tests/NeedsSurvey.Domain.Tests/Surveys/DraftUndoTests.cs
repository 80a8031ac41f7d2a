using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

public sealed class DraftUndoTests
{
    private static readonly SurveyDefinition Draft0 = new()
    {
        Title = "Open doors",
        Languages = ["en", "es"],
        Questions =
        [
            new SelectOneQuestion
            {
                Name = "tenure",
                Label = "Do you rent?",
                Choices = new ChoiceSource.Inline([new() { Name = "own", Label = "I own" }, new() { Name = "rent", Label = "I rent" }]),
            },
            new TextQuestion
            {
                Name = "story",
                Label = "Tell us",
                Relevant = "${tenure} = 'rent'",
            },
        ],
    };

    [Fact]
    public void Undoing_makes_the_draft_again_what_it_was() =>
        Prop.ForAll(RandomSurveys.Seeds, seed =>
            {
                var draft = new RandomSurveys(seed, sane: true).Next();
                var edits = new RandomEdits(seed);
                for (var step = 0; step < 12; step++)
                {
                    var before = Written(draft);
                    var done = Draft.Apply(draft, edits.Next(draft));
                    var undone = Draft.Apply(done.Definition, done.Undo);
                    Assert.Equal(DraftFault.None, undone.Fault);
                    Assert.Equal(before, Written(undone.Definition));
                    draft = done.Definition;
                }
            })
            .Check(Properties.Cases(400));

    [Fact]
    public void Edits_read_back_as_they_were_written() =>
        Prop.ForAll(RandomSurveys.Seeds, seed =>
            {
                var draft = new RandomSurveys(seed, sane: true).Next();
                var edits = new RandomEdits(seed);
                var some = Enumerable.Range(0, 8).Select(_ => edits.Next(draft)).ToList();
                using var written = JsonDocument.Parse(DraftEditJson.Write(some));
                var (read, faults) = DraftEditJson.Read(written.RootElement);
                Assert.Empty(faults);
                Assert.Equal(DraftEditJson.Write(some), DraftEditJson.Write(read!));
            })
            .Check(Properties.Cases(200));

    [Fact]
    public void What_somebody_else_changed_beside_it_stays()
    {
        var mine = Draft.Apply(Draft0, Words("tenure", "en", "Is it rented?"));
        var theirs = Draft.Apply(mine.Definition, Words("tenure", "es", "¿Alquila?"));
        var undone = Draft.Apply(theirs.Definition, mine.Undo);
        Assert.Equal(["Do you rent?", "¿Alquila?"], WordsOf(undone.Definition, "tenure"));
    }

    [Fact]
    public void Words_in_another_language_keep_those_that_were_written_as_one_string() =>
        Assert.Equal(["Do you rent?", "¿Alquila?"], WordsOf(Draft.Apply(Draft0, Words("tenure", "es", "¿Alquila?")).Definition, "tenure"));

    [Fact]
    public void A_change_says_what_it_began_from() =>
        Assert.Equal(
            DraftFault.ChangedMeanwhile,
            Draft.Apply(Draft0, new DraftEdit.Change("story", Label("en", "Mine"), Was: Label("en", "Something else"))).Fault
        );

    [Fact]
    public void What_it_began_from_may_be_nothing()
    {
        var was = new JsonObject { ["label"] = new JsonObject { ["es"] = null } };
        Assert.Equal(DraftFault.None, Draft.Apply(Draft0, new DraftEdit.Change("story", Label("es", "Cuente"), was)).Fault);
    }

    [Fact]
    public void A_new_name_is_carried_into_conditions_and_back()
    {
        var renamed = Draft.Apply(Draft0, new DraftEdit.Change("tenure", new() { ["name"] = "home" }));
        Assert.Equal("${home} = 'rent'", Outline.Find(renamed.Definition.Questions, "story")!.Relevant);
        Assert.Equal(SurveyJson.Write(Draft0), SurveyJson.Write(Draft.Apply(renamed.Definition, renamed.Undo).Definition));
    }

    [Fact]
    public void A_choice_that_stands_twice_is_refused() =>
        Assert.Equal(
            DraftFault.NameTaken,
            Draft.Apply(Draft0, new DraftEdit.PutEntries(new("tenure", "choices"), 0, [Choice("own")])).Fault
        );

    [Fact]
    public void What_is_no_choice_is_refused_with_its_place() =>
        Assert.Contains(
            "choices[0]",
            Draft
                .Apply(Draft0, new DraftEdit.PutEntries(new("tenure", "choices"), 0, [new JsonObject { ["name"] = "x", ["colour"] = 1 }]))
                .Faults.Select(fault => fault.Path[..10])
        );

    [Fact]
    public void A_group_cannot_be_put_into_itself()
    {
        var draft = Draft0 with { Questions = [new Group { Name = "outer", Questions = [new Group { Name = "inner" }] }] };
        Assert.Equal(DraftFault.InsideItself, Draft.Apply(draft, new DraftEdit.Move("outer", new("inner", 0))).Fault);
    }

    [Fact]
    public void Of_several_edits_all_are_applied_or_none()
    {
        var result = Draft.Apply(Draft0, [new DraftEdit.Remove("story"), new DraftEdit.Remove("nobody")]);
        Assert.Equal(SurveyJson.Write(Draft0), SurveyJson.Write(result.Definition));
    }

    [Fact]
    public void Several_edits_are_undone_together()
    {
        var done = Draft.Apply(Draft0, [new DraftEdit.Remove("story"), new DraftEdit.Duplicate("tenure"), Words("tenure_2", "en", "Copy")]);
        Assert.Equal(SurveyJson.Write(Draft0), SurveyJson.Write(Draft.Apply(done.Definition, done.Undo).Definition));
    }

    [Theory]
    [InlineData("1 2 3", 3, null)]
    [InlineData("1 2 3<2", 1, 3)]
    [InlineData("1 2 3<2 4<3", 4, null)]
    [InlineData("1 2 3<2 4<1", null, 4)]
    [InlineData("1 2 3<2 4<1 5<4 6<3", 6, null)]
    [InlineData("1 2 3<2 4", 4, null)]
    [InlineData("", null, null)]
    public void Undoing_and_doing_again_walk_back_and_forth(string steps, int? undo, int? redo) =>
        Assert.Equal(new(undo, redo), EditHistory.Of(steps.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Step)));

    private static EditStep Step(string written) =>
        written.Split('<') is [var revision, var undone]
            ? new(int.Parse(revision, null), int.Parse(undone, null))
            : new(int.Parse(written, null), null);

    // One string is words of the first language, however it is written.
    private static string Written(SurveyDefinition draft) => SurveyJson.Write(LanguageChange.Named(draft, draft.FirstLanguage));

    private static DraftEdit.Change Words(string name, string language, string words) => new(name, Label(language, words));

    private static JsonObject Label(string language, string words) => new() { ["label"] = new JsonObject { [language] = words } };

    private static JsonObject Choice(string name) => new() { ["name"] = name, ["label"] = name };

    private static string[] WordsOf(SurveyDefinition draft, string name) =>
        Outline.Find(draft.Questions, name)!.Label is { } label ? [label.In("en"), label.In("es")] : [];
}
