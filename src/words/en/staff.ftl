## Staff
flash-note-saved = Note saved.
flash-advice-saved = Your advice is saved. The student sees it beside the result.
flash-taken = The student is yours now.
flash-stale-page = The list has changed since. This is its first page.
flash-unknown-view = We left out a part of the address that we do not know.

note-missing = Write the note
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
advice-take-first = Take the student first: advice comes from the student’s advisor or a lead advisor
advice-result-is-older = A newer result has come in. Look at it, then give your advice
