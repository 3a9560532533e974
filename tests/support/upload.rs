//! Files in forms, as browsers send them.

use reqwest::header;

use super::{Member, Page};

impl Member {
    /// Sends a form with a file in it.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], file_name: &str, bytes: &[u8]) -> Page {
        let field = |(name, value): &(&str, &str)| {
            format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let mut body = fields.iter().map(field).collect::<String>().into_bytes();
        let head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=";
        body.extend_from_slice(format!("{head}\"{file_name}\"\r\nContent-Type: text/csv\r\n\r\n").as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--x--\r\n");
        let request = self.browser_post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        self.send(request.body(body)).await
    }
}
