//! Everybody goes everywhere: each kind of reader asks each address there is, about everybody.

use std::collections::VecDeque;

use axum::http::Method;
use model::Access;
use web::{ROUTES, Route};

use super::marks::sign_in_name;
use super::world::{Reader, World, sign_in};
use crate::site::{Answer, Browser};
use crate::world::methods_at;

impl World {
    /// All that a reader is answered, one after another.
    pub(super) async fn browser(&self, reader: &'static Reader) -> Walk<'_> {
        let mut browser = self.site.browser();
        let name = match reader.number {
            None => reader.name.to_owned(),
            Some(number) => sign_in_name(self.marks.people.iter().position(|one| one.number == number).unwrap()),
        };
        let mut asks = VecDeque::from([Ask::Send("/sign-in".to_owned())]);
        if reader.signs_in {
            sign_in(&mut browser, &name).await;
        }
        asks.extend(ROUTES.iter().flat_map(|route| self.reads(route)).map(Ask::Read));
        let mut stranger = self.site.browser();
        for route in ROUTES.iter().filter(|route| !is_left_out(reader, route)) {
            for address in self.addresses(route) {
                if methods_at(&mut stranger, &address).await.contains(&Method::POST) {
                    asks.push_back(Ask::Send(address));
                }
            }
        }
        asks.push_back(Ask::Read("/nowhere".to_owned()));
        Walk { browser, asks }
    }

    /// The addresses of a route.
    fn addresses(&self, route: &Route) -> Vec<String> {
        let path = route.path;
        let each = |name: &str, values: &[String], paths: Vec<String>| -> Vec<String> {
            let fill = |path: &String| values.iter().map(|value| path.replace(name, value)).collect::<Vec<_>>();
            if path.contains(name) { paths.iter().flat_map(fill).collect() } else { paths }
        };
        let mut numbers: Vec<String> = self.marks.people.iter().map(|one| one.number.clone()).collect();
        numbers.push("9999".to_owned());
        let tracks = ["csr-to-team-lead", "team-lead-to-operations-manager"].map(str::to_owned);
        let accounts: Vec<String> = self.accounts.iter().map(ToString::to_string).collect();
        let id = match path {
            _ if path.starts_with("/imports/files/") => &self.upload,
            _ if path.contains("{letter}") => &self.declined.0,
            _ if path.starts_with("/nominations/") || path == "/review/{id}" => &self.nomination,
            _ if path.starts_with("/waivers/") => &self.waiver,
            _ if path.starts_with("/moves/") => &self.planned,
            _ => &self.import,
        };
        let paths = each("{number}", &numbers, vec![path.to_owned()]);
        let paths = each("{track}", &tracks, paths);
        let paths = each("{account}", &accounts, paths);
        let paths = each("{grant}", &[self.grant.to_string()], paths);
        let paths = each("{entry}", &self.entries, paths);
        let paths = each("{token}", &["0".repeat(64)], paths);
        let paths = each("{document}", std::slice::from_ref(&self.document), paths);
        let paths = each("{letter}", std::slice::from_ref(&self.declined.1), paths);
        let paths = each("{id}", std::slice::from_ref(id), paths);
        assert!(!paths.iter().any(|path| path.contains('{')), "{path}: the canary does not know what that names");
        paths
    }

    /// The addresses of a route, with what can be asked of each.
    fn reads(&self, route: &Route) -> Vec<String> {
        let mut all = Vec::new();
        for address in self.addresses(route) {
            let queries = match route.path {
                "/people" | "/people.csv" => self.searches(),
                "/people/{number}/tracks/{track}" => owned(&["what=course:bar-raiser&on=2026-12-24&day=2027-03-01"]),
                "/team" => owned(&["standing=now", "standing=soon", "standing=lapsing", "standing=cannot-tell"]),
                "/admin/accounts" => owned(&["q=1016", "q=mk", "q=1023"]),
                "/admin/deputies" => owned(&["manager=1020", "manager=1024"]),
                "/audit" | "/audit.csv" => {
                    owned(&["act=account_disabled", "actor=mk", "person=1008", "from=2026-01-01"])
                }
                "/nominations/{id}/evidence/compare" => owned(&["then=now&now=now", "now=corrected"]),
                "/imports/{id}" => owned(&["done=applied"]),
                "/nominations/several" => {
                    let all = self.marks.people.iter().map(|one| format!("number={}", one.number));
                    vec![format!("{}&track=csr-to-team-lead", all.collect::<Vec<_>>().join("&"))]
                }
                "/moves" | "/moves.csv" => owned(&["state=planned", "kind=lateral&from=", "until=2026-12-31"]),
                "/review" => owned(&["state=submitted", "site=north", "track=csr-to-team-lead"]),
                "/review/compare" | "/review/decide" => vec![format!("chosen={}_4", self.nomination)],
                _ => Vec::new(),
            };
            all.push(address.clone());
            all.extend(queries.iter().map(|query| format!("{address}?{query}")));
        }
        all
    }

    fn searches(&self) -> Vec<String> {
        let by_number =
            self.marks.people.iter().flat_map(|one| [format!("q={}", one.number), format!("after={}", one.number)]);
        let others = [
            "q=mk",
            "sort=job",
            "sort=hired",
            "sort=date&track=csr-to-team-lead",
            "site=south",
            "site=north",
            "job=csr",
            "standing=now",
            "standing=soon",
            "standing=lapsing",
            "standing=cannot-tell",
            "standing=needs-action",
            "track=csr-to-team-lead",
            "q=9999",
        ];
        by_number.chain(owned(&others)).collect()
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// What would end the walk, or take the company from under it.
fn is_left_out(reader: &Reader, route: &Route) -> bool {
    let may_undo = reader.access.iter().any(|(access, _)| *access == Access::HrLead);
    match route.path {
        "/sign-out" => true,
        "/imports/{id}/undo" => may_undo,
        _ => false,
    }
}

enum Ask {
    Read(String),
    Send(String),
}

/// One reader on their way.
pub(super) struct Walk<'w> {
    browser: Browser<'w>,
    asks: VecDeque<Ask>,
}

impl Walk<'_> {
    /// The next address, and what it answers; where a list goes on, so does the walk.
    pub(super) async fn next(&mut self) -> Option<(String, Answer)> {
        let (address, answer) = match self.asks.pop_front()? {
            Ask::Read(address) => {
                let answer = self.browser.get(&address).await;
                (address, answer)
            }
            Ask::Send(address) => {
                let fields = [("text", "mapping"), ("act", "look"), ("who", "1016"), ("access", "auditor")];
                let answer = self.browser.post(&address, &fields).await;
                (format!("POST {address}"), answer)
            }
        };
        if let Some((before, _)) = answer.text.split_once("\" rel=\"next\"") {
            let next = before.rsplit_once("href=\"").unwrap().1.replace("&amp;", "&");
            self.asks.push_front(Ask::Read(next.split('#').next().unwrap().to_owned()));
        }
        Some((address, answer))
    }
}
