//! Every door × everybody. A door that is missing here, or a line without a door, fails.
//!
//! To add a door: one line in [`TABLE`]; if its address has a new kind of place, one arm in [`places::Places::fill`].
//! A post is sent without fields, so 422 means "may pass, but said nothing".
//!
//! Records are Eve's, who is Ada's and was Bo's; "other student" is Finn, who is Bo's.

mod odd;
mod people;
pub mod places;
mod posts;
mod reading;
mod walks;

use std::collections::BTreeSet;

use signpost::web::routes::DOORS;

use self::people::{
    IN, Kind, Who, adas, admins, all, leads, outside, own, record, respondents, signed_in, staff, students,
};

/// Method, address, and what everybody gets.
type Line = (&'static str, &'static str, Who);

#[rustfmt::skip]
const TABLE: &[Line] = &[
    // everybody
    ("get",  "/healthz",                   all(200)),
    ("get",  "/readyz",                    all(200)),
    ("get",  "/static/{name:.*}",          all(200)),

    // public pages
    ("get",  "/",                          all(200)),
    ("get",  "/compare",                   all(200)),
    ("get",  "/careers/health-informatics", all(200)),
    ("get",  "/careers/health-information-management", all(200)),
    ("get",  "/programs",                  all(200)),
    ("get",  "/programs/{slug}",           all(200)),
    ("get",  "/sources",                   all(200)),
    ("get",  "/how-scoring-works",         all(200)),
    ("get",  "/privacy",                   all(200)),
    ("get",  "/cookies",                   all(200)),
    ("get",  "/accessibility",             all(200)),
    ("get",  "/disclosures",               all(200)),
    ("get",  "/rights",                    all(200)),
    ("post", "/preferences",               all(303)),

    // getting in
    ("get",  "/register",                  outside(200, 303)),
    ("post", "/register",                  all(422)),
    ("get",  "/register/sent",             all(200)),
    ("get",  "/verify/{token}",            all(404)),
    ("post", "/verify/{token}",            all(404)),
    ("get",  "/sign-in",                   outside(200, 303)),
    ("post", "/sign-in",                   all(422)),
    ("get",  "/sign-in/code",              all(IN)),
    ("post", "/sign-in/code",              all(IN)),
    ("post", "/sign-out",                  all(303)),
    ("get",  "/password/forgot",           all(200)),
    ("post", "/password/forgot",           all(422)),
    ("get",  "/password/forgot/sent",      all(200)),
    ("get",  "/password/reset/{token}",    all(404)),
    ("post", "/password/reset/{token}",    all(404)),
    ("get",  "/invitations/{token}",       all(404)),
    ("post", "/invitations/{token}",       all(404)),
    ("get",  "/s/{token}",                 all(404)),
    ("get",  "/account/email/confirmation/{token}", signed_in(404)),
    ("post", "/account/email/confirmation/{token}", signed_in(404)),
    ("get",  "/account/email/reversal/{token}", all(404)),
    ("post", "/account/email/reversal/{token}", all(404)),

    // everybody with an account
    ("get",  "/sign-in/again",             signed_in(303)),
    ("post", "/sign-in/again",             signed_in(422)),
    ("get",  "/account",                   signed_in(200)),
    ("get",  "/account/password",          signed_in(200)),
    ("post", "/account/password",          signed_in(422)),
    ("get",  "/account/email",             signed_in(200)),
    ("post", "/account/email",             signed_in(422)),
    ("post", "/account/email/withdrawal",  signed_in(303)),
    ("get",  "/account/second-factor",     signed_in(200)),
    ("post", "/account/second-factor",     signed_in(422)),
    ("post", "/account/second-factor/codes", signed_in(200).but(Kind::Student, 404).but(Kind::OtherStudent, 404)),
    ("post", "/account/second-factor/removal", signed_in(404).but(Kind::Student, 303).but(Kind::OtherStudent, 303)),
    ("get",  "/account/sessions",          signed_in(200)),
    ("post", "/account/sessions/others/end", signed_in(303)),
    ("post", "/account/sessions/{id}/end", signed_in(404)),
    ("get",  "/account/data",              signed_in(200)),

    // students, and visitors who try before they register
    ("get",  "/questions",                 respondents(303)),
    ("get",  "/questions/check",           respondents(303).but(Kind::OtherStudent, 200).but(Kind::Visitor, 200)),
    ("post", "/questions/submission",      respondents(422)),
    ("get",  "/questions/{part}",          respondents(200).but(Kind::Student, 303)),
    ("post", "/questions/{part}",          respondents(404)),
    ("post", "/attempts",                  respondents(303)),
    ("get",  "/results/{id}",              own(200).but(Kind::Visitor, 404)),
    ("get",  "/attempts/removal",          outside(303, 404).but(Kind::Visitor, 200)),
    ("post", "/attempts/removal",          outside(303, 404)),

    // students
    ("get",  "/home",                      students(200)),
    ("get",  "/profile",                   students(200)),
    ("post", "/profile",                   students(303)),
    ("get",  "/earlier-answers",           students(303)),
    ("post", "/earlier-answers",           students(303)),
    ("get",  "/results",                   students(200)),
    ("get",  "/outcome",                   students(200).but(Kind::OtherStudent, 303)),
    ("post", "/outcome",                   students(422).but(Kind::OtherStudent, 303)),
    ("post", "/results/{id}/letters",      own(303)),
    ("get",  "/results/{id}/shares",       own(200)),
    ("post", "/results/{id}/shares",       own(422)),
    ("post", "/results/{id}/shares/{share}/revocation", students(404)),
    ("get",  "/account/data/copy",         students(200)),
    ("get",  "/account/data/copy.html",    students(200)),
    ("get",  "/account/data/copy.json",    students(200)),
    ("get",  "/account/data/requests/{kind}", students(200)),
    ("post", "/account/data/requests/{kind}", students(303)),
    ("post", "/account/data/requests/{id}/withdrawal", own(409)),
    ("get",  "/account/data/requests/{id}/statement", own(200)),
    ("post", "/account/data/requests/{id}/statement", own(422)),

    // students and advisors
    ("get",  "/meetings",                  signed_in(200).but(Kind::Admin, 404)),
    ("get",  "/meetings/new",              students(200)),
    ("post", "/meetings",                  students(422)),
    ("get",  "/meetings/{id}",             record(200).but(Kind::Student, 200)),
    ("post", "/meetings/{id}/time",        record(422)),
    ("post", "/meetings/{id}/move-request", own(422)),
    ("post", "/meetings/{id}/cancellation", record(303).but(Kind::Student, 303)),
    ("post", "/meetings/{id}/outcome",     record(422)),

    // advisors
    ("get",  "/follow-ups",                staff(200)),
    ("get",  "/students/{id}/follow-ups",  record(200)),
    ("post", "/students/{id}/follow-ups",  record(422)),
    ("get",  "/students/{id}/follow-ups/{follow_up}", record(200)),
    ("post", "/students/{id}/follow-ups/{follow_up}/plan", record(422)),
    ("post", "/students/{id}/follow-ups/{follow_up}/outcome", record(422)),
    ("get",  "/students/{id}/meetings",    record(200)),
    ("post", "/students/{id}/meetings",    record(422)),
    ("get",  "/caseload",                  staff(200)),
    ("get",  "/reports",                   staff(200)),
    ("get",  "/caseload/exports",          staff(200)),
    ("post", "/caseload/exports",          staff(422)),
    ("post", "/caseload/selections",       staff(303)),
    ("get",  "/caseload/selections/{id}",  signed_in(404).but(Kind::Advisor, 200)),
    ("post", "/caseload/selections/{id}/moves", signed_in(404).but(Kind::Advisor, 422)),
    ("get",  "/caseload/selections/{id}/letters", signed_in(404).but(Kind::Advisor, 200)),
    ("post", "/caseload/selections/{id}/letters", signed_in(404).but(Kind::Advisor, 422)),
    ("get",  "/caseload/selections/{id}/notes", signed_in(404).but(Kind::Advisor, 200)),
    ("post", "/caseload/selections/{id}/notes", signed_in(404).but(Kind::Advisor, 422)),
    ("get",  "/caseload/selections/{id}/follow-ups", signed_in(404).but(Kind::Advisor, 200)),
    ("post", "/caseload/selections/{id}/follow-ups", signed_in(404).but(Kind::Advisor, 422)),
    ("get",  "/jobs",                      staff(200)),
    ("get",  "/jobs/{id}",                 signed_in(404).but(Kind::Advisor, 200)),
    ("post", "/jobs/{id}/start",           signed_in(404).but(Kind::Advisor, 303)),
    ("get",  "/caseload/views",            staff(200)),
    ("post", "/caseload/views",            staff(422)),
    ("post", "/caseload/views/{id}",       staff(404)),
    ("post", "/caseload/views/{id}/removal", staff(404)),
    ("get",  "/students/{id}",             record(200)),
    ("get",  "/students/{id}/answers",     record(200)),
    ("get",  "/students/{id}/print",       record(200)),
    ("get",  "/students/{id}/letters",     record(200)),
    ("get",  "/students/{id}/letters/{letter}", record(200)),
    ("get",  "/students/{id}/letters/{letter}/copy", record(200)),
    ("post", "/students/{id}/letters/{letter}/repeats", record(422)),
    ("get",  "/students/{id}/notes",       record(200)),
    ("post", "/students/{id}/notes",       record(422)),
    ("get",  "/students/{id}/notes/{note}", record(200)),
    ("post", "/students/{id}/notes/{note}", adas(422)),
    ("post", "/students/{id}/notes/{note}/addenda", adas(422)),
    ("post", "/students/{id}/drafts",      record(422)),
    ("get",  "/drafts",                    staff(200)),
    ("get",  "/drafts/{id}",               adas(200)),
    ("post", "/drafts/{id}/removal",       adas(303)),
    ("get",  "/students/{id}/outcome",     record(200)),
    ("post", "/students/{id}/outcome",     record(422)),
    ("get",  "/students/{id}/advice",      record(200)),
    ("post", "/students/{id}/advice",      record(422)),
    ("post", "/students/{id}/assignment",  record(303).but(Kind::Lead, 409)),
    ("get",  "/students/{id}/access",      record(200)),

    // advisors and admins
    ("get",  "/reports/outcomes",          signed_in(200).but(Kind::Student, 404).but(Kind::OtherStudent, 404)),

    // lead advisors
    ("get",  "/students/{id}/notes/{note}/removal", leads(200)),
    ("post", "/students/{id}/notes/{note}/removal", leads(422)),
    ("post", "/students/{id}/disclosures", leads(422)),
    ("get",  "/requests",                  leads(200)),
    ("get",  "/requests/{id}",             leads(200)),
    ("post", "/requests/{id}/decision",    leads(422)),

    // admins
    ("get",  "/admin/claims",               admins(200)),
    ("get",  "/admin/claims/{key}",         admins(200)),
    ("post", "/admin/claims/{key}",         admins(422)),
    ("get",  "/admin/claims/{key}/corrections", admins(200)),
    ("post", "/admin/claims/{key}/corrections", admins(303)),
    ("get",  "/admin/claims/{key}/translations/{locale}", admins(200)),
    ("post", "/admin/claims/{key}/translations/{locale}", admins(422)),
    ("get",  "/admin/translations",         admins(200)),
    ("get",  "/admin/translations/sources/{key}/{locale}", admins(200)),
    ("post", "/admin/translations/sources/{key}/{locale}", admins(422)),
    ("get",  "/admin/translations/small-print/{key}/{locale}", admins(200)),
    ("post", "/admin/translations/small-print/{key}/{locale}", admins(422)),
    ("get",  "/admin/letters",              admins(200)),
    ("get",  "/admin/letters/{kind}/{locale}", admins(200)),
    ("post", "/admin/letters/{kind}/{locale}", admins(422)),
    ("get",  "/admin/letters/{kind}/{locale}/samples/{sample}", admins(200)),
    ("post", "/admin/letters/{kind}/{locale}/tests", admins(303)),
    ("post", "/admin/letters/{kind}/{locale}/restoration", admins(303)),
    ("get",  "/admin/pages",                admins(200)),
    ("get",  "/admin/pages/{slug}",         admins(200)),
    ("post", "/admin/pages/{slug}",         admins(422)),
    ("post", "/admin/pages/{slug}/owner",   admins(303)),
    ("post", "/admin/pages/{slug}/attestations", admins(422)),
    ("post", "/admin/pages/{slug}/schedule/removal", admins(303)),
    ("get",  "/admin/pages/{slug}/translations/{locale}", admins(200)),
    ("post", "/admin/pages/{slug}/translations/{locale}", admins(422)),
    ("get",  "/admin/pages/{slug}/revisions/{number}", admins(200)),
    ("get",  "/admin/pages/{slug}/revisions/{number}/preview", admins(200)),
    ("post", "/admin/pages/{slug}/revisions/{number}/restoration", admins(303)),
    ("get",  "/admin/questionnaires",       admins(200)),
    ("post", "/admin/questionnaires",       admins(303)),
    ("get",  "/admin/questionnaires/{id}",  admins(200)),
    ("get",  "/admin/questionnaires/{id}/parts/{part}", admins(200)),
    ("post", "/admin/questionnaires/{id}/parts/{part}", admins(422)),
    ("get",  "/admin/questionnaires/{id}/scoring", admins(200)),
    ("post", "/admin/questionnaires/{id}/scoring", admins(422)),
    ("post", "/admin/questionnaires/{id}/impact", admins(303)),
    ("post", "/admin/questionnaires/{id}/publication", admins(409)),
    ("get",  "/admin/questionnaires/{id}/end", admins(200)),
    ("post", "/admin/questionnaires/{id}/end", admins(422)),
    ("get",  "/admin/programs",             admins(200)),
    ("post", "/admin/programs",             admins(303)),
    ("get",  "/admin/programs/{id}",        admins(200)),
    ("post", "/admin/programs/{id}/terms",  admins(422)),
    ("get",  "/admin/programs/{id}/programs/{slug}", admins(200)),
    ("post", "/admin/programs/{id}/programs/{slug}", admins(422)),
    ("get",  "/admin/programs/{id}/ladders/{key}", admins(200)),
    ("post", "/admin/programs/{id}/ladders/{key}", admins(422)),
    ("post", "/admin/programs/{id}/publication", admins(409)),
    ("get",  "/admin/programs/{id}/end",    admins(200)),
    ("post", "/admin/programs/{id}/end",    admins(422)),
    ("get",  "/admin/reports",              admins(200)),
    ("get",  "/admin/people",               admins(200)),
    ("post", "/admin/people",               admins(422)),
    ("get",  "/admin/people/invitations",   admins(200)),
    ("post", "/admin/people/invitations",   admins(422)),
    ("post", "/admin/people/invitations/{id}/letters", admins(303)),
    ("post", "/admin/people/invitations/{id}/withdrawal", admins(303)),
    ("get",  "/admin/people/{id}",          admins(200)),
    ("get",  "/admin/people/{id}/role",     admins(200)),
    ("post", "/admin/people/{id}/role",     admins(422)),
    ("get",  "/admin/people/{id}/second-factor/removal", admins(200)),
    ("post", "/admin/people/{id}/second-factor/removal", admins(303)),
    ("get",  "/admin/people/{id}/deactivation", admins(200)),
    ("post", "/admin/people/{id}/deactivation", admins(303)),
    ("get",  "/admin/people/{id}/reopening", admins(200)),
    ("post", "/admin/people/{id}/reopening", admins(303)),
    ("get",  "/admin/audit",                admins(200)),
    ("get",  "/admin/requests",             admins(200)),
    ("get",  "/admin",                      admins(200)),
    ("post", "/admin/defaults/{what}",      admins(303)),
    ("get",  "/admin/outcomes",             admins(200)),
    ("post", "/admin/outcomes",             admins(422)),
    ("get",  "/admin/roster",               admins(200)),
    ("post", "/admin/roster/imports",       admins(422)),
    ("get",  "/admin/roster/imports/{id}",  admins(200)),
    ("post", "/admin/roster/imports/{id}/application", admins(409)),
    ("post", "/admin/roster/imports/{id}/invitations", admins(303)),
    ("get",  "/admin/outbox",               admins(200)),
    ("post", "/admin/outbox/releases",      admins(303)),
    ("post", "/admin/outbox/tests",         admins(303)),
    ("get",  "/admin/outbox/suppressions",  admins(200)),
    ("post", "/admin/outbox/suppressions/{id}/lifting", admins(422)),
    ("get",  "/admin/outbox/{id}",          admins(200)),
    ("post", "/admin/outbox/{id}/repeats",  admins(422)),
    ("post", "/admin/outbox/{id}/release",  admins(303)),
    ("get",  "/admin/settings",             admins(200)),
    ("post", "/admin/settings",             admins(422)),
    ("post", "/admin/settings/changes/{number}/restoration", admins(303)),
];

#[test]
fn every_door_has_a_line_and_every_line_a_door() {
    let doors: BTreeSet<_> = DOORS.iter().copied().collect();
    let lines: BTreeSet<_> = TABLE.iter().map(|(method, address, _)| (*method, *address)).collect();
    let without_line: Vec<_> = doors.difference(&lines).collect();
    let without_door: Vec<_> = lines.difference(&doors).collect();
    assert!(without_line.is_empty(), "add a line to tests/doors.rs for {without_line:?}");
    assert!(without_door.is_empty(), "no door any more for {without_door:?}");
    assert_eq!(TABLE.len(), lines.len(), "two lines for one door");
}
