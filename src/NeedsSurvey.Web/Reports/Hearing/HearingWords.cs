using NeedsSurvey.App;
using NeedsSurvey.Domain.Initiatives;

namespace NeedsSurvey.Web.Reports;

/// <summary>The hearing check's own words, in the languages the program speaks; a summary in another language is framed in English.</summary>
public sealed record HearingWords
{
    public required string Question { get; init; }
    public required string Heard { get; init; }
    public required string Yes { get; init; }
    public required string Partly { get; init; }
    public required string No { get; init; }
    public required string Missing { get; init; }
    public required string MissingHint { get; init; }
    public required string Send { get; init; }
    public required string Nothing { get; init; }
    public required string ThanksTitle { get; init; }
    public required string Thanks { get; init; }
    public required string Closed { get; init; }
    public required string ToReport { get; init; }
    public required string Problem { get; init; }
    public required string Choose { get; init; }
    public required string TooLong { get; init; }
    public required string Kept { get; init; }

    /// <summary>The operation's fault in these words; what the page cannot bring about keeps the operation's.</summary>
    public Fault Say(Fault fault) => fault with { Message = fault switch { { Path: "verdict" } => Choose, { Path: "correction", Code: "too_long" } => TooLong, _ => fault.Message } };

    public static HearingWords For(string language) => language.Split('-')[0] switch { "es" => Spanish, "ar" => Arabic, _ => English };

    private static readonly HearingWords English = new()
    {
        Question = "Did we hear you right?", Heard = "This is what we heard", Yes = "Yes, that is what we said", Partly = "Partly", No = "No, that is not it",
        Missing = "What is missing, or what did we get wrong? (optional)",
        MissingHint = "Your words may be printed in the report, with our answer. Please leave out anything that would tell who you are.",
        Send = "Send", Nothing = "Nothing here records who you are.", ThanksTitle = "Thank you", Thanks = "Your reply is in. The report will say how many people felt heard, and what we did with every correction.",
        Closed = "This hearing check is closed. Thank you to everyone who replied.", ToReport = "Read the report", Problem = "There is a problem", Choose = "Choose yes, partly or no",
        TooLong = "Please keep your words under 10,000 characters",
        Kept = "This is what you wrote. It could not be sent any more and is not stored; copy it if you want to keep it.",
    };

    private static readonly HearingWords Spanish = new()
    {
        Question = "¿Le hemos entendido bien?", Heard = "Esto es lo que hemos oído", Yes = "Sí, eso es lo que dijimos", Partly = "En parte", No = "No, no es eso",
        Missing = "¿Qué falta o qué entendimos mal? (opcional)",
        MissingHint = "Sus palabras pueden aparecer en el informe, con nuestra respuesta. Por favor, no escriba nada que diga quién es usted.",
        Send = "Enviar", Nothing = "Aquí nada registra quién es usted.", ThanksTitle = "Gracias", Thanks = "Hemos recibido su respuesta. El informe dirá cuántas personas se sintieron escuchadas y qué hicimos con cada corrección.",
        Closed = "Esta consulta está cerrada. Gracias a todas las personas que respondieron.", ToReport = "Leer el informe", Problem = "Hay un problema", Choose = "Elija sí, en parte o no",
        TooLong = "Por favor, escriba menos de 10.000 caracteres",
        Kept = "Esto es lo que escribió. Ya no se pudo enviar y no se ha guardado; cópielo si quiere conservarlo.",
    };

    private static readonly HearingWords Arabic = new()
    {
        Question = "هل فهمناكم كما ينبغي؟", Heard = "هذا ما سمعناه", Yes = "نعم، هذا ما قلناه", Partly = "جزئيًا", No = "لا، ليس هذا",
        Missing = "ما الذي ينقص، أو ما الذي أخطأنا فهمه؟ (اختياري)",
        MissingHint = "قد تُطبع كلماتكم في التقرير مع ردّنا. يُرجى عدم كتابة ما يدلّ على هويتكم.",
        Send = "إرسال", Nothing = "لا شيء هنا يسجّل من أنتم.", ThanksTitle = "شكرًا لكم", Thanks = "وصل ردّكم. سيذكر التقرير كم شخصًا شعر بأنه مسموع، وماذا فعلنا بكل تصحيح.",
        Closed = "انتهى هذا السؤال. شكرًا لكل من أجاب.", ToReport = "قراءة التقرير", Problem = "هناك مشكلة", Choose = "اختاروا: نعم أو جزئيًا أو لا",
        TooLong = "يُرجى كتابة أقل من 10,000 حرف",
        Kept = "هذا ما كتبتموه. لم يعد إرساله ممكنًا ولم يُحفظ؛ انسخوه إن أردتم الاحتفاظ به.",
    };
}
