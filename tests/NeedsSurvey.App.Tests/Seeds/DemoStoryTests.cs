using NeedsSurvey.App.Demo;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Seeds;

public sealed class DemoStoryTests
{
    private static readonly DemoStory Story = DemoStory.Load();

    [Fact]
    public void The_story_says_everywhere_that_it_is_a_demo()
    {
        Assert.Contains("demo", Story.Organisation.Name.In("en"), StringComparison.Ordinal);
        Assert.Contains("demo", Story.Initiative.Title.In("en"), StringComparison.Ordinal);
        Assert.Contains("demo", Story.Report.Title.In("en"), StringComparison.Ordinal);
        var definition = Story.SurveyDefinition();
        Assert.Equal(["en", "es", "ar"], definition.Languages);
        Assert.All(["(demo)", "(demostración)", "(عرض تجريبي)"], word =>
            Assert.Contains(definition.Title.All(), text => text.Value.Contains(word, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void The_need_from_the_stories_is_in_no_catalogue() =>
        Assert.DoesNotContain(Story.NeedFromStories!.Name, Story.CatalogueNeeds().Select(need => need.Name));

    [Fact]
    public void Every_need_the_story_names_exists()
    {
        var known = Story
            .CatalogueNeeds()
            .Append(Story.NeedFromStories!)
            .Select(need => need.Name)
            .Append(StatedNeeds.OwnWords)
            .ToHashSet();
        Assert.Subset(known, Story.Prediction.ToHashSet());
        Assert.Subset(known, Story.Goals.SelectMany(goal => goal.Needs).Select(link => link.Need).ToHashSet());
        Assert.Subset(known, Story.Dispositions.Select(disposition => disposition.Need).ToHashSet());
    }

    [Fact]
    public void Population_shares_add_up() =>
        Assert.All(Story.Initiative.Margins, margin => Assert.Equal(1, margin.Shares.Values.Sum(), 9));

    [Fact]
    public void Population_shares_are_of_the_choices_of_the_survey()
    {
        var choices = Story
            .SurveyDefinition()
            .Questions.SelectMany(item => item is Domain.Surveys.Group group ? group.Questions : [item])
            .OfType<Domain.Surveys.SelectOneQuestion>()
            .Where(question => question.GroupRole is not null)
            .ToDictionary(
                question => question.GroupRole!,
                question => question.Choices.In(Story.SurveyDefinition()).Select(choice => choice.Name)
            );
        Assert.All(Story.Initiative.Margins, margin =>
            Assert.Subset(choices[margin.GroupRole].ToHashSet(), margin.Shares.Keys.ToHashSet())
        );
    }

    [Fact]
    public void One_need_is_unheard()
    {
        var decided = Story.Dispositions.ToDictionary(disposition => disposition.Need);
        var needs = Story.CatalogueNeeds().Append(Story.NeedFromStories!).Select(need => need.Name).ToList();
        Assert.Equal([Story.UnheardNeed], needs.Where(need => Unheard(need)));

        bool Unheard(string need) =>
            !decided.TryGetValue(need, out var decision)
            || (
                decision.Kind == DispositionKind.Act
                && Story.Goals.SelectMany(goal => goal.Needs).All(link => link.Need != need || link.Strength < LinkStrength.Covers)
            );
    }

    [Fact]
    public void One_goal_is_ungrounded() =>
        Assert.Equal(
            [Story.UngroundedGoal],
            Story.Goals.Where(goal => goal.Needs.Sum(link => link.Strength) == 0).Select(goal => goal.Key)
        );

    [Fact]
    public void One_goal_drifts_from_the_mission() =>
        Assert.Equal(
            [Story.DriftingGoal],
            Story.Goals.Where(goal => goal.Pillars.All(link => link.Strength < LinkStrength.Covers)).Select(goal => goal.Key)
        );

    [Fact]
    public void Links_point_to_pillars_that_exist() =>
        Assert.Subset(
            Story.Organisation.Pillars.Select(pillar => pillar.Key).ToHashSet(),
            Story.Goals.SelectMany(goal => goal.Pillars).Select(link => link.Pillar).ToHashSet()
        );

    [Fact]
    public void Links_have_a_strength()
    {
        Assert.All(Story.Goals.SelectMany(goal => goal.Pillars), link => Assert.True(LinkStrength.IsValid(link.Strength), link.Pillar));
        Assert.All(Story.Goals.SelectMany(goal => goal.Needs), link => Assert.True(LinkStrength.IsValid(link.Strength), link.Need));
    }

    [Fact]
    public void Nothing_is_decided_without_a_reason()
    {
        Assert.All(Story.Goals.SelectMany(goal => goal.Pillars), link => Assert.NotEmpty(link.Reason));
        Assert.All(Story.Goals.SelectMany(goal => goal.Needs), link => Assert.NotEmpty(link.Reason.In("en")));
        Assert.All(Story.Dispositions, disposition => Assert.NotEmpty(disposition.Reason.In("en")));
    }

    [Fact]
    public void The_story_fills_exactly_the_disclosure_that_only_people_can_fill()
    {
        var nothingKnown = new DisclosureFacts
        {
            Organisation = "",
            Community = "",
            Place = "",
            CommunitySize = null,
            SurveyTitles = [],
            SurveysInRandomOrder = 0,
            OffersNotKnowing = false,
            OpenedOn = null,
            ClosedOn = null,
            Languages = [],
            HasResponses = false,
            Responses = null,
            Threshold = 10,
            Precision = "",
            OpenAnswers = 0,
            OpenAnswersRead = 0,
            Coders = 0,
        };
        var people = Disclosure
            .Of(nothingKnown, Story.Report.Disclosure.ToDictionary(item => item.Key, item => item.Value.In("en")))
            .Where(item => item.ByPeople)
            .ToList();
        Assert.Equal(people.Select(item => item.Code).Order(), Story.Report.Disclosure.Keys.Order());
        Assert.All(people, item => Assert.NotEmpty(item.Words));
    }

    [Fact]
    public void The_replies_to_the_hearing_check_are_those_of_the_story()
    {
        var check = Story.HearingCheck;
        var replies = check.Replies();
        Assert.Equal(140, replies.Count);
        Assert.Equal(
            (check.Yes, check.Partly, check.No),
            (
                replies.Count(reply => reply.Verdict == HearingVerdict.Yes),
                replies.Count(reply => reply.Verdict == HearingVerdict.Partly),
                replies.Count(reply => reply.Verdict == HearingVerdict.No)
            )
        );
        Assert.Equal(check.Corrections.Count, replies.Count(reply => reply.Correction is not null));
    }

    // case content D1, R2
    [Fact]
    public void Thanks_are_no_corrections() =>
        Assert.All(Story.HearingCheck.Corrections, said =>
            Assert.Equal(said.Verdict == HearingVerdict.Yes, said is { Decision: null, Reason: null })
        );

    // case content D1
    [Fact]
    public void The_summary_changes_in_every_language()
    {
        var (first, second) = (Story.HearingCheck.Summary.ByLanguage, Story.HearingCheck.Revision.Summary.ByLanguage);
        Assert.All(first, words => Assert.NotEqual(words.Value, second[words.Key]));
    }

    [Fact]
    public void People_reply_while_the_hearing_check_is_open()
    {
        var (check, replies) = (Story.HearingCheck, Story.HearingCheck.Replies());
        Assert.All(replies, reply => Assert.InRange(reply.Day, check.OpenedDay, check.OpenedDay + check.OpenDays - 1));
        Assert.True(replies.Select(reply => reply.Day).Distinct().Count() > 7);
    }

    [Fact]
    public void The_hearing_check_lies_between_the_survey_and_today()
    {
        var check = Story.HearingCheck;
        Assert.True(check.EndDay < Story.OpenedDaysAgo && Story.Survey.OpenDays < check.OpenedDay);
    }

    [Fact]
    public void Progress_is_told_after_the_hearing_check()
    {
        var closed = Story.HearingCheck.EndDay;
        Assert.All(Story.Goals.SelectMany(goal => goal.Updates), update => Assert.InRange(update.Day, closed, Story.OpenedDaysAgo));
    }

    // What is quoted is translated as it was said: each wording has its own.
    [Fact]
    public void A_translation_has_the_wordings_of_the_sentence() =>
        Assert.All(new DemoVoices().Quotable(), said => Assert.All(said.ByLanguage.Values, words => Assert.DoesNotContain('[', words)));

    // A report that calls a goal late says why, and none that is under way is called so.
    [Theory, MemberData(nameof(Stories))]
    public void A_goal_that_is_past_its_day_says_what_holds_it_up(string slug)
    {
        var story = Of(slug);
        Assert.All(story.Goals.Where(goal => goal.DoneDay is null && goal.DueDay < story.OpenedDaysAgo), goal =>
            Assert.Contains(goal.Updates, update => update.Day >= goal.DueDay - 14)
        );
    }

    // What most who replied asked not to do has an answer.
    [Theory, MemberData(nameof(Stories))]
    public void A_goal_that_people_do_not_want_has_an_answer(string slug) =>
        Assert.All(Of(slug).Goals.Where(goal => goal.Replies is { } said && said.DoNot > said.Yes), goal => Assert.NotEmpty(goal.Updates));

    public static TheoryData<string> Stories => [.. DemoStory.All().Select(story => story.InitiativeSlug)];

    private static DemoStory Of(string slug) => DemoStory.All().Single(story => story.InitiativeSlug == slug);

    // content D3
    [Theory, MemberData(nameof(Stories))]
    public void The_survey_of_every_story_accepts_its_answers(string slug)
    {
        var story = Of(slug);
        var survey = CompiledSurvey.Compile(story.SurveyDefinition());
        var now = new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.All(story.Answers(200), response =>
        {
            var context = new ResponseContext { Language = response.Language, Now = now };
            var judged = AnswerCheck.Check(survey, response.AnswersJson, context);
            Assert.Empty(judged.Faults.Select(fault => fault.ToString()));
            Assert.Empty(judged.Dropped);
        });
    }

    // content D3
    [Theory, MemberData(nameof(Stories))]
    public void Every_need_of_every_story_exists(string slug)
    {
        var story = Of(slug);
        var known = story.CatalogueNeeds().Select(need => need.Name).Append(StatedNeeds.OwnWords).ToHashSet();
        if (story.NeedFromStories is { } told)
            known.Add(told.Name);
        string[] named =
        [
            .. story.Prediction,
            .. story.Goals.SelectMany(goal => goal.Needs).Select(link => link.Need),
            .. story.Dispositions.Select(disposition => disposition.Need),
            .. (story.People?.Sentences ?? []).SelectMany(sentence => sentence.Needs),
            story.UnheardNeed,
        ];
        Assert.Subset(known, named.ToHashSet());
    }

    // content D3, D4: whoever reads a report of the demo finds nothing that a template leaves open.
    [Theory, MemberData(nameof(Stories))]
    public void Every_goal_of_every_story_says_who_leads_it(string slug) =>
        Assert.All(Of(slug).Goals, goal => Assert.True(goal is { LedBy: not null, DecidedWith: not null }, goal.Key));
}
