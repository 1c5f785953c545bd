//! What the review costs with 10,000 nominations that wait for HR: each page as a browser is answered, from the session
//! to the last byte, on one engine.
//!
//!     cargo bench -p web --bench review -- sqlite     # or postgres
//!
//! PostgreSQL's server is named as for the tests. Figures: `../../operations/benches/README.md`.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on stops")]
#![allow(clippy::print_stdout, reason = "a benchmark says what it measured")]
#![allow(clippy::disallowed_methods, reason = "a benchmark has a clock and no command line of its own")]

#[path = "../../operations/tests/operations/database.rs"]
#[allow(dead_code, unused_imports, unused_macros, reason = "the tests use more of it")]
mod database;
#[path = "../tests/web/site.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod site;

use std::time::{Duration, Instant};

use files::{Packet, Person};
use model::{
    Access, Attention, Event, EvidenceId, Frozen, Moment, Nomination, NominationAct, NominationId, State, Subject, Told,
};
use operations::import::{Options, import};
use operations::new_id;
use policy::{Act, authorize_system};
use rules::{Action, Criterion, Finding, Ladder, Sentences, TrackId};
use store::{FrozenEvidence, Tx};

use database::{Engine, system_on};
use site::{Browser, Site, TODAY};

/// How many people there are.
const PEOPLE: u64 = 20_000;
/// How many nominations wait.
const WAITING: usize = 10_000;
/// How often each page is asked for.
const TIMES: usize = 300;
const TRACKS: &[&str] = &["csr-to-team-lead", "csr-to-senior-csr", "csr-to-quality-analyst", "csr-to-hr"];

/// Sentences are not what is measured.
struct Wordless;

impl Sentences for Wordless {
    fn finding(&self, _: &Ladder, criterion: &Criterion, _: &Finding, _: rules::Day) -> String {
        format!("{:?}", criterion.rule.kind())
    }

    fn action(&self, _: &Ladder, criterion: &Criterion, _: &Action) -> String {
        format!("{:?}", criterion.rule.kind())
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let engine = match std::env::args().nth(1).as_deref() {
        Some("sqlite") => Engine::Sqlite,
        Some("postgres") => Engine::Postgres,
        _ => return println!("which engine? sqlite or postgres"),
    };
    let site = Site::empty(engine).await;
    let people: Vec<Person> = demo::generate(PEOPLE, 7, TODAY.parse().unwrap(), files::default_ladder()).collect();
    let options = Options { name: "everyone".to_owned(), ..Options::default() };
    import(&site.database.store, &system_on(TODAY), &options, || Ok(people.iter().cloned().map(Ok))).await.unwrap();
    let waiting = nominate(&site, &people).await;
    println!("{WAITING} nominations of {PEOPLE} people wait, {} of them on the first track", waiting.len());

    let largest = largest_site(&people);
    let mut lead = site.signed_in("lead", &[(Access::HrLead, None)]).await;
    let mut partner = site.signed_in("partner", &[(Access::HrPartner, Some(&largest))]).await;
    let chosen: Vec<String> = waiting.iter().take(8).map(|id| format!("chosen={id}_2")).collect();
    let compare = format!("/review/compare?{}", chosen.join("&"));
    let deep = deep(&mut lead).await;
    let narrow = format!("/review?track=csr-to-hr&state=in_review&site={largest}");
    for (what, path) in [
        ("the queue", "/review"),
        ("the queue, a hundred pages on", deep.as_str()),
        ("the queue of a track", "/review?track=csr-to-quality-analyst"),
        ("the queue of a track, a state and a site", &narrow),
        ("8 candidates side by side", &compare),
        ("home, with how many wait", "/"),
    ] {
        measure("an HR lead", what, path, &mut lead).await;
    }
    for (what, path) in [("the queue", "/review"), ("the queue of a state", "/review?state=in_review")] {
        measure("an HR partner", what, path, &mut partner).await;
    }
}

/// The candidates are handed in, with what was frozen of each, a thousand at a time; those of one track.
async fn nominate(site: &Site, people: &[Person]) -> Vec<NominationId> {
    let ladder = files::default_ladder();
    let tracks: Vec<TrackId> = TRACKS
        .iter()
        .map(|code| ladder.track_ids().find(|id| ladder.track(*id).code == **code).expect("it is on the ladder"))
        .collect();
    let candidates: Vec<&Person> =
        people.iter().filter(|one| ladder.catalogue.job(one.employee.job).code == "csr").take(WAITING).collect();
    let (ctx, mut all) = (system_on(TODAY), Vec::new());
    for (piece, some) in candidates.chunks(1000).enumerate() {
        let nominated = site.database.store.write(&ctx, async |tx: &mut Tx| {
            let mut ids = Vec::new();
            for (at, person) in some.iter().enumerate() {
                let at = piece * 1000 + at;
                let track = at % TRACKS.len();
                let id = hand_in(tx, person, (TRACKS[track], tracks[track]), at).await?;
                if track == 0 {
                    ids.push(id);
                }
            }
            tx.record(Event::DaySwept { day: TODAY.to_owned() });
            Ok::<_, store::Error>(ids)
        });
        all.extend(nominated.await.unwrap());
    }
    all
}

async fn hand_in(
    tx: &mut Tx,
    person: &Person,
    (track, track_id): (&str, TrackId),
    at: usize,
) -> Result<NominationId, store::Error> {
    let ctx = system_on(TODAY);
    let number = person.employee.employee_number.to_string();
    let known = authorize_system(Act::Assess, Subject::Company);
    let candidate = tx.employees().by_numbers(&known, &[&number]).await?.remove(0);
    let id: NominationId = new_id(ctx.now);
    let step = |act| authorize_system(Act::Nominate(act), Subject::Nomination(id));
    let since_on = ctx.today.plus_days(-i32::try_from(at % 60).unwrap());
    let begun =
        Nomination::begin(id, (candidate.employee.id, track), NominationAct::Start, since_on).expect("it can begin");
    tx.nominations().add(&step(NominationAct::Start), &begun).await?;
    let mut one = Nomination { revision: 2, told: Told { candidate: true, hr: true }, ..begun };
    one.state = if at.is_multiple_of(3) { State::InReview } else { State::Submitted };
    one.case.text = "They lead already: the shift asks them first, and newcomers learn beside them. ".repeat(6);
    one.frozen = Some(Frozen { revision: candidate.revision, attention: Attention::ALL[at % 4] });
    tx.nominations().save(step(NominationAct::Consent), &one).await?;
    let packet = Packet::freeze(person, files::default_ladder(), track_id, None, ctx.today, &Wordless).unwrap();
    let document = packet.to_bytes();
    let digest = Packet::digest_of(&document);
    let frozen = FrozenEvidence {
        id: new_id::<EvidenceId>(ctx.now),
        nomination: id,
        moment: Moment::Consent,
        document: String::from_utf8(document).unwrap(),
        digest,
        frozen_at: ctx.now,
    };
    tx.evidence().freeze(&step(NominationAct::Consent), &frozen).await?;
    Ok(id)
}

/// The site at which most people work.
fn largest_site(people: &[Person]) -> String {
    let mut sites = std::collections::BTreeMap::<String, usize>::new();
    for site in people.iter().filter_map(|one| one.employee.place.site.as_ref()) {
        *sites.entry(site.to_string()).or_default() += 1;
    }
    sites.into_iter().max_by_key(|(_, people)| *people).unwrap().0
}

/// The address of a page a hundred pages on, as one comes there.
async fn deep(lead: &mut Browser<'_>) -> String {
    let mut path = "/review".to_owned();
    for _ in 0..100 {
        let page = lead.get(&path).await.text;
        let (before, _) = page.split_once("\" rel=\"next\"").expect("it goes on");
        path = before.rsplit_once("href=\"").unwrap().1.replace("&amp;", "&");
    }
    path
}

async fn measure(who: &str, what: &str, path: &str, browser: &mut Browser<'_>) {
    let mut took = Vec::new();
    let mut bytes = 0;
    for _ in 0..TIMES {
        let begun = Instant::now();
        let page = browser.get(path).await;
        took.push(begun.elapsed());
        assert!(page.status.is_success(), "{path}: {}", page.status);
        bytes = page.text.len();
    }
    took.sort();
    let at = |share: f64| -> Duration { took[(took.len() as f64 * share) as usize] };
    println!("{who}, {what}: median {:.1?}, p99 {:.1?}, most {:.1?}; {bytes} bytes", at(0.5), at(0.99), at(0.9999));
}
