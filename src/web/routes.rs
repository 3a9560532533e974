//! Every door, grouped by who uses it. `tests/doors.rs` holds this table against who may pass.

use actix_web::{
    Route, guard,
    web::{self, ServiceConfig, post},
};

use super::{
    access, account, admin, advice, assets, careers, caseload, comparison, drafts, earlier_answers, error, follow_ups,
    health, home, invitations, jobs, landing, letters, meetings, notes, outcomes, own_data, passwords, preferences,
    profiles, programs, prose, questions, registrations, reports, requests, results, scoring, selections, sign_in,
    sources, students, trials,
};

/// A way in: the method and the address.
pub type Door = (&'static str, &'static str);

macro_rules! doors {
    ($($method:ident $address:literal => $handler:path;)*) => {
        /// All doors, for the test that holds them against the table of who may pass.
        pub const DOORS: &[Door] = &[$((stringify!($method), $address)),*];

        /// Hangs the doors.
        pub fn hang(app: &mut ServiceConfig) {
            $(app.route($address, $method().to($handler));)*
            #[cfg(debug_assertions)]
            super::dev::hang(app);
            app.default_service(web::to(error::nowhere));
        }
    };
}

fn get() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

doors! {
    // everybody
    get "/healthz" => health::healthz;
    get "/readyz" => health::readyz;
    get "/static/{name:.*}" => assets::show;

    // public pages
    get "/" => landing::show;
    get "/compare" => comparison::show;
    get "/careers/health-informatics" => careers::health_informatics;
    get "/careers/health-information-management" => careers::health_information_management;
    get "/programs" => programs::index;
    get "/programs/{slug}" => programs::show;
    get "/sources" => sources::index;
    get "/how-scoring-works" => scoring::show;
    get "/privacy" => prose::privacy;
    get "/cookies" => prose::cookies;
    get "/accessibility" => prose::accessibility;
    get "/disclosures" => prose::disclosures;
    get "/rights" => prose::rights;
    post "/preferences" => preferences::update;

    // getting in
    get "/register" => registrations::new;
    post "/register" => registrations::create;
    get "/register/sent" => registrations::sent;
    get "/verify/{token}" => registrations::confirm;
    post "/verify/{token}" => registrations::confirmed;
    get "/sign-in" => sign_in::new;
    post "/sign-in" => sign_in::create;
    get "/sign-in/code" => sign_in::code::new;
    post "/sign-in/code" => sign_in::code::create;
    post "/sign-out" => sign_in::destroy;
    get "/password/forgot" => passwords::forgot;
    post "/password/forgot" => passwords::ask;
    get "/password/forgot/sent" => passwords::sent;
    get "/password/reset/{token}" => passwords::edit;
    post "/password/reset/{token}" => passwords::update;
    get "/invitations/{token}" => invitations::edit;
    post "/invitations/{token}" => invitations::update;
    get "/s/{token}" => results::shares::show;
    get "/account/email/confirmation/{token}" => account::email::confirmation;
    post "/account/email/confirmation/{token}" => account::email::confirm;
    get "/account/email/reversal/{token}" => account::email::reversal;
    post "/account/email/reversal/{token}" => account::email::reverse;

    // everybody with an account
    get "/sign-in/again" => sign_in::again::new;
    post "/sign-in/again" => sign_in::again::create;
    get "/account" => account::show;
    get "/account/password" => account::password::edit;
    post "/account/password" => account::password::update;
    get "/account/email" => account::email::edit;
    post "/account/email" => account::email::update;
    post "/account/email/withdrawal" => account::email::withdraw;
    get "/account/second-factor" => account::second_factor::show;
    post "/account/second-factor" => account::second_factor::create;
    post "/account/second-factor/codes" => account::second_factor::renew_codes;
    post "/account/second-factor/removal" => account::second_factor::take_off;
    get "/account/sessions" => account::sessions::index;
    post "/account/sessions/others/end" => account::sessions::end_others;
    post "/account/sessions/{id}/end" => account::sessions::end;
    get "/account/data" => own_data::show;

    // students, and visitors who try before they register
    get "/questions" => questions::index;
    get "/questions/check" => questions::check::show;
    post "/questions/submission" => questions::check::submit;
    get "/questions/{part}" => questions::part;
    post "/questions/{part}" => questions::answer;
    post "/attempts" => results::again;
    get "/attempts/removal" => trials::removal;
    post "/attempts/removal" => trials::remove;
    get "/results/{id}" => results::show;

    // students
    get "/home" => home::show;
    get "/profile" => profiles::edit;
    post "/profile" => profiles::update;
    get "/earlier-answers" => earlier_answers::show;
    post "/earlier-answers" => earlier_answers::update;
    get "/results" => results::index;
    get "/outcome" => outcomes::show;
    post "/outcome" => outcomes::create;
    post "/results/{id}/letters" => results::send_again;
    get "/results/{id}/shares" => results::shares::index;
    post "/results/{id}/shares" => results::shares::create;
    post "/results/{id}/shares/{share}/revocation" => results::shares::revoke;
    get "/account/data/copy" => own_data::copies::index;
    get "/account/data/copy.html" => own_data::copies::html;
    get "/account/data/copy.json" => own_data::copies::json;
    get "/account/data/requests/{kind}" => own_data::requests::new;
    post "/account/data/requests/{kind}" => own_data::requests::create;
    post "/account/data/requests/{id}/withdrawal" => own_data::requests::withdraw;
    get "/account/data/requests/{id}/statement" => own_data::requests::statement;
    post "/account/data/requests/{id}/statement" => own_data::requests::state;

    // students and advisors
    get "/meetings" => meetings::index;
    get "/meetings/new" => meetings::new;
    post "/meetings" => meetings::create;
    get "/meetings/{id}" => meetings::show;
    post "/meetings/{id}/time" => meetings::give_time;
    post "/meetings/{id}/move-request" => meetings::ask_to_move;
    post "/meetings/{id}/cancellation" => meetings::cancel;
    post "/meetings/{id}/outcome" => meetings::settle;

    // advisors
    get "/follow-ups" => follow_ups::index;
    get "/students/{id}/follow-ups" => follow_ups::about;
    post "/students/{id}/follow-ups" => follow_ups::create;
    get "/students/{id}/follow-ups/{follow_up}" => follow_ups::edit;
    post "/students/{id}/follow-ups/{follow_up}/plan" => follow_ups::update;
    post "/students/{id}/follow-ups/{follow_up}/outcome" => follow_ups::settle;
    get "/students/{id}/meetings" => meetings::about;
    post "/students/{id}/meetings" => meetings::create_for;
    get "/caseload" => caseload::index;
    get "/reports" => reports::index;
    get "/caseload/exports" => caseload::exports::index;
    post "/caseload/exports" => caseload::exports::create;
    post "/caseload/selections" => selections::create;
    get "/caseload/selections/{id}" => selections::show;
    post "/caseload/selections/{id}/moves" => selections::move_them;
    get "/caseload/selections/{id}/letters" => jobs::new_letter;
    post "/caseload/selections/{id}/letters" => jobs::write;
    get "/caseload/selections/{id}/notes" => jobs::new_note;
    post "/caseload/selections/{id}/notes" => jobs::note;
    get "/caseload/selections/{id}/follow-ups" => jobs::new_follow_up;
    post "/caseload/selections/{id}/follow-ups" => jobs::plan;
    get "/jobs" => jobs::index;
    get "/jobs/{id}" => jobs::show;
    post "/jobs/{id}/start" => jobs::begin;
    get "/caseload/views" => caseload::views::index;
    post "/caseload/views" => caseload::views::create;
    post "/caseload/views/{id}" => caseload::views::update;
    post "/caseload/views/{id}/removal" => caseload::views::destroy;
    get "/students/{id}" => students::show;
    get "/students/{id}/answers" => students::answers;
    get "/students/{id}/print" => students::print::print;
    get "/students/{id}/letters" => letters::index;
    get "/students/{id}/letters/{letter}" => letters::show;
    get "/students/{id}/letters/{letter}/copy" => letters::copy;
    post "/students/{id}/letters/{letter}/repeats" => letters::again;
    get "/students/{id}/notes" => notes::index;
    post "/students/{id}/notes" => notes::create;
    get "/students/{id}/notes/{note}" => notes::show::show;
    post "/students/{id}/notes/{note}" => notes::show::update;
    post "/students/{id}/notes/{note}/addenda" => notes::show::add;
    post "/students/{id}/drafts" => drafts::create;
    get "/drafts" => drafts::index;
    get "/drafts/{id}" => drafts::edit;
    post "/drafts/{id}/removal" => drafts::discard;
    get "/students/{id}/outcome" => outcomes::record::edit;
    post "/students/{id}/outcome" => outcomes::record::create;
    get "/students/{id}/advice" => advice::edit;
    post "/students/{id}/advice" => advice::create;
    post "/students/{id}/assignment" => students::take;
    get "/students/{id}/access" => access::show;

    // advisors and admins
    get "/reports/outcomes" => outcomes::report::show;

    // lead advisors
    get "/students/{id}/notes/{note}/removal" => notes::removal::edit;
    post "/students/{id}/notes/{note}/removal" => notes::removal::create;
    post "/students/{id}/disclosures" => access::disclose;
    get "/requests" => requests::index;
    get "/requests/{id}" => requests::show;
    post "/requests/{id}/decision" => requests::decide;

    // admins
    get "/admin/claims" => admin::claims::index;
    get "/admin/claims/oews" => admin::claims::oews::new;
    post "/admin/claims/oews" => admin::claims::oews::create;
    post "/admin/claims/oews/publication" => admin::claims::oews::publish;
    get "/admin/claims/{key}" => admin::claims::edit;
    post "/admin/claims/{key}" => admin::claims::update;
    get "/admin/claims/{key}/corrections" => admin::claims::corrections::index;
    post "/admin/claims/{key}/corrections" => admin::claims::corrections::create;
    get "/admin/claims/{key}/translations/{locale}" => admin::translations::claims::edit;
    post "/admin/claims/{key}/translations/{locale}" => admin::translations::claims::update;
    get "/admin/translations" => admin::translations::small_print::index;
    get "/admin/translations/sources/{key}/{locale}" => admin::translations::small_print::edit_source;
    post "/admin/translations/sources/{key}/{locale}" => admin::translations::small_print::update_source;
    get "/admin/translations/small-print/{key}/{locale}" => admin::translations::small_print::edit;
    post "/admin/translations/small-print/{key}/{locale}" => admin::translations::small_print::update;
    get "/admin/letters" => admin::letters::list::index;
    get "/admin/letters/{kind}/{locale}" => admin::letters::edit;
    post "/admin/letters/{kind}/{locale}" => admin::letters::update;
    get "/admin/letters/{kind}/{locale}/samples/{sample}" => admin::letters::samples::show;
    post "/admin/letters/{kind}/{locale}/tests" => admin::letters::samples::test;
    post "/admin/letters/{kind}/{locale}/restoration" => admin::letters::restore;
    get "/admin/pages" => admin::pages::list::index;
    get "/admin/pages/{slug}" => admin::pages::edit;
    post "/admin/pages/{slug}" => admin::pages::update;
    post "/admin/pages/{slug}/owner" => admin::pages::desk::give;
    post "/admin/pages/{slug}/attestations" => admin::pages::desk::attest;
    post "/admin/pages/{slug}/schedule/removal" => admin::pages::desk::take_off;
    get "/admin/pages/{slug}/translations/{locale}" => admin::translations::pages::edit;
    post "/admin/pages/{slug}/translations/{locale}" => admin::translations::pages::update;
    get "/admin/pages/{slug}/revisions/{number}" => admin::revisions::show;
    get "/admin/pages/{slug}/revisions/{number}/preview" => admin::pages::as_read::show;
    post "/admin/pages/{slug}/revisions/{number}/restoration" => admin::revisions::restore;
    get "/admin/questionnaires" => admin::questionnaires::index;
    post "/admin/questionnaires" => admin::questionnaires::create;
    get "/admin/questionnaires/{id}" => admin::questionnaires::show::show;
    get "/admin/questionnaires/{id}/parts/{part}" => admin::questionnaires::part::edit;
    post "/admin/questionnaires/{id}/parts/{part}" => admin::questionnaires::part::update;
    get "/admin/questionnaires/{id}/scoring" => admin::questionnaires::scoring::edit;
    post "/admin/questionnaires/{id}/scoring" => admin::questionnaires::scoring::update;
    post "/admin/questionnaires/{id}/impact" => admin::questionnaires::show::try_it;
    post "/admin/questionnaires/{id}/publication" => admin::questionnaires::show::publish;
    get "/admin/questionnaires/{id}/end" => admin::questionnaires::ending;
    post "/admin/questionnaires/{id}/end" => admin::questionnaires::end;
    get "/admin/programs" => admin::programs::index;
    post "/admin/programs" => admin::programs::create;
    get "/admin/programs/{id}" => admin::programs::show::show;
    post "/admin/programs/{id}/terms" => admin::programs::show::keep_terms;
    get "/admin/programs/{id}/programs/{slug}" => admin::programs::program::edit;
    post "/admin/programs/{id}/programs/{slug}" => admin::programs::program::update;
    get "/admin/programs/{id}/ladders/{key}" => admin::programs::ladder::edit;
    post "/admin/programs/{id}/ladders/{key}" => admin::programs::ladder::update;
    post "/admin/programs/{id}/publication" => admin::programs::show::publish;
    get "/admin/programs/{id}/end" => admin::programs::ending;
    post "/admin/programs/{id}/end" => admin::programs::end;
    get "/admin/reports" => reports::school;
    get "/admin/people" => admin::people::index;
    post "/admin/people" => admin::people::create;
    get "/admin/people/invitations" => admin::people::invitations::new;
    post "/admin/people/invitations" => admin::people::invitations::create;
    post "/admin/people/invitations/{id}/letters" => admin::people::invitations::send_again;
    post "/admin/people/invitations/{id}/withdrawal" => admin::people::invitations::withdraw;
    get "/admin/people/{id}" => admin::people::show::show;
    get "/admin/people/{id}/role" => admin::people::role::edit;
    post "/admin/people/{id}/role" => admin::people::role::update;
    get "/admin/people/{id}/second-factor/removal" => admin::people::factor::removal;
    post "/admin/people/{id}/second-factor/removal" => admin::people::factor::remove;
    get "/admin/people/{id}/deactivation" => admin::people::closing::deactivation;
    post "/admin/people/{id}/deactivation" => admin::people::closing::deactivate;
    get "/admin/people/{id}/reopening" => admin::people::closing::reopening;
    post "/admin/people/{id}/reopening" => admin::people::closing::reopen;
    get "/admin/audit" => admin::audit::index;
    get "/admin/requests" => admin::requests::index;
    get "/admin" => admin::opening::show;
    post "/admin/defaults/{what}" => admin::opening::publish;
    get "/admin/outcomes" => outcomes::lists::new;
    post "/admin/outcomes" => outcomes::lists::create;
    get "/admin/roster" => admin::roster::index;
    post "/admin/roster/invitations" => admin::roster::invite;
    post "/admin/roster/imports" => admin::roster::imports::create;
    get "/admin/roster/imports/{id}" => admin::roster::imports::show;
    post "/admin/roster/imports/{id}/application" => admin::roster::imports::apply;
    post "/admin/roster/imports/{id}/invitations" => admin::roster::imports::invite;
    get "/admin/outbox" => admin::outbox::index;
    post "/admin/outbox/releases" => admin::outbox::release_all;
    post "/admin/outbox/tests" => admin::outbox::test;
    get "/admin/outbox/suppressions" => admin::outbox::suppressions::index;
    post "/admin/outbox/suppressions/{id}/lifting" => admin::outbox::suppressions::lift;
    get "/admin/outbox/{id}" => admin::outbox::show::show;
    post "/admin/outbox/{id}/repeats" => admin::outbox::show::again;
    post "/admin/outbox/{id}/release" => admin::outbox::show::release;
    get "/admin/settings" => admin::settings::edit;
    post "/admin/settings" => admin::settings::update;
}
