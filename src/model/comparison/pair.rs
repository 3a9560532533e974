//! The rows of figures that readers see, as the database knows them: it refuses a figure that would not fit its row.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::{Comparison, Row, faults};
use crate::{
    model::{claim::Claim, error::Result, page::Page},
    schema::comparison_pair,
};

/// Writes down the rows of figures of the comparison that readers see, in the caller's transaction. A row that does not hold is
/// left out: its readers see that its figures are under review.
///
/// # Errors
/// When the database fails.
pub async fn keep_pairs(conn: &mut AsyncPgConnection) -> Result<()> {
    let live = Page::live("compare", conn).await?;
    let rows: Vec<Row> = live.map(|page| Comparison::parse(&page.body).rows).unwrap_or_default();
    let keys: Vec<String> =
        rows.iter().filter_map(Row::figures).flat_map(|(hi, him)| [hi.to_owned(), him.to_owned()]).collect();
    let claims = Claim::live(&keys, conn).await?.into_iter().map(|claim| (claim.key.clone(), claim)).collect();
    let sound = rows.iter().filter(|row| faults(std::slice::from_ref(row), &claims).is_empty());
    let pairs = (1_i16..).zip(sound).filter_map(|(position, row)| {
        let (hi, him) = row.figures()?;
        Some((
            comparison_pair::position.eq(position),
            comparison_pair::label.eq(row.label.clone()),
            comparison_pair::hi.eq(hi.to_owned()),
            comparison_pair::him.eq(him.to_owned()),
        ))
    });
    let pairs: Vec<_> = pairs.collect();
    diesel::delete(comparison_pair::table).execute(conn).await?;
    diesel::insert_into(comparison_pair::table).values(pairs).execute(conn).await?;
    Ok(())
}
