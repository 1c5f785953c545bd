//! Signing in: who is let in, how failures slow it down, and when a session ends.

use std::str::FromStr;

use jiff::SignedDuration;
use operations::{
    Error, NewAccount, Password, Welcome, Whom, add_account, change_password, end_sessions, forget_what_ran_out,
    invite_everyone, resume_session, sign_in, sign_out,
};
use policy::Context;
use store::Store;

use crate::company::{TODAY, account, employ, password, person, visitor_on};
use crate::database::{Database, Engine, on_each_engine, system_on};

on_each_engine! {
    who_signs_in_by_a_folded_name_and_the_right_password_is_welcome_and_nobody_else,
    a_session_ends_when_it_is_idle_when_it_is_old_and_when_it_is_signed_out,
    failures_slow_a_name_down_and_never_lock_it_out,
    failures_of_an_address_slow_down_whoever_comes_from_it,
    many_tries_at_once_are_no_way_around_the_pause,
    who_signs_in_by_somebody_elses_number_keeps_the_name,
    changing_the_password_ends_every_other_session,
}

pub(crate) const ADDRESS: &str = "198.51.100.7";

pub(crate) async fn try_in(store: &Store, ctx: &Context, name: &str, typed: &str) -> Result<Welcome, Error> {
    sign_in(store, ctx, name, &Password::typed(typed), ADDRESS).await
}

pub(crate) fn later(ctx: &Context, by: SignedDuration) -> Context {
    Context { now: ctx.now + by, ..ctx.clone() }
}

async fn who_signs_in_by_a_folded_name_and_the_right_password_is_welcome_and_nobody_else(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, visitor) = (&database.store, visitor_on(TODAY));
    employ(store, TODAY, &[person("E-1", "", "north", "")]).await;
    account(store, "E-1").await;
    let welcome = try_in(store, &visitor, "  e-1 ", "correct horse battery").await.unwrap();
    let signed_in = resume_session(store, &visitor, &welcome.session).await.unwrap().unwrap();
    assert_eq!((signed_in.viewer, signed_in.must_change_password), (welcome.viewer, false));
    for (name, typed) in [
        ("E-1", "incorrect horse battery"),
        ("E-1", ""),
        ("E-2", "correct horse battery"),
        ("E-2", "nobody's password"),
        ("", ""),
        ("E-1\0", &"x".repeat(2000)),
        (&"x".repeat(2000), "correct horse battery"),
    ] {
        let tried = try_in(store, &visitor, name, typed).await;
        assert!(matches!(tried, Err(Error::NotSignedIn)), "{name:.9} {typed:.9}: {tried:?}");
    }
    let invented = operations::Token::from_str(&"0".repeat(64)).unwrap();
    assert!(resume_session(store, &visitor, &invented).await.unwrap().is_none());
}

async fn a_session_ends_when_it_is_idle_when_it_is_old_and_when_it_is_signed_out(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, visitor) = (&database.store, visitor_on(TODAY));
    employ(store, TODAY, &[person("E-1", "", "north", "")]).await;
    let session = account(store, "E-1").await.session;
    let resumes = async |hours: i64, minutes: i64| {
        let ctx = later(&visitor, SignedDuration::from_mins(hours * 60 + minutes));
        resume_session(store, &ctx, &session).await.unwrap().is_some()
    };
    assert!(resumes(11, 59).await);
    assert!(resumes(23, 58).await, "using it makes it last");
    assert!(!resumes(35, 58).await, "12 hours without use");
    assert!(resumes(24, 1).await);
    assert!(!resumes(36, 0).await, "of a use within five minutes of the one before nothing is written");
    for hours in (35..336).step_by(11) {
        assert!(resumes(hours, 0).await, "{hours}");
    }
    assert!(resumes(335, 59).await);
    assert!(!resumes(336, 0).await, "14 days");

    let other = try_in(store, &visitor, "E-1", "correct horse battery").await.unwrap();
    let owner = visitor.of(other.viewer);
    sign_out(store, &owner, &other.session).await.unwrap();
    assert!(resume_session(store, &visitor, &other.session).await.unwrap().is_none());
    assert!(matches!(sign_out(store, &owner, &other.session).await, Err(Error::Hidden)));
    assert!(resumes(335, 59).await, "the other one goes on");
    let long_after = later(&visitor, SignedDuration::from_hours(700));
    assert_eq!(forget_what_ran_out(store, &long_after).await.unwrap(), 2, "also the one that was signed out");
    assert!(!resumes(335, 59).await);
}

async fn failures_slow_a_name_down_and_never_lock_it_out(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, mut visitor) = (&database.store, visitor_on(TODAY));
    employ(store, TODAY, &[person("E-1", "", "north", "")]).await;
    account(store, "E-1").await;
    for name in ["E-1", "nobody"] {
        let mut waited = Vec::new();
        while waited.len() < 8 {
            match try_in(store, &visitor, name, "incorrect horse battery").await {
                Err(Error::NotSignedIn) => {}
                Err(Error::Wait(pause)) => {
                    let early = later(&visitor, pause - SignedDuration::from_millis(1));
                    let tried = try_in(store, &early, name, "correct horse battery").await;
                    assert!(matches!(tried, Err(Error::Wait(_))), "the right one has to wait as well");
                    waited.push(pause.as_secs());
                    visitor = later(&visitor, pause);
                }
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(waited, [1, 2, 4, 8, 16, 30, 30, 30], "{name}: the same whether there is such an account");
    }
    visitor = later(&visitor, SignedDuration::from_secs(30));
    try_in(store, &visitor, "E-1", "correct horse battery").await.unwrap();
    let tried = try_in(store, &visitor, "E-1", "incorrect horse battery").await;
    assert!(matches!(tried, Err(Error::NotSignedIn)), "who got in begins anew: {tried:?}");
}

async fn failures_of_an_address_slow_down_whoever_comes_from_it(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, visitor) = (&database.store, visitor_on(TODAY));
    employ(store, TODAY, &[person("E-1", "", "north", "")]).await;
    account(store, "E-1").await;
    for guess in 0..100 {
        let tried = try_in(store, &visitor, &format!("guess {guess}"), "x").await;
        assert!(matches!(tried, Err(Error::NotSignedIn)));
    }
    let tried = try_in(store, &visitor, "E-1", "correct horse battery").await;
    assert!(matches!(tried, Err(Error::Wait(_))));
    sign_in(store, &visitor, "E-1", &password(), "203.0.113.9").await.unwrap();
    let after = later(&visitor, SignedDuration::from_secs(1));
    try_in(store, &after, "E-1", "correct horse battery").await.unwrap();
    let tried = try_in(store, &after, "E-1", "correct horse battery").await;
    assert!(tried.is_ok(), "one more that got in made the pause no longer: {tried:?}");
    assert_eq!(forget_what_ran_out(store, &later(&visitor, SignedDuration::from_mins(16))).await.unwrap(), 200);
}

async fn many_tries_at_once_are_no_way_around_the_pause(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, visitor) = (&database.store, visitor_on(TODAY));
    let tries: Vec<_> = (0..30)
        .map(|_| {
            let (store, visitor, runtime) = (store.clone(), visitor.clone(), tokio::runtime::Handle::current());
            tokio::task::spawn_blocking(move || {
                runtime.block_on(try_in(&store, &visitor, "E-1", "incorrect horse battery"))
            })
        })
        .collect();
    let mut looked_at = 0;
    for tried in tries {
        looked_at += u32::from(matches!(tried.await.unwrap(), Err(Error::NotSignedIn)));
    }
    // PostgreSQL lets those in that begin at the same instant, no more than there are connections.
    assert!((5..5 + 16).contains(&looked_at), "{looked_at} passwords of 30 were looked at");
}

async fn who_signs_in_by_somebody_elses_number_keeps_the_name(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, system) = (&database.store, system_on(TODAY));
    employ(store, TODAY, &[person("E-1", "", "north", "")]).await;
    let new = NewAccount { sign_in_name: "E-1".to_owned(), ..NewAccount::default() };
    add_account(store, &system, &new).await.unwrap();
    assert!(matches!(add_account(store, &system, &new).await, Err(Error::Refused(_))), "twice");
    let done = invite_everyone(store, &system, Whom::WithoutAccount, |_| Ok(())).await.unwrap();
    assert_eq!((done.invited, done.taken), (0, vec!["E-1".to_owned()]));
    let of_nobody = NewAccount { employee_number: Some("E-9".to_owned()), ..new.clone() };
    assert!(matches!(add_account(store, &system, &of_nobody).await, Err(Error::Hidden)));
    let nameless = NewAccount { sign_in_name: " \0 ".to_owned(), ..NewAccount::default() };
    assert!(matches!(add_account(store, &system, &nameless).await, Err(Error::Refused(_))));
}

async fn changing_the_password_ends_every_other_session(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, visitor) = (&database.store, visitor_on(TODAY));
    employ(store, TODAY, &[person("E-1", "", "north", ""), person("E-2", "", "north", "")]).await;
    let (first, neighbor) = (account(store, "E-1").await, account(store, "E-2").await);
    let second = try_in(store, &visitor, "E-1", "correct horse battery").await.unwrap();
    let third = try_in(store, &visitor, "E-1", "correct horse battery").await.unwrap();
    let alive = async |session| resume_session(store, &visitor, session).await.unwrap().is_some();
    let owner = visitor.of(first.viewer.clone());
    assert_eq!(end_sessions(store, &owner, first.viewer.account, &second.session).await.unwrap(), 2);
    assert!(alive(&second.session).await && !alive(&third.session).await && !alive(&first.session).await);

    let new = Password::typed("another horse battery");
    let wrong = change_password(store, &owner, &Password::typed("incorrect horse"), &new, ADDRESS).await;
    assert!(matches!(wrong, Err(Error::NotSignedIn)));
    assert!(alive(&second.session).await, "nothing happened");
    let changed = change_password(store, &owner, &password(), &new, ADDRESS).await.unwrap();
    assert!(alive(&changed.session).await && !alive(&second.session).await);
    assert!(alive(&neighbor.session).await, "of others none");
    assert!(matches!(try_in(store, &visitor, "E-1", "correct horse battery").await, Err(Error::NotSignedIn)));
    try_in(store, &visitor, "E-1", "another horse battery").await.unwrap();
}
