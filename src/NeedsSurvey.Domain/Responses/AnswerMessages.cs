namespace NeedsSurvey.Domain.Responses;

// What a respondent reads when an answer cannot be accepted. A survey's own constraint and required messages come before these.
// Languages without a table of their own read English; the page around the message says what it is either way.

/// <summary>Standard messages by code, in English, Spanish and Arabic.</summary>
internal static class AnswerMessages
{
    internal static string Say(string code, string language, ReadOnlySpan<object> values)
    {
        var table = language.Split('-')[0] switch { "es" => Spanish, "ar" => Arabic, _ => English };
        var format = table.GetValueOrDefault(code) ?? English.GetValueOrDefault(code) ?? English["wrong_form"];
        return string.Format(ReaderCulture.Of(language), format, values);
    }

    internal static readonly Dictionary<string, string> English = new()
    {
        ["wrong_form"] = "This answer does not have the form of the question. Please answer again.",
        ["text_needed"] = "Write the answer as text.",
        ["whole_number_needed"] = "Write a whole number, for example 12.",
        ["number_needed"] = "Write a number without a mark for thousands, for example 1250 or 12.5.",
        ["number_too_large"] = "This number is too large. Write a smaller one.",
        ["date_needed"] = "Write a real date: day, month and year, for example 27 3 1985.",
        ["time_needed"] = "Write a time, for example 09:30.",
        ["point_needed"] = "Give a place as latitude (−90 to 90) and longitude (−180 to 180).",
        ["choice_needed"] = "Choose one of the answers.",
        ["choices_needed"] = "Choose from the answers offered.",
        ["unknown_choice"] = "That is not one of the answers offered. Please choose again.",
        ["choice_not_offered"] = "After a change to an earlier answer, this choice is no longer offered. Please choose again.",
        ["chosen_twice"] = "The same answer is chosen twice. Choose each one once.",
        ["place_missing"] = "Fill the places in order, without leaving one out.",
        ["too_few"] = "Choose at least {0}.",
        ["too_many"] = "Choose at most {0}.",
        ["exclusive"] = "“{0}” cannot stand beside other answers. Untick it, or untick the others.",
        ["other_not_chosen"] = "You wrote your own words but chose a different answer. Choose “other”, or remove the words.",
        ["answered_and_declined"] = "You answered and also chose not to say. Keep one of the two.",
        ["too_long"] = "Write at most {0} characters. There are {1} now.",
        ["bad_text"] = "This text holds a character that cannot be kept. Please type it again.",
        ["off_scale"] = "Choose a number from {0} to {1}.",
        ["off_step"] = "Choose a number in steps of {0}.",
        ["unknown_row"] = "The question has no line “{0}”.",
        ["unknown_part"] = "An answer here has no part “{0}”.",
        ["same_best_worst"] = "Choose different answers for the two ends.",
        ["not_in_set"] = "That answer is not in this set. Please choose again.",
        ["cannot_decline"] = "This question cannot be declined. Please answer it.",
        ["required"] = "Please answer this question.",
        ["required_or_decline"] = "Please answer this question, or choose not to say.",
        ["constraint"] = "This answer does not fit. Please check it.",
        ["too_many_instances"] = "Give at most {0} of these.",
        ["unknown_question"] = "The survey has no question “{0}”.",
        ["not_a_question"] = "“{0}” does not take an answer.",
        ["duplicate_answer"] = "“{0}” is answered twice. Send each answer once.",
        ["not_answers"] = "The answers must be a JSON object from question name to answer.",
    };

    private static readonly Dictionary<string, string> Spanish = new()
    {
        ["wrong_form"] = "Esta respuesta no tiene la forma de la pregunta. Responda de nuevo, por favor.",
        ["text_needed"] = "Escriba la respuesta como texto.",
        ["whole_number_needed"] = "Escriba un número entero, por ejemplo 12.",
        ["number_needed"] = "Escriba un número sin separador de miles, por ejemplo 1250 o 12,5.",
        ["number_too_large"] = "Este número es demasiado grande. Escriba uno menor.",
        ["date_needed"] = "Escriba una fecha real: día, mes y año, por ejemplo 27 3 1985.",
        ["time_needed"] = "Escriba una hora, por ejemplo 09:30.",
        ["point_needed"] = "Indique un lugar con latitud (−90 a 90) y longitud (−180 a 180).",
        ["choice_needed"] = "Elija una de las respuestas.",
        ["choices_needed"] = "Elija entre las respuestas ofrecidas.",
        ["unknown_choice"] = "Esa no es una de las respuestas ofrecidas. Elija de nuevo, por favor.",
        ["choice_not_offered"] = "Tras cambiar una respuesta anterior, esta opción ya no se ofrece. Elija de nuevo, por favor.",
        ["chosen_twice"] = "La misma respuesta está elegida dos veces. Elija cada una una sola vez.",
        ["place_missing"] = "Rellene los lugares en orden, sin saltarse ninguno.",
        ["too_few"] = "Elija al menos {0}.",
        ["too_many"] = "Elija como máximo {0}.",
        ["exclusive"] = "“{0}” no puede ir junto a otras respuestas. Desmárquela o desmarque las demás.",
        ["other_not_chosen"] = "Escribió sus propias palabras pero eligió otra respuesta. Elija “otra” o borre las palabras.",
        ["answered_and_declined"] = "Respondió y también eligió no decirlo. Deje solo una de las dos cosas.",
        ["too_long"] = "Escriba como máximo {0} caracteres. Ahora hay {1}.",
        ["bad_text"] = "Este texto contiene un carácter que no se puede guardar. Escríbalo de nuevo, por favor.",
        ["off_scale"] = "Elija un número de {0} a {1}.",
        ["off_step"] = "Elija un número en pasos de {0}.",
        ["same_best_worst"] = "Elija respuestas distintas para los dos extremos.",
        ["cannot_decline"] = "Esta pregunta necesita una respuesta.",
        ["required"] = "Responda a esta pregunta, por favor.",
        ["required_or_decline"] = "Responda a esta pregunta, por favor, o elija no decirlo.",
        ["constraint"] = "Esta respuesta no encaja. Revísela, por favor.",
        ["too_many_instances"] = "Indique como máximo {0}.",
    };

    private static readonly Dictionary<string, string> Arabic = new()
    {
        ["wrong_form"] = "هذه الإجابة لا تناسب شكل السؤال. نرجو الإجابة مرة أخرى.",
        ["text_needed"] = "اكتبوا الإجابة نصًّا.",
        ["whole_number_needed"] = "اكتبوا عددًا صحيحًا، مثلًا 12.",
        ["number_needed"] = "اكتبوا عددًا دون فاصلة للآلاف، مثلًا 1250 أو 12.5.",
        ["number_too_large"] = "هذا العدد كبير جدًّا. اكتبوا عددًا أصغر.",
        ["date_needed"] = "اكتبوا تاريخًا صحيحًا: اليوم والشهر والسنة، مثلًا 27 3 1985.",
        ["time_needed"] = "اكتبوا وقتًا، مثلًا 09:30.",
        ["point_needed"] = "حدّدوا المكان بخط العرض (من −90 إلى 90) وخط الطول (من −180 إلى 180).",
        ["choice_needed"] = "اختاروا إحدى الإجابات.",
        ["choices_needed"] = "اختاروا من الإجابات المعروضة.",
        ["unknown_choice"] = "هذه ليست من الإجابات المعروضة. نرجو الاختيار مرة أخرى.",
        ["choice_not_offered"] = "بعد تغيير إجابة سابقة لم يعد هذا الخيار معروضًا. نرجو الاختيار مرة أخرى.",
        ["chosen_twice"] = "اختيرت الإجابة نفسها مرتين. اختاروا كل إجابة مرة واحدة.",
        ["place_missing"] = "املأوا المراتب بالترتيب دون ترك أي منها.",
        ["too_few"] = "اختاروا {0} على الأقل.",
        ["too_many"] = "اختاروا {0} على الأكثر.",
        ["exclusive"] = "لا يمكن اختيار «{0}» مع إجابات أخرى. أزيلوا اختيارها أو أزيلوا الإجابات الأخرى.",
        ["other_not_chosen"] = "كتبتم بكلماتكم لكنكم اخترتم إجابة مختلفة. اختاروا «غير ذلك» أو امحوا الكلمات.",
        ["answered_and_declined"] = "أجبتم واخترتم أيضًا عدم القول. أبقوا واحدًا منهما.",
        ["too_long"] = "اكتبوا {0} حرفًا على الأكثر. عددها الآن {1}.",
        ["bad_text"] = "في هذا النص رمز لا يمكن حفظه. نرجو كتابته مرة أخرى.",
        ["off_scale"] = "اختاروا عددًا من {0} إلى {1}.",
        ["off_step"] = "اختاروا عددًا بخطوات من {0}.",
        ["same_best_worst"] = "اختاروا إجابتين مختلفتين للطرفين.",
        ["cannot_decline"] = "هذا السؤال يحتاج إلى إجابة.",
        ["required"] = "نرجو الإجابة عن هذا السؤال.",
        ["required_or_decline"] = "نرجو الإجابة عن هذا السؤال أو اختيار عدم القول.",
        ["constraint"] = "هذه الإجابة غير مناسبة. نرجو مراجعتها.",
        ["too_many_instances"] = "أعطوا {0} على الأكثر.",
    };
}
