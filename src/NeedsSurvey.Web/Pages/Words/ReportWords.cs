using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Pages.Words;

/// <summary>
/// The report's own words, one instance a language; what the organisation wrote stays as it was written. People answered in their language and are told in
/// it what came of it. To add a language, add a file like <c>SpanishReport.cs</c> and a line in <see cref="For"/>.
/// </summary>
public sealed record ReportWords
{
    public required string Language { get; init; }

    // Around the report
    public required string ToContent { get; init; }
    public required string DemoBand { get; init; }
    public required string ChangeLanguage { get; init; }
    public required Func<string, string> Version { get; init; }
    public required string ToReceipt { get; init; }
    public required string Versions { get; init; }
    public required string AsJson { get; init; }
    public required string AsCsv { get; init; }

    // What was heard
    public required Func<long, string, string> Answered { get; init; }
    public required string DemoSentence { get; init; }
    public required string HeardRight { get; init; }
    public required string NoReplies { get; init; }
    /// <summary>Of how many people (with the count in the reader's figures), what part said yes, partly, no. The first part stands before it in bold.</summary>
    public required Func<long, string, string, string, string> Verdict { get; init; }
    public required Func<string, string, string, string> VerdictInterval { get; init; }
    public required Func<string, string, string, string> VerdictPicture { get; init; }
    public required Func<long, string, string, string> Corrections { get; init; }
    public required string Needed { get; init; }
    public required string Rank { get; init; }
    public required string Need { get; init; }
    public required string Bar { get; init; }
    public required string Score { get; init; }
    public required string PeopleTold { get; init; }
    public required string ToldTitle { get; init; }
    public required string Told { get; init; }
    public required string OfThoseRead { get; init; }
    public required string BaseIsN { get; init; }
    public required string Withheld { get; init; }
    public required string OtherOrders { get; init; }
    public required string OtherRanks { get; init; }
    public required Func<string, string> TooFew { get; init; }
    public required string NoRanking { get; init; }
    /// <summary>Name and explanation of each way of ranking; empty in English, which the ranking itself speaks.</summary>
    public required IReadOnlyDictionary<RankingMethod, (string Name, string Explanation)> Methods { get; init; }

    // Needs and goals
    public required Func<bool, string> AlignTitle { get; init; }
    public required Func<bool, string> Mission { get; init; }
    public required Func<string, bool, string> EffortFits { get; init; }
    public required string EffortUnknown { get; init; }
    public required string NeedsAndGoals { get; init; }
    public required string WhatPeopleNeed { get; init; }
    public required string Weight { get; init; }
    public required Func<bool, string> Decision { get; init; }
    /// <summary>By the stored name of the disposition; the second for one person.</summary>
    public required IReadOnlyDictionary<string, (string We, string I)> Decided { get; init; }
    public required string UnheardTag { get; init; }
    public required string NoLink { get; init; }
    /// <summary>Weak, moderate, strong: for 1, 3 and 9.</summary>
    public required Func<int, string> Strength { get; init; }
    public required Func<bool, string> Fits { get; init; }
    public required string NoNeedBehind { get; init; }
    public required Func<bool, string> OffMission { get; init; }
    public required Func<long, string, string> OtherNeeds { get; init; }
    public required string NotDecided { get; init; }
    public required string WeightsUnknown { get; init; }
    public required Func<string, string, string> Coverage { get; init; }

    // Decisions
    public required string Now { get; init; }
    public required Func<bool, string> WeWill { get; init; }
    public required string NoGoal { get; init; }
    public required string Done { get; init; }
    public required Func<string, string> DueBy { get; init; }
    public required string Since { get; init; }
    public required Func<bool, string> WeWillNot { get; init; }
    public required string Dropped { get; init; }
    public required string UnheardTitle { get; init; }
    public required Func<long, string, string> Unheard { get; init; }
    public required string GatesTitle { get; init; }
    public required string DissentTitle { get; init; }

    // Who and how
    public required string WhoTitle { get; init; }
    public required string NoGroups { get; init; }
    public required string Group { get; init; }
    public required string OfAnswers { get; init; }
    public required string OfCommunity { get; init; }
    public required string HardlyHeard { get; init; }
    public required string Hidden { get; init; }
    public required string NotKnown { get; init; }
    public required string GroupsHidden { get; init; }
    public required string HowTitle { get; init; }
    /// <summary>Labels of the disclosure by its codes; empty in English, which the disclosure itself speaks.</summary>
    public required IReadOnlyDictionary<string, string> Disclosed { get; init; }
    public required string QuestionsAt { get; init; }
    public required Func<string, string> MadeWith { get; init; }
    public required string And { get; init; }

    public string Count(long n) => ReaderCulture.Count(n, Language);
    public string Percent(double share) => double.IsNaN(share) ? "–" : (share * 100).ToString("0", ReaderCulture.Of(Language)) + " %";
    public string Day(DateOnly day) => ReaderCulture.Day(day, Language);
    public string Day(DateTimeOffset moment) => Day(DateOnly.FromDateTime(moment.UtcDateTime));

    /// <summary>"a, b and c", each isolated from the direction of the others.</summary>
    public string List(IReadOnlyList<string> words)
    {
        var apart = words.Select(word => $"\u2068{word}\u2069").ToList();
        var comma = Language == "ar" ? "، " : ", ";
        return apart.Count < 2 ? string.Concat(apart) : string.Join(comma, apart.SkipLast(1)) + And + apart[^1];
    }

    public string ScoreOf(NeedRanking ranking, double? score) => ranking.Method == RankingMethod.Prevalence && score is { } share ? Percent(share)
        : score is { } value && !double.IsNaN(value) ? value.ToString(Math.Abs(value) switch { >= 20 => "0", >= 1 => "0.0", _ => "0.00" }, ReaderCulture.Of(Language)).Replace('-', '−') : "–";

    public string MethodOf(RankingMethod method) => Methods.TryGetValue(method, out var said) ? said.Name : MethodWords.Of(method);

    /// <summary>The ranking's name and what its score means.</summary>
    public string Explain(NeedRanking ranking) => Methods.TryGetValue(ranking.Method, out var said) ? $"{said.Name}: {said.Explanation}" : $"{ranking.Name}: {ranking.Explanation}";

    /// <summary>The words for a BCP 47 code by its primary part; English when there are none.</summary>
    public static ReportWords For(string language) => language.Split('-')[0] switch { "es" => SpanishReport.Words, "ar" => ArabicReport.Words, _ => EnglishReport.Words };
}
