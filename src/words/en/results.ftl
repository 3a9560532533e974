## One result: its headings
result-hi-clear = Health informatics is the better fit so far
result-hi-lean = Your answers lean toward health informatics
result-him-clear = Health information management is the better fit so far
result-him-lean = Your answers lean toward health information management
result-either = Too close to call
result-conflict = Your answers and your plans point different ways
result-not-enough = Not enough answers yet
result-title = Your result: { $heading }
result-for = Result for { $name } · { $date }
result-older = This is an older result. You have a newer one.

lead-points = { $hi } points went toward health informatics (HI) and { $him } toward health information management (HIM).
lead-moved = What moved it most: { $one }, { $two }, and { $three }.
lead-moved-two = What moved it most: { $one }, and { $two }.
lead-moved-one = What moved it most: { $one }.
lead-not-enough = You answered { $answered } of { $items } questions on the scale. { $needed ->
    [one] One more is
   *[other] { $needed } more are
  } needed. With fewer answers the points could point the wrong way, so we do not show them.

reason-conflict = Your answers lean one way, and your wish about leading people points the other. We name no program. Talk it over: both programs have jobs with and without a team.
reason-both-appeal = You like most of what both careers do. That is a good place to be. Look at the degree, the time and the people you would work with.
reason-neither-appeals = You like little of what either career does. Other programs may suit you better. Your advisor can show you what else there is.
reason-no-opinion = All your answers are in the middle, so we cannot tell the two apart. It may help to read about both careers first, then answer again.
reason-balanced = Your answers pull both ways about the same. Small things could tip it, so we name no program.

flag-low-interest = You dislike much of what both careers do. Ask your advisor about other programs too.
flag-low-variation = Almost all your answers are the same, so we cannot tell much from them.
flag-many-unsure = { $open } questions have no answer on the scale. More answers would make this surer.
flag-supervision-hi = You want to supervise people soon, and the answers point to health informatics, where that is rarer. We name a weaker lead for that.
flag-supervision-him = You do not want to supervise people, and the answers point to health information management, where many do. We name a weaker lead for that.
pair-title = These two answers pull different ways
pair-counted = Both are counted as you gave them. If one was a slip, answer again.

result-far = No { $side ->
    [hi] health informatics
   *[him] health information management
  } program fits your time yet. Your interests stay what they are. The table shows what each one needs. Ask your advisor for a first step.

advice-heading = { $verdict ->
    [hi] Your advisor suggests health informatics
    [him] Your advisor suggests health information management
   *[either] Your advisor says either one can work
  }
advice-both = Your points below stay as they are.
advice-reason-work-sooner = You need to work sooner
advice-reason-experience = Experience the questions miss
advice-reason-credits = Your credits
advice-reason-student-asked = You asked for it
advice-reason-other = Another reason
on-this-page = On this page
points-title = Where your points went
points-lead = { $side ->
    [hi] That is a lead of { $lead } toward HI.
    [him] That is a lead of { $lead } toward HIM.
   *[even] Both sides have the same points.
  }
points-each = Each answer gives its points to one side. Each side can get up to { $most }. You answered { $answered ->
    [all] all { $items } questions
   *[other] { $answered } of { $items } questions
  }.
changes-title = What would change it
changes-firm = { $count ->
    [1] One other answer would change this result.
    [2] Nothing short of two other answers would change this result.
    [3] Nothing short of three other answers would change this result.
   *[other] No three other answers would change this result.
  }
changes-then = { $count ->
    [one] With this answer it would say “{ $heading }”:
   *[other] With these answers it would say “{ $heading }”:
  }
changes-instead = instead of { $from }
changes-no-other = No three other answers would name { $side ->
    [hi] health informatics
   *[him] health information management
  }.
changes-why = This shows how firm the result is. If an answer was a slip, answer again. If not, leave it as it is.

since-title = What changed since { $date }
since-nothing = Nothing: the answers and the profile are the same.
since-what = What
since-then = Then
since-now = Now
since-band = Result
since-points = Points
since-supervise = Supervise people
since-answers = { $count ->
    [one] See the one answer that changed
   *[other] See the { $count } answers that changed
  }
since-others = { $count ->
    [one] 1 question is new or asked in other words, so it is not compared.
   *[other] { $count } questions are new or asked in other words, so they are not compared.
  }
since-before = See the result before

moved-title = What moved it
moved-lead = Each row is one topic with two ends. Left bars count for health informatics, right bars for HIM. The rows add up to the totals.
answers-summary = See all { $items } answers and their points
answers-caption = Your answers with their points
answers-question = How much would you like to…
answers-answer = Your answer
answers-points = Points
answers-to-hi = { $points } to HI
answers-to-him = { $points } to HIM
answers-to-none = 0
answers-how = Points are the weight of the topic times your answer, from 1 for Like to 2 for Strongly like. Neither gives 0. Dislike gives its points to the other side.

way-title = Your next steps
way-title-from = Your next steps, from { $credits ->
    [one] 1 credit
   *[other] { $credits } credits
  }
way-fits = The shortest way into { $side ->
    [hi] health informatics
   *[him] health information management
  }: { $title }. It takes about { $years ->
    [one] one year
   *[other] { $years } years
  } at your pace, and that fits your time.
way-stretch = The shortest way into { $side ->
    [hi] health informatics
   *[him] health information management
  }: { $title }. It takes about { $years ->
    [one] one year
   *[other] { $years } years
  } at your pace, one more than you said.
way-over = The shortest way into { $side ->
    [hi] health informatics
   *[him] health information management
  }: { $title }. It takes about { $years ->
    [one] one year
   *[other] { $years } years
  } at your pace. You said { $willing ->
    [one] one year
   *[other] { $willing } years
  }.
way-blocked = No { $side ->
    [hi] health informatics
   *[him] health information management
  } program is open to you yet. { $title }: you need { $needs } first.
way-far = Your interests lean to { $side ->
    [hi] health informatics
   *[him] health information management
  }, and that stays.
way-first-term = A first step could be one term. Then look again.
way-full-time = Full time it would take about { $years ->
    [one] one year
   *[other] { $years } years
  }.
way-first-degree = A first step could be: { $title }, { $credits ->
    [one] 1 more credit
   *[other] { $credits } more credits
  }.
way-first-ask = Ask your advisor which ways lead there.
way-talk = Talk it over with your advisor.
way-here = Where you are
way-here-as = { $unit ->
    [semester] { $credits } as semester credits
   *[quarter] { $credits } as quarter credits
  }
way-more = { $credits ->
    [one] 1 more credit
   *[other] { $credits } more credits
  }
way-after = { $credits } after { $needs }
way-gap = First, { $needs }
way-gap-by = At our school the way there is: { $title }.
way-second = You hold a degree at this level, so this would be a second one.
way-terms = About { $terms ->
    [one] 1 term
   *[other] { $terms } terms
  } at your pace.
way-terms-in-all = With the degree before it, about { $terms ->
    [one] 1 term
   *[other] { $terms } terms
  } from today.
way-builds-on = { $credits } of them come after the step before.
way-longer = The step before does not make it shorter: then { $credits ->
    [one] 1 credit comes
   *[other] { $credits } credits come
  } after it.
way-capped = At most { $cap }% of it can be brought along. You have more, so some do not count.
way-credential = It leads to the { $what }.
way-jobs = It opens { $what }.
way-as-table = See the steps as a table
way-in-all = Credits from today
way-terms-column = Terms from today
way-opens = Opens
jobs-title = What these jobs pay and how they grow
jobs-lead = National figures for groups of jobs. Ask your advisor about jobs near you.
jobs-group = Job group
jobs-pay = Middle pay a year
jobs-growth = Growth of jobs

time-title = How the programs fit your time
time-lead = From what your profile said that day. This never adds or takes points.
time-caption = Each program against your credits and your years
time-program = Program
time-field = Field
time-left = Credits left
time-years = At your pace
time-fit = How it fits your time
time-years-of = { $years ->
    [one] 1 year
   *[other] { $years } years
  }
time-none = Fill in your education, the years you would study and your pace. Then your next result shows which programs fit your time.
time-none-link = Fill in my profile
time-how = Up to { $cap }% of a program may come from credits you have. Full time is { $unit ->
    [semester] 30 semester credits a year in two terms, half time 15
   *[quarter] 45 quarter credits a year in three terms, half time 22.5
  }. 1 semester credit is 1.5 quarter credits. Which credits transfer? Ask your advisor.
time-no-credits = You left your credits empty, so they count as 0.
time-unit-unsure = You were not sure which kind your credits are, so they count as quarter credits.
needs-some-college = Needs some college first
needs-associate = Needs an associate degree first
needs-bachelor = Needs a bachelor’s degree first
needs-master = Needs a master’s degree first

talk-title = Talk it over
talk-about = Your health programs advisor
talk-text = Your advisor sees this result too. You decide together.
talk-nobody = You have no advisor yet. The advising office finds one for you.
letter-title = Email
letter-line-accepted = Accepted by the mail server on { $at }, for { $email }. We cannot see whether it was read.
letter-line-deferred = The mail server asked us to wait. We try again for { $email }.
letter-line-failed = The mail server refused it for { $email }. Your advisor can help you set the address right.
letter-line-held = This is a try with one mailbox only. The letter for { $email } is held.
letter-line-sending = On its way to { $email }. It takes a few seconds.
letter-again = Send it again
flash-submitted = Your result is saved, and a letter about it is on its way.
flash-letter-queued = The letter is on its way again.
flash-letter-wordless = Not sent: this letter is so old that its words are gone. Everything it said is on this page.
flash-letter-limit = Not sent: three letters an hour are the most. Try again later.
more-title = More
more-share = Show it to family
more-print = Print this page
more-compare = Compare the two careers
more-again = Answer again
more-finish = Finish the questions
more-earlier = All my results
result-small = A starting point, not a test score. It cannot tell how well you would do, and it does not decide what you can study. Questions version { $version }, scoring { $scoring }, { $date }.
result-wrong = Something wrong? Ask your advisor for a correction.
result-print-head = { $school } · Signpost · Result for { $name } · { $date }
finish-title = Finish the questions
finish-text = Your answers are kept. Add what is missing, then hand it in again.

## All results
results-title = Your results
results-lead = Newest first. Each stays as it was on its day.
results-none = No result yet
results-none-text = Answer the questions, and your result shows up here.
results-start = Start the questions
results-go-on = Go on with the questions
results-points = { $hi } toward HI, { $him } toward HIM
results-no-points = No points: too few answers
results-superseded = Older: a newer one is above
results-changed = What changed
results-again-text = Answering again makes a new result. The old one stays.

## Family links
shares-title = Show it to family
shares-lead = Make a link that shows this result to whoever has it. You choose what is in it, and you can take it back.
shares-never = Your answers, your advisor’s notes and your address are never in it.
share-label = For whom?
share-label-hint = Only you see this
share-label-missing = Write for whom the link is
share-label-too-long = Use at most 80 characters
share-parts = What should it show besides the heading?
share-part-points = Points to both sides
share-part-topics = What moved it
share-part-programs = How the programs fit my time
share-part-unknown = Choose from the list
share-days = How long should it work?
share-days-7 = 7 days
share-days-30 = 30 days
share-days-missing = Choose 7 or 30 days
share-make = Make the link
share-full = You have ten links for this result. Take one back first
shares-open = Links that work
share-link = Link
share-until = Works until { $until }.
share-seen = { $views ->
    [0] Not opened yet.
    [one] Opened once, { $last }.
   *[other] Opened { $views } times, last { $last }.
  }
share-shows = Shows: { $parts }.
share-shows-heading = the heading only
share-revoke = Take it back
share-lost = This link cannot be shown again. Take it back and make a new one.
shared-title = A result that { $name } shows you
shared-kicker = { $name } shows you this result of { $date }
shared-note = It is a starting point for a talk, not a test score. { $name } can take this link back at any time.
shared-gone-title = This link does not show anything
shared-gone-text = It may be too old, taken back, or cut short on its way. Ask whoever gave it to you.
flash-shared = The link is ready. Copy it and send it to whom you like.
flash-share-revoked = The link is taken back. It shows nothing any more.
