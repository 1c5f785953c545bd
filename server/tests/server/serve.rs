//! `nextrung serve`: a real process, asked over HTTP.

use std::io::Read;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use model::RequestId;
use operations::Password;
use policy::{Actor, Context};
use serde_json::Value;
use store::{Settings, Store};

use crate::program::nextrung;
use crate::samples;
use crate::served::{Served, eventually, post};

const SERVE: &str = "serve --listen 127.0.0.1:0";
const DEMO: &str = "serve --demo --listen 127.0.0.1:0";

fn empty() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// The program itself, as of now.
#[expect(clippy::disallowed_methods, reason = "what it looks at was done just now, by programs with a clock")]
fn system_now() -> Context {
    let now = jiff::Timestamp::now();
    let today = now.to_zoned(jiff::tz::TimeZone::UTC).date().to_string().parse().unwrap();
    Context { actor: Actor::System, now, today, request: store::new_id::<RequestId>(now) }
}

/// The password of the demonstration, and the names that sign in by it.
fn guests(said: &str) -> (String, Vec<String>) {
    let password = said.lines().find_map(|line| line.strip_prefix("Sign in with the password  ")).unwrap();
    let names = said.lines().filter_map(|line| line.strip_prefix("  ")).filter_map(|line| line.split_once(' '));
    (password.split(' ').next().unwrap().to_owned(), names.map(|(name, _)| name.to_owned()).collect())
}

fn verified(folder: &Path, database: &str) -> String {
    nextrung(folder, &format!("audit verify --database {database}")).quietly()
}

#[test]
fn a_server_lives_is_ready_answers_and_stops_when_it_is_asked() {
    let folder = empty();
    let served = Served::start(folder.path(), SERVE);
    for path in ["/healthz", "/readyz"] {
        let answered = served.get(path);
        assert_eq!((answered.status, answered.body.as_str()), (200, "ok\n"), "{path}");
    }
    let page = served.get("/sign-in");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("<form"), "{}", page.body);
    assert_eq!(served.get("/").location, "/sign-in", "signed out");
    assert_eq!(served.get("/nowhere").status, 404);
    let (code, log) = served.stop();
    assert_eq!(code, 0, "{log:#?}");
    let said = |what: &str| log.iter().filter(|line| line.contains(what)).count();
    assert_eq!((said("\"listens\""), said("\"stopped\"")), (1, 1), "{log:#?}");
    assert!(verified(folder.path(), "sqlite:nextrung.db").contains("; 0 wait to be sealed"));
}

#[test]
fn style_comes_with_the_program_and_one_that_was_built_without_says_so() {
    let folder = empty();
    let served = Served::start(folder.path(), SERVE);
    let page = served.get("/sign-in").body;
    let style = page.split('"').find(|part| part.ends_with(".css")).unwrap();
    let got = served.head(style, "content-encoding");
    let (_, log) = served.stop();
    let without = log.iter().any(|line| line.contains("without style"));
    assert_eq!(got, if without { (404, String::new()) } else { (200, "br".to_owned()) }, "{style}");
}

/// What `server/tasks/site` leaves of a page's 120,000 bytes for its own HTML.
const HTML: usize = 20_000;

#[test]
fn a_page_travels_compressed_and_leaves_room_for_what_it_loads() {
    let folder = empty();
    let served = Served::start(folder.path(), &format!("{DEMO} --today 2026-11-22"));
    let (password, names) = guests(&served.said);
    let meera = names.iter().find(|name| name.starts_with("meera.joshi")).unwrap();
    let session = served.post("/sign-in", &[("name", meera), ("password", &password)]).session;
    for path in ["/", "/people/1005", "/ladder", "/people/1005/tracks/csr-to-team-lead"] {
        let plain = served.get_as(path, &session).body;
        let (encoding, travels) = served.travels(path, &session);
        let mut read = String::new();
        flate2::read::GzDecoder::new(&travels[..]).read_to_string(&mut read).unwrap();
        assert_eq!((encoding.as_str(), read), ("gzip", plain), "{path}");
        assert!(travels.len() < HTML, "{path}: {}", travels.len());
    }
    assert_eq!(served.travels("/healthz", "").0, "", "what is no page goes as it is");
}

#[test]
fn the_demonstration_is_filled_once_and_its_people_sign_in() {
    let folder = empty();
    let served = Served::start(folder.path(), DEMO);
    let (password, names) = guests(&served.said);
    assert!(names.len() >= 12, "{}", served.said);
    let wrong = served.post("/sign-in", &[("name", &names[0]), ("password", "one-rung-at-a-timf")]);
    assert_eq!((wrong.status, wrong.session.as_str()), (422, ""));
    let signed_in = served.post("/sign-in", &[("name", &names[0]), ("password", &password)]);
    assert_eq!((signed_in.status, signed_in.location.as_str()), (303, "/"), "{}", signed_in.body);
    assert_eq!(served.get_as("/", &signed_in.session).status, 200);
    let (code, log) = served.stop();
    assert_eq!(code, 0, "{log:#?}");
    assert!(verified(folder.path(), "sqlite:nextrung.db").contains("; 0 wait to be sealed"));
    let accounts = nextrung(folder.path(), "user list").quietly();

    let again = Served::start(folder.path(), DEMO);
    assert_eq!(guests(&again.said), (password, names));
    assert_eq!(again.get_as("/", &signed_in.session).status, 200, "whoever was signed in still is");
    assert_eq!(again.stop().0, 0);
    assert_eq!(nextrung(folder.path(), "user list").quietly(), accounts);
}

#[test]
fn what_was_answered_before_a_stop_is_kept() {
    let folder = empty();
    let served = Served::start(folder.path(), DEMO);
    let (password, names) = guests(&served.said);
    let (url, password) = (served.url.clone(), &password);
    let sessions: Vec<String> = std::thread::scope(|scope| {
        let sign_in = |name: &String| {
            let (name, url) = (name.clone(), url.clone());
            scope.spawn(move || post(&url, "/sign-in", &[("name", &name), ("password", password)]).ok())
        };
        let signing_in: Vec<_> = names.iter().map(sign_in).collect();
        sleep(Duration::from_millis(200));
        served.signal("TERM");
        let answers = signing_in.into_iter().filter_map(|one| one.join().unwrap());
        answers.filter(|one| one.status == 303).map(|one| one.session).collect()
    });
    assert_eq!(served.stop_after_signal(), 0);
    assert!(verified(folder.path(), "sqlite:nextrung.db").contains("; 0 wait to be sealed"));
    let again = Served::start(folder.path(), DEMO);
    assert!(!sessions.is_empty(), "somebody was answered");
    for session in &sessions {
        assert_eq!(again.get_as("/", session).status, 200);
    }
}

#[test]
fn the_logs_name_routes_and_no_people() {
    let folder = empty();
    let served = Served::start(folder.path(), DEMO);
    let (password, names) = guests(&served.said);
    let signed_in = served.post("/sign-in?to=/people/1003", &[("name", &names[0]), ("password", &password)]);
    served.get_as("/people/1003?search=Pillai", &signed_in.session);
    served.get_as("/nowhere/1003", &signed_in.session);
    let (_, log) = served.stop();
    let lines: Vec<Value> = log.iter().map(|line| serde_json::from_str(line).expect(line)).collect();
    let answered: Vec<_> = lines.iter().filter(|line| line["message"] == "answered").collect();
    let sign_in = answered.iter().find(|line| line["route"] == "/sign-in").expect("the route as it is written");
    assert_eq!((sign_in["method"].as_str(), sign_in["status"].as_u64()), (Some("POST"), Some(303)));
    assert!(sign_in["ms"].is_number());
    let ids: std::collections::BTreeSet<_> = answered.iter().filter_map(|line| line["request"].as_str()).collect();
    assert_eq!(ids.len(), answered.len(), "a request has a number of its own");
    let log = log.join("\n").to_lowercase();
    for private in ["1003", "pillai", "asha", "halden.example", &password, &signed_in.session[8..]] {
        assert!(!log.contains(private), "{private}: {log}");
    }
}

#[test]
fn a_company_is_never_made_the_demonstration_nor_the_demonstration_served_as_a_company() {
    let folder = samples::folder();
    nextrung(folder.path(), "import people").quietly();
    let refused = nextrung(folder.path(), DEMO);
    assert_eq!((refused.code, refused.out.as_str()), (1, ""));
    assert!(refused.err.contains("not the demonstration"), "{}", refused.err);
    assert!(!nextrung(folder.path(), "user list").quietly().contains("halden"));

    Served::start(folder.path(), &format!("{DEMO} --database sqlite:demo.db")).kill();
    let refused = nextrung(folder.path(), &format!("{SERVE} --database sqlite:demo.db"));
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("--demo"), "{}", refused.err);
    let everywhere = nextrung(folder.path(), "serve --demo --listen 0.0.0.0 --database sqlite:demo.db");
    assert_eq!(everywhere.code, 2, "its passwords are known");
}

#[test]
fn the_first_administrator_is_shown_an_address_until_somebody_has_used_it() {
    let folder = empty();
    let served = Served::start(folder.path(), &format!("{SERVE} --url https://careers.example.org/"));
    let shown = |said: &str| {
        said.lines().find_map(|line| line.trim().strip_prefix("https://careers.example.org")).map(str::to_owned)
    };
    let first = shown(&served.said).expect("an address");
    served.kill();
    let served = Served::start(folder.path(), &format!("{SERVE} --url https://careers.example.org"));
    let address = shown(&served.said).expect("nobody used the first");
    assert_ne!(first, address);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let database = format!("sqlite:{}", folder.path().join("nextrung.db").display());
    let store = runtime.block_on(Store::open(&database, Settings::default())).unwrap();
    let ctx = Context { actor: Actor::Visitor, ..system_now() };
    let accept = |address: &str| {
        let token = address.rsplit('/').next().unwrap().parse().unwrap();
        runtime.block_on(operations::accept_invitation(&store, &ctx, &token, &Password::typed("one-rung-at-a-time")))
    };
    assert!(accept(&first).is_err(), "another came in its place");
    let welcome = accept(&address).unwrap();
    assert!(accept(&address).is_err(), "once");
    let session = format!("session={}", welcome.session.reveal());
    assert_eq!(served.get_as("/", &session).status, 200);
    runtime.block_on(store.close());
    served.stop();
    let served = Served::start(folder.path(), SERVE);
    assert_eq!(served.said, "");
}

#[test]
fn a_port_that_is_taken_means_the_next_unless_somebody_named_it() {
    let folder = empty();
    let one = Served::start(folder.path(), "serve");
    let other = Served::start(folder.path(), "serve");
    assert_ne!(one.url, other.url);
    let named = one.url.strip_prefix("http://").unwrap();
    let refused = nextrung(folder.path(), &format!("serve --listen {named}"));
    assert_eq!((refused.code, refused.out.as_str()), (3, ""));
    assert!(refused.err.contains(&format!("{named}: another program listens there already")), "{}", refused.err);
}

#[test]
fn measures_are_on_a_listener_of_their_own_and_name_routes() {
    let folder = empty();
    let served = Served::start(folder.path(), &format!("{DEMO} --metrics 127.0.0.1:0"));
    let at = served.said.lines().find_map(|line| line.strip_prefix("Measures are at ")).unwrap().to_owned();
    assert_eq!(served.get("/metrics").status, 404);
    served.get("/sign-in");
    served.get("/people/1003");
    let measures = || ureq::get(&at).call().unwrap().body_mut().read_to_string().unwrap();
    let found = |text: &str| measures().lines().any(|line| line.starts_with(text));
    let page = "nextrung_requests_seconds_count{method=\"GET\",route=\"/sign-in\",status=\"200\"} 1";
    assert!(found(page), "{}", measures());
    assert!(!measures().contains("1003"));
    assert!(found("nextrung_connections{state=\"idle\"} "), "{}", measures());
    for done in [
        "nextrung_people_to_update 0",
        "nextrung_deviations 0",
        "nextrung_job_runs_total{job=\"daily\",ended=\"done\"} 3",
        "nextrung_job_runs_total{job=\"seal\",ended=\"done\"} ",
    ] {
        eventually(done, || found(done));
    }
}

#[test]
fn two_servers_on_one_postgresql_do_a_job_once_and_go_on_when_one_is_killed() {
    let folder = samples::folder();
    let run = |line: &str| nextrung(folder.path(), line);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let name = format!("served_{}", std::process::id());
    let database = runtime.block_on(store::create_database(&crate::killed::postgres(), &name)).unwrap();
    run(&format!("import people --database {database}")).quietly();
    let start = || Served::start(folder.path(), &format!("{SERVE} --database {database}"));
    let (one, other) = (start(), start());
    let lines = || [one.log(), other.log()].concat();
    let done = |job: &str| {
        let job = format!("\"job\":\"{job}\"");
        lines().iter().filter(|line| line.contains("done for the day") && line.contains(&job)).count()
    };
    let jobs = ["disable_those_who_left", "forget_what_ran_out", "check_sample"];
    eventually("the day's jobs are done", || jobs.iter().all(|job| done(job) > 0));
    // Each server comes by once more.
    sleep(Duration::from_secs(6));
    assert!(jobs.iter().all(|job| done(job) == 1), "{:#?}", lines());

    one.kill();
    std::fs::create_dir(folder.path().join("later")).unwrap();
    let newcomer = "employee_number,full_name,hired_on,job\n7,Eva Ek,2026-01-05,csr\n";
    samples::write(folder.path(), "later/employees.csv", newcomer);
    run(&format!("import later --database {database}")).quietly();
    let store = runtime.block_on(Store::open(&database, Settings::default())).unwrap();
    let ctx = system_now();
    eventually("who came in is assessed", || {
        runtime.block_on(operations::people_to_update(&store, &ctx)).unwrap() == 0
    });
    let sealed = || run(&format!("audit verify --database {database}")).quietly();
    eventually("what was done is sealed", || sealed().contains("; 0 wait to be sealed"));
    assert_eq!(other.get("/readyz").status, 200);
    assert_eq!(other.stop().0, 0);
    runtime.block_on(store.close());
}
