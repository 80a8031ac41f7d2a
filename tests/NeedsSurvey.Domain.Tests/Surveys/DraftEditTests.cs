using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

public sealed class DraftEditTests
{
    private static readonly SurveyDefinition Survey = new()
    {
        Title = "Open doors",
        Questions =
        [
            new TextQuestion { Name = "story" },
            new Group { Name = "about", Questions = [new IntegerQuestion { Name = "age" }, new TextQuestion { Name = "area" }] },
            new Note
            {
                Name = "bye",
                Label = "Thanks, ${age}",
                Relevant = "${age} > 17",
            },
        ],
    };

    private static string Shape(SurveyDefinition survey) =>
        string.Join(' ', Outline.Flatten(survey.Questions).Select(entry => new string('.', entry.Depth) + entry.Item.Name));

    private static string After(DraftEdit edit) => Shape(Draft.Apply(Survey, edit).Definition);

    [Theory]
    [InlineData("story", false, "about .story .age .area bye")]
    [InlineData("story", true, "story about .age .area bye")]
    [InlineData("age", true, "story age about .area bye")]
    [InlineData("age", false, "story about .area .age bye")]
    [InlineData("area", false, "story about .age area bye")]
    [InlineData("bye", true, "story about .age .area .bye")]
    [InlineData("bye", false, "story about .age .area bye")]
    [InlineData("about", true, "about .age .area story bye")]
    [InlineData("about", false, "story bye about .age .area")]
    public void Moving_takes_one_step_along_the_outline(string name, bool up, string expected) =>
        Assert.Equal(expected, After(new DraftEdit.Step(name, up)));

    [Fact]
    public void A_group_steps_over_a_group()
    {
        var two = Survey with { Questions = [.. Survey.Questions, new Group { Name = "more" }] };
        two = Draft.Apply(two, new DraftEdit.Remove("bye")).Definition;
        Assert.Equal("story more about .age .area", Shape(Draft.Apply(two, new DraftEdit.Step("about", Up: false)).Definition));
    }

    [Theory]
    [InlineData("story")]
    [InlineData("age")]
    [InlineData("about")]
    public void Adding_what_was_removed_at_its_place_undoes_the_removal(string name)
    {
        var place = Outline.PlaceOf(Survey.Questions, name)!;
        var item = Outline.Find(Survey.Questions, name)!;
        var removed = Draft.Apply(Survey, new DraftEdit.Remove(name));
        Assert.Null(Outline.Find(removed.Definition.Questions, name));
        var restored = Draft.Apply(removed.Definition, new DraftEdit.Add(item, place));
        Assert.Equal(SurveyJson.Write(Survey), SurveyJson.Write(restored.Definition));
    }

    [Fact]
    public void A_new_name_is_carried_into_expressions_and_texts()
    {
        var renamed = Draft.Apply(Survey, new DraftEdit.Replace("age", new IntegerQuestion { Name = "years" })).Definition;
        var bye = Outline.Find(renamed.Questions, "bye")!;
        Assert.Equal("${years} > 17", bye.Relevant);
        Assert.Equal("Thanks, ${years}", bye.Label!.In("en"));
    }

    [Theory]
    [InlineData("../age > 17", "../years > 17")]
    [InlineData("../../age  >  17", "../../years  >  17")]
    [InlineData("${ age } > 17", "${ years } > 17")]
    [InlineData("jr:choice-name(${age}, '${age}')", "jr:choice-name(${years}, '${years}')")]
    public void A_new_name_reaches_every_way_of_writing_it(string written, string expected) => Assert.Equal(expected, Rewritten(written));

    [Theory]
    [InlineData("${ age } > 17 and ${area} != 'age'", "${ years } > 17 and ${area} != 'age'")]
    [InlineData("selected(${ages}, '${age}')", "selected(${ages}, '${age}')")]
    [InlineData("${age} + ../age\u00A0+ age + 'age'", "${years} + ../years\u00A0+ age + 'age'")]
    public void A_new_name_changes_nothing_else(string written, string expected) => Assert.Equal(expected, Rewritten(written));

    private static string? Rewritten(string condition) =>
        Renamed(
            new Note
            {
                Name = "bye",
                Label = "Bye",
                Relevant = condition,
            }
        ).Relevant;

    [Fact]
    public void A_new_name_reaches_every_expression_of_the_definition()
    {
        const string was = "../age > 1",
            now = "../years > 1";
        var repeat = (Repeat)Renamed(
            new Repeat
            {
                Name = "each",
                Relevant = was,
                RepeatCount = "../age",
                Questions = [new Calculate { Name = "sum", Calculation = was }],
            }
        );
        Assert.Equal((now, "../years", now), (repeat.Relevant, repeat.RepeatCount, ((Calculate)repeat.Questions[0]).Calculation));
        var choice = (SelectOneQuestion)Renamed(
            new SelectOneQuestion
            {
                Name = "pick",
                Constraint = was,
                ChoiceFilter = was,
                Choices = new ChoiceSource.Shared("lists"),
            }
        );
        Assert.Equal((now, now), (choice.Constraint, choice.ChoiceFilter));
        Assert.Equal("../years", ((IntegerQuestion)Renamed(new IntegerQuestion { Name = "again", Default = "../age" })).Default);
    }

    [Fact]
    public void Words_of_a_label_that_only_look_like_a_path_stay() =>
        Assert.Equal(
            "See ../age, ${years} and ${ years }",
            Renamed(new Note { Name = "bye", Label = "See ../age, ${age} and ${ age }" }).Label!.In("en")
        );

    [Fact]
    public void An_unfinished_expression_is_renamed_as_far_as_it_can_be_read() =>
        Assert.Equal(
            "${years} > and (",
            Renamed(
                new Note
                {
                    Name = "bye",
                    Label = "Bye",
                    Relevant = "${age} > and (",
                }
            ).Relevant
        );

    private static SurveyItem Renamed(SurveyItem item)
    {
        var survey = Survey with { Questions = [.. Survey.Questions.Take(2), item] };
        return Outline.Find(
            Draft.Apply(survey, new DraftEdit.Replace("age", new IntegerQuestion { Name = "years" })).Definition.Questions,
            item.Name
        )!;
    }

    [Fact]
    public void A_copy_gets_free_names_also_inside_a_group()
    {
        var result = Draft.Apply(Survey, new DraftEdit.Duplicate("about"), new HashSet<string> { "age_2" });
        Assert.Equal("story about .age .area about_2 .age_3 .area_2 bye", Shape(result.Definition));
        Assert.Equal("about_2", result.Focus);
    }

    private static readonly (DraftEdit Edit, DraftFault Fault)[] NotPossible =
    [
        (new DraftEdit.Step("gone", Up: true), DraftFault.NoSuchItem),
        (new DraftEdit.Remove("gone"), DraftFault.NoSuchItem),
        (new DraftEdit.Duplicate("gone"), DraftFault.NoSuchItem),
        (new DraftEdit.Replace("gone", new Note { Name = "gone" }), DraftFault.NoSuchItem),
        (new DraftEdit.Add(new Note { Name = "new" }, new("gone", 0)), DraftFault.NoSuchItem),
        (new DraftEdit.Add(new Note { Name = "new" }, new("story", 0)), DraftFault.NoSuchItem),
        (new DraftEdit.Add(new Note { Name = "age" }, new(null, 0)), DraftFault.NameTaken),
        (new DraftEdit.Replace("age", new Note { Name = "area" }), DraftFault.NameTaken),
    ];

    [Fact]
    public void What_is_not_there_or_is_taken_is_refused() =>
        Assert.All(NotPossible, one => Assert.Equal(one.Fault, Draft.Apply(Survey, one.Edit).Fault));

    [Fact]
    public void A_refused_edit_changes_nothing() =>
        Assert.All(NotPossible, one => Assert.Same(Survey, Draft.Apply(Survey, one.Edit).Definition));

    private static SurveyDefinition Dressed =>
        Draft
            .Apply(
                Survey,
                new DraftEdit.ChangeSettings(
                    new()
                    {
                        Title = "New title",
                        Languages = ["en", "ar"],
                        AskToQuote = true,
                    }
                )
            )
            .Definition;

    [Fact]
    public void Settings_are_replaced_together() =>
        Assert.Equal(("New title", true, 2), (Dressed.Title.In("en"), Dressed.AskToQuote, Dressed.Languages.Count));

    [Fact]
    public void Settings_leave_the_questions_alone() => Assert.Equal(Shape(Survey), Shape(Dressed));

    [Theory]
    [InlineData("questions[0].label", "story")]
    [InlineData("questions[1]", "about")]
    [InlineData("questions[1].questions[1].choices[2].name", "area")]
    [InlineData("questions[1].questions[9].label", "about")]
    [InlineData("questions[9].label", null)]
    [InlineData("questions", null)]
    [InlineData("questions[", null)]
    [InlineData("title", null)]
    [InlineData("", null)]
    public void A_faults_path_leads_to_its_question(string path, string? name) =>
        Assert.Equal(name, Outline.At(Survey.Questions, path)?.Name);
}
