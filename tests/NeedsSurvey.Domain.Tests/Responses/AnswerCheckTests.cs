using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Domain.Tests.Surveys;

namespace NeedsSurvey.Domain.Tests.Responses;

public sealed class AnswerCheckTests
{
    private static readonly CompiledSurvey Rent = Sample.Survey(
        """
        {"type":"select_one","name":"tenure","label":"T","choices":[{"name":"own","label":"Own"},{"name":"rent","label":"Rent"}]},
        {"type":"group","name":"renting","relevant":"${tenure} = 'rent'","questions":[
          {"type":"integer","name":"cost","label":"C","required":true},
          {"type":"text","name":"landlord","label":"L","relevant":"${cost} > 500"}]},
        {"type":"text","name":"story","label":"S"}
        """
    );

    [Fact]
    public void Judging_allocates_nothing_for_each_question()
    {
        var survey = CompiledSurvey.Compile(BigSurvey.Of(300, 0));
        var answers = string.Join(',', Enumerable.Range(0, 100).Select(number => $"\"q{3 * number + 2}\":42"));
        var evaluation = AnswerCheck.Check(survey, $"{{{answers}}}", Sample.Context).State.Evaluation;
        FaultList faults = new(survey.Definition, "en");
        AnswerValidator.ValidateAll(evaluation, faults, []);
        var before = GC.GetAllocatedBytesForCurrentThread();
        AnswerValidator.ValidateAll(evaluation, faults, []);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300);
    }

    [Fact]
    public void Answers_come_out_in_the_order_of_the_survey() =>
        Assert.Equal("""{"tenure":"own","story":"Damp"}""", Rent.Accept("""{"story":"Damp","tenure":"own"}"""));

    [Fact]
    public void Skipped_is_written_otherwise_than_not_asked() =>
        Assert.Equal("""{"tenure":"own","story":null}""", Rent.Accept("""{"tenure":"own"}"""));

    [Fact]
    public void Skipped_is_told_apart_from_declined() =>
        Assert.Equal(
            [AnswerState.Answered, AnswerState.Answered, AnswerState.Skipped, AnswerState.Declined],
            Rent.Check("""{"story":{"declined":true},"cost":650,"tenure":"rent"}""").State.Outcomes().Select(outcome => outcome.State)
        );

    [Fact]
    public void The_states_can_be_told_again_from_what_is_stored() =>
        Assert.Equal(
            [AnswerState.Answered, AnswerState.NotAsked, AnswerState.NotAsked, AnswerState.Skipped],
            ResponseState.Open(Rent, Rent.Accept("""{"tenure":"own"}"""), Sample.Context).Outcomes().Select(outcome => outcome.State)
        );

    private static CheckedAnswers AnsweredThoughNotAsked => Rent.Check("""{"tenure":"own","cost":"many","landlord":"Kind"}""");

    [Fact]
    public void An_answer_to_a_question_that_is_not_asked_may_be_wrong() => Assert.True(AnsweredThoughNotAsked.Accepted);

    [Fact]
    public void An_answer_to_a_question_that_is_not_asked_is_left_out() =>
        Assert.Equal("""{"tenure":"own","story":null}""", AnsweredThoughNotAsked.Json);

    [Fact]
    public void What_is_left_out_is_said() =>
        Assert.Equal(["cost", "landlord"], AnsweredThoughNotAsked.Dropped.Select(dropped => dropped.Question).Order());

    [Fact]
    public void A_hidden_answer_counts_as_empty_for_the_conditions_after_it()
    {
        var verdict = Rent.Check("""{"tenure":"own","cost":650,"landlord":"Kind"}""");
        Assert.Equal(AnswerState.NotAsked, verdict.State.Outcome(Rent.Find("landlord")!).State);
    }

    [Fact]
    public void A_required_question_must_be_answered_only_when_it_is_asked()
    {
        Assert.Equal(("required", "cost"), Rent.Refuse("""{"tenure":"rent"}"""));
        Rent.Accept("""{"tenure":"own"}""");
    }

    [Fact]
    public void Declining_satisfies_a_required_question() => Rent.Accept("""{"tenure":"rent","cost":{"declined":true}}""");

    [Fact]
    public void A_question_that_may_not_be_declined_says_so()
    {
        var survey = Sample.Survey("""{"type":"text","name":"a","label":"A","may_decline":false}""");
        Assert.Equal("cannot_decline", survey.Refuse("""{"a":{"declined":true}}""").Code);
    }

    [Theory]
    [InlineData("""{"salary":5}""", "unknown_question", "salary")]
    [InlineData("""{"renting":1}""", "not_a_question", "renting")]
    public void An_answer_to_what_is_no_question_is_refused(string answers, string code, string path) =>
        Assert.Equal((code, path), Rent.Refuse(answers));

    [Fact]
    public void The_same_question_is_not_answered_twice() =>
        Assert.Equal("duplicate_answer", Rent.Refuse("""{"story":"a","story":"b"}""").Code);

    private static readonly CompiledSurvey OfAge = Sample.Survey(
        """{"type":"integer","name":"age","label":{"en":"Age","es":"Edad"},"""
            + """ "constraint":". >= 16","constraint_message":{"en":"From 16.","es":"Desde 16."}}""",
        "\"languages\":[\"en\",\"es\"],"
    );

    [Fact]
    public void A_constraint_speaks_in_the_surveys_own_words()
    {
        var fault = Assert.Single(AnswerCheck.Check(OfAge, """{"age":12}""", Sample.In("es")).Faults);
        Assert.Equal(("constraint", "Desde 16."), (fault.Code, fault.Message));
    }

    [Fact]
    public void A_fault_is_told_in_the_respondents_language() =>
        Assert.Equal(
            "Escriba un número entero, por ejemplo 12.",
            AnswerCheck.Check(OfAge, """{"age":"x"}""", Sample.In("es")).Faults[0].Message
        );

    [Theory]
    [InlineData("""{"age":16}""")]
    [InlineData("{}")]
    public void What_breaks_no_constraint_is_accepted(string answers) => OfAge.Accept(answers);

    [Fact]
    public void A_choice_that_the_filter_does_not_offer_is_refused()
    {
        var survey = Sample.Survey(
            """
            {"type":"select_one","name":"city","label":"C","choices":[{"name":"leeds","label":"L"},{"name":"york","label":"Y"}]},
            {"type":"select_one","name":"area","label":"A","choice_filter":"city = ${city}","choices":[
              {"name":"hyde","label":"H","filter":{"city":"leeds"}},{"name":"acomb","label":"A","filter":{"city":"york"}}]}
            """
        );
        survey.Accept("""{"city":"leeds","area":"hyde"}""");
        Assert.Equal(("choice_not_offered", "area"), survey.Refuse("""{"city":"york","area":"hyde"}"""));
        var state = ResponseState.Open(survey, """{"city":"york"}""", Sample.Context);
        Assert.Equal(["acomb"], state.Offered(survey.Find("area")!).Select(choice => choice.Name));
    }

    private static readonly CompiledSurvey Poverty = Sample.Survey(
        """
        {"type":"calculate","name":"share","calculation":"round(${rent} div ${income}, 2)"},
        {"type":"integer","name":"rent","label":"R"},{"type":"integer","name":"income","label":"I"},
        {"type":"calculate","name":"day","calculation":"today()"},
        {"type":"calculate","name":"poor","calculation":"${share} > 0.3"}
        """
    );

    [Theory]
    [InlineData("""{"rent":400,"income":1000}""")]
    [InlineData("""{"rent":400,"income":1000,"share":7}""")]
    public void Calculations_are_worked_out_here_whatever_was_sent(string sent) =>
        Assert.Equal("""{"share":0.4,"rent":400,"income":1000,"day":"2026-03-27","poor":true}""", Poverty.Accept(sent));

    [Fact]
    public void A_calculation_that_lacks_its_answers_is_stored_as_null() =>
        Assert.Equal("""{"share":null,"rent":null,"income":null,"day":"2026-03-27","poor":false}""", Poverty.Accept("{}"));

    [Fact]
    public void Repeats_are_checked_instance_by_instance()
    {
        var survey = Sample.Survey(
            """
            {"type":"repeat","name":"household","questions":[
              {"type":"integer","name":"years","label":"Y","required":true,"constraint":". < 120"},
              {"type":"text","name":"school","label":"S","relevant":"${years} < 18"},
              {"type":"calculate","name":"number","calculation":"position(..)"}]},
            {"type":"calculate","name":"total","calculation":"sum(${years})"},
            {"type":"calculate","name":"size","calculation":"count(${household})"}
            """
        );
        Assert.Equal(
            """{"household":[{"years":40,"number":1},{"years":8,"school":"Moor","number":2}],"total":48,"size":2}""",
            survey.Accept("""{"household":[{"years":40},{"school":"Moor","years":8}]}""")
        );
        var faults = survey.Check("""{"household":[{"years":140},{}]}""").Faults;
        Assert.Equal(
            [("household[0].years", "household:1:years", "constraint"), ("household[1].years", "household:2:years", "required")],
            faults.Select(fault => (fault.Path, fault.Field, fault.Code))
        );
        Assert.Equal("""{"household":null,"total":0,"size":0}""", survey.Accept("{}"));
        Assert.Equal(
            ["household[0].school"],
            survey.Check("""{"household":[{"years":40,"school":"x"}]}""").Dropped.Select(dropped => dropped.Path)
        );
        Assert.Equal("unknown_question", survey.Refuse("""{"years":3}""").Code);
    }

    [Fact]
    public void A_counted_repeat_has_as_many_instances_as_its_expression_says()
    {
        var survey = Sample.Survey(
            """
            {"type":"integer","name":"children","label":"C"},
            {"type":"repeat","name":"child","repeat_count":"${children}","questions":[{"type":"integer","name":"age","label":"A"}]}
            """
        );
        Assert.Equal("""{"children":2,"child":[{"age":3},{"age":null}]}""", survey.Accept("""{"children":2,"child":[{"age":3}]}"""));
        var verdict = survey.Check("""{"children":1,"child":[{"age":3},{"age":5}]}""");
        Assert.Equal("""{"children":1,"child":[{"age":3}]}""", verdict.Json);
        Assert.Equal(["child[1].age"], verdict.Dropped.Select(dropped => dropped.Path));
    }

    [Fact]
    public void More_instances_than_the_limit_are_refused()
    {
        var survey = Sample.Survey("""{"type":"repeat","name":"r","questions":[{"type":"text","name":"t","label":"T"}]}""");
        Assert.Equal(
            "too_many_instances",
            survey.Refuse($$"""{"r":[{{string.Join(",", Enumerable.Repeat("{}", Limits.RepeatInstances + 1))}}]}""").Code
        );
    }

    [Fact]
    public void A_flood_of_faults_is_told_in_bounded_space()
    {
        var flood = string.Join(",", Enumerable.Range(0, 50_000).Select(n => $"\"nobody{n}\":1"));
        Assert.InRange(Rent.Check($"{{{flood}}}").Faults.Count, 1, 1_000);
    }

    [Fact]
    public void A_required_grid_names_each_rating_that_is_missing()
    {
        var survey = Sample.Survey(
            """
            {"type":"need_grid","name":"needs","label":"N","required":true,"rows":[{"name":"a","label":"A"},{"name":"b","label":"B"}],
             "importance":{"label":"I","scale":[{"value":0,"label":"0"},
                 {"value":1,"label":"1"}]},"satisfaction":{"label":"S","scale":[{"value":0,"label":"0"},{"value":1,"label":"1"}]}}
            """
        );
        Assert.Equal(
            ["needs.a.satisfaction", "needs.b.importance", "needs.b.satisfaction"],
            survey.Check("""{"needs":{"a":{"importance":1}}}""").Faults.Select(fault => fault.Path)
        );
        survey.Accept("""{"needs":{"a":{"declined":true},"b":{"importance":1,"satisfaction":{"declined":true}}}}""");
    }

    // field, row 39
    [Fact]
    public void A_value_remembered_by_once_survives_checking_again()
    {
        var survey = Sample.Survey(
            """{"type":"calculate","name":"draw","calculation":"once(random())"},{"type":"text","name":"t","label":"T"}"""
        );
        var stored = survey.Accept("{}");
        Assert.Equal(stored, AnswerCheck.Check(survey, stored, Sample.Context with { Random = new Random(99) }).Json);
    }

    [Fact]
    public void A_calculation_that_yields_no_number_is_no_answer_to_other_expressions_either()
    {
        var survey = Sample.Survey(
            """
            {"type":"integer","name":"n","label":"N"},{"type":"calculate","name":"sum","calculation":"${n} + 1"},
                {"type":"calculate","name":"share","calculation":"1 div ${n}"},
            {"type":"calculate","name":"said","calculation":"if(${sum} = '', 'none', 'some')"},
                {"type":"text","name":"why","label":"Why?","relevant":"${share} != ''"}
            """
        );
        Assert.Equal("""{"n":null,"sum":null,"share":null,"said":"none"}""", survey.Accept("{}"));
        Assert.Equal("""{"n":0,"sum":1,"share":null,"said":"some"}""", survey.Accept("""{"n":0}"""));
        Assert.Equal("""{"n":4,"sum":5,"share":0.25,"said":"some","why":null}""", survey.Accept("""{"n":4}"""));
    }

    [Theory]
    [InlineData("caf\u00e9", "cafe\u0301")]
    [InlineData("cafe\u0301", "caf\u00e9")]
    [InlineData("\ud55c", "\u1112\u1161\u11ab")]
    public void A_word_equals_its_other_spelling_whoever_typed_it(string author, string respondent)
    {
        var survey = Sample.Survey(
            $$"""{"type":"text","name":"t","label":"T"},{"type":"calculate","name":"same","calculation":"${t} = '{{author}}' """
                + $$"""and starts-with(${t}, '{{author}}') and regex(${t}, '{{author}}')"}"""
        );
        Assert.Contains("\"same\":true", survey.Accept($$"""{"t":"{{respondent}}"}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "\"3\"")]
    [InlineData(null, "null")]
    public void The_version_of_a_published_survey_has_a_number(int? version, string value)
    {
        var survey = Sample.Survey("""{"type":"text","name":"t","label":"T"},{"type":"calculate","name":"v","calculation":"version()"}""");
        Assert.Equal($$"""{"t":null,"v":{{value}}}""", CompiledSurvey.Compile(survey.Definition, version).Accept("{}"));
    }
}
