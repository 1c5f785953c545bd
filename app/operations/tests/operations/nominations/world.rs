//! The people of a nomination, drawn by hand.
//!
//! boss → senior → manager → candidate, novice (not eligible yet), peer; absent → other. `stand_in` stands in for the
//! manager. HR partners of the north, where everybody works, are `partner` and `second`; `south` is one of elsewhere.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};

use model::letter::{Letter, Part, Writer, Written};
use model::{
    Access, AccountId, Case, EmployeeId, Grant, GrantId, NominationAct, NominationId, Reason, Refusal, Said, State,
};
use operations::import::{Options, Outcome, import};
use operations::moves::{MoveTold, Placement};
use operations::nominations::{
    At, Saved, advance_nominations, appeal, approve, ask_hr, call_off, consent, decline, decline_interest, discard,
    edit_case, endorse, give_back, grant_appeal, nomination, propose, refuse, show_interest, start, take_up, uphold,
    withdraw,
};
use operations::{Error, NewAccount, NewGrant, ReadLog, add_account, give_access, name_deputy, person_record};
use policy::{Actor, Context, Viewer};
use rules::{Action, Criterion, Day, Finding, Ladder, Sentences};
use store::new_id;

use crate::company::{employ, person};
use crate::database::{Database, Engine, system_on};
use crate::ladder::{asking, publish};

pub(crate) const TRACK: &str = "csr-to-team-lead";
pub(crate) const FIRST: &str = "2026-11-22";

/// Sentences are not what is looked at here.
pub(crate) struct Wordless;

impl Sentences for Wordless {
    fn finding(&self, _: &Ladder, criterion: &Criterion, _: &Finding, as_of: Day) -> String {
        format!("{:?} on {as_of}", criterion.rule.kind())
    }

    fn action(&self, _: &Ladder, criterion: &Criterion, _: &Action) -> String {
        format!("{:?}", criterion.rule.kind())
    }
}

impl Writer for Wordless {
    fn letter(&self, letter: &Letter<'_>) -> Written {
        let Letter { to, job, on, by, matter } = letter;
        Written {
            kind: matter.kind(),
            language: "xx".to_owned(),
            title: format!("{job} on {on}"),
            body: vec![Part::Text(format!("to {to:?} by {by:?}")), Part::Text(format!("{matter:?}"))],
        }
    }
}

pub(crate) struct World {
    pub(crate) database: Database,
    accounts: BTreeMap<String, (AccountId, Option<EmployeeId>)>,
    access: BTreeMap<&'static str, (Access, Option<&'static str>)>,
    pub(crate) today: Day,
    /// No two things happen at the same instant.
    instants: AtomicI64,
}

const PEOPLE: &[(&str, &str)] = &[
    ("boss", ""),
    ("senior", "boss"),
    ("manager", "senior"),
    ("candidate", "manager"),
    ("novice", "manager"),
    ("peer", "manager"),
    ("stand_in", "boss"),
    ("absent", "boss"),
    ("other", "absent"),
    ("partner", "boss"),
    ("second", "boss"),
    ("south", "boss"),
    ("lead", "boss"),
    ("lead2", "boss"),
    ("auditor", "boss"),
    ("administrator", "boss"),
];

impl World {
    pub(crate) async fn draw(engine: Engine) -> World {
        let database = Database::new(engine).await;
        let (store, system) = (&database.store, system_on(FIRST));
        let mut people: Vec<_> = PEOPLE.iter().map(|(number, above)| person(number, above, "north", "")).collect();
        for novice in people.iter_mut().filter(|one| one.employee.employee_number == "novice") {
            novice.employee.hired_on = "2026-06-01".parse().unwrap();
            novice.leaves.clear();
        }
        employ(store, FIRST, &people).await;
        publish(store, &system, asking(store, &system, 12, system.today).await).await;
        let access = BTreeMap::from([
            ("partner", (Access::HrPartner, Some("north"))),
            ("second", (Access::HrPartner, Some("north"))),
            ("south", (Access::HrPartner, Some("south"))),
            ("lead", (Access::HrLead, None)),
            ("lead2", (Access::HrLead, None)),
            ("auditor", (Access::Auditor, None)),
            ("administrator", (Access::Administrator, None)),
        ]);
        let mut accounts = BTreeMap::new();
        for (number, _) in PEOPLE {
            let employee_number = Some((*number).to_owned());
            let new = NewAccount { sign_in_name: (*number).to_owned(), employee_number, first_password: None };
            add_account(store, &system, &new).await.unwrap().unwrap();
            if let Some((access, site)) = access.get(number) {
                let site = site.map(str::to_owned);
                let grant = NewGrant { access: *access, site, from_on: system.today, until_on: None };
                give_access(store, &system, number, &grant).await.unwrap();
            }
            let permit = policy::authorize_system(policy::Act::ManageAccounts, model::Subject::Company);
            let named = store.read(&system, async |tx| tx.accounts().named(&permit, number).await).await;
            let account = named.unwrap().unwrap();
            accounts.insert((*number).to_owned(), (account.id, account.employee));
        }
        name_deputy(store, &system, "manager", "stand_in", (system.today, system.today.plus_days(400))).await.unwrap();
        World { accounts, access, today: system.today, instants: AtomicI64::new(0), database }
    }

    /// Somebody, today.
    pub(crate) fn as_of(&self, who: &str) -> Context {
        let mut system = system_on(&self.today.to_string());
        system.now += jiff::SignedDuration::from_millis(self.instants.fetch_add(1, Ordering::Relaxed));
        if who == "clock" {
            return system;
        }
        let (account, employee) = self.accounts[who];
        let grant = |(access, site): &(Access, Option<&str>)| Grant {
            id: GrantId(account.0),
            account,
            access: *access,
            site: site.map(str::to_owned),
            from_on: self.today,
            until_on: None,
        };
        let grants = self.access.get(who).map(grant).into_iter().collect();
        Context {
            actor: Actor::Person(Viewer::new(account, employee, self.today, grants)),
            request: new_id(system.now),
            ..system
        }
    }

    /// Gives somebody an access, from today on.
    pub(crate) async fn may(&mut self, who: &'static str, access: Access) {
        let grant = NewGrant { access, site: None, from_on: self.today, until_on: None };
        give_access(&self.database.store, &self.as_of("clock"), who, &grant).await.unwrap();
        self.access.insert(who, (access, None));
    }

    /// The nomination as it was last saved: what somebody sees who has just opened it.
    pub(crate) async fn at(&self, id: NominationId) -> At {
        let permit = policy::authorize_system(policy::Act::Assess, model::Subject::Company);
        let read = async |tx: &mut store::Tx| tx.nominations().find_by_id(&permit, id).await;
        let found = self.database.store.read(&self.as_of("clock"), read).await.unwrap().unwrap();
        At { id, seen: found.nomination.revision }
    }

    pub(crate) async fn state(&self, id: NominationId) -> State {
        let permit = policy::authorize_system(policy::Act::Assess, model::Subject::Company);
        let read = async |tx: &mut store::Tx| tx.nominations().find_by_id(&permit, id).await;
        self.database.store.read(&self.as_of("clock"), read).await.unwrap().unwrap().nomination.state
    }

    /// An act of somebody on a nomination as it stands, with whatever it asks for.
    pub(crate) async fn act(&self, who: &str, act: NominationAct, id: NominationId) -> Result<Saved, Error> {
        let (store, ctx, at) = (&self.database.store, self.as_of(who), self.at(id).await);
        let words = Said::words("so it is");
        let because = |reason| Said { reasons: vec![reason], words: "talk in spring".to_owned() };
        match act {
            NominationAct::Start => start(store, &ctx, "candidate", TRACK).await,
            NominationAct::ShowInterest => show_interest(store, &ctx, TRACK).await,
            NominationAct::Endorse => endorse(store, &ctx, at).await,
            NominationAct::DeclineInterest => decline_interest(store, &ctx, at, &because(Reason::NotNow)).await,
            NominationAct::AskHr => ask_hr(store, &ctx, at, &words).await,
            NominationAct::EditCase => {
                let case = Case { text: "She leads already.".to_owned(), facts: Vec::new() };
                edit_case(store, &ctx, at, &case).await
            }
            NominationAct::Discard => discard(store, &ctx, at).await,
            NominationAct::Propose => propose(store, &ctx, at, None).await,
            NominationAct::Consent => consent(store, &ctx, at, &Wordless).await,
            NominationAct::Refuse => refuse(store, &ctx, at, &words).await,
            NominationAct::TakeUp => take_up(store, &ctx, at).await,
            NominationAct::Withdraw => withdraw(store, &ctx, at, &words, &Wordless).await,
            NominationAct::Return => give_back(store, &ctx, at, &because(Reason::CaseTooThin), &Wordless).await,
            NominationAct::Approve => {
                let approval = (ctx.today.plus_days(30), &Placement::default(), &Said::default());
                approve(store, &ctx, at, approval, &Wordless).await
            }
            NominationAct::Decline => decline(store, &ctx, at, &because(Reason::Results), &Wordless).await,
            NominationAct::CallOff => call_off(store, &ctx, at, &because(Reason::NoOpening)).await,
            NominationAct::Appeal => appeal(store, &ctx, at, &words).await,
            NominationAct::Uphold => uphold(store, &ctx, at, &because(Reason::Results), &Wordless).await,
            NominationAct::GrantAppeal => grant_appeal(store, &ctx, at, &because(Reason::FactInDoubt), &Wordless).await,
            NominationAct::Lapse
            | NominationAct::TakeEffect
            | NominationAct::Reopen
            | NominationAct::EndAsLeft
            | NominationAct::EndAsMoved => panic!("{act:?} is the clock's"),
            NominationAct::AskWaiver | NominationAct::GrantWaiver | NominationAct::RefuseWaiver => {
                panic!("{act:?} is of a waiver: see waived.rs")
            }
        }
    }

    /// The same, which goes.
    pub(crate) async fn done(&self, who: &str, act: NominationAct, id: NominationId) -> State {
        self.act(who, act, id).await.unwrap_or_else(|error| panic!("{who}: {act:?}: {error}")).state
    }

    /// A draft of the manager's for the candidate.
    pub(crate) async fn draft(&self) -> NominationId {
        start(&self.database.store, &self.as_of("manager"), "candidate", TRACK).await.unwrap().id
    }

    /// A nomination of the manager's for the candidate in a state, by the straight way.
    pub(crate) async fn reach(&self, state: State) -> NominationId {
        use NominationAct::{Appeal, Approve, Consent, Decline, EditCase, Propose, TakeUp};
        let way: &[(&str, NominationAct)] =
            &[("manager", EditCase), ("manager", Propose), ("candidate", Consent), ("partner", TakeUp)];
        if state == State::Interest {
            return show_interest(&self.database.store, &self.as_of("candidate"), TRACK).await.unwrap().id;
        }
        let id = self.draft().await;
        let steps = match state {
            State::Draft => 1,
            State::Proposed => 2,
            State::Submitted => 3,
            _ => 4,
        };
        for (who, act) in &way[..steps] {
            self.done(who, *act, id).await;
        }
        let rest: &[(&str, NominationAct)] = match state {
            State::Approved => &[("partner", Approve)],
            State::Closed(model::Closing::Declined) => &[("partner", Decline)],
            State::Appealed => &[("partner", Decline), ("candidate", Appeal)],
            _ => &[],
        };
        for (who, act) in rest {
            self.done(who, *act, id).await;
        }
        assert_eq!(self.state(id).await, state);
        id
    }

    /// What the clock does at the beginning of a day.
    pub(crate) async fn day_begins(&mut self, day: &str) {
        self.today = day.parse().unwrap();
        let clock = self.as_of("clock");
        let advanced = advance_nominations(&self.database.store, &clock).await.unwrap();
        assert!(advanced.failed.is_empty() && advanced.not_made.is_empty(), "{advanced:?}");
    }

    /// Ends what is under way, whatever it is, to make place for the next.
    pub(crate) async fn clear(&self, id: NominationId) {
        let permit = || {
            let act = policy::Act::Nominate(NominationAct::EndAsMoved);
            policy::authorize_system(act, model::Subject::Nomination(id))
        };
        let clear = async |tx: &mut store::Tx| {
            tx.record(model::Event::DaySwept { day: String::new() });
            let found = tx.nominations().find_by_id(&permit(), id).await?.unwrap().nomination;
            let moving = policy::authorize_system(policy::Act::Move, model::Subject::Employee(found.employee));
            if let Some(planned) = tx.moves().planned(&moving, found.employee).await? {
                tx.moves().end(&moving, &planned, model::MoveState::CalledOff, None).await?;
            }
            match found.after(NominationAct::EndAsMoved, self.today) {
                Ok(ended) => tx.nominations().save(permit(), &ended).await,
                Err(_) => Ok(true),
            }
        };
        assert!(self.database.store.write(&self.as_of("clock"), clear).await.unwrap());
    }

    /// The feed says something else of somebody.
    pub(crate) async fn feed(&self, number: &str, change: impl FnOnce(&mut files::Employee)) -> Outcome {
        let above = PEOPLE.iter().find(|(one, _)| *one == number).unwrap().1;
        let mut one = person(number, above, "north", "");
        change(&mut one.employee);
        self.bring_in(one).await
    }

    /// The feed brings in somebody with all that is known of them elsewhere.
    pub(crate) async fn bring_in(&self, one: files::Person) -> Outcome {
        let options = Options { name: "feed".to_owned(), ..Options::default() };
        let people = || Ok([one.clone()].into_iter().map(Ok));
        import(&self.database.store, &system_on(&self.today.to_string()), &options, people).await.unwrap()
    }

    /// Somebody as they are known, as a bundle would have them.
    pub(crate) async fn known(&self, number: &str) -> files::Person {
        let (ctx, mut found) = (self.as_of("clock"), None);
        let each = |one: &files::Person| {
            found = (one.employee.employee_number == number).then(|| one.clone()).or(found.take());
            Ok(())
        };
        operations::export(&self.database.store, &ctx, files::default_ladder(), each).await.unwrap();
        found.unwrap()
    }

    /// The jobs that somebody held, by their days: code, first day, last day.
    pub(crate) async fn jobs(&self, number: &str) -> Vec<(String, String, String)> {
        let known = self.known(number).await;
        let job = |row: &files::AssignmentRow| {
            let one = &row.assignment;
            let code = files::default_ladder().catalogue.job(one.job).code.to_string();
            (code, one.started_on.to_string(), one.ended_on.map(|day| day.to_string()).unwrap_or_default())
        };
        let mut jobs: Vec<_> = known.assignments.iter().map(job).collect();
        jobs.sort_by(|one, other| one.1.cmp(&other.1));
        jobs
    }

    /// What somebody can do with a nomination now, as its page offers it; nothing where they have no part in it.
    pub(crate) async fn possible(&self, who: &str, id: NominationId) -> Option<Vec<NominationAct>> {
        match nomination(&self.database.store, &self.as_of(who), id).await {
            Ok(story) => Some(story.possible),
            Err(Error::Hidden) => None,
            Err(error) => panic!("{who}: {error}"),
        }
    }

    /// Somebody's moves, as they are told to somebody.
    pub(crate) async fn moves_of(&self, who: &str, number: &str) -> Vec<MoveTold> {
        let (store, ctx) = (&self.database.store, self.as_of(who));
        person_record(store, &ctx, &ReadLog::default(), number).await.unwrap().moves
    }

    /// How many news somebody has not read.
    pub(crate) async fn unread(&self, who: &str) -> u64 {
        operations::news::list_news(&self.database.store, &self.as_of(who), None, 10).await.unwrap().unread
    }
}

/// Why the workflow stands against something.
pub(crate) fn refusal<T: std::fmt::Debug>(done: Result<T, Error>) -> Refusal {
    match done {
        Err(Error::NotNow(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

/// A job of the ladder by its code.
pub(crate) fn job(code: &str) -> rules::JobId {
    let jobs = &files::default_ladder().catalogue.jobs;
    rules::JobId(jobs.iter().position(|job| job.code == code).unwrap().try_into().unwrap())
}
