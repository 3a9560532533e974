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
dead-link-text = It was used before, is too old, or was cut short on its way. You can get a new one.
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
invitation-text = { $role ->
    [student] Choose a password, and your account is ready. Your address is { $email }.
    [advisor] You are invited as advisor, with the address { $email }.
    [lead] You are invited as lead advisor, with the address { $email }.
   *[admin] You are invited as admin, with the address { $email }.
    }
invitation-button = Create my account

flash-signed-out = You are signed out.
flash-confirmed = Your email address is confirmed, and you are signed in.
flash-password-changed = Your new password is saved. Sign in with it.

form-came-back = You were signed out before this was saved. Here is what you sent: look it over, then save it.
sign-in-kept = You were signed out. What you sent is kept: sign in, and it is back on its page.

code-title = Enter your code
code = Code
code-lead = Open your authenticator app and type the six digits it shows for Signpost.
code-hint = Or a recovery code, such as k7f2q-9xmzr
code-refused = That code is wrong or was used before. Wait for the next one and try it
code-lost = Phone lost and no recovery code? Ask another admin of your school to take the second step off.
code-mailed-lead = We have sent a code to your email address. It works for ten minutes.
code-mailed-hint = Eight digits
code-mailed-why = Somebody tried many wrong passwords for your account today. The code shows that it is you.
code-start-again = Start again

again-title = Is it still you?
again-lead = What you want to do is important, so show us once more.
again-or = Or your password:
again-button = Go on
again-how-long = We do not ask again for ten minutes.
password-refused = That password is wrong

nav-drafts = My drafts
nav-account = My account
account-title = My account
account-lead = How you sign in, and where your letters go.
account-name = Name
account-email = Email address
account-email-change = Change your email address
account-email-waiting = { $email } waits for you to open the link in its mailbox.
account-password = Password
account-password-set = Set. Nobody can read it, not even we.
account-password-change = Change your password
account-factor = Second step
account-factor-on = On since { $since }. { $codes ->
    [0] No recovery codes left
    [one] One recovery code left
   *[other] { $codes } recovery codes left
  }
account-factor-off = Off. Only the password keeps others out.
account-factor-change = Change the second step
account-factor-set-up = Set up the second step
account-devices = Signed in on
account-devices-count = { $count ->
    [one] This device only
   *[other] { $count } devices
  }
account-devices-see = See your devices
account-back = Back to my account

own-password-title = Change your password
own-password-lead = You stay signed in here. Everywhere else you are signed out.

own-email-title = Change your email address
own-email-lead = Letters go to { $email } now.
own-email-how = We send a link to the new address. Your address changes when you open it.
own-email-new = New email address
own-email-button = Send the link
own-email-withdraw = Keep the address I have
email-is-the-same = This is the address you have now
email-link-title = Use this email address
email-link-text = Your account’s letters will go to
email-link-button = Use this address
email-undo-title = Take the old address back
email-undo-text = Your account’s letters will go again to
email-undo-means = Everybody is signed out of your account. Its password stops working, and you get a letter with a link to choose a new one.
email-undo-button = Take it back

devices-title = Where you are signed in
devices-lead = Do you not know one of them? Sign it out and change your password.
devices-column = Device
device-unknown = An unknown browser
device-on = A browser on { $system }
device-browser-on = { $browser } on { $system }
devices-since = Signed in
devices-seen = Last used
devices-act = Sign out
devices-here = This device
devices-end = Sign out there
devices-end-others = Sign out everywhere else

factor-title = Second step at sign-in
factor-new-lead = With a second step, a stolen password alone opens nothing. You need an authenticator app on your phone.
factor-step-one = 1. Add Signpost to the app
factor-scan = Point the app’s camera at this square.
factor-square = Square for the authenticator app
factor-or-type = On this phone, or no camera?
factor-open-app = Open the app on this device
factor-type = Or type this key into the app:
factor-step-two = 2. Type the code it shows
factor-code = Six digits
factor-set-up = Turn it on
factor-skip = Skip for now
factor-required = Your school asks this of everybody on the staff.
factor-on-since = It is on since { $since }.
factor-codes-left = { $codes ->
    [0] You have no recovery codes left.
    [one] You have one recovery code left.
   *[other] You have { $codes } recovery codes left.
  }
factor-renew = Make new recovery codes
factor-renew-text = The codes you have stop working.
factor-take-off = Turn it off
factor-take-off-text = Then the password alone opens your account.
recovery-title = Keep these codes
recovery-lead = Lost your phone? Each code signs you in once. This is the only time we show them.
recovery-where = Print them or write them down. Do not keep them on the phone.
recovery-onward = I have kept them

offer-factor = Student records deserve a second lock.
offer-factor-link = Set up the second step

confirm-contested = This address was used to register more than once. Tell us your name and choose your password now. What was typed before does not count.

flash-own-password-changed = Your new password is saved. You are signed out everywhere else.
flash-email-asked = If that address can be used, a letter with a link is on its way to it.
flash-email-changed = Your email address is changed. We have told the old one.
flash-email-withdrawn = Your email address stays as it is.
flash-email-undone = The old address is back, and everybody is signed out.
flash-device-ended = That device is signed out.
flash-devices-ended = You are signed out everywhere else.
flash-factor-off = The second step is off.

nav-compare = Compare
nav-programs = Programs
nav-sign-in = Sign in
nav-home = Home
nav-questions = My questions
nav-results = My result
nav-caseload = Caseload
nav-claims = Figures
nav-pages = Pages
nav-questionnaires = Questions
nav-letters = Letters
nav-people = People
nav-audit = Audit
nav-office = Office
nav-outbox = Outbox
nav-settings = Settings

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
