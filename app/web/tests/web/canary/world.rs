//! The company with its marks as the walk finds it: who reads, and what addresses can name.

use model::{Access, AccountId, GrantId};
use operations::import::{Options, import, list_imports};
use operations::{
    NewAccount, NewGrant, Password, accept_invitation, add_account, audit_entries, bring_up_to_date, disable_account,
    give_access, name_deputy,
};
use policy::{Actor, Context};

use super::marks::{Field, Marks, company, sign_in_name};
use crate::database::{Engine, system_on};
use crate::imports::zipped;
use crate::site::{Browser, PASSWORD, Site, TODAY};

/// Somebody who reads.
pub(super) struct Reader {
    pub(super) name: &'static str,
    /// Their own number.
    pub(super) number: Option<&'static str>,
    pub(super) access: &'static [(Access, Option<&'static str>)],
    pub(super) stands_in_for: Option<&'static str>,
    pub(super) signs_in: bool,
}

const fn person(name: &'static str, number: &'static str) -> Reader {
    Reader { name, number: Some(number), access: &[], stands_in_for: None, signs_in: true }
}

const fn office(name: &'static str, access: &'static [(Access, Option<&'static str>)]) -> Reader {
    Reader { name, number: None, access, stands_in_for: None, signs_in: true }
}

pub(super) const READERS: &[Reader] = &[
    person("a representative", "1004"),
    person("a peer", "1016"),
    person("a representative with a warning", "1014"),
    person("a lead", "1003"),
    person("a manager", "1002"),
    person("another manager", "1024"),
    person("a manager elsewhere", "1020"),
    person("the manager of all", "1001"),
    Reader { stands_in_for: Some("1020"), ..person("a deputy", "1008") },
    office("HR of the north", &[(Access::HrPartner, Some("north"))]),
    office("HR of the south", &[(Access::HrPartner, Some("south"))]),
    office("the auditor", &[(Access::Auditor, None)]),
    office("the administrator", &[(Access::Administrator, None)]),
    office("the HR lead", &[(Access::HrLead, None)]),
    Reader { signs_in: false, ..office("a stranger", &[]) },
];

/// Whose account an administrator is asked about: of one who works, and of one whose account was closed.
const ACCOUNTS: [&str; 2] = ["1016", "1023"];

/// The company with its marks, and what addresses can name.
pub(super) struct World {
    pub(super) site: Site,
    pub(super) marks: Marks,
    pub(super) accounts: Vec<AccountId>,
    pub(super) grant: GrantId,
    pub(super) import: String,
    pub(super) entries: Vec<String>,
    pub(super) upload: String,
    /// Of 1003, handed in.
    pub(super) nomination: String,
    /// What was frozen with it.
    pub(super) document: String,
    /// For 1004, in a draft of their manager's.
    pub(super) waiver: String,
    /// An earlier one of 1003, which was declined, and the letter.
    pub(super) declined: (String, String),
    /// Of 1016, to come.
    pub(super) planned: String,
}

impl World {
    pub(super) async fn draw(engine: Engine) -> World {
        let site = Site::empty(engine).await;
        let (people, mut marks) = company();
        let (store, ctx) = (&site.database.store, system_on(TODAY));
        let options = Options { name: "marked".to_owned(), ..Options::default() };
        import(store, &ctx, &options, || Ok(people.iter().cloned().map(Ok))).await.unwrap();
        bring_up_to_date(store, &ctx).await.unwrap();
        let import = list_imports(store, &ctx, None, 1).await.unwrap()[0].change.id.to_string();
        let mut accounts = Vec::new();
        // Who has left has no account.
        for (at, person) in marks.people.iter().enumerate().filter(|(_, one)| one.number != "1012") {
            let id = account(store, &sign_in_name(at), Some(&person.number)).await;
            if ACCOUNTS.contains(&person.number.as_str()) {
                accounts.push(id);
            }
        }
        let closed = marks.people.iter().position(|one| one.number == "1023").unwrap();
        disable_account(store, &ctx, &sign_in_name(closed), &format!("mkreason{closed:02}")).await.unwrap();
        name_deputy(store, &ctx, "1020", "1008", (ctx.today, ctx.today)).await.unwrap();
        for reader in READERS.iter().filter(|reader| reader.signs_in && reader.number.is_none()) {
            account(store, reader.name, None).await;
            for (access, site) in reader.access {
                let site = site.map(str::to_owned);
                let grant = NewGrant { access: *access, site, from_on: ctx.today, until_on: None };
                give_access(store, &ctx, reader.name, &grant).await.unwrap();
            }
        }
        let of = marks.people.iter().position(|one| one.number == "1016").unwrap();
        let later = ctx.today.plus_days(30);
        let grant = NewGrant { access: Access::Auditor, site: None, from_on: later, until_on: Some(later) };
        let grant = give_access(store, &ctx, &sign_in_name(of), &grant).await.unwrap();
        // A feed that says something else of everybody, and leaves out what it is the whole truth of.
        let mut feed = people.clone();
        for (at, person) in feed.iter_mut().enumerate() {
            person.employee.email = None;
            person.employee.annual_pay = Some((8_310_100 + i32::try_from(at).unwrap()).into());
            marks.add(&(8_310_100 + at).to_string(), at, Field::Pay);
            person.employee.gender = Some(format!("mkother{at:02}").into());
            marks.add(&format!("mkother{at:02}"), at, Field::Gender);
            (person.leaves, person.conduct, person.credentials) = Default::default();
        }
        let entries = audit_entries(store, &ctx, None, 500).await.unwrap();
        let entries = entries.iter().map(|entry| entry.id.to_string()).collect();
        let (nomination, document, declined) = Default::default();
        let (upload, waiver, planned) = (String::new(), String::new(), String::new());
        let mut world = World {
            site,
            marks,
            accounts,
            grant,
            import,
            entries,
            upload,
            nomination,
            document,
            waiver,
            declined,
            planned,
        };
        let mut lead = world.site.browser();
        sign_in(&mut lead, "the HR lead").await;
        let bundle = zipped(&feed);
        let replace = ["leaves", "conduct", "certifications"].map(|kind| ("replace", None, kind.as_bytes()));
        let fields = [&[("file", Some("feed.zip"), bundle.as_slice())], replace.as_slice()].concat();
        let sent = lead.upload("/imports", &fields).await;
        world.upload = sent.location().trim_start_matches("/imports/files/").to_owned();
        world.declined = world.decline().await;
        let of = |number: &'static str, on: &'static str| {
            [("number", number), ("kind", "lateral"), ("unit", "Night"), ("rise", "0"), ("on", on), ("why", "agreed")]
        };
        let planned = lead.post("/moves/new", &of("1016", "2027-01-01")).await;
        world.planned = planned.location().trim_start_matches("/moves/").to_owned();
        // Made, with what pay came to.
        assert!(lead.post("/moves/new", &of("1008", TODAY)).await.status.is_redirection());
        let mut manager = world.browser_of("1002").await;
        let held = [("act", "place"), ("reason", "coverage"), ("words", "until then"), ("until", "2026-12-01")];
        assert!(manager.post("/people/1014/holds", &held).await.status.is_redirection());
        (world.nomination, world.document) = world.hand_in().await;
        world.waiver = world.ask_for_waiver().await;
        let candidate = world.marks.people.iter().position(|one| one.number == "1003").unwrap();
        for (who, act, field, mark) in [
            ("the HR lead", "note", "note", Field::ReviewNote),
            ("HR of the north", "stand_aside", "reason", Field::Recusal),
        ] {
            let text = format!("mk{act}{candidate:02}").replace('_', "");
            world.marks.add(&text, candidate, mark);
            let mut reviewer = world.site.browser();
            sign_in(&mut reviewer, who).await;
            let page = format!("/review/{}", world.nomination);
            assert!(reviewer.post(&page, &[("act", act), (field, &text)]).await.status.is_redirection(), "{act}");
        }
        world
    }

    /// The candidate 1003 is nominated by their manager, and wants it: the nomination, and what was frozen.
    async fn hand_in(&self) -> (String, String) {
        let mut manager = self.browser_of("1002").await;
        let begun = manager.post("/nominations", &[("number", "1003"), ("track", "csr-to-team-lead")]).await;
        let page = begun.location().to_owned();
        let steps: [(&str, &[(&str, &str)]); 2] =
            [("edit_case", &[("seen", "1"), ("case-words", "She leads already.")]), ("propose", &[("seen", "2")])];
        for (act, fields) in steps {
            let done = manager.post(&page, &[&[("act", act)], fields].concat()).await;
            assert!(done.status.is_redirection(), "{act}: {}", done.text);
        }
        let mut candidate = self.browser_of("1003").await;
        let done = candidate.post(&page, &[("act", "consent"), ("seen", "3")]).await;
        assert!(done.status.is_redirection(), "{}", done.text);
        let text = candidate.get(&page).await.text;
        let (_, document) = text.split_once("/evidence/").unwrap();
        let document = document.split_once('"').unwrap().0.to_owned();
        (page.trim_start_matches("/nominations/").to_owned(), document)
    }

    /// The manager of 1004 asks that what 1004 does not meet is waived.
    async fn ask_for_waiver(&self) -> String {
        let mut manager = self.browser_of("1024").await;
        let begun = manager.post("/nominations", &[("number", "1004"), ("track", "csr-to-team-lead")]).await;
        let page = begun.location().to_owned();
        let asked = [
            ("seen", "1"),
            ("ask-waiver-criterion", "time"),
            ("ask-waiver-reason", "business_need"),
            ("ask-waiver-words", "The team has no lead."),
            ("ask-waiver-until", "2026-12-31"),
        ];
        let done = manager.post(&format!("{page}/waivers"), &asked).await;
        assert_eq!(done.location(), page, "{}", done.text);
        let mut lead = self.site.browser();
        sign_in(&mut lead, "the HR lead").await;
        let list = lead.get("/waivers").await.text;
        crate::read::between(&list, "href=\"/waivers/", "\"").to_owned()
    }

    /// An earlier nomination of 1003 is declined: which, and the letter.
    async fn decline(&self) -> (String, String) {
        let (nomination, _) = self.hand_in().await;
        let page = format!("/nominations/{nomination}");
        let mut partner = self.site.browser();
        sign_in(&mut partner, "HR of the north").await;
        let steps: [(&str, &[(&str, &str)]); 2] = [
            ("take_up", &[("seen", "4")]),
            ("decline", &[("seen", "5"), ("decline-reason", "results"), ("decline-words", "Ask again in spring.")]),
        ];
        for (act, fields) in steps {
            let done = partner.post(&page, &[&[("act", act)], fields].concat()).await;
            assert!(done.status.is_redirection(), "{act}: {}", done.text);
        }
        let text = self.browser_of("1003").await.get(&page).await.text;
        let (_, letter) = text.split_once("/letters/").unwrap();
        (nomination, letter.split_once('"').unwrap().0.to_owned())
    }

    async fn browser_of(&self, number: &str) -> Browser<'_> {
        let mut browser = self.site.browser();
        sign_in(&mut browser, &sign_in_name(self.marks.people.iter().position(|one| one.number == number).unwrap()))
            .await;
        browser
    }
}

pub(super) async fn sign_in(browser: &mut Browser<'_>, name: &str) {
    let answer = browser.post("/sign-in", &[("name", name), ("password", PASSWORD)]).await;
    assert_eq!(answer.status, axum::http::StatusCode::SEE_OTHER, "{name}: {answer:?}");
}

async fn account(store: &operations::Store, name: &str, number: Option<&str>) -> AccountId {
    let ctx = system_on(TODAY);
    let new =
        NewAccount { sign_in_name: name.to_owned(), employee_number: number.map(str::to_owned), first_password: None };
    let invitation = add_account(store, &ctx, &new).await.unwrap().unwrap();
    let visitor = Context { actor: Actor::Visitor, ..ctx };
    let password = Password::typed(PASSWORD);
    accept_invitation(store, &visitor, &invitation.token, &password).await.unwrap().viewer.account
}
