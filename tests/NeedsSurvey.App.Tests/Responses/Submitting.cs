using System.Text.Json;
using NeedsSurvey.App.Responses;

namespace NeedsSurvey.App.Tests.Responses;

/// <summary>A node that answers are sent to.</summary>
public abstract class Submitting : IClassFixture<TestDatabase>
{
    protected readonly TestDatabase database;
    protected readonly TestData data;
    private readonly SubmitResponse submit;

    protected Submitting(TestDatabase database)
    {
        this.database = database;
        data = TestData.On(database, new ManualClock());
        submit = data.Get<SubmitResponse>();
    }

    protected Task<Result<SubmitResponse.Submitted>> Send(
        string slug,
        Guid submission,
        string answers,
        int? version = null,
        bool mayQuote = false,
        string language = "en"
    ) =>
        submit.Run(
            new SubmitResponse.Command(slug, submission, language, JsonElement.Parse(answers)) { Version = version, MayQuote = mayQuote }
        );

    protected Task<long> Rows(string slug) =>
        database.Db.One<long>("select count(*) from response join survey using (survey_id) where slug = @slug", new { slug });
}
