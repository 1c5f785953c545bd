//! What a feed says of a person, against what is known.

use std::collections::{BTreeMap, BTreeSet};

use model::{EmployeeId, Fact, FactId, FactKind, KnownFact, Origin};
use policy::Context;
use store::{NewFact, Revised, new_id};

/// What is known of a person.
pub(super) struct Known {
    pub(super) revised: Revised,
    pub(super) facts: Vec<(Origin, KnownFact)>,
}

/// What changes.
#[derive(Default)]
pub(super) struct Difference {
    pub(super) insert: Vec<NewFact>,
    pub(super) supersede: Vec<FactId>,
    pub(super) added: u64,
    pub(super) corrected: u64,
    pub(super) ended: u64,
    pub(super) conflicts: u64,
}

impl Difference {
    pub(super) fn is_empty(&self) -> bool {
        self.insert.is_empty() && self.supersede.is_empty()
    }

    pub(super) fn extend(&mut self, other: Difference) {
        self.insert.extend(other.insert);
        self.supersede.extend(other.supersede);
        self.added += other.added;
        self.corrected += other.corrected;
        self.ended += other.ended;
        self.conflicts += other.conflicts;
    }
}

/// Facts that are new or differ are added or corrected; of a replaced kind, those that are gone end. What was
/// corrected or decided here stands, and is counted as a conflict.
pub(super) fn difference(
    id: EmployeeId,
    facts: Vec<Fact>,
    known: Option<&Known>,
    replace: &BTreeSet<FactKind>,
    ctx: &Context,
) -> Difference {
    let mut found = Difference::default();
    let mut before: BTreeMap<(FactKind, String), (Origin, &KnownFact)> = BTreeMap::new();
    for (origin, fact) in known.into_iter().flat_map(|known| &known.facts) {
        before.insert((fact.fact.kind, fact.fact.key.clone()), (*origin, fact));
    }
    for fact in facts {
        match before.remove(&(fact.kind, fact.key.clone())) {
            Some((_, same)) if same.fact.body == fact.body => continue,
            Some((Origin::Account | Origin::Move, _)) => {
                found.conflicts += 1;
                continue;
            }
            Some((Origin::Import, other)) => {
                found.supersede.push(other.id);
                found.corrected += 1;
            }
            None => found.added += 1,
        }
        found.insert.push(NewFact { id: new_id(ctx.now), employee: id, fact });
    }
    let gone =
        before.into_values().filter(|(origin, fact)| replace.contains(&fact.fact.kind) && *origin == Origin::Import);
    for (_, fact) in gone {
        found.supersede.push(fact.id);
        found.ended += 1;
    }
    found
}
