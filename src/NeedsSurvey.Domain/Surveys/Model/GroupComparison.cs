using System.Text.Json.Serialization;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>What the groups of a question can be held against.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GroupComparison>))]
public enum GroupComparison
{
    /// <summary>The community's known shares: a census, or another count, asks the same of the same people.</summary>
    [JsonStringEnumMemberName("census")]
    Census,

    /// <summary>
    /// Nothing: the groups only help to read the answers. No count has them, or it counts others, such as households.
    /// </summary>
    [JsonStringEnumMemberName("reading")]
    Reading,
}
