namespace NeedsSurvey.Domain.Surveys;

/// <summary>A point: latitude, longitude, accuracy.</summary>
[ItemType("geopoint")]
public sealed record GeopointQuestion : Question;
