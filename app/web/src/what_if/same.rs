//! Browser and server give the same answer: Node.js runs the module that browsers load, as `cargo site` made it.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use policy::Sight;
use rules::{Day, Entry, Facts, Ladder, TrackId};
use serde_json::{Value, json};
use words::English;

use super::island::{Stage, WhatIf};
use super::setting::{self, Question};

const PEOPLE: u64 = 125;
const SCENARIOS_EACH: usize = 8;

/// Chance that is the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count
    }

    fn one<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }
}

/// One to four changes and perhaps a later day, as the browser hands them over; now and then one that is wrong.
fn typed(dice: &mut Dice, ladder: &Ladder, as_of: Day) -> String {
    let catalogue = &ladder.catalogue;
    let days = |from: i32, count: usize, dice: &mut Dice| as_of.plus_days(from + dice.below(count) as i32);
    let mut lines = Vec::new();
    let mut field = |name: &str, value: String| lines.extend([name.to_owned(), value]);
    for _ in 0..=dice.below(4) {
        let on = days(-200, 900, dice);
        match dice.below(6) {
            0 => field("what", format!("certification:{}", dice.one(&catalogue.certifications).code())),
            1 => field("what", format!("course:{}", dice.one(&catalogue.courses).code())),
            2 => {
                field("what", format!("language:{}", dice.one(&["de", "en", "hi", "ja", "pt-br"])));
                field("value", dice.one(&["A2", "B2", "C1", "native"]).to_string());
            }
            3 => {
                let first = on.month();
                field("what", format!("metric:{}", dice.one(&catalogue.metrics).code()));
                field("value", dice.one(&["3", "60.25", "88.5", "92", "97.1234"]).to_string());
                field("on", first.to_string());
                field("until", first.plus(dice.below(7) as i32).to_string());
                continue;
            }
            4 => {
                field("what", "leave".to_owned());
                field("until", on.plus_days(dice.below(120) as i32 - 3).to_string());
            }
            _ => field("what", String::new()),
        }
        let (year, month, day) = on.ymd();
        field("on", if dice.below(12) == 0 { format!("{day}/{month}/{year}") } else { on.to_string() });
    }
    if dice.below(3) == 0 {
        field("day", days(1, 700, dice).to_string());
    }
    lines.join("\n")
}

/// Somebody, as a page about them would hold it, and what the server says of some scenarios.
fn case(dice: &mut Dice, words: &English, ladder: &Ladder, facts: &Facts, as_of: Day) -> Value {
    let track = TrackId(dice.below(ladder.tracks.len()) as u16);
    let pinned = (dice.below(5) == 0).then(|| ladder.track(track).versions[0].effective_from);
    let sight = *dice.one(&[Sight::Own, Sight::Hr, Sight::Line]);
    let what_if = setting::of(words, "/icons.svg", &Question { ladder, facts, sight, track, pinned, as_of });
    let scenario = |_| {
        let typed = typed(dice, ladder, as_of);
        json!({
            "typed": typed,
            "json": what_if.assessments(&typed),
            "typing": what_if.answer(&typed, Stage::Typing),
            "left": what_if.answer(&typed, Stage::Left),
            "sent": what_if.answer(&typed, Stage::Sent),
        })
    };
    json!({ "sealed": setting::sealed(&what_if), "scenarios": (0..SCENARIOS_EACH).map(scenario).collect::<Vec<_>>() })
}

#[test]
fn browser_and_server_say_the_same_of_a_thousand_scenarios() {
    let (words, ladder) = (English::new(), files::default_ladder());
    let as_of: Day = "2026-11-22".parse().unwrap();
    let mut dice = Dice(2026);
    let people = demo::cast(as_of, ladder).into_iter().chain(demo::generate(PEOPLE, 7, as_of, ladder));
    let mut lines = String::new();
    let (mut scenarios, mut answered, mut changed) = (0, 0, 0);
    for person in people.take(PEOPLE as usize) {
        let case = case(&mut dice, &words, ladder, &person.facts(), as_of);
        for one in case["scenarios"].as_array().unwrap() {
            scenarios += 1;
            answered += usize::from(one["json"].is_string());
            changed += usize::from(one["sent"].as_str().unwrap().contains("class=\"changed\""));
        }
        lines += &format!("{case}\n");
    }
    assert!(scenarios == 1000 && answered > 600 && changed > 150, "{scenarios}, {answered}, {changed}: too tame");

    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let site = here.join("../../target/site/pkg");
    assert!(site.join("nextrung.wasm").is_file(), "{}: run `cargo site`, which makes it", site.display());
    let mut node = Command::new("node");
    node.arg(here.join("client/same.mjs")).arg(&site).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut node = node.spawn().expect("Node.js is missing: install it, version 20 or later");
    node.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let said = node.wait_with_output().unwrap();
    let told = String::from_utf8_lossy(&said.stdout);
    assert!(said.status.success(), "is the site of before? `cargo site` makes it anew\n{told}");
    assert_eq!(told.trim(), "1000 scenarios, the same");
}

#[test]
fn what_a_page_holds_for_the_browser_is_read_as_it_was_written() {
    let (words, ladder) = (English::new(), files::default_ladder());
    let as_of: Day = "2026-11-22".parse().unwrap();
    for person in demo::cast(as_of, ladder) {
        let facts = person.facts();
        let question = Question { ladder, facts: &facts, sight: Sight::Own, track: TrackId(0), pinned: None, as_of };
        let what_if = setting::of(&words, "", &question);
        let read = WhatIf::read(&postcard::to_allocvec(&what_if).unwrap()).unwrap();
        assert_eq!((&read.asked.facts, &read.asked.ladder), (&what_if.asked.facts, &what_if.asked.ladder));
    }
}
