//! Codes that a ladder no longer has, and that what is known of people still names.

use std::collections::{BTreeMap, BTreeSet};

use model::{Fact, FactId, FactKind};
use policy::{Context, Permit};
use rules::{Catalogue, Criterion, Entry, Ladder};
use store::Store;
use uuid::Uuid;

use crate::Error;

/// How many facts are read at a time.
const PIECE: u32 = 5000;

/// A code as facts name it: of which file and column.
type Code = (FactKind, &'static str, String);

/// Every code that a ladder gives facts to name.
fn codes(ladder: &Ladder) -> BTreeSet<Code> {
    let Catalogue { jobs, certifications, courses, metrics, skills, activities } = &ladder.catalogue;
    let mut codes = BTreeSet::new();
    add(&mut codes, FactKind::Employee, "job", jobs);
    add(&mut codes, FactKind::Assignment, "job", jobs);
    add(&mut codes, FactKind::Certification, "certification", certifications);
    add(&mut codes, FactKind::Training, "course", courses);
    add(&mut codes, FactKind::Metric, "metric", metrics);
    add(&mut codes, FactKind::Skill, "skill", skills);
    add(&mut codes, FactKind::Activity, "activity", activities);
    for track in &ladder.tracks {
        codes.insert((FactKind::Waiver, "track", track.code.to_string()));
        for criterion in track.versions.iter().flat_map(|version| &version.criteria) {
            add_criterion(&mut codes, &track.code, criterion);
        }
    }
    codes
}

fn add<E: Entry>(codes: &mut BTreeSet<Code>, kind: FactKind, column: &'static str, entries: &[E]) {
    codes.extend(entries.iter().map(|entry| (kind, column, entry.code().to_owned())));
}

fn add_criterion(codes: &mut BTreeSet<Code>, track: &str, criterion: &Criterion) {
    let id = criterion.id.iter().map(|id| (FactKind::Waiver, "criterion", in_track(track, id)));
    codes.extend(id);
    criterion.rule.parts().iter().for_each(|part| add_criterion(codes, track, part));
}

fn in_track(track: &str, criterion: &str) -> String {
    format!("{track} {criterion}")
}

/// The codes that a fact names.
fn named(fact: &Fact) -> impl Iterator<Item = Code> {
    let columns: &[&'static str] = match fact.kind {
        FactKind::Employee | FactKind::Assignment => &["job"],
        FactKind::Certification => &["certification"],
        FactKind::Training => &["course"],
        FactKind::Metric => &["metric"],
        FactKind::Skill => &["skill"],
        FactKind::Activity => &["activity"],
        FactKind::Waiver => &["track", "criterion"],
        FactKind::Pay
        | FactKind::Identity
        | FactKind::Employment
        | FactKind::Leave
        | FactKind::Language
        | FactKind::Review
        | FactKind::Conduct => &[],
    };
    columns.iter().filter_map(|column| {
        let value = fact.body.get(*column)?;
        let code = match *column {
            "criterion" => in_track(fact.body.get("track")?, value),
            _ => value.clone(),
        };
        Some((fact.kind, *column, code))
    })
}

/// The codes that would be gone though facts name them, superseded ones included (a correction may be taken back):
/// one line each. Facts are gone through only where codes are gone.
pub(super) async fn gone_though_named(
    store: &Store,
    ctx: &Context,
    permit: &Permit,
    before: &Ladder,
    after: &Ladder,
) -> Result<Vec<String>, Error> {
    let there = codes(after);
    let gone: BTreeSet<Code> = codes(before).into_iter().filter(|code| !there.contains(code)).collect();
    let mut facts: BTreeMap<(&'static str, String), u64> = BTreeMap::new();
    let mut last = FactId(Uuid::nil());
    while !gone.is_empty() {
        let page = store.read(ctx, async |tx| Ok::<_, Error>(tx.facts().page(permit, last, PIECE).await?)).await?;
        let Some(one) = page.last() else { break };
        last = one.id;
        for code in page.iter().flat_map(|known| named(&known.fact)).filter(|code| gone.contains(code)) {
            *facts.entry((code.1, code.2)).or_default() += 1;
        }
    }
    let line = |((what, code), facts)| format!("the {what} `{code}` is gone, but is named by {facts} rows on record");
    Ok(facts.into_iter().map(line).collect())
}
