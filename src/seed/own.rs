//! The default content for a school of one's own: nothing in it speaks of the demo school or of its people any more, and
//! what only a school itself can know says that it is not entered yet.

use diesel::{
    QueryableByName,
    prelude::*,
    sql_query,
    sql_types::{Array, Text},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::schema::person;

const DEMO_SCHOOL: &str = "Harbor State College";
const DEMO_AUTHOR: &str = "Sam Ortiz";
const DEMO_ADDRESS: &str = "sam@harbor.example";

/// What the demo says of itself, and what a school says instead; whole sentences first.
const SENTENCES: [(&str, &str); 12] = [
    ("\n\nHarbor State College is a demo school. Its programs, credits and accreditation are demo data.", ""),
    (
        "\n\nHarbor State College is a demo school. Its people, programs and accreditation are made up. The national figures \
         are real.",
        "",
    ),
    (
        "Demo data: shown as accredited. Harbor State College is a demo school, so this entry is made up.",
        "Not entered yet. Ask the school for the dates.",
    ),
    (
        "Demo data: no federal earnings measure exists for this program, since Harbor State College is a demo school.",
        "Not entered yet. Ask the school for it.",
    ),
    (
        "Harbor State College is a made-up school for a demo. In this demo it teaches both programs. Its accreditation \
         entries are demo data.",
        "Harbor State College runs this site and teaches both programs.",
    ),
    (" (demo data)", ""),
    (
        "\n\nHarbor State College es una escuela de demostración. Sus programas, créditos y acreditación son datos de \
         demostración.",
        "",
    ),
    (
        "\n\nHarbor State College es una escuela de demostración. Sus personas, sus programas y su acreditación son \
         inventados. Las cifras nacionales son reales.",
        "",
    ),
    (
        "Datos de demostración: se muestra como acreditado. Harbor State College es una escuela de demostración, así que \
         este dato es inventado.",
        "Aún no se ha anotado. Pide las fechas a la escuela.",
    ),
    (
        "Datos de demostración: no existe una medida federal de ingresos para este programa, porque Harbor State College es \
         una escuela de demostración.",
        "Aún no se ha anotado. Pídela a la escuela.",
    ),
    (
        "Harbor State College es una escuela inventada para una demostración. En ella enseña los dos programas. Sus datos de \
         acreditación son de demostración.",
        "Harbor State College lleva este sitio y enseña los dos programas.",
    ),
    (" (datos de demostración)", ""),
];

/// The tables of the content, as far as they hold words.
const TABLES: &[&str] = &[
    "page_revision",
    "page_translation",
    "claim_revision",
    "claim_translation",
    "source",
    "source_translation",
    "program",
    "program_translation",
    "accreditation",
    "accreditation_translation",
    "ladder",
    "ladder_translation",
    "rung",
    "rung_translation",
    "disclaimer",
    "disclaimer_translation",
];

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    of: String,
}

/// Puts the school in the demo's place in everything that is still a draft or has no versions. `address` is where people
/// write to.
pub(super) async fn belongs_to(school: &str, address: &str, conn: &mut AsyncPgConnection) -> QueryResult<()> {
    // The pages name who wrote them: the admin, who looks through them first.
    let admin = person::table.filter(person::role.eq("admin")).order(person::created_at).select(person::full_name);
    let author = admin.first::<String>(conn).await.optional()?.unwrap_or_else(|| school.to_owned());
    let address = address.rsplit_once('<').map_or(address, |(_, address)| address.trim_end_matches('>'));
    let named = [
        (format!("{DEMO_AUTHOR} at {DEMO_ADDRESS}"), address.to_owned()),
        (format!("{DEMO_AUTHOR} a {DEMO_ADDRESS}"), address.to_owned()),
        (DEMO_AUTHOR.to_owned(), author),
        (DEMO_SCHOOL.to_owned(), school.to_owned()),
    ];
    let sentences = SENTENCES.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned()));
    let (from, to): (Vec<String>, Vec<String>) = sentences.chain(named).unzip();
    let columns: Vec<Column> = sql_query(
        "select column_name::text as name, table_name::text as of from information_schema.columns
          where table_schema = 'public' and table_name = any($1) and is_generated = 'NEVER'
            and data_type = 'text' order by 2, 1",
    )
    .bind::<Array<Text>, _>(TABLES)
    .load(conn)
    .await?;
    // Translations do not change once they stand; here they are about to be published for the first time.
    for table in TABLES {
        sql_query(format!("alter table \"{table}\" disable trigger user")).execute(conn).await?;
    }
    for Column { name, of } in columns {
        // A command of an operator, once in an installation's life; each pair builds on what the one before left.
        for (from, to) in from.iter().zip(&to) {
            let change = format!(
                "update \"{of}\" set \"{name}\" = replace(\"{name}\", $1, $2) where position($1 in \"{name}\") > 0"
            );
            sql_query(change).bind::<Text, _>(from).bind::<Text, _>(to).execute(conn).await?;
        }
    }
    for table in TABLES {
        sql_query(format!("alter table \"{table}\" enable trigger user")).execute(conn).await?;
    }
    Ok(())
}
