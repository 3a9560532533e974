## Getting in: account, sign-in, password

full-name = Full name
email-address = Email address
password = Password
password-hint = At least 15 characters. Three or four random words work well.

name-missing = Enter your full name
name-too-long = Use at most 200 characters for your name
name-malformed = Use letters, spaces and signs only for your name
email-missing = Enter your email address
email-malformed = Enter an email address like name@school.edu
email-of-another-domain = Use the email address your school gave you
password-too-short = Use at least 15 characters
password-too-long = Use at most 1,000 characters
password-too-easy = This password is easy to guess. Add another random word
password-is-a-known-word = Do not use your name, your address or the school’s name as your password

sign-in-title = Sign in
sign-in-lead = Students, advisors and staff all sign in here.
sign-in-forgot = Forgot your password?
sign-in-new-here = New here?
sign-in-shared = Shared computer? Sign out when you finish. Your answers are kept.
sign-in-refused = That email and password do not match.

create-account = Create account
register-title = Create your account
register-lead = So you can stop and come back, and so your advisor can find you.
register-who = Who sees your answers?
register-who-text = You and the advisor assigned to you, and lead advisors. They are part of your student record.
register-who-link = Your data in plain words
register-have-one = Have an account?

sent-title = Look in your mail
sent-text = If we can make an account for that address, a letter is on its way. Open it and follow the link. The link works for 24 hours.
sent-again = No letter after a few minutes? Look in your spam folder, or
sent-again-link = start again

confirm-title = Confirm your email address
confirm-text = One press, and you are signed in as
confirm-button = Confirm my email address
confirm-not-you = Not you? Close this page. Nothing happens until the button is pressed.
confirm-until = The link works once and until { $until }.

dead-link-title = This link does not work
dead-link-text = It may be used, too old, or cut off on its way. You can get a new one.
dead-link-again = Get a new link
dead-link-sign-in = Already confirmed? Sign in

forgot-title = Forgot your password?
forgot-lead = Tell us your email address. We send you a link to choose a new password.
forgot-button = Send the link
forgot-sent-title = Look in your mail
forgot-sent-text = If that address has an account, a letter with a link is on its way. The link works for 15 minutes.
reset-title = Choose a new password
reset-for = For { $email }. This signs you out everywhere else.
reset-password = New password
reset-button = Save my new password

invitation-title = Join { $school } on Signpost
invitation-text = You are invited as { $role }, with the address { $email }.
invitation-button = Create my account

flash-signed-out = You are signed out.
flash-confirmed = Your email address is confirmed, and you are signed in.
flash-password-changed = Your new password is saved. Sign in with it.

nav-compare = Compare
nav-programs = Programs
nav-sign-in = Sign in
nav-home = Home
nav-questions = My questions
nav-results = My result
nav-caseload = Caseload
nav-claims = Figures
nav-pages = Pages
nav-people = People

banner-mail-folder = This is a demo: letters go to a folder, not to mailboxes.
banner-mail-one = This is a try: letters go to one mailbox only, all others are held.

## When something fails
error-forbidden-title = That form came from another site
error-forbidden-text = Nothing was changed. Open the page here and send it again.
error-not-found-title = There is no page here
error-not-found-text = The address may be wrong or old. What you look for may also belong to somebody else.
error-conflict-title = Somebody else changed this meanwhile
error-conflict-text = Nothing of yours was saved over it. Open the page again and compare.
error-too-many-title = Too many tries
error-too-many-text = { $seconds ->
    [one] Wait one second, then try again.
   *[other] Wait { $seconds } seconds, then try again.
  } Your account is not locked.
error-unsupported-title = We cannot read that
error-unsupported-text = The form was sent in a way we do not take. Open the page and send it again.
error-too-large-title = That is too much at once
error-too-large-text = Go back, make the text shorter, and send it again.
error-unreadable-title = We cannot read that
error-unreadable-text = The form has signs in it that we cannot store. Go back and type them again.
error-too-slow-title = That took too long
error-too-slow-text = Your connection was too slow for the form. Go back and send it again.
error-busy-title = Back in a moment
error-busy-text = We cannot reach our records right now. What you saved is safe. Wait a few seconds and try again.
error-broken-title = Something broke on our side
error-broken-text = It is not your fault, and we have a note of it. What you saved is safe. Try again in a minute.
error-try-again = Try again
error-home = To the start page
