//! Two hundred candidates at once, by filling the forms that the pages show: each ends where its forms say.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use model::Access;

use crate::database::{Engine, on_each_engine};
use crate::read::{between, text};
use crate::site::{Browser, Site};

on_each_engine! {
    two_hundred_candidates_end_where_their_forms_say,
}

const CANDIDATES: usize = 200;
const TRACK: &str = "csr-to-team-lead";

/// The acts of each way, and what the pages call where it ends. Candidates take them in turn.
const WAYS: &[(&str, &str)] = &[
    ("start edit_case", "Draft"),
    ("start discard", "Discarded"),
    ("start edit_case propose", "Waits for the candidate"),
    ("start edit_case propose refuse", "Not wanted by the candidate"),
    ("start edit_case propose consent", "Handed in"),
    ("start edit_case propose consent withdraw", "Withdrawn"),
    ("start edit_case propose consent return", "Draft"),
    ("start edit_case propose consent take_up", "In review"),
    ("start edit_case propose consent take_up return edit_case propose", "Waits for the candidate"),
    ("start edit_case propose consent take_up approve", "Approved"),
    ("start edit_case propose consent take_up approve call_off", "Called off"),
    ("start edit_case propose consent take_up decline", "Declined"),
    ("start edit_case propose consent take_up decline appeal", "Appealed"),
    ("start edit_case propose consent take_up decline appeal uphold", "Decision upheld"),
    ("start edit_case propose consent take_up decline appeal grant_appeal", "In review"),
    ("show_interest", "Interest shown"),
    ("show_interest endorse edit_case", "Draft"),
    ("show_interest decline_interest", "Interest declined"),
    ("show_interest decline_interest ask_hr", "Interest, with HR"),
    ("show_interest withdraw", "Withdrawn"),
];

/// Who does an act, and what they type.
fn role(act: &str) -> (Who, &'static [(&'static str, &'static str)]) {
    match act {
        "start" | "discard" | "propose" | "endorse" => (Who::Manager, &[]),
        "edit_case" => (Who::Manager, &[("case-words", "Leads the early shift already.")]),
        "decline_interest" => (Who::Manager, &[("decline-interest-reason", "not_now")]),
        "show_interest" | "consent" => (Who::Candidate, &[]),
        "refuse" => (Who::Candidate, &[("refuse-words", "Not this year.")]),
        "withdraw" => (Who::Candidate, &[("withdraw-words", "I move house.")]),
        "ask_hr" => (Who::Candidate, &[("ask-hr-words", "Twice now.")]),
        "appeal" => (Who::Candidate, &[("appeal-words", "The calibrations are on record.")]),
        "take_up" => (Who::Partner, &[]),
        "return" => (Who::Partner, &[("return-reason", "case_too_thin")]),
        "approve" => (Who::Partner, &[("approve-on", "2026-12-01")]),
        "decline" => (Who::Partner, &[("decline-reason", "no_opening"), ("decline-words", "Ask again in spring.")]),
        "call_off" => (Who::Lead, &[("call-off-reason", "business_changed")]),
        "uphold" => (Who::Lead, &[("uphold-reason", "no_opening")]),
        "grant_appeal" => (Who::Lead, &[("grant-appeal-reason", "fact_in_doubt")]),
        other => panic!("nobody does {other}"),
    }
}

#[derive(Clone, Copy)]
enum Who {
    Candidate,
    Manager,
    Partner,
    Lead,
}

async fn two_hundred_candidates_end_where_their_forms_say(engine: Engine) {
    let site = Site::of_the_cast_and(engine, CANDIDATES, "1003").await;
    let mut manager = site.signed_in("1002", &[]).await;
    let mut partner = site.signed_in("hr", &[(Access::HrPartner, Some("Hyderabad"))]).await;
    let mut lead = site.signed_in("lead", &[(Access::HrLead, None)]).await;
    let mut ends = BTreeMap::new();
    for at in 0..CANDIDATES {
        let (way, end) = WAYS[at % WAYS.len()];
        let number = format!("{}", 1500 + at);
        let mut candidate = site.signed_in(&number, &[]).await;
        let mut page = format!("/people/{number}/tracks/{TRACK}");
        for act in way.split(' ') {
            let (who, typed) = role(act);
            let browser = match who {
                Who::Candidate => &mut candidate,
                Who::Manager => &mut manager,
                Who::Partner => &mut partner,
                Who::Lead => &mut lead,
            };
            let shown = browser.get(&page).await;
            assert_eq!(shown.status, StatusCode::OK, "{number} {act}");
            page = Form::of(&shown.text, act).filled(typed).post(browser).await;
        }
        let is_told = !way.starts_with("start") || way.contains("propose");
        let expected = if is_told { BTreeMap::from([(page.clone(), end.to_owned())]) } else { BTreeMap::new() };
        assert_eq!(listed(&mut candidate).await, expected, "{number}: {way}");
        ends.insert(page, (way, end));
    }
    assert_eq!(ends.len(), CANDIDATES, "each has one of their own");

    let of = |is_theirs: fn(&str) -> bool| -> BTreeMap<String, String> {
        let theirs = ends.iter().filter(|(_, (way, _))| is_theirs(way));
        theirs.map(|(page, (_, end))| (page.clone(), (*end).to_owned())).collect()
    };
    assert_eq!(listed(&mut manager).await, of(|_| true), "whoever leads them has a part in all");
    let handed_in = of(|way| way.contains("consent") || way.contains("ask_hr"));
    assert_eq!(listed(&mut partner).await, handed_in, "HR in what was handed in");
    assert_eq!(listed(&mut lead).await, handed_in);
    for (page, end) in handed_in {
        text(&partner.get(&page).await.text).holds(&format!("State {end}"));
    }
}

/// The state of each nomination on all pages of the reader's list, by address.
async fn listed(browser: &mut Browser<'_>) -> BTreeMap<String, String> {
    let (mut all, mut next) = (BTreeMap::new(), Some("/nominations".to_owned()));
    while let Some(page) = next {
        let shown = browser.get(&page).await.text;
        for row in shown.split("<tr>").filter(|row| row.contains("href=\"/nominations/")) {
            let state = row.split("<td>").nth(2).and_then(|cell| cell.split_once('<')).expect("a state").0;
            let before = all.insert(between(row, "href=\"", "\"").to_owned(), state.to_owned());
            assert_eq!(before, None, "nobody is listed twice");
        }
        let after = shown.split_once("href=\"/nominations?before=").map(|(_, rest)| rest.split('"').next().unwrap());
        next = after.map(|id| format!("/nominations?before={id}"));
    }
    all
}

/// A form as a page shows it, with what it sends by itself.
struct Form {
    markup: String,
    action: String,
    fields: Vec<(String, String)>,
}

impl Form {
    /// The one of an act; where nothing has begun, the one that begins it.
    fn of(page: &str, act: &str) -> Form {
        let field = format!("name=\"act\" value=\"{act}\"");
        let is_its = |form: &&str| match act {
            "start" | "show_interest" => form.contains("action=\"/nominations\""),
            _ => form.contains(&field),
        };
        let mut forms = page.split("<form").skip(1).filter_map(|rest| rest.split_once("</form>")).map(|(form, _)| form);
        let markup = forms.find(is_its).unwrap_or_else(|| panic!("no form for {act} on\n{}", text(page).0)).to_owned();
        let inputs = markup.split("<input ").skip(1).map(|rest| rest.split_once('>').unwrap().0);
        let is_sent = |input: &&str| !input.contains("type=\"checkbox\"") && !input.contains("type=\"radio\"");
        let value = |input: &str, name: &str| {
            input.split_once(&format!("{name}=\"")).map_or("", |(_, rest)| rest.split('"').next().unwrap()).to_owned()
        };
        let fields = inputs.filter(is_sent).map(|input| (value(input, "name"), value(input, "value"))).collect();
        Form { action: between(&markup, "action=\"", "\"").to_owned(), fields, markup }
    }

    /// As somebody filled it, who can fill only what is there.
    fn filled(mut self, typed: &[(&str, &str)]) -> Form {
        for (name, value) in typed {
            let at = self.markup.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no field {name}"));
            let is_offered = !name.ends_with("-reason") || self.markup[at..].contains(&format!("value=\"{value}\""));
            assert!(is_offered, "{value} is not offered");
            self.fields.retain(|(own, _)| own != name);
            self.fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        self
    }

    /// Where it leads.
    async fn post(&self, browser: &mut Browser<'_>) -> String {
        let fields: Vec<_> = self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = browser.post(&self.action, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{fields:?}: {}", text(&answer.text).0);
        answer.location().to_owned()
    }
}
