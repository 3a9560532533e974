### Trying before registering: what visitors read on their way, and how they keep their answers.

trial-strip = You have no account yet. Your answers in this browser are deleted 24 hours after the last one.
trial-start-over = Start over
trial-hint = You can try this without an account. Your answers are kept in this browser for 24 hours.
trial-have-account = Have an account?

## Check page
trial-submit = We work out which way your answers lean, and show it. Nothing is sent to anybody.

## What a visitor sees of the result
trial-for = From your answers · { $date }
trial-answered = { $answered } of { $items } answered
trial-band = This is how it stands so far. It is a starting point, not a test score.
trial-needed = { $needed ->
    [one] One more answer is needed to say which way you lean.
   *[other] { $needed } more answers are needed to say which way you lean.
  }
trial-finish = Finish the questions
trial-keep-title = Keep this with a free account
trial-keep-text = With an account you see every point behind this, what would change it, and which programs fit your time. We email it to you, and an advisor can talk it through with you. Your answers come with you.
trial-read-title = Read more about the two careers

## Starting over
removal-title = Start over?
removal-text = { $answered ->
    [one] The answer you gave in this browser is deleted.
   *[other] The { $answered } answers you gave in this browser are deleted.
  } Nobody else has them, and we cannot bring them back.
removal-none = What you saved in this browser is deleted.
removal-button = Delete and start over
removal-back = Keep my answers
flash-started-over = Your answers are deleted. You can start anew.
flash-kept-a-day = Your answers are kept in this browser for 24 hours.

## Keeping them
register-brings = The answers you gave here come with you. You choose when you confirm your address.
sign-in-brings = You have answers in this browser. After you sign in, we ask whether to keep them.
confirm-answers = Keep the answers you gave on { $date }?
confirm-answers-keep = Keep them
confirm-answers-keep-open = { $answered } of { $items } answered. You go on where you stopped.
confirm-answers-keep-done = { $answered } of { $items } answered. You get your result at once.
confirm-answers-leave = Do not keep them
confirm-answers-leave-about = They are deleted.

earlier-title = Keep the answers you gave before you signed in?
earlier-lead = { $answered } of { $items } answered in this browser, { $date }.
earlier-leave-about = They are deleted. Your account stays as it is.
earlier-keep-new = You go on where you stopped.
earlier-keep-result = They become your newest result. Older ones stay.
earlier-keep-instead = They take the place of the answers in your account: { $answered } of { $items }, saved { $date }.
earlier-button = Continue
earlier-choose = Choose whether to keep the answers
earlier-changed = The answers in your account have changed. Read this again, then choose.
home-earlier = You gave answers here before you signed in, on { $date }.
home-earlier-link = Keep or delete them
flash-answers-kept = Your answers are kept in your account.
