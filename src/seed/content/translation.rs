//! The default content in Spanish: rows beside those that came with Signpost, and only where there are none yet.
//!
//! Each file has the keys of the English one and nothing but its texts; what a file leaves out is the same in both.

use anyhow::Context as _;
use diesel::{sql_query, sql_types::Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::PageFile;

const PAGES: &[&str] = &[
    include_str!("es/pages/landing.md"),
    include_str!("es/pages/compare.md"),
    include_str!("es/pages/health-informatics.md"),
    include_str!("es/pages/health-information-management.md"),
    include_str!("es/pages/programs.md"),
    include_str!("es/pages/sources.md"),
    include_str!("es/pages/how-scoring-works.md"),
    include_str!("es/pages/privacy.md"),
    include_str!("es/pages/rights.md"),
    include_str!("es/pages/cookies.md"),
    include_str!("es/pages/accessibility.md"),
    include_str!("es/pages/disclosures.md"),
];

/// A revision that nobody here wrote is the one that came with Signpost.
const PAGE: &str = "insert into page_translation (revision_id, locale, title, lead, hint, relationship, body)
    select id, 'es', $2, $3, $4, $5, $6 from page_revision
     where page_slug = $1 and number = 1 and author_id is null
    on conflict do nothing";

const CLAIMS: &str = "insert into claim_translation (revision_id, locale, label, text, population, area, note)
    select r.id, 'es', coalesce(e.value->>'label', r.label), case when r.text is not null then coalesce(e.value->>'text', r.text) end,
           coalesce(e.value->>'population', r.population), coalesce(e.value->>'area', r.area), coalesce(e.value->>'note', r.note)
      from claim_revision r join jsonb_each($1::jsonb) e on e.key = r.claim_key
     where r.number = 1 and r.author_id is null
    on conflict do nothing";

const SOURCES: &str = "insert into source_translation (source, locale, title, publisher, licence)
    select s.key, 'es', coalesce(e.value->>'title', s.title), coalesce(e.value->>'publisher', s.publisher),
           coalesce(e.value->>'licence', s.licence)
      from source s join jsonb_each($1::jsonb) e on e.key = s.key
    on conflict do nothing";

const DISCLAIMERS: &str = "insert into disclaimer_translation (disclaimer, locale, text)
    select d.key, 'es', e.value->>'text' from disclaimer d join jsonb_each($1::jsonb) e on e.key = d.key
    on conflict do nothing";

/// Of the first version: its stem, its choices by their step, its poles, its items.
const QUESTIONNAIRE: [&str; 4] = [
    "insert into questionnaire_translation (questionnaire_id, locale, stem)
     select id, 'es', $1::jsonb->>'stem' from questionnaire where number = 1 and edited_at is null
     on conflict do nothing",
    "insert into anchor_translation (questionnaire_id, position, locale, label)
     select a.questionnaire_id, a.position, 'es', e.value
       from anchor a join questionnaire q on q.id = a.questionnaire_id and q.number = 1 and q.edited_at is null
       join jsonb_each_text($1::jsonb->'anchors') e on e.key = coalesce(a.value::text, 'null')
     on conflict do nothing",
    "insert into dimension_translation (questionnaire_id, code, locale, hi_pole, him_pole)
     select d.questionnaire_id, d.code, 'es', e.value->>'hi_pole', e.value->>'him_pole'
       from dimension d join questionnaire q on q.id = d.questionnaire_id and q.number = 1 and q.edited_at is null
       join jsonb_each($1::jsonb->'dimensions') e on e.key = d.code
     on conflict do nothing",
    "insert into item_translation (questionnaire_id, name, locale, text)
     select i.questionnaire_id, i.name, 'es', e.value
       from item i join questionnaire q on q.id = i.questionnaire_id and q.number = 1 and q.edited_at is null
       join jsonb_each_text($1::jsonb->'items') e on e.key = i.name
     on conflict do nothing",
];

/// Of the first version: its programs, those who vouch for them by their place, its ladders, their steps by their place.
const CATALOG: [&str; 4] = [
    "insert into program_translation (catalog_id, slug, locale, title, summary, leads_to, length, cost_note, entry_note, disclosure_text,
                                      credential, jobs)
     select p.catalog_id, p.slug, 'es', coalesce(e.value->>'title', p.title), coalesce(e.value->>'summary', p.summary),
            coalesce(e.value->>'leads_to', p.leads_to), coalesce(e.value->>'length', p.length),
            coalesce(e.value->>'cost_note', p.cost_note), coalesce(e.value->>'entry_note', p.entry_note),
            coalesce(e.value->>'disclosure_text', p.disclosure_text),
            coalesce(e.value->>'credential', p.credential), coalesce(e.value->>'jobs', p.jobs)
       from program p join catalog c on c.id = p.catalog_id and c.number = 1 and c.edited_at is null
       join jsonb_each($1::jsonb->'programs') e on e.key = p.slug
     on conflict do nothing",
    "insert into accreditation_translation (catalog_id, program, position, locale, scope, status)
     select a.catalog_id, a.program, a.position, 'es', coalesce(e.value->>'scope', a.scope), coalesce(e.value->>'status', a.status)
       from accreditation a join catalog c on c.id = a.catalog_id and c.number = 1 and c.edited_at is null
       join jsonb_each($1::jsonb->'programs') p on p.key = a.program
       join jsonb_array_elements(p.value->'accreditations') with ordinality e on e.ordinality = a.position
     on conflict do nothing",
    "insert into ladder_translation (catalog_id, key, locale, title, note)
     select l.catalog_id, l.key, 'es', coalesce(e.value->>'title', l.title), coalesce(e.value->>'note', l.note)
       from ladder l join catalog c on c.id = l.catalog_id and c.number = 1 and c.edited_at is null
       join jsonb_each($1::jsonb->'ladders') e on e.key = l.key
     on conflict do nothing",
    "insert into rung_translation (catalog_id, ladder, position, locale, title, start_audience, leads_to)
     select r.catalog_id, r.ladder, r.position, 'es', coalesce(e.value->>'title', r.title),
            case when e.value ? 'start_audience'
                 then array(select jsonb_array_elements_text(e.value->'start_audience')) else r.start_audience end,
            coalesce(e.value->>'leads_to', r.leads_to)
       from rung r join catalog c on c.id = r.catalog_id and c.number = 1 and c.edited_at is null
       join jsonb_each($1::jsonb->'ladders') l on l.key = r.ladder
       join jsonb_each(l.value->'rungs') e on e.key = r.position::text
     on conflict do nothing",
];

/// The files but the pages: what is in them, the statements that write it, the texts.
const FILES: [(&str, &[&str], &str); 5] = [
    ("claims", &[CLAIMS], include_str!("es/claims.json")),
    ("sources", &[SOURCES], include_str!("es/sources.json")),
    ("disclaimers", &[DISCLAIMERS], include_str!("es/disclaimers.json")),
    ("questionnaire", &QUESTIONNAIRE, include_str!("es/questionnaire.json")),
    ("catalog", &CATALOG, include_str!("es/catalog.json")),
];

/// Writes what is missing.
///
/// # Errors
/// When a file is malformed or the database fails.
pub async fn install(conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
    for text in PAGES {
        let file = PageFile::parse(text)?;
        sql_query(PAGE)
            .bind::<Text, _>(file.get("slug")?)
            .bind::<Text, _>(file.get("title")?)
            .bind::<Text, _>(file.get("lead")?)
            .bind::<Text, _>(file.get("hint").unwrap_or_default())
            .bind::<Text, _>(file.get("relationship")?)
            .bind::<Text, _>(file.body)
            .execute(conn)
            .await?;
    }
    for (what, statements, file) in FILES {
        write(statements, file, conn).await.context(what)?;
    }
    Ok(())
}

/// Everything that [`install`] goes by.
pub(super) fn texts() -> impl Iterator<Item = &'static str> {
    let files = FILES.iter().flat_map(|(_, statements, file)| statements.iter().chain([file]));
    PAGES.iter().chain([&PAGE]).chain(files).copied()
}

async fn write(statements: &[&str], file: &str, conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
    for statement in statements {
        sql_query(*statement).bind::<Text, _>(file).execute(conn).await?;
    }
    Ok(())
}
