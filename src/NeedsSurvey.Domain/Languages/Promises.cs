using System.Text.RegularExpressions;

namespace NeedsSurvey.Domain.Languages;

/// <summary>
/// Phrases that promise what this program cannot do. It does not know who answered, so it can go back to nobody: what there is to tell is
/// published, and people look it up. It cannot promise safety, that nobody is ever recognised, or help.
/// </summary>
public static partial class Promises
{
    /// <summary>The first such phrase in a text of any language that is known; null where there is none.</summary>
    public static string? In(string text) => Phrases().Match(text) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(
        """
            # English: coming back, reaching people
            \bwe(’|'|\ wi)ll\ (come\ back\ to|contact|call|write\ to|phone|reply\ to|inform|notify|keep)\ you\b
            | \b(come\ back\ to\ you\ with|get\ in\ touch\ with\ you|get\ back\ to\ you|let\ you\ know|you(’|'|\ wi)ll\ hear\ from\ us)\b
            # English: safety, help
            | \b(anonymous(ly)?|guarantee[ds]?|completely\ (secure|private|confidential)|100\ ?%\ (safe|secure))\b
            | (?<!promise\ that\ )\b(nobody|no\ one)\ (can|will|could)\ (ever\ )?(recogni[sz]e|identify|trace|find)\ you\b
            | \bwe(’|'|\ wi)ll\ (help|solve|fix)\b
            # Spanish
            | \b(volveremos\ (a|para)\b|le\ (llamaremos|escribiremos|contactaremos|avisaremos|informaremos|responderemos|ayudaremos))
            | \b(nos\ pondremos\ en\ contacto|recibirá\ noticias|tendrá\ noticias)
            | \b(anónim[oa]s?|anonimato|garantiza(mos)?|totalmente\ segur[oa]|completamente\ segur[oa])\b
            | \bnadie\ (puede|podrá|podría)\ (reconocerle|identificarle|encontrarle)
            # Arabic
            | سنعود\ إليكم | سنتصل\ بكم | سنكتب\ (إليكم|لكم) | سنتواصل\ معكم | سنردّ?\ عليكم | سنبلغكم | سنُعلمكم | سنساعدكم
            | مجهول(ة|ي)?\ الهوية | إخفاء\ الهوية | نضمن | آمن(ة)?\ تمامًا | سرّي(ة)?\ تمامًا
            # German
            | \b(melden\ uns\ bei\ Ihnen|kommen\ auf\ Sie\ zu|rufen\ Sie\ an|schreiben\ Ihnen|sagen\ Ihnen\ Bescheid|informieren\ Sie)\b
            | \b(Sie\ hören\ von\ uns|helfen\ Ihnen|anonym(e[rns]?)?|garantier(t|en)|völlig\ sicher|ganz\ sicher\ vor)\b
            | \bniemand\ (kann|wird)\ Sie\ (je\ )?(erkennen|finden)\b
            """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        5000
    )]
    private static partial Regex Phrases();
}
