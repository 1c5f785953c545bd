//! The company in a language that nobody speaks, in which something has happened: who reads of it, and what addresses name.

use axum::http::StatusCode;
use model::Access;
use operations::import::{Options, import};
use operations::{NewAccount, add_account, audit_entries, bring_up_to_date, name_deputy};
use web::Route;

use crate::database::{Engine, system_on};
use crate::imports::zipped;
use crate::pseudo::{Pseudo, greek};
use crate::site::{Answer, Browser, Site, TODAY};

/// What addresses can name, in the company of these tests.
pub(super) struct World {
    pub(super) site: Site,
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
pub(super) type Grants = &'static [(Access, Option<&'static str>)];

/// Who reads: their name, and their access.
pub(super) const READERS: &[(&str, Grants)] = &[
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

pub(super) async fn draw(engine: Engine, pseudo: Pseudo) -> World {
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

pub(super) async fn sign_in(browser: &mut Browser<'_>, name: &str) {
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
    pub(super) fn addresses(&self, route: &Route) -> Vec<String> {
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
