using System.Globalization;

namespace NeedsSurvey.Domain.Languages;

// Long, because one language is one file: whoever translates or corrects opens nothing else.

/// <summary>British English; also the language of what the program writes into reports for good.</summary>
public sealed class English : Language
{
    public override string Code => "en";
    public override string Name => "English";
    public override bool IsRightToLeft => false;
    public override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-GB");
    public override string DayPattern => "d MMMM yyyy";
    public override IReadOnlyList<string> DateFillers => ["of"];
    public override string Comma => ", ";
    public override string And => " and ";
    public override (string Open, string Close) QuotationMarks => ("“", "”");
    public override (string Open, string Close) InnerMarks => ("‘", "’");

    protected override string LanguageNames =>
        "ar Arabic; bn Bengali; de German; en English; es Spanish; fa Persian; fr French; hi Hindi; it Italian; "
        + "ku Kurdish; pl Polish; ps Pashto; pt Portuguese; ro Romanian; ru Russian; so Somali; sw Swahili; ti Tigrinya; "
        + "tr Turkish; uk Ukrainian; ur Urdu; vi Vietnamese; yi Yiddish; zh Chinese";

    public override TimeWords Times { get; } = new("h hrs oclock o'clock", "am", "pm", "inthemorning", "intheafternoon intheevening");

    public override StandardAnswers Answers { get; } =
        new()
        {
            Declined = "I’d rather not say",
            Unknown = "I do not know",
            Most = "Most",
            Least = "Least",
            Other = "Something else",
            Yes = "Yes",
            No = "No",
        };

    public override AnsweringWords Answering { get; } =
        new()
        {
            // Start
            Start = "Start",
            AboutMinutes = n => n == 1 ? "About 1 minute" : $"About {n} minutes",
            WhoAsks = "Who is asking",
            MovesMe = "What moves me",
            Why = "Why we ask",
            NotStoredTitle = "What we do not store",
            NotStored =
                "Your name, your e-mail, the internet address of your phone or computer, and the time you answered. "
                + "No account and no cookies.",
            KeptTitle = "What we keep",
            Kept = "Your answers, and the day they came in.",
            WhoSees = "Who sees your answers",
            WhoSeesDefault = name =>
                $"The people at {name} who work on this. We never publish who said what. Your own words are printed only if "
                + "you allow it. Whoever runs this server could read the answers too. Please leave names out of what you write.",
            WhatNext = "What happens next",
            WhatNextDefault =
                "We publish what we heard, ask whether we understood it right, and say what we will do, what we will not do, " + "and why.",
            AnswersUntil = day => $"You can answer until {day}.",
            HeardBy = day => $"By {day}, what people said is published.",
            AskedBefore = "We have asked before. What people said then, and what came of it:",
            AnswersPast = day => $"The last day to answer was {day}. Answers are still taken.",
            HeardPast = day => $"What people said was to be published by {day}.",
            SkipAnything = "You can skip any question, and stop at any time. Nothing is sent until you press Submit at the end.",
            SkipMost =
                "You can skip most questions; a few need an answer to go on. You can stop at any time. Nothing is sent "
                + "until you press Submit at the end.",
            NothingKept = "Until then your answers are on this page only: closing or reloading it loses them.",
            UrgentTitle = "If it is urgent",
            ChangeLanguage = "Language",

            // On the way
            ToContent = "Skip to the content",
            Demo = "This is a demo: the organisation and the survey are invented, and your answers change nothing.",
            AddAnother = "Add another",
            Remove = "Remove",
            Back = "Back",
            Continue = "Continue",
            Skip = "Skip this one",
            RatherNot = "I’d rather not say",
            DoNotKnow = "I do not know",
            Exit = "Leave this site",
            NeedOf = (i, n) => $"Need {i} of {n}",
            RowOf = (i, n) => $"{i} of {n}",
            BeforeSection = "Before you go on",
            ToSection = "Go to these questions",
            SkipSection = "Skip this section",
            Footer = "We do not ask or store who you are. Leave out what could give you away.",
            FooterHelp = "If this brings up something hard, you can talk to someone:",
            NoteOpened = "There is something here for you to read.",
            MoreOpened = "Your answers opened more questions. They are on this page now.",
            DeleteTitle = "Delete what you said here?",
            DeleteLead = "Nothing is deleted unless you press “Delete it”.",
            KeepIt = "Keep it",
            DeleteIt = "Delete it",
            OnlySoMany = (n, most) => $"You said {n}. Here you can tell about {most} at most.",

            // Kinds of question
            ChoicesDependOn = what =>
                $"There is nothing to choose from here yet, because it depends on “{what}”. You can answer that first, or go on.",
            NoChoices = "Nothing here fits what you answered before. You can go on.",
            ChooseAll = "Choose all that fit.",
            ChooseAtLeast = n => $"Choose at least {n}.",
            ChooseAtMost = n => $"Choose up to {n}.",
            ChooseBetween = (a, b) => a == b ? $"Choose {a}." : $"Choose {a} to {b}.",
            Or = "or",
            OtherWhat = "What is it?",
            Day = "Day",
            Month = "Month",
            Year = "Year",
            DateHint = "For example, 27 3 2024",
            TimeHint = "Hours and minutes, for example 14:30",
            Place = n =>
                n switch
                {
                    1 => "First",
                    2 => "Second",
                    3 => "Third",
                    4 => "Fourth",
                    5 => "Fifth",
                    _ => $"Place {n}",
                },
            RankHint = "Begin with what matters most. You can stop after any place.",
            RankTap = "Touch what comes first, then what comes second, and so on. Touch it again to take it back.",
            NothingChosen = "Not chosen",
            FindInList = "Find in the list",
            RangeHint = (low, high) => $"A number from {low} to {high}",
            AtMostCharacters = n => $"No more than {n} characters.",
            Latitude = "Latitude",
            Longitude = "Longitude",
            NewTab = "(new tab)",

            // Errors
            Offline = "There is no connection just now. Your answers are still here, and are sent on when it is back.",
            TypedHere = what => $"You typed “{what}”, which is not taken as an answer yet.",
            TooMuchTogether =
                "All your answers together are longer than can be sent. Please shorten what you wrote here; it is still on this page.",
            NotStoredNow = "We could not store your answers just now. They are still here: wait a moment and press Submit again.",
            CopyToCome = "Your answers are stored. A second copy, on another machine, is still to come.",
            SentBefore = "These answers were sent before and are stored as they were then. What was changed afterwards is not stored.",
            SentOtherwise = code =>
                $"Answers were sent from here before. They are stored as they were, with the code {code}. Those below differ and "
                + "are not stored yet. Press Submit to send them too, as another person’s.",
            SentAndTakenBack =
                "The answers that were sent from here before were taken back and are deleted. Those below are not stored. Press Submit to "
                + "send them as new answers.",
            NotNowTitle = "Please try again in a moment",
            NotNow = "The server cannot go on just now.",
            WentWrongTitle = "That did not work",
            WentWrong = "Something went wrong on the server, and it was noted.",
            StillHere = "What you wrote is still on this page: wait a moment and press Try again.",
            LoadAgain = "Wait a moment and load this page again.",
            TooLarge = "This is more than can be sent at once. Go back, shorten what you wrote and send it again.",
            TryAgain = "Try again",
            ErrorPrefix = "Error: ",
            Problem = "There is a problem",

            // Check and submit
            CheckTitle = "Check your answers",
            CheckLead = "This is what you are about to send. You can change anything first.",
            Change = "Change",
            NotAnswered = "Not answered",
            MayQuote = "You may quote my words",
            MayQuoteHint = "Only if you like. Without this tick your words are read and counted, and never quoted.",
            Submit = "Submit",
            SubmitOnce = "Pressing it twice does no harm: your answers count once.",

            // Thanks
            ThanksTitle = "Thank you",
            ThanksDefault = "Your answers have arrived.",
            ReceiptTitle = "Your code to see what happens",
            ReceiptWhat = "Only you have this code. We cannot look it up, and it does not say who you are.",
            ReceiptUses =
                "With it you can see what happened with your words, tell us if we understood you wrong, and take your answers back.",
            ReceiptKeep = "Write it down or take a picture of it. It is shown only here.",
            ReceiptPage = "Where to use the code",
            CopyCode = "Copy the code",
            CodeCopied = "Copied",
            Dropped = "Some answers were left out, because a later change of yours meant that their questions are not asked:",
            SharedPhone = "If others use this phone or computer, close this page when you have the code.",

            // No survey to answer
            ClosedTitle = "This survey is closed",
            Closed = "You can no longer answer. Thank you for wanting to.",
            ClosedKept =
                "Your answers could not be sent any more, and nothing of them is stored. They are below as long as this page is "
                + "open, if you want to copy them.",
            ReadReport = "Read what people said and what is being done",
            ReportWillCome = "What people said will be published.",
            NotFoundTitle = "There is no survey here",
            NotFound = "Check the link: a letter may be missing. If someone gave it to you on paper, type it again just as it is printed.",
            NoReportTitle = "There is no report here",
            NoHearingTitle = "There is nothing to reply to here",
            DamagedTitle = "This page did not arrive whole",
            Damaged =
                "Something on the way changed or lost part of the form, so it was not taken. Go back and send it again. If that does "
                + "not help, start again.",
            StartAgain = "Start again",
        };

    public override MessageWords Messages { get; } =
        new()
        {
            // The form of an answer
            WrongForm = "This answer could not be read. Please try again.",
            TextNeeded = "Write the answer as text.",
            WholeNumberNeeded = "Write a whole number, for example 12.",
            NumberNeeded = "Write a number without a mark for thousands, for example 1250 or 12.5.",
            SeveralNumbers = (typed, numbers) => $"“{typed}” is understood as several numbers: {numbers}. Write one number.",
            EitherNumber = (typed, one, other) => $"“{typed}” could mean {one} or {other}. Write it without a mark for thousands.",
            FarDate = day => $"{day} is far from today. Please check the year.",
            OtherCalendar = (day, offered) => $"{day} is far from today. If the year is of another calendar, write this day: {offered}.",
            NumberTooLarge = "This number is too large. Write a smaller one.",
            NumberTooLong = "This number has too many digits. Write one with at most 28.",
            DateNeeded = "Write a real date: day, month and year, for example 27 3 1985.",
            TimeNeeded = "Write a time, for example 09:30.",
            PointNeeded = "Give a place as latitude (−90 to 90) and longitude (−180 to 180).",
            TooLong = (most, now) => $"Write at most {most} characters. There are {now} now.",
            BadText = "This text has a sign that cannot be saved. Please type it again.",
            OffScale = (low, high) => $"Choose a number from {low} to {high}.",
            OffStep = step => $"Choose a number that goes up in steps of {step}.",

            Limits = new()
            {
                Number = new(
                    (low, high) => low == high ? $"Write the number {low}." : $"Write a number from {low} to {high}.",
                    low => $"Write a number that is {low} or more.",
                    high => $"Write a number that is {high} or less."
                ),
                NumberOver = low => $"Write a number greater than {low}.",
                NumberUnder = high => $"Write a number less than {high}.",
                Date = new(
                    (low, high) => low == high ? $"Write the date {low}." : $"Write a date from {low} to {high}.",
                    low => $"Write a date that is {low} or later.",
                    high => $"Write a date that is {high} or earlier."
                ),
                Time = new(
                    (low, high) => low == high ? $"Write the time {low}." : $"Write a time from {low} to {high}.",
                    low => $"Write a time that is {low} or later.",
                    high => $"Write a time that is {high} or earlier."
                ),
                Characters = new(
                    (low, high) => low == high ? $"Write exactly {low} characters." : $"Write {low} to {high} characters.",
                    low => $"Write at least {low} characters.",
                    high => $"Write at most {high} characters."
                ),
                Choices = new(
                    (low, high) => low == high ? $"Choose {low}." : $"Choose {low} to {high}.",
                    low => $"Choose at least {low}.",
                    high => $"Choose at most {high}."
                ),
            },

            // Choices
            ChoiceNeeded = "Choose one of the answers.",
            ChoicesNeeded = "Choose from the answers offered.",
            UnknownChoice = "That is not one of the answers offered. Please choose again.",
            ChoiceNotOffered = "After a change to an earlier answer, this choice is no longer offered. Please choose again.",
            ChosenTwice = "The same answer is chosen twice. Choose each one once.",
            PlaceMissing = "Fill the places in order, without leaving one out.",
            TooFew = n => $"Choose at least {n}.",
            TooMany = n => $"Choose at most {n}.",
            Exclusive = choice => $"You chose “{choice}” and something else too. Keep one or the other.",
            OtherNotChosen = "You wrote your own words but chose a different answer. Choose “Something else”, or remove the words.",
            AnsweredAndDeclined = "You answered and also chose not to say. Keep one of the two.",
            SameBestWorst = "Choose different answers for the two ends.",
            NotInSet = "That answer is not in this set. Please choose again.",

            // What a survey asks for
            AnsweredAndUnknown = "You answered and also chose “I do not know”. Keep one of the two.",
            CannotBeUnknown = "“I do not know” is not offered here. Please choose an answer.",
            CannotDecline = "An answer is needed here to go on. You may also stop: nothing is sent.",
            Required = "Please answer this question.",
            RequiredOrDecline = "Please answer this question, or choose not to say.",
            Constraint = "This answer does not fit. Please check it.",
            TooManyInstances = n => $"Give at most {n} of these.",

            // What programs send
            UnknownRow = row => $"The question has no line “{row}”.",
            UnknownPart = part => $"An answer here has no part “{part}”.",
            UnknownQuestion = name => $"The survey has no question “{name}”.",
            NotAQuestion = name => $"“{name}” does not take an answer.",
            DuplicateAnswer = name => $"“{name}” is answered twice. Send each answer once.",
            NotAnswers = "The answers must be a JSON object from question name to answer.",
        };

    public override ReceiptWords Receipt { get; } =
        new()
        {
            // Asking for the code
            Title = "What happened with my words",
            Lead = "Enter the code that you got when you answered.",
            Label = "Your code",
            Hint = "16 letters and numbers. Spaces, dashes and small letters do not matter.",
            Look = "Show me",
            Empty = "Enter your code",
            Unknown = "We do not know this code. Check it against what you wrote down: it has 16 letters and numbers.",

            // What became of it
            Stored = title => $"Your answers to “{title}” are stored and counted.",
            NeedsTitle = "What we understood",
            NoNeeds = "We did not find a need in what you told us. If we missed one, tell us when we ask “Did we hear you right?”.",
            NotReadYet = "What you wrote in your own words has not been read to the end yet. Please come back.",
            NotDecided = "Nothing is decided yet.",
            AnswerBy = day => $"We owe you an answer by {day}.",
            OneOf = (_, count) => $"You were one of about {count} people who said this.",
            DecidedBefore = day => $"Decided on {day}, before you answered.",
            DecidedSince = day => $"Decided on {day}, after you answered.",
            Since = "Since you answered:",
            Before = "Before you answered:",
            Decisions = new()
            {
                Act = "We act on this ourselves.",
                Partner = "We work on this with others.",
                Refer = "Others can do this better, and we send people there.",
                Advocate = "We speak up for this.",
                NotNow = "Not now.",
                Decline = "We will not do this.",
            },
            Reason = "Why",
            Goal = "Goal",
            GoalStates = new()
            {
                Draft = "being discussed",
                Adopted = "adopted",
                Done = "done",
                Dropped = "dropped",
            },

            // What the person can do
            NextTitle = "What you can do",
            Report = "Read the report",
            NoReport = "The report is not published yet.",
            Hearing = "Tell us whether we heard you right",
            NoHearing = "We are not asking just now whether we understood everyone right. Please come back.",
            WithdrawTitle = "Take my answers back",
            WithdrawWhat =
                "We delete your answers and what we read in them, and your words disappear from published reports. The next figures no "
                + "longer count them. What people have already copied or downloaded cannot be called back.",
            Withdraw = "Take my answers back",
            ConfirmTitle = "Delete your answers? This cannot be undone.",
            Confirm = "Yes, delete my answers",
            Keep = "No, keep them",
            Withdrawn = "Your answers are deleted",
            WithdrawnWhat =
                "You took them back, and they are gone from here. The next figures do not count them. Older figures stay as "
                + "they are, and so do copies.",
            Another = "Look up another code",
            Reply = new()
            {
                Stored = question => $"Your reply to “{question}” is stored.",
                TakeBack = "Take my reply back",
                TakeBackWhat =
                    "We delete your reply, and what you wrote disappears from published reports. The next figures no longer count it. "
                    + "What people have already copied or downloaded cannot be called back.",
                ConfirmTitle = "Delete your reply? This cannot be undone.",
                Confirm = "Yes, delete my reply",
                Keep = "No, keep it",
                Gone = "Your reply is deleted",
                GoneWhat =
                    "You took it back. What you wrote is not printed here any more. The next figures do not count it. Copies " + "stay.",
            },
        };

    public override PrivacyWords Privacy { get; } =
        new()
        {
            Title = "Who could learn what about you",
            Lead =
                "We cannot promise that nobody will ever recognise you. This is what each of these people could find out, "
                + "and what they could not.",
            Stored = new(
                "What is stored",
                "Your answers, the language you read in, the day they came in, whether your words may be quoted, and two random numbers. "
                    + "Beside "
                    + "them two marks by which a second sending and your code are known again; nobody can work out the "
                    + "code from them.",
                "Not stored and not written into the program’s own logs: your name, e-mail, network address, browser, telephone, or "
                    + "the time "
                    + "of day. Until you press Submit nothing is stored at all. No cookie is set, and nothing is loaded from anybody else."
            ),
            Organisation = new(
                "Whoever asks",
                "Those of its people who may read answers see each answer whole: all that one person said, side by side, and the day. If "
                    + "what you say fits only you (“the only nurse in our street”), they can recognise you. Leave out names and such "
                    + "details, or skip the question.",
                "Those who sort written answers see one answer at a time, without the rest. They and others see sums that are changed a "
                    + "little at random, and of fewer than ten people only that there are fewer than ten."
            ),
            ReportReaders = new(
                "Everybody who reads the report",
                "Sums that are changed a little at random, and no number below ten. A new version has new sums only after ten people "
                    + "or more have come or gone, or the words of ten more were read, so that nobody sees what one of them said. Your "
                    + "words are printed only if you allowed it, somebody checked them for giving you away, and twenty people stated the "
                    + "same need.",
                "What you write in a reply to “did we hear you right?” can be printed with the organisation’s answer; words beside a yes "
                    + "are not. What you say about goals is counted, and your words there are read and not printed. You "
                    + "get a code after a reply. It takes the reply back, and out of the reports too."
            ),
            Operator = new(
                "Who runs this server",
                "Everything that the organisation can see. While you are connected your network address is visible to the server, as with "
                    + "every website; this program does not keep it. Equipment in front of it, or a changed program, could: that is a "
                    + "matter "
                    + "of trust in who runs it."
            ),
            DatabaseThief = new(
                "Someone who steals the database or a backup",
                "All answers with their days and languages, and the organisation’s own people with their e-mail addresses. No respondent’s "
                    + "name or address, and nobody’s code.",
                "The database keeps a journal of its own to survive a power cut. From the raw files an expert could work out the order in "
                    + "which answers were stored, and for recent ones the moment. Whoever also knows when you sat at your telephone could "
                    + "put the two together.",
                "A backup made before you took your answers back still holds them, until it is deleted."
            ),
            LogThief = new(
                "Someone who steals the logs",
                "When the program started, stopped or failed. No answer, address or browser. A database server that the operator brought "
                    + "along keeps logs as the operator set it."
            ),
            Network = new(
                "Who watches the network",
                "Where this page’s address begins with https: that somebody at your connection used this server, when, and how much was "
                    + "sent; not which survey and not what was said. Where it begins with http: everything."
            ),
            NextUser = new(
                "Who uses your telephone or computer after you",
                "The address of the survey in the browser’s history, and open pages until they are closed. “Leave this site” "
                    + "goes to another site at "
                    + "once, but does not empty the history. Where scripts are switched off, the browser’s Back can show the page you "
                    + "left, and what you had said: close the window as well.",
                "Whoever has your code can see which needs were understood from your words and what was decided about them, "
                    + "and can "
                    + "delete your answers. It does not show the answers."
            ),
            TakingBack = new(
                "Taking it back",
                "With the code your answers, and everything that was noted about them, are deleted, and your quoted words are "
                    + "removed from published reports. That one answer was there on that day remains. Sums that others than the "
                    + "organisation’s analysts see leave your answers out when they are next drawn. Sums already published stay, and so do "
                    + "copies that somebody has downloaded."
            ),
        };

    public override HearingWords Hearing { get; } =
        new()
        {
            Question = "Did we hear you right?",
            Heard = "This is what we heard",
            Changed = "Corrections have changed this. What is gone is crossed out, what is new is underlined.",
            Yes = "Yes, that is what we said",
            Partly = "Partly",
            No = "No, that is not it",
            Missing = "What is missing, or what did we get wrong? (optional)",
            MissingHint =
                "Your words may be printed in the report, with our answer. Please leave out anything that would tell who you are.",
            Send = "Send",
            Nothing = "We do not ask or store who you are. Leave out what could give you away.",
            ThanksTitle = "Thank you",
            Thanks =
                "Your reply is in. In the report we print how many people said yes, partly or no, and what we did with the corrections.",
            Closed = "We are no longer asking “Did we hear you right?”. Thank you to everyone who replied.",
            ToReport = "Read the report",
            Problem = "There is a problem",
            Choose = "Choose yes, partly or no",
            AnsweredSurvey = "Did you answer the survey?",
            CouldSay = "I could say what mattered to me.",
            TakenSeriously = "I was taken seriously.",
            Degrees = ["Not at all", "A little", "In part", "Mostly", "Completely"],
            GoalsQuestion = "Is this what you would want from us?",
            GoalsLead =
                "These are the goals that came of what you told us. Say of each what you think; leave out what does " + "not concern you.",
            GoalYes = "Yes",
            GoalChange = "Something like it, but change it",
            GoalDoNot = "Please do not",
            GoalWords = "What should be different? (optional)",
            GoalWordsHint =
                "The people who set these goals read your words. They are not printed. Please leave out anything "
                + "that would tell who you are.",
            GoalsChoose = "Choose an answer for at least one goal",
            GoalsThanks =
                "Your reply is in. In the report we print, beside each goal, how many people want it, want it "
                + "changed, or ask us not to.",
            GoalsClosed = "We are no longer asking about these goals.",
            GoalWordsAlone = "You wrote about a goal and chose no answer for it. Choose one, or remove the words",
            CodeUses = "With it you can take your reply back at any time.",
            SentOtherwise =
                "You sent a reply from here before, and it counts. What you see below is not the same. It is not stored yet. "
                + "Press Send to send it too, as if from someone else.",
            TakenBack =
                "You took back the reply that you sent from here. What you see below is not stored. Press Send to send it as " + "new.",
            Kept = "This is what you wrote. It could not be sent any more and is not stored; copy it if you want to keep it.",
        };

    public override ReportWords Report { get; } =
        new()
        {
            // Around the report
            Print = "Print or save as PDF",
            ToContent = "Skip to the content",
            DemoBand = "Demo data: everyone and everything here is invented.",
            ChangeLanguage = "Language",
            Version = n => $"version {n}",
            VersionReason = (version, reason) => $"{version}, changed because: {reason}",
            ToReceipt = "You answered? See what happened with your words",
            Versions = "Versions:",
            AsJson = "As data (JSON)",
            AsCsv = "Needs and goals (CSV)",

            // In three lines
            Summary = "In short",
            SummaryNeeds = needs => $"People need most: {needs}.",
            SummaryGoals = (n, count, one) =>
                $"{(one ? "I have" : "We have")} {(n == 1 ? "1 goal" : count + " goals")} to answer this, each with what became of "
                + "it so far.",
            SummaryNoGoals = "No goal has been adopted to answer this yet.",
            SummaryOpen = needs => $"Nothing is decided yet about: {needs}.",
            SummaryAllDecided = "Every need that was told has a decision and a reason.",

            // What was heard
            Answered = (n, count) => n == 1 ? "1 person answered." : $"About {count} people answered.",
            DemoSentence = "This is a demonstration: everyone and everything in it is invented.",
            Solidarity = "This is solidarity: an answer to what happened.",
            SolidarityUntil = day => $"This is solidarity: an answer to what happened, until {day}.",
            SolidarityOver = day => $"This was solidarity: an answer to what happened. It ended on {day}.",
            Allyship = one => one ? "This is allyship: I stay, and I ask again." : "This is allyship: we stay, and we ask again.",
            Happened = "What happened, in the words of those it happened to:",
            Stays = "What stays after that:",
            ShowAll = "Show all",
            ShowMore = n => $"Show {n} more",
            NeedByNeed = "Need by need",
            Translation = one => one ? "My translation:" : "Our translation:",
            HeardRight = "Did we hear you right?",
            NoReplies = "Nobody has replied yet.",
            Verdict = (n, count, partly, no) =>
                $"of the {(n == 1 ? "1 person" : count + " people")} who replied said yes, {partly} partly, " + $"{no} no.",
            HeardBesides = (answered, say, serious) =>
                $"Had answered the survey: {answered}. Could say what mattered to them, mostly or completely: {say}. Were taken "
                + $"seriously, mostly or completely: {serious}.",
            VerdictNoInterval =
                "Anyone with the link could reply, so no margin of error applies: these figures describe the people who replied.",
            VerdictPicture = (yes, partly, no) => $"{yes} yes, {partly} partly, {no} no",
            Corrections = (count, accepted) => $"Corrections that came in: {count}. Of these, {accepted} changed the summary.",
            Understood = "What we understood",
            UnderstoodMarks = "Crossed out: what we wrote first. Underlined: what your corrections changed.",
            RepliesToFirst = day => $"What you said to our first words, of {day}",
            RepliesTo = (count, day) => $"What you said to version {count}, of {day}",
            ChangedTitle = "What you corrected, and what it changed",
            PromisedTitle = "You are right, and the summary does not say it yet",
            AnsweredTitle = "What you told us besides, and our answer",
            CorrectionsWait = "Some corrections have no answer yet.",
            Needed = "What people need",
            Need = "Need",
            People = (n, count) => n == 1 ? "1 person" : $"{count} people",
            PeopleTold = "nobody asked; people told us",
            OwnWords = "Something else, in our own words",
            ChosenTitle = "Named in other answers",
            OfThoseAsked = "Of those who were asked, or whose words were read",
            ToldTitle = "Told in people’s own words",
            Told = "Nobody asked about these; people brought them up.",
            OfThoseRead = "Of those whose words were read",
            FewTold = few => $"Nobody asked about these. In their own words, {few} named each:",
            Range = "95\u00A0% range:",
            MattersAndGoes = (matters, goes) => $"matters {matters}, goes well {goes}",
            ScoreAtMost = n => $"at most {n}",
            Beside = new()
            {
                Pair =
                    "Beside each need: how much it matters to people and how well it goes, each out of 100, and how many people said so.",
                Share = "Nearly all who answered were asked about each of these. Beside it stands the share who named it.",
                PairOfAll =
                    "Beside each need: how much it matters to people and how well it goes, each out of 100. "
                    + "Nearly all who answered said so of each.",
                ScoreOfAll = "Beside each need stands its score. Behind each are nearly all who answered.",
                Score = "Beside each need stand its score and how many people are behind it.",
            },
            Withheld =
                "To protect people in small groups, numbers are changed a little at random, and those of fewer than ten people are not "
                + "given.",
            OtherOrders = "For analysts: other ways of ordering give other orders",
            OtherRanks = "Ranks by other methods",
            TooFew = needs =>
                "Fewer than ten people stand behind each need, so no figures are printed: they could give somebody away. "
                + $"{needs} were asked about or told of.",
            NoRanking = "There were no answers that allow needs to be ranked.",
            FewAnswered = k => $"Fewer than {k} people answered, so needs are not ranked.",
            Methods = new()
            {
                Prevalence = new("How many say so", "The share of the people asked who said that this is a need."),
                Borich = new(
                    "What matters and is missing",
                    "How far satisfaction falls short of importance, counting more where the need matters more."
                ),
                RankedDiscrepancy = new(
                    "Too little rather than too much",
                    "Of 100 people, how many more have too much of this than too little: below zero, more people have too little."
                ),
                ImportancePerformance = new(
                    "Important and going badly",
                    "How far importance lies above satisfaction; the map shows which needs to concentrate on."
                ),
                ImportanceSatisfaction = new(
                    "In the first three and not met",
                    "The share who name it a top-three priority, times the share who are not satisfied with it today."
                ),
                Concerns = new("Strengths and concerns", "How many percentage points satisfaction lies below importance."),
                BestWorst = new(
                    "Most and least needed",
                    "How much more often people picked it as what is needed most than as what is needed least."
                ),
                Pairwise = new(
                    "Chosen over other needs",
                    "The chance that it wins when a person is asked to choose between it and another need drawn at random."
                ),
                MeanRank = new("The order people chose", "The place it gets on average when people put the needs in order: 1 is first."),
                GroupConsensus = new(
                    "Agreed across groups",
                    "How surely people in every group agree that it is needed: one group that disagrees pulls it down."
                ),
                Hanlon = new(
                    "A panel's rating",
                    "A panel's judgement of how large and how serious the problem is and how well it can be met."
                ),
            },

            // What people bring
            AsksAgain = one => one ? "I am asking again:" : "We are asking again:",
            Voices = "In your own words",
            BringTitle = "What people here bring",
            Bring = "We also asked what people would gladly share or do. Each of these was offered by at least ten.",

            // What had been expected
            Expectation = new()
            {
                Title = one => $"What {(one ? "I" : "we")} had expected, and what you said",
                Expected = (needs, one) => $"{(one ? "I" : "We")} expected you to name first: {needs}.",
                PeopleSaid = needs => $"You named first: {needs}.",
                NoneExpected = one => $"{(one ? "I" : "We")} had expected none of these among the first.",
                NotExpected = (needs, one) => $"{(one ? "I" : "We")} had not expected among the first: {needs}.",
                AllExpected = one => $"{(one ? "I" : "We")} had expected all of these among the first.",
                Sealed = "The expectation was written down before anyone answered, and could not be changed afterwards.",
                LearnedTitle = one => $"What {(one ? "I" : "we")} learned",
            },

            // Needs and goals
            AlignTitle = one => $"From needs to goals to what {(one ? "I am" : "we are")} for",
            Mission = one => one ? "My values:" : "Our mission:",
            EffortFits = (share, one) =>
                $"{share} of the effort goes to goals that fit the {(one ? "values" : "mission")}; a "
                + "weak fit counts less than a strong one.",
            EffortUnknown = "Every goal counts the same, since efforts are not known.",
            NeedsAndGoals = "Needs and goals",
            ShareOfNeed = share => $"{share} of what people need",
            SaidBy = people => $"said by {people}",
            Decided = new()
            {
                Act = new("we act", "I act"),
                Partner = new("we partner", "I partner"),
                Refer = new("we refer on", "I refer on"),
                Advocate = new("we speak up", "I speak up"),
                NotNow = new("we cannot now", "I cannot now"),
                Decline = new("we decline", "I decline"),
            },
            UnheardTag = "no answer yet",
            Strength = strength =>
                strength switch
                {
                    9 => "strong",
                    3 => "some",
                    1 => "weak",
                    _ => "none",
                },
            Fits = one => one ? "Fits my values" : "Fits the mission",
            NoNeedBehind = "no need behind it",
            OffMission = one => one ? "off values" : "off mission",
            OtherNeeds = (n, count) => n == 1 ? "1 other need without weight or goal" : $"{count} other needs without weight or goal",
            NotDecided = "not decided",
            WeightsUnknown = "There are no figures to weigh these needs by, so each counts the same.",
            Coverage = (all, strong) =>
                $"Bigger dot: the goal does more for that need. Our goals reach {all} of what people need, {strong} if we "
                + "count how much each one does. This is what we promise; what is done stands below.",

            // Decisions
            Now = "What happens now",
            WeWill = one => one ? "I will" : "We will",
            NoGoal = "No goal has been adopted yet.",
            Done = "done",
            GoalVerdict = (n, count, yes, change, not) =>
                $"Of the {(n == 1 ? "1 person" : count + " people")} who replied about this goal, {yes} want it, {change} "
                + $"want it changed, {not} ask us not to.",
            LedBy = "Led by:",
            LedAlone = one => one ? "Led by me alone." : "Led by us alone.",
            DecidedWith = "Decided with:",
            DecidedAlone = one => one ? "Decided by me alone." : "Decided by us alone.",
            Uses = "Uses what people offered:",
            Effect = new()
            {
                Eases = "Eases this now.",
                Changes = "Changes what causes this.",
                Both = "Eases this now, and changes what causes it.",
                Counts = (eases, changes, both) =>
                    $"Goals that ease something now: {eases}. Goals that change what causes it: {changes}. Goals that do both: {both}.",
            },
            DueBy = day => $"by {day}",
            Late = day => $"was due by {day}; not reported as done",
            Since = "Since you told us",
            WithOthers = "With others",
            NotNow = one => one ? "Not now, or not by me" : "Not now, or not by us",
            DecidedOn = day => $"decided on {day}",
            Dropped = "goal dropped",
            UnheardTitle = "No answer yet:",
            Unheard = (_, needs, day) =>
                $"{needs}. You told us, and we have decided nothing about it yet. We owe you an answer{(day is null ? "" : $" by {day}")}.",
            GatesTitle = "Decided before there was evidence",
            DissentTitle = "Where we still disagree",

            // Who and how
            WhoTitle = "Who was heard, and who was not",
            OnlyForReading = "Asked only to read the answers by: no count of the community is of these groups.",
            NoCount = "No count of the community is known for these groups.",
            NoGroups = "Nothing was asked about groups, so nobody can tell who was missed.",
            Group = "Group",
            OfAnswers = "Of those who answered",
            OfCommunity = "Of the community",
            HardlyHeard = "hardly heard",
            HeardLess = "heard less than their share",
            NotKnown = "not known",
            HowTitle = "How we listened",
            Disclosed = new()
            {
                ConductedBy = "Who asked",
                Sponsor = "Who paid",
                Instrument = "What was asked",
                Population = "Who it is about",
                Recruitment = "How people were invited",
                Mode = "How people answered",
                Dates = "When",
                Languages = "Languages",
                Sizes = "How many, and how precise",
                Weighting = "Weighting",
                Processing = "How answers were worked on",
                Limitations = "Limitations",
                Asked = titles => $"{titles}. The questions, word for word, are linked from this report.",
                InRandomOrder = some =>
                    $"{(some ? "In some of the surveys, lists" : "Lists")} of needs and others that have no order of their own were asked "
                    + "in random order, another for each person, which was not kept: nothing gains by standing first.",
                NotKnowing = "Where somebody may not know, “I do not know” was offered; who chose it is in no share and no mean there.",
                About = (who, count) => $"{who}; about {count} people",
                OnAForm = "On a web form, without an account and without giving a name. No address, device or time of day was stored.",
                Since = day => $"Since {day}; the survey is still open.",
                Between = (first, last) => $"{first} to {last}.",
                FewAnswered = k => $"Fewer than {k} people answered.",
                NotWeighted = "The figures are not weighted: every response counts the same.",
                Checked = "Answers were checked against the questions as they were sent.",
                ReadNone = "No open answers were read and coded to needs.",
                ReadSome = (n, count) =>
                    $"Less than half of the open answers were read and coded to needs by {(n == 1 ? "1 person" : count + " people")}.",
                ReadMost = (n, count) =>
                    $"More than half of the open answers were read and coded to needs by {(n == 1 ? "1 person" : count + " people")}.",
                ReadAll = (n, count) => $"All open answers were read and coded to needs by {(n == 1 ? "1 person" : count + " people")}.",
            },
            QuestionsAt = "Questions, word for word:",
            InRandomOrder = "In random order: each person was shown these in another.",
            QuestionsNote =
                "These are the questions as they were asked, one page after another. People saw only those that applied "
                + "to them and could leave out any of them. Nothing can be filled in here.",
            MadeWith = version => $"Made with NeedsSurvey {version}.",
        };

    public override DemoWords Demo { get; } =
        new()
        {
            Title = "The demo",
            Heading = "A neighbourhood, asked first",
            Lead =
                "“Riverside Neighbours” asked the people of an invented quarter what they need. Some 1,200 of 14,800 answered. "
                + "The group set its goals by that, and told everyone what became of them. Look at it from three sides.",
            Explore = "Explore the demo",
            ExploreWhat = "It takes a few seconds to make, and leaves your own work untouched.",

            // Three sides
            AskedTitle = "You are asked",
            Asked =
                "The survey’s second round, as people meet it on a phone, in three languages. Answer it if you like: your code "
                + "leads you back.",
            OpenSurvey = "Open the survey",
            ToldTitle = "You want to know what came of it",
            Told = "The report that everybody can read: what was heard, from whom, and what is promised, with dates.",
            AskTitle = "You ask",
            Ask = "The organiser’s side, in five stages: listen, needs, “Did we hear you right?”, goals, report.",
            SeeAsking = "See the organiser’s side",
            Members =
                "This installation has an owner. Only people with an account here see the organiser’s side. Everything else on "
                + "this page is open to you without one.",
            SignIn = "Sign in",
            NotYours = "Your account does not belong to the demo. An owner of the demo can invite you.",

            // What a visitor without an account may do
            TryTitle = "You try",
            Try =
                "A copy of all this, to change questions, read and code answers, set goals, export and publish. Whoever else "
                + "looks around here now works on the same copy. It is deleted when the last of you leaves the demo. It takes a few "
                + "seconds to make.",
            TryCopy = "Try everything on a copy",
            Leave = "Leave the demo",
            GuestOnly = "A guest only looks at the demo, and changes a copy of it. To begin work of your own:",
            SetUp = "set up this installation",

            // The other two stories
            OthersTitle = "Two smaller stories",
            SolidarityTitle = "After the night on Mill Road",
            Solidarity =
                "A family answers what was done to its street: solidarity, with a last day. More than half of those who replied "
                + "said that its first summary had not, or not quite, heard them. Read what they corrected, and what the second one "
                + "says.",
            PersonTitle = "Before I start",
            Person = "One person with values in the place of a mission, who was told: do not found another group for us.",
            SayOfGoals = "Say what you think of the goals",

            // Where the idea comes from
            HandsTitle = "Two hands",
            HandsIdea =
                "“You keep asking what you can do, but you aren’t really hearing us.” A community member said this, tired, to "
                + "students who were surveying how her community lived with police violence. So nothing here begins with what you "
                + "could do. It begins with “Let’s talk about what’s going on”, and asks what standing with people looks like for "
                + "them.",
            HandsMark =
                "Why the mark is two hands: a group that tried to translate “allyship” settled on “friendship”, which in Chinese "
                + "can be read as “two hands”. One of them asks. The other has something to give, too.",
        };

    public override AnsweringWords AnsweringByOne =>
        Answering with
        {
            Why = "Why I ask",
            NotStoredTitle = "What I do not store",
            NotStored =
                "Your name, your e-mail, the internet address of your phone or computer, and the time you answered. "
                + "No account and no cookies.",
            KeptTitle = "What I keep",
            WhoSeesDefault = name =>
                $"{name}. I never publish who said what. Your own words are printed only if you allow it. Whoever runs this server "
                + "could read the answers too. Please leave names out of what you write.",
            WhatNextDefault =
                "I publish what I heard, ask whether I understood it right, and say what I will do, what I will not do, and why.",
            AskedBefore = "I have asked before. What people said then, and what came of it:",
            Footer = "I do not ask or store who you are. Leave out what could give you away.",
            NotStoredNow = "Your answers could not be stored just now. They are still here: wait a moment and press Submit again.",
            ReceiptWhat = "Only you have this code. I cannot look it up, and it does not say who you are.",
            ReceiptUses =
                "With it you can see what happened with your words, tell me if I understood you wrong, and take your answers back.",
        };

    public override ReceiptWords ReceiptByOne =>
        Receipt with
        {
            NeedsTitle = "What I understood",
            AnswerBy = day => $"I owe you an answer by {day}.",
            NoNeeds = "I did not find a need in what you told me. If I missed one, tell me when I ask “Did I hear you right?”.",
            Decisions = new()
            {
                Act = "I act on this myself.",
                Partner = "I work on this with others.",
                Refer = "Others can do this better, and I send people there.",
                Advocate = "I speak up for this.",
                NotNow = "Not now.",
                Decline = "I will not do this.",
            },
            Hearing = "Tell me whether I heard you right",
            NoHearing = "I am not asking just now whether I understood everyone right. Please come back.",
            WithdrawWhat =
                "I delete your answers and what I read in them, and your words disappear from published reports. The next figures no "
                + "longer count them. What people have already copied or downloaded cannot be called back.",
            Reply = Receipt.Reply with
            {
                TakeBackWhat =
                    "I delete your reply, and what you wrote disappears from published reports. The next figures no longer count it. "
                    + "What people have already copied or downloaded cannot be called back.",
            },
        };

    public override HearingWords HearingByOne =>
        Hearing with
        {
            Question = "Did I hear you right?",
            Heard = "This is what I heard",
            Missing = "What is missing, or what did I get wrong? (optional)",
            MissingHint = "Your words may be printed in the report, with my answer. Please leave out anything that would tell who you are.",
            Nothing = "I do not ask or store who you are. Leave out what could give you away.",
            Thanks = "Your reply is in. In the report I print how many people said yes, partly or no, and what I did with the corrections.",
            Closed = "I am no longer asking “Did I hear you right?”. Thank you to everyone who replied.",
            GoalsQuestion = "Is this what you would want from me?",
            GoalsLead =
                "These are the goals that came of what you told me. Say of each what you think; leave out what does not concern you.",
            GoalWordsHint = "I read your words. They are not printed. Please leave out anything that would tell who you are.",
            GoalsThanks =
                "Your reply is in. In the report I print, beside each goal, how many people want it, want it "
                + "changed, or ask me not to.",
            GoalsClosed = "I am no longer asking about these goals.",
        };

    public override ReportWords ReportByOne =>
        Report with
        {
            HeardRight = "Did I hear you right?",
            Understood = "What I understood",
            UnderstoodMarks = "Crossed out: what I wrote first. Underlined: what your corrections changed.",
            RepliesToFirst = day => $"What you said to my first words, of {day}",
            AnsweredTitle = "What you told me besides, and my answer",
            PeopleTold = "nobody asked; people told me",
            Bring = "I also asked what people would gladly share or do. Each of these was offered by at least ten.",
            Coverage = (all, strong) =>
                $"Bigger dot: the goal does more for that need. My goals reach {all} of what people need, {strong} if I "
                + "count how much each one does. This is what I promise; what is done stands below.",
            GoalVerdict = (n, count, yes, change, not) =>
                $"Of the {(n == 1 ? "1 person" : count + " people")} who replied about this goal, {yes} want it, {change} "
                + $"want it changed, {not} ask me not to.",
            Since = "Since you told me",
            Unheard = (_, needs, day) =>
                $"{needs}. You told me, and I have decided nothing about it yet. I owe you an answer{(day is null ? "" : $" by {day}")}.",
            DissentTitle = "Where you and I still disagree",
            HowTitle = "How I listened",
        };

    public override PrecisionWords Precision { get; } =
        new()
        {
            Mixed =
                "These figures put several surveys together for which people were reached in different ways, so no margin of error "
                + "applies: they describe the people who answered.",
            OptIn =
                "People chose to take part through an open link, so no margin of error applies: these figures describe the people who "
                + "answered.",
            Sample = "People were chosen at random.",
            SampleRanges = "The range beside a figure holds the community's true one 95 times in 100.",
            Census = "Everybody was asked.",
            CensusRanges = "The ranges show how far the people who did not answer could move each figure if they resemble those who did.",
            None = "No margin of error is given.",
            FewInStrata = "From some strata too few people answered, or nobody did; who may export the answers sees which.",
            DoesNotFit = "The answers do not fit what was said about how people were drawn; who may export them is told why.",
            NoSizes =
                "How many people of the community each stratum holds is not known; once the sizes are entered with the sample design, "
                + "ranges can be given.",
            SizesUnlike =
                "The strata are not as large together as the community; once their sizes or the community's are put right, ranges can "
                + "be given.",
            NoQuestion =
                "The sample design names a question or an answer that the survey does not have; once it names another, ranges can be "
                + "given.",
            SeveralDraws =
                "These figures put several surveys together, and at least one of them has strata or clusters of its own; each survey's own "
                + "results have its ranges.",
            Unevenly =
                "Strata were heard in parts that differ from the community's, and these figures count everybody alike; who may export "
                + "them sees ranges.",
            WithStrata = "Ranges allow for strata that were heard a little more or less than their size.",
            AllAlike = "Shares, means and scores are of those who answered, who all count alike.",
            WithClusters = "They allow for people of one cluster being alike.",
        };

    public override SafeCountWords Figures { get; } =
        new()
        {
            Few = k => $"fewer than {k}",
            FewPeople = k => $"fewer than {k} people",
            NearlyAll = k => $"all but fewer than {k}",
            Of = (count, people) => $"{count} of {people}",
            FewOfNearlyAll = k => $"fewer than {k}, though nearly all were asked",
            NearlyAllOfNearlyAll = k => $"nearly all who were asked: all but fewer than {k}",
            Sentence = (bound, usual, k, n, points) =>
                $"To protect people in small groups, each number here is the true one changed at random by at most {bound} (mostly by "
                + $"{usual} "
                + $"or less), always alike for the same people. Numbers below {k} are not given, nor groups below {k}. Parts need not "
                + "add up to "
                + $"their total. In a share of about {n} people this is seldom more than {points} points. Shares are of those who gave an "
                + $"answer; where fewer than {k} gave none, of everybody, them included.",
            Breakdown = k =>
                $"At least {k} people are left out of every breakdown, so that no small group follows from it: those without a group, "
                + "those "
                + "of small groups, and some picked at random.",
            Drawn = step =>
                $"These figures are drawn again when there are about {step} responses more or fewer, so that no single answer can be "
                + "seen arriving.",
            DrawnApart = k =>
                "These figures put several surveys together, and each survey's are drawn again apart from the others': when it has at "
                + $"least {k} responses, and a quarter of its own, more or fewer than before. So no single answer can be seen arriving.",
            Waits =
                "Somebody has taken answers back since these figures were drawn. Until they are drawn again they stay as they were, "
                + "also where the questions, the list of needs, or what is known of the community and the sample has changed since.",
            Scores = error =>
                $"Protecting small groups moves a score here by about {error} or less. Needs whose scores are closer than that may stand "
                + "in the other order, and goals take their weights from these scores.",
            WordsWeigh = "A need whose share is told in words weighs, for goals, by the middle of what the words allow.",
            Withheld = methods => $"There are too few answers for: {methods}. Too many of the numbers they need are small.",
            TooFew = k => $"Fewer than {k} people: no result is given.",
            True =
                "These are the true figures. They are shown to you because you may export answers; do not pass on numbers of few people.",
            Title = "How small groups are protected",
            Law = (none, one, two, bound) =>
                $"What a number is changed by follows from who is counted in it, by a law that is the same for all: {none} of numbers "
                + "stay as "
                + $"they are, {one} change by 1 at most, {two} by 2 at most, and none by more than {bound}. Upwards and downwards are "
                + "alike, so "
                + "it evens out.",
            Version = k =>
                "The figures of a version are drawn when it is published and stay as they are, whoever answers or withdraws. A new version "
                + $"needs at least {k} responses more or fewer, or it says why it was published.",
            Redrawn = day =>
                "This version was published before figures were protected this way. Its words and decisions are as they were "
                + "published; its "
                + $"figures are not: those of everybody who counted on {day} stand in their place.",
            TakenOut = k =>
                "This version was published before figures were protected this way. Its words and decisions are as they were "
                + "published; its "
                + $"figures were taken out, because fewer than {k} people stand behind them.",
        };
}
