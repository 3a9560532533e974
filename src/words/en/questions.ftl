## Home
home-title = Hello, { $name }
home-lead-new = Find out which way fits you. It takes about 8 minutes.
home-lead-begun = You are in the middle of the questions.
home-lead-check = All parts are saved. Check your answers and get your result.
home-lead-result = Your result is here.
home-lead-short = You are almost there. A few answers are missing.
home-next-new = Start the questions
home-next-begun = Go on with part { $part }
home-next-check = Check your answers
home-next-result = See your result
home-next-short = Finish the questions
home-text-new = Short questions on things people do in both careers. No right answers. Stop any time and come back.
home-text-begun = { $answered } of { $items } answered. Everything so far is saved.
home-text-result = From { $date }. Read what moved it, then talk it over with your advisor.
home-text-short = A result needs { $needed } more { $needed ->
    [one] answer
   *[other] answers
  }. The ones you gave are kept.
home-start = Start
home-continue = Continue
home-open = Open my result
home-way = Your way so far
home-task-profile = Your profile
home-task-questions = The questions
home-task-result = Your result
home-task-compare = Compare the two careers
home-state-optional = Any time
home-state-saved = Saved
home-state-todo = To do
home-state-begun = Begun
home-state-done = Done
home-state-later = After the questions
home-shared = Notes shared with you
home-note-new = New
home-note-added = Added { $day }
home-note-removed = A lead advisor took this note out on { $day }.
home-advisor = Your advisor
home-advisor-about = Your health programs advisor
home-no-advisor = You have no advisor yet. The advising office finds one for you.
home-who = Who can see this?
home-who-text = You, your advisor and lead advisors. Each time staff open your record, it is noted.
home-who-link = Your data in plain words

## Profile
profile-title = Your profile
profile-lead = We ask only what we use. None of it adds points. Every field may stay empty.
profile-called = What should we call you?
profile-called-why = Why we ask: pages, letters and your advisor use it.
profile-education = Highest education finished
profile-education-why = Why we ask: some programs need a degree first.
profile-credits = College credits earned
profile-credits-why = Why we ask: they shorten your way.
profile-unit = Kind of credits
profile-unit-why = 1 semester credit counts as 1.5 quarter credits.
profile-years = Most years you would study
profile-years-why = Why we ask: we mark programs that fit, stretch or go over.
profile-pace = Pace
profile-pace-why = Why we ask: it sets how many years a program takes you.
profile-cost = Cost
profile-cost-why = Why we ask: your advisor can look for funding. Nothing else uses it.
profile-supervise = Would you like to supervise people within about five years?
profile-supervise-why = Why we ask: if your wish and your answers point different ways, we say so and call the lead weaker. The rule is the same for both programs.
profile-setting = Where would you like to work?
profile-setting-why = Why we ask: your advisor can show you places in both fields.
profile-pay = How important is pay?
profile-pay-why = Why we ask: your advisor knows what to show you first. It adds no points.
profile-matters = What matters most to you?
profile-matters-why = Why we ask: your advisor reads it before you meet. Up to 500 characters.
profile-save = Save my profile
profile-empty = No answer
flash-profile-saved = Your profile is saved.

education-hs = High school or GED
education-some-college = Some college
education-associate = Associate degree
education-bachelor = Bachelor’s degree
education-master = Master’s or higher
unit-quarter = Quarter
unit-semester = Semester
unit-not-sure = Not sure
pace-full = Full time
pace-full-about = About 15 quarter credits a term
pace-half = Half time
pace-half-about = About 7 or 8 quarter credits a term
cost-lowest = Lowest possible
cost-moderate = Moderate
cost-flexible = Flexible
supervise-yes = Yes
supervise-maybe = Maybe
supervise-no = No
setting-hospital-clinic = Hospital or clinic
setting-physician-office = Physician office
setting-residential-care = Residential care
setting-government = Government
setting-insurer = Insurer
setting-consulting = Consulting
setting-health-company = Healthcare company
setting-remote = Remote
setting-no-preference = No preference
pay-top = It comes first
pay-one-of-several = One of several things
pay-low = Not very important
credits-of = { $unit ->
    [quarter] { $credits } quarter credits
    [semester] { $credits } semester credits
   *[other] { $credits } credits, kind not sure (counted as quarter)
  }

choice-unknown = Choose one of the answers shown
called-too-long = Use at most 80 characters
called-not-plain = Use letters, spaces and signs only
credits-not-a-number = Enter credits as a whole number, like 40
credits-out-of-range = Enter credits from 0 to 600
years-not-a-number = Choose the years as a whole number
years-out-of-range = Choose from 1 to 6 years
matters-too-long = Use at most 500 characters
matters-not-plain = Use letters, spaces and signs only

## Questions
questions-hint = There are no right answers. You may leave any question out.
questions-nothing-lost = What was saved before is kept. Nothing on this page is saved yet.
unsaved-late = The connection is lost. Your answers are still on this page, and we keep trying.
unsaved-again = Try again
unsaved-out = You are signed out. Your answers are still on this page. They are saved as soon as you sign in.
unsaved-gone = This page is out of date, so the last answers were not saved.
unsaved-gone-link = Open the questions again
questions-back = Part before
questions-back-to-check = Check your answers
questions-leave = Finish later
questions-none-title = The questions are not ready yet
questions-none-text = The school is still setting them up. Come back soon.
answer-off-scale = Choose one of the answers shown

## Check and hand in
check-title = Check your answers
check-kicker = Last step
check-lead = How much you would like to do each thing. Press Change to edit an answer, and you come back here.
check-back = Back to part { $part }
check-part = Part { $part }: questions { $first } to { $last }
check-change-part = part { $part }
check-change-profile = your profile
check-question = question { $number }
check-answer = Answer question { $number }
check-too-few = { $needed ->
    [one] One more answer is needed for a result.
   *[other] { $needed } more answers are needed for a result.
  }
check-too-few-text = A result takes { $least } answers. “I don’t know enough to say” does not count as one. You can hand this in as it is: it then says what is missing and names no program.
check-gaps = { $left ->
    [0] { $unsure ->
        [one] One answer says you don’t know enough.
       *[other] { $unsure } answers say you don’t know enough.
      }
    [one] One question has no answer{ $unsure ->
        [0] .
        [one] , and one says you don’t know enough.
       *[other] , and { $unsure } say you don’t know enough.
      }
   *[other] { $left } questions have no answer{ $unsure ->
        [0] .
        [one] , and one says you don’t know enough.
       *[other] , and { $unsure } say you don’t know enough.
      }
  }
check-gaps-text = You can get a result with { $least } or more.
check-profile-open = Still open
check-profile-open-text = Education, years or pace. They show which programs fit your time.
check-profile-use = Used to show which programs fit your time. It never adds points.
check-submit-title = Get your result
check-submit-mail = We work out your points and email the result to { $email }.
check-submit-advisor = Your advisor, { $advisor }, sees it too.
check-submit-nobody = Your advisor sees it too, once you have one.
check-submit-stays = You can answer again later. This result stays as it is.
check-submit = Get my result
