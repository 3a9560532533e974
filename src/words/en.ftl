### English. One message a key, in kebab-case; groups by page.

## Frame of every page
site-name = Signpost
skip-to-main = Skip to main content
main-navigation = Main
account-menu = account menu
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
