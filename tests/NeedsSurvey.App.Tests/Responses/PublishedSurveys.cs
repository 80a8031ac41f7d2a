// Surveys as they stand when people answer them, put straight into the tables: what these tests claim begins after publishing.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Tests.Support;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Responses;

/// <summary>Puts published surveys into a database.</summary>
public static class PublishedSurveys
{
    /// <summary>A survey of every type that issue 2 names, in English and Arabic.</summary>
    public const string EveryType = """
        {
          "title": {"en": "What matters here", "ar": "ما يهمّنا هنا"}, "languages": ["en", "ar"], "ask_to_quote": true,
          "start": {"why": {"en": "We begin with what you need.", "ar": "نبدأ بما تحتاجون إليه."}, "minutes": 6},
          "support": [{"label": {"en": "A friendly ear", "ar": "أذن صديقة"}, "url": "https://help.example.org", "phone": "+44 800 11 11"}],
          "questions": [
            {"type": "text", "name": "story", "story": true, "label": {"en": "What is going on?", "ar": "ماذا يجري؟"}},
            {"type": "integer", "name": "people", "label": {"en": "How many live with you?", "ar": "كم شخصًا يعيش معكم؟"}, "constraint": ". >= 0 and . < 50",
             "constraint_message": {"en": "Give a number from 0 to 49.", "ar": "اكتبوا عددًا من 0 إلى 49."}},
            {"type": "select_one", "name": "tenure", "other": true, "label": {"en": "How do you live?", "ar": "كيف تسكنون؟"}, "group_role": "tenure",
             "choices": [{"name": "rent", "label": {"en": "Renting", "ar": "بالإيجار"}}, {"name": "own", "label": {"en": "Owning", "ar": "ملك"}}]},
            {"type": "text", "name": "landlord", "relevant": "${tenure} = 'rent'", "label": {"en": "How is your landlord?", "ar": "كيف هو المالك؟"}},
            {"type": "select_multiple", "name": "help", "other": true, "max": 2, "label": {"en": "What would help?", "ar": "ما الذي يساعد؟"},
             "choices": [{"name": "food", "label": {"en": "Food", "ar": "طعام"}, "need": "food"}, {"name": "care", "label": {"en": "Care", "ar": "رعاية"}, "need": "care"},
                         {"name": "none", "label": {"en": "Nothing", "ar": "لا شيء"}, "exclusive": true}]},
            {"type": "range", "name": "life", "start": 0, "end": 10, "low_label": {"en": "Hard", "ar": "صعبة"}, "high_label": {"en": "Good", "ar": "جيدة"},
             "label": {"en": "How is life?", "ar": "كيف الحياة؟"}},
            {"type": "rank", "name": "first", "top": 2, "label": {"en": "What comes first?", "ar": "ما الذي يأتي أولًا؟"},
             "choices": [{"name": "food", "label": {"en": "Food", "ar": "طعام"}}, {"name": "home", "label": {"en": "Home", "ar": "بيت"}}, {"name": "care", "label": {"en": "Care", "ar": "رعاية"}}]},
            {"type": "need_grid", "name": "needs", "label": {"en": "Needs", "ar": "الحاجات"},
             "rows": [{"name": "housing", "label": {"en": "Housing", "ar": "السكن"}}, {"name": "safety", "label": {"en": "Safety", "ar": "الأمان"}}],
             "importance": {"label": {"en": "How important?", "ar": "ما الأهمية؟"}, "scale": [{"value": 0, "label": {"en": "Not", "ar": "لا"}}, {"value": 4, "label": {"en": "Very", "ar": "جدًّا"}}]},
             "satisfaction": {"label": {"en": "How is it going?", "ar": "كيف الحال؟"}, "scale": [{"value": 0, "label": {"en": "Badly", "ar": "سيئ"}}, {"value": 4, "label": {"en": "Well", "ar": "جيد"}}]}},
            {"type": "group", "name": "loss", "label": {"en": "Loss", "ar": "الفقد"}, "warning": {"en": "This may be hard.", "ar": "قد يكون هذا صعبًا."},
             "questions": [{"type": "date", "name": "since", "label": {"en": "Since when?", "ar": "منذ متى؟"}}]},
            {"type": "group", "name": "you", "appearance": "field-list", "label": {"en": "About you", "ar": "عنكم"},
             "questions": [
               {"type": "note", "name": "why_you", "label": {"en": "So we see whom we heard.", "ar": "لنعرف من سمعنا."}},
               {"type": "select_one", "name": "age", "required": true, "group_role": "age", "label": {"en": "Your age", "ar": "عمركم"},
                "choices": [{"name": "young", "label": {"en": "Under 30", "ar": "أقل من 30"}}, {"name": "old", "label": {"en": "30 or over", "ar": "30 فأكثر"}}]},
               {"type": "decimal", "name": "km", "label": {"en": "Kilometres to work", "ar": "كيلومترات إلى العمل"}},
               {"type": "time", "name": "wake", "label": {"en": "When do you get up?", "ar": "متى تستيقظون؟"}}]}
          ]
        }
        """;

    /// <summary>The operation that takes answers, put together by hand.</summary>
    internal static SubmitResponse Submitting(TestDatabase database, TimeProvider? clock = null) =>
        new(database.Db, new ReadPublishedSurvey(database.Db, clock ?? TimeProvider.System), new StoreResponses(database.Db), clock ?? TimeProvider.System);

    /// <summary>A survey of one question.</summary>
    public const string OneQuestion = """{"title": "One", "questions": [{"type": "text", "name": "story", "story": true, "label": "What is going on?"}]}""";

    /// <summary>Adds a survey with its version 1; answers its slug.</summary>
    /// <param name="database">Where.</param>
    /// <param name="definition">As JSON; a test with a definition that cannot be read is a mistake.</param>
    /// <param name="state"><c>draft</c> (then without a version), <c>open</c> or <c>closed</c>.</param>
    /// <param name="report">Slug of a published report of its initiative.</param>
    public static async Task<string> Add(TestDatabase database, string definition, string state = "open", string? report = null)
    {
        var reading = SurveyJson.Read(definition);
        Assert.True(reading.Ok, string.Join('\n', reading.Faults));
        var slug = "s-" + Guid.NewGuid().ToString("N")[..12];
        var ids = new { organisation = Guid.NewGuid(), initiative = Guid.NewGuid(), survey = Guid.NewGuid(), slug, state, report, definition = Jsonb.Of(definition) };
        (await database.Db.Maintenance<Done>(async tx =>
        {
            await tx.Execute("insert into organisation (organisation_id, slug, name, kind) values (@organisation, @slug, 'Riverside Museum', 'organisation')", ids);
            await tx.Execute("""
                insert into initiative (initiative_id, organisation_id, slug, title, purpose, stance, urgent_referral)
                values (@initiative, @organisation, @slug, 'Riverside together', 'To hear first.', 'solidarity', 'Ring 112 if you are in danger.')
                """, ids);
            await tx.Execute("""
                insert into survey (survey_id, initiative_id, organisation_id, slug, title, state, draft)
                values (@survey, @initiative, @organisation, @slug, 'Internal working title', @state, @definition)
                """, ids);
            if (state != "draft") await tx.Execute("insert into survey_version (survey_id, version, definition) values (@survey, 1, @definition)", ids);
            if (report is not null)
            {
                await tx.Execute("insert into report (initiative_id, slug) values (@initiative, @report)", ids);
                await tx.Execute("insert into report_version (initiative_id, version, content, published_by) values (@initiative, 1, '{}', 'test')", ids);
            }
            return Done.It;
        })).OrThrow();
        return slug;
    }

    /// <summary>Publishes a further version.</summary>
    public static Task Publish(TestDatabase database, string slug, int version, string definition) => database.Db.Maintenance<Done>(async tx =>
    {
        await tx.Execute("insert into survey_version (survey_id, version, definition) select survey_id, @version, @definition from survey where slug = @slug",
            new { slug, version, definition = Jsonb.Of(definition) });
        return Done.It;
    });

    /// <summary>Closes it, or opens it again.</summary>
    public static Task SetState(TestDatabase database, string slug, string state) => database.Execute($"update survey set state = '{state}' where slug = '{slug}'");
}
