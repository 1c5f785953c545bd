//! `/people/{number}`: what is known of a person, and what is not shown.

use axum::http::StatusCode;
use files::Person;
use model::Access;
use rules::{Day, Engine as Rules, Status};
use words::{English, Reader};

use crate::database::{Engine, on_each_engine};
use crate::read::{between, holds_word, text};
use crate::site::{Site, TODAY};

on_each_engine! {
    me_leads_to_ones_own_record,
    a_record_holds_what_is_known_and_each_track_with_its_status_and_date,
    no_page_of_a_person_holds_pay_gender_birth_year_or_anything_of_conduct,
    service_and_time_in_the_job_are_counted_as_the_rules_count_them,
    who_has_nothing_on_record_is_told_so,
    a_record_that_a_reader_may_not_see_is_not_there,
}

fn today() -> Day {
    TODAY.parse().unwrap()
}

fn of_the_cast(number: &str) -> Person {
    let cast = demo::cast(today(), files::default_ladder());
    cast.into_iter().find(|person| person.employee.employee_number == number).unwrap()
}

async fn me_leads_to_ones_own_record(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut own = site.signed_in("1004", &[]).await;
    assert_eq!(own.get("/me").await.location(), "/people/1004");
    assert_eq!(own.get("/people/1004").await.status, StatusCode::OK);
    let mut nobody = site.signed_in("admin@halden.example", &[(Access::Administrator, None)]).await;
    assert_eq!(nobody.get("/me").await.status, StatusCode::NOT_FOUND, "no record goes with that account");
}

async fn a_record_holds_what_is_known_and_each_track_with_its_status_and_date(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let (words, ladder) = (English::new(), files::default_ladder());
    for number in ["1004", "1011", "1020"] {
        let mut own = site.signed_in(number, &[]).await;
        let answer = own.get(&format!("/people/{number}")).await;
        let page = text(&answer.text);
        let person = of_the_cast(number);
        let facts = person.facts();
        page.holds(&person.employee.full_name);
        for row in &facts.credentials {
            page.holds(&ladder.catalogue.certification(row.certification).title);
            page.holds(&words.date(row.issued_on));
        }
        for row in &facts.proficiencies {
            page.holds(&words.language(&row.language));
        }
        for row in &facts.trainings {
            page.holds(&ladder.catalogue.course(row.course).title);
        }
        for row in &facts.assignments {
            page.holds(&words.date(row.started_on));
            page.holds(&ladder.catalogue.job(row.job).title);
        }
        let tracks = between(&answer.text, "id=\"tracks\"", "</section>");
        let rules = Rules::new(ladder);
        for track in ladder.track_ids() {
            let assessment = rules.explain(&facts, track, today()).unwrap();
            let code = &ladder.track(track).code;
            let address = format!("/people/{number}/tracks/{code}");
            let applies = assessment.decision.status != Status::NotApplicable;
            assert_eq!(tracks.contains(&address), applies, "{number}: {code}");
            if !applies {
                continue;
            }
            let row = text(between(tracks, &address, "</tr>"));
            for path in &assessment.binding {
                let version = &ladder.track(track).versions[0];
                row.holds(&words.heading(ladder, version.criterion(path).unwrap()));
            }
            if let Some(day) = assessment.decision.earliest_on.filter(|day| *day > today()) {
                row.holds(&words.timeline_from(words.date(day)));
            }
        }
    }
    let mut own = site.signed_in("1013", &[]).await;
    text(&own.get("/people/1013").await.text).holds("booked 13 Dec 2026");
}

async fn no_page_of_a_person_holds_pay_gender_birth_year_or_anything_of_conduct(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let words = English::new();
    let mut lead = site.signed_in("hr@halden.example", &[(Access::HrLead, None)]).await;
    let mut manager = site.signed_in("1002", &[]).await;
    for number in ["1014", "1023", "1008", "1017"] {
        let person = of_the_cast(number);
        let employee = &person.employee;
        let (pay, born) = (employee.annual_pay.unwrap().to_string(), employee.birth_year.unwrap().to_string());
        let mut marks = vec![pay, born, employee.currency.clone().unwrap().to_string()];
        marks.push(employee.gender.clone().unwrap().to_string());
        for row in &person.conduct {
            marks.push(row.kind.to_string());
            for day in [Some(row.action.issued_on), row.action.closed_on].into_iter().flatten() {
                marks.extend([day.to_string(), words.date(day)]);
            }
        }
        let mut own = site.signed_in(number, &[]).await;
        for browser in [&mut own, &mut lead, &mut manager] {
            let answer = browser.get(&format!("/people/{number}")).await;
            if answer.status == StatusCode::NOT_FOUND {
                continue;
            }
            for mark in &marks {
                assert!(!holds_word(&answer.text, mark), "{number}: {mark}");
            }
        }
    }
}

async fn service_and_time_in_the_job_are_counted_as_the_rules_count_them(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut lead = site.signed_in("hr@halden.example", &[(Access::HrLead, None)]).await;
    let away = "10 months and 30 days (since 22 Sep 2025; 93 days of leave do not count)";
    for (number, in_job, service) in [
        ("1004", "9 months (since 22 Feb 2026)", "9 months (since 22 Feb 2026)"),
        ("1007", away, away),
        ("1011", "6 months (since 22 May 2026)", "40 months (since 22 Jul 2023)"),
    ] {
        let page = lead.get(&format!("/people/{number}")).await;
        let job = text(between(&page.text, "id=\"job\"", "</section>"));
        job.holds(&format!("In the job {in_job}"));
        job.holds(&format!("Service {service}"));
    }
}

async fn who_has_nothing_on_record_is_told_so(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let words = English::new();
    let mut own = site.signed_in("1001", &[]).await;
    let page = own.get("/people/1001").await;
    let none = words.person_no_tracks(Reader::Own.code(), String::new());
    text(between(&page.text, "id=\"tracks\"", "</section>")).holds(&none);
    text(between(&page.text, "id=\"leave\"", "</section>")).holds(&words.person_nothing());
    let mut left = site.signed_in("hr@halden.example", &[(Access::HrLead, None)]).await;
    let page = left.get("/people/1012").await;
    text(between(&page.text, "id=\"job\"", "</section>")).holds(&words.person_not_employed());
}

async fn a_record_that_a_reader_may_not_see_is_not_there(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut own = site.signed_in("1004", &[]).await;
    let missing = own.get("/people/9999").await;
    let peer = own.get("/people/1003").await;
    assert_eq!((peer.status, &peer.text), (StatusCode::NOT_FOUND, &missing.text));
    let mut manager = site.signed_in("1002", &[]).await;
    assert_eq!(manager.get("/people/1003").await.status, StatusCode::OK, "a report");
    assert_eq!(manager.get("/people/1001").await.status, StatusCode::NOT_FOUND, "the manager's own manager");
    assert_eq!(site.read_log.flush(&site.database.store, &crate::database::system_on(TODAY)).await.unwrap(), 1);
}
