//! What was known when it mattered: documents that never change.

use model::{EvidenceId, Instant, Moment, NominationId, Subject};
use policy::{Act, Permit};
use uuid::Uuid;

use crate::error::Error;
use crate::nominations::Nominated;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlInstant, instant};

const TABLE: &str = "evidence";

/// The evidence, in a transaction.
pub struct EvidenceRows<'t>(&'t mut Tx);

/// What was frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenEvidence {
    /// Which document.
    pub id: EvidenceId,
    /// Of which nomination.
    pub nomination: NominationId,
    /// When in its course.
    pub moment: Moment,
    /// Canonical JSON.
    pub document: String,
    /// Its SHA-256, in hexadecimal.
    pub digest: String,
    /// When.
    pub frozen_at: Instant,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    nomination_id: Uuid,
    moment: String,
    document: String,
    digest: String,
    frozen_at: SqlInstant,
}

impl TryFrom<Row> for FrozenEvidence {
    type Error = Error;

    fn try_from(row: Row) -> Result<FrozenEvidence, Error> {
        let unknown = || Error::Corrupt { table: TABLE, what: format!("the moment of {}", row.id) };
        Ok(FrozenEvidence {
            id: EvidenceId(row.id),
            nomination: NominationId(row.nomination_id),
            moment: Moment::from_code(&row.moment).ok_or_else(unknown)?,
            document: row.document,
            digest: row.digest,
            frozen_at: row.frozen_at.to_jiff(),
        })
    }
}

impl Tx {
    /// What was known when it mattered.
    pub fn evidence(&mut self) -> EvidenceRows<'_> {
        EvidenceRows(self)
    }
}

impl EvidenceRows<'_> {
    /// Freezes a document, with the permit of the act that it belongs to.
    pub async fn freeze(&mut self, permit: &Permit, frozen: &FrozenEvidence) -> Result<(), Error> {
        let is_step = matches!(permit.act(), Act::Nominate(_));
        if !is_step || permit.subject() != Subject::Nomination(frozen.nomination) {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        run!(
            self.0,
            execute statement!("evidence/freeze"),
            frozen.id.0,
            frozen.nomination.0,
            frozen.moment.code(),
            frozen.document.clone(),
            frozen.digest.clone(),
            instant(frozen.frozen_at),
        )?;
        Ok(())
    }

    /// What was frozen of a nomination that the caller has found within the viewer's scope, the oldest first. How much
    /// of it is shown is for [`policy::Sight`] to say.
    pub async fn of_nomination(&mut self, found: &Nominated) -> Result<Vec<FrozenEvidence>, Error> {
        let rows = run!(self.0, all Row, statement!("evidence/of_nomination"), found.nomination.id.0)?;
        rows.into_iter().map(FrozenEvidence::try_from).collect()
    }
}
