//! A small company in which somebody stands in every relation to somebody of every kind, and all of them can sign in.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use model::{Access, AccountId, GrantId};
use operations::import::list_imports;
use operations::{NewGrant, audit_entries, bring_up_to_date, give_access, name_deputy, new_id};
use web::Route;

use crate::company::{account, employ, person};
use crate::database::{Engine, system_on};
use crate::site::{Browser, PASSWORD, Site, TODAY};

/// The kinds of readers: whoever signs in, and whoever does not.
pub(crate) const KINDS: [&str; 7] =
    ["employee", "manager", "hr_partner", "hr_lead", "auditor", "administrator", "nobody"];

/// How the person that a page is about stands to who reads it.
pub(crate) const RELATIONS: [&str; 8] =
    ["self", "report", "indirect_report", "former_report", "peer", "other_site", "deputys_report", "nobody"];

/// The company, who signs in there, and what an address can name beside people.
pub(crate) struct World {
    pub(crate) site: Site,
    accounts: BTreeMap<String, AccountId>,
    grant: GrantId,
    import: String,
    entry: String,
    upload: String,
    nomination: String,
    waiver: String,
    /// A planned move of everybody but who recorded them, by number.
    moves: BTreeMap<String, String>,
}

impl World {
    /// Whoever reads works in the north, and is HR partner of the north; whom they read about works in the south, but
    /// for the peer. All of them stand in for the one who is absent.
    pub(crate) async fn draw(engine: Engine) -> World {
        let site = Site::empty(engine).await;
        let store = &site.database.store;
        let mut people = vec![
            person("boss", "", "north", ""),
            person("peer", "boss", "north", ""),
            person("other_site", "boss", "south", ""),
            person("absent", "boss", "south", ""),
            person("deputys_report", "absent", "south", ""),
        ];
        for kind in KINDS.iter().filter(|kind| **kind != "nobody") {
            people.push(person(kind, "boss", "north", ""));
            people.push(person(&format!("{kind}-former_report"), kind, "south", ""));
            if *kind != "employee" {
                people.push(person(&format!("{kind}-report"), kind, "south", ""));
                people.push(person(&format!("{kind}-indirect_report"), &format!("{kind}-report"), "south", ""));
            }
        }
        for one in &mut people {
            one.employee.full_name = name_of(&one.employee.employee_number);
        }
        employ(store, "2026-06-01", &people).await;
        for one in people.iter_mut().filter(|one| one.employee.employee_number.ends_with("former_report")) {
            one.employee.manager_number = Some("boss".into());
        }
        employ(store, "2026-11-01", &people).await;
        // An import that nothing rests on, so that it can be undone.
        employ(store, TODAY, &[person("newcomer", "boss", "south", "")]).await;
        let system = system_on(TODAY);
        bring_up_to_date(store, &system).await.unwrap();
        let mut accounts = BTreeMap::new();
        for number in KINDS.iter().filter(|kind| **kind != "nobody").chain(&["peer", "other_site"]) {
            accounts.insert((*number).to_owned(), account(store, number).await.viewer.account);
        }
        for kind in KINDS {
            if accounts.contains_key(kind) {
                name_deputy(store, &system, "absent", kind, (system.today, system.today)).await.unwrap();
            }
            if let Some(access) = Access::from_code(kind) {
                let site = (kind == "hr_partner").then(|| "north".to_owned());
                let grant = NewGrant { access, site, from_on: system.today, until_on: Some(system.today) };
                give_access(store, &system, kind, &grant).await.unwrap();
            }
        }
        let later = NewGrant { access: Access::Auditor, site: None, from_on: system.today, until_on: None };
        let grant = give_access(store, &system, "other_site", &later).await.unwrap();
        let import = list_imports(store, &system, None, 1).await.unwrap()[0].change.id.to_string();
        let entry = audit_entries(store, &system, None, 1).await.unwrap()[0].id.to_string();
        let (upload, nomination, waiver) = (String::new(), String::new(), String::new());
        let numbers: Vec<String> = people.iter().map(|one| one.employee.employee_number.to_string()).collect();
        let moves = BTreeMap::new();
        let mut world = World { site, accounts, grant, import, entry, upload, nomination, waiver, moves };
        let employees = b"employee_number,full_name,hired_on,job\nfresh,Zfresh,2026-11-02,csr\n";
        let mut lead = world.browser("hr_lead").await;
        let sent = lead.upload("/imports", &[("file", Some("employees.csv"), employees)]).await;
        let upload = sent.location().trim_start_matches("/imports/files/").to_owned();
        let mut moves = BTreeMap::new();
        for number in numbers.iter().filter(|number| *number != "hr_lead") {
            let fields = [
                ("number", number.as_str()),
                ("kind", "lateral"),
                ("unit", "Night"),
                ("on", "2027-01-01"),
                ("why", "so"),
            ];
            let recorded = lead.post("/moves/new", &fields).await;
            moves.insert(number.clone(), recorded.location().trim_start_matches("/moves/").to_owned());
        }
        drop(lead);
        (world.upload, world.moves) = (upload, moves);
        // Interest of somebody at the other site, which is between them and their manager.
        let mut interested = world.browser("other_site").await;
        let begun = interested.post("/nominations", &[("track", "csr-to-team-lead")]).await;
        let nomination = begun.location().trim_start_matches("/nominations/").to_owned();
        world.nomination = nomination;
        world.waiver = world.ask_for_waiver().await;
        world
    }

    /// The manager's, for a report at the other site, in a draft.
    async fn ask_for_waiver(&self) -> String {
        let mut manager = self.browser("manager").await;
        let begun = manager.post("/nominations", &[("number", "manager-report"), ("track", "csr-to-team-lead")]).await;
        let page = begun.location().to_owned();
        let asked = [
            ("seen", "1"),
            ("ask-waiver-criterion", "belt"),
            ("ask-waiver-reason", "evidence_on_its_way"),
            ("ask-waiver-words", "It comes by post."),
            ("ask-waiver-until", "2026-12-31"),
        ];
        let done = manager.post(&format!("{page}/waivers"), &asked).await;
        assert_eq!(done.location(), page, "{}", done.text);
        let mut lead = self.browser("hr_lead").await;
        let list = lead.get("/waivers").await.text;
        crate::read::between(&list, "href=\"/waivers/", "\"").to_owned()
    }

    /// The browser of somebody of a kind, who has just signed in; a stranger's for nobody.
    pub(crate) async fn browser(&self, kind: &str) -> Browser<'_> {
        let mut browser = self.site.browser();
        if kind != "nobody" {
            let signed_in = browser.post("/sign-in", &[("name", kind), ("password", PASSWORD)]).await;
            assert_eq!(signed_in.status, StatusCode::SEE_OTHER, "{signed_in:?}");
        }
        browser
    }

    /// The number of the person who stands so to whoever is of that kind; none where nobody can.
    pub(crate) fn number(kind: &str, relation: &str) -> Option<String> {
        match (kind, relation) {
            (_, "nobody") => Some("9999".to_owned()),
            ("nobody", "other_site") => Some("other_site".to_owned()),
            ("nobody", _) | ("employee", "report" | "indirect_report") => None,
            (_, "self") => Some(kind.to_owned()),
            (_, "report" | "indirect_report" | "former_report") => Some(format!("{kind}-{relation}")),
            (_, other) => Some(other.to_owned()),
        }
    }

    /// An address of a route, about the person of that number.
    pub(crate) fn address(&self, path: &str, number: &str) -> String {
        let account = self.accounts.get(number).copied().unwrap_or_else(|| new_id(system_on(TODAY).now));
        let id = match path {
            _ if path.starts_with("/imports/files/") => &self.upload,
            _ if path.starts_with("/nominations/") || path == "/review/{id}" => &self.nomination,
            _ if path.starts_with("/waivers/") => &self.waiver,
            _ if path.starts_with("/moves/") => self.moves.get(number).unwrap_or(&self.upload),
            _ => &self.import,
        };
        let address = path
            .replace("{number}", number)
            .replace("{name}", &name_of(number))
            .replace("{track}", "csr-to-team-lead")
            .replace("{account}", &account.to_string())
            .replace("{grant}", &self.grant.to_string())
            .replace("{token}", &"0".repeat(64))
            .replace("{document}", &self.nomination)
            .replace("{letter}", &self.nomination)
            .replace("{entry}", &self.entry)
            .replace("{id}", id);
        assert!(!address.contains('{'), "{path}: the world does not know what that names");
        address
    }
}

/// What a person is called: one word, which stands in no other.
pub(crate) fn name_of(number: &str) -> String {
    format!("Z{}", number.replace(['-', '_'], ""))
}

/// What a route answers to, of reading and sending: what axum says that it allows.
pub(crate) async fn methods(browser: &mut Browser<'_>, world: &World, route: &Route) -> Vec<Method> {
    methods_at(browser, &world.address(route.path, "other_site")).await
}

/// The same of an address.
pub(crate) async fn methods_at(browser: &mut Browser<'_>, address: &str) -> Vec<Method> {
    let request = Request::builder().method(Method::PATCH).uri(address).header("sec-fetch-site", "same-origin");
    let answer = browser.send(request, Body::empty()).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{address}");
    let allowed = answer.headers[header::ALLOW].to_str().unwrap();
    let known = [Method::GET, Method::POST, Method::PUT, Method::DELETE];
    let methods: Vec<Method> =
        known.into_iter().filter(|one| allowed.split(',').any(|name| name == one.as_str())).collect();
    assert_eq!(methods.len(), allowed.split(',').filter(|name| *name != "HEAD").count(), "{address}: {allowed}");
    methods
}
