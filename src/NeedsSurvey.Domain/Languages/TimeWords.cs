namespace NeedsSurvey.Domain.Languages;

/// <summary>
/// What stands beside a time of day in people's own writing, in small letters: words with spaces between them, each without its own spaces
/// and full stops, which are passed over when it is read: <c>am</c> reads "a. m." too.
/// </summary>
/// <param name="Hour">Words that say only that it is a time: Uhr, h.</param>
/// <param name="BeforeNoon">The first half of a clock of twelve hours: 12:30 is half past midnight.</param>
/// <param name="AfterNoon">The second half: 12:30 is half past noon.</param>
/// <param name="Morning">Words for times of the day before noon, which say nothing certain of 12:30.</param>
/// <param name="Evening">Words for times of the day after noon, which say nothing certain of 12:30.</param>
public sealed record TimeWords(string Hour, string BeforeNoon, string AfterNoon, string Morning, string Evening);
