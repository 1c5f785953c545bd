//! Every page in two languages that nobody speaks: it says which it is and which way it runs, and has no text that did
//! not come from the word files or from what is kept.

use std::collections::BTreeMap;

use axum::http::{Method, StatusCode, header};
use model::Access;
use operations::import::{Options, import};
use operations::{NewAccount, add_account, audit_entries, bring_up_to_date, name_deputy};
use web::{ROUTES, Route};

use crate::database::{Engine, on_each_engine, system_on};
use crate::imports::zipped;
use crate::pseudo::{Pseudo, greek};
use crate::site::{Answer, Browser, Site, TODAY};
use crate::world::methods_at;

on_each_engine! {
    every_page_is_whole_in_every_language,
}

/// What is the same in every language: our name, and the levels of the CEFR.
const NAMES: &[&str] = &["Nextrung", "A1", "A2", "B1", "B2", "C1", "C2"];

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

/// What addresses can name, in the company of these tests.
struct World {
    site: Site,
    import: String,
    upload: String,
    refused: String,
    account: String,
    grant: String,
    entry: String,
    invitation: String,
    nomination: String,
    document: String,
    draft: String,
    waiver: String,
    /// Of a nomination that was declined: its address below the list.
    letter: String,
    planned: String,
}

/// What somebody's access is.
type Grants = &'static [(Access, Option<&'static str>)];

/// How the one file begins that is for a program, whose columns are the same in every language.
const PROGRAMS: &str = "employee_number,effective_on,";

/// Who reads: their name, and their access.
const READERS: &[(&str, Grants)] = &[
    ("1003", &[]),
    ("1004", &[]),
    ("1002", &[]),
    ("1010", &[]),
    ("1013", &[]),
    ("9001", &[(Access::HrLead, None)]),
    ("9002", &[(Access::Administrator, None)]),
    ("9003", &[(Access::Auditor, None)]),
    ("9004", &[]),
];

async fn draw(engine: Engine, pseudo: Pseudo) -> World {
    let site = Site::worded(engine, pseudo.words()).await;
    let (store, ctx) = (&site.database.store, system_on(TODAY));
    let ladder: String = files::write_ladder(files::default_ladder())
        .lines()
        .map(|line| ["title", "why", "unit", "issuer"].iter().fold(line.to_owned(), |line, key| in_greek(&line, key)))
        .map(|line| line + "\n")
        .collect();
    let ladder = files::read_ladder(&ladder, "ladder.toml").unwrap();
    let proposal = operations::propose_ladder(store, &ctx, ladder).await.unwrap();
    operations::publish_ladder(store, &ctx, &proposal).await.unwrap();
    let mut people = demo::cast(ctx.today, files::default_ladder());
    for person in &mut people {
        let employee = &mut person.employee;
        employee.full_name = greek(&employee.full_name);
        for place in [&mut employee.place.site, &mut employee.place.unit, &mut employee.place.country] {
            *place = place.as_ref().map(|place| greek(place).into());
        }
    }
    let options = Options { name: "μάρτιος".to_owned(), ..Options::default() };
    import(store, &ctx, &options, || Ok(people.iter().cloned().map(Ok))).await.unwrap();
    bring_up_to_date(store, &ctx).await.unwrap();
    for (name, access) in READERS {
        site.account(name, access).await;
    }
    // Whose account the administrator goes through.
    site.account("9005", &[(Access::Auditor, None)]).await;
    name_deputy(store, &ctx, "1002", "1004", (ctx.today, ctx.today)).await.unwrap();
    let new = NewAccount { sign_in_name: "9009".to_owned(), employee_number: None, first_password: None };
    let invitation = add_account(store, &ctx, &new).await.unwrap().unwrap().token.reveal();
    let mut lead = site.browser();
    sign_in(&mut lead, "9001").await;
    let imports = lead.get("/imports").await.text;
    let import = between(&imports, "href=\"/imports/", "\"").to_owned();
    for person in &mut people {
        person.employee.place.unit = Some("ω".into());
    }
    let changed = lead.upload("/imports", &[("file", Some("μάιος.zip"), &zipped(&people))]).await;
    let wrong = b"employee_number,full_name,hired_on,job\n9000,\xce\xa9,2026-31-01,senior-cs\n";
    let refused = lead.upload("/imports", &[("file", Some("employees.csv"), wrong)]).await;
    let mut administrator = site.browser();
    sign_in(&mut administrator, "9002").await;
    let accounts = administrator.get("/admin/accounts?q=9005").await.text;
    let account = between(&accounts, "href=\"/admin/accounts/0", "\"");
    let account = format!("0{account}");
    let page = administrator.get(&format!("/admin/accounts/{account}")).await.text;
    let grant = between(&page, &format!("{account}/access/"), "/end").to_owned();
    let entry = audit_entries(store, &ctx, None, 1).await.unwrap()[0].id.to_string();
    let letter = decline(&site).await;
    let (nomination, document) = hand_in(&site).await;
    let (draft, waiver) = ask_for_waiver(&site).await;
    let of = |answer: &Answer| answer.location().trim_start_matches("/imports/files/").to_owned();
    let (upload, refused) = (of(&changed), of(&refused));
    let planned = planned(&site, &mut lead).await;
    World {
        site,
        import,
        upload,
        refused,
        account,
        grant,
        entry,
        invitation,
        nomination,
        document,
        draft,
        waiver,
        letter,
        planned,
    }
}

/// A line of a ladder, with what it says of something.
fn in_greek(line: &str, key: &str) -> String {
    let Some((before, rest)) = line.split_once(&format!("{key} = \"")) else { return line.to_owned() };
    let (text, rest) = rest.split_once('"').unwrap();
    format!("{before}{key} = \"{}\"{rest}", greek(text))
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    crate::read::between(text, start, end)
}

async fn sign_in(browser: &mut Browser<'_>, name: &str) {
    let answer = browser.post("/sign-in", &[("name", name), ("password", crate::site::PASSWORD)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{name}: {}", answer.text);
}

/// An earlier nomination of the candidate 1003 is declined: where the letter is.
async fn decline(site: &Site) -> String {
    let (nomination, _) = hand_in(site).await;
    let page = format!("/nominations/{nomination}");
    let (mut lead, mut candidate) = (site.browser(), site.browser());
    sign_in(&mut lead, "9001").await;
    sign_in(&mut candidate, "1003").await;
    lead.post(&page, &[("act", "take_up"), ("seen", "4")]).await;
    let why = [("decline-reason", "results"), ("decline-words", "ναι")];
    lead.post(&page, &[&[("act", "decline"), ("seen", "5")], why.as_slice()].concat()).await;
    let text = candidate.get(&page).await.text;
    format!("{nomination}/letters/{}", between(&text, "/letters/", "\""))
}

/// The candidate 1003 is nominated by their manager, and wants it: the nomination, and what was frozen.
async fn hand_in(site: &Site) -> (String, String) {
    let (mut manager, mut candidate) = (site.browser(), site.browser());
    sign_in(&mut manager, "1002").await;
    sign_in(&mut candidate, "1003").await;
    let begun = manager.post("/nominations", &[("number", "1003"), ("track", "csr-to-team-lead")]).await;
    let page = begun.location().to_owned();
    manager.post(&page, &[("act", "edit_case"), ("seen", "1"), ("case-words", "ναι")]).await;
    manager.post(&page, &[("act", "propose"), ("seen", "2")]).await;
    candidate.post(&page, &[("act", "consent"), ("seen", "3")]).await;
    let text = candidate.get(&page).await.text;
    let document = between(&text, "/evidence/", "\"").to_owned();
    (page.trim_start_matches("/nominations/").to_owned(), document)
}

/// Their manager nominates 1004, who does not meet a criterion, and asks that it is waived: the draft, and the question.
async fn ask_for_waiver(site: &Site) -> (String, String) {
    let (mut manager, mut lead) = (site.browser(), site.browser());
    sign_in(&mut manager, "1002").await;
    sign_in(&mut lead, "9001").await;
    let begun = manager.post("/nominations", &[("number", "1004"), ("track", "csr-to-team-lead")]).await;
    let page = begun.location().to_owned();
    let asked = [
        ("seen", "1"),
        ("ask-waiver-criterion", "time"),
        ("ask-waiver-reason", "business_need"),
        ("ask-waiver-words", "ναι"),
        ("ask-waiver-until", "2026-12-31"),
    ];
    manager.post(&format!("{page}/waivers"), &asked).await;
    let waiver = between(&lead.get("/waivers").await.text, "href=\"/waivers/", "\"").to_owned();
    (page.trim_start_matches("/nominations/").to_owned(), waiver)
}

/// A move of 1004 is planned, one of 1005 was made, and another's moves are on hold.
async fn planned(site: &Site, lead: &mut Browser<'_>) -> String {
    let of = |number: &'static str, on: &'static str| {
        [("number", number), ("kind", "correction"), ("unit", "νύχτα"), ("on", on), ("why", "ναι")]
    };
    let planned = lead.post("/moves/new", &of("1004", "2027-01-01")).await;
    lead.post("/moves/new", &of("1005", TODAY)).await;
    let mut manager = site.browser();
    sign_in(&mut manager, "1002").await;
    let held = [("act", "place"), ("reason", "coverage"), ("words", "ναι"), ("until", "2026-12-01")];
    assert!(manager.post("/people/1004/holds", &held).await.status.is_redirection());
    planned.location().trim_start_matches("/moves/").to_owned()
}

impl World {
    fn addresses(&self, route: &Route) -> Vec<String> {
        let path = route.path.replace("{account}", &self.account).replace("{grant}", &self.grant);
        let path = path.replace("{token}", &self.invitation).replace("{entry}", &self.entry);
        let mut all = match route.path {
            "/people/{number}" => {
                ["1004", "1010", "1012", "9999"].map(|number| path.replace("{number}", number)).to_vec()
            }
            "/people/{number}/tracks/{track}" => {
                let of = |(number, track)| path.replace("{number}", number).replace("{track}", track);
                let team_lead = "csr-to-team-lead";
                let pairs = [
                    ("1004", team_lead),
                    ("1005", team_lead),
                    ("1006", team_lead),
                    ("1009", team_lead),
                    ("1010", team_lead),
                    ("1013", team_lead),
                    ("1014", team_lead),
                    ("1020", "to-vendor-manager"),
                    ("1002", "team-lead-to-operations-manager"),
                    ("1001", team_lead),
                ];
                pairs.map(of).to_vec()
            }
            "/ladder/{track}" => {
                vec![path.replace("{track}", "csr-to-team-lead"), path.replace("{track}", "to-vendor-manager")]
            }
            _ if path.starts_with("/imports/files/{id}") => {
                vec![path.replace("{id}", &self.upload), path.replace("{id}", &self.refused)]
            }
            "/nominations/{id}/letters/{letter}" => vec![path.replace("{id}/letters/{letter}", &self.letter)],
            "/people/{number}/holds" => {
                ["1003", "1004", "9999"].map(|number| path.replace("{number}", number)).to_vec()
            }
            _ if path.starts_with("/moves/") => vec![path.replace("{id}", &self.planned)],
            _ if path.starts_with("/nominations/") || path == "/review/{id}" => {
                let of = |id: &String| path.replace("{id}", id).replace("{document}", &self.document);
                [&self.nomination, &self.draft].map(of).to_vec()
            }
            _ if path.starts_with("/waivers/") => vec![path.replace("{id}", &self.waiver)],
            _ => vec![path.replace("{id}", &self.import)],
        };
        let queries: &[&str] = match route.path {
            "/people" => &["?q=%CE%BE", "?track=csr-to-team-lead&sort=date", "?sort=job", "?sort=hired"],
            "/team" => &["?standing=now", "?standing=cannot-tell", "?standing=lapsing"],
            "/people/{number}/tracks/{track}" => {
                &["?what=course:bar-raiser&on=2026-12-24", "?what=course:bar-raiser&on=x"]
            }
            "/admin/accounts" => &["?q=1002", "?q=%CE%BE"],
            "/admin/deputies" => &["?manager=1002", "?manager=77"],
            "/imports/{id}" => &["?done=applied"],
            "/waivers" => &["?state=asked", "?state=refused"],
            "/moves" => &["?state=made&from=", "?from=31&until=77"],
            "/moves/new" => &["?number=1004"],
            "/review" => &["?state=submitted", "?state=in_review"],
            "/audit" => &["?act=signed_in", "?from=31&until=77", "?actor=77"],
            _ => &[],
        };
        if matches!(route.path, "/review/compare" | "/review/decide") {
            all.push(format!("{path}?chosen={}_4", self.nomination));
        }
        let first = all[0].clone();
        all.extend(queries.iter().map(|query| format!("{first}{query}")));
        assert!(all.iter().all(|address| !address.contains('{')), "{all:?}: nobody knows what that names");
        all
    }
}

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
        ("text", "9 = 9"),
        ("act", "use"),
        ("name", "9"),
    ],
];
