//! The ladder that the program ships with shows all that a ladder can do, and leads everywhere.

use std::collections::BTreeSet;

use rules::{Criterion, Kind, TrackKind};

use super::*;

fn all<'l>(criteria: &'l [Criterion], found: &mut Vec<&'l Criterion>) {
    for criterion in criteria {
        found.push(criterion);
        all(criterion.rule.parts(), found);
    }
}

#[test]
fn every_kind_of_criterion_is_asked_somewhere() {
    let mut found = Vec::new();
    let versions = ladder().tracks.iter().flat_map(|track| &track.versions);
    versions.for_each(|version| all(&version.criteria, &mut found));
    let asked: BTreeSet<_> = found.iter().map(|criterion| criterion.rule.kind()).collect();
    assert_eq!(asked, Kind::ALL.iter().copied().collect());
}

#[test]
fn every_criterion_has_a_written_id_so_that_hr_can_waive_it() {
    for track in &ladder().tracks {
        for version in &track.versions {
            let mut found = Vec::new();
            all(&version.criteria, &mut found);
            assert!(found.iter().all(|criterion| criterion.id.is_some()), "{}", track.code);
        }
    }
}

#[test]
fn from_the_phones_every_job_can_be_reached() {
    let catalogue = &ladder().catalogue;
    let mut reached =
        BTreeSet::from([catalogue.jobs.iter().position(|job| job.code == "csr").expect("there are phones")]);
    for _ in &catalogue.jobs {
        for version in ladder().tracks.iter().flat_map(|track| &track.versions) {
            if version.from.iter().any(|job| reached.contains(&job.index())) {
                reached.insert(version.to.index());
            }
        }
    }
    assert_eq!(reached.len(), catalogue.jobs.len());
}

#[test]
fn promotions_lead_up_and_say_what_they_add_to_pay() {
    for track in &ladder().tracks {
        for version in track.versions.iter().filter(|version| version.kind == TrackKind::Promotion) {
            let level = |job| ladder().catalogue.job(job).level;
            assert!(version.from.iter().all(|&job| level(job) < level(version.to)), "{}", track.code);
            assert!(version.pay_increase_percent.is_some(), "{}", track.code);
        }
    }
}

#[test]
fn one_track_is_limited_to_a_place_and_one_has_a_version_to_come() {
    let limited = ladder().tracks.iter().filter(|track| track.versions[0].limits != rules::Where::default()).count();
    let announced = ladder().tracks.iter().filter(|track| track.versions.len() > 1).count();
    assert_eq!((limited, announced), (1, 1));
}
