//! What a student does on the pages: fills in the profile, answers page after page, hands in.

use super::{Page, Visitor, worked::Example};

impl Visitor {
    /// Fills in these fields of the profile and saves it.
    pub async fn fill_in_profile(&self, fields: impl IntoIterator<Item = (&'static str, String)>) {
        let mut form = self.get("/profile").await.form("/profile");
        for (name, value) in fields {
            form = form.fill(name, value);
        }
        self.submit(form).await.leads_to("/profile");
    }

    /// Answers the questions of one part, through its page. What is not said is left as the page has it.
    pub async fn save_part(&self, part: i16, said: &[(&str, &str)]) -> Page {
        let path = format!("/questions/{part}");
        let mut form = self.get(&path).await.form(&path);
        for (name, value) in said {
            form = form.fill(name, *value);
        }
        self.submit(form).await
    }

    /// Goes from page to page as they lead, answers what it has an answer for, and gives the check page.
    pub async fn answer_all(&self, said: &[(String, String)]) -> Page {
        let mut answered = self.get("/questions").await;
        loop {
            let path = answered.is(303).location();
            let page = self.get(&path).await;
            if path == "/questions/check" {
                return page;
            }
            let mut form = page.is(200).form(&path);
            for name in page.questions() {
                if let Some((_, value)) = said.iter().find(|(known, _)| *known == name) {
                    form = form.fill(&name, value);
                }
            }
            answered = self.submit(form).await;
        }
    }

    /// Presses **Get my result**; gives the address of the result.
    pub async fn hand_in(&self) -> String {
        let check = self.get("/questions/check").await;
        let done = self.submit(check.form("/questions/submission")).await;
        let path = done.is(303).location();
        assert!(path.starts_with("/results/"), "{path}");
        path.split('?').next().unwrap_or_default().to_owned()
    }

    /// Does everything a worked example did, from the profile to the result; gives the result's address.
    pub async fn walk(&self, example: &Example) -> String {
        self.fill_in_profile(example.profile()).await;
        self.answer_all(&example.said()).await.is(200);
        self.hand_in().await
    }
}
