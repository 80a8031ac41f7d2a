using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain.Tests.Languages;

/// <summary>One thing has one word in each language: what readers stumbled over does not come back (case content S1–S5, A1–A20).</summary>
public sealed class TermsTests
{
    [Theory]
    // The receipt, the goal, being heard, the survey, a device.
    [InlineData("en", "Your code", "verification")]
    [InlineData("en", "Your code", "receipt")]
    [InlineData("en", "Did we hear you right?", "hearing check")]
    [InlineData("en", "no answer yet", "unheard")]
    [InlineData("es", "Su código", "recibo")]
    [InlineData("es", "Su código", "comprobante")]
    [InlineData("es", "Meta", "objetivo")]
    [InlineData("es", "escucha", " oír")]
    [InlineData("es", "escuchado", "oído")]
    [InlineData("es", "¿Le hemos entendido bien?", "comprobación")]
    [InlineData("es", "¿Le hemos entendido bien?", "le entendimos bien")]
    [InlineData("es", "encuesta", "cuestionario")]
    [InlineData("es", "computadora", "ordenador")]
    [InlineData("es", "Complete", "Rellene")]
    [InlineData("es", "sin respuesta todavía", "sin atender")]
    [InlineData("ar", "رمز المتابعة", "إيصال")]
    [InlineData("ar", "استبيان", "استطلاع")]
    [InlineData("ar", "حاجة", "احتياج")]
    [InlineData("ar", "هل فهمناكم كما ينبغي", "سمعناكم كما")]
    [InlineData("ar", "هل فهمناكم كما ينبغي", "صفحة التحقق")]
    [InlineData("ar", "بلا ردّ حتى الآن", "تُلبَّ")]
    [InlineData("ar", "الجهة", "المنظمة")]
    [InlineData("ar", "ابدؤوا", "ابدأوا")]
    [InlineData("ar", "ملفات تعريف الارتباط", "ملفات تعريف،")]
    [InlineData("de", "Ihr Code", "Quittung")]
    [InlineData("de", "Umfrage", "Befragung")]
    public void A_thing_has_one_word(string language, string word, string instead)
    {
        var texts = Said.By(KnownLanguages.For(language)).Select(said => said.Words).ToList();
        Assert.Contains(texts, text => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(texts, text => text.Contains(instead, StringComparison.OrdinalIgnoreCase));
    }

    // case content A4
    [Theory]
    [InlineData(1, "اختاروا إجابة واحدة على الأقل.")]
    [InlineData(2, "اختاروا إجابتين على الأقل.")]
    [InlineData(5, "اختاروا 5 إجابات على الأقل.")]
    [InlineData(12, "اختاروا 12 إجابة على الأقل.")]
    public void Arabic_counts_answers_in_its_own_forms(int count, string words) =>
        Assert.Equal(words, KnownLanguages.For("ar").Answering.ChooseAtLeast(count));
}
