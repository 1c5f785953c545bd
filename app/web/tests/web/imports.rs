//! Files of other systems: uploaded, mapped, checked, applied, undone, as pages.

use std::path::Path;
use std::time::Duration;

use axum::http::StatusCode;
use files::{BundleWriter, Person};
use model::{Access, Stage, UploadId};
use policy::Context;

use crate::database::{Engine, on_each_engine, system_on};
use crate::site::{Answer, Browser, Site, TODAY};

on_each_engine! {
    a_bundle_is_uploaded_looked_at_applied_and_undone,
    the_same_file_again_changes_nothing,
    a_wrong_file_tells_every_problem_with_its_place_and_changes_nothing,
    what_makes_no_sense_is_asked_for_again,
    fewer_rows_than_last_time_wait_for_a_tick,
    who_is_no_hr_lead_neither_sees_nor_does_any_of_it,
    a_file_on_its_way_is_its_owners_alone,
    two_hr_leads_at_once_come_in_one_after_the_other,
    what_a_dead_server_left_says_so_and_is_checked_again,
    an_import_on_which_something_rests_says_why_it_stays,
}

/// The fields of a form with files: the name of each, the file's, and what it holds.
pub(crate) type Fields<'f> = &'f [(&'f str, Option<&'f str>, &'f [u8])];

pub(crate) const LEAD: &[(Access, Option<&str>)] = &[(Access::HrLead, None)];

fn cast() -> Vec<Person> {
    demo::cast(TODAY.parse().unwrap(), files::default_ladder())
}

/// People as a .zip.
pub(crate) fn zipped(people: &[Person]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bundle.zip");
    let mut bundle = BundleWriter::create(&path, files::default_ladder()).unwrap();
    people.iter().for_each(|person| bundle.write(person).unwrap());
    bundle.finish().unwrap();
    std::fs::read(path).unwrap()
}

pub(crate) fn sample(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../files/samples").join(path)).unwrap()
}

/// Follows to the page where it is sent, and looks again until nothing is under way there.
pub(crate) async fn follow(browser: &mut Browser<'_>, answer: Answer) -> (String, Answer) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let mut at = answer.location().to_owned();
    for _ in 0..600 {
        let page = browser.get(&at).await;
        if page.status == StatusCode::SEE_OTHER {
            at = page.location().to_owned();
        } else if page.headers.contains_key("refresh") {
            tokio::time::sleep(Duration::from_millis(100)).await;
        } else {
            return (at, page);
        }
    }
    panic!("{at} is never done");
}

pub(crate) async fn upload(browser: &mut Browser<'_>, name: &str, bytes: &[u8]) -> (String, Answer) {
    let answer = browser.upload("/imports", &[("file", Some(name), bytes), ("mapping", None, b"")]).await;
    follow(browser, answer).await
}

pub(crate) async fn apply(browser: &mut Browser<'_>, at: &str) -> (String, Answer) {
    let answer = browser.post(at, &[("act", "apply")]).await;
    follow(browser, answer).await
}

/// Everyone by number, with their name.
async fn everyone(site: &Site) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let each = |person: &Person| {
        found.push((person.employee.employee_number.to_string(), person.employee.full_name.clone()));
        Ok(())
    };
    operations::export(&site.database.store, &system_on(TODAY), files::default_ladder(), each).await.unwrap();
    found
}

fn renamed(mut people: Vec<Person>) -> Vec<Person> {
    people[0].employee.full_name = "Zora Newname".to_owned();
    people
}

async fn a_bundle_is_uploaded_looked_at_applied_and_undone(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let before = everyone(&site).await;
    let mut lead = site.signed_in("lead", LEAD).await;
    let first = lead.get("/imports").await;
    assert!(first.text.contains(r#"enctype="multipart/form-data""#) && first.text.contains("cast"), "{}", first.text);

    let (at, page) = upload(&mut lead, "november.zip", &zipped(&renamed(cast()))).await;
    assert!(page.text.contains("<h1>november.zip: what would change</h1>"), "{}", page.text);
    assert!(page.text.contains("Apply the change"), "{}", page.text);
    assert!(page.text.contains("<ins>full_name: Zora Newname</ins>"), "{}", page.text);
    assert!(page.text.contains(&format!("<del>full_name: {}</del>", cast()[0].employee.full_name)), "{}", page.text);
    assert_eq!(everyone(&site).await, before, "a look changes nothing");
    let list = lead.get("/imports").await;
    assert!(list.text.contains("checked, waits for you"), "{}", list.text);

    let (at, page) = apply(&mut lead, &at).await;
    let id = at.trim_start_matches("/imports/").split('?').next().unwrap().to_owned();
    assert!(page.text.contains("1 change is applied") && page.text.contains("Undo this import"), "{}", page.text);
    assert_ne!(everyone(&site).await, before);
    let list = lead.get("/imports").await;
    assert!(list.text.contains("november.zip") && !list.text.contains("waits for you"), "{}", list.text);

    let ask = lead.get(&format!("/imports/{id}/undo")).await;
    assert!(ask.text.contains("Undo november.zip?") && ask.text.contains("1 change is taken back"), "{}", ask.text);
    let undone = lead.post(&format!("/imports/{id}/undo"), &[]).await;
    let (_, page) = follow(&mut lead, undone).await;
    assert!(page.text.contains("The import is undone") && !page.text.contains("Undo this import"), "{}", page.text);
    assert_eq!(everyone(&site).await, before);
    assert!(lead.get("/imports").await.text.contains("<td>undone</td>"));
}

async fn the_same_file_again_changes_nothing(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut lead = site.signed_in("lead", LEAD).await;
    let (at, page) = upload(&mut lead, "again.zip", &zipped(&cast())).await;
    assert!(page.text.contains("Nothing would change"), "{}", page.text);
    assert!(!page.text.contains(r#"value="apply""#), "there is nothing to apply");
    let (_, page) = apply(&mut lead, &at).await;
    assert!(page.text.contains("nothing changed"), "{}", page.text);
    let thrown = lead.post(&at, &[("act", "discard")]).await;
    assert_eq!(thrown.location(), "/imports");
    assert_eq!(lead.get(&at).await.status, StatusCode::NOT_FOUND);
}

async fn a_wrong_file_tells_every_problem_with_its_place_and_changes_nothing(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let before = everyone(&site).await;
    let mut lead = site.signed_in("lead", LEAD).await;
    let rows: String =
        (0..70).map(|number| format!("{},Person {number},2026-31-01,senior-cs\n", 9000 + number)).collect();
    let employees = format!("employee_number,full_name,hired_on,job\n{rows}");
    let metrics = "employee_number,metric,month,value\n9000,csat,2026-01,\"9,2\"\n";
    let fields: Fields<'_> =
        &[("file", Some("employees.csv"), employees.as_bytes()), ("file", Some("metrics.csv"), metrics.as_bytes())];
    let answer = lead.upload("/imports", fields).await;
    let (at, page) = follow(&mut lead, answer).await;
    assert!(page.text.contains("cannot be loaded yet"), "{}", page.text);
    assert!(page.text.contains("did you mean") && page.text.contains("senior-csr"), "{}", page.text);
    let next = page.text.split("rel=\"next\"").next().unwrap();
    assert_ne!(next.len(), page.text.len(), "140 problems have a next page: {}", page.text);
    let mut seen = page.text.matches("<td class=\"table__text\">").count();
    for from in [50, 100] {
        let page = lead.get(&format!("{at}?refused={from}")).await;
        seen += page.text.matches("<td class=\"table__text\">").count();
        assert_eq!(page.text.contains("metrics.csv</th>"), from == 100, "{}", page.text);
    }
    assert_eq!(seen, 141);
    assert!(!page.text.contains(r#"value="apply""#) && !page.text.contains("/tmp/"), "{}", page.text);
    let applied = lead.post(&at, &[("act", "apply")]).await;
    let (_, page) = follow(&mut lead, applied).await;
    assert!(page.text.contains("141 problems"), "it is as it was: {}", page.text);
    assert_eq!(everyone(&site).await, before);

    let (_, page) = upload(&mut lead, "photo.zip", b"PK but no archive").await;
    assert!(page.text.contains("photo.zip</th>") && !page.text.contains("/tmp/"), "{}", page.text);
}

async fn what_makes_no_sense_is_asked_for_again(engine: Engine) {
    let site = Site::empty(engine).await;
    let mut lead = site.signed_in("lead", LEAD).await;
    let long = vec![b' '; 70_000];
    let cases: &[(Fields<'_>, &str)] = &[
        (&[("file", Some(""), b"")], "Choose a file."),
        (&[("file", Some("a.csv"), b"")], "a.csv is empty."),
        (&[("file", Some("employees.csv"), b"x"), ("file", Some("b.csv"), b"x")], "b.csv is no file of a bundle."),
        (
            &[("file", Some("a.csv"), b"x"), ("file", Some("b.csv"), b"x"), ("mapping_file", Some("m.toml"), b"x")],
            "A mapping reads one file.",
        ),
        (&[("file", Some("a.csv"), b"x"), ("mapping_file", Some("m.toml"), &long)], "more than 64 KiB"),
    ];
    for (fields, text) in cases {
        let answer = lead.upload("/imports", fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
        assert!(answer.text.contains(text) && answer.text.contains("error-summary"), "{text}: {}", answer.text);
    }
    assert!(!lead.get("/imports").await.text.contains("/imports/files/"), "nothing of it is kept");
}

async fn fewer_rows_than_last_time_wait_for_a_tick(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut lead = site.signed_in("lead", LEAD).await;
    let half: Vec<Person> = cast()
        .into_iter()
        .take(2)
        .map(|mut one| {
            one.employee.manager_number = None;
            one
        })
        .collect();
    let zip = zipped(&half);
    let answer = lead.upload("/imports", &[("file", Some("half.zip"), &zip), ("replace", None, b"employees")]).await;
    let (at, page) = follow(&mut lead, answer).await;
    let all = cast().len();
    let held = format!("Employees: 2 rows where the last import had {all}.");
    assert!(page.text.contains(&held), "{}", page.text);
    let refused = lead.post(&at, &[("act", "apply")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("Tick that it is right"), "{}", refused.text);
    let applied = lead.post(&at, &[("act", "apply"), ("accept", "fewer")]).await;
    let (_, page) = follow(&mut lead, applied).await;
    assert!(page.text.contains("changes are applied"), "{}", page.text);
}

async fn who_is_no_hr_lead_neither_sees_nor_does_any_of_it(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut lead = site.signed_in("lead", LEAD).await;
    let (at, _) = upload(&mut lead, "november.zip", &zipped(&renamed(cast()))).await;
    let (applied, _) = apply(&mut lead, &at).await;
    let applied = applied.split('?').next().unwrap().to_owned();
    let paths =
        ["/imports".to_owned(), at.clone(), format!("{at}/mapping"), applied.clone(), format!("{applied}/undo")];
    for access in [None, Some(Access::HrPartner), Some(Access::Auditor), Some(Access::Administrator)] {
        let partner = (access == Some(Access::HrPartner)).then_some("Lisbon");
        let grants: Vec<_> = access.into_iter().map(|access| (access, partner)).collect();
        let mut other = site.signed_in(&format!("other-{access:?}").to_lowercase(), &grants).await;
        for path in &paths {
            let answer = other.get(path).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{access:?} {path}");
            assert!(!answer.text.contains("november"), "{path}");
        }
        let sent = other.upload("/imports", &[("file", Some("a.csv"), b"x")]).await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN);
        for (path, act) in [(&at, "apply"), (&at, "discard"), (&applied, "")] {
            let path = if act.is_empty() { format!("{path}/undo") } else { path.clone() };
            assert_eq!(other.post(&path, &[("act", act)]).await.status, StatusCode::FORBIDDEN, "{path}");
        }
    }
    let mut nobody = site.browser();
    for path in &paths {
        assert_eq!(nobody.get(path).await.status, StatusCode::SEE_OTHER, "{path}");
    }
}

async fn a_file_on_its_way_is_its_owners_alone(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut lead = site.signed_in("lead", LEAD).await;
    let mut other = site.signed_in("other-lead", LEAD).await;
    let (at, _) = upload(&mut lead, "november.zip", &zipped(&renamed(cast()))).await;
    for path in [at.clone(), format!("{at}/mapping"), "/imports/files/7".to_owned(), "/imports/7".to_owned()] {
        assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for act in ["apply", "discard", "check"] {
        assert_eq!(other.post(&at, &[("act", act)]).await.status, StatusCode::NOT_FOUND, "{act}");
    }
    assert!(!other.get("/imports").await.text.contains("november"));
    assert!(lead.get(&at).await.text.contains("Apply the change"), "nothing of that touched it");
}

async fn two_hr_leads_at_once_come_in_one_after_the_other(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut one = site.signed_in("lead", LEAD).await;
    let mut other = site.signed_in("other-lead", LEAD).await;
    let mut moved = cast();
    moved.iter_mut().for_each(|person| person.employee.place.unit = Some("North".into()));
    let (first, _) = upload(&mut one, "names.zip", &zipped(&renamed(cast()))).await;
    let (second, _) = upload(&mut other, "units.zip", &zipped(&moved)).await;
    let (done, done_too) = tokio::join!(apply(&mut one, &first), apply(&mut other, &second));
    for (_, page) in [done, done_too] {
        assert!(page.text.contains("applied</h2>"), "{}", page.text);
    }
    assert!(everyone(&site).await.len() == cast().len());
    let list = one.get("/imports").await.text;
    assert!(list.contains("names.zip") && list.contains("units.zip"), "{list}");
}

/// As the server that checked an upload left it when it was killed.
async fn leave_for_dead(site: &Site, at: &str, stage: Stage) {
    let id: uuid::Uuid = at.trim_start_matches("/imports/files/").parse().unwrap();
    let now = system_on(TODAY);
    let permit = policy::authorize_system(policy::Act::Import, model::Subject::Company);
    let then = now.now.checked_sub(jiff::SignedDuration::from_secs(150)).unwrap();
    let ctx = Context { now: then, ..now };
    let begun = site.database.store.prepare(&ctx, async |preparation| {
        let run = (UploadId(id), uuid::Uuid::from_u128(1));
        preparation.uploads().begin(&permit, run, stage, then, then).await
    });
    assert!(begun.await.unwrap());
}

async fn what_a_dead_server_left_says_so_and_is_checked_again(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let before = everyone(&site).await;
    let mut lead = site.signed_in("lead", LEAD).await;
    let (at, _) = upload(&mut lead, "november.zip", &zipped(&renamed(cast()))).await;
    for stage in [Stage::Checking, Stage::Applying] {
        leave_for_dead(&site, &at, stage).await;
        let page = lead.get(&at).await;
        assert!(page.text.contains("The server stopped in the middle. Nothing was changed."), "{}", page.text);
        assert!(!page.headers.contains_key("refresh"));
        assert_eq!(everyone(&site).await, before);
        let again = lead.post(&at, &[("act", "check")]).await;
        let (_, page) = follow(&mut lead, again).await;
        assert!(page.text.contains("Apply the change"), "{}", page.text);
    }
    apply(&mut lead, &at).await;
    assert_ne!(everyone(&site).await, before);
}

async fn an_import_on_which_something_rests_says_why_it_stays(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut lead = site.signed_in("lead", LEAD).await;
    let (at, _) = upload(&mut lead, "first.zip", &zipped(&renamed(cast()))).await;
    let (first, _) = apply(&mut lead, &at).await;
    let (at, _) = upload(&mut lead, "second.zip", &zipped(&cast())).await;
    apply(&mut lead, &at).await;
    let first = first.split('?').next().unwrap();
    let page = lead.get(first).await;
    assert!(page.text.contains("later changes corrected or ended 1 of its facts"), "{}", page.text);
    let refused = lead.post(&format!("{first}/undo"), &[]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text.contains("It cannot be undone") && refused.text.contains("rests on it"), "{}", refused.text);
}
