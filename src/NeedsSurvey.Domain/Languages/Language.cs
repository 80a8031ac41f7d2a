using System.Globalization;

namespace NeedsSurvey.Domain.Languages;

// One sealed class in one file is one language: adding a file adds the language, and what it leaves out does not compile.

/// <summary>
/// Everything that a language brings: how it writes numbers and days, and every word of the program's own that people who answer, hold a
/// receipt or read a report see. What a survey or an organisation wrote stays in the language it was written in. Derived classes are sealed
/// and have a constructor without parameters.
/// </summary>
public abstract class Language
{
    /// <summary>The primary part of its BCP 47 code: <c>es</c>. Regions (<c>es-MX</c>) are served by it.</summary>
    public abstract string Code { get; }

    /// <summary>Its name in itself, as its readers look for it: Español.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it is written from right to left.</summary>
    public abstract bool IsRightToLeft { get; }

    /// <summary>How it writes numbers, and the names of its months.</summary>
    public abstract CultureInfo Culture { get; }

    /// <summary>False when all its regions write numbers as <see cref="Culture"/> does, whatever the runtime knows of them.</summary>
    public virtual bool RegionsDiffer => true;

    /// <summary>A day in words, as a .NET format: <c>d MMMM yyyy</c>.</summary>
    public abstract string DayPattern { get; }

    /// <summary>Words that stand between the parts of a typed day and say nothing: 3 <c>de</c> mayo.</summary>
    public virtual IReadOnlyList<string> DateFillers => [];

    /// <summary>
    /// Names of months that <see cref="Culture"/> does not have, January's first: those of other regions, other spellings; the names of one
    /// month apart by |.
    /// </summary>
    internal virtual IReadOnlyList<string> OtherMonths => [];

    /// <summary>Calendars that its readers may count years by besides the Gregorian and the Buddhist one.</summary>
    internal virtual IReadOnlyList<Calendar> Calendars => OtherCalendars.Any;

    /// <summary>Between things in a row, with its space.</summary>
    public abstract string Comma { get; }

    /// <summary>Before the last of things in a row, with its spaces where it has any.</summary>
    public abstract string And { get; }

    /// <summary>The marks around words that somebody else said.</summary>
    public abstract (string Open, string Close) QuotationMarks { get; }

    /// <summary>The marks within those: around what is quoted in what somebody said.</summary>
    public abstract (string Open, string Close) InnerMarks { get; }

    /// <summary>What its readers call languages: a code and its name each, apart by semicolons.</summary>
    protected abstract string LanguageNames { get; }

    /// <summary>What people write beside a time of day.</summary>
    public abstract TimeWords Times { get; }

    /// <summary>Answers that the program puts into words where the survey has none.</summary>
    public abstract StandardAnswers Answers { get; }

    /// <summary>The answering pages, and pages in place of them.</summary>
    public abstract AnsweringWords Answering { get; }

    /// <summary>What is said of an answer that cannot be accepted.</summary>
    public abstract MessageWords Messages { get; }

    /// <summary><c>/receipt</c>: what became of what a person said.</summary>
    public abstract ReceiptWords Receipt { get; }

    /// <summary><c>/privacy</c>: who could learn what.</summary>
    public abstract PrivacyWords Privacy { get; }

    /// <summary>The public page of a hearing check.</summary>
    public abstract HearingWords Hearing { get; }

    /// <summary>The public report.</summary>
    public abstract ReportWords Report { get; }

    /// <summary><c>/demo</c>: the way into the invented stories.</summary>
    public abstract DemoWords Demo { get; }

    // What one person says in the place of an organisation: "I" for "we".

    /// <summary><see cref="Answering"/> where one person asks.</summary>
    public abstract AnsweringWords AnsweringByOne { get; }

    /// <summary><see cref="Receipt"/> where one person asks.</summary>
    public abstract ReceiptWords ReceiptByOne { get; }

    /// <summary><see cref="Hearing"/> where one person asks.</summary>
    public abstract HearingWords HearingByOne { get; }

    /// <summary><see cref="Report"/> where one person reports.</summary>
    public abstract ReportWords ReportByOne { get; }

    /// <summary>The answering pages of an organisation, or of one person.</summary>
    public AnsweringWords AnsweringOf(bool one) => one ? AnsweringByOne : Answering;

    /// <summary>The receipt's.</summary>
    public ReceiptWords ReceiptOf(bool one) => one ? ReceiptByOne : Receipt;

    /// <summary>The hearing checks'.</summary>
    public HearingWords HearingOf(bool one) => one ? HearingByOne : Hearing;

    /// <summary>The report's.</summary>
    public ReportWords ReportOf(bool one) => one ? ReportByOne : Report;

    /// <summary>Figures in which small groups are protected, in the report and on organisers' pages.</summary>
    public abstract SafeCountWords Figures { get; }

    /// <summary>How precise safe figures are.</summary>
    public abstract PrecisionWords Precision { get; }

    /// <summary>The value of HTML's <c>dir</c>: rtl or ltr.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>A whole number: 1,204.</summary>
    public string Count(long n) => n.ToString("N0", Culture);

    /// <summary>A share as a whole per cent: 71 %, on one line; a dash for none.</summary>
    public string Percent(double share) => double.IsNaN(share) ? "–" : (share * 100).ToString("0", Culture) + "\u00A0%";

    /// <summary>A day in words: 3 May 2026.</summary>
    public string Day(DateOnly day) => day.ToString(DayPattern, Culture);

    /// <summary>The day of a moment on the clock in which it is told.</summary>
    public string Day(DateTimeOffset moment) => Day(DateOnly.FromDateTime(moment.DateTime));

    /// <summary>
    /// "a, b and c", each isolated from the direction of the others; "a and b; c; d" where one of them is a row itself, so that nobody
    /// has to guess where it ends.
    /// </summary>
    public string List(IReadOnlyList<string> words)
    {
        var apart = words.Select(word => $"\u2068{word}\u2069").ToList();
        if (apart.Count < 2)
            return string.Concat(apart);
        return words.Any(word => word.Contains(And, StringComparison.Ordinal) || word.Contains(Comma, StringComparison.Ordinal))
            ? string.Join(Semicolon, apart)
            : string.Join(Comma, apart.SkipLast(1)) + And + apart[^1];
    }

    // Beside its comma: ، and ؛
    private string Semicolon => IsRightToLeft ? "؛ " : "; ";

    /// <summary>
    /// Words between the language's quotation marks; marks of its own within them become those of a quotation in a quotation.
    /// </summary>
    public string Quote(string words) =>
        QuotationMarks.Open
        + words
            .Replace(QuotationMarks.Open, InnerMarks.Open, StringComparison.Ordinal)
            .Replace(QuotationMarks.Close, InnerMarks.Close, StringComparison.Ordinal)
        + QuotationMarks.Close;

    /// <summary>A language as its readers call it; as its own speakers do, where it has no name for it.</summary>
    /// <param name="code">BCP 47.</param>
    public string NameOf(string code)
    {
        var primary = KnownLanguages.Primary(code);
        var named = LanguageNames.Split("; ").FirstOrDefault(name => name.StartsWith(primary + " ", StringComparison.Ordinal));
        var culture = CultureInfo.GetCultureInfo(code);
        return named is not null ? named[(primary.Length + 1)..] : culture.TextInfo.ToTitleCase(culture.NativeName);
    }

    /// <summary>Its code.</summary>
    public sealed override string ToString() => Code;
}
