//! Every page in two languages that nobody speaks: it says which it is and which way it runs, and has no text that did
//! not come from the word files or from what is kept.

mod company;

use std::collections::BTreeMap;

use axum::http::{Method, StatusCode, header};
use web::ROUTES;

use self::company::{READERS, draw, sign_in};
use crate::database::{Engine, on_each_engine};
use crate::pseudo::Pseudo;
use crate::site::Answer;
use crate::world::methods_at;

on_each_engine! {
    every_page_is_whole_in_every_language,
}

/// What is the same in every language: our name, the time zone of instants, and the levels of the CEFR.
const NAMES: &[&str] = &["Nextrung", "UTC", "A1", "A2", "B1", "B2", "C1", "C2"];

/// What stands around a text without being read.
const UNREAD: [&str; 4] = ["code", "textarea", "script", "style"];

/// The attributes whose text is read.
const READ: [&str; 5] = ["aria-label", "title", "alt", "placeholder", "aria-description"];

/// The texts of a page that somebody reads or hears.
fn texts(page: &str) -> Vec<String> {
    let (mut texts, mut within) = (Vec::new(), None::<&str>);
    for (at, part) in page.split('<').enumerate() {
        let (tag, text) = if at == 0 { ("", part) } else { part.split_once('>').unwrap_or((part, "")) };
        let name = tag.split([' ', '/', '\n']).next().unwrap_or_default();
        if let Some(closed) = tag.strip_prefix('/') {
            within = within.filter(|open| *open != closed);
        } else if let Some(open) = UNREAD.into_iter().find(|unread| *unread == name) {
            within = Some(open);
        }
        for attribute in READ {
            if let Some((_, rest)) = tag.split_once(&format!(" {attribute}=\"")) {
                texts.push(rest.split('"').next().unwrap().to_owned());
            }
        }
        if within.is_none() {
            texts.push(text.to_owned());
        }
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    let plain = |text: String| entities.iter().fold(text, |text, (entity, letter)| text.replace(entity, letter));
    texts.into_iter().map(plain).filter(|text| !text.trim().is_empty()).collect()
}

/// The words of a text that came from nowhere: they have letters that no word file and nobody here has.
fn strange(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| letter.is_whitespace() || ",;:()\"'“”„".contains(letter));
    let is_strange = |word: &&str| word.chars().any(|letter| letter.is_ascii_alphabetic());
    let is_name = |word: &str| {
        // What an import shows of a row begins with the column.
        let is_column = ["unit", "job", "employees"].contains(&word);
        // A column, a file or a code: letters with a mark that no word has in it.
        is_column
            || NAMES.contains(&word)
            || word.contains(['_', '@', '/'])
            || word
                .split_once('.')
                .is_some_and(|(name, ending)| !name.is_empty() && ["csv", "zip", "toml", "json"].contains(&ending))
    };
    words
        .filter(is_strange)
        .map(|word| word.trim_matches('.'))
        .filter(|word| !is_name(word))
        .map(str::to_owned)
        .collect()
}

/// How the one file begins that is for a program, whose columns are the same in every language.
const PROGRAMS: &str = "employee_number,effective_on,";

/// What is wrong within a file or a mapping is told in the words of the command line, which speaks English alone.
fn tells_of_a_file(address: &str) -> bool {
    address.contains("/imports/files/")
}

/// Whether a text is of a problem's, by the only such problems that these tests make.
fn is_of_a_file(text: &str) -> bool {
    ["a date is written", "a carriage return", "the ladder knows no", "there is no key", "the key `", "senior-cs"]
        .iter()
        .any(|problem| text.contains(problem))
}

/// What is wrong with an answer as a page of a language.
fn faults(pseudo: Pseudo, answer: &Answer) -> Vec<String> {
    let kind = answer.headers.get(header::CONTENT_TYPE).map(|kind| kind.to_str().unwrap());
    if answer.text.starts_with(PROGRAMS) {
        return Vec::new();
    }
    if kind.is_some_and(|kind| kind.starts_with("text/csv")) {
        return strange(answer.text.lines().next().unwrap());
    }
    if kind != Some("text/html; charset=utf-8") {
        return Vec::new();
    }
    let head = format!("<!DOCTYPE html><html lang=\"{}\" dir=\"{}\">", pseudo.tag(), pseudo.direction());
    let mut faults: Vec<String> =
        texts(&answer.text).iter().filter(|text| !strange(text).is_empty()).cloned().collect();
    if !answer.text.starts_with(&head) {
        faults.push("another language".to_owned());
    }
    faults
}

async fn every_page_is_whole_in_every_language(engine: Engine) {
    for pseudo in Pseudo::ALL {
        let world = draw(engine, pseudo).await;
        let (mut all, mut pages) = (BTreeMap::new(), 0);
        let mut look = |who: &str, address: &str, answer: &Answer| {
            pages += u32::from(answer.text.starts_with("<!DOCTYPE html>"));
            // Where it is found first is enough.
            for fault in
                faults(pseudo, answer).into_iter().filter(|fault| !(tells_of_a_file(address) && is_of_a_file(fault)))
            {
                all.entry(fault).or_insert_with(|| format!("{address}, to {who}"));
            }
        };
        for (name, _) in READERS.iter().copied().chain([("", &[][..])]) {
            let mut browser = world.site.browser();
            if !name.is_empty() {
                sign_in(&mut browser, name).await;
            }
            for address in ROUTES.iter().flat_map(|route| world.addresses(route)).chain(["/nowhere".to_owned()]) {
                look(name, &address, &browser.get(&address).await);
            }
            for route in ROUTES.iter().filter(|route| route.path != "/sign-out") {
                for address in world.addresses(route).into_iter().filter(|address| !address.contains('?')) {
                    if !methods_at(&mut world.site.browser(), &address).await.contains(&Method::POST) {
                        continue;
                    }
                    for fields in SENT {
                        let answer = browser.post(&address, fields).await;
                        look(name, &format!("POST {address}"), &answer);
                        if answer.status == StatusCode::SEE_OTHER && answer.location() != "/sign-in" {
                            let to = answer.location().to_owned();
                            look(name, &to, &browser.get(&to).await);
                        }
                    }
                }
            }
        }
        assert!(all.is_empty(), "{pseudo:?}: {all:#?}");
        assert!(pages > 300, "{pages}");
    }
}

/// Forms that are empty, wrong, and such that a rule stands against them.
const SENT: &[&[(&str, &str)]] = &[
    &[],
    &[("name", "9"), ("password", "9"), ("current_password", "9"), ("new_password", "9"), ("again_password", "8")],
    &[
        ("who", "1002\n77\n9003@"),
        ("access", "hr_partner"),
        ("until_on", "31"),
        ("manager", "1002"),
        ("deputy", "1002"),
        ("time_zone", "Asia/Kolkatta"),
    ],
    &[
        ("who", "1002"),
        ("access", "auditor"),
        ("site", "9"),
        ("from_on", "2027-02-02"),
        ("until_on", "2027-01-01"),
        ("reason", "9"),
        ("manager", "1002"),
        ("deputy", "77"),
        ("time_zone", "UTC"),
        ("text", "9 = 9"),
        ("act", "use"),
        ("name", "9"),
    ],
];
