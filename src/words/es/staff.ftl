### Staff pages are English, so these are too: same keys, same words.

## Staff
flash-note-saved = Note saved.
flash-advice-saved = Your advice is saved. The student sees it beside the result.
flash-taken = The student is yours now.
flash-stale-page = The list has changed since. This is its first page.
flash-view-saved = The view is saved.
flash-view-renamed = The view has its new name.
flash-view-removed = The view is deleted.
view-name-missing = Enter a name for the view
view-name-long = Use at most 60 characters for the name
view-name-taken = You have a view with this name; choose another
view-full = There is room for 20 views; delete one first
flash-unknown-view = We left out a part of the address that we do not know.

flash-addendum-saved = Added to the note, with today’s date.
flash-note-removed = The note is removed. A trace with your reason stands where it was.
flash-note-draft-saved = Draft saved. Nobody else reads it.
flash-draft-discarded = The draft is gone.
flash-letter-again = A new letter is on its way. The one before stays in the list.
resend-reason-missing = Write the reason: it stands in the record beside the new letter
resend-on-its-way = This letter still waits to go out: see what comes of it first
resend-wordless = The words of this letter are not kept any more, so it cannot be sent again
resend-owners-only = This letter brought something that works once and that only the account’s owner may ask for. It is not sent again
resend-closed = This account is closed: nothing is written to it
draft-missing = Write something first: there is nothing to keep yet
removal-reason-missing = Write the reason: staff who could read the note read it
note-is-asked-for = Decide the student’s request to see all notes first: a note that somebody waits to see must not be destroyed
note-missing = Write the note
addendum-missing = Write what you want to add
note-too-long = Use at most 20,000 characters
note-malformed = Use letters, signs and line breaks only
note-level-unknown = Choose who can read it
contact-date-malformed = Enter the contact date as year, month and day, like 2026-11-22
contact-date-to-come = Enter a contact date that is not in the future
staff-choice-unknown = Choose one of the choices shown

advice-verdict-missing = Choose your advice
advice-reason-missing = Choose a reason. Only agreeing needs none
advice-too-long = Use at most 5,000 characters
advice-malformed = Use letters, signs and line breaks only
advice-nothing-to-agree-with = Choose a program or either: with too few answers there is no result to agree with
advice-overtaken = Somebody gave other advice while you wrote. Look at it, then save yours again to put it in its place
advice-take-first = Take the student first: advice comes from the student’s advisor or a lead advisor
advice-result-is-older = A newer result has come in. Look at it, then give your advice

## Follow-ups
follow-up-missing = Write what is to be done
follow-up-too-long = Use at most 500 characters
follow-up-malformed = Use letters, signs and line breaks only
follow-up-day-missing = Enter the day it is due
follow-up-day-past = Enter a day that is today or later
follow-up-day-too-far = Enter an earlier day: its year may be at most five after this one
flash-meeting-set = The meeting is set. Letters with a calendar file are on their way.
flash-meeting-settled = Noted. Write down what you talked about.
meeting-clash = Choose another time: you have a meeting then
meeting-outcome-missing = Choose how it was
meeting-not-begun = This meeting has not begun yet. Say how it was once it has
meeting-reason-missing = Write what it is about
meeting-day-missing = Enter the day
meeting-day-malformed = Enter the day as year, month and day, like 2026-12-01
meeting-day-too-far = Enter a day within a year
meeting-time-missing = Enter the time
meeting-time-malformed = Enter the time like 14:30 or 2:30 PM
meeting-time-past = Enter a time that is still to come
meeting-time-skipped = Choose another time: the clocks change that night, and this hour does not exist
meeting-minutes-missing = Choose how long it takes
meeting-place-missing = Enter a room, a phone number or a link
meeting-place-too-long = Use at most 300 characters
follow-up-outcome-missing = Choose what came of it
follow-up-outcome-too-long = Use at most 1,000 characters
follow-up-owner-unknown = Choose somebody from the list
flash-follow-up-planned = The follow-up is saved.
flash-follow-up-changed = The follow-up is changed.
flash-follow-up-settled = The follow-up is closed.
follow-up-day-malformed = Enter the day as year, month and day, like 2026-12-01

## Requests and what left the school
flash-decided = Decided. A letter tells the student that there is an answer.
flash-erased = The record is erased.
flash-disclosure-saved = Noted. The student sees it too.
decision-missing = Choose your decision
decision-reason-missing = Write the reason: the student reads it
reason-too-long = Use at most 5,000 characters
erasure-not-sure = Tick the box: an erased record cannot be brought back
request-others-wait = Decide the student’s other request first: a record that somebody waits to see must not be destroyed
disclosure-whom-missing = Enter who got it
disclosure-what-missing = Enter what they got or asked for
disclosure-why-missing = Enter why they may have it
disclosure-day-to-come = Enter a day that is not in the future

## Admin

flash-invited = The invitation is on its way.
flash-deactivated = The account is closed and all its sessions are ended.
flash-students-invited = The invitations are on their way.
flash-invitation-withdrawn = The invitation is withdrawn. Its link does not work any more.
flash-role-changed = The role is changed. They were signed out everywhere.
flash-reopened = The account is open again.
flash-their-factor-off = The second step is off. Where it is required, they set up another when they sign in.
email-has-account = This address has an account already
email-has-closed-account = This address has a closed account: reopen it instead, under “Deactivated”
email-is-invited = This address is invited already
list-missing = Paste at least one line with a name and an address
list-too-long = Paste at most 500 people at once
line-without-name = There is no name
line-without-address = There is no email address
line-twice = The same address as in line { $line }
role-missing = Choose a role
role-of-oneself = Nobody changes their own role. Another admin can do it.
role-of-last-admin = This is the only admin. Invite another admin first.
audit-person-several = Several people are called so: choose one
audit-person-nobody = Nobody is called so
advisor-unknown = Choose an active advisor from the list
deactivation-of-oneself = Nobody closes their own account. Another admin can do it.
deactivation-of-last-admin = This is the only admin. Invite another admin first.

flash-claim-published = The figure is published. Readers see it now.
claim-value-malformed = Enter a number, such as 51140 or 3.5
claim-value-falls-below = Enter -100 or more: nothing falls by more than all of it
claim-value-most-dollars = Enter at most 10,000,000 dollars
claim-value-most-percent = Enter at most 1,000 percent
claim-value-most-counted = Enter at most 1,000,000,000
claim-value-most-years = Enter at most 1,000
claim-read-to-come = Enter a day that is not in the future: it is the day somebody read it
accreditation-body-missing = Enter the body: what is written below would be lost without it
disclosure-as-of-to-come = Enter a day that is not in the future
claim-checked-missing = Choose how it was checked
claim-disclaimer-unknown = Choose small print from the list
claim-mixes-a-row = This would set unlike figures side by side. Take the row off the comparison, correct both figures, then put it back
claim-leaves-a-row = A fact in words cannot stand in a row of figures. Take the row off the comparison first
claim-unconfirmed-in-a-row = A figure in the comparison must be confirmed. Take the row off the comparison first
day-malformed = Enter a day like 2027-06-01
text-malformed = Use letters, numbers and signs only
text-too-long = Use fewer words: this is too long to keep
flash-draft-saved = The draft is saved. Readers do not see it yet.
flash-page-published = The page is published. Readers see it now.
flash-draft-begun = The draft is there. Students see nothing of it until you publish it.
flash-questions-published = The questions are published. Students who begin now get them.
flash-programs-published = The programs are published. Readers see them now.
flash-version-ended = It is done.

form-incomplete = The form came in without its fields. Load the page again
words-missing = Write the words
choice-missing = Choose one of the list
whole-number = Enter a whole number
code-malformed = Use up to 12 capital letters
code-taken = There is one with this name already
weight-malformed = Enter a whole number from 1 to 10
both-ends = Write both ends in Spanish, or neither
dimension-used = Questions belong to it. Give them to another dimension first
clear-above-lean = A clear result must begin at more points than a lean
percent-malformed = Enter a whole number from 0 to 100
credits-malformed = Enter whole quarter credits, from 1 to 600
rung-credits-malformed = Enter whole credits, from 0 to 999
end-below-start = It must not be less than at its foot
audience-differs = Name as many groups in Spanish as in English
occupation-malformed = Enter a code like 29-2072
link-malformed = Enter a link that begins with https://
until-before-since = It must not end before it begins
end-not-meant = Tick the box if this is meant
page-title-missing = Enter a heading
page-author-missing = Enter who wrote it: every page says so
page-type-missing = Choose the content type
page-figures-unknown = Mend the figures that are not there or not published
page-rows-broken = Mend the rows that cannot stand side by side

## Translations
flash-translation-saved = The translation is published. Its readers see it now.
flash-translation-kept = The translation is saved. Readers see it when this version goes live.
page-text-missing = Write the text: readers would get an empty page
page-review-past = Choose a day that is still to come
page-places-unknown = The page prints nothing of its own at some of these places
translation-missing = Write this in the other language
translation-too-long = These words are too long
translation-places = Name the same figures, rows and parts as the English text
translation-overtaken = Somebody published other words while you wrote. Read them above
translation-stale = The English was corrected while you wrote. Read it again beside your words

## Moving students
flash-students-moved = The students are moved. Their advisors get a letter each.
flash-nobody-chosen = Choose at least one student first.
move-to-missing = Choose who gets the students
move-there-already = All of them are there already
move-to-unknown = Choose an active advisor
move-to-oneself-only = A lead advisor moves students to somebody else. You can take those without an advisor
move-taken-already = Some of these have an advisor. A lead advisor moves those
letter-moved-subject = Your caseload has changed
letter-moved-lead = Sign in to see who it is about.
letter-moved-came = { $by } moved { $many ->
    [one] 1 student
   *[other] { $many } students
  } to you.
letter-moved-left = { $by } moved { $many ->
    [one] 1 of your students
   *[other] { $many } of your students
  } to { $to }.
letter-moved-waiting = { $by } moved { $many ->
    [one] 1 of your students
   *[other] { $many } of your students
  } to the unassigned queue.
letter-moved-button = See my caseload

## Batches
message-subject-missing = Write the subject
message-subject-too-long = Use at most 100 characters for the subject
message-missing = Write the letter
message-too-long = Use at most 4,000 characters
message-malformed = Use letters and signs only, and one line for the subject

## Files
purpose-missing = Choose what it is for

## The school's list of students
roster-column-twice = Two columns are for the same thing. Keep one of them.
roster-header-broken = There is a line break in the first line. Look for a quote that is not closed.
roster-no-lines = There is no line below the header.
roster-line-broken = There is a line break in this line: look for a quote that is not closed
flash-nobody-invited = Nobody was invited. Somebody else invited them this moment, or their addresses are of a domain that the school does not take.

## Outcomes
outcome-list-missing = Paste at least one line with an address, an outcome and a day

## A new year of wages
oews-no-columns = Faltan columnas del archivo nacional. Sube el archivo nacional tal como lo publica la oficina, guardado como CSV.
oews-not-national = Ninguna línea trata de todo el país y todas las industrias. Sube el archivo nacional, no uno de estados o industrias.
oews-no-occupation = Ninguna de las ocupaciones de nuestras páginas está en él.
oews-year-malformed = Escribe el año de las cifras, por ejemplo 2026
oews-older = Las cifras de aquí ya son de un año posterior. Un archivo de uno anterior las haría retroceder.
oews-other-year = El nombre del archivo dice otro año. Deja el año vacío o dale al archivo su nombre.
flash-wages-published = Las cifras del nuevo año están publicadas.
