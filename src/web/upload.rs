//! One file in a form: read piece by piece behind the guard, in time and not too large. Only import doors take files.

use std::{collections::HashMap, time::Duration};

use actix_multipart::{Field, Multipart};
use futures_util::StreamExt as _;

use super::error::Error;
use crate::model::id::FormKey;

/// The largest file, in bytes: 50,000 students with many columns are smaller.
pub const MOST: usize = 16 * 1024 * 1024;
/// The largest other field.
const MOST_OF_A_FIELD: usize = 1024;
/// More other fields than any form of ours has.
const MOST_FIELDS: usize = 8;
const DEADLINE: Duration = Duration::from_secs(120);
/// The longest name of a file, in characters.
const LONGEST_NAME: usize = 200;

/// What was sent.
#[derive(Default)]
pub struct Upload {
    /// What the file was called; empty: none was chosen.
    pub file_name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// The form's key.
    pub form_key: FormKey,
    /// Its other fields, by name.
    pub fields: HashMap<String, String>,
}

/// Whether this address takes a file. Its body is not read before its guard has let somebody in.
#[must_use]
pub fn is_taken_at(path: &str) -> bool {
    ["/admin/roster/imports", "/admin/claims/oews"].contains(&path)
}

/// Reads it. What is no form with a file is one in which none was chosen.
///
/// # Errors
/// 408 and 413 as pages.
pub async fn read(form: Multipart) -> Result<Upload, Error> {
    tokio::time::timeout(DEADLINE, fields(form)).await.unwrap_or(Err(Error::TooSlow))
}

async fn fields(mut form: Multipart) -> Result<Upload, Error> {
    let mut upload = Upload::default();
    while let Some(Ok(mut field)) = form.next().await {
        match field.name() {
            Some("file") => {
                let name = field.content_disposition().and_then(|told| told.get_filename()).unwrap_or_default();
                let name: String = name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
                upload.bytes = bytes(&mut field, MOST).await?;
                upload.file_name = if upload.bytes.is_empty() { String::new() } else { name };
                if upload.file_name.is_empty() && !upload.bytes.is_empty() {
                    "list.csv".clone_into(&mut upload.file_name);
                }
            }
            Some("form_key") => {
                let key = bytes(&mut field, MOST_OF_A_FIELD).await?;
                let key = std::str::from_utf8(&key).ok().and_then(|key| key.trim().parse().ok());
                upload.form_key = key.map_or_else(FormKey::new, FormKey);
            }
            name => {
                let name = name.unwrap_or_default().to_owned();
                let value = bytes(&mut field, MOST_OF_A_FIELD).await?;
                if upload.fields.len() < MOST_FIELDS {
                    upload.fields.insert(name, String::from_utf8_lossy(&value).replace('\0', ""));
                }
            }
        }
    }
    Ok(upload)
}

async fn bytes(field: &mut Field, most: usize) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.next().await {
        let chunk = chunk.map_err(|_| Error::Unreadable)?;
        if bytes.len() + chunk.len() > most {
            return Err(Error::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}
