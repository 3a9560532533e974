//! A form on a page, as a browser would send it: hidden fields and what is chosen already included.

use super::text;

/// Fields and where they go.
#[derive(Clone)]
pub struct Form {
    /// Where it posts to.
    pub action: String,
    /// Name and value, in the order of the page.
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// The first form of a page that posts to `action`.
    pub fn on(html: &str, action: &str) -> Option<Self> {
        let mut form: Option<Self> = None;
        let mut select: Option<(String, Option<String>)> = None;
        let mut area: Option<String> = None;
        for tag in text::tags(html) {
            if let Some(name) = area.take()
                && let Some(form) = &mut form
            {
                form.fields.push((name, text::decode(tag.before).trim_start_matches('\n').to_owned()));
            }
            match (&mut form, tag.name) {
                (None, "form") if tag.get("action").as_deref() == Some(action) => {
                    form = Some(Self { action: action.to_owned(), fields: Vec::new() });
                }
                (Some(_), "/form") => return form,
                (Some(form), "input") => {
                    let kind = tag.get("type").unwrap_or_default();
                    let is_off = matches!(kind.as_str(), "radio" | "checkbox") && !tag.has("checked");
                    if let Some(name) = tag.get("name").filter(|_| !is_off && kind != "submit") {
                        form.fields.push((name, tag.get("value").unwrap_or_default()));
                    }
                }
                (Some(_), "textarea") => area = tag.get("name"),
                (Some(_), "select") => select = tag.get("name").map(|name| (name, None)),
                (Some(_), "option") => {
                    if let Some((_, chosen)) = &mut select
                        && (chosen.is_none() || tag.has("selected"))
                    {
                        *chosen = Some(tag.get("value").unwrap_or_default());
                    }
                }
                (Some(form), "/select") => {
                    if let Some((name, Some(chosen))) = select.take() {
                        form.fields.push((name, chosen));
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// The same with something typed or chosen; the field may also be a radio group that nothing was chosen in.
    #[must_use]
    pub fn fill(mut self, name: &str, value: impl Into<String>) -> Self {
        let value = value.into();
        match self.fields.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = value,
            None => self.fields.push((name.to_owned(), value)),
        }
        self
    }

    /// What a field holds.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}
