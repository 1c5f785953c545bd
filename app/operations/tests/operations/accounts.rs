//! Accounts: the first, those that are invited, closed and reset, and what becomes of them with rights and people.

use jiff::SignedDuration;
use model::Access;
use operations::{
    Error, NewAccount, NewGrant, Password, PasswordFault, Whom, accept_invitation, add_account, change_password,
    disable_account, disable_those_who_left, end_access, first_administrator, give_access, invite, invite_everyone,
    list_accounts, reset_account, resume_session, sign_in,
};
use policy::Context;

use crate::company::{TODAY, account, employ, password, person, signed_in, visitor_on};
use crate::database::{Database, Engine, on_each_engine, system_on};
use crate::signing_in::{ADDRESS, later, try_in};

on_each_engine! {
    an_empty_database_gives_the_first_administrator_an_address_until_somebody_has_taken_charge,
    a_one_time_address_works_once_and_not_after_another_or_its_time,
    a_first_password_that_somebody_else_knows_is_changed_before_anything_else,
    a_closed_account_opens_nothing_until_it_is_reset,
    who_has_left_cannot_go_on_and_the_sweep_closes_the_account,
    a_change_of_rights_asks_for_a_new_sign_in,
    everyone_employed_without_an_account_is_invited_once,
    nothing_kept_or_recorded_tells_a_secret,
    a_password_that_will_not_do_leaves_the_address_good,
}

async fn an_empty_database_gives_the_first_administrator_an_address_until_somebody_has_taken_charge(engine: Engine) {
    let Database { store, .. } = &Database::new(engine).await;
    let system = system_on(TODAY);
    let first = first_administrator(store, &system).await.unwrap().unwrap();
    let again = first_administrator(store, &system).await.unwrap().unwrap();
    let visitor = visitor_on(TODAY);
    let by_first = accept_invitation(store, &visitor, &first.token, &password()).await;
    assert!(matches!(by_first, Err(Error::Hidden)), "the first address went with the second");
    let welcome = accept_invitation(store, &visitor, &again.token, &password()).await.unwrap();
    assert!(welcome.viewer.has(Access::Administrator));
    assert!(first_administrator(store, &system).await.unwrap().is_none());
    let listed = list_accounts(store, &system.of(welcome.viewer), "", 10).await.unwrap();
    assert_eq!(listed.len(), 1, "there is one account however often the program started");
}

async fn a_one_time_address_works_once_and_not_after_another_or_its_time(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, system, visitor) = (&database.store, system_on(TODAY), visitor_on(TODAY));
    let new = NewAccount { sign_in_name: "ana@example.org".to_owned(), ..NewAccount::default() };
    let first = add_account(store, &system, &new).await.unwrap().unwrap();
    assert_eq!(operations::invited_as(store, &visitor, &first.token).await.unwrap(), "ana@example.org");
    let second = invite(store, &system, "ana@example.org").await.unwrap();
    let take = async |ctx: &Context, invitation: &operations::Invitation| {
        accept_invitation(store, ctx, &invitation.token, &password()).await
    };
    assert!(matches!(take(&visitor, &first).await, Err(Error::Hidden)), "a later one is issued");
    let too_late = later(&visitor, SignedDuration::from_hours(14 * 24));
    assert!(matches!(take(&too_late, &second).await, Err(Error::Hidden)), "it ran out");
    take(&visitor, &second).await.unwrap();
    assert!(matches!(take(&visitor, &second).await, Err(Error::Hidden)), "it was used");
    assert!(try_in(store, &visitor, "ana@example.org", "correct horse battery").await.is_ok());
}

async fn a_password_that_will_not_do_leaves_the_address_good(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, system, visitor) = (&database.store, system_on(TODAY), visitor_on(TODAY));
    let new = NewAccount { sign_in_name: "Ana@Example.org".to_owned(), ..NewAccount::default() };
    let invitation = add_account(store, &system, &new).await.unwrap().unwrap();
    for (typed, fault) in [("too short", PasswordFault::TooShort), ("i am ANA, indeed", PasswordFault::ContainsName)] {
        let taken = accept_invitation(store, &visitor, &invitation.token, &Password::typed(typed)).await;
        assert!(matches!(taken, Err(Error::Password(found)) if found == fault), "{typed}");
    }
    accept_invitation(store, &visitor, &invitation.token, &password()).await.unwrap();
}

async fn a_first_password_that_somebody_else_knows_is_changed_before_anything_else(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, system, visitor) = (&database.store, system_on(TODAY), visitor_on(TODAY));
    employ(store, TODAY, &[person("E-1", "", "north", "")]).await;
    let given = Password::typed("given by the office");
    let new = NewAccount {
        sign_in_name: "E-1".to_owned(),
        employee_number: Some("E-1".to_owned()),
        first_password: Some(given.clone()),
    };
    assert!(add_account(store, &system, &new).await.unwrap().is_none(), "no address is needed");
    let lead = NewGrant { access: Access::HrLead, site: None, from_on: system.today, until_on: None };
    give_access(store, &system, "E-1", &lead).await.unwrap();
    let welcome = sign_in(store, &visitor, "E-1", &given, ADDRESS).await.unwrap();
    assert!(welcome.must_change_password);
    let owner = visitor.of(welcome.viewer);
    assert!(matches!(operations::find_person(store, &owner, "E-1").await, Err(Error::Hidden)), "not even their own");
    assert!(resume_session(store, &visitor, &welcome.session).await.unwrap().unwrap().must_change_password);
    let kept = change_password(store, &owner, &given, &given, ADDRESS).await;
    assert!(matches!(kept, Err(Error::Password(PasswordFault::Unchanged))));
    let changed = change_password(store, &owner, &given, &password(), ADDRESS).await.unwrap();
    assert!(!changed.must_change_password && changed.viewer.has(Access::HrLead));
    operations::find_person(store, &visitor.of(changed.viewer), "E-1").await.unwrap();
    assert!(!resume_session(store, &visitor, &changed.session).await.unwrap().unwrap().must_change_password);
}

async fn a_closed_account_opens_nothing_until_it_is_reset(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, system, visitor) = (&database.store, system_on(TODAY), visitor_on(TODAY));
    employ(store, TODAY, &[person("E-1", "", "north", "")]).await;
    let welcome = account(store, "E-1").await;
    let address = invite(store, &system, "E-1").await.unwrap();
    disable_account(store, &system, "E-1", "on leave").await.unwrap();
    assert!(resume_session(store, &visitor, &welcome.session).await.unwrap().is_none());
    assert!(matches!(try_in(store, &visitor, "E-1", "correct horse battery").await, Err(Error::NotSignedIn)));
    let taken = accept_invitation(store, &visitor, &address.token, &password()).await;
    assert!(matches!(taken, Err(Error::Hidden)));
    assert!(matches!(invite(store, &system, "E-1").await, Err(Error::Refused(_))));
    assert!(matches!(disable_account(store, &system, "E-1", "again").await, Err(Error::Refused(_))));

    let address = reset_account(store, &system, "E-1").await.unwrap();
    let tried = try_in(store, &visitor, "E-1", "correct horse battery").await;
    assert!(matches!(tried, Err(Error::NotSignedIn)), "the password is forgotten");
    accept_invitation(store, &visitor, &address.token, &password()).await.unwrap();
    try_in(store, &visitor, "E-1", "correct horse battery").await.unwrap();
}

async fn who_has_left_cannot_go_on_and_the_sweep_closes_the_account(engine: Engine) {
    let database = Database::new(engine).await;
    let store = &database.store;
    let people = [person("E-1", "", "north", "2026-11-23"), person("E-2", "", "north", "")];
    employ(store, TODAY, &people).await;
    account(store, "E-1").await;
    account(store, "E-2").await;
    let last_day = visitor_on("2026-11-23");
    let welcome = try_in(store, &last_day, "E-1", "correct horse battery").await.unwrap();
    assert_eq!(disable_those_who_left(store, &system_on("2026-11-23")).await.unwrap(), 0, "it is the last day");
    let next_day = Context { today: last_day.today.next(), ..last_day.clone() };
    assert!(resume_session(store, &next_day, &welcome.session).await.unwrap().is_none(), "before any sweep");
    assert!(matches!(try_in(store, &next_day, "E-1", "correct horse battery").await, Err(Error::NotSignedIn)));
    assert_eq!(disable_those_who_left(store, &system_on("2026-11-24")).await.unwrap(), 1);
    assert_eq!(disable_those_who_left(store, &system_on("2026-11-24")).await.unwrap(), 0);
    let closed: Vec<_> = list_accounts(store, &system_on("2026-11-24"), "", 10)
        .await
        .unwrap()
        .into_iter()
        .filter(|listed| listed.account.disabled_at.is_some())
        .map(|listed| listed.account.sign_in_name)
        .collect();
    assert_eq!(closed, ["e-1"]);
    assert!(matches!(reset_account(store, &system_on("2026-11-24"), "E-1").await, Err(Error::Refused(_))));
    try_in(store, &next_day, "E-2", "correct horse battery").await.unwrap();
}

async fn a_change_of_rights_asks_for_a_new_sign_in(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, system, visitor) = (&database.store, system_on(TODAY), visitor_on(TODAY));
    let people = [person("E-1", "", "north", ""), person("E-2", "E-1", "south", "")];
    employ(store, TODAY, &people).await;
    let mut session = account(store, "E-2").await.session;
    let mut ended = async |what: &str| {
        assert!(resume_session(store, &visitor, &session).await.unwrap().is_none(), "{what}");
        let welcome = try_in(store, &visitor, "E-2", "correct horse battery").await.unwrap();
        session = welcome.session;
        welcome.viewer
    };
    let partner = (Access::HrPartner, Some("north"));
    let grant = NewGrant { access: partner.0, site: Some("north".to_owned()), from_on: system.today, until_on: None };
    give_access(store, &system, "E-2", &grant).await.unwrap();
    assert!(ended("access was given").await.is_partner_of(Some("north")));
    end_access(store, &system, "E-2", partner, None).await.unwrap();
    assert!(!ended("access was ended").await.has(Access::HrPartner));
    assert!(matches!(end_access(store, &system, "E-2", partner, None).await, Err(Error::Refused(_))));
    let days = (system.today, system.today.next());
    operations::name_deputy(store, &system, "E-1", "E-2", days).await.unwrap();
    ended("a deputy was named").await;
    operations::end_deputy(store, &system, "E-1", "E-2", None).await.unwrap();
    ended("a deputy was ended").await;
    for (access, site, until_on) in [
        (Access::HrPartner, None, None),
        (Access::HrLead, Some("north".to_owned()), None),
        (Access::HrLead, None, Some(system.today.previous())),
    ] {
        let impossible = NewGrant { access, site, from_on: system.today, until_on };
        assert!(matches!(give_access(store, &system, "E-2", &impossible).await, Err(Error::Refused(_))));
    }
    let backwards = (system.today, system.today.previous());
    let named = operations::name_deputy(store, &system, "E-1", "E-2", backwards).await;
    assert!(matches!(named, Err(Error::Refused(_))));
    assert!(matches!(operations::name_deputy(store, &system, "E-1", "E-1", days).await, Err(Error::Refused(_))));
}

async fn everyone_employed_without_an_account_is_invited_once(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, system, visitor) = (&database.store, system_on(TODAY), visitor_on(TODAY));
    let mut people: Vec<_> = (0..450).map(|at| person(&format!("E-{at:03}"), "", "north", "")).collect();
    people.push(person("E-900", "", "north", "2026-11-21"));
    people.push(person("E-901", "", "north", TODAY));
    employ(store, TODAY, &people).await;
    account(store, "E-007").await;
    let everyone = async |whom: Whom| {
        let mut invited = Vec::new();
        let each = |invitation: &operations::Invitation| {
            invited.push(invitation.clone());
            Ok(())
        };
        let done = invite_everyone(store, &system, whom, each).await.unwrap();
        assert_eq!((done.invited as usize, done.taken.len()), (invited.len(), 0));
        invited
    };
    let invited = everyone(Whom::WithoutAccount).await;
    let names: Vec<_> = invited.iter().map(|one| one.sign_in_name.as_str()).collect();
    let expected: Vec<_> =
        (0..450).filter(|at| *at != 7).map(|at| format!("e-{at:03}")).chain(["e-901".to_owned()]).collect();
    assert_eq!(names, expected, "not who has left, not who has an account, by number");
    assert_eq!(everyone(Whom::WithoutAccount).await.len(), 0, "all have one now");
    accept_invitation(store, &visitor, &invited[0].token, &password()).await.unwrap();
    let again = everyone(Whom::WithoutPassword).await;
    assert_eq!(again.len(), expected.len() - 1, "who has set a password is left alone");
    let old = accept_invitation(store, &visitor, &invited[1].token, &password()).await;
    assert!(matches!(old, Err(Error::Hidden)), "the address from before went with the new one");
}

async fn nothing_kept_or_recorded_tells_a_secret(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, system) = (&database.store, system_on(TODAY));
    employ(store, TODAY, &[person("E-1", "", "north", "")]).await;
    let welcome = account(store, "E-1").await;
    let invitation = invite(store, &system, "E-1").await.unwrap();
    let ctx = signed_in(store, TODAY, "E-1").await;
    let printed = format!("{welcome:?} {invitation:?} {ctx:?} {:?}", password());
    for secret in [welcome.session.reveal(), invitation.token.reveal(), "correct horse".to_owned()] {
        assert!(!printed.contains(&secret), "{printed}");
    }
    let credentials = store.read(&system, async |tx| tx.accounts().credentials("e-1").await).await.unwrap().unwrap();
    assert!(credentials.password_hash.as_ref().unwrap().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    assert!(!format!("{credentials:?}").contains("argon2"), "{credentials:?}");
}
