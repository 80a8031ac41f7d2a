using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Domain.Tests.Surveys;

namespace NeedsSurvey.Domain.Tests.Responses;

public sealed class AnswerCheckProperties
{
    private static readonly Config Many = Properties.Cases(1_000);

    [Fact]
    public void Any_answers_to_any_survey_get_a_verdict() =>
        Prop.ForAll(RandomSurveys.Seeds, seed =>
            {
                var survey = CompiledSurvey.Compile(new RandomSurveys(seed).Next());
                var answers = new RandomAnswers(seed).For(survey);
                var verdict = AnswerCheck.Check(survey, answers, Context(seed));
                Assert.NotNull(JsonNode.Parse(verdict.Json));
                Assert.All(verdict.Faults, fault => Assert.NotEqual("", fault.Message));
                foreach (var outcome in verdict.State.Outcomes())
                    Assert.NotNull(AnswerWords.OneLine(outcome.Item, outcome.Answer, "ar"));
                foreach (var item in survey.Items)
                {
                    Assert.NotNull(verdict.State.Words(item.Item.Label));
                    if (item.Repeat is null)
                        Assert.NotNull(verdict.State.Offered(item));
                    verdict.State.DefaultOf(item, item.Repeat is null ? -1 : 0);
                }
            })
            .Check(Many);

    [Fact]
    public void Checking_canonical_answers_again_gives_the_same_canonical_answers() =>
        Prop.ForAll(RandomSurveys.Seeds, seed =>
            {
                var survey = CompiledSurvey.Compile(new RandomSurveys(seed, sane: true).Next());
                var once = AnswerCheck.Check(survey, new RandomAnswers(seed).For(survey), Context(seed));
                var twice = AnswerCheck.Check(survey, once.Json, Context(seed));
                Assert.Equal(once.Json, twice.Json);
                Assert.Empty(twice.Dropped);
                Assert.Equal(
                    once.State.Outcomes().Select(outcome => outcome.State),
                    twice.State.Outcomes().Select(outcome => outcome.State)
                );
            })
            .Check(Many);

    [Fact]
    public void Answering_page_by_page_ends_where_answering_at_once_does() =>
        Prop.ForAll(RandomSurveys.Seeds, seed =>
            {
                var definition = new RandomSurveys(seed, sane: true).Next();
                if (SurveyJson.Write(definition).Contains("random()", StringComparison.Ordinal))
                    return; // each evaluation draws anew; what it draws is not the claim
                var (survey, context) = (CompiledSurvey.Compile(definition), Context(seed));
                var atOnce = AnswerCheck.Check(survey, new RandomAnswers(seed).For(survey), context);
                var draft = "";
                foreach (var page in survey.Pages)
                    draft = AnswerCheck.CheckPage(survey, draft, page, JsonElement.Parse(atOnce.Json), context).Draft;
                Assert.Equal(atOnce.Json, AnswerCheck.Check(survey, draft, context).Json);
            })
            .Check(Many);

    [Fact]
    public void Looking_only_at_what_a_page_changed_finds_the_same_as_looking_at_everything() =>
        Prop.ForAll(RandomSurveys.Seeds, seed =>
            {
                var definition = new RandomSurveys(seed, sane: true).Next();
                if (SurveyJson.Write(definition).Contains("random()", StringComparison.Ordinal))
                    return;
                if (DefinitionCheck.Check(definition).Any(fault => fault.Code == "circle"))
                    return;
                var (survey, context) = (CompiledSurvey.Compile(definition), Context(seed));
                var draft = new RandomAnswers(seed).For(survey);
                foreach (var page in survey.Pages)
                {
                    var step = AnswerCheck.CheckPage(
                        survey,
                        draft,
                        page,
                        JsonElement.Parse(new RandomAnswers(seed + page.Index).For(survey)),
                        context
                    );
                    var fresh = ResponseState.Open(survey, step.Draft, context);
                    Assert.Equal(fresh.Outcomes().Select(outcome => outcome.State), step.State.Outcomes().Select(outcome => outcome.State));
                    Assert.Equal(
                        survey.Items.Where(item => item.Repeat is null).Select(item => fresh.ValueOf(item)),
                        survey.Items.Where(item => item.Repeat is null).Select(item => step.State.ValueOf(item))
                    );
                    draft = step.Draft;
                }
            })
            .Check(Many);

    [Fact]
    public void Answers_damaged_anywhere_get_a_verdict() =>
        Prop.ForAll(RandomSurveys.Seeds, RandomSurveys.Seeds, (seed, at) =>
            {
                var survey = CompiledSurvey.Compile(new RandomSurveys(seed, sane: true).Next());
                var answers = new RandomAnswers(seed).For(survey).ToCharArray();
                answers[(int)((uint)at % (uint)answers.Length)] = "\"{}[],:\\0\ud800x\0"[at % 12];
                Assert.NotNull(AnswerCheck.Check(survey, new string(answers), Context(seed)).Json);
                Assert.NotNull(ResponseState.Open(survey, new string(answers), Context(seed)));
            })
            .Check(Many);

    [Fact]
    public void Any_form_gives_answers_that_can_be_judged() =>
        Prop.ForAll(RandomSurveys.Seeds, seed =>
            {
                var survey = CompiledSurvey.Compile(new RandomSurveys(seed).Next());
                var random = new RandomAnswers(seed);
                foreach (var page in survey.Pages)
                    Assert.NotNull(
                        AnswerCheck.CheckPage(survey, "", page, FormAnswers.Read(page, random.Fields(page)), Context(seed)).Draft
                    );
            })
            .Check(Many);

    private static ResponseContext Context(int seed) =>
        new()
        {
            Language = seed % 2 == 0 ? "en" : "es",
            Now = Sample.Context.Now,
            Random = new Random(seed),
        };
}
