using System.Globalization;

namespace NeedsSurvey.Domain.Languages;

// Long, because one language is one file: whoever translates or corrects opens nothing else.

/// <summary>Spanish; the person is usted.</summary>
public sealed class Spanish : Language
{
    public override string Code => "es";
    public override string Name => "Español";
    public override bool IsRightToLeft => false;
    public override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("es");
    public override string DayPattern => "d 'de' MMMM 'de' yyyy";
    public override IReadOnlyList<string> DateFillers => ["de"];
    internal override IReadOnlyList<string> OtherMonths => ["", "", "", "", "", "", "", "", "setiembre|set", "", "", ""];
    public override string Comma => ", ";
    public override string And => " y ";
    public override (string Open, string Close) QuotationMarks => ("«", "»");
    public override (string Open, string Close) InnerMarks => ("“", "”");

    protected override string LanguageNames =>
        "ar árabe; bn bengalí; de alemán; en inglés; es español; fa persa; fr francés; hi hindi; it italiano; ku kurdo; "
        + "pl polaco; ps pastún; pt portugués; ro rumano; ru ruso; so somalí; sw suajili; ti tigriña; tr turco; "
        + "uk ucraniano; ur urdu; vi vietnamita; yi yidis; zh chino";

    public override TimeWords Times { get; } = new("h hs hrs horas", "am", "pm", "delamañana mañana", "delatarde tarde");

    public override StandardAnswers Answers { get; } =
        new()
        {
            Declined = "Prefiero no decirlo",
            Unknown = "No lo sé",
            Most = "Lo que más",
            Least = "Lo que menos",
            Other = "Otra cosa",
            Yes = "Sí",
            No = "No",
        };

    public override AnsweringWords Answering { get; } =
        new()
        {
            // Start
            Start = "Empezar",
            AboutMinutes = n => n == 1 ? "Alrededor de 1 minuto" : $"Unos {n} minutos",
            WhoAsks = "Quién pregunta",
            MovesMe = "Lo que me mueve",
            Why = "Por qué preguntamos",
            NotStoredTitle = "Qué no guardamos",
            NotStored =
                "Su nombre, su correo, la dirección de internet de su teléfono o computadora y la hora en que respondió. Sin cuenta "
                + "y sin cookies.",
            KeptTitle = "Qué guardamos",
            Kept = "Sus respuestas y el día en que llegaron.",
            WhoSees = "Quién ve sus respuestas",
            WhoSeesDefault = name =>
                $"Las personas de {name} que trabajan en esto. Nunca publicamos quién dijo qué. Sus palabras solo se publican "
                + "si usted lo permite. Quien administra el servidor también podría leer las respuestas. Por favor, no escriba "
                + "nombres de personas.",
            WhatNext = "Qué pasa después",
            WhatNextDefault =
                "Publicamos lo que hemos escuchado, preguntamos si lo hemos entendido bien y decimos qué "
                + "haremos, qué no haremos y por qué.",
            AnswersUntil = day => $"Puede responder hasta el {day}.",
            HeardBy = day => $"A más tardar el {day} se publica lo que ha dicho la gente.",
            AskedBefore = "Ya hemos preguntado antes. Qué dijo la gente y qué pasó después:",
            AnswersPast = day => $"El último día para responder era el {day}. Todavía se reciben respuestas.",
            HeardPast = day => $"Lo que ha dicho la gente debía publicarse a más tardar el {day}.",
            SkipAnything = "Puede saltarse cualquier pregunta y dejarlo cuando quiera. No se envía nada hasta que pulse Enviar al final.",
            SkipMost =
                "Puede saltarse casi todas las preguntas; unas pocas necesitan una respuesta para seguir. Puede "
                + "dejarlo cuando quiera. No se envía nada hasta que pulse Enviar al final.",
            NothingKept = "Hasta entonces sus respuestas están solo en esta página: al cerrarla o recargarla se pierden.",
            UrgentTitle = "Si es urgente",
            ChangeLanguage = "Idioma",

            // On the way
            ToContent = "Ir al contenido",
            Demo = "Esto es una demostración: la organización y la encuesta son inventadas, y sus respuestas no cambian nada.",
            AddAnother = "Añadir más",
            Remove = "Quitar",
            Back = "Atrás",
            Continue = "Continuar",
            Skip = "Saltar esta",
            RatherNot = "Prefiero no decirlo",
            DoNotKnow = "No lo sé",
            Exit = "Salir de este sitio",
            NeedOf = (i, n) => $"Necesidad {i} de {n}",
            RowOf = (i, n) => $"{i} de {n}",
            BeforeSection = "Antes de seguir",
            ToSection = "Ir a estas preguntas",
            SkipSection = "Saltar esta parte",
            Footer = "No preguntamos ni guardamos quién es usted. No escriba nada que pueda delatarle.",
            FooterHelp = "Si esto le despierta algo doloroso, puede hablar con alguien:",
            NoteOpened = "Hay algo aquí para usted.",
            MoreOpened = "Sus respuestas abrieron más preguntas. Ya están en esta página.",
            DeleteTitle = "¿Borrar lo que dijo aquí?",
            DeleteLead = "No se borra nada si no pulsa «Borrar».",
            KeepIt = "Conservar",
            DeleteIt = "Borrar",
            OnlySoMany = (n, most) => $"Indicó {n}. Aquí puede contar de {most} como máximo.",

            // Kinds of question
            ChoicesDependOn = what =>
                $"Aquí todavía no hay nada que elegir, porque depende de «{what}». Puede responder primero a eso, o seguir.",
            NoChoices = "Nada de esto corresponde a lo que respondió antes. Puede seguir.",
            ChooseAll = "Marque todo lo que corresponda.",
            ChooseAtLeast = n => $"Elija al menos {n}.",
            ChooseAtMost = n => $"Elija como máximo {n}.",
            ChooseBetween = (a, b) => a == b ? $"Elija {a}." : $"Elija de {a} a {b}.",
            Or = "o",
            OtherWhat = "¿Qué es?",
            Day = "Día",
            Month = "Mes",
            Year = "Año",
            DateHint = "Por ejemplo, 27 3 2024",
            TimeHint = "Horas y minutos, por ejemplo 14:30",
            Place = n =>
                n switch
                {
                    1 => "Primero",
                    2 => "Segundo",
                    3 => "Tercero",
                    4 => "Cuarto",
                    5 => "Quinto",
                    _ => $"Puesto {n}",
                },
            RankHint = "Empiece por lo que más importa. Puede parar después de cualquiera.",
            RankTap = "Toque lo que va primero, después lo que va segundo, y así sucesivamente. Tóquelo otra vez para quitarlo.",
            NothingChosen = "Sin elegir",
            FindInList = "Buscar en la lista",
            RangeHint = (low, high) => $"Un número de {low} a {high}",
            AtMostCharacters = n => $"Como máximo {n} caracteres.",
            Latitude = "Latitud",
            Longitude = "Longitud",
            NewTab = "(pestaña nueva)",

            // Errors
            Offline = "Ahora no hay conexión. Sus respuestas siguen aquí y se enviarán cuando vuelva.",
            TypedHere = what => $"Escribió «{what}», que todavía no vale como respuesta.",
            TooMuchTogether =
                "Todas sus respuestas juntas son más largas de lo que se puede enviar. Acorte lo que escribió aquí; sigue en esta página.",
            NotStoredNow = "Ahora no hemos podido guardar sus respuestas. Siguen aquí: espere un momento y pulse Enviar otra vez.",
            CopyToCome = "Sus respuestas están guardadas. Falta todavía una segunda copia, en otra máquina.",
            SentBefore =
                "Estas respuestas ya se enviaron y están guardadas como estaban entonces. Lo que se cambió después no está guardado.",
            SentOtherwise = code =>
                $"Desde aquí ya se enviaron respuestas. Están guardadas como estaban, con el código {code}. Las de abajo son distintas y "
                + "aún no están guardadas. Pulse Enviar para enviarlas también, como de otra persona.",
            SentAndTakenBack =
                "Las respuestas que se enviaron antes desde aquí se retiraron y están borradas. Las de abajo no están guardadas. Pulse "
                + "Enviar para enviarlas como respuestas nuevas.",
            NotNowTitle = "Inténtelo de nuevo en un momento",
            NotNow = "El servidor no puede seguir ahora mismo.",
            WentWrongTitle = "Esto no ha funcionado",
            WentWrong = "Algo ha fallado en el servidor y ha quedado anotado.",
            StillHere = "Lo que escribió sigue en esta página: espere un momento y pulse Intentar de nuevo.",
            LoadAgain = "Espere un momento y vuelva a cargar esta página.",
            TooLarge = "Es más de lo que se puede enviar de una vez. Vuelva atrás, acorte lo que escribió y envíelo otra vez.",
            TryAgain = "Intentar de nuevo",
            ErrorPrefix = "Error: ",
            Problem = "Hay un problema",

            // Check and submit
            CheckTitle = "Revise sus respuestas",
            CheckLead = "Esto es lo que va a enviar. Antes puede cambiar lo que quiera.",
            Change = "Cambiar",
            NotAnswered = "Sin respuesta",
            MayQuote = "Pueden citar mis palabras",
            MayQuoteHint = "Solo si quiere. Sin esta marca, sus palabras se leen y cuentan, y nunca se citan.",
            Submit = "Enviar",
            SubmitOnce = "Pulsar dos veces no hace daño: sus respuestas cuentan una vez.",

            // Thanks
            ThanksTitle = "Gracias",
            ThanksDefault = "Sus respuestas han llegado.",
            ReceiptTitle = "Su código para ver qué pasa",
            ReceiptWhat = "Solo usted tiene este código. No podemos buscarlo y no dice quién es usted.",
            ReceiptUses = "Con él puede ver qué pasó con sus palabras, decirnos si le hemos entendido mal y retirar sus respuestas.",
            ReceiptKeep = "Apúntelo o hágale una foto. Solo se muestra aquí.",
            ReceiptPage = "Dónde usar el código",
            CopyCode = "Copiar el código",
            CodeCopied = "Copiado",
            Dropped = "Algunas respuestas no se incluyen, porque después usted cambió algo y esas preguntas ya no se hacen:",
            SharedPhone = "Si otras personas usan este teléfono o computadora, cierre esta página cuando tenga el código.",

            // No survey to answer
            ClosedTitle = "Esta encuesta está cerrada",
            Closed = "Ya no se puede responder. Gracias por su interés.",
            ClosedKept =
                "Sus respuestas ya no se pudieron enviar y no se ha guardado nada de ellas. Están abajo mientras esta página esté "
                + "abierta, por si quiere copiarlas.",
            ReadReport = "Lea lo que dijo la gente y lo que se está haciendo",
            ReportWillCome = "Se publicará lo que dijo la gente.",
            NotFoundTitle = "Aquí no hay ninguna encuesta",
            NotFound = "Revise el enlace: puede faltar una letra. Si se lo dieron en papel, escríbalo otra vez tal como está impreso.",
            NoReportTitle = "Aquí no hay ningún informe",
            NoHearingTitle = "Aquí no hay nada a lo que responder",
            DamagedTitle = "Esta página no llegó entera",
            Damaged =
                "Algo cambió o perdió parte del formulario por el camino, así que no se aceptó. Vuelva atrás y envíelo otra vez. Si no "
                + "funciona, empiece de nuevo.",
            StartAgain = "Empezar de nuevo",
        };

    public override MessageWords Messages { get; } =
        new()
        {
            // The form of an answer
            WrongForm = "Esta respuesta no se ha podido leer. Inténtelo de nuevo, por favor.",
            TextNeeded = "Escriba la respuesta como texto.",
            WholeNumberNeeded = "Escriba un número entero, por ejemplo 12.",
            NumberNeeded = "Escriba un número sin separador de miles, por ejemplo 1250 o 12,5.",
            SeveralNumbers = (typed, numbers) => $"«{typed}» se entiende como varios números: {numbers}. Escriba un solo número.",
            EitherNumber = (typed, one, other) => $"«{typed}» puede significar {one} o {other}. Escríbalo sin separador de miles.",
            FarDate = day => $"{day} está muy lejos de hoy. Revise el año, por favor.",
            OtherCalendar = (day, offered) => $"{day} está muy lejos de hoy. Si el año es de otro calendario, escriba este día: {offered}.",
            NumberTooLarge = "Este número es demasiado grande. Escriba uno menor.",
            NumberTooLong = "Este número tiene demasiadas cifras. Escriba uno con 28 como máximo.",
            DateNeeded = "Escriba una fecha real: día, mes y año, por ejemplo 27 3 1985.",
            TimeNeeded = "Escriba una hora, por ejemplo 09:30.",
            PointNeeded = "Indique un lugar con latitud (−90 a 90) y longitud (−180 a 180).",
            TooLong = (most, now) => $"Escriba como máximo {most} caracteres. Ahora hay {now}.",
            BadText = "Este texto contiene un carácter que no se puede guardar. Escríbalo de nuevo, por favor.",
            OffScale = (low, high) => $"Elija un número de {low} a {high}.",
            OffStep = step => $"Elija un número que suba de {step} en {step}.",

            Limits = new()
            {
                Number = new(
                    (low, high) => low == high ? $"Escriba el número {low}." : $"Escriba un número de {low} a {high}.",
                    low => $"Escriba un número que sea {low} o mayor.",
                    high => $"Escriba un número que sea {high} o menor."
                ),
                NumberOver = low => $"Escriba un número mayor que {low}.",
                NumberUnder = high => $"Escriba un número menor que {high}.",
                Date = new(
                    (low, high) => low == high ? $"Escriba la fecha {low}." : $"Escriba una fecha entre el {low} y el {high}.",
                    low => $"Escriba una fecha que no sea anterior al {low}.",
                    high => $"Escriba una fecha que no sea posterior al {high}."
                ),
                Time = new(
                    (low, high) => low == high ? $"Escriba la hora {low}." : $"Escriba una hora de {low} a {high}.",
                    low => $"Escriba una hora que no sea anterior a {low}.",
                    high => $"Escriba una hora que no sea posterior a {high}."
                ),
                Characters = new(
                    (low, high) => low == high ? $"Escriba exactamente {low} caracteres." : $"Escriba de {low} a {high} caracteres.",
                    low => $"Escriba al menos {low} caracteres.",
                    high => $"Escriba como máximo {high} caracteres."
                ),
                Choices = new(
                    (low, high) => low == high ? $"Elija {low}." : $"Elija de {low} a {high}.",
                    low => $"Elija al menos {low}.",
                    high => $"Elija como máximo {high}."
                ),
            },

            // Choices
            ChoiceNeeded = "Elija una de las respuestas.",
            ChoicesNeeded = "Elija entre las respuestas ofrecidas.",
            UnknownChoice = "Esa no es una de las respuestas ofrecidas. Elija de nuevo, por favor.",
            ChoiceNotOffered = "Tras cambiar una respuesta anterior, esta opción ya no se ofrece. Elija de nuevo, por favor.",
            ChosenTwice = "La misma respuesta está elegida dos veces. Elija cada una una sola vez.",
            PlaceMissing = "Complete los lugares en orden, sin saltarse ninguno.",
            TooFew = n => $"Elija al menos {n}.",
            TooMany = n => $"Elija como máximo {n}.",
            Exclusive = choice => $"Eligió «{choice}» y también otra cosa. Deje una de las dos.",
            OtherNotChosen = "Escribió sus propias palabras pero eligió otra respuesta. Elija «Otra cosa» o borre las palabras.",
            AnsweredAndDeclined = "Respondió y también eligió no decirlo. Deje solo una de las dos cosas.",
            SameBestWorst = "Elija respuestas distintas para los dos extremos.",
            NotInSet = "Esa respuesta no está en este conjunto. Elija de nuevo, por favor.",

            // What a survey asks for
            AnsweredAndUnknown = "Respondió y también eligió «No lo sé». Deje solo una de las dos cosas.",
            CannotBeUnknown = "Aquí no se ofrece «No lo sé». Elija una respuesta, por favor.",
            CannotDecline = "Para seguir hace falta una respuesta aquí. También puede dejarlo: no se envía nada.",
            Required = "Responda a esta pregunta, por favor.",
            RequiredOrDecline = "Responda a esta pregunta, por favor, o elija no decirlo.",
            Constraint = "Esta respuesta no encaja. Revísela, por favor.",
            TooManyInstances = n => $"Indique como máximo {n}.",

            // What programs send
            UnknownRow = row => $"La pregunta no tiene ninguna línea «{row}».",
            UnknownPart = part => $"Aquí una respuesta no tiene ninguna parte «{part}».",
            UnknownQuestion = name => $"La encuesta no tiene ninguna pregunta «{name}».",
            NotAQuestion = name => $"«{name}» no admite respuesta.",
            DuplicateAnswer = name => $"«{name}» está respondida dos veces. Envíe cada respuesta una sola vez.",
            NotAnswers = "Las respuestas deben ser un objeto JSON que lleve de cada pregunta a su respuesta.",
        };

    public override ReceiptWords Receipt { get; } =
        new()
        {
            // Asking for the code
            Title = "Qué pasó con mis palabras",
            Lead = "Escriba el código que le dimos cuando respondió.",
            Label = "Su código",
            Hint = "16 letras y números. No importan los espacios, los guiones ni las minúsculas.",
            Look = "Ver",
            Empty = "Escriba su código",
            Unknown = "No conocemos este código. Compárelo con lo que apuntó: tiene 16 letras y números.",

            // What became of it
            Stored = title => $"Sus respuestas a «{title}» están guardadas y cuentan.",
            NeedsTitle = "Qué entendimos",
            NoNeeds =
                "No encontramos ninguna necesidad en lo que nos contó. Si se nos escapó una, díganoslo cuando "
                + "preguntemos «¿Le hemos entendido bien?».",
            NotReadYet = "Lo que escribió con sus palabras aún no se ha leído hasta el final. Vuelva más adelante.",
            NotDecided = "Aún no hay nada decidido.",
            AnswerBy = day => $"Le debemos una respuesta a más tardar el {day}.",
            OneOf = (_, count) => $"Usted fue una de unas {count} personas que dijeron esto.",
            DecidedBefore = day => $"Se decidió el {day}, antes de que usted respondiera.",
            DecidedSince = day => $"Se decidió el {day}, después de que usted respondiera.",
            Since = "Desde que usted respondió:",
            Before = "Antes de que usted respondiera:",
            Decisions = new()
            {
                Act = "Nos encargamos.",
                Partner = "Lo hacemos con otras personas.",
                Refer = "Otras organizaciones pueden hacerlo mejor, y orientamos a la gente hacia allí.",
                Advocate = "Alzamos la voz por esto.",
                NotNow = "Ahora no.",
                Decline = "No lo haremos.",
            },
            Reason = "Por qué",
            Goal = "Meta",
            GoalStates = new()
            {
                Draft = "en discusión",
                Adopted = "adoptada",
                Done = "cumplida",
                Dropped = "abandonada",
            },

            // What the person can do
            NextTitle = "Qué puede hacer",
            Report = "Leer el informe",
            NoReport = "El informe aún no está publicado.",
            Hearing = "Díganos si le hemos entendido bien",
            NoHearing = "Ahora mismo no estamos preguntando si hemos entendido bien a todo el mundo. Vuelva más adelante, por favor.",
            WithdrawTitle = "Retirar mis respuestas",
            WithdrawWhat =
                "Borramos sus respuestas y lo que leímos en ellas, y sus palabras desaparecen de los informes publicados. Las próximas "
                + "cifras ya no las cuentan. Lo que otras personas ya copiaron o descargaron no se puede retirar.",
            Withdraw = "Retirar mis respuestas",
            ConfirmTitle = "¿Borrar sus respuestas? No se puede deshacer.",
            Confirm = "Sí, borrar mis respuestas",
            Keep = "No, conservarlas",
            Withdrawn = "Sus respuestas están borradas",
            WithdrawnWhat =
                "Usted las retiró y aquí ya no están. Las próximas cifras no las cuentan. Las cifras de antes se quedan como "
                + "están, y también las copias.",
            Another = "Consultar otro código",
            Reply = new()
            {
                Stored = question => $"Su respuesta a «{question}» está guardada.",
                TakeBack = "Retirar mi respuesta",
                TakeBackWhat =
                    "Borramos su respuesta, y lo que escribió desaparece de los informes publicados. Las próximas cifras ya no la "
                    + "cuentan. Lo que otras personas ya copiaron o descargaron no se puede retirar.",
                ConfirmTitle = "¿Borrar su respuesta? No se puede deshacer.",
                Confirm = "Sí, borrar mi respuesta",
                Keep = "No, conservarla",
                Gone = "Su respuesta está borrada",
                GoneWhat =
                    "Usted la retiró. Lo que escribió ya no aparece aquí. Las próximas cifras no la cuentan. Las copias se " + "quedan.",
            },
        };

    public override PrivacyWords Privacy { get; } =
        new()
        {
            Title = "Quién podría saber qué de usted",
            Lead =
                "No podemos prometer que nadie le reconozca nunca. Esto es lo que podría averiguar cada una de estas "
                + "personas, y lo que no.",
            Stored = new(
                "Qué se guarda",
                "Sus respuestas, el idioma en que leyó, el día en que llegaron, si sus palabras se pueden citar y dos números al azar. "
                    + "Junto a "
                    + "ellas, dos marcas con las que se reconocen un segundo envío y su código; ninguna revela el código.",
                "No se guarda ni se escribe en los registros del programa: su nombre, correo, dirección de red, navegador, teléfono ni la "
                    + "hora. Hasta que pulse Enviar no se guarda nada. No hay cookies y no se carga nada de terceros."
            ),
            Organisation = new(
                "Quien pregunta",
                "Quienes pueden leer respuestas allí ven cada respuesta entera: todo lo que dijo una persona, junto, y el día. Si "
                    + "lo que "
                    + "dice solo puede ser usted («la única enfermera de nuestra calle»), pueden reconocerle. No escriba nombres ni esos "
                    + "detalles, o sáltese la pregunta.",
                "Quienes ordenan las respuestas escritas ven una respuesta cada vez, sin el resto. Ellos y los demás ven sumas un poco "
                    + "cambiadas al azar y, de menos de diez personas, solo que son menos de diez."
            ),
            ReportReaders = new(
                "Cualquiera que lea el informe",
                "Sumas cambiadas un poco al azar, y ningún número menor de diez. Una versión nueva solo tiene sumas nuevas cuando han "
                    + "llegado o se han retirado diez personas o más, o se han leído las palabras de otras diez, para que nadie vea lo que "
                    + "dijo una de ellas. Sus palabras se imprimen solo si lo permitió, si alguien comprobó que no le delatan "
                    + "y si veinte personas expresaron la misma necesidad.",
                "Lo que escriba al responder a «¿Le hemos entendido bien?» puede imprimirse con la respuesta de la organización, salvo lo "
                    + "escrito junto a un sí. Lo que diga sobre las metas se cuenta, y lo que escriba ahí se lee y no se "
                    + "imprime. Después recibe un código. Con él puede retirarlo, también de los informes."
            ),
            Operator = new(
                "Quien administra este servidor",
                "Todo lo que ve la organización. Mientras usa la página, el servidor ve su dirección de red, como cualquier sitio "
                    + "web; este "
                    + "programa no la conserva. Los equipos que tenga delante, o un programa modificado, sí podrían: depende de la "
                    + "confianza "
                    + "en quien lo administra."
            ),
            DatabaseThief = new(
                "Quien robe la base de datos o una copia de seguridad",
                "Todas las respuestas con su día y su idioma, y las personas de la organización con su correo. Ningún nombre ni "
                    + "dirección de "
                    + "quien respondió, y ningún código suyo.",
                "La base de datos lleva un diario propio para sobrevivir a un corte de luz. Con los archivos en bruto, un experto podría "
                    + "deducir el orden en que se guardaron las respuestas y, en las recientes, el momento. Quien sepa además cuándo "
                    + "estaba "
                    + "usted con el teléfono podría unir las dos cosas.",
                "Una copia hecha antes de que retirara sus respuestas todavía las tiene, hasta que se borre."
            ),
            LogThief = new(
                "Quien robe los registros",
                "Cuándo arrancó, paró o falló el programa. Ninguna respuesta, dirección ni navegador. Un servidor de base de datos "
                    + "aportado "
                    + "por quien administra guarda los registros que esa persona haya configurado."
            ),
            Network = new(
                "Quien vigile la red",
                "Si la dirección de esta página empieza por https: que alguien en su conexión usó este servidor, cuándo y cuánto se envió; "
                    + "no qué encuesta ni qué se dijo. Si empieza por http: todo."
            ),
            NextUser = new(
                "Quien use después su teléfono o computadora",
                "La dirección de la encuesta en el historial del navegador, y las páginas abiertas hasta que se cierren. "
                    + "«Salir de este sitio» lleva "
                    + "enseguida a otro sitio, pero no vacía el historial. Si los scripts están desactivados, el botón Atrás del navegador "
                    + "puede mostrar la página que dejó, con lo que dijo: cierre también la ventana.",
                "Quien tenga su código puede ver qué necesidades se entendieron en sus palabras y qué se "
                    + "decidió, y puede borrar "
                    + "sus respuestas. No muestra las respuestas."
            ),
            TakingBack = new(
                "Retirarlo",
                "Con el código se borran sus respuestas y todo lo que se anotó sobre ellas, y sus palabras "
                    + "citadas se quitan de "
                    + "los informes publicados. Queda que ese día hubo una respuesta. Las sumas que ven los demás dejan de "
                    + "contarlas cuando se vuelven a sacar. Las sumas ya publicadas se quedan, y también las copias que alguien haya "
                    + "descargado."
            ),
        };

    public override HearingWords Hearing { get; } =
        new()
        {
            Question = "¿Le hemos entendido bien?",
            Heard = "Esto es lo que hemos escuchado",
            Changed = "Las correcciones han cambiado este texto. Lo que se quitó está tachado; lo nuevo, subrayado.",
            Yes = "Sí, eso es lo que dijimos",
            Partly = "En parte",
            No = "No, no es eso",
            Missing = "¿Qué falta o qué entendimos mal? (opcional)",
            MissingHint =
                "Sus palabras pueden salir en el informe, con nuestra respuesta. Por favor, no escriba nada que diga quién es " + "usted.",
            Send = "Enviar",
            Nothing = "No preguntamos ni guardamos quién es usted. No escriba nada que pueda delatarle.",
            ThanksTitle = "Gracias",
            Thanks =
                "Su respuesta ha llegado. El informe dice cuánta gente dijo que sí, en parte o que no, y qué hicimos con las "
                + "correcciones.",
            Closed = "Ya no preguntamos «¿Le hemos entendido bien?». Gracias a todas las personas que respondieron.",
            ToReport = "Leer el informe",
            Problem = "Hay un problema",
            Choose = "Elija sí, en parte o no",
            AnsweredSurvey = "¿Respondió usted a la encuesta?",
            CouldSay = "Pude decir lo que me importaba.",
            TakenSeriously = "Me tomaron en serio.",
            Degrees = ["Nada", "Un poco", "A medias", "Bastante", "Del todo"],
            GoalsQuestion = "¿Es esto lo que querría de nosotros?",
            GoalsLead =
                "Estas son las metas que salieron de lo que nos contaron. Diga de cada una qué le parece; deje las "
                + "que no le conciernan.",
            GoalYes = "Sí, esto queremos",
            GoalChange = "Algo así, pero de otra manera",
            GoalDoNot = "Por favor, no lo hagan",
            GoalWords = "¿Qué debería ser distinto? (opcional)",
            GoalWordsHint =
                "Quienes fijaron estas metas leen sus palabras. No se imprimen. Por favor, no escriba nada que " + "diga quién es usted.",
            GoalsChoose = "Elija una respuesta para al menos una meta",
            GoalsThanks =
                "Su respuesta ha llegado. El informe dice, junto a cada meta, cuánta gente la quiere, la quiere de otra "
                + "manera o nos pide que no la hagamos.",
            GoalsClosed = "Ya no preguntamos por estas metas.",
            GoalWordsAlone = "Escribió sobre una meta y no eligió respuesta. Elija una o borre lo escrito",
            CodeUses = "Con él puede retirar su respuesta cuando quiera.",
            SentOtherwise =
                "Ya envió una respuesta desde aquí, y cuenta. Lo de abajo es otra cosa. Aún no está guardado. Pulse Enviar y "
                + "se envía también, como de otra persona.",
            TakenBack =
                "Usted retiró la respuesta que envió desde aquí. Lo de abajo no está guardado. Pulse Enviar para enviarlo de nuevo.",
            Kept = "Esto es lo que escribió. Ya no se pudo enviar y no se ha guardado; cópielo si quiere conservarlo.",
        };

    public override ReportWords Report { get; } =
        new()
        {
            // Around the report
            Print = "Imprimir o guardar como PDF",
            ToContent = "Ir al contenido",
            DemoBand = "Datos de demostración: todas las personas y todo lo demás aquí son inventados.",
            ChangeLanguage = "Idioma",
            Version = n => $"versión {n}",
            VersionReason = (version, reason) => $"{version}, cambiada porque: {reason}",
            ToReceipt = "¿Respondió? Vea qué pasó con sus palabras",
            Versions = "Versiones:",
            AsJson = "Como datos (JSON)",
            AsCsv = "Necesidades y metas (CSV)",

            // In three lines
            Summary = "En pocas palabras",
            SummaryNeeds = needs => $"Lo que más necesita la gente: {needs}.",
            SummaryGoals = (n, count, one) =>
                $"{(one ? "Tengo" : "Tenemos")} {(n == 1 ? "1 meta" : count + " metas")} para responder a esto, con lo que ha "
                + "pasado hasta ahora.",
            SummaryNoGoals = "Todavía no se ha adoptado ninguna meta que responda a esto.",
            SummaryOpen = needs => $"Todavía no se ha decidido nada sobre: {needs}.",
            SummaryAllDecided = "Cada necesidad que se contó tiene una decisión y una razón.",

            // What was heard
            Answered = (n, count) => n == 1 ? "Respondió 1 persona." : $"Respondieron unas {count} personas.",
            DemoSentence = "Esto es una demostración: todas las personas y todo lo demás son inventados.",
            Solidarity = "Esto es solidaridad: una respuesta a lo que pasó.",
            SolidarityUntil = day => $"Esto es solidaridad: una respuesta a lo que pasó, hasta el {day}.",
            SolidarityOver = day => $"Esto fue solidaridad: una respuesta a lo que pasó. Terminó el {day}.",
            Allyship = one =>
                one ? "Esto es acompañar: me quedo y vuelvo a preguntar." : "Esto es acompañar: nos quedamos y " + "volvemos a preguntar.",
            Happened = "Qué pasó, con las palabras de quienes lo vivieron:",
            Stays = "Qué queda después:",
            ShowAll = "Ver todo",
            ShowMore = n => $"Ver {n} más",
            NeedByNeed = "Necesidad por necesidad",
            Translation = one => one ? "Mi traducción:" : "Nuestra traducción:",
            HeardRight = "¿Le hemos entendido bien?",
            NoReplies = "Nadie ha contestado todavía.",
            Verdict = (n, count, partly, no) =>
                $"de {(n == 1 ? "1 persona que contestó" : $"las {count} personas que contestaron")}: sí. En parte: {partly}. No: {no}.",
            HeardBesides = (answered, say, serious) =>
                $"Habían respondido a la encuesta: {answered}. Pudieron decir lo que les importaba, bastante o del todo: {say}. Se les "
                + $"tomó en serio, bastante o del todo: {serious}.",
            VerdictNoInterval =
                "Podía contestar cualquiera que tuviera el enlace, así que no hay margen de error: las cifras describen a quienes "
                + "contestaron.",
            VerdictPicture = (yes, partly, no) => $"{yes} sí, {partly} en parte, {no} no",
            Corrections = (count, accepted) => $"Correcciones que llegaron: {count}. De ellas, cambiaron el resumen: {accepted}.",
            Understood = "Qué entendimos",
            UnderstoodMarks = "Tachado: lo que escribimos primero. Subrayado: lo que cambiaron sus correcciones.",
            RepliesToFirst = day => $"Qué dijeron de nuestro primer texto, del {day}",
            RepliesTo = (count, day) => $"Qué dijeron de la versión {count}, del {day}",
            ChangedTitle = "Qué corrigieron y qué cambió",
            PromisedTitle = "Tienen razón, y el resumen aún no lo dice",
            AnsweredTitle = "Qué más nos dijeron y qué respondemos",
            CorrectionsWait = "Algunas correcciones aún no tienen respuesta.",
            Needed = "Qué necesita la gente",
            Need = "Necesidad",
            People = (n, count) => n == 1 ? "1 persona" : $"{count} personas",
            PeopleTold = "nadie preguntó; la gente lo contó",
            OwnWords = "Otra cosa, con nuestras palabras",
            ChosenTitle = "Nombrado en otras respuestas",
            OfThoseAsked = "De las personas a quienes se preguntó o cuyas palabras se leyeron",
            ToldTitle = "Contado con palabras propias",
            Told = "Nadie preguntó por esto; la gente lo mencionó.",
            OfThoseRead = "De las personas cuyas palabras se leyeron",
            FewTold = few => $"Nadie preguntó por esto. Con sus propias palabras nombraron cada cosa {few}:",
            Range = "Intervalo del 95\u00A0%:",
            MattersAndGoes = (matters, goes) => $"importa {matters}, va bien {goes}",
            ScoreAtMost = n => $"como máximo {n}",
            Beside = new()
            {
                Pair =
                    "Junto a cada necesidad: cuánto le importa a la gente y cómo va, sobre 100 cada cosa, y cuántas personas lo dijeron.",
                Share = "A casi todas las personas que respondieron se les preguntó por cada una. Al lado está la parte que la nombró.",
                PairOfAll =
                    "Junto a cada necesidad: cuánto le importa a la gente y cómo va, sobre 100 cada cosa. Lo "
                    + "dijeron de cada una casi todas las personas que respondieron.",
                ScoreOfAll =
                    "Junto a cada necesidad está su puntuación. Detrás de cada una están casi todas las personas que respondieron.",
                Score = "Junto a cada necesidad están su puntuación y cuántas personas hay detrás.",
            },
            Withheld =
                "Para proteger a las personas de grupos pequeños, los números están cambiados un poco al azar, y no se dan los de menos "
                + "de diez personas.",
            OtherOrders = "Para analistas: otras formas de ordenar dan otros órdenes",
            OtherRanks = "Puestos según otros métodos",
            TooFew = needs =>
                "Detrás de cada necesidad hay menos de diez personas, así que no se publica ninguna cifra: podría delatar a "
                + $"alguien. Se preguntó o se habló de {needs}.",
            NoRanking = "No hubo respuestas que permitan ordenar las necesidades.",
            FewAnswered = k => $"Respondieron menos de {k} personas, así que las necesidades no se ordenan.",
            Methods = new()
            {
                Prevalence = new("Cuántas personas lo dicen", "La parte de las personas preguntadas que dijo que esto es una necesidad."),
                Borich = new(
                    "Lo que importa y falta",
                    "Cuánto le falta a la satisfacción para llegar a la importancia, y cuenta más donde la necesidad importa más."
                ),
                RankedDiscrepancy = new(
                    "Falta más que sobra",
                    "De cada 100 personas: las que tienen más de lo que les importa, menos las que tienen menos. Bajo cero, a "
                        + "más personas les falta."
                ),
                ImportancePerformance = new("Importante y va mal", "Cuánto supera la importancia a la satisfacción."),
                ImportanceSatisfaction = new(
                    "Entre las tres primeras y sin cubrir",
                    "La parte que la pone entre las tres primeras, por la parte que hoy no está satisfecha."
                ),
                Concerns = new(
                    "Fortalezas y preocupaciones",
                    "Cuántos puntos porcentuales queda la satisfacción por debajo de la importancia."
                ),
                BestWorst = new("Lo más y lo menos necesario", "Cuántas veces más se eligió como lo más necesario que como lo menos."),
                Pairwise = new(
                    "Elegida antes que otras",
                    "La probabilidad de que gane cuando alguien elige entre esta y otra necesidad al azar."
                ),
                MeanRank = new(
                    "El orden que eligió la gente",
                    "El puesto que recibe de media cuando la gente ordena las necesidades: 1 es la primera."
                ),
                GroupConsensus = new(
                    "De acuerdo en todos los grupos",
                    "Con qué seguridad la gente de cada grupo coincide en que hace falta: un grupo en desacuerdo la baja."
                ),
                Hanlon = new(
                    "Valoración de un grupo",
                    "El juicio de un grupo sobre lo grande y grave que es el problema y lo bien que se puede resolver."
                ),
            },

            // What people bring
            AsksAgain = one => one ? "Vuelvo a preguntar:" : "Volvemos a preguntar:",
            Voices = "Con sus propias palabras",
            BringTitle = "Lo que aporta la gente de aquí",
            Bring =
                "También preguntamos qué compartiría o haría la gente con gusto. Cada una de estas cosas la ofrecieron al "
                + "menos diez personas.",

            // What had been expected
            Expectation = new()
            {
                Title = one => $"Qué {(one ? "esperaba" : "esperábamos")} y qué dijeron ustedes",
                Expected = (needs, one) => $"{(one ? "Esperaba" : "Esperábamos")} que nombraran primero: {needs}.",
                PeopleSaid = needs => $"Nombraron primero: {needs}.",
                NoneExpected = one => $"No {(one ? "esperaba" : "esperábamos")} ninguna de ellas entre lo primero.",
                NotExpected = (needs, one) => $"No {(one ? "esperaba" : "esperábamos")} entre lo primero: {needs}.",
                AllExpected = one => $"{(one ? "Esperaba" : "Esperábamos")} todo esto entre lo primero.",
                Sealed = "Lo esperado se escribió antes de que nadie respondiera, y después no se podía cambiar.",
                LearnedTitle = one => $"Qué {(one ? "he" : "hemos")} aprendido",
            },

            // Needs and goals
            AlignTitle = one =>
                one ? "De las necesidades a las metas y a lo que me guía" : "De las necesidades a las metas y a nuestra razón de ser",
            Mission = one => one ? "Mis valores:" : "Nuestra misión:",
            EffortFits = (share, one) =>
                $"{share} del esfuerzo va a metas que encajan con {(one ? "los valores" : "la misión")}; lo que encaja poco cuenta menos.",
            EffortUnknown = "Todas las metas cuentan igual, porque no se conoce el esfuerzo.",
            NeedsAndGoals = "Necesidades y metas",
            ShareOfNeed = share => $"{share} de lo que necesita la gente",
            SaidBy = people => $"lo dijeron {people}",
            Decided = new()
            {
                Act = new("actuamos", "actúo"),
                Partner = new("con otras personas", "con otras personas"),
                Refer = new("orientamos a otro lugar", "oriento a otro lugar"),
                Advocate = new("alzamos la voz", "alzo la voz"),
                NotNow = new("ahora no", "ahora no"),
                Decline = new("no lo haremos", "no lo haré"),
            },
            UnheardTag = "sin respuesta todavía",
            Strength = strength =>
                strength switch
                {
                    9 => "fuerte",
                    3 => "media",
                    1 => "débil",
                    _ => "nada",
                },
            Fits = one => one ? "Encaja con mis valores" : "Encaja con la misión",
            NoNeedBehind = "sin necesidad detrás",
            OffMission = one => one ? "fuera de los valores" : "fuera de la misión",
            OtherNeeds = (n, count) => n == 1 ? "Otra necesidad sin peso ni meta" : $"Otras {count} necesidades sin peso ni meta",
            NotDecided = "sin decidir",
            WeightsUnknown = "No hay cifras con las que pesar estas necesidades, así que cada una cuenta igual.",
            Coverage = (all, strong) =>
                $"Punto más grande: la meta hace más por esa necesidad. Nuestras metas alcanzan {all} de lo que la gente "
                + $"necesita, {strong} si contamos cuánto hace cada una. Esto es lo que prometemos; lo que está hecho aparece abajo.",

            // Decisions
            Now = "Qué pasa ahora",
            WeWill = one => one ? "Lo que haré" : "Lo que haremos",
            NoGoal = "Todavía no se ha adoptado ninguna meta.",
            Done = "cumplida",
            GoalVerdict = (n, count, yes, change, not) =>
                $"De {(n == 1 ? "1 persona que contestó" : $"las {count} personas que contestaron")} sobre esta meta, la quieren: {yes}; "
                + $"la quieren de otra manera: {change}; piden que no la hagamos: {not}.",
            LedBy = "Quién la dirige:",
            LedAlone = one => one ? "La dirijo yo, sin nadie más." : "La dirigimos sin nadie más.",
            DecidedWith = "Se decidió con:",
            DecidedAlone = one => one ? "Lo decidí yo, sin nadie más." : "Lo decidimos sin nadie más.",
            Uses = "Usa lo que ofreció la gente:",
            Effect = new()
            {
                Eases = "Alivia esto ahora.",
                Changes = "Cambia lo que lo causa.",
                Both = "Alivia esto ahora y cambia lo que lo causa.",
                Counts = (eases, changes, both) =>
                    $"Metas que alivian algo ahora: {eases}. Metas que cambian la causa: {changes}. Metas que hacen las dos cosas: {both}.",
            },
            DueBy = day => $"a más tardar el {day}",
            Late = day => $"debía estar el {day}; no consta como cumplida",
            Since = "Desde que nos lo contaron",
            WithOthers = "Con otras personas y organizaciones",
            NotNow = one => one ? "Ahora no, o no por mi parte" : "Ahora no, o no por nuestra parte",
            DecidedOn = day => $"decidido el {day}",
            Dropped = "meta abandonada",
            UnheardTitle = "Sin respuesta todavía:",
            Unheard = (_, needs, day) =>
                $"{needs}. Nos lo dijeron y aún no hemos decidido nada sobre ello. Les debemos una respuesta"
                + $"{(day is null ? "" : $" a más tardar el {day}")}.",
            GatesTitle = "Decidido antes de tener datos",
            DissentTitle = "Donde seguimos en desacuerdo",

            // Who and how
            WhoTitle = "A quién se escuchó y a quién no",
            OnlyForReading = "Se pregunta solo para leer mejor las respuestas: ningún recuento de la comunidad es de estos grupos.",
            NoCount = "No se conoce ningún recuento de la comunidad por estos grupos.",
            NoGroups = "No se preguntó por grupos, así que nadie puede saber a quién faltó escuchar.",
            Group = "Grupo",
            OfAnswers = "De quienes respondieron",
            OfCommunity = "De la comunidad",
            HardlyHeard = "casi no se les escuchó",
            HeardLess = "se les escuchó menos de lo que les toca",
            NotKnown = "no se sabe",
            HowTitle = "Cómo hemos escuchado",
            Disclosed = new()
            {
                ConductedBy = "Quién preguntó",
                Sponsor = "Quién pagó",
                Instrument = "Qué se preguntó",
                Population = "De quiénes trata",
                Recruitment = "Cómo se invitó a la gente",
                Mode = "Cómo se respondió",
                Dates = "Cuándo",
                Languages = "Idiomas",
                Sizes = "Cuántas personas y con qué precisión",
                Weighting = "Ponderación",
                Processing = "Cómo se trabajaron las respuestas",
                Limitations = "Limitaciones",
                Asked = titles => $"{titles}. Las preguntas, palabra por palabra, están enlazadas en este informe.",
                InRandomOrder = some =>
                    $"{(some ? "En algunas de las encuestas, las listas" : "Las listas")} de necesidades y otras que no tienen un orden "
                    + "propio se mostraron en orden aleatorio, distinto para cada persona, que no se guardó: nada gana por estar primero.",
                NotKnowing =
                    "Donde alguien puede no saber, se ofreció «No lo sé»; quien lo eligió no cuenta allí en ningún porcentaje ni "
                    + "en ninguna media.",
                About = (who, count) => $"{who}; unas {count} personas",
                OnAForm =
                    "En un formulario web, sin cuenta y sin dar el nombre. No se guardó ninguna dirección, ningún dispositivo ni la hora.",
                Since = day => $"Desde el {day}; la encuesta sigue abierta.",
                Between = (first, last) => $"Del {first} al {last}.",
                FewAnswered = k => $"Respondieron menos de {k} personas.",
                NotWeighted = "Las cifras no están ponderadas: cada respuesta cuenta lo mismo.",
                Checked = "Las respuestas se comprobaron con las preguntas tal como se enviaron.",
                ReadNone = "No se leyó ninguna respuesta abierta para asignarla a necesidades.",
                ReadSome = (n, count) =>
                    $"{(n == 1 ? "1 persona leyó" : count + " personas leyeron")} menos de la mitad de las respuestas abiertas para "
                    + "asignarlas a necesidades.",
                ReadMost = (n, count) =>
                    $"{(n == 1 ? "1 persona leyó" : count + " personas leyeron")} más de la mitad de las respuestas abiertas para "
                    + "asignarlas a necesidades.",
                ReadAll = (n, count) =>
                    $"{(n == 1 ? "1 persona leyó" : count + " personas leyeron")} todas las respuestas abiertas para asignarlas "
                    + "a necesidades.",
            },
            QuestionsAt = "Las preguntas, palabra por palabra:",
            InRandomOrder = "En orden aleatorio: cada persona las vio en otro orden.",
            QuestionsNote =
                "Estas son las preguntas tal como se hicieron, una página tras otra. Cada persona vio solo las que le "
                + "correspondían y podía dejar cualquiera sin contestar. Aquí no se puede completar nada.",
            MadeWith = version => $"Hecho con NeedsSurvey {version}.",
        };

    public override DemoWords Demo { get; } =
        new()
        {
            Title = "La demostración",
            Heading = "Un barrio al que se preguntó primero",
            Lead =
                "«Vecinas y vecinos de Riverside» preguntó a la gente de un barrio inventado qué necesita. Respondieron unas "
                + "1.200 personas de 14.800. El grupo fijó sus metas según eso y contó a todo el mundo qué pasó con ellas. Mírelo "
                + "desde tres lados.",
            Explore = "Ver la demostración",
            ExploreWhat = "Tarda unos segundos en crearse y no toca nada de lo suyo.",

            // Three sides
            AskedTitle = "Le preguntan",
            Asked =
                "La segunda ronda de la encuesta, como la ve la gente en el teléfono, en tres idiomas. Responda si quiere: su "
                + "código le lleva de vuelta.",
            OpenSurvey = "Abrir la encuesta",
            ToldTitle = "Quiere saber qué salió de ello",
            Told = "El informe que puede leer cualquiera: qué se escuchó, de quiénes, y qué se promete, con fechas.",
            AskTitle = "Usted pregunta",
            Ask =
                "El lado de quien organiza, en cinco etapas: escuchar, necesidades, «¿Le hemos entendido bien?», metas, informe. "
                + "Está en inglés.",
            SeeAsking = "Ver el lado de quien organiza",
            Members =
                "Esta instalación ya es de alguien. Solo quien tiene una cuenta aquí ve el lado de quien organiza. Todo lo demás "
                + "de esta página puede verlo sin cuenta.",
            SignIn = "Entrar",
            NotYours = "Su cuenta no pertenece a la demostración. Quien la administra puede invitarle.",

            // What a visitor without an account may do
            TryTitle = "Usted prueba",
            Try =
                "Una copia de todo esto, para cambiar preguntas, leer y clasificar respuestas, fijar metas, descargar y publicar. "
                + "Quien esté mirando al mismo tiempo trabaja en la misma copia. Se borra cuando se va la última persona. Tarda "
                + "unos segundos en crearse.",
            TryCopy = "Probar todo en una copia",
            Leave = "Salir de la demostración",
            GuestOnly = "Quien está de visita solo mira la demostración y cambia una copia. Para empezar algo suyo:",
            SetUp = "prepare esta instalación (en inglés)",

            // The other two stories
            OthersTitle = "Dos historias más pequeñas",
            SolidarityTitle = "Después de la noche en Mill Road",
            Solidarity =
                "Una familia responde a lo que le hicieron a su calle: solidaridad, con un último día. Más de la mitad de quienes "
                + "contestaron dijo que el primer resumen no les había escuchado, o no del todo. Lea qué corrigieron y qué dice el "
                + "segundo.",
            PersonTitle = "Antes de empezar",
            Person = "Una persona con valores en lugar de misión, a quien le dijeron: no funde otro grupo para nosotros.",
            SayOfGoals = "Diga qué le parecen las metas",

            // Where the idea comes from
            HandsTitle = "Dos manos",
            HandsIdea =
                "«No dejan de preguntar qué pueden hacer, pero en realidad no nos escuchan.» Lo dijo una mujer, cansada, a "
                + "estudiantes que preguntaban cómo vivía su comunidad la violencia policial. Por eso nada aquí empieza por lo que "
                + "usted podría hacer. Empieza por «Hablemos de lo que pasa», y pregunta a la gente cómo se nota para ella que "
                + "alguien está a su lado.",
            HandsMark =
                "Por qué el signo son dos manos: un grupo que quiso traducir la palabra inglesa «allyship» acabó eligiendo "
                + "«amistad», que en chino se puede leer como «dos manos». Una pregunta. La otra también tiene algo que dar.",
        };

    public override AnsweringWords AnsweringByOne =>
        Answering with
        {
            Why = "Por qué pregunto",
            NotStoredTitle = "Qué no guardo",
            NotStored =
                "Su nombre, su correo, la dirección de internet de su teléfono o computadora y la hora en que respondió. Sin cuenta "
                + "y sin cookies.",
            KeptTitle = "Qué guardo",
            WhoSeesDefault = name =>
                $"{name}. Nunca publico quién dijo qué. Sus palabras solo se publican si usted lo permite. Quien administra el "
                + "servidor también podría leer las respuestas. Por favor, no escriba nombres de personas.",
            WhatNextDefault = "Publico lo que he escuchado, pregunto si lo he entendido bien y digo qué haré, qué no haré y por qué.",
            AskedBefore = "Ya he preguntado antes. Qué dijo la gente y qué pasó después:",
            Footer = "No pregunto ni guardo quién es usted. No escriba nada que pueda delatarle.",
            NotStoredNow = "Ahora no se han podido guardar sus respuestas. Siguen aquí: espere un momento y pulse Enviar otra vez.",
            ReceiptWhat = "Solo usted tiene este código. No puedo buscarlo y no dice quién es usted.",
            ReceiptUses = "Con él puede ver qué pasó con sus palabras, decirme si le he entendido mal y retirar sus respuestas.",
        };

    public override ReceiptWords ReceiptByOne =>
        Receipt with
        {
            NeedsTitle = "Qué entendí",
            AnswerBy = day => $"Le debo una respuesta a más tardar el {day}.",
            NoNeeds =
                "No encontré ninguna necesidad en lo que me contó. Si se me escapó una, dígamelo cuando "
                + "pregunte «¿Le he entendido bien?».",
            Decisions = new()
            {
                Act = "Me encargo.",
                Partner = "Lo hago con otras personas.",
                Refer = "Otras organizaciones pueden hacerlo mejor, y oriento a la gente hacia allí.",
                Advocate = "Alzo la voz por esto.",
                NotNow = "Ahora no.",
                Decline = "No lo haré.",
            },
            Hearing = "Dígame si le he entendido bien",
            NoHearing = "Ahora mismo no estoy preguntando si he entendido bien a todo el mundo. Vuelva más adelante, por favor.",
            WithdrawWhat =
                "Borro sus respuestas y lo que leí en ellas, y sus palabras desaparecen de los informes publicados. Las próximas "
                + "cifras ya no las cuentan. Lo que otras personas ya copiaron o descargaron no se puede retirar.",
            Reply = Receipt.Reply with
            {
                TakeBackWhat =
                    "Borro su respuesta, y lo que escribió desaparece de los informes publicados. Las próximas cifras ya no la "
                    + "cuentan. Lo que otras personas ya copiaron o descargaron no se puede retirar.",
            },
        };

    public override HearingWords HearingByOne =>
        Hearing with
        {
            Question = "¿Le he entendido bien?",
            Heard = "Esto es lo que he escuchado",
            Missing = "¿Qué falta o qué entendí mal? (opcional)",
            MissingHint =
                "Sus palabras pueden aparecer en el informe, con mi respuesta. Por favor, no escriba nada que diga quién es usted.",
            Nothing = "No pregunto ni guardo quién es usted. No escriba nada que pueda delatarle.",
            Thanks =
                "He recibido su respuesta. En el informe publico cuántas personas dijeron que sí, en parte o que no, y "
                + "qué hice con las correcciones.",
            Closed = "Ya no pregunto «¿Le he entendido bien?». Gracias a todas las personas que respondieron.",
            GoalsQuestion = "¿Es esto lo que querría de mí?",
            GoalsLead =
                "Estas son las metas que salieron de lo que me contaron. Diga de cada una qué le parece; deje las "
                + "que no le conciernan.",
            GoalDoNot = "Por favor, no lo haga",
            GoalWordsHint = "Leo sus palabras. No se imprimen. Por favor, no escriba nada que diga quién es usted.",
            GoalsThanks =
                "He recibido su respuesta. En el informe publico, junto a cada meta, cuántas personas la "
                + "quieren, la quieren de otra manera o me piden que no la haga.",
            GoalsClosed = "Ya no pregunto por estas metas.",
        };

    public override ReportWords ReportByOne =>
        Report with
        {
            HeardRight = "¿Le he entendido bien?",
            Understood = "Qué entendí",
            UnderstoodMarks = "Tachado: lo que escribí primero. Subrayado: lo que cambiaron sus correcciones.",
            RepliesToFirst = day => $"Qué dijeron de mi primer texto, del {day}",
            AnsweredTitle = "Qué más me dijeron y qué respondo",
            Bring =
                "También pregunté qué compartiría o haría la gente con gusto. Cada una de estas cosas la ofrecieron al "
                + "menos diez personas.",
            Coverage = (all, strong) =>
                $"Punto más grande: la meta hace más por esa necesidad. Mis metas alcanzan {all} de lo que la gente "
                + $"necesita; {strong} si se cuenta cuánto hace cada una. Esto es lo que prometo; lo hecho está más abajo.",
            GoalVerdict = (n, count, yes, change, not) =>
                $"De {(n == 1 ? "1 persona que contestó" : $"las {count} personas que contestaron")} sobre esta meta, la quieren: {yes}; "
                + $"la quieren de otra manera: {change}; me piden que no la haga: {not}.",
            Since = "Desde que me lo dijeron",
            Unheard = (_, needs, day) =>
                $"{needs}. Me lo dijeron y aún no he decidido nada sobre ello. Les debo una respuesta"
                + $"{(day is null ? "" : $" a más tardar el {day}")}.",
            DissentTitle = "Donde ustedes y yo seguimos en desacuerdo",
            HowTitle = "Cómo he escuchado",
        };

    public override PrecisionWords Precision { get; } =
        new()
        {
            Mixed =
                "Estas cifras reúnen varias encuestas, para las que se llegó a la gente de distintas maneras, así que no hay margen de "
                + "error: describen a quienes respondieron.",
            OptIn =
                "La gente decidió participar a través de un enlace abierto, así que no hay margen de error: estas cifras describen a "
                + "quienes respondieron.",
            Sample = "Se eligió a las personas al azar.",
            SampleRanges = "El intervalo junto a una cifra contiene la verdadera de la comunidad 95 veces de cada 100.",
            Census = "Se preguntó a todas las personas.",
            CensusRanges =
                "Los intervalos muestran cuánto podrían mover cada cifra quienes no respondieron, si se parecen a quienes sí lo hicieron.",
            None = "No se da ningún margen de error.",
            FewInStrata =
                "De algunos estratos respondieron muy pocas personas, o ninguna; quien puede exportar las respuestas ve de cuáles.",
            DoesNotFit =
                "Las respuestas no encajan con lo que se dijo de cómo se eligió a las personas; a quien puede exportarlas se le dice por "
                + "qué.",
            NoSizes =
                "No se sabe cuántas personas de la comunidad hay en cada estrato; cuando se indiquen los tamaños en el diseño de la "
                + "muestra, podrán darse intervalos.",
            SizesUnlike =
                "Los estratos juntos no son tan grandes como la comunidad; cuando se corrijan sus tamaños o el de la comunidad, podrán "
                + "darse intervalos.",
            NoQuestion =
                "El diseño de la muestra nombra una pregunta o una respuesta que la encuesta no tiene; cuando nombre otra, podrán darse "
                + "intervalos.",
            SeveralDraws =
                "Estas cifras reúnen varias encuestas, y al menos una de ellas tiene estratos o conglomerados propios; los resultados de "
                + "cada encuesta llevan sus intervalos.",
            Unevenly =
                "Los estratos se escucharon en proporciones distintas de las de la comunidad, y estas cifras cuentan a todas las "
                + "personas por igual; quien puede exportarlas ve los intervalos.",
            WithStrata =
                "Los intervalos tienen en cuenta que algunos estratos se escucharon un poco más o menos de lo que les corresponde.",
            AllAlike = "Las partes, las medias y las puntuaciones son de quienes respondieron, y todas las personas cuentan igual.",
            WithClusters = "Tienen en cuenta que las personas de un mismo conglomerado se parecen.",
        };

    public override SafeCountWords Figures { get; } =
        new()
        {
            Few = k => $"menos de {k}",
            FewPeople = k => $"menos de {k} personas",
            NearlyAll = k => $"todas salvo menos de {k}",
            Of = (count, people) => $"{count} de {people}",
            FewOfNearlyAll = k => $"menos de {k}, aunque se preguntó a casi todas",
            NearlyAllOfNearlyAll = k => $"casi todas a las que se preguntó: todas salvo menos de {k}",
            Sentence = (bound, usual, k, n, points) =>
                "Para proteger a las personas de grupos pequeños, cada número es aquí el verdadero, cambiado al azar en un máximo de "
                + $"{bound} (casi siempre en {usual} o menos), y siempre igual para las mismas personas. No se dan números menores de "
                + $"{k} ni grupos "
                + $"de menos de {k}. Las partes pueden no sumar el total. En una parte de unas {n} personas, el cambio rara vez pasa "
                + $"de {points} puntos. Las partes son de quienes respondieron; donde menos de {k} no respondieron, son de todas las "
                + "personas, también de esas.",
            Breakdown = k =>
                $"Al menos {k} personas quedan fuera de cada desglose, para que de él no se deduzca ningún grupo pequeño: quienes no "
                + "dijeron su "
                + "grupo, quienes son de uno pequeño y algunas elegidas al azar.",
            Drawn = step =>
                $"Estas cifras se vuelven a sacar cuando hay unas {step} respuestas más o menos, para que no se vea llegar ninguna "
                + "respuesta suelta.",
            DrawnApart = k =>
                "Estas cifras reúnen varias encuestas, y las de cada una se vuelven a sacar aparte de las demás: cuando tiene al menos "
                + $"{k} respuestas, y una cuarta parte de las suyas, más o menos que antes. Así no se ve llegar ninguna respuesta suelta.",
            Waits =
                "Desde que se sacaron estas cifras alguien ha retirado sus respuestas. Hasta que se vuelvan a sacar quedan como estaban, "
                + "también donde han cambiado las preguntas, la lista de necesidades o lo que se sabe de la comunidad y de la muestra.",
            Scores = error =>
                $"Proteger a los grupos pequeños mueve aquí una puntuación en unos {error} o menos. Las necesidades con puntuaciones más "
                + "cercanas pueden estar en el otro orden, y las metas toman su peso de estas puntuaciones.",
            WordsWeigh =
                "Una necesidad cuya parte se dice con palabras pesa, para las metas, el punto medio de lo que permiten las palabras.",
            Withheld = methods => $"Hay muy pocas respuestas para: {methods}. Demasiados de los números que hacen falta son pequeños.",
            TooFew = k => $"Menos de {k} personas: no se da ningún resultado.",
            True = "Estas son las cifras verdaderas. Las ve porque puede exportar respuestas; no difunda números de pocas personas.",
            Title = "Cómo se protege a los grupos pequeños",
            Law = (none, one, two, bound) =>
                $"Cuánto cambia un número depende de a quiénes cuenta, según una ley igual para todos: el {none} de los números queda "
                + "como está, "
                + $"el {one} cambia en 1 como máximo, el {two} en 2 como máximo, y ninguno en más de {bound}. Hacia arriba y hacia "
                + "abajo es igual, "
                + "así que se compensa.",
            Version = k =>
                "Las cifras de una versión se sacan cuando se publica y quedan como están, responda o se retire quien sea. Una versión "
                + $"nueva necesita al menos {k} respuestas más o menos, o dice por qué se publicó.",
            Redrawn = day =>
                "Esta versión se publicó antes de que las cifras se protegieran así. Sus palabras y decisiones son las que se "
                + "publicaron; sus "
                + $"cifras no: en su lugar están las de todas las personas que contaban el {day}.",
            TakenOut = k =>
                "Esta versión se publicó antes de que las cifras se protegieran así. Sus palabras y decisiones son las que se "
                + "publicaron; sus "
                + $"cifras se quitaron, porque detrás hay menos de {k} personas.",
        };
}
