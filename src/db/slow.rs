//! Statements that take long, by name: their text without what was put into it, in the log and as a count.

use std::time::{Duration, Instant};

use diesel::connection::{Instrumentation, InstrumentationEvent, set_default_instrumentation};

/// From here on a statement is slow. A page has fifty milliseconds.
const SLOW: Duration = Duration::from_millis(500);

/// Watches every connection that is opened from now on.
///
/// # Errors
/// When diesel's own lock is broken.
pub fn watch() -> diesel::QueryResult<()> {
    set_default_instrumentation(|| Some(Box::new(Watch { begun: None })))
}

struct Watch {
    begun: Option<Instant>,
}

impl Instrumentation for Watch {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::StartQuery { .. } => self.begun = Some(Instant::now()),
            InstrumentationEvent::FinishQuery { query, .. } => {
                let Some(took) = self.begun.take().map(|begun| begun.elapsed()) else { return };
                if took >= SLOW {
                    metrics::counter!("signpost_slow_statements_total").increment(1);
                    let ms = took.as_secs_f64() * 1000.0;
                    tracing::warn!(ms, statement = named(&query.to_string()), "slow statement");
                }
            }
            _ => {}
        }
    }
}

/// A statement without its values, which diesel prints after it: those are people's words.
fn named(printed: &str) -> String {
    let text = printed.split("-- binds:").next().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use diesel::prelude::*;

    use super::*;

    diesel::table! {
        note (id) {
            id -> Int4,
            body -> Text,
        }
    }

    #[test]
    fn a_statement_s_values_are_never_written_down() {
        let words = "She asked about night shifts.";
        let asked = note::table.filter(note::body.eq(words)).select(note::id);
        let printed = diesel::debug_query::<diesel::pg::Pg, _>(&asked).to_string();
        assert!(printed.contains(words), "diesel prints values: {printed}");
        let named = named(&printed);
        assert!(named.starts_with("SELECT") && !named.contains(words), "{named}");
    }
}
