//! What stands in the places of addresses.

use crate::support::Portal;

/// What is Eve's or about her, and what is nobody's in particular.
pub struct Places {
    pub eve: String,
    pub bo: String,
    pub eves_result: String,
    program: String,
    style: String,
}

impl Places {
    pub async fn of(portal: &Portal) -> Self {
        let eve = portal.id_of("eve@students.harbor.example").await.to_string();
        let programs = portal.visitor().get("/programs").await.links();
        let program =
            programs.iter().find_map(|link| link.strip_prefix("/programs/")).expect("the demo has programs").to_owned();
        let page = portal.visitor().get("/sign-in").await;
        let style = page.body.split('"').find_map(|part| part.strip_prefix("/static/").filter(|n| n.ends_with(".css")));
        let eves_result = portal.text(&format!("select id::text from result where student_id = '{eve}'")).await;
        let bo = portal.id_of("bo@harbor.example").await.to_string();
        Self { eve, bo, eves_result, program, style: style.expect("every page has its style sheet").to_owned() }
    }

    pub fn fill(&self, address: &str) -> String {
        let path = match address {
            "/static/{name:.*}" => format!("/static/{}", self.style),
            "/programs/{slug}" => format!("/programs/{}", self.program),
            "/admin/claims/{key}" => "/admin/claims/pay.median.15-1211".to_owned(),
            pages if pages.starts_with("/admin/pages/{slug}") => {
                pages.replace("{slug}", "compare").replace("{number}", "1")
            }
            people if people.starts_with("/admin/people/{id}") => people.replace("{id}", &self.bo),
            "/questions/{part}" => "/questions/1".to_owned(),
            results if results.starts_with("/results/{id}") => results.replace("{id}", &self.eves_result),
            students if students.starts_with("/students/{id}") => students.replace("{id}", &self.eve),
            other => other.replace("{token}", &"x".repeat(43)),
        };
        assert!(!path.contains('{'), "{address} has a place that Places::fill does not know");
        path
    }

    /// The same address with ids that nobody has.
    pub fn absent(&self, path: &str) -> String {
        let nothing = uuid::Uuid::now_v7().to_string();
        [&self.eve, &self.eves_result].into_iter().fold(path.to_owned(), |path, id| path.replace(id, &nothing))
    }
}
