### Public pages: what stands around the content. The content itself is in rows.

## Who speaks, and where to go next
content-editorial = Editorial
content-ad = Ad
content-by-on = By { $author }{ $ties }. Updated { $date }.
content-not-translated = This page is not in your language yet, so it stands here in English.
start-questions = Start the questions
compare-careers = Compare the careers
see-comparison = See the full comparison
see-sources = Every figure and its source
see-programs = See the programs
closing-title = Which way is yours?
closing-text = 24 short questions, about 8 minutes. You can try them without an account. Then you can talk it over with an advisor.
related-title = Read next
related-compare = The two careers, side by side
related-hi = Health informatics
related-him = Health information management
related-programs = Our programs
related-sources = Every figure and its source
related-scoring = How scoring works
scope-note = A program may not prepare you for every job named here. Links to other sites are for reference only. We do not endorse them, and they do not endorse us.
scope-link = More in our disclosures

## Front page
landing-title = Compare health informatics and HIM careers
landing-about = Health IT career guidance at { $school }
hero-art = A signpost on a hill. One arm points left to health informatics, one points right to health information management.
hero-hi = Health informatics
hero-him-1 = Health information
hero-him-2 = management
not-yet-title = { $school } is being set up
not-yet-text = There is nothing to read here yet. If you have an account, you can sign in.

## Figures
figure-under-review = Figure under review
about-figures = About these figures.
about-all-jobs = Middle pay means that half earn more and half earn less. All U.S. jobs together: middle pay { $pay }, growth { $growth }.

## The old article
article-title = What the old article said
article-lead = Many pages still repeat an old article about these two careers. Here is what it said, and what holds today. Do not plan with its figures.
article-topic = Topic
article-said = The article said
article-today = Today
article-note = Note:

## One career
career-aside = What to do next
career-text = Does this sound like you? Answer 24 short questions, then talk it over with an advisor.
career-programs = { $side ->
    [hi] Programs in HI
   *[him] Programs in HIM
  }

## Degree ladder
ladder-start = Start: { $who }
ladder-after = After a bachelor’s
ladder-credits = { $credits ->
    [one] 1 credit
   *[other] { $credits } credits
  }
ladder-more = { $credits } more
ladder-step = Step
ladder-column-credits = Credits
ladder-field = Field
ladder-who = Who can start
ladder-leads = Leads to
ladder-as-table = See the ladder as a table
ladder-basis = { $school }, catalog of { $date }. Up to { $cap }% of a degree may come from credits you have.

## Programs
program-credits = { $credits } credits
program-credits-more = +{ $credits } credits
program-credits-after = { $credits } credits after a bachelor’s degree
program-facts = At a glance
program-who = Who can start
program-length = Length
program-leads = Leads to
program-cost = Cost
program-transfer = Credits you have
program-transfer-none = They do not count toward this program.
program-transfer-cap = Up to { $cap }% of this program may come from them. Ask your advisor which ones count.
program-accreditation = Accreditation
program-no-accreditation = None that we can name
program-since = Since { $date }.
program-until = Until { $date }.
program-outcomes = Outcomes
program-not-entered = Not entered yet
program-disclosure = Federal disclosure
program-disclosure-link = Read the official disclosure
program-steps = Its place on the ladder
program-steps-text = All steps of this field at our school, from the first degree up.
program-this-step = This program.
program-step-leads = Leads to: { $what }.
program-basis = { $school }, catalog of { $date }. Credits are quarter credits.
program-ask = Ask for this program’s graduation rate and job rate before you enroll.
disclosure-pass = Passes
disclosure-fail = Does not pass
disclosure-fail-long = its official earnings measure does not pass.
disclosure-not-measured = Not measured

## Every figure
topic = { $topic ->
    [pay] Pay
    [growth] Job growth
    [openings] Openings
    [employment] People employed
    [education] Education
    [interest] What draws people to the job
    [duties] Duties
    [places] Places of work
    [skills] Skills
    [credential] Exams and credentials
    [outlook] Outlook
    [verdict] What to make of it
   *[institution] Schools and programs
  }
topic-about = { $topic ->
    [pay] Yearly pay, whole country, all education and experience levels. It is not starting pay, and not what our graduates earn.
    [growth] The change in jobs that is expected over ten years. It is a projection, not a promise.
    [openings] Expected each year, for the whole country.
    [interest] From 1 to 7. A higher number means that the work calls for more of it.
   *[other] -
  }
sources-figure = Figure
sources-value = Value
sources-basis = Statistic, period, area
sources-source = Source
sources-checked = Checked
sources-published = Published { $date }
sources-read = Read { $date }

## How scoring works
scoring-weights = Topics, tasks and weights
scoring-hi-pole = HI side
scoring-him-pole = HIM side
scoring-items = Tasks
scoring-step = Points for a like
scoring-most = Most points
scoring-version = Questionnaire version { $number }, rules { $scoring }: { $items } tasks, at most { $most } points for each side. A strong like gives twice the points of a like.
scoring-bands = The bands and their limits
scoring-band = Band
scoring-limit = Limit
scoring-clear = A lead of { $clear } points or more
scoring-lean = A lead of { $lean } to { $below } points
scoring-close = A lead of less than { $lean } points
scoring-not-enough = Fewer than { $answers } of { $items } tasks answered

## What keeps a figure from being published
claim-label-missing = Say what the figure is about
claim-value-or-text = Enter a value or a text, and not both
claim-value-impossible = Enter a value of 0 or more
claim-value-off-scale = Enter a value from 1 to 7
claim-unit-missing = Choose the unit of the value
claim-unit-of-text = Choose the unit “text” for a fact in words
claim-statistic-missing = Choose the statistic of the value
claim-wage-statistic = Choose the statistic: pay is never shown without it
claim-wage-disclaimer = Choose a disclaimer: pay is never shown without it
claim-area-missing = Enter the area where it holds
claim-source-missing = Choose the source
claim-population-missing = Say whom it covers
claim-period-malformed = Enter a year or a month, such as 2025 or 2025-05
claim-period-backwards = Enter an end that is later than the start
claim-growth-years = Enter both years: a projection is never shown without them
claim-why-missing = Say why the figure is another one now, and where you read it
claim-review-missing = Enter the day of the next check

## What keeps a comparison from being published
compare-one-sided = One side is a figure and the other is not
compare-unknown-figure = A figure in this row is not published
compare-unlike-figures = The two figures differ in statistic, unit, period or area
compare-no-figure = A fact in words stands where a figure belongs
compare-unconfirmed = A figure in this row is historical or not confirmed
