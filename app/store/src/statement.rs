//! SQL texts by name, and the one macro that binds and fetches on whichever engine is there.

use std::collections::BTreeSet;
use std::sync::Mutex;

/// A statement: its name under `queries/`, and its text for each engine.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Statement {
    pub(crate) name: &'static str,
    pub(crate) sqlite: &'static str,
    pub(crate) postgres: &'static str,
}

/// A statement that ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Executed {
    /// On which engine.
    pub engine: &'static str,
    /// Its name under `queries/`; of one text put together with a scope, the scope after a comma.
    pub name: &'static str,
    /// What ran.
    pub text: &'static str,
}

/// The statements that ran so far: in tests, what shows that every one did.
static EXECUTED: Mutex<BTreeSet<Executed>> = Mutex::new(BTreeSet::new());

impl Statement {
    pub(crate) fn note(&self, engine: &'static str, text: &'static str) {
        if cfg!(debug_assertions)
            && let Ok(mut executed) = EXECUTED.lock()
        {
            executed.insert(Executed { engine, name: self.name, text });
        }
    }
}

/// The statements that ran so far; kept in debug builds only.
pub fn executed_statements() -> Vec<Executed> {
    EXECUTED.lock().map(|executed| executed.iter().copied().collect()).unwrap_or_default()
}

/// The text of a file under `queries/`.
macro_rules! query {
    ($($part:expr),+) => { include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/queries/", $($part),+)) };
}

/// A statement by its name: `statement!("employees/find")`, or with `split` where the engines differ.
macro_rules! statement {
    (concat $name:literal $suffix:literal, $text:expr) => {
        $crate::statement::Statement { name: concat!($name, $suffix), sqlite: $text, postgres: $text }
    };
    ($name:literal) => {
        $crate::statement::Statement {
            name: $name,
            sqlite: $crate::statement::query!($name, ".sql"),
            postgres: $crate::statement::query!($name, ".sql"),
        }
    };
    ($name:literal, split) => {
        $crate::statement::Statement {
            name: $name,
            sqlite: $crate::statement::query!($name, ".sqlite.sql"),
            postgres: $crate::statement::query!($name, ".postgres.sql"),
        }
    };
}

/// The two texts of a read of people: for who sees everyone the text itself, for others with `queries/scope/sees.sql`
/// appended. Both take the scope as `$1` to `$3`.
macro_rules! scoped {
    ($viewer:expr, $name:literal) => {
        scoped!(@of $viewer, $name, ".sql", ".sql")
    };
    ($viewer:expr, $name:literal, split) => {
        scoped!(@of $viewer, $name, ".sqlite.sql", ".postgres.sql")
    };
    (@of $viewer:expr, $name:literal, $sqlite:literal, $postgres:literal) => {
        if $viewer.sees_everyone() {
            $crate::statement::Statement {
                name: concat!($name, ", any"),
                sqlite: $crate::statement::query!($name, $sqlite),
                postgres: $crate::statement::query!($name, $postgres),
            }
        } else {
            $crate::statement::Statement {
                name: concat!($name, ", visible"),
                sqlite: concat!($crate::statement::query!($name, $sqlite), $crate::statement::query!("scope/sees.sql")),
                postgres: concat!(
                    $crate::statement::query!($name, $postgres),
                    $crate::statement::query!("scope/sees.sql")
                ),
            }
        }
    };
}

/// The two texts of a list, or a count, of the people in a viewer's scope who fit: `<name>.sql` behind a part of
/// `queries/scope/` each. All take the scope as `$1` to `$3` and what is looked for as `$4` to `$11`.
macro_rules! fitting {
    ($viewer:expr, $name:literal) => {
        if $viewer.sees_everyone() {
            $crate::statement::fitting!(@behind "scope/everyone.sql", $name, ", any")
        } else {
            $crate::statement::fitting!(@behind "scope/visible.sql", $name, ", visible")
        }
    };
    (@behind $scope:literal, $name:literal, $suffix:literal) => {
        statement!(
            concat $name $suffix,
            concat!(
                $crate::statement::query!($scope),
                $crate::statement::query!("scope/fitting.sql"),
                $crate::statement::query!($name, ".sql")
            )
        )
    };
}

/// Binds and runs a statement in a transaction, on whichever engine it is:
/// `run!(tx, execute STATEMENT, a, b)` gives the rows affected;
/// `run!(tx, all Row STATEMENT, a)`, `run!(tx, optional …)` and `run!(tx, one …)` give decoded rows.
macro_rules! run {
    (@arm execute, $connection:expr, $text:expr, $engine:literal, $statement:expr, $($value:expr),*) => {{
        $statement.note($engine, $text);
        sqlx::query($text)$(.bind($value))*.execute($connection).await.map(|done| done.rows_affected())
    }};
    (@arm $fetch:ident $row:ty, $connection:expr, $text:expr, $engine:literal, $statement:expr, $($value:expr),*) => {{
        $statement.note($engine, $text);
        sqlx::query_as::<_, $row>($text)$(.bind($value))*.$fetch($connection).await
    }};
    (@both ($($how:tt)+) $tx:expr, $statement:expr, $($value:expr),*) => {
        match &mut $tx.engine {
            $crate::tx::Engine::Sqlite(transaction) => {
                run!(@arm $($how)+, &mut **transaction, $statement.sqlite, "sqlite", $statement, $($value),*)
            }
            $crate::tx::Engine::Postgres(transaction) => {
                run!(@arm $($how)+, &mut **transaction, $statement.postgres, "postgres", $statement, $($value),*)
            }
        }
        .map_err($crate::Error::from)
    };
    ($tx:expr, execute $statement:expr $(, $value:expr)* $(,)?) => {
        run!(@both (execute) $tx, $statement, $($value),*)
    };
    ($tx:expr, all $row:ty, $statement:expr $(, $value:expr)* $(,)?) => {
        run!(@both (fetch_all $row) $tx, $statement, $($value),*)
    };
    ($tx:expr, optional $row:ty, $statement:expr $(, $value:expr)* $(,)?) => {
        run!(@both (fetch_optional $row) $tx, $statement, $($value),*)
    };
    ($tx:expr, one $row:ty, $statement:expr $(, $value:expr)* $(,)?) => {
        run!(@both (fetch_one $row) $tx, $statement, $($value),*)
    };
}

pub(crate) use {fitting, query, run, scoped, statement};
