using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Responses;

/// <summary>Marks the responses that are in the figures which people without sight of responses may see.</summary>
internal static class DrawnResponses
{
    /// <summary>Lets all that count join.</summary>
    /// <returns>How many there are now.</returns>
    public static async Task<int> Join(Tx tx, Guid surveyId)
    {
        await tx.Execute(JoinSql, new { surveyId });
        return await tx.One<int>(CountSql, new { surveyId });
    }

    private const string JoinSql = """
        update response set drawn = true where survey_id = @surveyId and not drawn and withdrawn_on is null
        """;

    private const string CountSql = "select count(*)::int from counted_response where survey_id = @surveyId and drawn";
}
