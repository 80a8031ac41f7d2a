// How a cell without an answer reads. Quotation marks do not tell a typed "NA" from the code: most readers of CSV drop them. So a code
// stands for its state only where no other cell of the export reads the same, and gives way to the next of its row of candidates where
// one does. Reads the same: to a reader who drops blanks around a cell, and takes -99.0 for -99.

using System.Collections;
using System.Globalization;

namespace NeedsSurvey.Domain.Exchange;

/// <summary>The codes of the three states that have one; "skipped" is the empty cell.</summary>
public sealed record StateCodes(string NotAsked, string Declined, string Unknown = StateCodes.DefaultUnknown)
{
    public const string DefaultNotAsked = "NA";
    public const string DefaultDeclined = "REFUSED";
    public const string DefaultUnknown = "DONT_KNOW";

    /// <summary>All of them.</summary>
    public IReadOnlyList<string> All() => [NotAsked, Declined, Unknown];

    /// <summary>How codes are chosen, as the files of a package say it.</summary>
    public const string Rule =
        "A code equals no other cell of the data. Where an answer, a choice or a leading column equals the code that was asked for, the "
        + "next free one stands instead: NA, NA_2, NA_3 ...; of whole numbers the next one away from zero: -99, -100 ...";

    /// <summary>The number that a code is; null for a word.</summary>
    public static long? Number(string code) =>
        long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>
/// Chooses codes: tell it every value that a cell can have, then ask <see cref="Settle"/>. It keeps no values, only which candidates are
/// taken, a fixed number at a time; should all of them be taken, it wants to be told everything again.
/// </summary>
public sealed class StateCodeSearch
{
    private readonly StateCodeCandidates[] candidates;

    /// <param name="wanted">The codes that were asked for; different from each other.</param>
    public StateCodeSearch(StateCodes wanted)
    {
        var all = wanted.All();
        // None may take the place of another.
        candidates = [.. all.Select(code => new StateCodeCandidates(code, [.. all.Where(other => other != code)]))];
    }

    /// <summary>
    /// What text a cell must at least look like to matter, as a regular expression that PostgreSQL reads as .NET does: wide of the mark
    /// is harmless.
    /// </summary>
    public string TextPattern => string.Join('|', candidates.Select(one => one.TextPattern));

    /// <summary>The codes, if all are words: only text can read like them.</summary>
    public IReadOnlyList<string>? Words =>
        candidates.Select(one => one.Word).OfType<string>().ToList() is var words && words.Count == candidates.Length ? words : null;

    /// <summary>Numbers that matter this time: those from the first to the last of each pair.</summary>
    public IReadOnlyList<(long First, long Last)> Numbers => [.. candidates.Select(one => one.Numbers).OfType<(long, long)>()];

    /// <summary>A value that a cell has.</summary>
    public void See(string value)
    {
        foreach (var one in candidates)
            one.See(value);
    }

    /// <summary>The codes; null when everything has to be told again.</summary>
    public StateCodes? Settle()
    {
        var settled = new List<string>();
        foreach (var one in candidates)
        {
            if (one.Settle(settled) is not { } code)
                return null;
            settled.Add(code);
        }
        return new(settled[0], settled[1], settled[2]);
    }
}

/// <summary>One code and what can stand in for it, in order: place 0 is the code itself.</summary>
public sealed class StateCodeCandidates
{
    /// <summary>Candidates looked at in one go.</summary>
    public const int Window = 1 << 16;

    // What a reader may drop around a cell.
    private const string Blanks = " \t\n\v\f\r";

    private readonly string code;
    private readonly string[] reserved;
    private readonly long? number;
    private readonly BitArray taken = new(Window);
    private long from;
    private string? settled;

    internal StateCodeCandidates(string code, string[] reserved)
    {
        (this.code, this.reserved) = (code, reserved);
        number = StateCodes.Number(code);
    }

    internal string? Word => number is null ? code : null;

    internal string TextPattern =>
        number is null ? $@"^\s*{code.Replace(".", "[.]", StringComparison.Ordinal)}(_[0-9]+)?\s*$" : @"^\s*[-+]?[0-9.][-+0-9.eE]*\s*$";

    internal (long First, long Last)? Numbers =>
        number is not { } whole ? null
        : whole > 0 ? (whole + from, whole + from + Window - 1)
        : (whole - from - Window + 1, whole - from);

    internal void See(string value)
    {
        if (PlaceOf(value) is { } place && place >= from && place < from + Window)
            taken[(int)(place - from)] = true;
    }

    internal string? Settle(IReadOnlyList<string> others)
    {
        for (var place = 0; settled is null && place < Window; place++)
            if (!taken[place] && At(from + place) is var free && !reserved.Contains(free) && !others.Contains(free))
                settled = free;
        if (settled is null)
        {
            from += Window;
            taken.SetAll(false);
        }
        return settled;
    }

    private string At(long place) =>
        number is { } whole ? (whole > 0 ? whole + place : whole - place).ToString(CultureInfo.InvariantCulture)
        : place == 0 ? code
        : $"{code}_{(place + 1).ToString(CultureInfo.InvariantCulture)}";

    private long? PlaceOf(string value)
    {
        var text = value.AsSpan().Trim(Blanks);
        if (number is { } whole)
            return
                decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read)
                && read is >= long.MinValue and <= long.MaxValue
                && (whole > 0 ? read - whole : whole - read) is >= 0 and < long.MaxValue and var away
                && decimal.IsInteger(away)
                ? (long)away
                : null;
        if (!text.StartsWith(code, StringComparison.Ordinal))
            return null;
        var rest = text[code.Length..];
        if (rest.IsEmpty)
            return 0;
        // NA_02 and NA_1 are no candidates.
        return
            rest[0] == '_'
            && rest.Length > 1
            && rest[1] != '0'
            && long.TryParse(rest[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            && ordinal > 1
            ? ordinal - 1
            : null;
    }
}
