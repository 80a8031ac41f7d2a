namespace NeedsSurvey.Web.Pages.Words;

/// <summary>
/// Words of <c>/privacy</c>, the threat model in plain sentences: what each party can learn. Each sentence is true of the program as it is; who changes what is
/// stored, logged or shown changes the sentence too.
/// </summary>
/// <param name="More">The link that leads there.</param>
/// <param name="Parties">By party: a heading, then paragraphs.</param>
public sealed record PrivacyWords(string More, string Title, string Lead, IReadOnlyList<(string Heading, string[] Words)> Parties)
{
    internal static readonly PrivacyWords English = new("Who could learn what", "Who could learn what about you",
        "We do not promise that nobody can ever recognise you. This is what each of these people could find out, and what they could not.",
        [
            ("What is stored",
            [
                "Your answers, the language you read in, the day they came in, whether your words may be quoted, and a random number. Beside them two codes by which a second sending and your receipt are known again; neither gives the receipt away.",
                "Not stored and not written into the program’s own logs: your name, e-mail, network address, browser, telephone, or the time of day. Until you press Submit nothing is stored at all. No cookie is set, and nothing is loaded from anybody else.",
            ]),
            ("The organisation that asks",
            [
                "Those of its people who may read answers see each answer whole: all that one person said, side by side, and the day. If what you say fits only you (“the only nurse in our street”), they can recognise you. Leave out names and such details, or skip the question.",
                "Those who sort written answers see one answer at a time, without the rest. Others see sums, and groups of fewer than ten people are hidden in them.",
            ]),
            ("Everybody who reads the report",
            [
                "Sums in which fewer than ten people cannot be seen. Your words are printed only if you allowed it, somebody checked them for giving you away, and twenty people stated the same need.",
                "What you write in a reply to “did we hear you right?” can be printed with the organisation’s reason when it does not follow it. It has no receipt and cannot be taken back here.",
            ]),
            ("Who runs this server",
            [
                "Everything that the organisation can see. While you are connected your network address is visible to the server, as with every website; this program does not keep it. Equipment in front of it, or a changed program, could: that is a matter of trust in who runs it.",
            ]),
            ("A thief of the database or of a backup",
            [
                "All answers with their days and languages, and the organisation’s own people with their e-mail addresses. No respondent’s name or address, and no receipt.",
                "The database keeps a journal of its own to survive a power cut. From the raw files an expert could work out the order in which answers were stored, and for recent ones the moment. Whoever also knows when you sat at your telephone could put the two together.",
                "A backup made before you took your answers back still holds them, until it is deleted.",
            ]),
            ("A thief of the logs",
            ["When the program started, stopped or failed. No answer, address or browser. A database server that the operator brought along keeps logs as the operator set it."]),
            ("Who watches the network",
            ["Where this page’s address begins with https: that somebody at your connection used this server, when, and how much was sent; not which survey and not what was said. Where it begins with http: everything."]),
            ("Who uses your telephone or computer after you",
            [
                "The address of the survey in the browser’s history, and open pages until they are closed. “Leave” goes to another site at once, but does not empty the history.",
                "Whoever has your receipt code can see which needs were understood from your words and what was decided about them, and can delete your answers. It does not show the answers.",
            ]),
            ("Taking it back",
            ["With the receipt code your answers, and everything that was noted about them, are deleted, and your quoted words are removed from published reports. That one answer was there on that day remains. Sums already published stay, and so do copies that somebody has downloaded."]),
        ]);

    internal static readonly PrivacyWords Spanish = new("Quién podría saber qué", "Quién podría saber qué de usted",
        "No prometemos que nadie pueda reconocerle jamás. Esto es lo que podría averiguar cada una de estas personas, y lo que no.",
        [
            ("Qué se guarda",
            [
                "Sus respuestas, el idioma en que leyó, el día en que llegaron, si sus palabras se pueden citar y un número al azar. Junto a ellas, dos códigos con los que se reconocen un segundo envío y su recibo; ninguno revela el recibo.",
                "No se guarda ni se escribe en los registros del programa: su nombre, correo, dirección de red, navegador, teléfono ni la hora. Hasta que pulse Enviar no se guarda nada. No hay cookies y no se carga nada de terceros.",
            ]),
            ("La organización que pregunta",
            [
                "Quienes en ella pueden leer respuestas ven cada respuesta entera: todo lo que dijo una persona, junto, y el día. Si lo que dice solo encaja con usted («la única enfermera de nuestra calle»), pueden reconocerle. No escriba nombres ni esos detalles, o sáltese la pregunta.",
                "Quienes ordenan las respuestas escritas ven una respuesta cada vez, sin el resto. Los demás ven sumas, en las que se ocultan los grupos de menos de diez personas.",
            ]),
            ("Cualquiera que lea el informe",
            [
                "Sumas en las que no se ve a menos de diez personas. Sus palabras se imprimen solo si lo permitió, si alguien comprobó que no le delatan y si veinte personas expresaron la misma necesidad.",
                "Lo que escriba al responder a «¿le entendimos bien?» puede imprimirse con las razones de la organización cuando no lo acepta. No tiene recibo y aquí no se puede retirar.",
            ]),
            ("Quien administra este servidor",
            [
                "Todo lo que ve la organización. Mientras está conectado, el servidor ve su dirección de red, como cualquier sitio web; este programa no la conserva. Los equipos que tenga delante, o un programa modificado, sí podrían: depende de la confianza en quien lo administra.",
            ]),
            ("Quien robe la base de datos o una copia de seguridad",
            [
                "Todas las respuestas con su día y su idioma, y las personas de la organización con su correo. Ningún nombre ni dirección de quien respondió, y ningún recibo.",
                "La base de datos lleva un diario propio para sobrevivir a un corte de luz. Con los archivos en bruto, un experto podría deducir el orden en que se guardaron las respuestas y, en las recientes, el momento. Quien sepa además cuándo estaba usted con el teléfono podría unir las dos cosas.",
                "Una copia hecha antes de que retirara sus respuestas todavía las tiene, hasta que se borre.",
            ]),
            ("Quien robe los registros",
            ["Cuándo arrancó, paró o falló el programa. Ninguna respuesta, dirección ni navegador. Un servidor de base de datos aportado por quien administra guarda los registros que esa persona haya configurado."]),
            ("Quien vigile la red",
            ["Si la dirección de esta página empieza por https: que alguien en su conexión usó este servidor, cuándo y cuánto se envió; no qué encuesta ni qué se dijo. Si empieza por http: todo."]),
            ("Quien use después su teléfono u ordenador",
            [
                "La dirección de la encuesta en el historial del navegador, y las páginas abiertas hasta que se cierren. «Salir» lleva enseguida a otro sitio, pero no vacía el historial.",
                "Quien tenga su código de recibo puede ver qué necesidades se entendieron en sus palabras y qué se decidió, y puede borrar sus respuestas. No muestra las respuestas.",
            ]),
            ("Retirarlo",
            ["Con el código del recibo se borran sus respuestas y todo lo que se anotó sobre ellas, y sus palabras citadas se quitan de los informes publicados. Queda que ese día hubo una respuesta. Las sumas ya publicadas se quedan, y también las copias que alguien haya descargado."]),
        ]);

    internal static readonly PrivacyWords Arabic = new("من يمكنه أن يعرف ماذا", "من يمكنه أن يعرف ماذا عنكم",
        "لا نعدكم بأن أحدًا لن يتعرّف عليكم أبدًا. هذا ما يمكن أن يعرفه كل من هؤلاء، وما لا يمكنه أن يعرفه.",
        [
            ("ما يُحفظ",
            [
                "إجاباتكم، واللغة التي قرأتم بها، واليوم الذي وصلت فيه، وهل يجوز اقتباس كلماتكم، ورقم عشوائي. ومعها رمزان يُعرف بهما الإرسال المكرر وإيصالكم، ولا يكشف أي منهما رمز الإيصال.",
                "لا يُحفظ ولا يُكتب في سجلات البرنامج: اسمكم وبريدكم وعنوان شبكتكم ومتصفحكم وهاتفكم وساعة الإجابة. لا يُحفظ شيء على الإطلاق قبل أن تضغطوا «إرسال». لا ملفات تعريف، ولا يُحمّل شيء من أي جهة أخرى.",
            ]),
            ("الجهة التي تسأل",
            [
                "من يحق لهم قراءة الإجابات فيها يرون كل إجابة كاملة: كل ما قاله شخص واحد معًا، واليوم. إذا كان ما تقولونه لا ينطبق إلا عليكم («الممرضة الوحيدة في شارعنا») فقد يتعرفون عليكم. لا تذكروا أسماء ولا مثل هذه التفاصيل، أو تخطّوا السؤال.",
                "من يصنّفون الإجابات المكتوبة يرون إجابة واحدة في كل مرة من دون بقيتها. والآخرون يرون مجاميع تُخفى فيها المجموعات التي تقل عن عشرة أشخاص.",
            ]),
            ("كل من يقرأ التقرير",
            [
                "مجاميع لا يظهر فيها أقل من عشرة أشخاص. لا تُطبع كلماتكم إلا إذا سمحتم بذلك، وتحقق شخص من أنها لا تكشفكم، وذكر عشرون شخصًا الحاجة نفسها.",
                "ما تكتبونه جوابًا عن «هل فهمناكم؟» قد يُطبع مع أسباب الجهة إذا لم تأخذ به. ليس له إيصال ولا يمكن سحبه هنا.",
            ]),
            ("من يدير هذا الخادم",
            [
                "كل ما تراه الجهة. وأثناء اتصالكم يرى الخادم عنوان شبكتكم كما في كل موقع، وهذا البرنامج لا يحتفظ به. لكن أجهزة أمامه أو برنامجًا معدّلًا قد تفعل ذلك: الأمر مسألة ثقة بمن يديره.",
            ]),
            ("من يسرق قاعدة البيانات أو نسخة احتياطية",
            [
                "كل الإجابات مع أيامها ولغاتها، والعاملون في الجهة مع عناوين بريدهم. لا اسم ولا عنوان لمن أجاب، ولا أي إيصال.",
                "لقاعدة البيانات سجل داخلي كي تنجو من انقطاع الكهرباء. من الملفات الخام يستطيع خبير أن يستنتج ترتيب حفظ الإجابات، ولحظة حفظ الحديثة منها. ومن يعرف أيضًا متى كنتم على هاتفكم قد يربط بين الأمرين.",
                "النسخة التي أُخذت قبل أن تسحبوا إجاباتكم ما زالت تحتويها إلى أن تُحذف.",
            ]),
            ("من يسرق السجلات",
            ["متى بدأ البرنامج أو توقف أو تعطل. لا إجابة ولا عنوان ولا متصفح. أما خادم قاعدة بيانات جاء به المدير فيحتفظ بالسجلات كما ضبطها المدير."]),
            ("من يراقب الشبكة",
            ["إذا بدأ عنوان هذه الصفحة بـ https: أن شخصًا على اتصالكم استخدم هذا الخادم، ومتى، وكم أُرسل؛ لا أي استطلاع ولا ماذا قيل. وإذا بدأ بـ http: كل شيء."]),
            ("من يستخدم هاتفكم أو حاسوبكم بعدكم",
            [
                "عنوان الاستطلاع في سجل المتصفح، والصفحات المفتوحة إلى أن تُغلق. زر «مغادرة» ينقلكم فورًا إلى موقع آخر لكنه لا يفرغ السجل.",
                "من لديه رمز إيصالكم يستطيع أن يرى أي حاجات فُهمت من كلماتكم وما تقرر بشأنها، وأن يحذف إجاباتكم. لكنه لا يعرض الإجابات.",
            ]),
            ("سحب ما قلتم",
            ["برمز الإيصال تُحذف إجاباتكم وكل ما دُوّن عنها، وتُزال كلماتكم المقتبسة من التقارير المنشورة. يبقى أن إجابة وصلت في ذلك اليوم. وتبقى المجاميع المنشورة والنسخ التي نزّلها أحد."]),
        ]);
}
