using System.Globalization;

namespace NeedsSurvey.Domain.Languages;

// Long, because one language is one file: whoever translates or corrects opens nothing else.

/// <summary>
/// German; the person is Sie. A need is Bedarf, the word of social planning; the receipt is der Code, the hearing check Rückfrage.
/// </summary>
public sealed class German : Language
{
    public override string Code => "de";
    public override string Name => "Deutsch";
    public override bool IsRightToLeft => false;
    public override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("de");
    public override string DayPattern => "d. MMMM yyyy";
    internal override IReadOnlyList<string> OtherMonths => ["Jänner|Jän", "Feber", "Maerz|Mrz", "", "", "", "", "", "", "", "", ""];
    public override string Comma => ", ";
    public override string And => " und ";
    public override (string Open, string Close) QuotationMarks => ("„", "“");
    public override (string Open, string Close) InnerMarks => ("‚", "‘");

    protected override string LanguageNames =>
        "ar Arabisch; bn Bengalisch; de Deutsch; en Englisch; es Spanisch; fa Persisch; fr Französisch; hi Hindi; "
        + "it Italienisch; ku Kurdisch; pl Polnisch; ps Paschtu; pt Portugiesisch; ro Rumänisch; ru Russisch; so Somali; "
        + "sw Suaheli; ti Tigrinya; tr Türkisch; uk Ukrainisch; ur Urdu; vi Vietnamesisch; yi Jiddisch; zh Chinesisch";

    public override TimeWords Times { get; } = new("uhr h", "am", "pm", "morgens vormittags vorm", "nachmittags nachm abends");

    public override StandardAnswers Answers { get; } =
        new()
        {
            Declined = "Das möchte ich nicht sagen",
            Unknown = "Das weiß ich nicht",
            Most = "Am meisten",
            Least = "Am wenigsten",
            Other = "Etwas anderes",
            Yes = "Ja",
            No = "Nein",
        };

    public override AnsweringWords Answering { get; } =
        new()
        {
            // Start
            Start = "Beginnen",
            AboutMinutes = n => n == 1 ? "Etwa 1 Minute" : $"Etwa {n} Minuten",
            WhoAsks = "Wer fragt",
            MovesMe = "Was mich bewegt",
            Why = "Warum wir fragen",
            NotStoredTitle = "Was wir nicht speichern",
            NotStored =
                "Ihren Namen, Ihre E-Mail-Adresse, die Internet-Adresse Ihres Handys oder Computers und die Uhrzeit Ihrer Antwort. "
                + "Kein Konto und keine Cookies.",
            KeptTitle = "Was wir behalten",
            Kept = "Ihre Antworten und den Tag, an dem sie angekommen sind.",
            WhoSees = "Wer Ihre Antworten sieht",
            WhoSeesDefault = name =>
                $"Die Menschen bei {name}, die daran arbeiten. Wir veröffentlichen nie, wer was gesagt hat. Ihre Worte werden "
                + "nur abgedruckt, wenn Sie es erlauben. Wer diesen Server betreibt, könnte die Antworten auch lesen. Bitte schreiben "
                + "Sie keine Namen in Ihre Antworten.",
            WhatNext = "Wie es weitergeht",
            WhatNextDefault =
                "Wir veröffentlichen, was wir gehört haben. Wir fragen nach, ob wir es richtig verstanden haben. Und wir "
                + "sagen, was wir tun werden, was wir nicht tun werden und warum.",
            AnswersUntil = day => $"Sie können bis zum {day} antworten.",
            HeardBy = day => $"Bis zum {day} wird veröffentlicht, was die Menschen gesagt haben.",
            AskedBefore = "Wir haben schon einmal gefragt. Was die Menschen gesagt haben und was daraus geworden ist:",
            AnswersPast = day => $"Der letzte Tag zum Antworten war der {day}. Antworten werden noch angenommen.",
            HeardPast = day => $"Was die Menschen gesagt haben, sollte bis zum {day} veröffentlicht werden.",
            SkipAnything =
                "Sie können jede Frage überspringen und jederzeit aufhören. Nichts wird gesendet, bevor Sie am Ende auf "
                + "„Absenden“ drücken.",
            SkipMost =
                "Die meisten Fragen können Sie überspringen; einige wenige brauchen eine Antwort, damit es weitergeht. "
                + "Sie können jederzeit aufhören. Nichts wird gesendet, bevor Sie am Ende auf „Absenden“ drücken.",
            NothingKept = "Bis dahin stehen Ihre Antworten nur auf dieser Seite: Wird sie geschlossen oder neu geladen, sind sie weg.",
            UrgentTitle = "Wenn es dringend ist",
            ChangeLanguage = "Sprache",

            // On the way
            ToContent = "Zum Inhalt",
            Demo = "Das ist eine Demo: Die Organisation und die Umfrage sind erfunden, und Ihre Antworten ändern nichts.",
            AddAnother = "Weitere Angabe hinzufügen",
            Remove = "Entfernen",
            Back = "Zurück",
            Continue = "Weiter",
            Skip = "Diese Frage überspringen",
            RatherNot = "Das möchte ich nicht sagen",
            DoNotKnow = "Das weiß ich nicht",
            Exit = "Diese Website verlassen",
            NeedOf = (i, n) => $"Bedarf {i} von {n}",
            RowOf = (i, n) => $"{i} von {n}",
            BeforeSection = "Bevor es weitergeht",
            ToSection = "Zu diesen Fragen",
            SkipSection = "Diesen Teil überspringen",
            Footer = "Wir fragen nicht, wer Sie sind, und speichern es nicht. Lassen Sie weg, was Sie verraten könnte.",
            FooterHelp = "Wenn Sie das belastet, können Sie mit jemandem sprechen:",
            NoteOpened = "Hier steht etwas für Sie.",
            MoreOpened = "Durch Ihre Antworten kommen weitere Fragen dazu. Die neuen Fragen stehen jetzt auf dieser Seite.",
            DeleteTitle = "Löschen, was Sie hier gesagt haben?",
            DeleteLead = "Gelöscht wird nur, wenn Sie „Löschen“ drücken.",
            KeepIt = "Behalten",
            DeleteIt = "Löschen",
            OnlySoMany = (n, most) => $"Sie haben {n} angegeben. Hier können Sie von höchstens {most} erzählen.",

            // Kinds of question
            ChoicesDependOn = what =>
                $"Hier gibt es noch nichts auszuwählen, weil es von „{what}“ abhängt. Sie können "
                + "zuerst das beantworten, oder weitergehen.",
            NoChoices = "Nichts davon passt zu dem, was Sie vorher geantwortet haben. Sie können weitergehen.",
            ChooseAll = "Wählen Sie alles aus, was zutrifft.",
            ChooseAtLeast = n => n == 1 ? "Wählen Sie mindestens 1 Antwort." : $"Wählen Sie mindestens {n} Antworten.",
            ChooseAtMost = n => n == 1 ? "Wählen Sie höchstens 1 Antwort." : $"Wählen Sie höchstens {n} Antworten.",
            ChooseBetween = (a, b) =>
                a != b ? $"Wählen Sie {a} bis {b} Antworten."
                : a == 1 ? "Wählen Sie 1 Antwort."
                : $"Wählen Sie {a} Antworten.",
            Or = "oder",
            OtherWhat = "Was meinen Sie?",
            Day = "Tag",
            Month = "Monat",
            Year = "Jahr",
            DateHint = "Zum Beispiel 27 3 2024",
            TimeHint = "Stunden und Minuten, zum Beispiel 14:30",
            Place = n =>
                n switch
                {
                    1 => "Erster Platz",
                    2 => "Zweiter Platz",
                    3 => "Dritter Platz",
                    4 => "Vierter Platz",
                    5 => "Fünfter Platz",
                    _ => $"Platz {n}",
                },
            RankHint = "Beginnen Sie mit dem, was am wichtigsten ist. Sie können nach jedem Platz aufhören.",
            RankTap = "Tippen Sie an, was zuerst kommt, dann was als Zweites kommt, und so weiter. Noch einmal antippen nimmt es zurück.",
            NothingChosen = "Nicht gewählt",
            FindInList = "In der Liste suchen",
            RangeHint = (low, high) => $"Eine Zahl von {low} bis {high}",
            AtMostCharacters = n => $"Höchstens {n} Zeichen.",
            Latitude = "Breitengrad",
            Longitude = "Längengrad",
            NewTab = "(neuer Tab)",

            // Errors
            Offline =
                "Im Moment gibt es keine Verbindung. Ihre Antworten sind noch da und werden gesendet, sobald die Verbindung wieder da "
                + "ist.",
            TypedHere = what => $"Sie haben „{what}“ geschrieben. Das gilt noch nicht als Antwort.",
            TooMuchTogether =
                "Alle Ihre Antworten zusammen sind länger, als gesendet werden kann. Bitte "
                + "kürzen Sie, was Sie hier geschrieben haben; es steht noch auf dieser Seite.",
            NotStoredNow =
                "Wir konnten Ihre Antworten gerade nicht speichern. Die Antworten sind noch da: Warten Sie einen Moment und "
                + "drücken Sie noch einmal auf „Absenden“.",
            CopyToCome = "Ihre Antworten sind gespeichert. Eine zweite Kopie auf einem anderen Rechner folgt noch.",
            SentBefore =
                "Diese Antworten wurden schon gesendet und sind so gespeichert, wie sie damals waren. Was danach geändert wurde, ist "
                + "nicht gespeichert.",
            SentOtherwise = code =>
                $"Von hier wurden schon Antworten gesendet. Sie sind so gespeichert, wie sie waren, mit dem Code {code}. Die "
                + "unten sind andere und noch nicht gespeichert. Drücken Sie auf „Absenden“, um auch sie zu senden, als die einer "
                + "anderen Person.",
            SentAndTakenBack =
                "Die Antworten, die von hier schon gesendet wurden, sind zurückgezogen und gelöscht. Die unten sind nicht gespeichert. "
                + "Drücken Sie auf „Absenden“, um sie als neue Antworten zu senden.",
            NotNowTitle = "Bitte versuchen Sie es gleich noch einmal",
            NotNow = "Der Server kann gerade nicht weitermachen.",
            WentWrongTitle = "Das hat nicht geklappt",
            WentWrong = "Auf dem Server ist etwas schiefgegangen. Es wurde festgehalten.",
            StillHere =
                "Was Sie geschrieben haben, ist noch auf dieser Seite: Warten Sie einen Moment und drücken Sie auf „Noch einmal "
                + "versuchen“.",
            LoadAgain = "Warten Sie einen Moment und laden Sie diese Seite neu.",
            TooLarge =
                "Das ist mehr, als auf einmal gesendet werden kann. Gehen Sie zurück, kürzen Sie, was Sie geschrieben haben, und senden "
                + "Sie es noch einmal.",
            TryAgain = "Noch einmal versuchen",
            ErrorPrefix = "Fehler: ",
            Problem = "Es gibt ein Problem",

            // Check and submit
            CheckTitle = "Prüfen Sie Ihre Antworten",
            CheckLead = "Das werden Sie gleich absenden. Vorher können Sie noch alles ändern.",
            Change = "Ändern",
            NotAnswered = "Nicht beantwortet",
            MayQuote = "Meine Worte dürfen zitiert werden",
            MayQuoteHint = "Nur wenn Sie möchten. Ohne dieses Häkchen werden Ihre Worte gelesen und gezählt, aber nie zitiert.",
            Submit = "Absenden",
            SubmitOnce = "Zweimal drücken schadet nicht: Ihre Antworten zählen nur einmal.",

            // Thanks
            ThanksTitle = "Vielen Dank",
            ThanksDefault = "Ihre Antworten sind angekommen.",
            ReceiptTitle = "Ihr Code: was daraus wird",
            ReceiptWhat = "Nur Sie haben diesen Code. Wir können ihn nicht nachschlagen, und er sagt nicht, wer Sie sind.",
            ReceiptUses =
                "Mit dem Code können Sie sehen, was aus Ihren Worten geworden ist. Sie können uns sagen, wenn wir Sie falsch "
                + "verstanden haben, und Sie können Ihre Antworten zurückziehen.",
            ReceiptKeep = "Schreiben Sie ihn auf oder machen Sie ein Foto davon. Er wird nur hier gezeigt.",
            ReceiptPage = "Wo Sie den Code eingeben",
            CopyCode = "Code kopieren",
            CodeCopied = "Kopiert",
            Dropped =
                "Einige Antworten wurden weggelassen. Sie haben später etwas geändert, und deshalb werden diese Fragen nicht gestellt:",
            SharedPhone =
                "Wenn auch andere dieses Handy oder diesen Computer benutzen, schließen Sie diese Seite, sobald Sie den Code haben.",

            // No survey to answer
            ClosedTitle = "Diese Umfrage ist beendet",
            Closed = "Sie können nicht mehr antworten. Danke, dass Sie es wollten.",
            ClosedKept =
                "Ihre Antworten konnten nicht mehr gesendet werden, und nichts davon ist gespeichert. Unten stehen sie noch, "
                + "solange diese Seite offen ist, falls Sie sie kopieren möchten.",
            ReadReport = "Lesen Sie, was die Menschen gesagt haben und was getan wird",
            ReportWillCome = "Was die Menschen gesagt haben, wird veröffentlicht.",
            NotFoundTitle = "Hier gibt es keine Umfrage",
            NotFound =
                "Prüfen Sie den Link: Vielleicht fehlt ein Buchstabe. Wenn Sie ihn auf Papier bekommen haben, tippen Sie ihn noch "
                + "einmal genau so, wie er gedruckt ist.",
            NoReportTitle = "Hier gibt es keinen Bericht",
            NoHearingTitle = "Hier gibt es nichts zu beantworten",
            DamagedTitle = "Diese Seite ist nicht vollständig angekommen",
            Damaged =
                "Unterwegs wurde ein Teil des Formulars verändert oder ist verloren gegangen. Deshalb wurde es nicht angenommen. Gehen "
                + "Sie zurück und senden Sie es noch einmal. Wenn das nicht hilft, beginnen Sie neu.",
            StartAgain = "Neu beginnen",
        };

    public override MessageWords Messages { get; } =
        new()
        {
            // The form of an answer
            WrongForm = "Diese Antwort konnte nicht gelesen werden. Bitte versuchen Sie es noch einmal.",
            TextNeeded = "Schreiben Sie die Antwort als Text.",
            WholeNumberNeeded = "Schreiben Sie eine ganze Zahl, zum Beispiel 12.",
            NumberNeeded = "Schreiben Sie eine Zahl ohne Punkt für die Tausender, zum Beispiel 1250 oder 12,5.",
            SeveralNumbers = (typed, numbers) => $"„{typed}“ haben wir als mehrere Zahlen verstanden: {numbers}. Schreiben Sie eine Zahl.",
            EitherNumber = (typed, one, other) =>
                $"„{typed}“ kann {one} oder {other} bedeuten. Schreiben Sie die Zahl ohne Zeichen für die Tausender.",
            FarDate = day => $"{day} ist weit weg von heute. Bitte prüfen Sie das Jahr.",
            OtherCalendar = (day, offered) =>
                $"{day} ist weit weg von heute. Wenn das Jahr aus einem anderen Kalender ist, schreiben Sie diesen Tag: {offered}.",
            NumberTooLarge = "Diese Zahl ist zu groß. Schreiben Sie eine kleinere.",
            NumberTooLong = "Die Zahl hat zu viele Ziffern. Bitte nicht mehr als 28.",
            DateNeeded = "Schreiben Sie ein Datum, das es gibt: Tag, Monat und Jahr, zum Beispiel 27 3 1985.",
            TimeNeeded = "Schreiben Sie eine Uhrzeit, zum Beispiel 09:30.",
            PointNeeded = "Geben Sie einen Ort mit Breitengrad (−90 bis 90) und Längengrad (−180 bis 180) an.",
            TooLong = (most, now) => $"Schreiben Sie höchstens {most} Zeichen. Jetzt sind es {now}.",
            BadText = "In diesem Text ist ein Zeichen, das nicht gespeichert werden kann. Bitte schreiben Sie den Text noch einmal.",
            OffScale = (low, high) => $"Wählen Sie eine Zahl von {low} bis {high}.",
            OffStep = step => $"Wählen Sie eine Zahl in Schritten von {step}.",

            Limits = new()
            {
                Number = new(
                    (low, high) => low == high ? $"Schreiben Sie die Zahl {low}." : $"Schreiben Sie eine Zahl von {low} bis {high}.",
                    low => $"Schreiben Sie eine Zahl, die mindestens {low} ist.",
                    high => $"Schreiben Sie eine Zahl, die höchstens {high} ist."
                ),
                NumberOver = low => $"Schreiben Sie eine Zahl, die größer als {low} ist.",
                NumberUnder = high => $"Schreiben Sie eine Zahl, die kleiner als {high} ist.",
                Date = new(
                    (low, high) => low == high ? $"Schreiben Sie das Datum {low}." : $"Schreiben Sie ein Datum vom {low} bis zum {high}.",
                    low => $"Schreiben Sie ein Datum, das nicht vor dem {low} liegt.",
                    high => $"Schreiben Sie ein Datum, das nicht nach dem {high} liegt."
                ),
                Time = new(
                    (low, high) => low == high ? $"Schreiben Sie die Uhrzeit {low}." : $"Schreiben Sie eine Uhrzeit von {low} bis {high}.",
                    low => $"Schreiben Sie eine Uhrzeit ab {low}.",
                    high => $"Schreiben Sie eine Uhrzeit bis {high}."
                ),
                Characters = new(
                    (low, high) => low == high ? $"Schreiben Sie genau {low} Zeichen." : $"Schreiben Sie {low} bis {high} Zeichen.",
                    low => $"Schreiben Sie mindestens {low} Zeichen.",
                    high => $"Schreiben Sie höchstens {high} Zeichen."
                ),
                Choices = new(
                    (low, high) => low == high ? $"Wählen Sie genau {low} aus." : $"Wählen Sie {low} bis {high} aus.",
                    low => $"Wählen Sie mindestens {low} aus.",
                    high => $"Wählen Sie höchstens {high} aus."
                ),
            },

            // Choices
            ChoiceNeeded = "Wählen Sie eine der Antworten.",
            ChoicesNeeded = "Wählen Sie aus den angebotenen Antworten.",
            UnknownChoice = "Das ist keine der angebotenen Antworten. Bitte wählen Sie noch einmal.",
            ChoiceNotOffered =
                "Sie haben eine frühere Antwort geändert. Diese Auswahl gibt es deshalb nicht mehr. Bitte wählen Sie noch " + "einmal.",
            ChosenTwice = "Dieselbe Antwort ist zweimal gewählt. Wählen Sie jede nur einmal.",
            PlaceMissing = "Füllen Sie die Plätze der Reihe nach aus, ohne einen auszulassen.",
            TooFew = n => n == 1 ? "Wählen Sie mindestens 1 Antwort." : $"Wählen Sie mindestens {n} Antworten.",
            TooMany = n => n == 1 ? "Wählen Sie höchstens 1 Antwort." : $"Wählen Sie höchstens {n} Antworten.",
            Exclusive = choice => $"Sie haben „{choice}“ und noch etwas anderes gewählt. Behalten Sie eines von beiden.",
            OtherNotChosen =
                "Sie haben eigene Worte geschrieben, aber eine andere Antwort gewählt. Wählen Sie „Etwas anderes“ oder löschen "
                + "Sie die Worte.",
            AnsweredAndDeclined =
                "Sie haben geantwortet und auch gewählt, dass Sie es nicht sagen möchten. Behalten Sie nur eines von beiden.",
            SameBestWorst = "Wählen Sie für die beiden Enden verschiedene Antworten.",
            NotInSet = "Diese Antwort steht hier nicht zur Auswahl. Bitte wählen Sie noch einmal.",

            // What a survey asks for
            AnsweredAndUnknown = "Sie haben geantwortet und auch „Das weiß ich nicht“ gewählt. Behalten Sie eines von beiden.",
            CannotBeUnknown = "„Das weiß ich nicht“ gibt es hier nicht. Bitte wählen Sie eine Antwort.",
            CannotDecline = "Um weiterzugehen, braucht es hier eine Antwort. Sie können auch aufhören: Dann wird nichts gesendet.",
            Required = "Bitte beantworten Sie diese Frage.",
            RequiredOrDecline = "Bitte beantworten Sie diese Frage, oder wählen Sie, dass Sie es nicht sagen möchten.",
            Constraint = "Diese Antwort passt nicht. Bitte prüfen Sie sie.",
            TooManyInstances = n => $"Geben Sie hier höchstens {n} an.",

            // What programs send
            UnknownRow = row => $"Die Frage hat keine Zeile „{row}“.",
            UnknownPart = part => $"Eine Antwort hat hier keinen Teil „{part}“.",
            UnknownQuestion = name => $"Die Umfrage hat keine Frage „{name}“.",
            NotAQuestion = name => $"„{name}“ nimmt keine Antwort an.",
            DuplicateAnswer = name => $"„{name}“ ist zweimal beantwortet. Senden Sie jede Antwort nur einmal.",
            NotAnswers = "Die Antworten müssen ein JSON-Objekt sein, das jedem Namen einer Frage eine Antwort zuordnet.",
        };

    public override ReceiptWords Receipt { get; } =
        new()
        {
            // Asking for the code
            Title = "Was aus meinen Worten geworden ist",
            Lead = "Geben Sie den Code ein, den Sie nach Ihren Antworten bekommen haben.",
            Label = "Ihr Code",
            Hint = "16 Buchstaben und Ziffern. Leerzeichen, Striche und Kleinbuchstaben spielen keine Rolle.",
            Look = "Anzeigen",
            Empty = "Geben Sie Ihren Code ein",
            Unknown =
                "Diesen Code kennen wir nicht. Vergleichen Sie ihn mit dem, was Sie aufgeschrieben haben: Er hat 16 Buchstaben und "
                + "Ziffern.",

            // What became of it
            Stored = title => $"Ihre Antworten auf „{title}“ sind gespeichert und zählen mit.",
            NeedsTitle = "Was wir verstanden haben",
            NoNeeds =
                "In dem, was Sie uns erzählt haben, haben wir keinen Bedarf gefunden. Wenn uns einer entgangen ist, "
                + "sagen Sie es uns, wenn wir fragen: „Haben wir Sie richtig verstanden?“",
            NotReadYet = "Was Sie in eigenen Worten geschrieben haben, ist noch nicht zu Ende gelesen. Bitte kommen Sie später wieder.",
            NotDecided = "Es ist noch nichts entschieden.",
            AnswerBy = day => $"Wir schulden Ihnen bis zum {day} eine Antwort.",
            OneOf = (_, count) => $"Sie waren einer von etwa {count} Menschen, die das gesagt haben.",
            DecidedBefore = day => $"Entschieden am {day}, bevor Sie geantwortet haben.",
            DecidedSince = day => $"Entschieden am {day}, nachdem Sie geantwortet haben.",
            Since = "Seit Sie geantwortet haben:",
            Before = "Bevor Sie geantwortet haben:",
            Decisions = new()
            {
                Act = "Wir kümmern uns selbst darum.",
                Partner = "Wir arbeiten mit anderen daran.",
                Refer = "Andere können das besser, und wir schicken die Menschen dorthin.",
                Advocate = "Wir setzen uns öffentlich dafür ein.",
                NotNow = "Jetzt nicht.",
                Decline = "Das werden wir nicht tun.",
            },
            Reason = "Warum",
            Goal = "Ziel",
            GoalStates = new()
            {
                Draft = "wird besprochen",
                Adopted = "beschlossen",
                Done = "erreicht",
                Dropped = "aufgegeben",
            },

            // What the person can do
            NextTitle = "Was Sie tun können",
            Report = "Den Bericht lesen",
            NoReport = "Der Bericht ist noch nicht veröffentlicht.",
            Hearing = "Sagen Sie uns, ob wir Sie richtig verstanden haben",
            NoHearing = "Im Moment fragen wir nicht nach, ob wir alle richtig verstanden haben. Bitte kommen Sie später wieder.",
            WithdrawTitle = "Meine Antworten zurückziehen",
            WithdrawWhat =
                "Wir löschen Ihre Antworten und das, was wir darin gelesen haben, und Ihre Worte verschwinden aus veröffentlichten "
                + "Berichten. Die nächsten Zahlen zählen sie nicht mehr mit. Was andere schon kopiert oder heruntergeladen haben, "
                + "lässt sich nicht zurückholen.",
            Withdraw = "Meine Antworten zurückziehen",
            ConfirmTitle = "Ihre Antworten löschen? Das lässt sich nicht rückgängig machen.",
            Confirm = "Ja, meine Antworten löschen",
            Keep = "Nein, behalten",
            Withdrawn = "Ihre Antworten sind gelöscht",
            WithdrawnWhat =
                "Sie haben sie zurückgezogen, und hier sind sie weg. Die nächsten Zahlen zählen sie nicht mit. Ältere Zahlen "
                + "bleiben, wie sie sind, und Kopien auch.",
            Another = "Einen anderen Code eingeben",
            Reply = new()
            {
                Stored = question => $"Ihre Rückmeldung zu „{question}“ ist gespeichert.",
                TakeBack = "Meine Rückmeldung zurückziehen",
                TakeBackWhat =
                    "Wir löschen Ihre Rückmeldung, und was Sie geschrieben haben, verschwindet aus veröffentlichten Berichten. Die "
                    + "nächsten Zahlen zählen sie nicht mehr mit. Was andere schon kopiert oder heruntergeladen haben, lässt sich nicht "
                    + "zurückholen.",
                ConfirmTitle = "Ihre Rückmeldung löschen? Das lässt sich nicht rückgängig machen.",
                Confirm = "Ja, meine Rückmeldung löschen",
                Keep = "Nein, behalten",
                Gone = "Ihre Rückmeldung ist gelöscht",
                GoneWhat =
                    "Sie haben sie zurückgezogen. Was Sie schrieben, steht hier nicht mehr. Die nächsten Zahlen zählen es nicht "
                    + "mit. Kopien bleiben.",
            },
        };

    public override PrivacyWords Privacy { get; } =
        new()
        {
            Title = "Wer was über Sie erfahren könnte",
            Lead =
                "Dass Sie nie erkannt werden, kann niemand versprechen. Hier steht, was diese Personen jeweils herausfinden "
                + "könnten und was nicht.",
            Stored = new(
                "Was gespeichert wird",
                "Ihre Antworten, die Sprache, in der Sie gelesen haben, der Tag, an dem die Antworten ankamen, ob Ihre Worte zitiert "
                    + "werden "
                    + "dürfen, und zwei Zufallszahlen. Dazu zwei Kennzeichen, an denen ein zweites Absenden und Ihr Code wiedererkannt "
                    + "werden; "
                    + "keines davon verrät den Code.",
                "Nicht gespeichert und nicht in die Protokolle des Programms geschrieben werden: Ihr Name, Ihre E-Mail-Adresse, Ihre "
                    + "Netzwerk-Adresse, Ihr Browser, Ihr Telefon und die Uhrzeit. Bis Sie auf „Absenden“ drücken, wird gar nichts "
                    + "gespeichert. Es werden keine Cookies gesetzt, und nichts wird von anderen geladen."
            ),
            Organisation = new(
                "Wer fragt",
                "Wer dort Antworten lesen darf, sieht jede Antwort ganz: alles, was eine Person gesagt hat, nebeneinander, und den "
                    + "Tag. Wenn "
                    + "das, was Sie sagen, nur auf Sie passt („die einzige Krankenpflegerin in unserer Straße“), kann man Sie erkennen. "
                    + "Lassen Sie Namen und solche Einzelheiten weg, oder überspringen Sie die Frage.",
                "Wer geschriebene Antworten ordnet, sieht immer nur eine Antwort, ohne den Rest. Diese und andere sehen Summen, die ein "
                    + "wenig zufällig verändert sind, und von weniger als zehn Menschen nur, dass es weniger als zehn sind."
            ),
            ReportReaders = new(
                "Alle, die den Bericht lesen",
                "Summen, die zufällig ein wenig verändert sind, und keine Zahl unter zehn. Eine neue Version hat erst dann neue "
                    + "Summen, wenn zehn Menschen oder mehr dazugekommen oder weggefallen sind oder die Worte von zehn weiteren gelesen "
                    + "wurden. So sieht niemand, was eine einzelne Person gesagt hat. Ihre Worte werden nur abgedruckt, wenn Sie es "
                    + "erlaubt haben, wenn jemand geprüft hat, dass sie Sie nicht verraten, und wenn zwanzig Menschen denselben "
                    + "Bedarf genannt "
                    + "haben.",
                "Was Sie auf die Frage „Haben wir Sie richtig verstanden?“ schreiben, kann mit der Antwort der Organisation abgedruckt "
                    + "werden; Worte neben einem Ja nicht. Was Sie zu Zielen sagen, wird gezählt; was Sie dazu schreiben, "
                    + "wird gelesen und nicht abgedruckt. Danach erscheint ein Code. Damit ziehen Sie es "
                    + "zurück, auch aus den Berichten."
            ),
            Operator = new(
                "Wer diesen Server betreibt",
                "Alles, was die Organisation sehen kann. Solange Sie verbunden sind, sieht der Server Ihre Netzwerk-Adresse, wie bei jeder "
                    + "Website; dieses Programm behält sie nicht. Geräte davor oder ein verändertes Programm könnten das tun: Es kommt "
                    + "darauf an, ob man dem Betreiber vertrauen kann."
            ),
            DatabaseThief = new(
                "Wer die Datenbank oder eine Sicherungskopie stiehlt",
                "Alle Antworten mit ihren Tagen und Sprachen, und die eigenen Leute der Organisation mit ihren E-Mail-Adressen. Keinen "
                    + "Namen "
                    + "und keine Adresse von denen, die geantwortet haben, und keinen Code.",
                "Die Datenbank führt ein eigenes Journal, um einen Stromausfall zu überstehen. Aus den rohen Dateien könnten Fachleute "
                    + "ableiten, in welcher Reihenfolge die Antworten gespeichert wurden, und bei neueren auch den Zeitpunkt. Wer außerdem "
                    + "weiß, wann Sie an Ihrem Handy saßen, könnte beides zusammenbringen.",
                "Wenn Sie Ihre Antworten zurückziehen, stehen sie noch in älteren Sicherungskopien, bis diese gelöscht werden."
            ),
            LogThief = new(
                "Wer die Protokolle stiehlt",
                "Wann das Programm gestartet, angehalten oder ausgefallen ist. Keine Antwort, keine Adresse, keinen Browser. Ein "
                    + "Datenbank-Server, den der Betreiber selbst mitbringt, führt Protokolle so, wie der Betreiber es eingestellt hat."
            ),
            Network = new(
                "Wer das Netz beobachtet",
                "Wenn die Adresse dieser Seite mit https beginnt: dass jemand an Ihrem Anschluss diesen Server benutzt hat, wann, und wie "
                    + "viel gesendet wurde; nicht, welche Umfrage es war, und nicht, was gesagt wurde. Wenn sie mit http beginnt: alles."
            ),
            NextUser = new(
                "Wer nach Ihnen Ihr Handy oder Ihren Computer benutzt",
                "Die Adresse der Umfrage im Verlauf des Browsers, und offene Seiten, bis sie geschlossen werden. „Diese "
                    + "Website verlassen“ führt sofort "
                    + "auf eine andere Website, leert aber nicht den Verlauf. Sind Skripte abgeschaltet, kann „Zurück“ im Browser die "
                    + "verlassene Seite wieder zeigen, mit dem, was Sie gesagt haben: Schließen Sie dann auch das Fenster.",
                "Wer Ihren Code hat, kann sehen, welcher Bedarf aus Ihren Worten verstanden und was dazu entschieden wurde, und "
                    + "kann Ihre Antworten löschen. Die Antworten selbst sind damit nicht zu sehen."
            ),
            TakingBack = new(
                "Zurückziehen, was Sie gesagt haben",
                "Mit dem Code werden Ihre Antworten und alles, was dazu notiert wurde, gelöscht, und Ihre zitierten Worte werden "
                    + "aus veröffentlichten Berichten entfernt. Dass an jenem Tag eine Antwort da war, bleibt. Aus Summen, die andere als "
                    + "die Auswertenden der Organisation sehen, fallen Ihre Antworten weg, wenn sie das nächste Mal gezogen werden. "
                    + "Summen, die "
                    + "schon veröffentlicht sind, bleiben auch, ebenso Kopien, die jemand heruntergeladen hat."
            ),
        };

    public override HearingWords Hearing { get; } =
        new()
        {
            Question = "Haben wir Sie richtig verstanden?",
            Heard = "Das haben wir gehört",
            Changed = "Korrekturen haben diesen Text geändert. Was weggefallen ist, ist durchgestrichen; was neu ist, ist unterstrichen.",
            Yes = "Ja, das haben wir gesagt",
            Partly = "Teilweise",
            No = "Nein, das ist es nicht",
            Missing = "Was fehlt, oder was haben wir falsch verstanden? (freiwillig)",
            MissingHint =
                "Ihre Worte können mit unserer Antwort im Bericht abgedruckt werden. Bitte lassen Sie alles weg, was verrät, wer "
                + "Sie sind.",
            Send = "Senden",
            Nothing = "Wir fragen nicht, wer Sie sind, und speichern es nicht. Lassen Sie weg, was Sie verraten könnte.",
            ThanksTitle = "Vielen Dank",
            Thanks =
                "Ihre Rückmeldung ist da. Im Bericht steht, wie viele ja, teilweise oder nein gesagt haben und was wir mit "
                + "den Korrekturen gemacht haben.",
            Closed = "Wir fragen nicht mehr „Haben wir Sie richtig verstanden?“. Danke an alle, die geantwortet haben.",
            ToReport = "Den Bericht lesen",
            Problem = "Es gibt ein Problem",
            Choose = "Wählen Sie ja, teilweise oder nein",
            AnsweredSurvey = "Haben Sie bei der Umfrage geantwortet?",
            CouldSay = "Ich konnte sagen, was mir wichtig war.",
            TakenSeriously = "Ich wurde ernst genommen.",
            Degrees = ["Gar nicht", "Ein wenig", "Zum Teil", "Meistens", "Ganz"],
            GoalsQuestion = "Ist es das, was Sie von uns wollen?",
            GoalsLead =
                "Das sind die Ziele, die aus dem entstanden sind, was Sie uns erzählt haben. Sagen Sie zu jedem, was "
                + "Sie meinen; lassen Sie weg, was Sie nicht betrifft.",
            GoalYes = "Ja, das wollen wir",
            GoalChange = "So ähnlich, aber anders",
            GoalDoNot = "Bitte lassen Sie es",
            GoalWords = "Was sollte anders sein? (freiwillig)",
            GoalWordsHint =
                "Ihre Worte lesen die Menschen, die diese Ziele gesetzt haben. Sie werden nicht abgedruckt. Bitte "
                + "lassen Sie alles weg, was verrät, wer Sie sind.",
            GoalsChoose = "Wählen Sie zu mindestens einem Ziel eine Antwort",
            GoalsThanks =
                "Ihre Rückmeldung ist da. Im Bericht steht neben jedem Ziel, wie viele es wollen, es anders wollen "
                + "oder uns bitten, es zu lassen.",
            GoalsClosed = "Nach diesen Zielen fragen wir nicht mehr.",
            GoalWordsAlone =
                "Sie haben zu einem Ziel etwas geschrieben und keine Antwort gewählt. Wählen Sie eine, oder löschen Sie die Worte",
            CodeUses = "Damit nehmen Sie alles zurück, wann Sie wollen.",
            SentOtherwise =
                "Von hier kam schon eine Rückmeldung, und sie gilt. Was unten steht, ist anders. Es ist noch nicht "
                + "gespeichert. Drücken Sie auf „Senden“, um es auch zu senden, wie für eine andere Person.",
            TakenBack =
                "Was von hier kam, ist zurückgezogen. Was unten steht, ist nicht gespeichert. Drücken Sie auf „Senden“, um es "
                + "neu zu senden.",
            Kept =
                "Das haben Sie geschrieben. Es konnte nicht mehr gesendet werden und ist nicht gespeichert; kopieren Sie es, wenn Sie es "
                + "behalten möchten.",
        };

    public override ReportWords Report { get; } =
        new()
        {
            // Around the report
            Print = "Drucken oder als PDF speichern",
            ToContent = "Zum Inhalt",
            DemoBand = "Demo-Daten: Alle Menschen und alles andere hier sind erfunden.",
            ChangeLanguage = "Sprache",
            Version = n => $"Version {n}",
            VersionReason = (version, reason) => $"{version}, geändert, weil: {reason}",
            ToReceipt = "Sie haben geantwortet? Sehen Sie, was aus Ihren Worten geworden ist",
            Versions = "Versionen:",
            AsJson = "Als Daten (JSON)",
            AsCsv = "Bedarfe und Ziele (CSV)",

            // In three lines
            Summary = "Kurz gesagt",
            SummaryNeeds = needs => $"Am meisten gebraucht wird: {needs}.",
            SummaryGoals = (n, count, one) =>
                $"{(one ? "Ich habe" : "Wir haben")} dafür {(n == 1 ? "1 Ziel" : count + " Ziele")}, jeweils mit dem, was bisher "
                + "daraus geworden ist.",
            SummaryNoGoals = "Dafür ist noch kein Ziel beschlossen.",
            SummaryOpen = needs => $"Noch nichts entschieden ist über: {needs}.",
            SummaryAllDecided = "Zu jedem genannten Bedarf gibt es eine Entscheidung und einen Grund.",

            // What was heard
            Answered = (n, count) => n == 1 ? "1 Person hat geantwortet." : $"Etwa {count} Menschen haben geantwortet.",
            DemoSentence = "Das ist eine Demo: Alle Menschen und alles andere darin sind erfunden.",
            Solidarity = "Das ist Solidarität: eine Antwort auf das, was geschehen ist.",
            SolidarityUntil = day => $"Das ist Solidarität: eine Antwort auf das, was geschehen ist, bis zum {day}.",
            SolidarityOver = day => $"Das war Solidarität: eine Antwort auf das, was geschehen ist. Sie endete am {day}.",
            Allyship = one =>
                one ? "Das ist Verbündetsein: Ich bleibe und frage wieder." : "Das ist Verbündetsein: Wir " + "bleiben und fragen wieder.",
            Happened = "Was geschehen ist, in den Worten derer, denen es geschehen ist:",
            Stays = "Was danach bleibt:",
            ShowAll = "Alles zeigen",
            ShowMore = n => $"{n} weitere zeigen",
            NeedByNeed = "Bedarf für Bedarf",
            Translation = one => one ? "Meine Übersetzung:" : "Unsere Übersetzung:",
            HeardRight = "Haben wir Sie richtig verstanden?",
            NoReplies = "Noch hat niemand geantwortet.",
            Verdict = (n, count, partly, no) =>
                $"{(n == 1 ? "von 1 Person, die geantwortet hat," : $"der {count} Menschen, die geantwortet haben,")} sagten ja, {partly} "
                + $"teilweise, {no} nein.",
            HeardBesides = (answered, say, serious) =>
                $"Hatten bei der Umfrage geantwortet: {answered}. Konnten meistens oder ganz sagen, was ihnen wichtig war: {say}. Wurden "
                + $"meistens oder ganz ernst genommen: {serious}.",
            VerdictNoInterval =
                "Wer den Link hatte, konnte antworten. Deshalb gibt es keine Fehlerspanne: Die Zahlen beschreiben die, die "
                + "geantwortet haben.",
            VerdictPicture = (yes, partly, no) => $"{yes} ja, {partly} teilweise, {no} nein",
            Corrections = (count, accepted) => $"Eingegangene Korrekturen: {count}. Davon haben die Zusammenfassung geändert: {accepted}.",
            Understood = "Was wir verstanden haben",
            UnderstoodMarks = "Durchgestrichen: was wir zuerst geschrieben hatten. Unterstrichen: was Ihre Korrekturen geändert haben.",
            RepliesToFirst = day => $"Was Sie zu unserem ersten Text vom {day} gesagt haben",
            RepliesTo = (count, day) => $"Was Sie zu Fassung {count} vom {day} gesagt haben",
            ChangedTitle = "Was Sie korrigiert haben und was sich dadurch geändert hat",
            PromisedTitle = "Sie haben recht, und die Zusammenfassung sagt es noch nicht",
            AnsweredTitle = "Was Sie uns außerdem gesagt haben und was wir antworten",
            CorrectionsWait = "Einige Korrekturen haben noch keine Antwort.",
            Needed = "Was die Menschen brauchen",
            Need = "Bedarf",
            People = (n, count) => n == 1 ? "1 Person" : $"{count} Menschen",
            PeopleTold = "niemand hat gefragt; die Menschen haben es erzählt",
            OwnWords = "Etwas anderes, in unseren eigenen Worten",
            ChosenTitle = "In anderen Antworten genannt",
            OfThoseAsked = "Von denen, die gefragt oder deren Worte gelesen wurden",
            ToldTitle = "In eigenen Worten erzählt",
            Told = "Danach hat niemand gefragt; die Menschen haben es selbst angesprochen.",
            OfThoseRead = "Von denen, deren Worte gelesen wurden",
            FewTold = few => $"Danach hat niemand gefragt. Mit eigenen Worten nannten das jeweils {few}:",
            Range = "95-%-Bereich:",
            MattersAndGoes = (matters, goes) => $"wichtig {matters}, läuft gut {goes}",
            ScoreAtMost = n => $"höchstens {n}",
            Beside = new()
            {
                Pair =
                    "Neben jedem Bedarf: wie wichtig er den Menschen ist und wie gut es damit läuft, je von 100, und wie viele das "
                    + "gesagt haben.",
                Share = "Fast alle, die geantwortet haben, wurden nach jedem davon gefragt. Daneben steht der Anteil, der ihn genannt hat.",
                PairOfAll =
                    "Neben jedem Bedarf: wie wichtig er den Menschen ist und wie gut es damit läuft, je von "
                    + "100. Zu jedem haben das fast alle gesagt, die geantwortet haben.",
                ScoreOfAll = "Neben jedem Bedarf steht sein Wert. Hinter jedem stehen fast alle, die geantwortet haben.",
                Score = "Neben jedem Bedarf stehen sein Wert und wie viele Menschen dahinterstehen.",
            },
            Withheld =
                "Um Menschen in kleinen Gruppen zu schützen, sind Zahlen zufällig ein wenig verändert, und Zahlen von weniger als zehn "
                + "Menschen werden nicht genannt.",
            OtherOrders = "Für Fachleute: Andere Verfahren ergeben andere Reihenfolgen",
            OtherRanks = "Ränge nach anderen Verfahren",
            TooFew = needs =>
                "Hinter jedem Bedarf stehen weniger als zehn Menschen. Deshalb werden keine Zahlen abgedruckt: Die Zahlen "
                + $"könnten jemanden verraten. Danach wurde gefragt oder davon wurde erzählt: {needs}.",
            NoRanking = "Es gab keine Antworten, nach denen sich der Bedarf ordnen lässt.",
            FewAnswered = k => $"Weniger als {k} Menschen haben geantwortet. Deshalb wird der Bedarf nicht geordnet.",
            Methods = new()
            {
                Prevalence = new("Wie viele es sagen", "Der Anteil der Befragten, die gesagt haben, dass das ein Bedarf ist."),
                Borich = new(
                    "Was wichtig ist und fehlt",
                    "Wie weit die Zufriedenheit hinter der Wichtigkeit zurückbleibt; es zählt mehr, wo der Bedarf wichtiger ist."
                ),
                RankedDiscrepancy = new(
                    "Eher zu wenig als zu viel",
                    "Von 100 Menschen: wie viele zu viel davon haben, minus wie viele zu wenig haben. Unter null haben mehr Menschen zu "
                        + "wenig."
                ),
                ImportancePerformance = new("Wichtig und läuft schlecht", "Wie weit die Wichtigkeit über der Zufriedenheit liegt."),
                ImportanceSatisfaction = new(
                    "Unter den ersten drei und nicht erfüllt",
                    "Der Anteil, der es zu den drei wichtigsten zählt, mal der Anteil, der heute damit nicht zufrieden ist."
                ),
                Concerns = new("Stärken und Sorgen", "Um wie viele Prozentpunkte die Zufriedenheit unter der Wichtigkeit liegt."),
                BestWorst = new(
                    "Am meisten und am wenigsten gebraucht",
                    "Wie viel öfter Menschen es für „am meisten gebraucht“ gewählt haben als für „am wenigsten gebraucht“."
                ),
                Pairwise = new(
                    "Anderen vorgezogen",
                    "Wie wahrscheinlich es gewählt wird, wenn jemand zwischen diesem und einem zufälligen anderen Bedarf wählen soll."
                ),
                MeanRank = new(
                    "Die Reihenfolge, die Menschen gewählt haben",
                    "Der Platz, den es im Durchschnitt bekommt, wenn Menschen die Bedarfe ordnen: 1 ist der erste."
                ),
                GroupConsensus = new(
                    "Einigkeit über alle Gruppen",
                    "Wie sicher sich die Menschen in jeder Gruppe einig sind, dass es gebraucht wird: Eine Gruppe, die nicht zustimmt, "
                        + "senkt "
                        + "den Wert."
                ),
                Hanlon = new(
                    "Einschätzung einer Gruppe",
                    "Das Urteil einer Fachgruppe, wie groß und wie ernst das Problem ist und wie gut man ihm begegnen kann."
                ),
            },

            // What people bring
            AsksAgain = one => one ? "Ich frage wieder:" : "Wir fragen wieder:",
            Voices = "In Ihren eigenen Worten",
            BringTitle = "Was die Menschen hier einbringen",
            Bring = "Wir haben auch gefragt, was die Menschen gern teilen oder tun würden. Alles hier haben mindestens zehn angeboten.",

            // What had been expected
            Expectation = new()
            {
                Title = one => $"Was {(one ? "ich" : "wir")} erwartet {(one ? "hatte" : "hatten")} und was Sie gesagt haben",
                Expected = (needs, one) => $"{(one ? "Ich hatte" : "Wir hatten")} erwartet, dass Sie zuerst nennen: {needs}.",
                PeopleSaid = needs => $"Zuerst genannt haben Sie: {needs}.",
                NoneExpected = one => $"Nichts davon hatte{(one ? " ich" : "n wir")} unter den ersten erwartet.",
                NotExpected = (needs, one) => $"Nicht unter den ersten hatte{(one ? " ich" : "n wir")} erwartet: {needs}.",
                AllExpected = one => $"{(one ? "Ich hatte" : "Wir hatten")} alles davon unter den ersten erwartet.",
                Sealed = "Die Erwartung wurde aufgeschrieben, bevor jemand geantwortet hat, und ließ sich danach nicht mehr ändern.",
                LearnedTitle = one => $"Was {(one ? "ich" : "wir")} gelernt {(one ? "habe" : "haben")}",
            },

            // Needs and goals
            AlignTitle = one => $"Vom Bedarf über die Ziele zu dem, wofür {(one ? "ich da bin" : "wir da sind")}",
            Mission = one => one ? "Meine Werte:" : "Unser Auftrag:",
            EffortFits = (share, one) =>
                $"{share} des Aufwands gehen in Ziele, die {(one ? "zu den Werten" : "zum Auftrag")} passen; wie "
                + "stark sie passen, ist mitgezählt.",
            EffortUnknown = "Jedes Ziel zählt gleich, weil der Aufwand nicht bekannt ist.",
            NeedsAndGoals = "Bedarf und Ziele",
            ShareOfNeed = share => $"{share} von dem, was die Menschen brauchen",
            SaidBy = people => $"das sagen {people}",
            Decided = new()
            {
                Act = new("wir handeln", "ich handle"),
                Partner = new("wir arbeiten mit anderen", "ich arbeite mit anderen"),
                Refer = new("wir verweisen weiter", "ich verweise weiter"),
                Advocate = new("wir setzen uns ein", "ich setze mich ein"),
                NotNow = new("jetzt nicht", "jetzt nicht"),
                Decline = new("wir tun es nicht", "ich tue es nicht"),
            },
            UnheardTag = "noch keine Antwort",
            Strength = strength =>
                strength switch
                {
                    9 => "stark",
                    3 => "mittel",
                    1 => "schwach",
                    _ => "keine",
                },
            Fits = one => one ? "Passt zu meinen Werten" : "Passt zum Auftrag",
            NoNeedBehind = "kein Bedarf dahinter",
            OffMission = one => one ? "passt nicht zu den Werten" : "passt nicht zum Auftrag",
            OtherNeeds = (n, count) =>
                n == 1 ? "1 weiterer Bedarf ohne Gewicht oder Ziel" : $"{count} weitere Bedarfe ohne Gewicht oder Ziel",
            NotDecided = "nicht entschieden",
            WeightsUnknown = "Es gibt keine Zahlen, um diese Bedarfe zu gewichten. Deshalb zählt jeder gleich viel.",
            Coverage = (all, strong) =>
                $"Größerer Punkt: Das Ziel tut mehr für diesen Bedarf. Unsere Ziele erreichen {all} von dem, was die Menschen "
                + $"brauchen, und {strong}, wenn zählt, wie viel jedes tut. Das versprechen wir; was getan ist, steht weiter unten.",

            // Decisions
            Now = "Was jetzt geschieht",
            WeWill = one => one ? "Was ich tun werde" : "Was wir tun werden",
            NoGoal = "Es ist noch kein Ziel beschlossen.",
            Done = "erreicht",
            GoalVerdict = (n, count, yes, change, not) =>
                $"{(n == 1 ? "1 Person hat" : $"{count} Menschen haben")} sich zu diesem Ziel gemeldet: {yes} wollen es, {change} "
                + $"wollen es anders, {not} bitten, es zu lassen.",
            LedBy = "Wer das Ziel leitet:",
            LedAlone = one => one ? "Geleitet von mir allein." : "Geleitet von uns allein.",
            DecidedWith = "Beschlossen mit:",
            DecidedAlone = one => one ? "Beschlossen von mir allein." : "Beschlossen von uns allein.",
            Uses = "Nutzt, was Menschen angeboten haben:",
            Effect = new()
            {
                Eases = "Lindert das jetzt.",
                Changes = "Ändert die Ursache.",
                Both = "Lindert das jetzt und ändert die Ursache.",
                Counts = (eases, changes, both) =>
                    $"Ziele, die jetzt etwas lindern: {eases}. Ziele, die die Ursache ändern: {changes}. Ziele, die beides tun: {both}.",
            },
            DueBy = day => $"bis zum {day}",
            Late = day => $"sollte bis zum {day} fertig sein; als fertig ist es nicht gemeldet",
            Since = "Seit Sie es uns gesagt haben",
            WithOthers = "Mit anderen",
            NotNow = one => one ? "Jetzt nicht, oder nicht von mir" : "Jetzt nicht, oder nicht von uns",
            DecidedOn = day => $"entschieden am {day}",
            Dropped = "Ziel aufgegeben",
            UnheardTitle = "Noch keine Antwort:",
            Unheard = (_, needs, day) =>
                $"{needs}. Sie haben es uns gesagt, und wir haben dazu noch nichts entschieden. Wir sind Ihnen "
                + $"{(day is null ? "" : $"bis zum {day} ")}eine Antwort schuldig.",
            GatesTitle = "Entschieden, bevor es Belege gab",
            DissentTitle = "Wo wir noch verschiedener Meinung sind",

            // Who and how
            WhoTitle = "Wer gehört wurde und wer nicht",
            OnlyForReading = "Nur gefragt, um die Antworten besser zu lesen: Keine Zählung der Gemeinschaft hat diese Gruppen.",
            NoCount = "Wie groß diese Gruppen sind, ist nicht bekannt.",
            NoGroups = "Nach Gruppen wurde nicht gefragt. Deshalb kann niemand sagen, wer fehlt.",
            Group = "Gruppe",
            OfAnswers = "Von denen, die geantwortet haben",
            OfCommunity = "Von allen, um die es geht",
            HardlyHeard = "kaum gehört",
            HeardLess = "weniger gehört, als ihrem Anteil entspricht",
            NotKnown = "nicht bekannt",
            HowTitle = "Wie wir zugehört haben",
            Disclosed = new()
            {
                ConductedBy = "Wer gefragt hat",
                Sponsor = "Wer bezahlt hat",
                Instrument = "Was gefragt wurde",
                Population = "Um wen es geht",
                Recruitment = "Wie die Menschen eingeladen wurden",
                Mode = "Wie die Menschen geantwortet haben",
                Dates = "Wann",
                Languages = "Sprachen",
                Sizes = "Wie viele, und wie genau",
                Weighting = "Gewichtung",
                Processing = "Wie die Antworten bearbeitet wurden",
                Limitations = "Grenzen",
                Asked = titles => $"{titles}. Die Fragen im Wortlaut sind in diesem Bericht verlinkt.",
                InRandomOrder = some =>
                    $"{(some ? "In einigen der Umfragen wurden Listen" : "Listen")} von Bedarfen und andere ohne eigene Ordnung "
                    + $"{(some ? "" : "wurden ")}in zufälliger Reihenfolge gezeigt, für jede Person in einer anderen, die nicht "
                    + "gespeichert wurde: Nichts gewinnt dadurch, dass es zuerst steht.",
                NotKnowing =
                    "Wo jemand etwas nicht wissen kann, stand „Das weiß ich nicht“ zur Wahl; wer das gewählt hat, zählt dort in keinem "
                    + "Anteil und keinem Mittelwert.",
                About = (who, count) => $"{who}; etwa {count} Menschen",
                OnAForm =
                    "In einem Formular im Internet, ohne Konto und ohne Namen. Keine Adresse, kein Gerät und keine Uhrzeit wurde "
                    + "gespeichert.",
                Since = day => $"Seit dem {day}; die Umfrage ist noch offen.",
                Between = (first, last) => $"Vom {first} bis zum {last}.",
                FewAnswered = k => $"Weniger als {k} Menschen haben geantwortet.",
                NotWeighted = "Die Zahlen sind nicht gewichtet: Jede Antwort zählt gleich viel.",
                Checked = "Die Antworten wurden beim Absenden mit den Fragen abgeglichen.",
                ReadNone = "Es wurden keine offenen Antworten gelesen und Bedarfen zugeordnet.",
                ReadSome = (n, count) =>
                    $"Weniger als die Hälfte der offenen Antworten wurde von {(n == 1 ? "1 Person" : count + " Menschen")} gelesen und "
                    + "Bedarfen zugeordnet.",
                ReadMost = (n, count) =>
                    $"Mehr als die Hälfte der offenen Antworten wurde von {(n == 1 ? "1 Person" : count + " Menschen")} gelesen und "
                    + "Bedarfen zugeordnet.",
                ReadAll = (n, count) =>
                    $"Alle offenen Antworten wurden von {(n == 1 ? "1 Person" : count + " Menschen")} gelesen und Bedarfen zugeordnet.",
            },
            QuestionsAt = "Die Fragen im Wortlaut:",
            InRandomOrder = "In zufälliger Reihenfolge: Jede Person sah sie in einer anderen.",
            QuestionsNote =
                "Das sind die Fragen, wie sie gestellt wurden, Seite für Seite. Alle sahen nur die Fragen, die für sie "
                + "galten, und konnten jede auslassen. Hier kann nichts ausgefüllt werden.",
            MadeWith = version => $"Erstellt mit NeedsSurvey {version}.",
        };

    public override DemoWords Demo { get; } =
        new()
        {
            Title = "Die Demo",
            Heading = "Ein Viertel, das zuerst gefragt wurde",
            Lead =
                "„Nachbarschaft Riverside“ hat die Menschen in einem erfundenen Viertel gefragt, was sie brauchen. Etwa 1.200 von "
                + "14.800 haben geantwortet. Danach hat die Gruppe ihre Ziele gesetzt und allen gesagt, was daraus geworden ist. "
                + "Sehen Sie es von drei Seiten an.",
            Explore = "Die Demo ansehen",
            ExploreWhat = "Sie braucht ein paar Sekunden und lässt Ihre eigene Arbeit in Ruhe.",

            // Three sides
            AskedTitle = "Sie werden gefragt",
            Asked =
                "Die zweite Runde der Umfrage, so wie man sie auf dem Handy sieht, in drei Sprachen. Antworten Sie, wenn Sie "
                + "mögen: Ihr Code führt Sie zurück.",
            OpenSurvey = "Die Umfrage öffnen",
            ToldTitle = "Sie wollen wissen, was daraus wurde",
            Told = "Der Bericht, den alle lesen können: was gehört wurde, von wem, und was versprochen ist, mit Terminen.",
            AskTitle = "Sie fragen",
            Ask = "Die Seite derer, die fragen, in fünf Schritten: zuhören, Bedarf, Rückfrage, Ziele, Bericht. Sie ist auf Englisch.",
            SeeAsking = "Die Seite derer ansehen, die fragen",
            Members =
                "Diese Installation gehört schon jemandem. Nur wer hier ein Konto hat, sieht die Seite derer, die fragen. Alles "
                + "andere auf dieser Seite steht Ihnen ohne Konto offen.",
            SignIn = "Anmelden",
            NotYours = "Ihr Konto gehört nicht zur Demo. Wem sie gehört, kann Sie einladen.",

            // What a visitor without an account may do
            TryTitle = "Sie probieren",
            Try =
                "Eine Kopie von alldem: Fragen ändern, Antworten lesen und zuordnen, Ziele setzen, herunterladen und "
                + "veröffentlichen. Wer sich hier gerade auch umsieht, arbeitet an derselben Kopie. Sie wird gelöscht, wenn die "
                + "letzte Person geht. Sie braucht ein paar Sekunden.",
            TryCopy = "Alles an einer Kopie probieren",
            Leave = "Die Demo verlassen",
            GuestOnly = "Ein Gast sieht die Demo nur an und ändert eine Kopie. Um selbst zu beginnen:",
            SetUp = "richten Sie diese Installation ein (auf Englisch)",

            // The other two stories
            OthersTitle = "Zwei kleinere Geschichten",
            SolidarityTitle = "Nach der Nacht in der Mill Road",
            Solidarity =
                "Eine Familie antwortet auf das, was ihrer Straße angetan wurde: Solidarität, mit einem letzten Tag. Mehr als die "
                + "Hälfte derer, die sich gemeldet haben, sagte, dass die erste Zusammenfassung sie nicht oder nicht ganz gehört "
                + "hat. Lesen Sie, was sie korrigiert haben und was die zweite sagt.",
            PersonTitle = "Bevor ich anfange",
            Person = "Ein Mensch mit Werten statt eines Auftrags, dem gesagt wurde: Gründe nicht noch eine Gruppe für uns.",
            SayOfGoals = "Sagen Sie, was Sie von den Zielen halten",

            // Where the idea comes from
            HandsTitle = "Zwei Hände",
            HandsIdea =
                "„Ihr fragt immer, was ihr tun könnt, aber ihr hört uns nicht wirklich.“ Das sagte eine Frau, müde, zu "
                + "Studierenden, die wissen wollten, wie ihre Gemeinschaft mit Polizeigewalt lebt. Darum beginnt hier nichts mit "
                + "dem, was Sie tun könnten. Es beginnt mit „Reden wir darüber, was los ist“, und fragt die Menschen, woran sie "
                + "merken, dass jemand zu ihnen steht.",
            HandsMark =
                "Warum das Zeichen zwei Hände sind: Eine Gruppe, die „allyship“ übersetzen wollte, einigte sich auf "
                + "„Freundschaft“, und das lässt sich auf Chinesisch als „zwei Hände“ lesen. Die eine fragt. Auch die andere hat "
                + "etwas zu geben.",
        };

    public override AnsweringWords AnsweringByOne =>
        Answering with
        {
            Why = "Warum ich frage",
            NotStoredTitle = "Was ich nicht speichere",
            NotStored =
                "Ihren Namen, Ihre E-Mail-Adresse, die Internet-Adresse Ihres Handys oder Computers und die Uhrzeit Ihrer Antwort. "
                + "Kein Konto und keine Cookies.",
            KeptTitle = "Was ich behalte",
            WhoSeesDefault = name =>
                $"{name}. Ich veröffentliche nie, wer was gesagt hat. Ihre Worte werden nur abgedruckt, wenn Sie es erlauben. Wer "
                + "diesen Server betreibt, könnte die Antworten auch lesen. Bitte schreiben Sie keine Namen in Ihre Antworten.",
            WhatNextDefault =
                "Ich veröffentliche, was ich gehört habe. Ich frage nach, ob ich es richtig verstanden habe. Und ich "
                + "sage, was ich tun werde, was ich nicht tun werde und warum.",
            AskedBefore = "Ich habe schon einmal gefragt. Was die Menschen gesagt haben und was daraus geworden ist:",
            Footer = "Ich frage nicht, wer Sie sind, und speichere es nicht. Lassen Sie weg, was Sie verraten könnte.",
            NotStoredNow =
                "Ihre Antworten konnten gerade nicht gespeichert werden. Die Antworten sind noch da: Warten Sie einen Moment und "
                + "drücken Sie noch einmal auf „Absenden“.",
            ReceiptWhat = "Nur Sie haben diesen Code. Ich kann ihn nicht nachschlagen, und er sagt nicht, wer Sie sind.",
            ReceiptUses =
                "Mit dem Code können Sie sehen, was aus Ihren Worten geworden ist. Sie können mir sagen, wenn ich Sie falsch "
                + "verstanden habe, und Sie können Ihre Antworten zurückziehen.",
        };

    public override ReceiptWords ReceiptByOne =>
        Receipt with
        {
            NeedsTitle = "Was ich verstanden habe",
            AnswerBy = day => $"Ich schulde Ihnen bis zum {day} eine Antwort.",
            NoNeeds =
                "In dem, was Sie mir erzählt haben, habe ich keinen Bedarf gefunden. Wenn mir einer entgangen ist, "
                + "sagen Sie es mir, wenn ich frage: „Habe ich Sie richtig verstanden?“",
            Decisions = new()
            {
                Act = "Ich kümmere mich selbst darum.",
                Partner = "Ich arbeite mit anderen daran.",
                Refer = "Andere können das besser, und ich schicke die Menschen dorthin.",
                Advocate = "Ich setze mich öffentlich dafür ein.",
                NotNow = "Jetzt nicht.",
                Decline = "Das werde ich nicht tun.",
            },
            Hearing = "Sagen Sie mir, ob ich Sie richtig verstanden habe",
            NoHearing = "Im Moment frage ich nicht nach, ob ich alle richtig verstanden habe. Bitte kommen Sie später wieder.",
            WithdrawWhat =
                "Ich lösche Ihre Antworten und das, was ich darin gelesen habe, und Ihre Worte verschwinden aus veröffentlichten "
                + "Berichten. Die nächsten Zahlen zählen sie nicht mehr mit. Was andere schon kopiert oder heruntergeladen haben, "
                + "lässt sich nicht zurückholen.",
            Reply = Receipt.Reply with
            {
                TakeBackWhat =
                    "Ich lösche Ihre Rückmeldung, und was Sie geschrieben haben, verschwindet aus veröffentlichten Berichten. Die "
                    + "nächsten Zahlen zählen sie nicht mehr mit. Was andere schon kopiert oder heruntergeladen haben, lässt sich nicht "
                    + "zurückholen.",
            },
        };

    public override HearingWords HearingByOne =>
        Hearing with
        {
            Question = "Habe ich Sie richtig verstanden?",
            Heard = "Das habe ich gehört",
            Missing = "Was fehlt, oder was habe ich falsch verstanden? (freiwillig)",
            MissingHint =
                "Ihre Worte können mit meiner Antwort im Bericht abgedruckt werden. Bitte lassen Sie alles weg, was verrät, wer "
                + "Sie sind.",
            Nothing = "Ich frage nicht, wer Sie sind, und speichere es nicht. Lassen Sie weg, was Sie verraten könnte.",
            Thanks =
                "Ihre Rückmeldung ist da. Im Bericht steht, wie viele ja, teilweise oder nein gesagt haben und was ich mit "
                + "den Korrekturen gemacht habe.",
            Closed = "Ich frage nicht mehr „Habe ich Sie richtig verstanden?“. Danke an alle, die geantwortet haben.",
            GoalsQuestion = "Ist es das, was Sie von mir wollen?",
            GoalsLead =
                "Das sind die Ziele, die aus dem entstanden sind, was Sie mir erzählt haben. Sagen Sie zu jedem, was "
                + "Sie meinen; lassen Sie weg, was Sie nicht betrifft.",
            GoalWordsHint = "Ihre Worte lese ich. Sie werden nicht abgedruckt. Bitte lassen Sie alles weg, was verrät, wer Sie sind.",
            GoalsThanks =
                "Ihre Rückmeldung ist da. Im Bericht steht neben jedem Ziel, wie viele es wollen, es anders wollen "
                + "oder mich bitten, es zu lassen.",
            GoalsClosed = "Nach diesen Zielen frage ich nicht mehr.",
        };

    public override ReportWords ReportByOne =>
        Report with
        {
            HeardRight = "Habe ich Sie richtig verstanden?",
            Understood = "Was ich verstanden habe",
            UnderstoodMarks = "Durchgestrichen: was ich zuerst geschrieben hatte. Unterstrichen: was Ihre Korrekturen geändert haben.",
            RepliesToFirst = day => $"Was Sie zu meinem ersten Text vom {day} gesagt haben",
            AnsweredTitle = "Was Sie mir außerdem gesagt haben und was ich antworte",
            Bring = "Ich habe auch gefragt, was die Menschen gern teilen oder tun würden. Alles hier haben mindestens zehn angeboten.",
            Since = "Seit Sie es mir gesagt haben",
            Unheard = (_, needs, day) =>
                $"{needs}. Sie haben es mir gesagt, und ich habe dazu noch nichts entschieden. Ich bin Ihnen "
                + $"{(day is null ? "" : $"bis zum {day} ")}eine Antwort schuldig.",
            DissentTitle = "Wo Sie und ich noch verschiedener Meinung sind",
            HowTitle = "Wie ich zugehört habe",
        };

    public override PrecisionWords Precision { get; } =
        new()
        {
            Mixed =
                "Diese Zahlen fassen mehrere Umfragen zusammen, für die Menschen auf verschiedene Weise erreicht wurden. Deshalb gibt es "
                + "keine Fehlerspanne: Die Zahlen beschreiben die, die geantwortet haben.",
            OptIn =
                "Die Menschen haben über einen offenen Link von sich aus teilgenommen. Deshalb gibt es keine Fehlerspanne: Die Zahlen "
                + "beschreiben die, die geantwortet haben.",
            Sample = "Die Menschen wurden zufällig ausgewählt.",
            SampleRanges = "Der Bereich bei einer Zahl enthält in 95 von 100 Fällen die wahre der Gemeinschaft.",
            Census = "Alle wurden gefragt.",
            CensusRanges =
                "Die Bereiche zeigen, wie weit die Menschen, die nicht geantwortet haben, jede Zahl verschieben könnten, wenn sie denen "
                + "ähneln, die geantwortet haben.",
            None = "Es wird keine Fehlerspanne angegeben.",
            FewInStrata =
                "Aus manchen Schichten haben zu wenige Menschen geantwortet oder niemand; wer Antworten exportieren darf, sieht, aus "
                + "welchen.",
            DoesNotFit =
                "Die Antworten passen nicht zu dem, was darüber gesagt wurde, wie die Menschen ausgewählt wurden; wer sie exportieren "
                + "darf, erfährt, warum.",
            NoSizes =
                "Wie viele Menschen der Gemeinschaft zu jeder Schicht gehören, ist nicht bekannt; sobald die Größen beim Stichprobenplan "
                + "eingetragen sind, können Bereiche angegeben werden.",
            SizesUnlike =
                "Die Schichten sind zusammen nicht so groß wie die Gemeinschaft; sobald ihre Größen oder die der Gemeinschaft berichtigt "
                + "sind, können Bereiche angegeben werden.",
            NoQuestion =
                "Der Stichprobenplan nennt eine Frage oder Antwort, die es in der Umfrage nicht gibt; sobald er eine andere nennt, können "
                + "Bereiche angegeben werden.",
            SeveralDraws =
                "Diese Zahlen fassen mehrere Umfragen zusammen, und mindestens eine davon hat eigene Schichten oder Klumpen; bei den "
                + "Ergebnissen jeder Umfrage stehen ihre Bereiche.",
            Unevenly =
                "Die Schichten wurden in anderen Anteilen gehört, als sie in der Gemeinschaft haben, und in diesen Zahlen zählen alle "
                + "gleich; wer sie exportieren darf, sieht Bereiche.",
            WithStrata =
                "Die Bereiche berücksichtigen, dass manche Schichten etwas mehr oder weniger gehört wurden, als es ihrer Größe entspricht.",
            AllAlike = "Anteile, Mittelwerte und Werte sind von denen, die geantwortet haben; sie zählen alle gleich.",
            WithClusters = "Sie berücksichtigen, dass sich Menschen aus einem Klumpen ähneln.",
        };

    public override SafeCountWords Figures { get; } =
        new()
        {
            Few = k => $"weniger als {k}",
            FewPeople = k => $"weniger als {k} Menschen",
            NearlyAll = k => $"alle bis auf weniger als {k}",
            Of = (count, people) => $"{count} von {people}",
            FewOfNearlyAll = k => $"weniger als {k}, obwohl fast alle gefragt wurden",
            NearlyAllOfNearlyAll = k => $"fast alle, die gefragt wurden: alle bis auf weniger als {k}",
            Sentence = (bound, usual, k, n, points) =>
                $"Um Menschen in kleinen Gruppen zu schützen, ist jede Zahl hier die wahre, zufällig verändert um höchstens {bound} "
                + "(meist um "
                + $"{usual} oder weniger), für dieselben Menschen immer gleich. Zahlen unter {k} werden nicht genannt, Gruppen unter "
                + $"{k} auch "
                + "nicht. Teile müssen nicht genau ihre Summe ergeben. In einem Anteil von etwa "
                + $"{n} Menschen macht das selten mehr als {points} Prozentpunkte aus. Anteile sind von denen, die geantwortet haben; wo "
                + $"weniger als {k} keine Antwort gaben, von allen, sie eingeschlossen.",
            Breakdown = k =>
                $"In jeder Aufteilung fehlen mindestens {k} Menschen, damit aus ihr keine kleine Gruppe folgt: wer keine Gruppe "
                + "genannt hat, wer "
                + "zu einer kleinen gehört, und einige zufällig gewählte.",
            Drawn = step =>
                $"Diese Zahlen werden neu gezogen, wenn es etwa {step} Antworten mehr oder weniger sind. So ist keine einzelne Antwort "
                + "zu sehen, wenn sie eintrifft.",
            DrawnApart = k =>
                "Diese Zahlen fassen mehrere Umfragen zusammen, und die jeder Umfrage werden für sich neu gezogen: wenn sie mindestens "
                + $"{k} Antworten, und ein Viertel der eigenen, mehr oder weniger hat als zuvor. So ist keine einzelne Antwort zu sehen, "
                + "wenn sie eintrifft.",
            Waits =
                "Seit diese Zahlen gezogen wurden, hat jemand Antworten zurückgenommen. Bis zur nächsten Ziehung bleiben sie, wie sie "
                + "waren, auch wo sich seither Fragen, Bedarfe oder das Wissen über Gemeinschaft und Stichprobe geändert haben.",
            Scores = fehler =>
                $"Der Schutz kleiner Gruppen verschiebt einen Wert hier um etwa {fehler} oder weniger. Bedarfe, deren Werte näher "
                + "beieinander liegen, können in der anderen Reihenfolge stehen, und Ziele nehmen ihr Gewicht von diesen Werten.",
            WordsWeigh = "Ein Bedarf, dessen Anteil in Worten steht, wiegt für Ziele so viel wie die Mitte dessen, was die Worte zulassen.",
            Withheld = wege => $"Zu wenige Antworten gibt es für: {wege}. Zu viele der nötigen Zahlen sind klein.",
            TooFew = k => $"Weniger als {k} Menschen: Es wird kein Ergebnis gezeigt.",
            True =
                "Das sind die wahren Zahlen. Sie sehen sie, weil Sie Antworten exportieren dürfen; geben Sie Zahlen von wenigen Menschen "
                + "nicht weiter.",
            Title = "Wie kleine Gruppen geschützt sind",
            Law = (none, one, two, bound) =>
                $"Wie eine Zahl verändert wird, hängt davon ab, wer in ihr gezählt ist, nach einem Gesetz, das für alle gilt: {none} "
                + "der Zahlen "
                + $"bleiben, wie sie sind, {one} ändern sich um höchstens 1, {two} um höchstens 2, und keine um mehr als {bound}. "
                + "Nach oben und "
                + "nach unten ist es gleich, es gleicht sich also aus.",
            Version = k =>
                "Die Zahlen einer Version werden gezogen, wenn sie veröffentlicht wird, und bleiben, wer auch immer antwortet oder "
                + $"zurückzieht. Eine neue Version braucht mindestens {k} Antworten mehr oder weniger, oder sie sagt, warum sie "
                + "veröffentlicht wurde.",
            Redrawn = day =>
                "Diese Version wurde veröffentlicht, bevor Zahlen so geschützt wurden. Ihre Worte und Entscheidungen sind die damals "
                + $"veröffentlichten, ihre Zahlen nicht: Dort stehen die von allen, die am {day} zählten.",
            TakenOut = k =>
                "Diese Version wurde veröffentlicht, bevor Zahlen so geschützt wurden. Ihre Worte und Entscheidungen sind die damals "
                + $"veröffentlichten; ihre Zahlen wurden herausgenommen, weil weniger als {k} Menschen dahinterstehen.",
        };
}
