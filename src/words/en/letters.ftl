## Letters

letter-from = Signpost at { $school }
letter-hello = Hello { $name },
letter-hello-nobody = Hello,
letter-sample-subject = Test: { $subject }
letter-copy-link = If the button does nothing, copy this address into your browser:
letter-account-foot = { $school } uses Signpost to help students choose between its health programs. This letter was sent by a program.

letter-confirm-subject = Confirm your email address
letter-confirm-lead = Your Signpost account is almost ready.
letter-confirm-why = Someone used this address to create a Signpost account at { $school }. We hope it was you.
letter-confirm-how = Open the link and press “Confirm my email address”. It works once, for 24 hours.
letter-confirm-button = Go to the confirm page
letter-confirm-not-you = If it was not you, do nothing. Without the link no account is opened.

letter-already-subject = You already have a Signpost account
letter-already-lead = You can sign in right away.
letter-already-why = Someone tried to create a Signpost account at { $school } with this address. The address has one already, so nothing was changed.
letter-already-button = Sign in
letter-already-forgot = If you forgot your password, you can set a new one here:
letter-already-not-you = If it was not you, do nothing. Nobody got into your account.

letter-reset-subject = Set a new password
letter-reset-lead = The link works once, for 15 minutes.
letter-reset-why = Someone asked to set a new password for your Signpost account at { $school }.
letter-reset-how = If it was you, open the link and choose a new password. The link works once, for 15 minutes.
letter-reset-button = Set a new password
letter-reset-not-you = If it was not you, do nothing. Your password stays as it is.

letter-invitation-subject = You are invited to Signpost at { $school }
letter-invitation-lead = The link works once, for 3 days.
letter-invitation-why = { $role ->
    [student] { $by } of { $school } invites you to Signpost.
    [lead] { $by } invites you to Signpost as a lead advisor.
    [admin] { $by } invites you to Signpost as an admin.
   *[advisor] { $by } invites you to Signpost as an advisor.
    }
letter-invitation-what = { $role ->
    [student] Answer some short questions, and see which of our health programs fits you better so far: health informatics or health information management. You see every reason, and can talk it over with an advisor. There are no right or wrong answers.
   *[staff] Signpost is where { $school } helps students choose between health informatics and health information management.
    }
letter-invitation-how = Open the link to set your name and your password. It works once, for 3 days.
letter-invitation-button = Accept the invitation
letter-invitation-not-you = If you do not know what this is about, do nothing. Without the link no account is opened.

letter-test-subject = Mail works
letter-test-lead = A test letter from Signpost.
letter-test-why = You sent this letter from the outbox of Signpost at { $school }. It came through, so the portal’s letters leave the house. Look whether it landed in the inbox and not among the spam.
letter-test-button = Back to the outbox

letter-outcome-subject = What did you choose?
letter-outcome-lead = One tap tells us.
letter-outcome-why = On { $day } you got a result from Signpost at { $school }. We would like to know what you did after that: it shows how good our results are.
letter-outcome-button = Tell what you did
letter-outcome-once = We ask this only once. You need not answer.

letter-password-subject = Your password was changed
letter-password-lead = You are signed out everywhere else.
letter-password-why = The password of your Signpost account at { $school } was changed just now.
letter-password-not-you = If it was not you, set a new password right away:

letter-new-email-subject = Confirm your new email address
letter-new-email-lead = The link works once, for 24 hours.
letter-new-email-why = Someone wants to use this address for a Signpost account at { $school }. We hope it was you.
letter-new-email-how = Open the link and press “Use this address”.
letter-new-email-button = Go to the confirm page
letter-new-email-not-you = If it was not you, do nothing. Without the link nothing changes.

letter-email-changed-subject = Your email address was changed
letter-email-changed-lead = Letters no longer come here.
letter-email-changed-why = Your Signpost account at { $school } has another email address now. Letters go there from now on.
letter-email-changed-undo = If it was not you, take this address back. The link works once, for 3 days. It signs everybody out and brings you to a new password.
letter-email-changed-button = It was not me

letter-code-subject = Your sign-in code
letter-code-lead = The code works for ten minutes.
letter-code-why = Somebody tried many wrong passwords for your Signpost account at { $school } today. The last one was right. If it was you, type this code:
letter-code-not-you = If it was not you, somebody knows your password. Tell nobody the code, and set a new password:

letter-new-place-subject = New sign-in to your account
letter-new-place-why = Your Signpost account at { $school } was used in a new place: { $browser }, { $at }.
letter-new-place-was-you = If it was you, there is nothing to do.
letter-new-place-not-you = If it was not you, change your password and sign out everywhere else:
letter-new-place-button = See my account

letter-factor-on-subject = A second step was set up
letter-factor-on-why = A second step was set up for your Signpost account at { $school }, { $at }. From now on, signing in also asks for a code.
letter-factor-codes-subject = You have new recovery codes
letter-factor-codes-why = New recovery codes were made for your Signpost account at { $school }, { $at }. The old ones no longer work.
letter-factor-off-subject = Your second step was taken off
letter-factor-off-why = The second step of your Signpost account at { $school } was taken off, { $at }. The password alone opens it now.
letter-factor-admin-why = An admin took off the second step of your Signpost account at { $school }, { $at }. The password alone opens it now.
letter-factor-not-you = If it was not you, tell your school, and set a new password right away. It signs everybody out:
letter-factor-asked = If you asked for it, there is nothing to do.
letter-factor-not-asked = If you did not ask for it, tell your school, and set a new password right away. It signs everybody out:

letter-role-subject = You have another role now
letter-role-advisor-why = An admin made you an advisor in Signpost at { $school }, { $at }. You were signed out everywhere.
letter-role-lead-why = An admin made you a lead advisor in Signpost at { $school }, { $at }. You were signed out everywhere.
letter-role-admin-why = An admin made you an admin in Signpost at { $school }, { $at }. You were signed out everywhere.
letter-reopened-subject = Your account is open again
letter-reopened-why = An admin opened your closed Signpost account at { $school } again, { $at }. Your password is the same as before.
letter-account-unexpected = If you did not expect this, tell your school.

letter-decided-subject = We answered your request
letter-decided-lead = Sign in to read the answer.
letter-decided-why = A lead advisor at { $school } decided on what you asked for: { $about ->
    [notes] to see all notes about you
    [erasure] to erase your data
   *[correction] to correct your record
    }.
letter-decided-how = The answer and the reason are on your data page. They are not in this letter, since others may read email on its way.
letter-decided-button = Read the answer
letter-decided-reply = If anything is unclear, reply to this letter. It goes to the lead advisor who decided.

letter-note-subject = { $author } wrote you a note
letter-note-lead = Sign in to read it.
letter-note-why = { $author } at { $school } wrote a note for you. It is on your Signpost page.
letter-note-how = The note is not in this letter, since others may read email on its way.
letter-note-button = Read the note
letter-note-reply = If you want to answer, reply to this letter. It goes to { $author }.

letter-advice-subject = { $author } gave advice on your result
letter-advice-subject-again = { $author } changed the advice on your result
letter-advice-lead = Sign in to read it.
letter-advice-why = { $author } at { $school } looked at your result and gave advice on it.
letter-advice-why-again = { $author } at { $school } gave new advice on your result. It takes the place of the advice before.
letter-advice-both = Your points stay as they are. The advice is not in this letter, since others may read email on its way.
letter-advice-button = Read the advice
letter-message-lead = A letter from your advisor.
letter-message-reply = If you want to answer, reply to this letter. It goes to { $author }.
letter-message-foot = { $author } at { $school } sent this letter to several students through Signpost.

letter-advice-reply = If you want to answer, reply to this letter. It goes to { $author }.

letter-figure-subject = A figure in our letter was corrected
letter-figure-lead = Here is the figure as it is now.
letter-figure-why = In our letter of { $date } from { $school } we told you a figure about work. It has been corrected since.
letter-figure-old = We told you: { $label }, { $value } ({ $basis }).
letter-figure-new = Now it is: { $label }, { $value } ({ $basis }).
letter-figure-review = { $label }: this figure is under review right now.
letter-figure-result = Your result does not rest on this figure. It stays as it is.
letter-figure-button = See the figure and its source

letter-hi = Health informatics
letter-him = Health information management
letter-points = { $points ->
    [one] 1 point
   *[other] { $points } points
    }

letter-result-subject-hi = Your Signpost result: health informatics (HI)
letter-result-subject-him = Your Signpost result: health information management (HIM)
letter-result-subject-either = Your Signpost result: too close to call
letter-result-subject-conflict = Your Signpost result: answers and plans differ
letter-result-subject-insufficient = Your Signpost result: not enough answers yet
letter-result-subject-plain = Your Signpost result is ready

letter-result-heading-hi-clear = Health informatics is the better fit so far
letter-result-heading-him-clear = Health information management is the better fit so far
letter-result-heading-hi-lean = Your answers lean toward health informatics
letter-result-heading-him-lean = Your answers lean toward health information management
letter-result-heading-either = Too close to call
letter-result-heading-conflict = Your answers and your plans point different ways
letter-result-heading-insufficient = Not enough answers yet

letter-result-band-hi-clear = Your answers favor the work of health informatics (HI), and the lead is clear.
letter-result-band-him-clear = Your answers favor the work of health information management (HIM), and the lead is clear.
letter-result-band-hi-lean = More of your answers favor the work of health informatics (HI). The lead is not large, so a talk may change it.
letter-result-band-him-lean = More of your answers favor the work of health information management (HIM). The lead is not large, so a talk may change it.
letter-result-band-balanced = Some of your answers point toward health informatics (HI), some toward health information management (HIM). The lead is too small to name one.
letter-result-band-both-appeal = You like much of the work in both health informatics (HI) and health information management (HIM). The lead is too small to name one.
letter-result-band-neither-appeals = You dislike much of the work in both health informatics (HI) and health information management (HIM). Another program may suit you better, and that is worth a talk.
letter-result-band-no-opinion = Your answers stay in the middle, so they name neither health informatics (HI) nor health information management (HIM).
letter-result-band-conflict = What you like points one way. What you said about supervising people points the other way. So we name neither health informatics (HI) nor health information management (HIM).
letter-result-scores = { $him ->
    [one] 1 point
   *[other] { $him } points
    } toward HIM and { $hi } toward HI. The lead is { $lead ->
    [one] 1 point
   *[other] { $lead } points
    }.
letter-result-scores-hi = { $hi ->
    [one] 1 point
   *[other] { $hi } points
    } toward HI and { $him } toward HIM. The lead is { $lead ->
    [one] 1 point
   *[other] { $lead } points
    }.
letter-result-answered = You answered { $answered } of { $items } questions.
letter-result-missing = { $missing ->
    [one] One more answer is needed before we can point either way.
   *[other] { $missing } more answers are needed before we can point either way.
    }
letter-result-no-advice = So this letter recommends nothing yet.

letter-result-lead-named = See why, and what to do next.
letter-result-lead-either = See what points each way, and what to do next.
letter-result-lead-insufficient = See what is missing.

letter-result-why = Why
letter-result-why-either = What counted most, for either side
letter-result-missing-heading = What is missing
letter-result-against = What pulled the other way most: { $pole }.

letter-result-plans = How it fits your plans
letter-result-warning = Read this first. The official earnings measure of this program does not pass. { $words }
letter-result-fits = { $title }: fits. { $years ->
    [one] 1 year
   *[other] { $years } years
    } at your pace.
letter-result-stretch = { $title }: a stretch. { $years ->
    [one] 1 year
   *[other] { $years } years
    } at your pace, one more than you planned.
letter-result-over-time = { $title }: takes longer than you planned. { $years ->
    [one] 1 year
   *[other] { $years } years
    } at your pace.
letter-result-blocked = { $title }: not open to you yet.
letter-result-blocked-needs = { $title }: not open to you yet. It asks for { $needs } first.
letter-needs-some-college = some college
letter-needs-associate = an associate degree
letter-needs-bachelor = a bachelor’s degree
letter-needs-master = a master’s degree

letter-result-figures = Figures about the work
letter-statistic-median = Median
letter-statistic-mean = Mean
letter-statistic-p10 = 10th percentile
letter-statistic-p25 = 25th percentile
letter-statistic-p75 = 75th percentile
letter-statistic-p90 = 90th percentile
letter-statistic-projection = Projection
letter-statistic-count = Count
letter-statistic-share = Share
letter-statistic-price = Price
letter-statistic-rating = Rating
letter-figure-source = { $period }. Source: { $source }. Checked { $checked }.
letter-figure-source-unchecked = { $period }. Source: { $source }. To be checked.

letter-result-next = Your next step
letter-next-talk-to-advisor = Talk your result over with { $advisor }.
letter-next-talk-to-advisor-nobody = Talk your result over with an advisor. You can ask for a call on your result page.
letter-next-fill-profile = Fill in your profile. Then we can say how long the program would take you.
letter-next-first-step = Ask { $advisor } what a first step toward this program could be.
letter-next-first-step-nobody = Ask an advisor what a first step toward this program could be.
letter-next-other-programs = Ask { $advisor } about other health programs too.
letter-next-other-programs-nobody = Ask an advisor about other health programs too.
letter-next-finish-questions = Finish the questions. The answers you gave are saved.

letter-result-button = See my full result
letter-result-button-insufficient = See what is missing
letter-result-sign-in = You will need to sign in.
letter-result-reply = To reach { $advisor }, reply to this letter.
letter-result-foot = A starting point, not a test score. It cannot tell how well you would do, and it does not decide what you can study.
letter-result-because = Result of { $date }. You got this letter because you sent in your answers at { $school }.
letter-result-scoring = How scoring works
