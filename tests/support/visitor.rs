//! A browser as the portal meets it: keeps its cookie, says where its posts come from, never follows a redirect unasked.

use std::{collections::BTreeMap, net::IpAddr, sync::Mutex};

use reqwest::{Client, Method, RequestBuilder, header, redirect};

use super::{
    Form, Page,
    traces::{self, Secret},
};

/// Somebody in front of a browser.
pub struct Visitor {
    client: Client,
    base: String,
    network: IpAddr,
    device: String,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl Visitor {
    /// Somebody who comes for the first time.
    pub fn new(base: &str) -> Self {
        let client = Client::builder().redirect(redirect::Policy::none()).no_proxy().build().unwrap();
        let network = IpAddr::from([198, 51, 100, 7]);
        let device = "Visitor of the tests".to_owned();
        Self { client, base: base.to_owned(), network, device, cookies: Mutex::default() }
    }

    /// The same person at another network.
    pub fn from(mut self, ip: &str) -> Self {
        self.network = ip.parse().unwrap();
        self
    }

    /// The same person with a browser of that name.
    pub fn calling_itself(mut self, device: String) -> Self {
        self.device = device;
        self
    }

    /// Opens an address.
    pub async fn get(&self, path: impl AsRef<str>) -> Page {
        self.send(self.request(Method::GET, path.as_ref())).await
    }

    /// Posts fields as a form of ours does.
    pub async fn post<K: AsRef<str>, V: AsRef<str>>(
        &self,
        path: impl AsRef<str>,
        fields: impl IntoIterator<Item = (K, V)>,
    ) -> Page {
        let fields: Vec<_> =
            fields.into_iter().map(|(name, value)| (name.as_ref().to_owned(), value.as_ref().to_owned())).collect();
        traces::posted(path.as_ref(), &fields);
        self.send(self.browser_post(path.as_ref()).form(&fields)).await
    }

    /// Presses a button that sends nothing but itself.
    pub async fn press(&self, path: impl AsRef<str>) -> Page {
        self.post(path, [("", ""); 0]).await
    }

    /// Sends a form as it was found on a page and filled in.
    pub async fn submit(&self, form: Form) -> Page {
        self.post(&form.action, form.fields).await
    }

    /// Goes where a page leads.
    pub async fn follow(&self, page: &Page) -> Page {
        self.get(page.location()).await
    }

    /// Sends a form and, where the answer is 307, sends it on as a browser does by itself.
    pub async fn submit_on(&self, form: Form) -> Page {
        let page = self.post(&form.action, form.fields.clone()).await;
        if page.status == 307 { self.post(page.location(), form.fields).await } else { page }
    }

    /// Opens the page behind a one-time link and presses its only button.
    pub async fn use_link(&self, path: &str) -> Page {
        let page = self.get(path).await;
        page.is(200);
        self.submit(page.form(path)).await
    }

    /// Any request, with what the browser always sends.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let path = path.strip_prefix(&self.base).unwrap_or(path);
        path.split(['/', '?']).filter(|part| part.len() == 43).for_each(|token| traces::used(Secret::Token, token));
        let mut request = self
            .client
            .request(method, format!("{}{path}", self.base))
            .header("x-forwarded-for", self.network.to_string())
            .header(header::USER_AGENT, &self.device);
        let cookies = self.cookies.lock().unwrap();
        if !cookies.is_empty() {
            let all: Vec<_> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, all.join("; "));
        }
        request
    }

    /// A post that says it comes from a page of ours, as every browser does; still without a body.
    pub fn browser_post(&self, path: &str) -> RequestBuilder {
        self.request(Method::POST, path).header("sec-fetch-site", "same-origin")
    }

    /// Sends a request and keeps the cookies of the answer.
    pub async fn send(&self, request: RequestBuilder) -> Page {
        let page = Page::of(request.send().await.unwrap()).await;
        page.header("location").into_iter().for_each(traces::location);
        let mut cookies = self.cookies.lock().unwrap();
        for line in page.headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            if value.is_empty() || line.to_ascii_lowercase().contains("max-age=0") {
                cookies.remove(name);
            } else {
                traces::used(Secret::Session, value);
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        drop(cookies);
        page
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    /// Puts a cookie into the browser.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
    }
}
