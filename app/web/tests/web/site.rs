//! The site over a company of cases, and browsers that look at it.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::connect_info::MockConnectInfo;
use axum::http::{Method, Request, StatusCode, header};
use files::Person;
use model::{Access, Instant, Zone};
use operations::import::{Options, import};
use operations::nominations::advance_nominations;
use operations::{
    NewAccount, NewGrant, Password, ReadLog, accept_invitation, add_account, bring_up_to_date, give_access,
};
use policy::{Actor, Context};
use tower::ServiceExt;
use web::{App, Assets, Clock, Moment, Safety, router};
use words::English;

use crate::database::{Database, Engine, system_on};

/// The day on which things happen here.
pub(crate) const TODAY: &str = "2026-11-22";
/// The password of everybody here.
pub(crate) const PASSWORD: &str = "correct horse battery";

/// The site over the cast of the demo company.
pub(crate) struct Site {
    router: Router,
    pub(crate) database: Database,
    pub(crate) read_log: Arc<ReadLog>,
    clock: Arc<Standing>,
}

/// What somebody's browser holds.
pub(crate) struct Browser<'s> {
    site: &'s Site,
    cookies: BTreeMap<String, String>,
}

/// What a browser was answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) text: String,
}

/// A clock that stands still until a test moves it on: an instant, and where it is told.
struct Standing(Mutex<(Instant, Zone)>);

impl Clock for Standing {
    fn moment(&self) -> Moment {
        let (now, zone) = self.0.lock().unwrap().clone();
        Moment { now, today: zone.day(now), zone }
    }

    fn follow(&self, zone: Zone) {
        self.0.lock().unwrap().1 = zone;
    }
}

impl Site {
    /// Everybody who is a case, as of [`TODAY`].
    pub(crate) async fn of_the_cast(engine: Engine) -> Site {
        Site::of(engine, "cast", &demo::cast(system_on(TODAY).today, files::default_ladder())).await
    }

    /// Everybody who is a case, and so many more who stand as one of them does, by number: from 1500 on.
    pub(crate) async fn of_the_cast_and(engine: Engine, people: usize, like: &str) -> Site {
        let mut all = demo::cast(system_on(TODAY).today, files::default_ladder());
        let one = all.iter().find(|person| person.employee.employee_number == like).unwrap().clone();
        all.extend((0..people).map(|at| {
            let mut person = one.clone();
            person.employee.employee_number = format!("{}", 1500 + at).into();
            person.employee.full_name = format!("Candidate {}", 1500 + at);
            person.employee.email = Some(format!("{}@halden.example", 1500 + at));
            person
        }));
        Site::of(engine, "cast and more", &all).await
    }

    /// Everybody of the demo company.
    pub(crate) async fn of_the_demo(engine: Engine) -> Site {
        Site::of(engine, "demo", &demo::demo(system_on(TODAY).today, files::default_ladder())).await
    }

    /// So many people whom only their numbers tell apart: three names, one job, one day of hire.
    pub(crate) async fn of_twins(engine: Engine, people: usize) -> Site {
        let twin = |number: usize| {
            let name = ["Twin", "twin", "Twin Sister"][number % 3];
            let row = BTreeMap::from([("full_name", name), ("hired_on", "2026-01-31"), ("job", "csr")]);
            let rows = [("employees", move |column: &str| row.get(column).copied())];
            files::RowReader::new(files::default_ladder()).person(&format!("{}", 7000 + number), rows)
        };
        let twins: Vec<Person> = (0..people).map(|number| twin(number).unwrap()).collect();
        Site::of(engine, "twins", &twins).await
    }

    /// These people, from an import of that name, with how they stand.
    async fn of(engine: Engine, name: &str, people: &[Person]) -> Site {
        let site = Site::empty(engine).await;
        let (store, ctx) = (&site.database.store, system_on(TODAY));
        let options = Options { name: name.to_owned(), ..Options::default() };
        import(store, &ctx, &options, || Ok(people.iter().cloned().map(Ok))).await.unwrap();
        bring_up_to_date(store, &ctx).await.unwrap();
        site
    }

    /// Nobody.
    pub(crate) async fn empty(engine: Engine) -> Site {
        Site::worded(engine, English::new()).await
    }

    /// Nobody, in other words.
    pub(crate) async fn worded(engine: Engine, words: English) -> Site {
        let database = Database::new(engine).await;
        let read_log = Arc::<ReadLog>::default();
        let clock = Arc::new(Standing(Mutex::new((system_on(TODAY).now, Zone::UTC))));
        let app = App {
            store: database.store.clone(),
            words: Arc::new(words),
            clock: clock.clone(),
            assets: Arc::new(Assets::default()),
            read_log: Arc::clone(&read_log),
            safety: Safety::Plain,
        };
        let address: SocketAddr = "198.51.100.7:4000".parse().unwrap();
        Site { router: router(app).layer(MockConnectInfo(address)), database, read_log, clock }
    }

    /// A day begins, and what the program does by itself on a day is done.
    pub(crate) async fn day_begins(&self, day: &str) {
        let (store, ctx) = (&self.database.store, system_on(day));
        self.clock.0.lock().unwrap().0 = ctx.now;
        advance_nominations(store, &ctx).await.unwrap();
        bring_up_to_date(store, &ctx).await.unwrap();
    }

    /// The clock stands at an instant.
    pub(crate) fn it_is(&self, at: &str) {
        self.clock.0.lock().unwrap().0 = at.parse().unwrap();
    }

    /// An account that signs in by that name, of the employee of that number if it is one's.
    pub(crate) async fn account(&self, name: &str, access: &[(Access, Option<&str>)]) {
        let (store, ctx) = (&self.database.store, system_on(TODAY));
        let number = (name.starts_with('1') && name.bytes().all(|byte| byte.is_ascii_digit())).then(|| name.to_owned());
        let new = NewAccount { sign_in_name: name.to_owned(), employee_number: number, first_password: None };
        let invitation = add_account(store, &ctx, &new).await.unwrap().unwrap();
        let visitor = Context { actor: Actor::Visitor, ..ctx.clone() };
        accept_invitation(store, &visitor, &invitation.token, &Password::typed(PASSWORD)).await.unwrap();
        for (access, site) in access {
            let grant = NewGrant { access: *access, site: site.map(str::to_owned), from_on: ctx.today, until_on: None };
            give_access(store, &ctx, name, &grant).await.unwrap();
        }
    }

    /// A browser that nobody has signed in with.
    pub(crate) fn browser(&self) -> Browser<'_> {
        Browser { site: self, cookies: BTreeMap::new() }
    }

    /// The browser of somebody who has just signed in: an account of that name is made where there is none.
    pub(crate) async fn signed_in(&self, name: &str, access: &[(Access, Option<&str>)]) -> Browser<'_> {
        self.account(name, access).await;
        self.signed_in_again(name).await
    }

    /// The browser of somebody who has an account, and has just signed in.
    pub(crate) async fn signed_in_again(&self, name: &str) -> Browser<'_> {
        let mut browser = self.browser();
        let answer = browser.post("/sign-in", &[("name", name), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
        browser
    }
}

impl Browser<'_> {
    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Sends a form, as the page of the site itself does.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
        self.send(request, Body::from(pairs.join("&"))).await
    }

    /// Sends a form with files: each field by name, with a file's name where it is one.
    pub(crate) async fn upload(&mut self, path: &str, fields: &[(&str, Option<&str>, &[u8])]) -> Answer {
        let mut body = Vec::new();
        for (name, file, bytes) in fields {
            let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
            let head = format!("--limit\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--limit--\r\n");
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=limit")
            .header("sec-fetch-site", "same-origin");
        self.send(request, Body::from(body)).await
    }

    pub(crate) async fn send(&mut self, request: axum::http::request::Builder, body: Body) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request.header(header::COOKIE, cookies.join("; ")).body(body).unwrap();
        let response = self.site.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for set in parts.headers.get_all(header::SET_COOKIE) {
            let pair = set.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let text = String::from_utf8_lossy(&to_bytes(body, usize::MAX).await.unwrap()).into_owned();
        Answer { status: parts.status, headers: parts.headers, text }
    }

    /// The session that the browser holds.
    pub(crate) fn session(&self) -> Option<String> {
        self.cookies.get("session").cloned()
    }

    /// Whether the browser holds a session.
    pub(crate) fn has_session(&self) -> bool {
        self.cookies.get("session").is_some_and(|token| !token.is_empty())
    }
}

impl Answer {
    /// Where it sends the browser.
    pub(crate) fn location(&self) -> &str {
        self.headers[header::LOCATION].to_str().unwrap()
    }
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
