//! What stands in the places of addresses.

use uuid::Uuid;

use crate::support::Portal;

/// What is one student's or about them, and what is nobody's in particular.
pub struct Places {
    pub student: String,
    pub result: String,
    request: String,
    bo: String,
    invitation: String,
    suppression: String,
    roster_import: String,
    selection: String,
    closed: String,
    note: String,
    draft: String,
    letter: String,
    follow_up: String,
    meeting: String,
    program: String,
    questionnaire: String,
    catalog: String,
    style: String,
}

impl Places {
    /// Eve's.
    pub async fn of(portal: &Portal) -> Self {
        Self::about("eve@students.harbor.example", portal).await
    }

    /// The same with what is Hana's, whom Bo has.
    pub async fn about_hana(portal: &Portal) -> Self {
        Self::about("hana@students.harbor.example", portal).await
    }

    async fn about(email: &str, portal: &Portal) -> Self {
        let student = portal.id_of(email).await.to_string();
        let programs = portal.visitor().get("/programs").await.links();
        let program =
            programs.iter().find_map(|link| link.strip_prefix("/programs/")).expect("the demo has programs").to_owned();
        let page = portal.visitor().get("/sign-in").await;
        let style = page.body.split('"').find_map(|part| part.strip_prefix("/static/").filter(|n| n.ends_with(".css")));
        let result = portal.text(&format!("select id::text from result where student_id = '{student}'")).await;
        let bo = portal.id_of("bo@harbor.example").await.to_string();
        let request = denied_correction(&student, portal).await;
        portal
            .tell(
                "insert into invitation (id, email, email_key, full_name, role, invited_by, form_key)
                 select gen_random_uuid(), 'ida@harbor.example', 'ida@harbor.example', 'Ida Moss', 'advisor', id, gen_random_uuid()
                 from person where role = 'admin' on conflict do nothing;
                 insert into person (id, role, full_name, email, email_key, password_hash, deactivated_at)
                 values (gen_random_uuid(), 'lead', 'Uli Gone', 'uli@harbor.example', 'uli@harbor.example', '', now())
                 on conflict do nothing;
                 insert into setting_change (number, changed_by, before, after)
                 select 1, id, '{\"digest_hour\": 7}', '{\"digest_hour\": 8}' from person where email_key = 'sam@harbor.example'
                 on conflict do nothing;
                 insert into roster_import (id, uploaded_by, file_name, form_key, state, mark)
                 select id, id, 'list.csv', id, 'planned', 'x' from person where email_key = 'sam@harbor.example' on conflict do nothing;
                 insert into suppression (id, email_key, words)
                 values (gen_random_uuid(), 'gone@elsewhere.example', '550 5.1.1 no such mailbox') on conflict do nothing",
            )
            .await;
        let (note, draft) = written(&student, portal).await;
        portal.until_none("letter where state in ('queued', 'sending')").await;
        let letter = format!("select id::text from letter where person_id = '{student}' and kind = 'recommendation'");
        let letter = portal.text(&letter).await;
        let selection = chosen_by_ada(&student, portal).await;
        let closed = portal.id_of("uli@harbor.example").await.to_string();
        let invitation = portal.text("select id::text from invitation where accepted_at is null").await;
        let (questionnaire, catalog) = (drafted_questionnaire(portal).await, drafted_catalog(portal).await);
        let roster_import = portal.text("select id::text from roster_import").await;
        let suppression = portal.text("select id::text from suppression").await;
        let (follow_up, meeting) = on_the_desk(&student, portal).await;
        let style = style.expect("every page has its style sheet").to_owned();
        Self {
            student,
            result,
            request,
            bo,
            invitation,
            suppression,
            roster_import,
            selection,
            closed,
            note,
            draft,
            letter,
            follow_up,
            meeting,
            program,
            questionnaire,
            catalog,
            style,
        }
    }

    /// An address with everything in its place.
    pub fn fill(&self, address: &str) -> String {
        let path = match address {
            "/static/{name:.*}" => format!("/static/{}", self.style),
            "/programs/{slug}" => format!("/programs/{}", self.program),
            claims if claims.starts_with("/admin/claims/{key}") => {
                claims.replace("{key}", "pay.median.15-1211").replace("{locale}", "es")
            }
            sources if sources.starts_with("/admin/translations/sources/") => {
                sources.replace("{key}", "article").replace("{locale}", "es")
            }
            small if small.starts_with("/admin/translations/small-print/") => {
                small.replace("{key}", "wages").replace("{locale}", "es")
            }
            letters if letters.starts_with("/admin/letters/{kind}") => {
                letters.replace("{kind}", "shared-note").replace("{locale}", "es").replace("{sample}", "0")
            }
            pages if pages.starts_with("/admin/pages/{slug}") => {
                pages.replace("{slug}", "compare").replace("{number}", "1").replace("{locale}", "es")
            }
            open if open.starts_with("/admin/people/invitations/{id}") => open.replace("{id}", &self.invitation),
            "/admin/defaults/{what}" => "/admin/defaults/pages".to_owned(),
            // The list in the table has the same id as Sam, who uploaded it.
            lists if lists.starts_with("/admin/roster/imports/{id}") => lists.replace("{id}", &self.roster_import),
            refused if refused.starts_with("/admin/outbox/suppressions/{id}") => {
                refused.replace("{id}", &self.suppression)
            }
            letters if letters.starts_with("/admin/outbox/{id}") => letters.replace("{id}", &self.letter),
            "/admin/people/{id}/reopening" => format!("/admin/people/{}/reopening", self.closed),
            people if people.starts_with("/admin/people/{id}") => people.replace("{id}", &self.bo),
            sessions if sessions.starts_with("/account/sessions/{id}") => sessions.replace("{id}", &self.student),
            drafts if drafts.starts_with("/admin/programs/{id}") => {
                drafts.replace("{id}", &self.catalog).replace("{slug}", "new").replace("{key}", "new")
            }
            drafts if drafts.starts_with("/admin/questionnaires/{id}") => {
                drafts.replace("{id}", &self.questionnaire).replace("{part}", "1")
            }
            "/questions/{part}" => "/questions/1".to_owned(),
            "/account/data/requests/{kind}" => "/account/data/requests/notes".to_owned(),
            requests if requests.contains("/requests/{id}") => requests.replace("{id}", &self.request),
            results if results.starts_with("/results/{id}") => {
                results.replace("{id}", &self.result).replace("{share}", &self.student)
            }
            meetings if meetings.starts_with("/meetings/{id}") => meetings.replace("{id}", &self.meeting),
            students if students.starts_with("/students/{id}") => students
                .replace("{id}", &self.student)
                .replace("{note}", &self.note)
                .replace("{letter}", &self.letter)
                .replace("{follow_up}", &self.follow_up),
            drafts if drafts.starts_with("/drafts/{id}") => drafts.replace("{id}", &self.draft),
            chosen if chosen.starts_with("/caseload/selections/{id}") => chosen.replace("{id}", &self.selection),
            // Ada's batch has the same id as what she chose for it.
            jobs if jobs.starts_with("/jobs/{id}") => jobs.replace("{id}", &self.selection),
            // Nobody's of the table.
            views if views.starts_with("/caseload/views/{id}") => views.replace("{id}", &self.student),
            other => other.replace("{token}", &"x".repeat(43)),
        };
        assert!(!path.contains('{'), "{address} has a place that Places::fill does not know");
        path
    }

    /// The same address with ids that nobody has.
    pub fn absent(&self, address: &str) -> String {
        let nothing = Uuid::now_v7().to_string();
        join(
            self.parts(address)
                .iter()
                .map(|part| if part.is_place && is_id(&part.text) { &nothing } else { &part.text }),
        )
    }

    /// The address with this in one of its places, for each place.
    pub fn with(&self, address: &str, odd: &str) -> Vec<String> {
        let parts = self.parts(address);
        let swapped = |place| join((0..parts.len()).map(|at| if at == place { odd } else { &parts[at].text }));
        (0..parts.len()).filter(|at| parts[*at].is_place).map(swapped).collect()
    }

    /// The address of two things, where one is ours and the other theirs.
    pub fn mixed_with(&self, other: &Self, address: &str) -> Vec<String> {
        let (ours, theirs) = (self.parts(address), other.parts(address));
        let places: Vec<_> = (0..ours.len()).filter(|at| ours[*at].text != theirs[*at].text).collect();
        let swapped =
            |place| join((0..ours.len()).map(|at| if at == place { &theirs[at].text } else { &ours[at].text }));
        if places.len() < 2 { Vec::new() } else { places.into_iter().map(swapped).collect() }
    }

    fn parts(&self, address: &str) -> Vec<Part> {
        let filled = self.fill(address);
        let part = |(pattern, text): (&str, &str)| Part { is_place: pattern.starts_with('{'), text: text.to_owned() };
        address.split('/').zip(filled.split('/')).map(part).collect()
    }

    /// The same ids as a parser of ids would read them, too.
    pub fn other_spellings(&self, path: &str) -> Vec<String> {
        let ids: Vec<_> = path.split('/').filter_map(|part| part.parse::<Uuid>().ok().map(|id| (part, id))).collect();
        let spelled = |(part, id): &(&str, Uuid)| {
            [id.simple().to_string(), id.urn().to_string(), format!("%7B{id}%7D"), part.to_uppercase()]
                .map(|spelling| path.replace(part, &spelling))
        };
        ids.iter().flat_map(spelled).collect()
    }
}

/// A draft of the questionnaire, with nothing in it yet.
async fn drafted_questionnaire(portal: &Portal) -> String {
    portal
        .tell(
            "insert into questionnaire (id, number, status, scoring, stem, lean, clear, min_answered, low_variation_same, many_unsure)
             select gen_random_uuid(), 99, 'draft', scoring, stem, lean, clear, min_answered, low_variation_same, many_unsure
               from questionnaire where number = 1
             on conflict do nothing",
        )
        .await;
    portal.text("select id::text from questionnaire where number = 99").await
}

/// A draft of the catalog, with nothing in it yet.
async fn drafted_catalog(portal: &Portal) -> String {
    portal
        .tell(
            "insert into catalog (id, number, status, effective, transfer_cap_percent)
             values (gen_random_uuid(), 99, 'draft', current_date, 67) on conflict do nothing",
        )
        .await;
    portal.text("select id::text from catalog where number = 99").await
}

/// A note that the student's advisor just wrote, and a draft of another.
async fn written(student: &str, portal: &Portal) -> (String, String) {
    let (note, draft) = (Uuid::now_v7(), Uuid::now_v7());
    portal
        .tell(&format!(
            "insert into note (id, student_id, author_id, author, author_role, level, body, form_key)
             select '{note}', person_id, id, full_name, role, 'advisors', 'Asked about night classes', '{note}'
               from student join person on id = advisor_id where person_id = '{student}';
             insert into draft (id, author_id, student_id, body, level, contact_on, form_key)
             select '{draft}', advisor_id, person_id, 'Called back, and', 'restricted', '', '{draft}'
               from student where person_id = '{student}'"
        ))
        .await;
    (note.to_string(), draft.to_string())
}

/// Something Lee planned about this student, and a call they asked for.
async fn on_the_desk(student: &str, portal: &Portal) -> (String, String) {
    let (follow_up, meeting) = (Uuid::now_v7(), Uuid::now_v7());
    portal
        .tell(&format!(
            "insert into follow_up (id, student_id, owner_id, author_id, author, words, due_on, form_key)
             select '{follow_up}', '{student}', id, id, full_name, 'Call back', current_date, '{follow_up}'
               from person where email_key = 'lee@harbor.example';
             insert into meeting (id, student_id, state, reason, asked_at, form_key)
             values ('{meeting}', '{student}', 'asked', 'Credits', now(), '{meeting}')"
        ))
        .await;
    (follow_up.to_string(), meeting.to_string())
}

/// Something this student asked for, and Lee decided.
async fn denied_correction(student: &str, portal: &Portal) -> String {
    let id = Uuid::now_v7();
    portal
        .tell(&format!(
            "insert into data_request (id, student_id, kind, words, should_say, decision, decided_at, decided_by, reason, form_key)
             select '{id}', '{student}', 'correction', 'The date', 'Another', 'denied', now(), id, 'It is right', '{id}'
               from person where email_key = 'lee@harbor.example'"
        ))
        .await;
    id.to_string()
}

/// This student alone, chosen on Ada's caseload, and a batch for them that has not begun.
async fn chosen_by_ada(student: &str, portal: &Portal) -> String {
    let id = Uuid::now_v7();
    portal
        .tell(&format!(
            "insert into selection (id, person_id, students, form_key)
             select '{id}', id, 1, '{id}' from person where email_key = 'ada@harbor.example';
             insert into selection_item (selection_id, student_id, advisor_id)
             select '{id}', person_id, advisor_id from student where person_id = '{student}';
             insert into job (id, kind, owner_id, facts, students, form_key)
             select '{id}', 'letter', id, '{{\"kind\": \"letter\", \"subject\": \"Hello\", \"words\": \"Open labs\"}}', 1, '{id}'
               from person where email_key = 'ada@harbor.example';
             insert into job_item (job_id, student_id) values ('{id}', '{student}')"
        ))
        .await;
    id.to_string()
}

/// What stands between two slashes of an address.
struct Part {
    is_place: bool,
    text: String,
}

fn join<'a>(parts: impl Iterator<Item = &'a (impl AsRef<str> + ?Sized + 'a)>) -> String {
    parts.map(AsRef::as_ref).collect::<Vec<_>>().join("/")
}

fn is_id(text: &str) -> bool {
    text.parse::<Uuid>().is_ok()
}
