//! Looks for a word in every column of every table that can hold one; what there is to look through, the database says.

use crate::support::Portal;

/// The word, in small letters as addresses are kept.
pub const WORD: &str = "zqx7sentinelword";

/// Columns that hold no person's words, by `table.column` or `table.*`, and why.
const EXEMPT: &[(&str, &str)] = &[
    ("__diesel_schema_migrations.*", "which migrations ran"),
    ("accreditation.*", "the school's catalog"),
    ("accreditation_translation.*", "the school's catalog"),
    ("advice.reason", "a code, by the table's check"),
    ("advice.verdict", "a code, by the table's check"),
    ("anchor.*", "the questionnaire"),
    ("anchor_translation.*", "the questionnaire"),
    ("answer.item", "a question's name, by its foreign key"),
    ("audit.*", "ids and codes; read below"),
    ("calibration.*", "codes and versions, by the table's checks"),
    ("catalog.*", "the school's catalog"),
    ("chore.name", "our own chores"),
    ("claim.*", "figures"),
    ("claim_revision.*", "figures"),
    ("claim_translation.*", "figures"),
    ("comparison_pair.*", "figures"),
    ("data_request.decision", "a code, by the table's check"),
    ("data_request.kind", "a code, by the table's check"),
    ("default_content.*", "sums over the program's own content"),
    ("dimension.*", "the questionnaire"),
    ("dimension_translation.*", "the questionnaire"),
    ("disclaimer.*", "figures"),
    ("disclaimer_translation.*", "figures"),
    ("draft.contact_how", "a code, by the table's check"),
    ("draft.level", "a code, by the table's check"),
    ("draft.topic", "a code, by the table's check"),
    ("erased_outcome.outcome", "a code, by the table's check"),
    ("erased_outcome.scoring", "the scoring rules; a tally"),
    ("export.purpose", "a code, by the table's check"),
    ("export.query", "a view's words, without what was searched for by name"),
    ("follow_up.state", "a code, by the table's check"),
    ("half_sign_in.owes", "a code, by the table's check"),
    ("impact.moves", "counts by outcome"),
    ("invitation.role", "a code, by the table's check"),
    ("item.*", "the questionnaire"),
    ("item_translation.*", "the questionnaire"),
    ("ladder.*", "the school's catalog"),
    ("figure.*", "numbers of the whole school, by codes, versions and advisors"),
    ("job.facts", "an advisor's words to many; gone when the batch is done, or after a day"),
    ("job.kind", "a code, by the table's check"),
    ("job_item.reason", "a code, by the table's check"),
    ("job_item.state", "a code, by the table's check"),
    ("ladder_translation.*", "the school's catalog"),
    ("letter.kind", "a code, by the table's check"),
    ("letter.state", "a code, by the table's check"),
    ("letter_wording.*", "the school's words"),
    ("letter_try.state", "a code, by the table's check"),
    ("meeting.day_parts", "codes, by the table's check"),
    ("meeting.state", "a code, by the table's check"),
    ("note.contact_how", "a code, by the table's check"),
    ("note.level", "a code, by the table's check"),
    ("note.topic", "a code, by the table's check"),
    ("note_revision.contact_how", "a code, by the table's check"),
    ("note_revision.level", "a code, by the table's check"),
    ("note_revision.topic", "a code, by the table's check"),
    ("outcome.source", "a code, by the table's check"),
    ("outcome.way", "a code, by the table's check"),
    ("page.*", "the public pages"),
    ("page_attestation.*", "the public pages"),
    ("page_revision.*", "the public pages"),
    ("page_schedule.*", "the public pages"),
    ("page_translation.*", "the public pages"),
    ("person.role", "a code, by the table's check"),
    ("profile.cost", "a code, by the table's check"),
    ("profile.education", "a code, by the table's check"),
    ("profile.pace", "a code, by the table's check"),
    ("profile.pay", "a code, by the table's check"),
    ("profile.setting", "a code, by the table's check"),
    ("profile.supervise", "a code, by the table's check"),
    ("profile.unit", "a code, by the table's check"),
    ("program.*", "the school's catalog"),
    ("program_translation.*", "the school's catalog"),
    ("questionnaire.*", "the questionnaire"),
    ("questionnaire_translation.*", "the questionnaire"),
    ("result.outcome", "a code, by the table's check"),
    ("result.reason", "a code, by the table's check"),
    ("result.scoring", "the scoring rules, copied from the questionnaire's version"),
    ("roster_import.*", "an admin's file: gone once its lines are read, and its row after 30 days"),
    ("roster_line.advisor_key", "an advisor's address"),
    ("roster_line.fate", "a code, by the table's check"),
    ("roster_line.invitation", "a code, by the table's check"),
    ("roster_line.problem", "the key of one of our sentences"),
    ("rung.*", "the school's catalog"),
    ("rung_translation.*", "the school's catalog"),
    ("session.locale", "a code, by the table's check"),
    ("saved_view.name", "an advisor's name for a filter"),
    ("saved_view.query", "a filter, without the name that was searched for"),
    ("setting_change.*", "the school's settings, before and after"),
    ("setting.*", "the school's settings"),
    ("share.parts", "codes, by the table's check"),
    ("source.*", "figures"),
    ("source_translation.*", "figures"),
    ("standing.advice", "a code, by the table's check"),
    ("standing.advice_reason", "a code, from the advice"),
    ("standing.outcome", "a code, from the result"),
    ("standing.status", "a code, by the table's check"),
    ("throttle.key", "a hash; what can be told to be theirs is forgotten, the rest goes within two days"),
    ("token.purpose", "a code, by the table's check"),
    ("wording.*", "translations of the school's content"),
];

/// Whether a column holds no person's words.
pub fn exempt(column: &str) -> bool {
    let table = column.split('.').next().unwrap_or_default();
    EXEMPT.iter().any(|(known, _)| *known == column || *known == format!("{table}.*"))
}

/// Every column of every table that can hold words, as `table.column`.
pub async fn text_columns(portal: &Portal) -> Vec<String> {
    portal.texts(&format!("select table_name || '.' || column_name {COLUMNS} order by 1")).await
}

const COLUMNS: &str = "from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and (data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'xml', 'name')
           or udt_name in ('_text', '_varchar', '_jsonb', '_bytea'))";

/// The columns that hold the word in some row, whatever their case.
pub async fn found(portal: &Portal) -> Vec<String> {
    let query = format!(
        "select string_agg(format(
             case udt_name
               when 'bytea' then 'select %3$L where exists (select from %1$I where position(convert_to(%4$L, ''UTF8'') in %2$I) > 0)'
               else 'select %3$L where exists (select from %1$I where %2$I::text ilike ''%%'' || %4$L || ''%%'')' end,
             table_name, column_name, table_name || '.' || column_name, '{WORD}'), ' union all ') {COLUMNS}"
    );
    let search = portal.text(&query).await;
    let mut columns = portal.texts(&search).await;
    columns.sort();
    columns
}

#[tokio::test(flavor = "multi_thread")]
async fn the_search_finds_a_word_wherever_it_hides() {
    let portal = Portal::open().await;
    assert_eq!(found(&portal).await, Vec::<String>::new());
    portal
        .tell(&format!(
            "create table hiding (a text, b jsonb, c bytea, d text[], e varchar(99));
             insert into hiding values ('x {} y', '{{\"k\": [\"{WORD}\"]}}', convert_to('..{WORD}', 'UTF8'), array['', '{WORD}'], '{WORD}')",
            WORD.to_uppercase()
        ))
        .await;
    assert_eq!(found(&portal).await, ["hiding.a", "hiding.b", "hiding.c", "hiding.d", "hiding.e"]);
    assert!(text_columns(&portal).await.iter().filter(|one| one.starts_with("hiding.")).all(|one| !exempt(one)));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_holds_codes_and_ids_only() {
    let portal = Portal::open().await;
    let words = portal.texts("select distinct action || ' ' || subject from audit").await;
    assert!(!words.is_empty());
    for word in words {
        assert!(word.chars().all(|c| c.is_ascii_lowercase() || ". _-".contains(c)), "{word}");
    }
}
