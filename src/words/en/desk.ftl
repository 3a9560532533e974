## Meetings, as a student reads them
nav-meetings = Meetings
nav-follow-ups = Follow-ups
meetings-title = Meetings
meetings-lead = Calls and meetings with your advisor.
meetings-none = No meetings yet
meetings-none-text = Ask for a call when you want to talk something over.
meeting-title = Your meeting
meeting-call = A call you asked for
meeting-with = With { $name }
meeting-who = With
meeting-where = Where
meeting-long = How long
meeting-minutes = { $count } minutes
meeting-about = About
meeting-why = Why it is off
meeting-move-why = Why you need another time
meeting-bring = Good to have with you: your questions, and an old transcript if you have one.
meeting-cannot = You cannot come?
meeting-words = A few words to your advisor
meeting-words-why = Say when you could come. To cancel you may leave it empty.
meeting-move = Ask for another time
meeting-cancel = Cancel the meeting
meeting-overtaken = Your meeting changed while you wrote.
meeting-overtaken-text = You see it here as it is now. Nothing you typed was sent.
meeting-overtaken-words = What you typed
meeting-malformed = Use letters, signs and line breaks only
meeting-too-long = Use at most 500 characters
meeting-reason-too-long = Use at most 1,000 characters
meeting-stands-asked = Waits for a time
meeting-stands-moving = You asked for another time
meeting-stands-set = Set
meeting-stands-attended = Held
meeting-stands-missed = You could not come
meeting-stands-cancelled = Cancelled
meeting-stands-withdrawn = Taken back

call-ask = Ask for a call
call-lead = { $name } reads this and sets a time. You get a letter with it.
call-lead-nobody = An advisor reads this and sets a time. You get a letter with it.
call-reason = What is it about?
call-reason-why = One or two sentences are enough.
call-reason-missing = Write what it is about
call-times = Good times
call-times-why = Tick all that suit you.
call-times-unknown = Choose from the times shown
call-days = Days or hours that suit you (optional)
call-days-why = For example: Tuesdays, or after my shift at 3 PM.
call-move-missing = Say when you could come
call-open-text = You asked for a call already. It waits for a time.
call-open-link = See what you asked
call-waits-text = Your advisor will set a time. You get a letter with it.
call-withdraw = Take it back
day-part-morning = Morning, before 11
day-part-midday = Midday, 11 to 2
day-part-afternoon = Afternoon, 2 to 5
day-part-evening = Evening, after 5
flash-call-asked = Your advisor sees that you asked for a call.
flash-call-open = You asked for a call already. It waits for a time.
flash-call-withdrawn = You took it back.
flash-move-asked = Your advisor sees that you need another time.
flash-meeting-cancelled = The meeting is off. Letters are on their way.

home-meeting-none = Want to talk it over?
home-meeting-set = Your meeting: { $at }.
home-meeting-asked = You asked for a call. It waits for a time.
home-meeting-open = See the meeting
home-next-meeting = Your meeting
home-lead-meeting = Your result is in, and a meeting is set.
home-follow-ups = What comes next
home-follow-up = Due { $day }
home-follow-up-by = { $name }, due { $day }

held-follow-ups = Follow-ups
held-meetings = Calls and meetings
held-who-follow-ups = Your advisor, lead advisors. Some you see too
copy-due = Due { $day }

## Letters about meetings, and the daily one to advisors
letter-meeting-subject-set = Meeting set: { $when }
letter-meeting-subject-moved = Meeting changed: { $when }
letter-meeting-subject-cancelled = Meeting cancelled: { $when }
letter-meeting-subject-soon = Your meeting is a day away: { $when }
letter-meeting-lead-set = With { $with }.
letter-meeting-lead-moved = With { $with }.
letter-meeting-lead-cancelled = It was with { $with }.
letter-meeting-lead-soon = With { $with }.
letter-meeting-why-set = You have a meeting with { $with }.
letter-meeting-why-moved = Your meeting with { $with } has another time or place.
letter-meeting-why-cancelled = Your meeting with { $with } is off. It was set for { $when }.
letter-meeting-why-soon = You have a meeting with { $with } in a day.
letter-meeting-file-set = The file with this letter puts it into your calendar.
letter-meeting-file-moved = The file with this letter changes it in your calendar.
letter-meeting-file-cancelled = The file with this letter takes it out of your calendar.
letter-meeting-subject-gone = Meeting cancelled: { $when }
letter-meeting-lead-gone = The student’s record was erased.
letter-meeting-why-gone = A meeting of yours is off: the student’s record was erased, so this letter has no name in it. It was set for { $when }.
letter-meeting-file-gone = The file with this letter takes it out of your calendar.
letter-meeting-subject-taken-over = { $advisor } took a meeting over: { $when }
letter-meeting-lead-taken-over = { $advisor } meets { $with } now.
letter-meeting-why-taken-over = Your meeting with { $with } is { $advisor }’s now. It was set for { $when }.
letter-meeting-file-taken-over = The file with this letter takes it out of your calendar.
letter-meeting-summary-gone = Meeting, cancelled
letter-meeting-button = See the meeting
letter-meeting-reply = To reach { $with }, reply to this letter.
letter-meeting-summary = Meeting with { $with }
letter-meeting-description = Details: { $page }
letter-call-subject = The call you asked for
letter-call-lead = Sign in to see more.
letter-call-why = You asked { $school } for a call. { $advisor } closed that without a meeting.
letter-call-how = If there are words about it, they are on its page. You can ask for a call again at any time.
letter-call-button = See what became of it
letter-call-reply = If you want to answer, reply to this letter. It goes to { $advisor }.
letter-digest-subject = { $count ->
    [one] 1 follow-up for { $day }
   *[other] { $count } follow-ups for { $day }
    }
letter-digest-lead = What is overdue and what is due today.
letter-digest-overdue = Overdue
letter-digest-today = Due today
letter-digest-line = { $student }, due { $day }
letter-digest-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
    }
letter-digest-button = Open my follow-ups
letter-digest-why = You get this letter on days when something is due. What is to be done stands in Signpost, not in email.
