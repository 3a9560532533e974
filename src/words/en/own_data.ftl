## My data
nav-data = My data
nav-reports = Reports
nav-requests = Requests
footer-rights = Your rights
account-data = What we keep about you
account-data-see = See my data

data-title = My data
data-lead = What we keep about you, who opened it, and what you can ask for.
data-rights = A federal law, FERPA, gives you rights over your record.
data-rights-link = Read your rights

## Who opened the record
openings-title = Who opened your record
openings-lead = Staff leave a line here each time. You see the role, not the name.
openings-none = Nobody has opened it yet.
openings-caption = Who opened your record, the latest first
openings-when = When
openings-who = Who
opening-who = { $who ->
    [yours] Your advisor
    [advisor] An advisor, while you had none
    [lead] A lead advisor
    [admin] An admin
   *[gone] Somebody who has left since
  }

## What left the school
left-title = What left the school
left-lead = What somebody outside the school asked for or got about you.
left-none = Nothing of yours left the school, as far as we noted.
left-day = Day
left-whom = To whom
left-what = What
left-why = Why they may have it

## What is kept
held-title = What we keep
held-caption = What we keep, how much, who may read it and how long
held-what = What
held-many-title = How much
held-who = Who may read it
held-long = How long
held-contact = Name, email address and password
held-profile = Your profile
held-answers = Answers and results
held-advice = Advice
held-notes = Notes about you
held-advisors = Your advisors
held-letters = Letters to you
held-sessions = Sign-ins and browsers
held-requests = What you asked for
held-disclosures = What left the school
held-outcomes = What you did after your result
held-listed = Your line on the school’s own list
held-who-listed = Admins
listed-title = On the school’s own list
listed-line = { $name }, { $email }, student ID { $id }
listed-line-without = { $name }, { $email }
held-openings = Who opened your record
held-many = { $count }
held-many-saved = Saved
held-many-empty = Not filled in
held-many-answers = { $attempts ->
    [one] Begun once
   *[other] Begun { $attempts } times
  }, { $results ->
    [one] 1 result
   *[other] { $results } results
  }
held-many-notes = { $shared } you can read, { $others } for staff
held-who-advised = You, your advisor, lead advisors
held-who-contact = You, your advisor, lead advisors, admins. Nobody can read the password
held-who-notes = Each note says who. You can ask to see all of them
held-who-letters = You. Staff see that they went out, not the words
held-who-you = You
held-who-requests = You, lead advisors. A statement: whoever opens your record
held-who-openings = You, with the role. Staff who may open your record, with the name
held-long-record = Until { $period } after your last visit or contact
held-long-letters = The words { $period }. That they were sent: as long as your record
held-long-sessions = Until you sign out, 12 hours at most. Gone a day later
held-long-openings = For good, as numbers. When your data is erased, they name nobody
period-years = { $years ->
    [one] 1 year
   *[other] { $years } years
  }
period-months = { $months ->
    [one] 1 month
   *[other] { $months } months
  }

## The copy
data-copy-title = Download
data-copy-text = All you may read here, at once: as a page, and as JSON for programs.
data-copy-without = { $count ->
    [0] No other notes are kept.
    [one] 1 note for staff is not in it. You can ask to see it.
   *[other] { $count } notes for staff are not in it. You can ask to see them.
  }
data-copy-released = All notes are in it until { $day }.
data-copy-get = Get my copy
data-copy-html = Download as a page
data-copy-json = Download as JSON
data-copy-care = The file holds your whole record. On a shared computer, delete it when you are done.
copy-title = Signpost record of { $name }
copy-made = From { $school }, made { $at }.
copy-notice = This is your own education record, and it is yours to show. Whoever gets it from the school may not pass it on without your consent (34 CFR 99.33).
copy-note-removed = A lead advisor took this note out on { $day }.
copy-note-added = { $author } added this { $at }:
copy-note-earlier = Before it was edited, the note of { $at } said:
copy-all-notes = There are no notes besides those in this copy.
copy-other-notes = Not in this copy: { $advisors } { $advisors ->
    [one] note
   *[other] notes
  } for advisors and { $restricted } restricted { $restricted ->
    [one] note
   *[other] notes
  }. You can ask to see them.
copy-language = Language
copy-since = Account since
copy-seen = Last here
copy-factor = Second factor since
copy-password = Your password is kept scrambled. Nobody can read it, so it is not in this copy.
copy-saved = Saved
copy-attempts = Your answers
copy-attempt = Begun { $at }
copy-version = Questions version { $version }.
copy-submitted = Handed in { $at }.
copy-open = Not handed in. Saved { $at }.
copy-when = When
copy-results = Your results
copy-advice = Advice by { $author }, { $at }
copy-verdict = { $verdict ->
    [agree] Agrees with the result
    [hi] Suggests health informatics
    [him] Suggests health information management
   *[either] Says either one can work
  }
copy-level = { $level ->
    [student] For you too
    [advisors] For advisors
   *[restricted] For its author and lead advisors
  }
copy-links = Links you made to show a result
copy-link = made { $at }, works until { $until }
copy-link-back = taken back { $at }
copy-contact = Contact on { $day }
copy-now = now
copy-letter = To { $to }, written { $at }
copy-letter-wordless = The words are not written yet, or were taken out because the letter is old.
copy-session = signed in { $since }, last seen { $seen }
copy-addresses = Changes of your email address
copy-address-done = done { $at }
copy-address-undone = undone { $at }
copy-none = Nothing.

## Asking
data-ask-title = { $about ->
    [notes] See all notes
    [correction] Correct
   *[erasure] Erase
  }
data-ask-text = { $about ->
    [notes] Staff may keep notes that you do not see here. Ask for them. A lead advisor releases them within 45 days.
    [correction] Something is wrong? Ask us to fix it. If we say no, your own statement stays beside the record.
   *[erasure] Ask us to erase your data. A lead advisor decides, with a reason, within 45 days.
  }
data-ask-button = { $about ->
    [notes] Ask to see all notes
    [correction] Ask for a correction
   *[erasure] Ask to erase my data
  }
data-ask-waits = You have asked. The answer will be on this page.
ask-cancel = Cancel
ask-clock = { $about ->
    [erasure] A lead advisor answers within 45 days. If the answer is no, a letter tells you.
   *[other] A lead advisor answers within 45 days. A letter tells you when the answer is on your data page.
  }
ask-notes-title = See all notes
ask-notes-text = Notes about you are part of your record. Some are for staff. A lead advisor releases all of them, and for 30 days your download holds them.
ask-notes-button = Ask to see all notes
ask-correction-title = Ask for a correction
ask-correction-text = This is for facts that are wrong or misleading. It does not change an opinion or a score. Your name, for example, we correct here. Your profile and your answers you can change yourself.
ask-correction-button = Ask for the correction
ask-erasure-title = Ask to erase my data
ask-erasure-text = If a lead advisor agrees, it happens at once and cannot be undone:
ask-erasure-what = Your account, profile, answers, results, notes, advice and letters are erased.
ask-erasure-sign-in = You cannot sign in any more. We then have no address of yours, so no letter can tell you.
ask-erasure-stays = What stays does not name you: a count of results by month, and numbers in our log of who did what.
ask-erasure-elsewhere = Letters in your own mailbox stay. Backups of our database are overwritten in time.
ask-erasure-copy = Take a copy first, if you want to keep something:
ask-erasure-button = Ask to erase my data
ask-erasure-sure = I understand. Erase everything about me.
correction-wrong = What is wrong?
correction-wrong-why = Say where you saw it.
correction-right = What should it say?
correction-right-why = As exactly as you can.
request-more = Anything we should know?
request-more-why = You need not give a reason.
correction-wrong-missing = Write what is wrong
correction-right-missing = Write what it should say
erasure-not-confirmed = Tick the box if you want your data erased
request-too-long = Use at most 2,000 characters
request-malformed = Use letters, signs and line breaks only

## Requests
requests-title = Your requests
request-title = { $about ->
    [notes] To see all notes
    [correction] A correction
   *[erasure] To erase my data
  }
request-state-open = Open
request-state-late = Late
request-state-granted = Yes
request-state-denied = No
request-state-withdrawn = Taken back
request-asked = Asked { $day }
request-due = answer by { $day }
request-decided = answered { $day }
request-withdrawn = taken back { $day }
request-words = What you said
request-should-say = What it should say
request-reason = Our answer
request-statement = Your statement
request-released = Your download holds all notes until { $day }.
request-withdraw = Take it back
statement-about = You do not agree? Your statement stands beside your record. Whoever opens it can read it. You can also ask for a hearing: tell your advisor or a lead advisor.
statement-add = Add a statement
statement-change = Change my statement
statement-title = Your statement
statement-text = Say in your own words why you do not agree. It stays beside your record as long as we keep it.
statement-why = Up to 5,000 characters.
statement-save = Save my statement
statement-missing = Write your statement
flash-request-made = You have asked. The answer will be on this page within 45 days.
flash-request-open = You have asked for this already, and it is still open.
flash-request-withdrawn = You took your request back.
flash-statement-saved = Your statement stands beside your record.

## What became of a student
outcome-title = What did you choose?
outcome-lead = You got your result on { $day }. Tell us what you did after that. It shows how good our results are, and your advisor sees it.
outcome-hi = I study health informatics
outcome-him = I study health information management
outcome-other = I study something else
outcome-not = I do not study now
outcome-unknown = I do not know yet
outcome-told = On { $day } you told us: { $what }
outcome-change = If that has changed, tap what is true now.
outcome-free = You need not answer.
outcome-missing = Choose one of the answers
outcome-told-title = What became of you
outcome-source = { $source ->
    [student] You told us
    [advisor] Your advisor noted it
   *[school] A list of the school says so
 }
flash-outcome-told = Thank you. Your answer is saved.
