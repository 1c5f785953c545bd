//! Letters, as they were sent: never changed.

use model::letter::{Part, Written};
use model::{Instant, LetterKind, NominationActId, NominationId, Subject};
use policy::{Act, Permit, Viewer};
use serde_json::json;
use uuid::Uuid;

use crate::error::Error;
use crate::nominations::scope;
use crate::statement::{query, run, statement};
use crate::tx::Tx;
use crate::value::SqlInstant;

const TABLE: &str = "letters";

/// The letters, in a transaction.
pub struct Letters<'t>(&'t mut Tx);

/// A letter that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentLetter {
    /// With which act.
    pub act: NominationActId,
    /// When.
    pub sent_at: Instant,
    /// What it says.
    pub written: Written,
}

#[derive(sqlx::FromRow)]
struct Row {
    act_id: Uuid,
    acted_at: SqlInstant,
    kind: String,
    language: String,
    title: String,
    body: String,
}

impl TryFrom<Row> for SentLetter {
    type Error = Error;

    fn try_from(row: Row) -> Result<SentLetter, Error> {
        let corrupt = |what: &str| Error::Corrupt { table: TABLE, what: format!("{what} of {}", row.act_id) };
        let kind = LetterKind::from_code(&row.kind).ok_or_else(|| corrupt("the kind"))?;
        let body: Vec<Part> = serde_json::from_str(&row.body).map_err(|_| corrupt("the body"))?;
        Ok(SentLetter {
            act: NominationActId(row.act_id),
            sent_at: row.acted_at.to_jiff(),
            written: Written { kind, language: row.language, title: row.title, body },
        })
    }
}

impl Tx {
    /// The letters.
    pub fn letters(&mut self) -> Letters<'_> {
        Letters(self)
    }
}

impl Letters<'_> {
    /// Keeps a letter that goes out with an act, with the permit of that act.
    pub async fn send(
        &mut self,
        permit: &Permit,
        (nomination, act): (NominationId, NominationActId),
        letter: &Written,
    ) -> Result<(), Error> {
        let is_step = matches!(permit.act(), Act::Nominate(_));
        if !is_step || permit.subject() != Subject::Nomination(nomination) {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        run!(
            self.0,
            execute statement!("letters/send"),
            act.0,
            nomination.0,
            letter.kind.code(),
            letter.kind.addressee().code(),
            letter.language.clone(),
            letter.title.clone(),
            json!(letter.body).to_string(),
        )?;
        Ok(())
    }

    /// Those of a nomination that the viewer may read, the oldest first.
    pub async fn of_nomination(&mut self, viewer: &Viewer, id: NominationId) -> Result<Vec<SentLetter>, Error> {
        let list = statement!(
            concat "letters/of_nomination" "",
            concat!(
                query!("letters/of_nomination.sql"),
                query!("scope/involved.sql"),
                query!("scope/addressed.sql")
            )
        );
        let (own, account, on) = scope(viewer);
        let rows = run!(self.0, all Row, list, own, account, on, id.0)?;
        rows.into_iter().map(SentLetter::try_from).collect()
    }
}
