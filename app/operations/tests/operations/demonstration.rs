//! Which database can become the demonstration's.

use operations::{Error, become_demo};

use crate::company::{TODAY, employ, person};
use crate::database::{Database, Engine, on_each_engine, system_on};

on_each_engine! {
    a_database_in_which_nothing_was_done_becomes_the_demonstrations_and_no_other,
}

async fn a_database_in_which_nothing_was_done_becomes_the_demonstrations_and_no_other(engine: Engine) {
    let (empty, other) = (Database::new(engine).await, Database::new(engine).await);
    let ctx = system_on(TODAY);
    become_demo(&empty.store, &ctx).await.unwrap();
    employ(&empty.store, TODAY, &[person("1", "", "", "")]).await;
    become_demo(&empty.store, &ctx).await.unwrap();

    employ(&other.store, TODAY, &[person("1", "", "", "")]).await;
    let refused = become_demo(&other.store, &ctx).await;
    assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
    let company = other.store.read(&ctx, async |tx| tx.company().get().await).await.unwrap();
    assert!(!company.is_demo);
}
