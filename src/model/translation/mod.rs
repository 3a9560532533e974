//! What rows say in another language than English. Whoever reads gets the translation of exactly the revision or version
//! they would have read, else the English words, which then say that they are English.

mod catalog;
mod claim;
mod page;
mod questionnaire;
pub mod small_print;
pub mod told;
pub mod writing;

pub(super) use self::page::keep;
pub use self::{catalog::ProgramWords, questionnaire::SheetWords};
