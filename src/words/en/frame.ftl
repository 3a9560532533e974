### English. One message a key, in kebab-case; groups by page.

## Frame of every page
site-name = Signpost
skip-to-main = Skip to main content
main-navigation = Main
account-menu = account menu
language-switch = Language
role = { $role ->
    [student] Student
    [advisor] Advisor
    [lead] Lead advisor
    [admin] Admin
   *[other] Signed in
  }
nav-profile = My profile
sign-in = Sign in
sign-out = Sign out
footer-run = Signpost is run by the { $school } advising office.
footer-cookie = One cookie keeps your place and holds you signed in.
footer-sources = Every figure
footer-scoring = How scoring works
footer-privacy = Privacy
footer-cookies = Cookies
footer-accessibility = Accessibility
footer-disclosures = Disclosures

## Forms
errors-title = There is a problem
error-prefix = Error:
password-show = Show
password-hide = Hide
save-and-continue = Save and continue
change = Change
next-kicker = Next for you
error-reference = Still stuck? Tell your advisor’s office this number: { $reference }.
pager-label = Pages
pager-previous = Previous
pager-next = Next

## The two programs
program-hi = Health informatics
program-him = Health information management
program-hi-short = HI
program-him-short = HIM

## Questions
answer-strongly-dislike = Strongly dislike
answer-dislike = Dislike
answer-neither = Neither like nor dislike
answer-like = Like
answer-strongly-like = Strongly like
answer-unsure = I don’t know enough to say
answer-missing = Not answered
answer-now = Answer it
progress-part = Part { $part } of { $parts }
progress-questions = questions { $first } to { $last }
progress-answered = { $answered } of { $questions } answered
steps-label = Parts
steps-part = { $state ->
    [done] Part { $part }: done
    [now] Part { $part }: you are here
    [begun] Part { $part }: begun
   *[open] Part { $part }: not started
  }
saved-at = Saved { $at }
saved-late = { $count ->
    [one] 1 answer not saved yet
   *[other] { $count } answers not saved yet
  }

## Results: bands, points, drawings
band-clear = Clear lead
band-lean = Lean
band-either = Too close to call
band-conflict = Answers and plans differ
band-not-enough = Not enough answers yet
points-word = { $points ->
    [one] point
   *[other] points
  }
gauge-lead = { $points ->
    [one] The lead is 1 point toward { $side ->
        [hi] health informatics
       *[him] health information management
      }.
   *[other] The lead is { $points } points toward { $side ->
        [hi] health informatics
       *[him] health information management
      }.
  }
gauge-even = Both sides have the same points.
gauge-bands = A lead of { $clear } or more is clear, { $lean } or more is a lean, less is too close to call.
gauge-label = { $side ->
    [hi] { $points } toward HI
   *[him] { $points } toward HIM
  }
gauge-label-even = Even
gauge-band = { $band ->
    [clear-hi] Clear HI
    [lean-hi] Lean HI
    [lean-him] Lean HIM
    [clear-him] Clear HIM
   *[close] Too close
  }
gauge-range = { $band ->
    [clear-hi] { $clear } or more
    [lean-hi] { $lean }–{ $below }
    [lean-him] { $lean }–{ $below }
    [clear-him] { $clear } or more
   *[close] under { $lean }
  }
fly-caption = Points each topic gave to each side, biggest difference first
fly-total = Total

## How a program fits the student's time
time-fits = Fits
time-stretch = Stretch
time-over = Over your time
time-blocked = Not yet open

## Letters
letter-queued = Queued
letter-sending = Sending
letter-accepted = Accepted
letter-deferred = Deferred
letter-deferred-until = Deferred, next try { $at }
letter-failed = Failed
letter-held = Held

## Figures and their sources
about-figures-link = note on these figures
source-checked = Checked { $date }
source-to-check = To be checked
source-review-due = Review due
source-expired = Expired
source-historical = Historical
source-next-check = Next check { $date }

## The page of all parts (development only)
kit-error = Choose one of the answers shown
